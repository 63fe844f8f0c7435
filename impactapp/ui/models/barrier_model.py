"""The measures of the chosen profession as a Qt table, with one more row at the end to type the next one in."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.problems import EditError
from impactapp.domain.skill import Barrier
from impactapp.i18n import _
from impactapp.ui.models import barrier_columns as columns
from impactapp.ui.models.barrier_columns import BarrierColumn
from impactapp.ui.models.table_rows import Span, changed_span
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LAST = BarrierColumn.STATE


class BarrierModel(QAbstractTableModel):
    """Holds the study's own tuple of measures as of the last ``refresh``, and the names of the skills.

    The empty row (``draft_row``) stands at the end; it is absent when the study cannot be changed.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profession_id = ""
        self._barriers: tuple[Barrier, ...] = ()
        self._titles: dict[str, str] = {}
        self._has_draft = False

    @property
    def draft_row(self) -> int:
        """The empty row, -1 when there is none."""
        return len(self._barriers) if self._has_draft else -1

    def barrier(self, row: int) -> Barrier | None:
        """The measure of a row, ``None`` for the empty one."""
        return self._barriers[row] if 0 <= row < len(self._barriers) else None

    def row_of(self, barrier_id: str) -> int:
        """The row of a measure, -1 when it is not here."""
        return next((row for row, barrier in enumerate(self._barriers) if barrier.id == barrier_id), -1)

    def refresh(self) -> list[int]:
        """Follow the study, telling views of the rows that came, went or changed; returns those that changed."""
        profession = self._session.profession
        barriers = profession.barriers if profession else ()
        titles = {skill.id: skill.title for skill in profession.skills} if profession else {}
        has_draft = profession is not None and self._session.is_writable
        chosen = profession.id if profession else ""
        if chosen != self._profession_id or has_draft is not self._has_draft:
            self.beginResetModel()
            self._profession_id, self._barriers, self._has_draft = chosen, barriers, has_draft
            self._titles = titles
            self.endResetModel()
            return []
        before = {barrier.id: barrier for barrier in self._barriers}
        renamed, self._titles = titles != self._titles, titles
        span = changed_span([barrier.id for barrier in self._barriers], [barrier.id for barrier in barriers])
        self._replace_rows(span, barriers)
        changed = [row for row, barrier in enumerate(barriers) if before.get(barrier.id, barrier) is not barrier]
        for row in range(len(barriers)) if renamed else changed:
            self.dataChanged.emit(self.index(row, BarrierColumn.TITLE), self.index(row, _LAST))
        return changed

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._barriers) + self._has_draft

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(BarrierColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        barrier, column = self.barrier(index.row()), BarrierColumn(index.column())
        if role == Role.TextAlignmentRole and column in columns.NUMBERS:
            return _RIGHT
        if barrier is None:
            return _draft_words(column, role)
        if role == Role.DisplayRole:
            return columns.cell_text(barrier, self._titles, column)
        if role == Role.EditRole:
            return columns.cell_input(barrier, column)
        if role == Role.ToolTipRole:
            return columns.cell_tip(barrier, self._titles, column)
        return columns.cell_words(barrier, self._titles, column) if role == Role.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return self._row_heading(section, role)
        column = BarrierColumn(section)
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in columns.NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Role.DisplayRole:
            return columns.heading(column)
        return columns.heading_tip(column) if role == Role.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self._session.is_writable or not index.isValid():
            return flags
        is_title = index.column() == BarrierColumn.TITLE
        is_typed = index.column() != BarrierColumn.SKILLS and index.row() != self.draft_row
        return flags | Qt.ItemFlag.ItemIsEditable if is_title or is_typed else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        if role != Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        try:
            column = BarrierColumn(index.column())
            edit = columns.edit_of(self._profession_id, self.barrier(index.row()), column, str(value))
        except EditError as refusal:
            return self._session.tell_refusal(refusal)
        except ValueError:
            self._session.refused.emit(columns.day_refused(str(value)))
            return False
        return edit is None or self._session.submit(edit)

    def _replace_rows(self, span: Span, barriers: tuple[Barrier, ...]) -> None:
        if span.is_empty:
            self._barriers = barriers
            return
        if span.old_stop > span.start:
            self.beginRemoveRows(_NOWHERE, span.start, span.old_stop - 1)
            self._barriers = (*self._barriers[: span.start], *self._barriers[span.old_stop :])
            self.endRemoveRows()
        if span.new_stop > span.start:
            self.beginInsertRows(_NOWHERE, span.start, span.new_stop - 1)
            self._barriers = barriers
            self.endInsertRows()
        self._barriers = barriers
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def _row_heading(self, row: int, role: int) -> object:
        if role == Role.TextAlignmentRole:
            return _RIGHT
        if role != Role.DisplayRole:
            return None
        return "+" if row == self.draft_row else str(row + 1)


def _draft_words(column: BarrierColumn, role: int) -> object:
    if role == Role.EditRole:
        return ""
    if role == Role.AccessibleTextRole and column is not BarrierColumn.TITLE:
        return labels.UNKNOWN
    if column is not BarrierColumn.TITLE or role not in (Role.DisplayRole, Role.AccessibleTextRole):
        return None
    return _("New measure…")

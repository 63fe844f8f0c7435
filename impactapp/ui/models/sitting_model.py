"""The sittings of the study as a Qt table, with one more row at the end to name the next one in."""

from enum import IntEnum
from uuid import uuid4

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.edits import workshop as edits
from impactapp.domain.edits.edit import Edit
from impactapp.domain.workshop import Sitting, empty_survey
from impactapp.i18n import _
from impactapp.ui.models.barrier_columns import day_refused, day_text, read_day
from impactapp.ui.models.table_rows import changed_span
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SittingColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    DAY = 1
    PLACE = 2
    PRESENT = 3
    STATE = 4


TYPED = (SittingColumn.TITLE, SittingColumn.DAY, SittingColumn.PLACE)
_LAST = SittingColumn.STATE


class SittingModel(QAbstractTableModel):
    """Holds the study's own tuple of sittings as of the last ``refresh``.

    The empty row (``draft_row``) stands at the end; it is absent when the study cannot be changed.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sittings: tuple[Sitting, ...] = ()
        self._tasks: dict[str, int] = {}
        self._has_draft = False

    @property
    def draft_row(self) -> int:
        """The empty row, -1 when there is none."""
        return len(self._sittings) if self._has_draft else -1

    def sitting(self, row: int) -> Sitting | None:
        """The sitting of a row, ``None`` for the empty one."""
        return self._sittings[row] if 0 <= row < len(self._sittings) else None

    def row_of(self, sitting_id: str) -> int:
        """The row of a sitting, -1 when it is not here."""
        return next((row for row, sitting in enumerate(self._sittings) if sitting.id == sitting_id), -1)

    def refresh(self) -> None:
        """Follow the study, telling views of the rows that came, went or changed."""
        study = self._session.study
        sittings, has_draft = (study.sittings if study else ()), study is not None and self._session.is_writable
        tasks = {profession.id: len(profession.tasks) for profession in study.professions} if study else {}
        counted, self._tasks = tasks != self._tasks, tasks
        if has_draft is not self._has_draft:
            self.beginResetModel()
            self._sittings, self._has_draft = sittings, has_draft
            self.endResetModel()
            return
        before = {sitting.id: sitting for sitting in self._sittings}
        span = changed_span([one.id for one in self._sittings], [one.id for one in sittings])
        if span.old_stop > span.start:
            self.beginRemoveRows(_NOWHERE, span.start, span.old_stop - 1)
            self._sittings = (*self._sittings[: span.start], *self._sittings[span.old_stop :])
            self.endRemoveRows()
        if span.new_stop > span.start:
            self.beginInsertRows(_NOWHERE, span.start, span.new_stop - 1)
            self._sittings = sittings
            self.endInsertRows()
        self._sittings = sittings
        for row, sitting in enumerate(sittings):
            if counted or before.get(sitting.id, sitting) is not sitting:
                self.dataChanged.emit(self.index(row, SittingColumn.TITLE), self.index(row, _LAST))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sittings) + self._has_draft

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(SittingColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        sitting, column = self.sitting(index.row()), SittingColumn(index.column())
        if role == Role.TextAlignmentRole and column is SittingColumn.PRESENT:
            return _RIGHT
        if sitting is None:
            return _draft_words(column, role)
        words = self._text(sitting, column)
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return words
        if role == Role.EditRole:
            return words if column in TYPED else ""
        if role != Role.AccessibleTextRole:
            return None
        if column is SittingColumn.TITLE:
            return words
        return f"{sitting.title}, {_heading(column).lower()} : {words or labels.UNKNOWN}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = SittingColumn(section)
        if role == Role.TextAlignmentRole:
            is_number = column is SittingColumn.PRESENT
            return _RIGHT if is_number else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _heading(column) if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self._session.is_writable or not index.isValid():
            return flags
        column, is_draft = SittingColumn(index.column()), index.row() == self.draft_row
        is_typed = column is SittingColumn.TITLE if is_draft else column in TYPED
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        if role != Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        try:
            edit = self._edit_of(self.sitting(index.row()), SittingColumn(index.column()), str(value))
        except ValueError:
            self._session.refused.emit(day_refused(str(value)))
            return False
        return edit is None or self._session.submit(edit)

    def _edit_of(self, sitting: Sitting | None, column: SittingColumn, typed: str) -> Edit | None:
        if sitting is None:
            return edits.add_sitting(self.blank(typed)) if typed.strip() else None
        if typed.strip() == self._text(sitting, column):
            return None
        if column is SittingColumn.TITLE:
            return edits.rename_sitting(sitting, typed)
        if column is SittingColumn.DAY:
            return edits.set_sitting_day(sitting, read_day(typed))
        return edits.set_sitting_place(sitting, typed)

    def blank(self, title: str) -> Sitting:
        """A sitting of the chosen profession in which nothing was said yet."""
        chosen = self._session.profession
        return Sitting(str(uuid4()), title, profession_ids=(chosen.id,) if chosen else (), survey=empty_survey())

    def _text(self, sitting: Sitting, column: SittingColumn) -> str:
        settled = sum(talk.is_settled for talk in sitting.talks)
        whole = sum(n for one, n in self._tasks.items() if sitting.is_about(one))
        return (
            sitting.title,
            day_text(sitting.day),
            sitting.place,
            str(sum(group.size for group in sitting.groups)),
            _("{settled} of {whole} settled").format(settled=settled, whole=whole) if sitting.talks else _("to come"),
        )[column]


def _heading(column: SittingColumn) -> str:
    return (_("Sitting"), _("Date"), _("Place"), _("Participants"), _("State"))[column]


def _draft_words(column: SittingColumn, role: int) -> object:
    if role == Role.EditRole:
        return ""
    if role == Role.AccessibleTextRole and column is not SittingColumn.TITLE:
        return labels.UNKNOWN
    if column is not SittingColumn.TITLE or role not in (Role.DisplayRole, Role.AccessibleTextRole):
        return None
    return _("New sitting…")

"""The scenarios of the study as a Qt table, with one more row at the end to type the next one in."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from impactapp import labels
from impactapp.domain.problems import EditError
from impactapp.domain.scenario import Scenario
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models import scenario_columns as columns
from impactapp.ui.models.scenario_columns import ScenarioColumn
from impactapp.ui.models.table_rows import Span, changed_span
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LAST = ScenarioColumn.DEPARTURES


class ScenarioModel(QAbstractTableModel):
    """Holds the study's own tuple of scenarios as of the last ``refresh``.

    The empty row (``draft_row``) stands at the end; it is absent when the study cannot be changed.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._study_id = ""
        self._scenarios: tuple[Scenario, ...] = ()
        self._has_draft = False

    @property
    def draft_row(self) -> int:
        """The empty row, -1 when there is none."""
        return len(self._scenarios) if self._has_draft else -1

    def scenario(self, row: int) -> Scenario | None:
        """The scenario of a row, ``None`` for the empty one."""
        return self._scenarios[row] if 0 <= row < len(self._scenarios) else None

    def row_of(self, scenario_id: str) -> int:
        """The row of a scenario, -1 when it is not here."""
        return next((row for row, scenario in enumerate(self._scenarios) if scenario.id == scenario_id), -1)

    def refresh(self) -> list[int]:
        """Follow the study, telling views of the rows that came, went or changed; returns those that changed."""
        study = self._session.study
        scenarios = study.scenarios if study else ()
        has_draft = study is not None and self._session.is_writable
        shown = study.id if study else ""
        if shown != self._study_id or has_draft is not self._has_draft:
            self.beginResetModel()
            self._study_id, self._scenarios, self._has_draft = shown, scenarios, has_draft
            self.endResetModel()
            return []
        before = {scenario.id: scenario for scenario in self._scenarios}
        span = changed_span([one.id for one in self._scenarios], [one.id for one in scenarios])
        self._replace_rows(span, scenarios)
        changed = [row for row, one in enumerate(scenarios) if before.get(one.id, one) is not one]
        for row in changed:
            self.dataChanged.emit(self.index(row, ScenarioColumn.TITLE), self.index(row, _LAST))
        return changed

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._scenarios) + self._has_draft

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(ScenarioColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        scenario, column = self.scenario(index.row()), ScenarioColumn(index.column())
        if role == Role.TextAlignmentRole and column in columns.NUMBERS:
            return _RIGHT
        if scenario is None:
            return _draft_words(column, role)
        if role == Role.ForegroundRole and columns.is_to_set(scenario, column):
            return QBrush(QColor(theme.current().palette.muted))
        if role == Role.DisplayRole:
            return columns.cell_text(scenario, column)
        if role == Role.EditRole:
            return columns.cell_input(scenario, column)
        if role == Role.ToolTipRole:
            return columns.cell_tip(scenario, column, self._session.study)
        return columns.cell_words(scenario, column) if role == Role.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return self._row_heading(section, role)
        column = ScenarioColumn(section)
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
        is_typed = index.column() == ScenarioColumn.TITLE or index.row() != self.draft_row
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        if role != Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        before = self.scenario(index.row())
        try:
            edit = columns.edit_of(before, ScenarioColumn(index.column()), str(value))
        except EditError as refusal:
            return self._session.tell_refusal(refusal)
        if edit is None or not self._session.submit(edit):
            return edit is None
        study = self._session.study
        lost = columns.lost_years(before, study.scenario(before.id)) if study and before else ""
        if lost:
            self._session.informed.emit(lost)
        return True

    def _replace_rows(self, span: Span, scenarios: tuple[Scenario, ...]) -> None:
        if span.is_empty:
            self._scenarios = scenarios
            return
        if span.old_stop > span.start:
            self.beginRemoveRows(_NOWHERE, span.start, span.old_stop - 1)
            self._scenarios = (*self._scenarios[: span.start], *self._scenarios[span.old_stop :])
            self.endRemoveRows()
        if span.new_stop > span.start:
            self.beginInsertRows(_NOWHERE, span.start, span.new_stop - 1)
            self._scenarios = scenarios
            self.endInsertRows()
        self._scenarios = scenarios
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def _row_heading(self, row: int, role: int) -> object:
        if role == Role.TextAlignmentRole:
            return _RIGHT
        if role != Role.DisplayRole:
            return None
        return "+" if row == self.draft_row else str(row + 1)


def _draft_words(column: ScenarioColumn, role: int) -> object:
    if role == Role.EditRole:
        return ""
    if role == Role.AccessibleTextRole and column is not ScenarioColumn.TITLE:
        return labels.UNKNOWN
    if column is not ScenarioColumn.TITLE or role not in (Role.DisplayRole, Role.AccessibleTextRole):
        return None
    return _("New scenario…")

"""The two lists of a scenario that are typed in place: its adoption year by year, and what its time is for."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from impactapp import labels
from impactapp.domain.edits.scenarios import set_scenario
from impactapp.domain.problems import EditError
from impactapp.domain.scenario import Scenario, Use
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.scenario_columns import lost_years, parse_part
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NAME, PART = 0, 1


class ListRows(Protocol):
    """What a list is made of: rows of a name and a percentage; one more at the end where there ``is_open``."""

    is_open: bool

    def headings(self) -> tuple[str, str]: ...
    def rows(self, scenario: Scenario) -> list[tuple[str, float | None]]: ...
    def invitation(self) -> str: ...
    def is_typed(self, scenario: Scenario, row: int, column: int) -> bool: ...
    def changed(self, scenario: Scenario, row: int, column: int, typed: str) -> Scenario: ...


class StatedRows:
    """The adoption typed year by year; the years after the last one typed hold it on."""

    is_open = False

    def headings(self) -> tuple[str, str]:
        """The words over the columns."""
        return _("Year"), _("Adopted")

    def rows(self, scenario: Scenario) -> list[tuple[str, float | None]]:
        """A row a year, up to the horizon."""
        stated = (*scenario.stated, *[None] * scenario.horizon)[: scenario.horizon]
        return [(_("Year {year}").format(year=year), part) for year, part in enumerate(stated, 1)]

    def invitation(self) -> str:
        """The years are all there."""
        return ""

    def is_typed(self, scenario: Scenario, row: int, column: int) -> bool:
        """One after the other: no year may be left out between two others."""
        return column == PART and row <= len(scenario.stated)

    def changed(self, scenario: Scenario, row: int, _column: int, typed: str) -> Scenario:
        """Emptied, a year ends the curve there."""
        part = parse_part(typed)
        if part is None:
            return replace(scenario, stated=scenario.stated[:row])
        return replace(scenario, stated=(*scenario.stated[:row], part, *scenario.stated[row + 1 :]))


class UseRows:
    """What the net time is for."""

    is_open = True

    def headings(self) -> tuple[str, str]:
        """The words over the columns."""
        return _("Use"), _("Share")

    def rows(self, scenario: Scenario) -> list[tuple[str, float | None]]:
        """A row a use."""
        return [(use.title, use.share) for use in scenario.uses]

    def invitation(self) -> str:
        """What the empty row says."""
        return _("New use…")

    def is_typed(self, scenario: Scenario, row: int, column: int) -> bool:
        """All of it, but a share of nothing."""
        return column == NAME or row < len(scenario.uses)

    def changed(self, scenario: Scenario, row: int, column: int, typed: str) -> Scenario:
        """An emptied title removes the use, an empty row adds one."""
        uses = list(scenario.uses)
        if row >= len(uses):
            uses.append(Use(typed))
        elif column == PART:
            uses[row] = replace(uses[row], share=parse_part(typed))
        elif typed:
            uses[row] = replace(uses[row], title=typed)
        else:
            del uses[row]
        return replace(scenario, uses=tuple(uses))


class PartsModel(QAbstractTableModel):
    """Two columns, a name and a percentage; an edit of the study follows what is typed."""

    def __init__(self, session: Session, listed: ListRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listed = listed
        self._scenario: Scenario | None = None
        self._rows: list[tuple[str, float | None]] = []
        self._has_draft = False

    @property
    def draft_row(self) -> int:
        """The empty row, -1 when there is none."""
        return len(self._rows) if self._has_draft else -1

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Follow a scenario."""
        rows = [] if scenario is None else self._listed.rows(scenario)
        has_draft = scenario is not None and self._listed.is_open and self._session.is_writable
        if (len(rows), has_draft) == (len(self._rows), self._has_draft):
            self._scenario, self._rows = scenario, rows
            if rows:
                self.dataChanged.emit(self.index(0, NAME), self.index(len(rows) - 1, PART))
            return
        self.beginResetModel()
        self._scenario, self._rows, self._has_draft = scenario, rows, has_draft
        self.endResetModel()

    def remove(self, row: int) -> bool:
        """Remove a row that can be named, or empty one that cannot; ``False`` where there is nothing."""
        if not 0 <= row < len(self._rows):
            return False
        return self.setData(self.index(row, NAME if self._listed.is_open else PART), "")

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + self._has_draft

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if index.column() == PART else None
        if role == Role.EditRole:
            return self._typed(index)
        if role == Role.ForegroundRole:
            return QBrush(QColor(theme.current().palette.muted)) if self._is_unset(index) else None
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        return self._shown(index, spoken=role == Role.AccessibleTextRole)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if section == PART else _LEFT
        return self._listed.headings()[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._scenario is None or not index.isValid() or not self._session.is_writable:
            return flags
        typed = self._listed.is_typed(self._scenario, index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        scenario = self._scenario
        if role != Role.EditRole or scenario is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        typed = str(value).strip()
        if typed == self._typed(index):
            return True
        try:
            changed = self._listed.changed(scenario, index.row(), index.column(), typed)
        except EditError as refusal:
            return self._session.tell_refusal(refusal)
        done = self._session.submit(set_scenario(changed))
        lost = lost_years(scenario, changed, meant=1) if done else ""
        if lost:
            self._session.informed.emit(lost)
        return done

    def _typed(self, index: Index) -> str:
        if index.row() >= len(self._rows):
            return ""
        name, part = self._rows[index.row()]
        return name if index.column() == NAME else labels.share_input(part)

    def _shown(self, index: Index, *, spoken: bool) -> str:
        if index.row() >= len(self._rows):
            return self._listed.invitation() if index.column() == NAME else labels.UNKNOWN if spoken else ""
        name, part = self._rows[index.row()]
        if index.column() == NAME:
            return name
        waits = self._scenario is not None and self._listed.is_typed(self._scenario, index.row(), PART)
        said = labels.share(part) if part is not None else _("to be set") if waits else ""
        return _("{column}: {words}").format(column=name, words=said or labels.UNKNOWN) if spoken else said

    def _is_unset(self, index: Index) -> bool:
        return index.row() < len(self._rows) and index.column() == PART and self._rows[index.row()][1] is None

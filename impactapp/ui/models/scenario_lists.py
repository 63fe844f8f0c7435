"""The two lists of a scenario that are typed in place: its adoption year by year, and what its time is for."""

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from impactapp import labels
from impactapp.domain.edits.scenarios import set_scenario
from impactapp.domain.problems import EditError
from impactapp.domain.quantities import parse_share
from impactapp.domain.scenario import Scenario, Use
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAME, PART = 0, 1


class PartsModel(QAbstractTableModel):
    """Two columns, a name and a percentage; who derives from it says what the rows are and what typing does."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scenario: Scenario | None = None
        self._rows: tuple[tuple[str, float | None], ...] = ()

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Follow a scenario."""
        rows = () if scenario is None else self.rows_of(scenario)
        if len(rows) == len(self._rows):
            self._scenario, self._rows = scenario, rows
            if rows:
                self.dataChanged.emit(self.index(0, NAME), self.index(len(rows) - 1, PART))
            return
        self.beginResetModel()
        self._scenario, self._rows = scenario, rows
        self.endResetModel()

    def rows_of(self, scenario: Scenario) -> tuple[tuple[str, float | None], ...]:
        """The name and part of each row."""
        raise NotImplementedError

    def headings(self) -> tuple[str, str]:
        """The words over the columns."""
        raise NotImplementedError

    def changed(self, scenario: Scenario, row: int, column: int, typed: str) -> Scenario:
        """The scenario after something was typed."""
        raise NotImplementedError

    def is_typed(self, row: int, column: int) -> bool:
        """Whether a cell can be changed."""
        raise NotImplementedError

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        name, part = self._rows[index.row()]
        if role == Role.TextAlignmentRole:
            return _RIGHT if index.column() == PART else None
        if role == Role.ForegroundRole and index.column() == PART and part is None:
            return QBrush(QColor(theme.current().palette.muted))
        if role == Role.EditRole:
            return self.typed_of(index.row(), index.column())
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        if index.column() == NAME:
            return name
        shown = self.part_words(index.row(), part)
        if role != Role.AccessibleTextRole:
            return shown
        return _("{column}: {words}").format(column=name, words=shown or labels.UNKNOWN)

    def typed_of(self, row: int, column: int) -> str:
        """What is offered when a cell is edited."""
        name, part = self._rows[row]
        return name if column == NAME else labels.share_input(part)

    def part_words(self, _row: int, part: float | None) -> str:
        """A percentage, or that it is to be set."""
        return _("to be set") if part is None else labels.share(part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if section == PART else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.headings()[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = index.isValid() and self._session.is_writable and self.is_typed(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        scenario = self._scenario
        if role != Role.EditRole or scenario is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        typed = str(value).strip()
        if typed == self.typed_of(index.row(), index.column()):
            return True
        try:
            return self._session.submit(set_scenario(self.changed(scenario, index.row(), index.column(), typed)))
        except EditError as refusal:
            return self._session.tell_refusal(refusal)


class StatedModel(PartsModel):
    """The adoption typed year by year; the years after the last one typed hold it on."""

    def rows_of(self, scenario: Scenario) -> tuple[tuple[str, float | None], ...]:
        stated = (*scenario.stated, *[None] * scenario.horizon)[: scenario.horizon]
        return tuple((_("Year {year}").format(year=year), part) for year, part in enumerate(stated, 1))

    def headings(self) -> tuple[str, str]:
        return _("Year"), _("Adopted")

    def is_typed(self, row: int, column: int) -> bool:
        """One after the other: no year may be left out between two others."""
        return column == PART and self._scenario is not None and row <= len(self._scenario.stated)

    def part_words(self, row: int, part: float | None) -> str:
        if part is None and self._scenario is not None and row > len(self._scenario.stated):
            return ""
        return super().part_words(row, part)

    def changed(self, scenario: Scenario, row: int, column: int, typed: str) -> Scenario:
        """Emptied, a year ends the curve there."""
        part = parse_share(typed)
        if part is None:
            return replace(scenario, stated=scenario.stated[:row])
        return replace(scenario, stated=(*scenario.stated[:row], part, *scenario.stated[row + 1 :]))


class UsesModel(PartsModel):
    """What the net time is for, with an empty row at the end to type the next use in."""

    @property
    def draft_row(self) -> int:
        """The empty row, -1 when there is none."""
        return len(self._rows) - 1 if self._rows and self._session.is_writable else -1

    def rows_of(self, scenario: Scenario) -> tuple[tuple[str, float | None], ...]:
        rows = tuple((use.title, use.share) for use in scenario.uses)
        return (*rows, (_("New use…"), None)) if self._session.is_writable else rows

    def headings(self) -> tuple[str, str]:
        return _("What the time is for"), _("Share")

    def is_typed(self, row: int, column: int) -> bool:
        return column == NAME or row != self.draft_row

    def typed_of(self, row: int, column: int) -> str:
        return "" if row == self.draft_row else super().typed_of(row, column)

    def part_words(self, row: int, part: float | None) -> str:
        return "" if row == self.draft_row else super().part_words(row, part)

    def changed(self, scenario: Scenario, row: int, column: int, typed: str) -> Scenario:
        """An emptied title removes the use."""
        uses = list(scenario.uses)
        if row == self.draft_row:
            uses.append(Use(typed))
        elif column == PART:
            uses[row] = replace(uses[row], share=parse_share(typed))
        elif typed:
            uses[row] = replace(uses[row], title=typed)
        else:
            del uses[row]
        return replace(scenario, uses=tuple(uses))

    def remove(self, row: int) -> bool:
        """Remove a use; ``False`` in the empty row."""
        scenario = self._scenario
        if scenario is None or not 0 <= row < len(scenario.uses):
            return False
        kept = (*scenario.uses[:row], *scenario.uses[row + 1 :])
        return self._session.submit(set_scenario(replace(scenario, uses=kept)))

"""What moved between two moments as a table: the profession, the thing, what it was and what it is."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp.domain.analysis.movement import Movement
from impactapp.i18n import _
from impactapp.labels.movement import differences

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
PROFESSION, WHAT, BEFORE, AFTER = range(4)


class MovedRow(NamedTuple):
    """One difference; the ids are empty where the later moment has no such thing."""

    cells: tuple[str, str, str, str]
    profession_id: str = ""
    task_id: str = ""


class MovementModel(QAbstractTableModel):
    """The differences of all professions that moved."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MovedRow, ...] = ()

    def show_movements(self, moved: Iterable[Movement]) -> None:
        """Follow another comparison."""
        self.beginResetModel()
        self._rows = tuple(row for one in moved if not one.is_still for row in _rows(one))
        self.endResetModel()

    def row(self, row: int) -> MovedRow | None:
        """A difference by its row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_headings())

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        found = self.row(index.row()) if index.isValid() else None
        if found is None:
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return found.cells[index.column()]
        return self._spoken(found, index.column()) if role == Role.AccessibleTextRole else None

    def _spoken(self, found: MovedRow, column: int) -> str:
        said = found.cells[column]
        if column == PROFESSION:
            return said
        heading, profession = _headings()[column], found.cells[PROFESSION]
        return _("{heading} of {profession}: {value}").format(heading=heading, profession=profession, value=said)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(_headings()):
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _headings()[section] if role == Role.DisplayRole else None


def _rows(moved: Movement) -> list[MovedRow]:
    profession_id = moved.after.profession.id if moved.after else ""
    return [
        MovedRow((moved.title, one.what, one.before, one.after), profession_id, one.task_id)
        for one in differences(moved)
    ]


def _headings() -> tuple[str, str, str, str]:
    return _("Profession"), _("What moved"), _("Then"), _("Now")

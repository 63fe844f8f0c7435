"""A table to read: rows of words, some columns of them numbers, each row with an id and words of help."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp.i18n import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class WordsRow:
    """What the cells of a row read, what the row is about, and where its numbers come from."""

    cells: tuple[str, ...]
    about: str = ""
    tip: str = ""


class WordsModel(QAbstractTableModel):
    """``headings`` are the words over the columns, ``numbers`` the columns that stand to the right."""

    def __init__(self, headings: Sequence[str], numbers: Sequence[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._numbers = frozenset(numbers)
        self._rows: tuple[WordsRow, ...] = ()

    def show_rows(self, rows: Sequence[WordsRow]) -> None:
        """Show other rows; those that are the same stay."""
        shown = tuple(rows)
        if shown == self._rows:
            return
        if len(shown) == len(self._rows):
            before, self._rows = self._rows, shown
            for row, (old, new) in enumerate(zip(before, shown, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headings) - 1))
            return
        self.beginResetModel()
        self._rows = shown
        self.endResetModel()

    def row(self, at: int) -> WordsRow | None:
        """One row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if index.column() in self._numbers else _LEFT
        cell = row.cells[index.column()]
        if role == Role.ToolTipRole:
            return row.tip or cell
        if role == Role.AccessibleTextRole and index.column():
            return _("{column}: {words}").format(column=self._headings[index.column()], words=cell)
        return cell if role in (Role.DisplayRole, Role.AccessibleTextRole) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if section in self._numbers else _LEFT
        return self._headings[section] if role == Role.DisplayRole else None

"""The tables of a roll-up as Qt reads them: rows of words and numbers that nobody types in."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.clipboard import CopiedCell
from impactapp.ui.roles import COPIED_ROLE

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Cells = tuple[CopiedCell, ...]
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RollUpModel(QAbstractTableModel):
    """Rows under headings, which are asked for in the language of the moment; those after the first say of what."""

    def __init__(self, headings: Callable[[], Sequence[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: tuple[Cells, ...] = ()
        self._bold: frozenset[int] = frozenset()

    def show_rows(self, rows: Sequence[Cells], bold: Iterable[int] = ()) -> None:
        """Show others, as many as before stay where they are; ``bold`` rows are sums of those below them."""
        self._bold = frozenset(bold)
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        else:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings())

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        cell = row[index.column()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return cell.text
        if role == COPIED_ROLE:
            return cell
        if role == Role.FontRole and index.row() in self._bold:
            return theme.font("strong")
        if role == Role.TextAlignmentRole:
            return _RIGHT if cell.is_right else _LEFT
        if role != Role.AccessibleTextRole:
            return None
        heading = self._headings()[index.column()]
        if not index.column():
            return cell.text
        return _("{heading} of {profession}: {value}").format(heading=heading, profession=row[0].text, value=cell.text)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < self.columnCount():
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if self._rows and self._rows[0][section].is_right else _LEFT
        return self._headings()[section] if role in (Role.DisplayRole, Role.ToolTipRole) else None

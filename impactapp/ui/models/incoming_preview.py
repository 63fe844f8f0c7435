"""The first rows of somebody else's table, each column under what it is taken for."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp.domain.incoming import Field
from impactapp.i18n import _
from impactapp.labels import incoming as incoming_labels
from impactapp.ui import theme

if TYPE_CHECKING:
    from impactapp.exchange.foreign.mapping import ColumnMapping
    from impactapp.exchange.foreign.table import Table

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
MOST_ROWS, MOST_COLUMNS = 40, 40
_LONGEST = 200


class IncomingPreview(QAbstractTableModel):
    """At most some rows and columns: enough to see what is what; the headings of the file stand out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self._columns: Mapping[int, Field] = {}
        self._heading_rows = range(0)

    def show_table(self, table: "Table", mapping: "ColumnMapping") -> None:
        """Show a table as it is mapped now."""
        is_other = table is not self._table
        if is_other:
            self.beginResetModel()
        self._table = table
        self._columns = mapping.columns
        self._heading_rows = range(mapping.first_row - mapping.header_rows, mapping.first_row)
        if is_other:
            self.endResetModel()
        elif self.columnCount() and self.rowCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._table is None else min(MOST_ROWS, len(self._table.rows))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._table is None else min(MOST_COLUMNS, self._table.width)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        table = self._table
        if table is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return " ".join(table.text(row, column)[:_LONGEST].split())
        if role == Role.FontRole and row in self._heading_rows:
            return theme.font("strong")
        if role == Role.AccessibleTextRole:
            said = table.text(row, column)[:_LONGEST] or _("empty")
            return f"{_('headings')}, {said}" if row in self._heading_rows else said
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if self._table is None or role not in (Role.DisplayRole, Role.TextAlignmentRole):
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is Qt.Orientation.Vertical:
            return self._table.ref(section, 0).lstrip("A")
        held = self._columns.get(section)
        letters = self._table.ref(0, section).rstrip("0123456789")
        return f"{letters} · {incoming_labels.field_word(held)}" if held else letters

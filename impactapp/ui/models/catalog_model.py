"""The professions that answer a search, as a list of Qt whose lines can be ticked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from impactapp.i18n import _
from impactapp.ui.catalog_shelf import Line

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
# a list of thousands would be laid out whole at each key; more follow as one scrolls
AT_ONCE = 200


class CatalogModel(QAbstractListModel):
    """``ticked`` follows a tick that came or went; ticks outlive the search that found them."""

    ticked = Signal()

    def __init__(self, line: Callable[[str], Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._keys: Sequence[str] = ()
        self._shown = 0
        self._ticked: dict[str, None] = {}

    @property
    def chosen(self) -> list[str]:
        """The keys of the ticked lines, in the order of their ticks."""
        return list(self._ticked)

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._keys = keys
        self._shown = min(AT_ONCE, len(keys))
        self.endResetModel()

    def forget_ticks(self, kept: Callable[[str], bool] = lambda key: False) -> None:
        """Take the ticks away, but for those to keep."""
        self._ticked = dict.fromkeys(key for key in self._ticked if kept(key))
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1), [Role.CheckStateRole])
        self.ticked.emit()

    def key(self, row: int) -> str:
        """What stands on a row, empty when nothing does."""
        return self._keys[row] if 0 <= row < self._shown else ""

    def row_of(self, key: str) -> int:
        """Where something stands, -1 when it is not shown."""
        return self._keys.index(key) if key in self._keys[: self._shown] else -1

    def tick(self, row: int) -> None:
        """Tick a line, or take its tick away."""
        index = self.index(row)
        ticked = index.data(Role.CheckStateRole) == Qt.CheckState.Checked
        self.setData(index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, Role.CheckStateRole)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self._keys)

    def fetchMore(self, parent: Index) -> None:
        end = min(self._shown + AT_ONCE, len(self._keys))
        if not parent.isValid() and end > self._shown:
            self.beginInsertRows(_NOWHERE, self._shown, end - 1)
            self._shown = end
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        key = self._keys[index.row()]
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if key in self._ticked else Qt.CheckState.Unchecked
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        line = self._line(key)
        if role == Role.ToolTipRole:
            return line.title
        if role == Role.DisplayRole:
            return f"{line.title}\n{line.detail}"
        return _("{title}: {detail}").format(title=line.title, detail=line.detail)

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.CheckStateRole:
            return False
        key = self._keys[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked[key] = None
        else:
            self._ticked.pop(key, None)
        self.dataChanged.emit(index, index, [Role.CheckStateRole])
        self.ticked.emit()
        return True

"""The outside measure of one profession as a table: a row a figure, a column a code, for each stands by itself."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp.domain.analysis.benchmarks import Measure
from impactapp.i18n import _
from impactapp.labels import benchmark as words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BenchmarkModel(QAbstractTableModel):
    """Empty for a profession that has no measure."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measures: tuple[Measure, ...] = ()

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Follow another profession, or other ranks."""
        if measures != self._measures:
            self.beginResetModel()
            self._measures = measures
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(words.figure_titles()) if self._measures and not parent.isValid() else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1 + len(self._measures) if self._measures and not parent.isValid() else 0

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or not self._measures:
            return None
        row, column = index.row(), index.column()
        if role == Role.TextAlignmentRole:
            return _RIGHT if column else _LEFT
        if role == Role.DisplayRole:
            return self._figure(row, column)
        if role != Role.AccessibleTextRole:
            return None
        title = words.figure_titles()[row]
        if not column:
            return title
        return _("{title}: {detail}").format(title=f"{title}, {self._code(column)}", detail=self._figure(row, column))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < self.columnCount():
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if role != Role.DisplayRole:
            return None
        return self._code(section) if section else _("Outside measure")

    def _figure(self, row: int, column: int) -> str:
        return words.figures_of(self._measures[column - 1])[row] if column else words.figure_titles()[row]

    def _code(self, column: int) -> str:
        return words.code_word(self._measures[column - 1].benchmark.isco08)

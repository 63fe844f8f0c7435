"""The professions with their working time exposed under both hypotheses, and the total of what is known."""

from enum import IntEnum
from math import fsum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.i18n import _, ngettext
from impactapp.ui import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class ExposureColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    CATEGORY = 1
    FTE = 2
    RATE = 3
    EXPOSED = 4
    MISSING = 5


Column = ExposureColumn


class ExposureModel(QAbstractTableModel):
    """A row a profession, in the order of the study, then the total."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ProfessionResult, ...] = ()

    def show_results(self, results: Results) -> None:
        """Follow newer results."""
        if len(results.professions) == len(self._rows):
            self._rows = results.professions
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, Column.MISSING))
        else:
            self.beginResetModel()
            self._rows = results.professions
            self.endResetModel()

    def result(self, row: int) -> ProfessionResult | None:
        """The profession of a row, ``None`` for the total."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._rows else len(self._rows) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        column, result = Column(index.column()), self.result(index.row())
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if _is_number(column) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if result is None and role == Role.FontRole:
            return theme.font("strong")
        if result is None and role == Role.BackgroundRole:
            return QBrush(QColor(theme.current().palette.surface))
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        return words_of(result, column) if result else total_of(self._rows, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Role.DisplayRole else None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if _is_number(Column(section)) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return _headings()[section] if role == Role.DisplayRole else None


def _headings() -> tuple[str, ...]:
    staff = _("Profession"), _("Category"), _("FTE")
    return (*staff, _("Rate, low to high"), _("Time exposed"), _("Missing"))


def is_known(result: ProfessionResult) -> bool:
    """Whether both ends of the working time exposed are known."""
    return result.fte_exposed.low is not None and result.fte_exposed.high is not None


def total_exposed(rows: tuple[ProfessionResult, ...]) -> Interval:
    """The sum over the professions where both ends are known, so that the two sums are of the same professions."""
    known = [result.fte_exposed for result in rows if is_known(result)]
    if not known:
        return Interval()
    return Interval(
        fsum(at.low for at in known if at.low is not None), fsum(at.high for at in known if at.high is not None)
    )


def words_of(result: ProfessionResult, column: Column) -> str:
    """What a cell of a profession says."""
    return {
        Column.TITLE: result.profession.title,
        Column.CATEGORY: labels.category_word(result.profession.category),
        Column.FTE: labels.fte(result.profession.fte),
        Column.RATE: _rate(result),
        Column.EXPOSED: labels.fte_range(result.fte_exposed, result.profession.fte)
        if is_known(result)
        else labels.UNKNOWN,
        Column.MISSING: _missing(result),
    }[column]


def total_of(rows: tuple[ProfessionResult, ...], column: Column) -> str:
    """What a cell of the total says."""
    known = sum(is_known(result) for result in rows)
    if column is Column.TITLE:
        words = ngettext("Total: {known} of {count} profession", "Total: {known} of {count} professions", len(rows))
        return words.format(known=known, count=len(rows))
    if column is Column.FTE:
        return labels.fte(fsum(at.profession.fte or 0.0 for at in rows if is_known(at))) if known else labels.UNKNOWN
    return labels.fte_range(total_exposed(rows)) if column is Column.EXPOSED and known else ""


def _rate(result: ProfessionResult) -> str:
    known = result.rate.low is not None and result.rate.high is not None
    return labels.percent_range(result.rate) if known else labels.UNKNOWN


def _missing(result: ProfessionResult) -> str:
    said = [labels.missing_sentence(result)]
    if result.profession.fte is None:
        said.append(_("FTE not filled in."))
    return " ".join(words for words in said if words)


def _is_number(column: Column) -> bool:
    return column in (Column.FTE, Column.RATE, Column.EXPOSED)

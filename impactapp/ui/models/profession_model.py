"""The professions of the study as a Qt table, grouped by staff category, with the totals of each and of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from impactapp import labels
from impactapp.domain.analysis.headcount import is_above_headcount
from impactapp.domain.analysis.results import Results
from impactapp.domain.edits import professions as edits
from impactapp.domain.edits.edit import Edit
from impactapp.domain.problems import EditError
from impactapp.domain.profession import Category, Profession
from impactapp.domain.quantities import parse_fte, parse_headcount
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels.staff_findings import above_headcount
from impactapp.ui import theme
from impactapp.ui.models.profession_totals import Staff, staff_tip, staff_words
from impactapp.ui.models.table_rows import changed_span
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ProfessionColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    CATEGORY = 1
    HEADCOUNT = 2
    FTE = 3
    TASKS = 4
    RATE = 5


Column = ProfessionColumn
_TYPED = (Column.TITLE, Column.CATEGORY, Column.HEADCOUNT, Column.FTE)


@dataclass(frozen=True, slots=True)
class RowKey:
    """A row: a profession, else the heading of a category, else the total of all."""

    profession_id: str = ""
    category: Category | None = None


class ProfessionModel(QAbstractTableModel):
    """Rows in the order of the categories, and inside one in the order of the study."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._study: Study | None = None
        self._keys: list[RowKey] = []
        self._results: Results | None = None

    def profession(self, row: int) -> Profession | None:
        """The profession of a row, ``None`` for a heading or the total."""
        if self._study is None or not 0 <= row < len(self._keys):
            return None
        return self._study.profession(self._keys[row].profession_id)

    def row_of(self, profession_id: str) -> int:
        """The row of a profession, -1 when it is not here."""
        key = next((key for key in self._keys if profession_id and key.profession_id == profession_id), None)
        return -1 if key is None else self._keys.index(key)

    def refresh(self) -> None:
        """Follow the study."""
        study = self._session.study
        if study is self._study:
            return
        keys = _keys(study.professions) if study else []
        span = changed_span(self._keys, keys)
        if span.old_stop > span.start:
            self.beginRemoveRows(_NOWHERE, span.start, span.old_stop - 1)
            del self._keys[span.start : span.old_stop]
            self.endRemoveRows()
        if span.new_stop > span.start:
            self.beginInsertRows(_NOWHERE, span.start, span.new_stop - 1)
            self._study, self._keys = study, keys
            self.endInsertRows()
        self._study, self._keys = study, keys
        if keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, Column.RATE))

    def show_results(self, results: Results | None) -> None:
        """Fill the rates in, or leave them out."""
        self._results = results
        if self._keys:
            self.dataChanged.emit(self.index(0, Column.RATE), self.index(len(self._keys) - 1, Column.RATE))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        column, key = Column(index.column()), self._keys[index.row()]
        if role == Role.TextAlignmentRole:
            return _LEFT if column in (Column.TITLE, Column.CATEGORY) else _RIGHT
        profession = self.profession(index.row())
        if profession is None:
            return self._total(key, column, role)
        if role == Role.DisplayRole:
            return self._words(profession, column)
        if role == Role.EditRole:
            return _typed(profession, column)
        if role == Role.ToolTipRole and column is Column.TITLE:
            return profession.title
        return self._accessible(profession, column) if role == Role.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Role.DisplayRole else None
        if role == Role.TextAlignmentRole:
            return _LEFT if section in (Column.TITLE, Column.CATEGORY) else _RIGHT
        if role != Role.DisplayRole:
            return None
        heads = (_("Profession"), _("Category"), _("Headcount"), _("FTE"), _("Activities"), _("Rate, low to high"))
        return heads[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return super().flags(index)
        if self.profession(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        is_typed = self._session.is_writable and index.column() in _TYPED
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if is_typed else Qt.ItemFlag(0))

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        profession = self.profession(index.row()) if index.isValid() else None
        if role != Role.EditRole or profession is None:
            return False
        try:
            edit = _edit_of(profession, Column(index.column()), str(value))
            # what was typed waits for a large change on its way
            self._session.settle()
            if edit is None or not self._session.apply(edit):
                return edit is None or not self._is_refused(edit)
            self._tell_crowded(profession.id)
            return True
        except EditError as refusal:
            self._session.refused.emit(labels.sentence(refusal))
            return False

    # ------------------------------------------------------------------ inside
    def _tell_crowded(self, profession_id: str) -> None:
        """Say at once what the check of the study would say later."""
        changed = self._session.study.profession(profession_id) if self._session.study else None
        if changed is not None and is_above_headcount(changed.headcount, changed.fte):
            self._session.informed.emit(above_headcount(changed.fte, changed.headcount))

    def _is_refused(self, edit: Edit) -> bool:
        study = self._session.study
        try:
            return study is None or edit.change(study) is None
        except EditError:
            return True

    def _words(self, profession: Profession, column: Column) -> str:
        if column is Column.RATE:
            return self._rate(profession)
        return {
            Column.TITLE: profession.title,
            Column.CATEGORY: labels.category_word(profession.category),
            Column.HEADCOUNT: labels.headcount(profession.headcount),
            Column.FTE: labels.fte(profession.fte),
            Column.TASKS: str(len(profession.tasks)),
        }[column]

    def _rate(self, profession: Profession) -> str:
        result = self._results.profession(profession.id) if self._results else None
        if result is None or result.rate.low is None or result.rate.high is None:
            return labels.UNKNOWN
        return labels.percent_range(result.rate)

    def _accessible(self, profession: Profession, column: Column) -> str:
        words = self._words(profession, column)
        if column is Column.TITLE:
            return words
        heading = self.headerData(column, Qt.Orientation.Horizontal)
        return _("{heading} of {profession}: {value}").format(heading=heading, profession=profession.title, value=words)

    def _total(self, key: RowKey, column: Column, role: int) -> object:
        if role == Role.FontRole:
            return theme.font("strong")
        if role == Role.BackgroundRole:
            return QBrush(QColor(theme.current().palette.surface))
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole) or self._study is None:
            return None
        counted = [p for p in self._study.professions if key.category in (None, p.category)]
        if column is Column.TITLE:
            name = _("Total of the study") if key.category is None else labels.category_word(key.category)
            return None if role == Role.ToolTipRole else name
        if column is Column.TASKS:
            return None if role == Role.ToolTipRole else str(sum(len(p.tasks) for p in counted))
        if column not in (Column.HEADCOUNT, Column.FTE):
            return None
        staff = Staff.headcount(counted) if column is Column.HEADCOUNT else Staff.fte(counted)
        return staff_tip(staff) if role == Role.ToolTipRole else staff_words(staff, column is Column.FTE)


def _keys(professions: Sequence[Profession]) -> list[RowKey]:
    keys: list[RowKey] = []
    for category in Category:
        inside = [RowKey(profession.id) for profession in professions if profession.category is category]
        if inside:
            keys += [RowKey(category=category), *inside]
    return [*keys, RowKey()] if keys else []


def _typed(profession: Profession, column: Column) -> str:
    if column is Column.CATEGORY:
        return profession.category.value
    if column is Column.HEADCOUNT:
        return "" if profession.headcount is None else str(profession.headcount)
    return labels.fte_input(profession.fte) if column is Column.FTE else profession.title


def _edit_of(profession: Profession, column: Column, typed: str) -> Edit | None:
    if typed.strip() == _typed(profession, column):
        return None
    if column is Column.CATEGORY:
        return edits.set_category(profession, Category(typed))
    if column is Column.HEADCOUNT:
        return edits.set_headcount(profession, parse_headcount(typed))
    if column is Column.FTE:
        return edits.set_fte(profession, parse_fte(typed))
    return edits.rename_profession(profession.id, typed)

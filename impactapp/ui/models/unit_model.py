"""The sites and services as a Qt table, with what their staff sums to and its working time exposed."""

from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.analysis.headcount import UnitStaff, sites, unit_staff
from impactapp.domain.analysis.results import Results
from impactapp.domain.edits.staff import set_unit
from impactapp.domain.staff import Unit, UnitKind
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import staff as words
from impactapp.ui.models.table_rows import changed_span
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NO_SITE = ""


class UnitColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    KIND = 1
    SITE = 2
    HEADCOUNT = 3
    FTE = 4
    EXPOSED = 5


Column = UnitColumn
_NUMBERS = (Column.HEADCOUNT, Column.FTE, Column.EXPOSED)


class UnitModel(QAbstractTableModel):
    """A row a unit, in the order of the study; a site sums its services."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._units: tuple[Unit, ...] = ()
        self._sums: dict[str, UnitStaff] = {}

    def unit(self, row: int) -> Unit | None:
        """The unit of a row."""
        return self._units[row] if 0 <= row < len(self._units) else None

    def row_of(self, unit_id: str) -> int:
        """The row of a unit, -1 when it is not here."""
        return next((row for row, unit in enumerate(self._units) if unit.id == unit_id), -1)

    def refresh(self) -> None:
        """Follow the study."""
        study = self._session.study
        units = study.staffing.units if study else ()
        if units is self._units:
            return
        span = changed_span([unit.id for unit in self._units], [unit.id for unit in units])
        if span.old_stop > span.start:
            self.beginRemoveRows(_NOWHERE, span.start, span.old_stop - 1)
            self._units = (*self._units[: span.start], *self._units[span.old_stop :])
            self.endRemoveRows()
        if span.new_stop > span.start:
            self.beginInsertRows(_NOWHERE, span.start, span.new_stop - 1)
            self._units = units
            self.endInsertRows()
        self._units = units
        self._tell_changed()

    def show_results(self, results: Results) -> None:
        """Fill the sums in."""
        self._sums = {found.unit.id: found for found in unit_staff(results)}
        self._tell_changed()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._units)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        unit = self.unit(index.row()) if index.isValid() else None
        if unit is None:
            return None
        column = Column(index.column())
        if role == Role.TextAlignmentRole:
            return _RIGHT if column in _NUMBERS else _LEFT
        if role == Role.DisplayRole:
            return self._words(unit, column)
        if role == Role.EditRole:
            return {Column.TITLE: unit.title, Column.KIND: unit.kind.value, Column.SITE: unit.site_id}.get(column, "")
        if role == Role.ToolTipRole:
            return _heading_tip(column) if column in _NUMBERS else self._words(unit, column)
        return self._spoken(unit, column) if role == Role.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = Column(section)
        if role == Role.TextAlignmentRole:
            return _RIGHT if column in _NUMBERS else _LEFT
        if role == Role.ToolTipRole:
            return _heading_tip(column)
        return _heading(column) if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags, unit = super().flags(index), self.unit(index.row()) if index.isValid() else None
        if unit is None or not self._session.is_writable or index.column() in _NUMBERS:
            return flags
        is_fixed = index.column() == Column.SITE and unit.kind is UnitKind.SITE
        return flags if is_fixed else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when it is refused; the reason is told."""
        unit = self.unit(index.row()) if index.isValid() else None
        if role != Role.EditRole or unit is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        column = Column(index.column())
        typed = "" if value is None else str(value)
        if typed == self.data(index, Role.EditRole):
            return True
        if column is Column.TITLE:
            return self._session.submit(set_unit(replace(unit, title=typed)))
        if column is Column.SITE:
            return self._session.submit(set_unit(replace(unit, site_id=typed)))
        kind = UnitKind(typed)
        return self._session.submit(
            set_unit(replace(unit, kind=kind, site_id="" if kind is UnitKind.SITE else unit.site_id))
        )

    def site_choices(self) -> list[tuple[str, str]]:
        """The sites a service can be in, or none."""
        study = self._session.study
        return [(NO_SITE, _("No site")), *((site.id, site.title) for site in (sites(study) if study else ()))]

    def _tell_changed(self) -> None:
        if self._units:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._units) - 1, Column.EXPOSED))

    def _words(self, unit: Unit, column: Column) -> str:
        found = self._sums.get(unit.id)
        if column is Column.TITLE:
            return unit.title
        if column is Column.KIND:
            return words.unit_kind_word(unit.kind)
        if column is Column.SITE:
            return site_title(self._session.study, unit)
        if found is None:
            return labels.UNKNOWN
        if column is Column.EXPOSED:
            return labels.fte_range(found.fte_exposed)
        return words.staff_number("headcount", found.headcount) if column is Column.HEADCOUNT else labels.fte(found.fte)

    def _spoken(self, unit: Unit, column: Column) -> str:
        said = self._words(unit, column)
        if column is Column.TITLE:
            return said
        heading = _heading(column)
        return _("{heading} of {profession}: {value}").format(heading=heading, profession=unit.title, value=said)


def site_title(study: Study | None, unit: Unit) -> str:
    """The site a service is in, empty where none is said."""
    site = study.staffing.unit(unit.site_id) if study is not None and unit.site_id else None
    return site.title if site else ""


def kind_choices() -> list[tuple[str, str]]:
    """What a unit can be."""
    return [(kind.value, words.unit_kind_word(kind)) for kind in UnitKind]


def _heading(column: Column) -> str:
    return (
        *(_("Site or service"), _("Kind"), _("In the site")),
        *(_("Headcount"), _("FTE"), _("Working time exposed")),
    )[column]


def _heading_tip(column: Column) -> str:
    return {
        Column.HEADCOUNT: _("The persons of its lines below; a site counts those of its services too."),
        Column.FTE: _("The full-time equivalents of its lines below; a site counts those of its services too."),
        Column.EXPOSED: _(
            "FTE × rate, under the low and the high hypothesis, summed over the professions whose rate and FTE are "
            "known there. A calculation of this application, gross."
        ),
    }.get(column, _heading(column))

"""Edits of the sites and services, of the staff of each profession there, and of the official count."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from impactapp.domain.analysis.headcount import total
from impactapp.domain.edits.edit import Edit, EditKind, replace_profession
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.staff import Census, Staffing, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_title, same_title

CENSUS_YEARS = (1990, 2100)
STAFF_NUMBERS = ("headcount", "fte", "experienced", "trainees", "departures", "vacancies")


def add_unit(unit: Unit) -> Edit:
    """Add a site or a service at the end; its title and id must be new to the study."""
    return add_units([unit], unit.title)


def add_units(units: Sequence[Unit], title: str) -> Edit:
    """Add several at once, in their order."""

    def change(staffing: Staffing) -> Staffing:
        for unit in units:
            if staffing.unit(unit.id) is not None:
                raise EditError(Problem.ID_TAKEN, id=unit.id)
            staffing = replace(staffing, units=(*staffing.units, _checked(staffing, unit)))
        return staffing

    return _edit(EditKind.ADD_UNIT, change, title)


def set_unit(unit: Unit) -> Edit:
    """Rename a site or a service, or put a service in another site."""

    def change(staffing: Staffing) -> Staffing:
        if staffing.unit(unit.id) is None:
            raise EditError(Problem.UNKNOWN_UNIT)
        named = _checked(staffing, unit)
        return replace(staffing, units=_placed([named if other.id == unit.id else other for other in staffing.units]))

    return _edit(EditKind.SET_UNIT, change, unit.title)


def move_unit(unit: Unit, position: int) -> Edit:
    """Put a unit at a position, counted without it and kept within the list."""

    def change(staffing: Staffing) -> Staffing:
        if staffing.unit(unit.id) is None:
            raise EditError(Problem.UNKNOWN_UNIT)
        others = [other for other in staffing.units if other.id != unit.id]
        others.insert(max(0, min(position, len(others))), unit)
        return replace(staffing, units=tuple(others))

    return _edit(EditKind.SET_UNIT, change, unit.title)


def remove_units(unit_ids: Collection[str], title: str) -> Edit:
    """Remove units with the staff stated there; the services of a site that goes stay, without a site."""

    def change(staffing: Staffing) -> Staffing:
        if any(staffing.unit(unit_id) is None for unit_id in unit_ids):
            raise EditError(Problem.UNKNOWN_UNIT)
        kept = _placed([unit for unit in staffing.units if unit.id not in unit_ids])
        lines = tuple(line for line in staffing.lines if line.unit_id not in unit_ids)
        return replace(staffing, units=kept, lines=lines)

    return _edit(EditKind.REMOVE_UNITS, change, title)


def set_staff(lines: Sequence[StaffLine], title: str) -> Edit:
    """State the staff of professions in units; a line that says nothing is removed."""

    def change(study: Study) -> Study:
        units = {unit.id for unit in study.staffing.units}
        for line in lines:
            if study.profession(line.profession_id) is None:
                raise EditError(Problem.UNKNOWN_PROFESSION)
            if line.unit_id not in units:
                raise EditError(Problem.UNKNOWN_UNIT)
            for name in STAFF_NUMBERS:
                require_number(getattr(line, name))
        return _with(study, replace(study.staffing, lines=_ordered(study, lines)))

    return Edit(EditKind.SET_STAFF, change, title)


def take_sums(profession: Profession) -> Edit:
    """Give a profession the headcount and the FTE its units sum to; what no unit states stays as it is."""

    def change(study: Study) -> Study:
        lines = study.staffing.lines_of(profession.id)
        persons, fte = total(line.headcount for line in lines), total(line.fte for line in lines)

        def summed(found: Profession) -> Profession:
            return replace(
                found,
                headcount=found.headcount if persons is None else round(persons),
                fte=found.fte if fte is None else round(fte, 6),
            )

        return replace_profession(study, profession.id, summed)

    return Edit(EditKind.TAKE_SUMS, change, profession.title)


def set_census(census: Census | None) -> Edit:
    """Take over an official count, in the place of the one before, or remove it."""

    def change(staffing: Staffing) -> Staffing:
        return replace(staffing, census=None if census is None else _sound(census))

    if census is None:
        return _edit(EditKind.REMOVE_CENSUS, change, "")
    return _edit(EditKind.SET_CENSUS, change, census.place)


def require_number(number: float | None) -> None:
    """Refuse a number of staff below 0 or above what any establishment has."""
    if number is not None and not 0 <= number <= LARGEST_HEADCOUNT:
        raise EditError(Problem.STAFF_OUT_OF_RANGE, text=number)


def without_profession(staffing: Staffing, profession_id: str) -> Staffing:
    """The staffing once a profession is removed."""
    lines = tuple(line for line in staffing.lines if line.profession_id != profession_id)
    return staffing if len(lines) == len(staffing.lines) else replace(staffing, lines=lines)


def _edit(kind: EditKind, change: Callable[[Staffing], Staffing], subject: str) -> Edit:
    return Edit(kind, lambda study: _with(study, change(study.staffing)), subject)


def _with(study: Study, staffing: Staffing) -> Study:
    return study if staffing == study.staffing else replace(study, staffing=staffing)


def _checked(staffing: Staffing, unit: Unit) -> Unit:
    title = clean_title(unit.title)
    for other in staffing.units:
        if other.id != unit.id and _is_alike(other, replace(unit, title=title)):
            raise EditError(Problem.TITLE_TAKEN, title=title)
    site = staffing.unit(unit.site_id)
    if unit.site_id and (site is None or site.kind is not UnitKind.SITE):
        raise EditError(Problem.UNKNOWN_UNIT)
    if unit.site_id and unit.kind is UnitKind.SITE:
        raise EditError(Problem.SITE_IN_A_SITE, title=title)
    return replace(unit, title=title)


def _placed(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units, those whose site is no longer one without it; refuses two that nothing would then tell apart."""
    sites = {unit.id for unit in units if unit.kind is UnitKind.SITE}
    placed = tuple(replace(unit, site_id="") if unit.site_id not in sites and unit.site_id else unit for unit in units)
    for unit, before in zip(placed, units, strict=True):
        if unit is not before and any(other is not unit and _is_alike(other, unit) for other in placed):
            raise EditError(Problem.UNITS_ALIKE, title=unit.title)
    return placed


def _is_alike(one: Unit, other: Unit) -> bool:
    return one.site_id == other.site_id and same_title(one.title, other.title)


def _ordered(study: Study, said: Sequence[StaffLine]) -> tuple[StaffLine, ...]:
    """Lines in the order of professions, then of units, whatever the order they were stated in."""
    lines = {(line.profession_id, line.unit_id): line for line in (*study.staffing.lines, *said)}
    professions = {profession.id: at for at, profession in enumerate(study.professions)}
    units = {unit.id: at for at, unit in enumerate(study.staffing.units)}
    stated = [line for line in lines.values() if not line.is_empty]
    return tuple(sorted(stated, key=lambda line: (professions[line.profession_id], units[line.unit_id])))


def _sound(census: Census) -> Census:
    if not CENSUS_YEARS[0] <= census.year <= CENSUS_YEARS[1]:
        raise EditError(Problem.YEAR_OUT_OF_RANGE, text=census.year)
    for line in census.lines:
        require_number(line.headcount)
        require_number(line.fte)
    if len({line.code for line in census.lines}) < len(census.lines):
        raise EditError(Problem.ID_TAKEN, id=census.place)
    lines = tuple(replace(line, title=clean_title(line.title)) for line in census.lines)
    return replace(census, source=clean_line(census.source), place=clean_title(census.place), lines=lines)

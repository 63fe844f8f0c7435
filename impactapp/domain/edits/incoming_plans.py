"""Staff by unit, the official count and scenarios with what files say of them; the edits of each check its rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from impactapp.domain.edits.incoming_parts import at, cleaned
from impactapp.domain.edits.scenarios import remove_scenario, set_scenario
from impactapp.domain.edits.staff import add_units, remove_units, set_census, set_staff, set_unit
from impactapp.domain.incoming import Cell, Field, Kind, Place, Said
from impactapp.domain.incoming_plans import ADOPTED, CENSUS, SCENARIO, STAFF, UNIT
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.scenario import HORIZONS, Scenario
from impactapp.domain.staff import Census, StaffLine, Unit
from impactapp.domain.study import Study

PLANNED = (Kind.UNIT, Kind.STAFF, Kind.CENSUS, Kind.SCENARIO)


def planned(study: Study, kind: Kind, place: Place, asked: Sequence[Said]) -> Study:
    """The study with what is said of one thing of these kinds; refuses what its edit refuses, naming the cell."""
    with at(asked[-1].cell):
        if kind is Kind.UNIT:
            return _with_unit(study, place.unit_id, asked)
        if kind is Kind.STAFF:
            line = study.staffing.line(place.profession_id, place.unit_id)
            return set_staff([_changed(line, STAFF, asked)], "").change(study)
        if kind is Kind.CENSUS:
            return _with_group(study, place.group, asked)
        scenario = study.scenario(place.scenario_id)
        if scenario is None:
            raise EditError(Problem.UNKNOWN_SCENARIO)
        return set_scenario(_changed_scenario(scenario, asked)).change(study)


def with_new_unit(study: Study, own_id: str, title: str, cell: Cell, said: Iterable[Said] = ()) -> Study:
    """The study with one more site or service at the end: two sites may each have one of the same name."""
    with at(cell):
        return add_units([_changed(Unit(own_id, title), UNIT, said)], title).change(study)


def without_units(study: Study, unit_ids: Sequence[str]) -> Study:
    """The study without some sites and services."""
    return remove_units(unit_ids, "").change(study)


def without(study: Study, kind: Kind, place: Place) -> Study:
    """The study without one line of staff, group or scenario."""
    if kind is Kind.STAFF:
        return set_staff([StaffLine(place.profession_id, place.unit_id)], "").change(study)
    if kind is Kind.CENSUS:
        census = _census(study)
        kept = tuple(line for line in census.lines if line.code != place.group)
        return set_census(replace(census, lines=kept)).change(study)
    return remove_scenario(Scenario(place.scenario_id, "")).change(study)


def _with_unit(study: Study, own_id: str, asked: Iterable[Said]) -> Study:
    unit = study.staffing.unit(own_id)
    if unit is None:
        raise EditError(Problem.UNKNOWN_UNIT)
    return set_unit(_changed(unit, UNIT, asked)).change(study)


def _with_group(study: Study, code: str, asked: Sequence[Said]) -> Study:
    census = _census(study)
    lines = tuple(_changed(line, CENSUS, asked) if line.code == code else line for line in census.lines)
    return set_census(replace(census, lines=lines)).change(study)


def _census(study: Study) -> Census:
    census = study.staffing.census
    if census is None:
        raise EditError(Problem.CENSUS_GONE)
    return census


def _changed(thing: Any, names: Mapping[Field, str], asked: Iterable[Said]) -> Any:
    """Anything with what is said of its fields, each through its gate."""
    for said in asked:
        with at(said.cell):
            thing = replace(thing, **{names[said.field]: cleaned(said.field, said.value)})
    return thing


def _changed_scenario(scenario: Scenario, asked: Sequence[Said]) -> Scenario:
    """A scenario with its settings; the years that are stated follow one another, up to the horizon."""
    plain: Scenario = _changed(scenario, SCENARIO, [said for said in asked if said.field in SCENARIO])
    years: list[Any] = [*scenario.stated, *[None] * (HORIZONS[1] - len(scenario.stated))]
    typed = [said for said in asked if said.field in ADOPTED]
    for said in typed:
        years[ADOPTED[said.field] - 1] = said.value
    while years and years[-1] is None:
        del years[-1]
    for said in typed:
        with at(said.cell):
            if said.value is not None and ADOPTED[said.field] > plain.horizon:
                raise EditError(Problem.ADOPTION_YEAR_BEYOND, year=ADOPTED[said.field], horizon=plain.horizon)
            if None in years:
                raise EditError(Problem.ADOPTION_YEAR_EMPTY, year=years.index(None) + 1)
    return replace(plain, stated=tuple(years))

"""Units, their staff, the official count and the scenarios, as JSON and back through the gates of the edits."""

from dataclasses import replace
from typing import Any

from impactapp.domain.edits.edit import Change
from impactapp.domain.edits.scenarios import add_scenario
from impactapp.domain.edits.staff import STAFF_NUMBERS, add_unit, set_census, set_staff
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Scenario, Use
from impactapp.domain.staff import Census, CensusLine, Staffing, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_text, clean_title
from impactapp.exchange.json_fields import Field, own_id

_STAFFING = ("units", "lines", "census")
_UNIT = ("id", "title", "kind", "site_id")
_LINE = ("profession_id", "unit_id", *STAFF_NUMBERS)
_CENSUS = ("source", "year", "place", "code", "lines")
_COUNTED = ("code", "title", "category", "headcount", "fte")
_PARTS = ("control", "training", "drills", "departures")
_SCENARIO = ("id", "title", "horizon", "adoption", "stated", "rule", *_PARTS, "uses", "note")
_MOST_YEAR = 10_000


def staffing_to_json(staffing: Staffing) -> dict[str, Any]:
    """The units, the staff of each and the official count, as JSON values; null where nothing was said."""
    census = staffing.census
    return {
        "units": [
            {"id": unit.id, "title": unit.title, "kind": unit.kind.value, "site_id": unit.site_id}
            for unit in staffing.units
        ],
        "lines": [{name: getattr(line, name) for name in _LINE} for line in staffing.lines],
        "census": None if census is None else _census_to_json(census),
    }


def scenario_to_json(scenario: Scenario) -> dict[str, Any]:
    """A scenario with all its settings, as JSON values; parts of one, null where nothing was said."""
    return {
        "id": scenario.id,
        "title": scenario.title,
        "horizon": scenario.horizon,
        "adoption": scenario.adoption.value,
        "stated": list(scenario.stated),
        "rule": None if scenario.rule is None else scenario.rule.value,
        **{name: getattr(scenario, name) for name in _PARTS},
        "uses": [{"title": use.title, "share": use.share} for use in scenario.uses],
        "note": scenario.note,
    }


def with_staffing(study: Study, field: Field) -> Study:
    """The study with the staffing of a field; a refusal names the place."""
    members = field.members(_STAFFING)
    units = [(found, _unit(found)) for found in members.field("units", []).items()]
    # a service may be listed before its site
    for found, unit in sorted(units, key=lambda one: one[1].kind is not UnitKind.SITE):
        study = _applied(study, found, add_unit(unit).change)
    cleaned = {unit.id: unit for unit in study.staffing.units}
    study = replace(study, staffing=replace(study.staffing, units=tuple(cleaned[unit.id] for _found, unit in units)))
    study = _with_lines(study, members.field("lines", []))
    census = members.field("census")
    return study if census.value is None else _applied(study, census, set_census(_census(census)).change)


def with_scenario(study: Study, field: Field) -> Study:
    """The study with the scenario of a field added; a refusal names the place."""
    return _applied(study, field, add_scenario(_scenario(field)).change)


def _with_lines(study: Study, field: Field) -> Study:
    lines: dict[tuple[str, str], StaffLine] = {}
    for found in field.items():
        line = _line(found)
        if (line.profession_id, line.unit_id) in lines:
            found.refuse(EditError(Problem.ID_TAKEN, id=line.unit_id))
        _applied(study, found, set_staff([line], "").change)
        lines[line.profession_id, line.unit_id] = line
    said = tuple(line for line in lines.values() if not line.is_empty)
    return replace(study, staffing=replace(study.staffing, lines=said))


def _applied(study: Study, field: Field, change: Change) -> Study:
    try:
        return change(study)
    except EditError as error:
        field.refuse(error)


def _census_to_json(census: Census) -> dict[str, Any]:
    return {
        "source": census.source,
        "year": census.year,
        "place": census.place,
        "code": census.code,
        "lines": [
            {
                "code": line.code,
                "title": line.title,
                "category": line.category.value,
                "headcount": line.headcount,
                "fte": line.fte,
            }
            for line in census.lines
        ],
    }


def _unit(field: Field) -> Unit:
    members = field.members(_UNIT)
    return Unit(
        own_id(members.field("id")),
        members.field("title").text(clean_title),
        members.field("kind", UnitKind.SERVICE.value).code(UnitKind),
        members.field("site_id", "").text(clean_line),
    )


def _line(field: Field) -> StaffLine:
    members = field.members(_LINE)
    return StaffLine(
        own_id(members.field("profession_id")),
        own_id(members.field("unit_id")),
        headcount=members.field("headcount").optional(_persons),
        fte=members.field("fte").optional(_fte),
        experienced=members.field("experienced").optional(_persons),
        trainees=members.field("trainees").optional(_persons),
        departures=members.field("departures").optional(_fte),
        vacancies=members.field("vacancies").optional(_fte),
    )


def _census(field: Field) -> Census:
    members = field.members(_CENSUS)
    return Census(
        members.field("source").text(clean_line),
        members.field("year").whole(_MOST_YEAR),
        members.field("place").text(clean_title),
        members.field("code", "").text(clean_line),
        tuple(_counted(line) for line in members.field("lines", []).items()),
    )


def _counted(field: Field) -> CensusLine:
    members = field.members(_COUNTED)
    return CensusLine(
        own_id(members.field("code")),
        members.field("title").text(clean_title),
        members.field("category", Category.OTHER.value).code(Category),
        members.field("headcount").optional(_persons),
        members.field("fte").optional(_fte),
    )


def _scenario(field: Field) -> Scenario:
    members = field.members(_SCENARIO)
    control, training, drills, departures = (members.field(name).optional(_part) for name in _PARTS)
    return Scenario(
        own_id(members.field("id")),
        members.field("title").text(clean_title),
        members.field("horizon").whole(_MOST_YEAR),
        members.field("adoption", Adoption.LINEAR.value).code(Adoption),
        tuple(_part(year) for year in members.field("stated", []).items()),
        members.field("rule").optional(lambda found: found.code(Rule)),
        control,
        training,
        drills,
        departures,
        tuple(_use(use) for use in members.field("uses", []).items()),
        members.field("note", "").text(clean_text),
    )


def _use(field: Field) -> Use:
    members = field.members(("title", "share"))
    return Use(members.field("title").text(clean_title), members.field("share").optional(_part))


def _persons(field: Field) -> int:
    return field.whole(LARGEST_HEADCOUNT)


def _fte(field: Field) -> float:
    return field.number(LARGEST_HEADCOUNT)


def _part(field: Field) -> float:
    return field.number(1)

"""Units, their staff, the official count and the scenarios, as rows and back."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from impactapp.domain.profession import Category
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Scenario, Use
from impactapp.domain.staff import NO_STAFFING, Census, CensusLine, Staffing, StaffLine, Unit, UnitKind
from impactapp.store.row_values import MOST_STAFF, Row, number_of, text_of, whole_of

Key = tuple[str, ...]
_CENSUS = "official"  # the id of the one official count a study has


def staff_rows(staffing: Staffing) -> Iterator[tuple[Key, Row]]:
    """The rows of units, staff and official count by table and key."""
    for at, unit in enumerate(staffing.units):
        yield ("unit", unit.id), _unit_row(unit, at)
    for at, line in enumerate(staffing.lines):
        yield ("staff_line", line.profession_id, line.unit_id), _line_row(line, at)
    census = staffing.census
    if census is not None:
        facts: Row = {"source": census.source, "year": census.year, "place": census.place, "code": census.code}
        yield ("census", _CENSUS), {"id": _CENSUS, **facts}
        for at, counted in enumerate(census.lines):
            yield ("census_line", counted.code), _counted_row(counted, at)


def scenario_rows(scenario: Scenario, position: int) -> Iterator[tuple[Key, Row]]:
    """The rows of a scenario at its place in the study, by table and key."""
    yield (
        ("scenario", scenario.id),
        {
            "id": scenario.id,
            "position": position,
            "title": scenario.title,
            "horizon": scenario.horizon,
            "adoption": scenario.adoption.value,
            "rule": scenario.rule.value if scenario.rule else None,
            "control": scenario.control,
            "training": scenario.training,
            "drills": scenario.drills,
            "departures": scenario.departures,
            "note": scenario.note,
        },
    )
    for at, adopted in enumerate(scenario.stated):
        yield (
            ("scenario_year", scenario.id, str(at)),
            {"scenario_id": scenario.id, "position": at, "adopted": adopted},
        )
    for at, use in enumerate(scenario.uses):
        row: Row = {"scenario_id": scenario.id, "position": at, "title": use.title, "share": use.share}
        yield ("scenario_use", scenario.id, str(at)), row


def staffing_of(found: Mapping[str, list[Any]], profession_ids: Collection[str]) -> Staffing:
    """The staffing of its rows; raises ``KeyError``, ``ValueError`` or ``TypeError`` on what means nothing."""
    units = tuple(unit_of(row) for row in found["unit"])
    lines = tuple(line_of(row) for row in found["staff_line"])
    census = [census_of(row, tuple(counted_of(line) for line in found["census_line"])) for row in found["census"]]
    if len(census) > 1 or (found["census_line"] and not census):
        raise ValueError("an official count that is doubled or not there")
    if not units and not lines and not census:
        return NO_STAFFING
    known = {unit.id for unit in units}
    if any(unit.site_id and unit.site_id not in known for unit in units):
        raise ValueError("a service in a site that is not there")
    if any(line.unit_id not in known or line.profession_id not in profession_ids for line in lines):
        raise ValueError("staff of nowhere or of no profession")
    return Staffing(units, lines, census[0] if census else None)


def scenarios_of(found: Mapping[str, list[Any]]) -> tuple[Scenario, ...]:
    """The scenarios of their rows; raises ``KeyError``, ``ValueError`` or ``TypeError`` on what means nothing."""
    years: dict[str, list[float]] = {}
    for scenario_id, adopted in found["scenario_year"]:
        years.setdefault(scenario_id, []).append(part_said(adopted))
    uses: dict[str, list[Use]] = {}
    for scenario_id, title, share in found["scenario_use"]:
        uses.setdefault(scenario_id, []).append(Use(text_of(title), number_of(share, 1)))
    scenarios = tuple(scenario_of(row, years.pop(row[0], ()), uses.pop(row[0], ())) for row in found["scenario"])
    if years or uses:
        raise ValueError("years or uses without their scenario")
    return scenarios


def unit_of(row: Sequence[Any]) -> Unit:
    """The unit of its row."""
    id, title, kind, site_id = row
    return Unit(id, text_of(title), UnitKind(kind), site_id or "")


def line_of(row: Sequence[Any]) -> StaffLine:
    """The staff line of its row."""
    profession_id, unit_id, headcount, fte, experienced, trainees, departures, vacancies = row
    return StaffLine(
        profession_id,
        unit_id,
        whole_of(headcount, MOST_STAFF),
        number_of(fte, MOST_STAFF),
        whole_of(experienced, MOST_STAFF),
        whole_of(trainees, MOST_STAFF),
        number_of(departures, MOST_STAFF),
        number_of(vacancies, MOST_STAFF),
    )


def census_of(row: Sequence[Any], lines: tuple[CensusLine, ...]) -> Census:
    """The official count of its row, with its lines."""
    source, year, place, code = row
    return Census(text_of(source), year, text_of(place), text_of(code), lines)


def counted_of(row: Sequence[Any]) -> CensusLine:
    """One line of an official count, of its row."""
    code, title, category, headcount, fte = row
    counted = (whole_of(headcount, MOST_STAFF), number_of(fte, MOST_STAFF))
    return CensusLine(code, text_of(title), Category(category), *counted)


def scenario_of(row: Sequence[Any], years: Sequence[float], uses: Sequence[Use]) -> Scenario:
    """The scenario of its row, with its years and uses."""
    id, title, horizon, adoption, rule, control, training, drills, departures, note = row
    costs = (number_of(control, 1), number_of(training, 1), number_of(drills, 1), number_of(departures, 1))
    if not isinstance(horizon, int) or not 1 <= horizon <= 10:
        raise ValueError(f"horizon {horizon}")
    return Scenario(
        id,
        text_of(title),
        horizon,
        Adoption(adoption),
        tuple(years),
        Rule(rule) if rule else None,
        *costs,
        tuple(uses),
        text_of(note),
    )


def part_said(value: float | None) -> float:
    """A part of its column that must be said; raises ``ValueError`` or ``TypeError`` on what is none."""
    part = number_of(value, 1)
    if part is None:
        raise TypeError("a part that is not said")
    return part


def _unit_row(unit: Unit, position: int) -> Row:
    site_id = unit.site_id or None
    return {"id": unit.id, "position": position, "title": unit.title, "kind": unit.kind.value, "site_id": site_id}


def _line_row(line: StaffLine, position: int) -> Row:
    return {
        "profession_id": line.profession_id,
        "unit_id": line.unit_id,
        "position": position,
        "headcount": line.headcount,
        "fte": line.fte,
        "experienced": line.experienced,
        "trainees": line.trainees,
        "departures": line.departures,
        "vacancies": line.vacancies,
    }


def _counted_row(line: CensusLine, position: int) -> Row:
    return {
        "code": line.code,
        "position": position,
        "title": line.title,
        "category": line.category.value,
        "headcount": line.headcount,
        "fte": line.fte,
    }

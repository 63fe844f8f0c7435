"""The fields of staff by unit, of the official count and of scenarios, as they are read from a study's values."""

from impactapp.domain.incoming import Field, Value
from impactapp.domain.scenario import HORIZONS, Scenario
from impactapp.domain.staff import CensusLine, StaffLine, Unit

UNIT = {Field.UNIT_TITLE: "title", Field.UNIT_KIND: "kind", Field.UNIT_SITE: "site_id"}
STAFF = {
    Field.STAFF_HEADCOUNT: "headcount",
    Field.STAFF_FTE: "fte",
    Field.STAFF_EXPERIENCED: "experienced",
    Field.STAFF_TRAINEES: "trainees",
    Field.STAFF_DEPARTURES: "departures",
    Field.STAFF_VACANCIES: "vacancies",
}
CENSUS = {
    Field.CENSUS_TITLE: "title",
    Field.CENSUS_CATEGORY: "category",
    Field.CENSUS_HEADCOUNT: "headcount",
    Field.CENSUS_FTE: "fte",
}
SCENARIO = {
    Field.SCENARIO_TITLE: "title",
    Field.HORIZON: "horizon",
    Field.ADOPTION: "adoption",
    Field.SCENARIO_RULE: "rule",
    Field.CONTROL: "control",
    Field.TRAINING: "training",
    Field.DRILLS: "drills",
    Field.DEPARTURES: "departures",
    Field.SCENARIO_NOTE: "note",
    Field.USES: "uses",
}
# the adoption of each year, where it is stated year by year
ADOPTED = {Field(f"scenario.adopted.{year}"): year for year in range(1, HORIZONS[1] + 1)}


def unit_value(unit: Unit, field: Field) -> Value:
    """What is said of a site or a service."""
    found: Value = getattr(unit, UNIT[field])
    return found


def staff_value(line: StaffLine, field: Field) -> Value:
    """What is said of the staff of a profession in a unit."""
    found: Value = getattr(line, STAFF[field])
    return found


def census_value(line: CensusLine, field: Field) -> Value:
    """What is said of a group of the official count."""
    found: Value = getattr(line, CENSUS[field])
    return found


def scenario_value(scenario: Scenario, field: Field) -> Value:
    """A setting of a scenario; the adoption of a year that is not stated is ``None``."""
    year = ADOPTED.get(field)
    if year is not None:
        return scenario.stated[year - 1] if year <= len(scenario.stated) else None
    found: Value = getattr(scenario, SCENARIO[field])
    return found

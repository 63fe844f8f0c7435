"""The words of what files say of staff by unit, of the official count and of scenarios."""

from impactapp.domain.incoming import Field, MissingRow, NewRow, Place, Value
from impactapp.domain.incoming_plans import ADOPTED, STAFF
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Use
from impactapp.domain.staff import UnitKind
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels.numbers import UNKNOWN, share
from impactapp.labels.scenarios import adoption_word, rule_choice
from impactapp.labels.staff import staff_title, unit_kind_word

PARTS = frozenset((Field.CONTROL, Field.TRAINING, Field.DRILLS, Field.DEPARTURES, *ADOPTED))


def plan_word(field: Field) -> str:
    """What a field of staff, of the official count or of a scenario is called."""
    if field in STAFF:
        return _("{number} (site or service)").format(number=staff_title(STAFF[field]))
    if field in ADOPTED:
        return _("Adoption typed, year {year}").format(year=ADOPTED[field])
    return {**_staff_words(), **_scenario_words()}[field]


def plan_value(field: Field, value: Value, study: Study | None) -> str | None:
    """The words of a value that only these fields have, ``None`` for any other."""
    if field is Field.SCENARIO_RULE and (value is None or isinstance(value, Rule)):
        return rule_choice(value)
    if field is Field.UNIT_SITE:
        unit = study.staffing.unit(str(value)) if study is not None else None
        return UNKNOWN if unit is None else unit.title
    if field is Field.USES and isinstance(value, tuple):
        return ", ".join(_use(one) for one in value if isinstance(one, Use)) or UNKNOWN
    if isinstance(value, UnitKind):
        return unit_kind_word(value)
    if isinstance(value, Adoption):
        return adoption_word(value)
    if field in PARTS and isinstance(value, int | float):
        return share(value)
    return None


def plan_place(study: Study, place: Place, title: str = "") -> str:
    """« Médecine (Site Nord) », « Aide-soignant — Médecine », « Prudent »; empty for a place of another kind."""
    unit = study.staffing.unit(place.unit_id)
    scenario = study.scenario(place.scenario_id)
    census = study.staffing.census
    groups = census.lines if census is not None and place.group else ()
    group = next((line.title for line in groups if line.code == place.group), "")
    if scenario is not None or group:
        return group or (scenario.title if scenario is not None else "")
    if not place.unit_id:
        return ""
    site = study.staffing.unit(unit.site_id) if unit is not None else None
    named = title if unit is None else f"{unit.title} ({site.title})" if site is not None else unit.title
    profession = study.profession(place.profession_id)
    return named if profession is None else f"{profession.title} — {named}"


def plan_row(study: Study, row: NewRow | MissingRow) -> str:
    """The same for a row to add or that is gone: two sites may have a service of one name; empty for another kind."""
    said = row.said if isinstance(row, NewRow) else ()
    site = next((study.staffing.unit(str(one.value)) for one in said if one.field is Field.UNIT_SITE), None)
    return plan_place(study, row.place, row.title if site is None else f"{row.title} ({site.title})")


def _use(use: Use) -> str:
    if use.share is None:
        return use.title
    return _("{title} ({share})").format(title=use.title, share=share(use.share))


def _staff_words() -> dict[Field, str]:
    return {
        Field.UNIT_TITLE: _("Site or service"),
        Field.UNIT_KIND: _("Kind of unit"),
        Field.UNIT_SITE: _("In the site"),
        Field.CENSUS_TITLE: _("Group of the official count"),
        Field.CENSUS_CATEGORY: _("Category of the group"),
        Field.CENSUS_HEADCOUNT: _("Official headcount"),
        Field.CENSUS_FTE: _("Official FTE"),
    }


def _scenario_words() -> dict[Field, str]:
    return {
        Field.SCENARIO_TITLE: _("Title of the scenario"),
        Field.HORIZON: _("Horizon (years)"),
        Field.ADOPTION: _("Adoption"),
        Field.SCENARIO_RULE: _("Rule of the scenario"),
        Field.CONTROL: _("Human control"),
        Field.TRAINING: _("Training"),
        Field.DRILLS: _("Practice for downtime"),
        Field.DEPARTURES: _("Departures a year"),
        Field.SCENARIO_NOTE: _("Note of the scenario"),
        Field.USES: _("What the time is for"),
    }

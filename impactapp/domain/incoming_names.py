"""What files may speak of: the kinds of rows and the fields, by the names that JSON gives them."""

from enum import StrEnum

from impactapp.domain.level import Aspect, Hypothesis


class Kind(StrEnum):
    """What a row is about."""

    STUDY = "study"
    PROFESSION = "profession"
    TASK = "task"
    SKILL = "skill"
    LINK = "link"
    BARRIER = "barrier"
    UNIT = "unit"
    STAFF = "staff"
    CENSUS = "census"
    SCENARIO = "scenario"


class Field(StrEnum):
    """Everything a file may speak of; the value is its name in JSON."""

    # the study: its definitions (an empty text stands for ours) and its rules
    DEFINITION_FAIBLE = "definition.faible"
    DEFINITION_MOYEN = "definition.moyen"
    DEFINITION_FORT = "definition.fort"
    DEFINITION_LOW = "definition.low"
    DEFINITION_HIGH = "definition.high"
    DEFINITION_MATURITY = "definition.maturity"
    DEFINITION_ACCEPTABILITY = "definition.acceptability"
    DEFINITION_ROI = "definition.roi"
    RULE = "rule"
    EXPOSURE_RULE = "exposure_rule"
    PROFESSION_TITLE = "profession.title"
    CATEGORY = "profession.category"
    HEADCOUNT = "profession.headcount"
    FTE = "profession.fte"
    # a task; levels are Level or None
    TITLE = "title"
    SHARE = "share"
    VALIDATED = "human_validates"
    MATURITY_LOW = "maturity.low"
    MATURITY_LOW_TEXT = "maturity.low.text"
    ACCEPTABILITY_LOW = "acceptability.low"
    ACCEPTABILITY_LOW_TEXT = "acceptability.low.text"
    ROI_LOW = "roi.low"
    ROI_LOW_TEXT = "roi.low.text"
    SUBSTITUTION_LOW = "substitution.low"
    SUBSTITUTION_LOW_TEXT = "substitution.low.text"
    MATURITY_HIGH = "maturity.high"
    MATURITY_HIGH_TEXT = "maturity.high.text"
    ACCEPTABILITY_HIGH = "acceptability.high"
    ACCEPTABILITY_HIGH_TEXT = "acceptability.high.text"
    ROI_HIGH = "roi.high"
    ROI_HIGH_TEXT = "roi.high.text"
    SUBSTITUTION_HIGH = "substitution.high"
    SUBSTITUTION_HIGH_TEXT = "substitution.high.text"
    SKILL_TITLE = "skill.title"
    DESCRIPTION = "skill.description"
    SKILL_KIND = "skill.kind"
    CRITICALITY = "skill.criticality"
    RETENTION = "skill.retention"
    EXPERIENCED = "skill.experienced"
    TRAINEES = "skill.trainees"
    BASELINE = "skill.baseline_hours"
    SOURCE = "skill.source"
    # an intensity of 0 is no link
    INTENSITY = "link.intensity"
    STAGE = "link.stage"
    FORMATIVE = "link.formative"
    # a measure; its skills are ids
    BARRIER_TITLE = "measure.title"
    AGAINST = "measure.against"
    SKILLS = "measure.skills"
    HOURS = "measure.hours_per_month"
    TEAM_HOURS = "measure.team_hours"
    OWNER = "measure.owner"
    START = "measure.start"
    REVIEW = "measure.review"
    STATE = "measure.state"
    NOTE = "measure.note"
    # a site or a service; the site it stands in is an id
    UNIT_TITLE = "unit.title"
    UNIT_KIND = "unit.kind"
    UNIT_SITE = "unit.site"
    # the staff of a profession in a unit
    STAFF_HEADCOUNT = "staff.headcount"
    STAFF_FTE = "staff.fte"
    STAFF_EXPERIENCED = "staff.experienced"
    STAFF_TRAINEES = "staff.trainees"
    STAFF_DEPARTURES = "staff.departures"
    STAFF_VACANCIES = "staff.vacancies"
    # a group of the official count
    CENSUS_TITLE = "census.title"
    CENSUS_CATEGORY = "census.category"
    CENSUS_HEADCOUNT = "census.headcount"
    CENSUS_FTE = "census.fte"
    # a scenario; no rule is that of the study, and its uses are told as one list: none of them has an id
    SCENARIO_TITLE = "scenario.title"
    HORIZON = "scenario.horizon"
    ADOPTION = "scenario.adoption"
    SCENARIO_RULE = "scenario.rule"
    CONTROL = "scenario.control"
    TRAINING = "scenario.training"
    DRILLS = "scenario.drills"
    DEPARTURES = "scenario.departures"
    SCENARIO_NOTE = "scenario.note"
    ADOPTED_1 = "scenario.adopted.1"
    ADOPTED_2 = "scenario.adopted.2"
    ADOPTED_3 = "scenario.adopted.3"
    ADOPTED_4 = "scenario.adopted.4"
    ADOPTED_5 = "scenario.adopted.5"
    ADOPTED_6 = "scenario.adopted.6"
    ADOPTED_7 = "scenario.adopted.7"
    ADOPTED_8 = "scenario.adopted.8"
    ADOPTED_9 = "scenario.adopted.9"
    ADOPTED_10 = "scenario.adopted.10"
    USES = "scenario.uses"


TITLE_OF = {
    Kind.PROFESSION: Field.PROFESSION_TITLE,
    Kind.TASK: Field.TITLE,
    Kind.SKILL: Field.SKILL_TITLE,
    Kind.BARRIER: Field.BARRIER_TITLE,
    Kind.UNIT: Field.UNIT_TITLE,
    Kind.CENSUS: Field.CENSUS_TITLE,
    Kind.SCENARIO: Field.SCENARIO_TITLE,
}


def level_field(hypothesis: Hypothesis, aspect: Aspect) -> Field:
    """The level of a criterion, or of the decision."""
    return Field(f"{aspect.value}.{hypothesis.value}")


def text_field(hypothesis: Hypothesis, aspect: Aspect) -> Field:
    """The justification of a criterion, or the reason of a decision."""
    return Field(f"{aspect.value}.{hypothesis.value}.text")

"""The words of what files say: fields, values, kinds of rows, and where something stands."""

from datetime import date

from impactapp.domain.incoming import Cell, Field, Kind, Place, Refused, Value
from impactapp.domain.incoming_fields import DEFINITIONS, KIND_OF, LEVELS, TEXTS
from impactapp.domain.level import Aspect, Level
from impactapp.domain.profession import Category
from impactapp.domain.rule import Rule
from impactapp.domain.skill import BarrierState, Criticality, Mechanism, Retention, SkillKind, Stage
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels.definitions import definition_title
from impactapp.labels.incoming_plans import plan_place, plan_row, plan_value, plan_word
from impactapp.labels.numbers import UNKNOWN, day, fte_input, headcount, share
from impactapp.labels.refusals import sentence
from impactapp.labels.rules import rule_word
from impactapp.labels.skill_words import (
    against_words,
    criticality_word,
    retention_word,
    stage_word,
    state_word,
)
from impactapp.labels.skill_words import (
    kind_word as skill_kind_word,
)
from impactapp.labels.words import aspect_word, category_word, hypothesis_word, level_word

__all__ = [
    "cell_words",
    "field_word",
    "kind_word",
    "place_words",
    "plan_place",
    "plan_row",
    "refused_sentence",
    "value_word",
]
_PLANS = (Kind.UNIT, Kind.STAFF, Kind.CENSUS, Kind.SCENARIO)
_WHOLE = frozenset(
    {
        *(Field.HEADCOUNT, Field.EXPERIENCED, Field.TRAINEES, Field.INTENSITY, Field.CENSUS_HEADCOUNT, Field.HORIZON),
        *(Field.STAFF_HEADCOUNT, Field.STAFF_EXPERIENCED, Field.STAFF_TRAINEES),
    }
)


def field_word(field: Field) -> str:
    """« Maturité, hypothèse basse », « Part du temps »."""
    if field in LEVELS or field in TEXTS:
        hypothesis, aspect = LEVELS[field] if field in LEVELS else TEXTS[field]
        about = aspect_word(aspect)
        if field in TEXTS:
            words = _("Reason of the decision") if aspect is Aspect.SUBSTITUTION else _("Justification: {criterion}")
            about = words.format(criterion=about)
        return _("{field}, {hypothesis}").format(field=about, hypothesis=hypothesis_word(hypothesis))
    if field in DEFINITIONS:
        return _("Definition: {term}").format(term=definition_title(DEFINITIONS[field]))
    if KIND_OF[field] in _PLANS:
        return plan_word(field)
    return {**_study_words(), **_skill_words(), **_measure_words()}[field]


def kind_word(kind: Kind) -> str:
    """What a row is about."""
    return {
        Kind.STUDY: _("Study"),
        Kind.PROFESSION: _("Profession"),
        Kind.TASK: _("Activity"),
        Kind.SKILL: _("Skill"),
        Kind.LINK: _("Link"),
        Kind.BARRIER: _("Measure"),
        Kind.UNIT: _("Site or service"),
        Kind.STAFF: _("Staff"),
        Kind.CENSUS: _("Group of the official count"),
        Kind.SCENARIO: _("Scenario"),
    }[kind]


def value_word(field: Field, value: Value, study: Study | None = None) -> str:
    """A value as it is read on the screen; the study gives the titles of skills that are told by their ids."""
    planned = plan_value(field, value, study)
    if planned is not None:
        return planned
    if value is None or value in ("", ()):
        return UNKNOWN
    if field is Field.SKILLS and isinstance(value, tuple):
        return ", ".join(_skill_title(str(one), study) for one in value)
    if isinstance(value, tuple):
        return against_words([Mechanism(str(one)) for one in value])
    coded = _code_word(value)
    if coded is not None:
        return coded
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int | float):
        return _number_word(field, value)
    return str(value)


def place_words(study: Study, place: Place, title: str = "") -> str:
    """« Secrétaire médicale — Tenue à jour du dossier patient »; the study itself where nothing is named."""
    planned = plan_place(study, place, title)
    if planned:
        return planned
    profession = study.profession(place.profession_id)
    if profession is None:
        return title or study.title
    names = [profession.title] if len(study.professions) > 1 else []
    barrier, skill, task = profession.barrier(place.barrier_id), profession.skill(place.skill_id), title
    at = profession.index_of(place.task_id)
    names += [one.title for one in (barrier, skill) if one is not None]
    names += [profession.tasks[at].title if at >= 0 else task]
    return " — ".join(name for name in names if name) or profession.title


def cell_words(cell: Cell) -> str:
    """« Matrice!D8 », with what the file is called where several are read by whoever writes it."""
    return "!".join(part for part in (cell.sheet, cell.ref) if part)


def refused_sentence(refused: Refused) -> str:
    """Why a cell is not taken."""
    return sentence(refused.refusal)


def _code_word(value: Value) -> str | None:
    """The word of a code, ``None`` for what is none."""
    if isinstance(value, Level):
        return level_word(value)
    if isinstance(value, Criticality):
        return criticality_word(value)
    if isinstance(value, Rule):
        return rule_word(value)
    if isinstance(value, Category):
        return category_word(value)
    if isinstance(value, SkillKind):
        return skill_kind_word(value)
    if isinstance(value, Retention):
        return retention_word(value)
    if isinstance(value, Stage):
        return stage_word(value)
    return state_word(value) if isinstance(value, BarrierState) else None


def _number_word(field: Field, value: float) -> str:
    if field is Field.SHARE:
        return share(value)
    if field in _WHOLE:
        return headcount(int(value))
    return fte_input(value)


def _skill_title(skill_id: str, study: Study | None) -> str:
    skills = (one for profession in (study.professions if study else ()) for one in profession.skills)
    return next((one.title for one in skills if one.id == skill_id), UNKNOWN)


def _study_words() -> dict[Field, str]:
    return {
        Field.RULE: _("Rule of the rates"),
        Field.EXPOSURE_RULE: _("Rates that drive the exposure"),
        Field.PROFESSION_TITLE: _("Title of the profession"),
        Field.CATEGORY: _("Category"),
        Field.HEADCOUNT: _("Headcount"),
        Field.FTE: _("FTE"),
        Field.TITLE: _("Title of the activity"),
        Field.SHARE: _("Share of time"),
        Field.VALIDATED: _("A human validates the AI"),
    }


def _skill_words() -> dict[Field, str]:
    return {
        Field.SKILL_TITLE: _("Title of the skill"),
        Field.DESCRIPTION: _("Description"),
        Field.SKILL_KIND: _("Kind"),
        Field.CRITICALITY: _("Criticality"),
        Field.RETENTION: _("Retention: what fades"),
        Field.EXPERIENCED: _("Experienced holders"),
        Field.TRAINEES: _("Trainees"),
        Field.BASELINE: _("Hours of practice a month, before AI"),
        Field.SOURCE: _("Source"),
        Field.INTENSITY: _("Intensity"),
        Field.STAGE: _("Learning stage"),
        Field.FORMATIVE: _("Formative"),
    }


def _measure_words() -> dict[Field, str]:
    return {
        Field.BARRIER_TITLE: _("Title of the measure"),
        Field.AGAINST: _("Against"),
        Field.SKILLS: _("Skills"),
        Field.HOURS: _("Hours a month"),
        Field.TEAM_HOURS: _("Team hours a month"),
        Field.OWNER: _("Owner (function)"),
        Field.START: _("Start"),
        Field.REVIEW: _("Review"),
        Field.STATE: _("State"),
        Field.NOTE: _("Note"),
    }

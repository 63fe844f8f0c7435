"""The columns of the table of skills: what each cell shows, what is typed in it, and what follows from the ratings."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from uuid import uuid4

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.skills import MechanismResult, SkillResult
from impactapp.domain.edits import skills as edits
from impactapp.domain.edits.edit import Edit
from impactapp.domain.intensities import parse_hours
from impactapp.domain.level import Level
from impactapp.domain.quantities import parse_headcount
from impactapp.domain.skill import Criticality, Mechanism, Retention, Skill, SkillKind
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.palette import LIGHT
from impactapp.ui.clipboard import CopiedCell


class SkillColumn(IntEnum):
    """The columns, from left to right; from ``PRACTICE`` on they follow from the ratings."""

    TITLE = 0
    KIND = 1
    CRITICALITY = 2
    RETENTION = 3
    EXPERIENCED = 4
    TRAINEES = 5
    BASELINE = 6
    PRACTICE = 7
    ATROPHY = 8
    NON_ACQUISITION = 9
    MIS_SKILLING = 10
    BASIS = 11


CHOSEN = (SkillColumn.KIND, SkillColumn.CRITICALITY, SkillColumn.RETENTION)
NUMBERS = (SkillColumn.EXPERIENCED, SkillColumn.TRAINEES, SkillColumn.BASELINE)
MECHANISMS = {
    SkillColumn.ATROPHY: Mechanism.ATROPHY,
    SkillColumn.NON_ACQUISITION: Mechanism.NON_ACQUISITION,
    SkillColumn.MIS_SKILLING: Mechanism.MIS_SKILLING,
}


@dataclass(frozen=True, slots=True)
class ExposureLook:
    """What is painted of one mechanism: its classes and its exposure under both hypotheses."""

    classes: tuple[Level | None, Level | None]
    exposure: Interval


def heading(column: SkillColumn) -> str:
    """The words over a column."""
    return {
        SkillColumn.TITLE: _("Skill"),
        SkillColumn.KIND: _("Kind"),
        SkillColumn.CRITICALITY: _("Criticality"),
        SkillColumn.RETENTION: _("What fades first"),
        SkillColumn.EXPERIENCED: _("With experience"),
        SkillColumn.TRAINEES: _("In training"),
        SkillColumn.BASELINE: _("Hours a month"),
        SkillColumn.PRACTICE: _("Practice kept"),
        SkillColumn.BASIS: _("Rated basis"),
    }.get(column) or skill_labels.mechanism_word(MECHANISMS[column])


def heading_tip(column: SkillColumn) -> str:
    """What hovering a heading tells: what is typed there, or where the number comes from."""
    return {
        SkillColumn.TITLE: _("What staff know how to do; each name once in a profession."),
        SkillColumn.KIND: _("What the skill is made of."),
        SkillColumn.CRITICALITY: "\n".join(skill_labels.criticality_sentence(step) for step in Criticality),
        SkillColumn.RETENTION: _("Which part of the skill fades first when it is not used: its accuracy or its speed."),
        SkillColumn.EXPERIENCED: _("How many experienced people hold the skill."),
        SkillColumn.TRAINEES: _("How many trainees are learning it."),
        SkillColumn.BASELINE: _(
            "Hours of practice a month and per person before AI: measures are counted against them."
        ),
        SkillColumn.PRACTICE: _(
            "The share of the practice that the AI leaves, low and high hypothesis. Our computation."
        ),
        SkillColumn.BASIS: _("The share of the practice whose activities are rated; nothing is computed under 50%."),
    }.get(column) or skill_labels.mechanism_sentence(MECHANISMS[column])


def choices(column: SkillColumn) -> list[tuple[str, str]]:
    """The codes and words a column offers."""
    if column is SkillColumn.KIND:
        return [(kind.value, skill_labels.kind_word(kind)) for kind in SkillKind]
    if column is SkillColumn.CRITICALITY:
        return [(str(step.value), skill_labels.criticality_word(step)) for step in Criticality]
    return [(part.value, skill_labels.retention_word(part)) for part in Retention]


def cell_text(skill: Skill, result: SkillResult | None, column: SkillColumn) -> str:
    """What the cell of a skill reads."""
    if column >= SkillColumn.PRACTICE:
        return _result_text(result, column) if result else ""
    return (
        skill_labels.skill_title(skill),
        skill_labels.kind_word(skill.kind),
        skill_labels.criticality_word(skill.criticality),
        # the table has room for one word
        skill_labels.retention_word(skill.retention).partition(" (")[0],
        "" if skill.experienced is None else labels.headcount(skill.experienced),
        "" if skill.trainees is None else labels.headcount(skill.trainees),
        "" if skill.baseline_hours is None else labels.hours(skill.baseline_hours),
    )[column]


def cell_input(skill: Skill, column: SkillColumn) -> str:
    """What is offered when the cell is edited."""
    return (
        skill.title,
        skill.kind.value,
        str(skill.criticality.value),
        skill.retention.value,
        "" if skill.experienced is None else str(skill.experienced),
        "" if skill.trainees is None else str(skill.trainees),
        labels.fte_input(skill.baseline_hours),
    )[column]


def copied(skill: Skill, result: SkillResult | None, column: SkillColumn) -> CopiedCell:
    """A cell as it is copied: exposure stands on the ground of its class under the high hypothesis."""
    words = cell_text(skill, result, column)
    if column is SkillColumn.TITLE:
        return CopiedCell(skill.title)
    look = exposure_look(result, column)
    level = look.classes[1] if look else None
    return CopiedCell(words, LIGHT.exposure[level - 1] if level else None, column in NUMBERS)


def exposure_look(result: SkillResult | None, column: SkillColumn) -> ExposureLook | None:
    """What is painted in a column of a mechanism, nothing where nothing is computed."""
    if result is None or column not in MECHANISMS:
        return None
    found = result.mechanism(MECHANISMS[column])
    return None if found.exposure.high is None else ExposureLook(found.exposed_class, found.exposure)


def cell_tip(skill: Skill, result: SkillResult | None, column: SkillColumn) -> str:
    """What hovering a cell tells."""
    if column is SkillColumn.TITLE:
        return "\n".join(filter(None, (skill.title, skill.source)))
    if column is SkillColumn.CRITICALITY:
        return skill_labels.criticality_sentence(skill.criticality)
    if column < SkillColumn.PRACTICE or result is None:
        return cell_text(skill, result, column)
    if column not in MECHANISMS:
        return skill_labels.basis_sentence(result)
    return f"{_mechanism_words(result, MECHANISMS[column])}\n{skill_labels.basis_sentence(result)}"


def cell_words(skill: Skill, result: SkillResult | None, column: SkillColumn) -> str:
    """A cell for a screen reader: the skill, the column and its value in words."""
    if column is SkillColumn.TITLE:
        return ", ".join(filter(None, (skill.title, skill.source)))
    if column in MECHANISMS and result is not None:
        return f"{skill.title}, {_mechanism_words(result, MECHANISMS[column])}"
    said = cell_text(skill, result, column) or _("not stated")
    return _("{skill}, {column}: {value}").format(skill=skill.title, column=heading(column).lower(), value=said)


def edit_of(profession_id: str, skill: Skill | None, column: SkillColumn, typed: str) -> Edit | None:
    """The edit a typed text asks for, nothing where it changes nothing; raises ``EditError`` for what is no figure."""
    if skill is None:
        new = Skill(str(uuid4()), typed)
        return edits.add_skills(profession_id, [new]) if typed.strip() else None
    if typed.strip() == cell_input(skill, column):
        return None
    makers: dict[SkillColumn, Callable[[], Edit]] = {
        SkillColumn.TITLE: lambda: edits.rename_skill(profession_id, skill.id, typed),
        SkillColumn.KIND: lambda: edits.set_skill_kind(profession_id, skill, SkillKind(typed)),
        SkillColumn.CRITICALITY: lambda: edits.set_criticality(profession_id, skill, Criticality(int(typed))),
        SkillColumn.RETENTION: lambda: edits.set_retention(profession_id, skill, Retention(typed)),
        SkillColumn.EXPERIENCED: lambda: edits.set_holders(
            profession_id, skill, parse_headcount(typed), skill.trainees
        ),
        SkillColumn.TRAINEES: lambda: edits.set_holders(
            profession_id, skill, skill.experienced, parse_headcount(typed)
        ),
        SkillColumn.BASELINE: lambda: edits.set_baseline(profession_id, skill, parse_hours(typed)),
    }
    return makers[column]()


def _result_text(result: SkillResult, column: SkillColumn) -> str:
    if column is SkillColumn.BASIS:
        return "" if result.basis is None else labels.percent(result.basis)
    if column is SkillColumn.PRACTICE:
        if result.practice.high is None:
            return labels.UNKNOWN
        # what is kept is least under the high hypothesis
        return labels.percent_range(Interval(result.practice.high, result.practice.low))
    return _letters(result.mechanism(MECHANISMS[column]))


def _letters(found: MechanismResult) -> str:
    low, high = found.exposed_class
    if low is None or high is None:
        return labels.UNKNOWN
    letters = labels.level_letters(low) if low is high else f"{labels.level_letters(low)}–{labels.level_letters(high)}"
    return f"{labels.percent_range(found.exposure)} {letters}"


def _mechanism_words(result: SkillResult, mechanism: Mechanism) -> str:
    found = result.mechanism(mechanism)
    name = skill_labels.mechanism_word(mechanism)
    if found.exposure.high is None:
        return _("{mechanism}: {exposure}").format(mechanism=name, exposure=skill_labels.exposure_word(None))
    return _("{mechanism}: {figures}, {exposure}").format(
        mechanism=name,
        figures=labels.percent_range(found.exposure),
        exposure=skill_labels.exposure_range_word(found.exposed_class),
    )

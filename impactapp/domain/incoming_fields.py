"""The fields that files speak of, as they are read from a study's values and as new values are put in their place."""

from dataclasses import replace
from typing import Any

from impactapp.domain.incoming import Field, Kind, Value, level_field, text_field
from impactapp.domain.incoming_plans import ADOPTED, CENSUS, SCENARIO, STAFF, UNIT
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import NOTHING_SAID, Judgement
from impactapp.domain.skill import Barrier, Link, Skill
from impactapp.domain.study import Study

DEFINITIONS = {field: field.value.partition(".")[2] for field in Field if field.value.startswith("definition.")}
_STUDY = {Field.RULE: "rule", Field.EXPOSURE_RULE: "exposure_rule"}
_PROFESSION = {
    Field.PROFESSION_TITLE: "title",
    Field.CATEGORY: "category",
    Field.HEADCOUNT: "headcount",
    Field.FTE: "fte",
}
_TASK = {Field.TITLE: "title", Field.SHARE: "share", Field.VALIDATED: "human_validates"}
LEVELS = {level_field(hypothesis, aspect): (hypothesis, aspect) for hypothesis in HYPOTHESES for aspect in Aspect}
TEXTS = {text_field(hypothesis, aspect): (hypothesis, aspect) for hypothesis in HYPOTHESES for aspect in Aspect}
_SKILL = {
    Field.SKILL_TITLE: "title",
    Field.DESCRIPTION: "description",
    Field.SKILL_KIND: "kind",
    Field.CRITICALITY: "criticality",
    Field.RETENTION: "retention",
    Field.EXPERIENCED: "experienced",
    Field.TRAINEES: "trainees",
    Field.BASELINE: "baseline_hours",
    Field.SOURCE: "source",
}
_LINK = {Field.INTENSITY: "intensity", Field.STAGE: "stage", Field.FORMATIVE: "formative"}
_BARRIER = {
    Field.BARRIER_TITLE: "title",
    Field.AGAINST: "against",
    Field.SKILLS: "skill_ids",
    Field.HOURS: "hours_per_month",
    Field.TEAM_HOURS: "team_hours",
    Field.OWNER: "owner",
    Field.START: "start",
    Field.REVIEW: "review",
    Field.STATE: "state",
    Field.NOTE: "note",
}
KIND_OF = {
    **dict.fromkeys((*DEFINITIONS, *_STUDY), Kind.STUDY),
    **dict.fromkeys(_PROFESSION, Kind.PROFESSION),
    **dict.fromkeys((*_TASK, *LEVELS, *TEXTS), Kind.TASK),
    **dict.fromkeys(_SKILL, Kind.SKILL),
    **dict.fromkeys(_LINK, Kind.LINK),
    **dict.fromkeys(_BARRIER, Kind.BARRIER),
    **dict.fromkeys(UNIT, Kind.UNIT),
    **dict.fromkeys(STAFF, Kind.STAFF),
    **dict.fromkeys(CENSUS, Kind.CENSUS),
    **dict.fromkeys((*SCENARIO, *ADOPTED), Kind.SCENARIO),
}


def study_value(study: Study, field: Field) -> Value:
    """A definition or a rule."""
    name = DEFINITIONS.get(field)
    found: Value = getattr(study, _STUDY[field]) if name is None else getattr(study.definitions, name)
    return found


def with_study_value(study: Study, field: Field, value: Value) -> Study:
    """The study with a definition or a rule replaced."""
    name = DEFINITIONS.get(field)
    if name is None:
        return replace(study, **_one(_STUDY[field], value))
    return replace(study, definitions=replace(study.definitions, **_one(name, value)))


def profession_value(profession: Profession, field: Field) -> Value:
    """What is said of a profession itself."""
    found: Value = getattr(profession, _PROFESSION[field])
    return found


def with_profession_value(profession: Profession, field: Field, value: Value) -> Profession:
    """The profession with one field replaced."""
    return replace(profession, **_one(_PROFESSION[field], value))


def task_value(task: Task, field: Field) -> Value:
    """What is said of a task; a criterion of the high hypothesis that follows the low one says nothing itself."""
    name = _TASK.get(field)
    if name is not None:
        found: Value = getattr(task, name)
        return found
    judged = _judged(task, *LEVELS[field]) if field in LEVELS else _judged(task, *TEXTS[field])
    return judged.level if field in LEVELS else judged.text


def with_task_value(task: Task, field: Field, value: Any) -> Task:
    """The task with one field replaced, as the edits of the matrix do it.

    A level given to a criterion that follows brings the words it followed; a level taken away follows again unless the
    cell has words of its own.
    """
    if field in _TASK:
        return replace(task, **_one(_TASK[field], value))
    hypothesis, aspect = LEVELS[field] if field in LEVELS else TEXTS[field]
    held = task.judgement(hypothesis, aspect)
    if field in TEXTS:
        judgement: Judgement | None = replace(held, text=value)
    elif value is None and _may_follow(task, hypothesis, aspect):
        judgement = None
    else:
        judgement = replace(held, level=value)
    kept = None if judgement == NOTHING_SAID else judgement
    return task.with_rating(hypothesis, task.rating(hypothesis).set(aspect, kept))


def skill_value(skill: Skill, field: Field) -> Value:
    """What is said of a skill."""
    found: Value = getattr(skill, _SKILL[field])
    return found


def with_skill_value(skill: Skill, field: Field, value: Value) -> Skill:
    """The skill with one field replaced."""
    return replace(skill, **_one(_SKILL[field], value))


def link_value(link: Link | None, field: Field) -> Value:
    """What is said of a link; no link is an intensity of 0."""
    if link is None:
        return {Field.INTENSITY: 0, Field.STAGE: None, Field.FORMATIVE: False}[field]
    found: Value = getattr(link, _LINK[field])
    return found


def with_link_value(link: Link, field: Field, value: Value) -> Link:
    """The link with one field replaced."""
    return replace(link, **_one(_LINK[field], value))


def barrier_value(barrier: Barrier, field: Field) -> Value:
    """What is said of a measure."""
    found: Value = getattr(barrier, _BARRIER[field])
    return found


def with_barrier_value(barrier: Barrier, field: Field, value: Value) -> Barrier:
    """The measure with one field replaced."""
    return replace(barrier, **_one(_BARRIER[field], value))


def _judged(task: Task, hypothesis: Hypothesis, aspect: Aspect) -> Judgement:
    return task.rating(hypothesis).get(aspect) or NOTHING_SAID


def _may_follow(task: Task, hypothesis: Hypothesis, aspect: Aspect) -> bool:
    if hypothesis is Hypothesis.LOW or aspect not in CRITERIA:
        return False
    return task.judgement(hypothesis, aspect).text in ("", task.judgement(Hypothesis.LOW, aspect).text)


def _one(name: str, value: Value) -> dict[str, Any]:
    return {name: value}

"""Skills, their links and the barriers that keep them, as JSON and back through the gates of the edits."""

from typing import Any

from impactapp.domain.edits.barriers import require_sound
from impactapp.domain.edits.task_links import ordered
from impactapp.domain.intensities import MONTH_HOURS, MOST_INTENSE, TEAM_HOURS_LIMIT, require_practice_hours
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.skill import (
    Barrier,
    BarrierState,
    Criticality,
    Link,
    Mechanism,
    Retention,
    Skill,
    SkillKind,
    Stage,
)
from impactapp.domain.text import clean_line, clean_text, clean_title
from impactapp.exchange.json_fields import Field, iso_day, own_id

_SKILL = (
    *("id", "title", "description", "kind", "criticality", "retention", "experienced", "trainees", "baseline_hours"),
    *("links", "source"),
)
_LINK = ("task_id", "intensity", "stage", "formative")
_BARRIER = (
    *("id", "title", "code", "skill_ids", "against", "hours_per_month", "owner", "start", "review", "state"),
    *("team_hours", "note"),
)
# the field that a refusal of the edits is about
_BLAMED = {
    Problem.UNKNOWN_SKILL: "skill_ids",
    Problem.BARRIER_WITHOUT_MECHANISM: "against",
    Problem.HOURS_OUT_OF_RANGE: "hours_per_month",
    Problem.REVIEW_BEFORE_START: "review",
}


def skill_to_json(skill: Skill) -> dict[str, Any]:
    """A skill with its links, as JSON values."""
    return {
        "id": skill.id,
        "title": skill.title,
        "description": skill.description,
        "kind": skill.kind.value,
        "criticality": skill.criticality.value,
        "retention": skill.retention.value,
        "experienced": skill.experienced,
        "trainees": skill.trainees,
        "baseline_hours": skill.baseline_hours,
        "links": [
            {
                "task_id": link.task_id,
                "intensity": link.intensity,
                "stage": None if link.stage is None else link.stage.value,
                "formative": link.formative,
            }
            for link in skill.links
        ],
        "source": skill.source,
    }


def barrier_to_json(barrier: Barrier) -> dict[str, Any]:
    """A barrier, as JSON values."""
    return {
        "id": barrier.id,
        "title": barrier.title,
        "code": barrier.code,
        "skill_ids": list(barrier.skill_ids),
        "against": [mechanism.value for mechanism in barrier.against],
        "hours_per_month": barrier.hours_per_month,
        "owner": barrier.owner,
        "start": None if barrier.start is None else barrier.start.isoformat(),
        "review": None if barrier.review is None else barrier.review.isoformat(),
        "state": barrier.state.value,
        "team_hours": barrier.team_hours,
        "note": barrier.note,
    }


def skill_from_json(field: Field, tasks: tuple[Task, ...]) -> Skill:
    """A skill of a profession with these tasks."""
    members = field.members(_SKILL)
    return Skill(
        id=own_id(members.field("id")),
        title=members.field("title").text(clean_title),
        description=members.field("description", "").text(clean_text),
        kind=members.field("kind", SkillKind.COGNITIVE.value).code(SkillKind),
        criticality=_criticality(members.field("criticality", Criticality.IMPORTANT.value)),
        retention=members.field("retention", Retention.MIXED.value).code(Retention),
        experienced=members.field("experienced").optional(lambda found: found.whole(LARGEST_HEADCOUNT)),
        trainees=members.field("trainees").optional(lambda found: found.whole(LARGEST_HEADCOUNT)),
        baseline_hours=members.field("baseline_hours").optional(_practice_hours),
        links=_links(members.field("links", []), {task.id for task in tasks}),
        source=members.field("source", "").text(clean_text),
    )


def barrier_from_json(field: Field, profession: Profession) -> Barrier:
    """A barrier of a profession whose skills are known."""
    members = field.members(_BARRIER)
    against = [item.code(Mechanism) for item in members.field("against", [Mechanism.ATROPHY.value]).items()]
    barrier = Barrier(
        id=own_id(members.field("id")),
        title=members.field("title").text(clean_title),
        code=members.field("code", "").text(clean_line),
        skill_ids=_distinct_ids(members.field("skill_ids", [])),
        against=tuple(mechanism for mechanism in Mechanism if mechanism in against),
        hours_per_month=members.field("hours_per_month").optional(_practice_hours),
        owner=members.field("owner", "").text(clean_line),
        start=members.field("start").optional(lambda found: found.code(iso_day)),
        review=members.field("review").optional(lambda found: found.code(iso_day)),
        state=members.field("state", BarrierState.CONSIDERED.value).code(BarrierState),
        team_hours=members.field("team_hours").optional(lambda found: found.number(TEAM_HOURS_LIMIT)),
        note=members.field("note", "").text(clean_text),
    )
    try:
        require_sound(profession, barrier)
    except EditError as refused:
        members.field(_BLAMED[refused.problem]).refuse(refused)
    return barrier


def _links(field: Field, tasks: set[str]) -> tuple[Link, ...]:
    """The links of a skill, each to a task of its own; an intensity of 0 is no link, as it is where one types it."""
    links: dict[str, Link] = {}
    for item in field.items():
        members = item.members(_LINK)
        task_id = members.field("task_id")
        link = Link(
            own_id(task_id),
            members.field("intensity").whole(MOST_INTENSE),
            members.field("stage").optional(lambda found: found.code(Stage)),
            members.field("formative", False).flag(),
        )
        if link.task_id not in tasks:
            task_id.refuse(EditError(Problem.UNKNOWN_TASK))
        if link.task_id in links:
            task_id.refuse(EditError(Problem.ID_TAKEN, id=link.task_id))
        links[link.task_id] = link
    return ordered([link for link in links.values() if link.intensity])


def _distinct_ids(field: Field) -> tuple[str, ...]:
    ids: list[str] = []
    for item in field.items():
        if own_id(item) in ids:
            item.refuse(EditError(Problem.ID_TAKEN, id=item.value))
        ids.append(item.value)
    return tuple(ids)


def _criticality(field: Field) -> Criticality:
    try:
        return Criticality(field.whole(Criticality.VITAL))
    except ValueError:
        field.refuse()


def _practice_hours(field: Field) -> float:
    hours = field.number(MONTH_HOURS)
    try:
        require_practice_hours(hours)
    except EditError as refused:
        field.refuse(refused)
    return hours

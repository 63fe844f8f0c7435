"""Skills, their links and the barriers that keep them, as rows and back."""

from collections.abc import Sequence
from typing import Any

from impactapp.domain.edits.barriers import RESTORABLE
from impactapp.domain.edits.task_links import ordered
from impactapp.domain.intensities import MOST_INTENSE, TEAM_HOURS_LIMIT
from impactapp.domain.profession import Profession
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.skill import Barrier, BarrierState, Criticality, Link, Retention, Skill, SkillKind, Stage
from impactapp.store.row_values import Row, day_of, day_text, flag_of, hours_of, number_of, whole_of

COLUMNS = {
    "skill": "profession_id, id, title, description, kind, criticality, retention, experienced, trainees, "
    "baseline_hours, source",
    "link": "skill_id, task_id, intensity, stage, formative",
    "barrier": "profession_id, id, title, code, against, hours_per_month, owner, start, review, state, team_hours, "
    "note",
    "barrier_skill": "barrier_id, skill_id",
}
ORDERED = ("skill", "barrier", "barrier_skill")
_BOTH = "both"
_AGAINST = {_BOTH: RESTORABLE, **{mechanism.value: (mechanism,) for mechanism in RESTORABLE}}
_INTENSITIES = range(1, MOST_INTENSE + 1)
_KINDS = {kind.value: kind for kind in SkillKind}
_CRITICALITIES = {criticality.value: criticality for criticality in Criticality}
_RETENTIONS = {retention.value: retention for retention in Retention}
_STAGES: dict[str | None, Stage | None] = {None: None, **{stage.value: stage for stage in Stage}}
_STATES = {state.value: state for state in BarrierState}


def skill_row(skill: Skill, profession_id: str, position: int) -> Row:
    """The columns of a skill at its place in its profession, without its links."""
    return {
        "id": skill.id,
        "profession_id": profession_id,
        "position": position,
        "title": skill.title,
        "description": skill.description,
        "kind": skill.kind.value,
        "criticality": skill.criticality.value,
        "retention": skill.retention.value,
        "experienced": skill.experienced,
        "trainees": skill.trainees,
        "baseline_hours": skill.baseline_hours,
        "source": skill.source,
    }


def link_rows(skill: Skill) -> dict[str, Row]:
    """The links of a skill, by task."""
    return {
        link.task_id: {
            "skill_id": skill.id,
            "task_id": link.task_id,
            "intensity": link.intensity,
            "stage": link.stage.value if link.stage else None,
            "formative": int(link.formative),
        }
        for link in skill.links
    }


def barrier_row(barrier: Barrier, profession_id: str, position: int) -> Row:
    """The columns of a barrier at its place in its profession, without its skills."""
    return {
        "id": barrier.id,
        "profession_id": profession_id,
        "position": position,
        "title": barrier.title,
        "code": barrier.code,
        "against": _BOTH if len(barrier.against) > 1 else barrier.against[0].value,
        "hours_per_month": barrier.hours_per_month,
        "owner": barrier.owner,
        "start": day_text(barrier.start),
        "review": day_text(barrier.review),
        "state": barrier.state.value,
        "team_hours": barrier.team_hours,
        "note": barrier.note,
    }


def barrier_skill_rows(barrier: Barrier) -> dict[str, Row]:
    """What a barrier keeps alive, by skill."""
    return {
        skill_id: {"barrier_id": barrier.id, "skill_id": skill_id, "position": position}
        for position, skill_id in enumerate(barrier.skill_ids)
    }


def skill_of(row: Sequence[Any], links: Sequence[Link]) -> Skill:
    """The skill of its row; raises ``KeyError``, ``ValueError`` or ``TypeError`` on values that mean nothing."""
    _profession, id, title, description, kind, criticality, retention, experienced, trainees, hours, source = row
    return Skill(
        id,
        title,
        description,
        _KINDS[kind],
        _CRITICALITIES[criticality],
        _RETENTIONS[retention],
        whole_of(experienced, LARGEST_HEADCOUNT),
        whole_of(trainees, LARGEST_HEADCOUNT),
        hours_of(hours),
        ordered(links),
        source,
    )


def link_of(row: Sequence[Any]) -> Link:
    """The link of its row; raises ``KeyError``, ``ValueError`` or ``TypeError`` on values that mean nothing."""
    _skill, task_id, intensity, stage, formative = row
    if intensity not in _INTENSITIES:
        raise ValueError(f"intensity {intensity}")
    return Link(task_id, intensity, _STAGES[stage], flag_of(formative))


def barrier_of(row: Sequence[Any], skill_ids: Sequence[str]) -> Barrier:
    """The barrier of its row; raises ``KeyError``, ``ValueError`` or ``TypeError`` on values that mean nothing."""
    _profession, id, title, code, against, hours, owner, start, review, state, team_hours, note = row
    first, again = day_of(start), day_of(review)
    if first and again and again < first:
        raise ValueError(f"review {review} before start {start}")
    return Barrier(
        id,
        title,
        code,
        tuple(skill_ids),
        _AGAINST[against],
        hours_of(hours),
        owner,
        first,
        again,
        _STATES[state],
        number_of(team_hours, TEAM_HOURS_LIMIT),
        note,
    )


def skills_by_profession(rows: list[Any], links: list[Any]) -> dict[str, list[Skill]]:
    """The skills of each profession; raises ``ValueError`` on a link without its skill."""
    by_skill: dict[str, list[Link]] = {}
    for row in links:
        by_skill.setdefault(row[0], []).append(link_of(row))
    skills: dict[str, list[Skill]] = {}
    for row in rows:
        skills.setdefault(row[0], []).append(skill_of(row, by_skill.pop(row[1], ())))
    if by_skill:
        raise ValueError("links without their skill")
    return skills


def barriers_by_profession(rows: list[Any], kept: list[Any]) -> dict[str, list[Barrier]]:
    """The barriers of each profession; raises ``ValueError`` on a skill kept by no barrier that is there."""
    by_barrier: dict[str, list[str]] = {}
    for barrier_id, skill_id in kept:
        by_barrier.setdefault(barrier_id, []).append(skill_id)
    barriers: dict[str, list[Barrier]] = {}
    for row in rows:
        barriers.setdefault(row[0], []).append(barrier_of(row, by_barrier.pop(row[1], ())))
    if by_barrier:
        raise ValueError("skills kept by a barrier that is not there")
    return barriers


def require_own(profession: Profession) -> None:
    """Refuse links to tasks, and barriers for skills, that are not of this profession: ``ValueError``."""
    if not profession.skills and not profession.barriers:
        return
    tasks = {task.id for task in profession.tasks}
    skills = {skill.id for skill in profession.skills}
    if any(link.task_id not in tasks for skill in profession.skills for link in skill.links):
        raise ValueError("a link to a task that is not of the profession")
    if any(not skills.issuperset(barrier.skill_ids) for barrier in profession.barriers):
        raise ValueError("a barrier for a skill that is not of the profession")

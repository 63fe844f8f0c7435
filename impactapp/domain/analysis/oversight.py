"""Which skills the human oversight of AI rests on, and whether a barrier keeps them alive."""

from dataclasses import dataclass

from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import EFFECTIVE_STATES, Barrier, Mechanism, Skill


@dataclass(frozen=True, slots=True)
class Oversight:
    """A task that AI does in part and a human validates: the skills this rests on, kept by a barrier or not."""

    task: Task
    kept: tuple[Skill, ...]
    unkept: tuple[Skill, ...]


def oversights(profession: Profession) -> tuple[Oversight, ...]:
    """One for each task decided Moyen or Fort under the high hypothesis whose output a human validates."""
    return tuple(_oversight(profession, task) for task in profession.tasks if _is_overseen(task))


def keeps(barrier: Barrier, skill: Skill) -> bool:
    """Whether a barrier that is decided or in place restores practice of a skill to those who hold it."""
    return (
        barrier.state in EFFECTIVE_STATES
        and skill.id in barrier.skill_ids
        and Mechanism.ATROPHY in barrier.against
        and bool(barrier.hours_per_month)
    )


def _is_overseen(task: Task) -> bool:
    level = task.level(Hypothesis.HIGH, Aspect.SUBSTITUTION)
    return task.human_validates and level is not None and level > Level.FAIBLE


def _oversight(profession: Profession, task: Task) -> Oversight:
    needed = [skill for skill in profession.skills if skill.link(task.id)]
    kept = [skill for skill in needed if any(keeps(barrier, skill) for barrier in profession.barriers)]
    return Oversight(task, tuple(kept), tuple(skill for skill in needed if skill not in kept))

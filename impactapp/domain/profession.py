"""Professions (métiers) with their staff, and the tasks (activités) each is broken into."""

from dataclasses import dataclass, replace
from enum import StrEnum

from impactapp.domain.level import CRITERIA, Aspect, Hypothesis, Level
from impactapp.domain.rating import NOTHING_SAID, UNRATED, Judgement, Rating
from impactapp.domain.skill import Barrier, Skill


class Category(StrEnum):
    """Staff category of a hospital, after the groups of the DREES annual statistics (SAE)."""

    MANAGEMENT = "management"
    ADMINISTRATIVE = "administrative"
    CARE = "care"
    SOCIAL = "social"
    MEDICO_TECHNICAL = "medico_technical"
    TECHNICAL = "technical"
    MEDICAL = "medical"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Breach:
    """A level that is lower under the high hypothesis than under the low one, which no edit lets in."""

    aspect: Aspect
    low: Level
    high: Level


@dataclass(frozen=True, slots=True)
class Task:
    """One activity of a profession. ``share`` is its part of working time, 0..1, or ``None`` when not stated.

    ``human_validates`` says that a human validates what the AI produces for it.
    """

    id: str
    title: str
    share: float | None = None
    low: Rating = UNRATED
    high: Rating = UNRATED
    human_validates: bool = False

    def rating(self, hypothesis: Hypothesis) -> Rating:
        """What was said under one hypothesis, as it was said."""
        return self.low if hypothesis is Hypothesis.LOW else self.high

    def with_rating(self, hypothesis: Hypothesis, rating: Rating) -> "Task":
        """This task with what was said under one hypothesis replaced."""
        return replace(self, low=rating) if hypothesis is Hypothesis.LOW else replace(self, high=rating)

    def judgement(self, hypothesis: Hypothesis, aspect: Aspect) -> Judgement:
        """What holds: a high criterion follows the low one until it is set itself; a decision never follows."""
        said = self.rating(hypothesis).get(aspect)
        if said is None and self.follows(hypothesis, aspect):
            said = self.low.get(aspect)
        return said or NOTHING_SAID

    def follows(self, hypothesis: Hypothesis, aspect: Aspect) -> bool:
        """Whether this cell shows what was said under the low hypothesis."""
        return hypothesis is Hypothesis.HIGH and aspect in CRITERIA and self.high.get(aspect) is None

    def level(self, hypothesis: Hypothesis, aspect: Aspect) -> Level | None:
        """The level that holds, ``None`` when not rated."""
        return self.judgement(hypothesis, aspect).level

    def breach(self) -> Breach | None:
        """The first aspect where high is below low, ``None`` in a sound task."""
        for aspect in Aspect:
            low, high = self.level(Hypothesis.LOW, aspect), self.level(Hypothesis.HIGH, aspect)
            if low is not None and high is not None and high < low:
                return Breach(aspect, low, high)
        return None


@dataclass(frozen=True, slots=True)
class Profession:
    """A profession of the establishment.

    ``headcount`` counts persons, ``fte`` full-time equivalents (ETP); both may be unknown. ``code`` is the catalogue's
    code or empty; ``source`` says where a pre-filled matrix was published. ``difference`` is the group's own answer to
    why its rating differs from an outside measure.
    """

    id: str
    title: str
    category: Category = Category.OTHER
    headcount: int | None = None
    fte: float | None = None
    tasks: tuple[Task, ...] = ()
    code: str = ""
    family: str = ""
    rome: tuple[str, ...] = ()
    isco08: tuple[str, ...] = ()
    source: str = ""
    skills: tuple[Skill, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    difference: str = ""

    def index_of(self, task_id: str) -> int:
        """Position of a task, -1 when it is not here."""
        return next((index for index, task in enumerate(self.tasks) if task.id == task_id), -1)

    def skill(self, skill_id: str) -> Skill | None:
        """A skill by its id, ``None`` when it is not here."""
        return next((skill for skill in self.skills if skill.id == skill_id), None)

    def barrier(self, barrier_id: str) -> Barrier | None:
        """A barrier by its id, ``None`` when it is not here."""
        return next((barrier for barrier in self.barriers if barrier.id == barrier_id), None)

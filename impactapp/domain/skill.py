"""Skills of a profession, the tasks that practise them, and the barriers that keep them alive."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class SkillKind(StrEnum):
    """What a skill is made of."""

    COGNITIVE = "cognitive"
    GESTURE = "gesture"
    RELATIONAL = "relational"
    ORGANISATIONAL = "organisational"


class Criticality(IntEnum):
    """How much a skill matters; VITAL must remain when the AI is down, or is needed to oversee it."""

    USEFUL = 1
    IMPORTANT = 2
    VITAL = 3


class Retention(StrEnum):
    """Which part of a skill fades when it is not used: its accuracy, its speed, or both (Tatel & Ackerman 2025)."""

    ACCURACY = "accuracy"
    MIXED = "mixed"
    SPEED = "speed"


class Stage(StrEnum):
    """Learning stage a task feeds: retrieve (théorie), perform (pratique), adapt and correct (métacognition)."""

    THEORY = "theory"
    PRACTICE = "practice"
    METACOGNITION = "metacognition"


class Mechanism(StrEnum):
    """How AI can cost a skill."""

    ATROPHY = "atrophy"
    NON_ACQUISITION = "non_acquisition"
    MIS_SKILLING = "mis_skilling"


class BarrierState(StrEnum):
    """How far a measure is."""

    CONSIDERED = "considered"
    DECIDED = "decided"
    IN_PLACE = "in_place"
    ABANDONED = "abandoned"


EFFECTIVE_STATES = (BarrierState.DECIDED, BarrierState.IN_PLACE)


@dataclass(frozen=True, slots=True)
class Link:
    """A task practises a skill: ``intensity`` 1..3, the learning stage it feeds, and whether trainees learn by it."""

    task_id: str
    intensity: int
    stage: Stage | None = None
    formative: bool = False


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill.

    ``experienced`` and ``trainees`` count its holders, ``baseline_hours`` its practice a month before AI.
    """

    id: str
    title: str
    description: str = ""
    kind: SkillKind = SkillKind.COGNITIVE
    criticality: Criticality = Criticality.IMPORTANT
    retention: Retention = Retention.MIXED
    experienced: int | None = None
    trainees: int | None = None
    baseline_hours: float | None = None
    links: tuple[Link, ...] = ()
    source: str = ""

    def link(self, task_id: str) -> Link | None:
        """The link with a task, ``None`` where the task does not practise the skill."""
        return next((link for link in self.links if link.task_id == task_id), None)


@dataclass(frozen=True, slots=True)
class Barrier:
    """A measure that restores ``hours_per_month`` of practice to each of its skills, against one or both mechanisms.

    ``owner`` is a function, never a name; ``team_hours`` what it costs the team a month; ``code`` names the card it
    comes from.
    """

    id: str
    title: str
    code: str = ""
    skill_ids: tuple[str, ...] = ()
    against: tuple[Mechanism, ...] = (Mechanism.ATROPHY,)
    hours_per_month: float | None = None
    owner: str = ""
    start: date | None = None
    review: date | None = None
    state: BarrierState = BarrierState.CONSIDERED
    team_hours: float | None = None
    note: str = ""

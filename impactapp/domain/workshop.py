"""Sittings of a workshop (séances): who takes part by group, what is voted, and what was said, counted by group.

Votes are counts: nothing in a study tells one voter's vote from another's of the same group.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level


class GroupKind(StrEnum):
    """Who speaks; never a person."""

    STAFF = "staff"
    MANAGEMENT = "management"
    HUMAN_RESOURCES = "human_resources"
    REPRESENTATIVES = "representatives"
    USERS = "users"
    OTHER = "other"


class Scope(StrEnum):
    """What is voted: the criteria, the substitution under each hypothesis, or one substitution for both."""

    CRITERIA = "criteria"
    SUBSTITUTION_TWICE = "substitution_twice"
    SUBSTITUTION_ONCE = "substitution_once"


class Moment(StrEnum):
    """When participants place themselves on their knowledge of AI."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Question:
    """What one vote answers for a task; without a hypothesis it is asked once for both."""

    aspect: Aspect
    hypothesis: Hypothesis | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many voted each level."""

    faible: int = 0
    moyen: int = 0
    fort: int = 0

    @property
    def total(self) -> int:
        """How many voted."""
        return self.faible + self.moyen + self.fort

    @property
    def levels(self) -> tuple[int, int, int]:
        """How many voted each level, the lowest first."""
        return self.faible, self.moyen, self.fort

    def of(self, level: Level) -> int:
        """How many voted one level."""
        return self.levels[level - 1]

    def plus(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(self.faible + other.faible, self.moyen + other.moyen, self.fort + other.fort)


@dataclass(frozen=True, slots=True)
class Group:
    """Participants who count together: ``size`` persons; ``title`` names a group of kind OTHER, or says more."""

    id: str
    kind: GroupKind
    size: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one group voted on one question in one round: ``counts`` of hands, and of secret votes that may be shown.

    Secret votes of the group that may not be shown yet are ``waiting``; ``apart`` says how many more count in the
    :class:`Pool`, where nothing tells what this group voted.
    """

    round: int
    question: Question
    group_id: str
    counts: Counts
    waiting: Counts = Counts()
    apart: int = 0

    @property
    def voted(self) -> int:
        """How many of the group voted, whatever may be shown."""
        return self.counts.total + self.waiting.total + self.apart


@dataclass(frozen=True, slots=True)
class Pool:
    """Secret votes on one question in one round that are told in the total only, all groups together."""

    round: int
    question: Question
    counts: Counts = Counts()
    waiting: Counts = Counts()

    @property
    def voted(self) -> int:
        """How many votes it holds."""
        return self.counts.total + self.waiting.total


@dataclass(frozen=True, slots=True)
class Talk:
    """What a sitting did with one task.

    ``title`` and ``profession`` are the names at that time, for the minutes. ``seconds`` is the time spent,
    ``dissent`` how many did not agree with the decision.
    """

    task_id: str
    title: str
    profession: str
    round: int = 1
    tallies: tuple[Tally, ...] = ()
    seconds: int = 0
    is_parked: bool = False
    is_settled: bool = False
    dissent: int = 0
    dissent_text: str = ""
    note: str = ""
    pools: tuple[Pool, ...] = ()

    def tally(self, round_number: int, question: Question, group_id: str) -> Tally | None:
        """What a group voted, ``None`` where it did not."""
        wanted = (round_number, question, group_id)
        return next((t for t in self.tallies if (t.round, t.question, t.group_id) == wanted), None)

    def pool(self, round_number: int, question: Question) -> Pool:
        """The secret votes of all groups together."""
        wanted = (round_number, question)
        return next((pool for pool in self.pools if (pool.round, pool.question) == wanted), Pool(*wanted))

    def total(self, round_number: int, question: Question) -> Counts:
        """What all groups voted together on a question in a round, without the votes that wait."""
        total = self.pool(round_number, question).counts
        for tally in self.tallies:
            if (tally.round, tally.question) == (round_number, question):
                total = total.plus(tally.counts)
        return total

    def waiting(self, round_number: int, question: Question) -> int:
        """How many secret votes on a question in a round may not be shown yet."""
        here = [t.waiting.total for t in self.tallies if (t.round, t.question) == (round_number, question)]
        return sum(here) + self.pool(round_number, question).waiting.total


@dataclass(frozen=True, slots=True)
class Positions:
    """How many of a group place themselves at 1, 2, 3 and 4 on their knowledge of AI."""

    moment: Moment
    group_id: str
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class SurveyItem:
    """A question of the form at the end; ``counts`` of the answers 1 to 4. An empty text is the tool's own."""

    number: int
    text: str = ""
    counts: tuple[int, int, int, int] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Protocol:
    """How a sitting votes; the thresholds are ours: agreement, majority, and the least group that is shown."""

    rounds: int = 2
    scope: Scope = Scope.SUBSTITUTION_TWICE
    agreement: float = 0.70
    majority: float = 0.50
    least_shown: int = 5
    minutes: int = 120


SURVEY_SIZE = 5


def empty_survey() -> tuple[SurveyItem, ...]:
    """The tool's own five questions, without an answer."""
    return tuple(SurveyItem(number) for number in range(1, SURVEY_SIZE + 1))


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting, about all professions of the study where it names none, unless ``is_about_none``.

    ``received`` are the numbers of the ballots already counted, sorted, told apart from their votes. ``is_simulated``
    marks made-up participants, ``is_training`` a replay with the published decisions hidden.
    """

    id: str
    title: str
    day: date | None = None
    place: str = ""
    profession_ids: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    protocol: Protocol = Protocol()
    talks: tuple[Talk, ...] = ()
    positions: tuple[Positions, ...] = ()
    survey: tuple[SurveyItem, ...] = ()
    received: tuple[str, ...] = ()
    is_simulated: bool = False
    is_training: bool = False
    is_about_none: bool = False

    def is_about(self, profession_id: str) -> bool:
        """Whether the activities of a profession are voted here."""
        return profession_id in self.profession_ids or not (self.profession_ids or self.is_about_none)

    @property
    def has_answers(self) -> bool:
        """Whether anybody voted, placed themselves or answered the form."""
        answered = bool(self.positions) or any(any(item.counts) for item in self.survey)
        return answered or any(talk.tallies for talk in self.talks)

    def group(self, group_id: str) -> Group | None:
        """A group by its id, ``None`` when it is not here."""
        return next((group for group in self.groups if group.id == group_id), None)

    def talk(self, task_id: str) -> Talk | None:
        """What was done with a task, ``None`` before it was opened."""
        return next((talk for talk in self.talks if talk.task_id == task_id), None)


def questions(scope: Scope) -> tuple[Question, ...]:
    """What is asked of each task, in the order of the ballot."""
    if scope is Scope.CRITERIA:
        return tuple(Question(criterion, hypothesis) for hypothesis in HYPOTHESES for criterion in CRITERIA)
    if scope is Scope.SUBSTITUTION_TWICE:
        return tuple(Question(Aspect.SUBSTITUTION, hypothesis) for hypothesis in HYPOTHESES)
    return (Question(Aspect.SUBSTITUTION),)

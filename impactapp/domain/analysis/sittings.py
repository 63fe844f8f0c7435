"""What follows from the votes of a sitting: what may be shown, consensus, proposed levels, reliability."""

from collections.abc import Iterator
from dataclasses import dataclass

from impactapp.domain.analysis.consensus import Consensus, consensus_of
from impactapp.domain.analysis.reliability import alpha_ordinal
from impactapp.domain.analysis.reveal import Revealed, reveal
from impactapp.domain.analysis.votes import VotedLevels, voted_levels
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import GroupKind, Question, Sitting, Talk, questions

LEAST_STAFF, LEAST_REPRESENTATIVES = 2, 1


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question in one round; ``consensus`` is ``None`` where nothing may be shown."""

    round: int
    question: Question
    revealed: Revealed
    consensus: Consensus | None


@dataclass(frozen=True, slots=True)
class TalkResult:
    """What follows for one task; ``proposed`` is empty where nothing may be shown of the round in progress."""

    talk: Talk
    questions: tuple[QuestionResult, ...]
    proposed: tuple[VotedLevels, ...]

    def result(self, round_number: int, question: Question) -> QuestionResult | None:
        """One question in one round, ``None`` where it was not voted."""
        wanted = (round_number, question)
        return next((one for one in self.questions if (one.round, one.question) == wanted), None)


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a vote is from the decision of a task under a hypothesis, in levels (0, 1 or 2)."""

    task_id: str
    hypothesis: Hypothesis
    levels: int


@dataclass(frozen=True, slots=True)
class SittingResult:
    """What follows for one sitting; ``alphas`` one a round voted, ``None`` where nothing can be compared."""

    sitting: Sitting
    talks: tuple[TalkResult, ...]
    alphas: tuple[float | None, ...]
    lacks_staff: bool
    lacks_representatives: bool


def sitting_result(sitting: Sitting) -> SittingResult:
    """Derive one sitting."""
    return SittingResult(
        sitting,
        tuple(_talk(sitting, talk) for talk in sitting.talks),
        tuple(alpha_of(sitting, [talk.task_id for talk in sitting.talks], number) for number in _rounds(sitting)),
        lacks_staff(sitting),
        lacks_representatives(sitting),
    )


def lacks_staff(sitting: Sitting) -> bool:
    """Whether fewer than two people who do the job take part."""
    return _present(sitting, GroupKind.STAFF) < LEAST_STAFF


def lacks_representatives(sitting: Sitting) -> bool:
    """Whether no staff representative takes part."""
    return _present(sitting, GroupKind.REPRESENTATIVES) < LEAST_REPRESENTATIVES


def last_sitting(study: Study, profession_id: str) -> Sitting | None:
    """The last sitting in which a profession was voted, training left out; ``None`` where there is none."""
    tasks = {task.id for profession in study.professions if profession.id == profession_id for task in profession.tasks}
    voted = [
        sitting
        for sitting in study.sittings
        if not sitting.is_training and any(talk.tallies and talk.task_id in tasks for talk in sitting.talks)
    ]
    return voted[-1] if voted else None


def alpha_of(sitting: Sitting, task_ids: list[str], round_number: int) -> float | None:
    """Krippendorff's alpha over the questions of some tasks in one round; those under the least size say nothing.

    ``None`` for fewer than two questions: alpha compares what differs between them with what differs within.
    """
    least = sitting.protocol.least_shown
    units: list[tuple[int, int, int]] = []
    for talk in sitting.talks:
        if talk.task_id in task_ids:
            counted = [talk.total(round_number, question) for question in questions(sitting.protocol.scope)]
            units.extend((c.faible, c.moyen, c.fort) for c in counted if c.total >= least)
    return alpha_ordinal(units) if len(units) > 1 else None


def distances(profession: Profession, result: SittingResult) -> tuple[Distance, ...]:
    """How far each voted substitution is from the decision in the study, for tasks that have both."""
    by_id = {talk.talk.task_id: talk for talk in result.talks}
    return tuple(
        distance for task in profession.tasks if task.id in by_id for distance in _distances(task, by_id[task.id])
    )


def _distances(task: Task, talk: TalkResult) -> Iterator[Distance]:
    voted = next((one for one in talk.proposed if one.aspect is Aspect.SUBSTITUTION), None)
    if voted is None:
        return
    for hypothesis in HYPOTHESES:
        decided, level = task.level(hypothesis, Aspect.SUBSTITUTION), voted.under(hypothesis)
        if decided is not None and level is not None:
            yield Distance(task.id, hypothesis, abs(decided - level))


def _talk(sitting: Sitting, talk: Talk) -> TalkResult:
    protocol = sitting.protocol
    results = []
    for number in range(1, talk.round + 1):
        for question in questions(protocol.scope):
            revealed = reveal(talk, number, question, protocol.least_shown)
            if revealed.total is None and not revealed.hidden and not revealed.waiting:
                continue
            agreed = None if revealed.total is None else consensus_of(revealed.total, protocol)
            results.append(QuestionResult(number, question, revealed, agreed))
    present = [one for one in results if one.round == talk.round]
    shown = bool(present) and all(one.revealed.total is not None for one in present)
    proposed = voted_levels(talk, protocol.scope, talk.round) if shown else ()
    return TalkResult(talk, tuple(results), proposed)


def _rounds(sitting: Sitting) -> range:
    return range(1, max((tally.round for talk in sitting.talks for tally in talk.tallies), default=0) + 1)


def _present(sitting: Sitting, kind: GroupKind) -> int:
    return sum(group.size for group in sitting.groups if group.kind is kind)

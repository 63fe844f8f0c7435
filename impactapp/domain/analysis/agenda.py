"""Talk where it matters: tasks by (1 − consensus) × leverage, and those that carry the gap between hypotheses; ours."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.domain.analysis.consensus import consensus
from impactapp.domain.level import Level
from impactapp.domain.profession import Profession
from impactapp.domain.rule import LevelRates
from impactapp.domain.workshop import Protocol, Sitting, Talk, questions

MOST_OF_THE_GAP = 0.8


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A task to talk about: ``weight`` its part of the profession 0..1, ``score`` 0..1, ``None`` before a vote."""

    task_id: str
    title: str
    consensus: float | None
    leverage: float
    score: float | None
    is_parked: bool
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """The fewest tasks that carry 80 % of the gap between the hypotheses: their ids and what they carry, 0..1."""

    task_ids: tuple[str, ...]
    part: float


def agenda(
    profession: Profession, sitting: Sitting, weights: Sequence[float], rates: LevelRates | None
) -> tuple[AgendaItem, ...]:
    """Every task, what splits most and moves the rate most first; settled and then parked ones at the end.

    ``weights`` one a task, empty where unusable: then each counts once. What nobody has voted follows, by leverage.
    """
    usable = weights if len(weights) == len(profession.tasks) and sum(weights) > 0 else (1.0,) * len(profession.tasks)
    total = sum(usable) or 1.0
    step = _largest_step(rates)
    items = [
        _item(task.id, task.title, sitting, weight / total * step)
        for task, weight in zip(profession.tasks, usable, strict=True)
    ]
    return tuple(sorted(items, key=_urgency))


def gap(levels: Sequence[tuple[str, Level | None, Level | None]], weights: Sequence[float], rates: LevelRates) -> Gap:
    """Of tasks ``(id, low, high)`` those that carry most of the gap between the hypotheses."""
    carried = {
        task_id: weight * (rates.of(high) - rates.of(low))
        for (task_id, low, high), weight in zip(levels, weights, strict=True)
        if low is not None and high is not None
    }
    total = sum(carried.values())
    if total <= 0:
        return Gap((), 0.0)
    chosen: list[str] = []
    reached = 0.0
    for task_id, part in sorted(carried.items(), key=lambda one: -one[1]):
        if reached < MOST_OF_THE_GAP * total - 1e-12:
            chosen.append(task_id)
            reached += part
    return Gap(tuple(chosen), reached / total)


def least_consensus(talk: Talk, protocol: Protocol) -> float | None:
    """The lowest consensus over the questions of the round in progress, or of the last one that was voted.

    A question under the least size counts as not voted: of a few voters a consensus tells the votes.
    """
    for number in range(talk.round, 0, -1):
        counted = (talk.total(number, question) for question in questions(protocol.scope))
        found = [consensus((c.faible, c.moyen, c.fort)) for c in counted if c.total >= protocol.least_shown]
        if found:
            return min(value for value in found if value is not None)
    return None


def _item(task_id: str, title: str, sitting: Sitting, leverage: float) -> AgendaItem:
    talk = sitting.talk(task_id)
    if talk is None:
        return AgendaItem(task_id, title, None, leverage, None, is_parked=False, is_settled=False)
    value = least_consensus(talk, sitting.protocol)
    score = None if value is None else (1 - value) * leverage
    return AgendaItem(task_id, title, value, leverage, score, talk.is_parked, talk.is_settled)


def _urgency(item: AgendaItem) -> tuple[bool, bool, bool, float, float]:
    return item.is_settled, item.is_parked, item.score is None, -(item.score or 0.0), -item.leverage


def _largest_step(rates: LevelRates | None) -> float:
    if rates is None:
        return 1.0
    return max(rates.moyen - rates.faible, rates.fort - rates.moyen)

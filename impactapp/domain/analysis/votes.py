"""From votes to levels: medians and quartiles by nearest rank; ours, offered to the group (method §1.5)."""

from dataclasses import dataclass
from math import ceil

from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.workshop import Counts, Question, Scope, Talk


@dataclass(frozen=True, slots=True)
class VotedLevels:
    """The levels a vote proposes for one aspect, ``None`` where nobody voted; high is never below low."""

    aspect: Aspect
    low: Level | None
    high: Level | None

    def under(self, hypothesis: Hypothesis) -> Level | None:
        """The level under one hypothesis."""
        return self.low if hypothesis is Hypothesis.LOW else self.high


def level_at(counts: Counts, rank: int) -> Level | None:
    """The level of the ``rank``-th vote, 1 being the lowest; ``None`` without votes."""
    seen = 0
    for level in Level:
        seen += counts.of(level)
        if seen >= max(1, rank):
            return level if counts.total else None
    return None


def lower_median(counts: Counts) -> Level | None:
    """The lower of the two middle votes, or the middle one."""
    return level_at(counts, (counts.total + 1) // 2)


def upper_median(counts: Counts) -> Level | None:
    """The upper of the two middle votes, or the middle one."""
    return level_at(counts, counts.total // 2 + 1)


def quartiles(counts: Counts) -> tuple[Level | None, Level | None]:
    """The lower and the upper quartile, by nearest rank."""
    return level_at(counts, ceil(counts.total * 0.25)), level_at(counts, ceil(counts.total * 0.75))


def voted_levels(talk: Talk, scope: Scope, round_number: int) -> tuple[VotedLevels, ...]:
    """What a round proposes for each aspect that was voted."""
    if scope is Scope.SUBSTITUTION_ONCE:
        low, high = quartiles(talk.total(round_number, Question(Aspect.SUBSTITUTION)))
        return (VotedLevels(Aspect.SUBSTITUTION, low, high),)
    aspects = CRITERIA if scope is Scope.CRITERIA else (Aspect.SUBSTITUTION,)
    return tuple(_voted_twice(talk, aspect, round_number) for aspect in aspects)


def _voted_twice(talk: Talk, aspect: Aspect, round_number: int) -> VotedLevels:
    below, above = (talk.total(round_number, Question(aspect, h)) for h in HYPOTHESES)
    low, high = lower_median(below), upper_median(above)
    if low is not None and high is not None:
        high = max(low, high)
    return VotedLevels(aspect, low, high)

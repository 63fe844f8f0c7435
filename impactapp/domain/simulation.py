"""Made-up participants, to show how a second round goes; whatever they vote is marked as simulated."""

from collections.abc import Callable, Sequence

from impactapp.domain.analysis.votes import lower_median
from impactapp.domain.level import Level
from impactapp.domain.workshop import Counts

Pick = Callable[[], float]
_SAME, _NEXT = 0.6, 0.9


def simulated_vote(around: Level, voters: int, pick: Pick) -> Counts:
    """Votes spread around a level; ``pick`` gives 0..1. Six in ten vote it, three the one beside, one any."""
    return _counted([_voted(around, pick) for _ in range(voters)])


def simulated_second_round(first: Counts, pick: Pick) -> Counts:
    """After the talk half of those away from the median come one level nearer to it."""
    median = lower_median(first)
    if median is None:
        return first
    moved = []
    for level in Level:
        for _ in range(first.of(level)):
            comes = level is not median and pick() < 0.5
            moved.append(Level(level + (1 if level < median else -1)) if comes else level)
    return _counted(moved)


def _voted(around: Level, pick: Pick) -> Level:
    drawn = pick()
    if drawn < _SAME:
        return around
    if drawn < _NEXT:
        beside = [level for level in Level if abs(level - around) == 1]
        return beside[int(pick() * len(beside)) % len(beside)]
    return Level(1 + int(pick() * 3) % 3)


def _counted(levels: Sequence[Level]) -> Counts:
    return Counts(*(sum(level is one for level in levels) for one in Level))

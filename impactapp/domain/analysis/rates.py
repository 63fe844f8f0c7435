"""From the levels of the tasks to the rate of the profession."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.rule import LevelRates


@dataclass(frozen=True, slots=True)
class Interval:
    """A value under the low and the high hypothesis; ``None`` where it cannot be known yet."""

    low: float | None = None
    high: float | None = None

    def under(self, hypothesis: Hypothesis) -> float | None:
        """The value under one hypothesis."""
        return self.low if hypothesis is Hypothesis.LOW else self.high

    def times(self, factor: float | None) -> "Interval":
        """Both ends multiplied; unknown where the factor is."""
        if factor is None:
            return Interval()
        return Interval(
            None if self.low is None else self.low * factor, None if self.high is None else self.high * factor
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tasks were decided at each level under one hypothesis."""

    faible: int
    moyen: int
    fort: int

    @classmethod
    def of(cls, levels: Iterable[Level | None]) -> "Counts":
        """Count decided levels; the undecided are left out."""
        listed = list(levels)
        return cls(listed.count(Level.FAIBLE), listed.count(Level.MOYEN), listed.count(Level.FORT))


@dataclass(frozen=True, slots=True)
class Masses:
    """The weight of the tasks at each level; ``None`` stands for a profession that cannot be rated yet."""

    faible: float
    moyen: float
    fort: float
    total: float

    @classmethod
    def of(cls, levels: Sequence[Level | None], weights: Sequence[float]) -> "Masses | None":
        """Weigh the levels; ``None`` while a task is undecided, weights are missing or nothing weighs."""
        if len(weights) != len(levels) or None in levels:
            return None
        total = fsum(weights)
        if total <= 0:
            return None
        by_level = {level: fsum(w for at, w in zip(levels, weights, strict=True) if at is level) for level in Level}
        return cls(by_level[Level.FAIBLE], by_level[Level.MOYEN], by_level[Level.FORT], total)

    def rate(self, rates: LevelRates) -> float:
        """Weighted mean of what each level counts for, 0..1."""
        weighed = fsum((self.faible * rates.faible, self.moyen * rates.moyen, self.fort * rates.fort))
        return min(1.0, weighed / self.total)


def hull(intervals: Iterable[Interval]) -> Interval:
    """From the least low to the greatest high, over the intervals that are known."""
    known = list(intervals)
    lows = [interval.low for interval in known if interval.low is not None]
    highs = [interval.high for interval in known if interval.high is not None]
    return Interval(min(lows, default=None), max(highs, default=None))

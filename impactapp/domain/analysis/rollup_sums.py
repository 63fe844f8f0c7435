"""Sums over what is known, and ranges with the place of their ends: exact until read, so that no order ever shows."""

from dataclasses import dataclass
from fractions import Fraction

from impactapp.domain.analysis.rates import Interval

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over what is known; ``unknown`` counts what is not in it."""

    exact: Fraction = NOTHING
    known: int = 0
    unknown: int = 0

    @property
    def value(self) -> float | None:
        """The sum, correctly rounded, ``None`` while nothing is known."""
        return float(self.exact) if self.known else None

    def plus(self, number: float | None) -> "Total":
        """With one more number, or one more unknown."""
        if number is None:
            return Total(self.exact, self.known, self.unknown + 1)
        return Total(self.exact + Fraction(number), self.known + 1, self.unknown)

    def joined(self, other: "Total") -> "Total":
        """Both together."""
        return Total(self.exact + other.exact, self.known + other.known, self.unknown + other.unknown)


NO_TOTAL = Total()


@dataclass(frozen=True, slots=True)
class Sums:
    """What is summed of professions: persons, FTE and the FTE exposed under both hypotheses."""

    headcount: Total = NO_TOTAL
    fte: Total = NO_TOTAL
    low: Total = NO_TOTAL
    high: Total = NO_TOTAL

    def plus(self, headcount: int | None, fte: float | None, exposed: Interval) -> "Sums":
        """With one more profession; its exposed time counts where both ends are known."""
        whole = exposed if exposed.low is not None and exposed.high is not None else Interval()
        return Sums(
            self.headcount.plus(headcount),
            self.fte.plus(fte),
            self.low.plus(whole.low),
            self.high.plus(whole.high),
        )

    def joined(self, other: "Sums") -> "Sums":
        """Both together."""
        return Sums(
            self.headcount.joined(other.headcount),
            self.fte.joined(other.fte),
            self.low.joined(other.low),
            self.high.joined(other.high),
        )


NO_SUMS = Sums()


@dataclass(frozen=True, slots=True)
class Extreme:
    """The least or greatest rate, and whose it is; ``position`` is that of the study among those read."""

    rate: float
    place: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    """Between which establishments the rate of a profession goes, under one hypothesis."""

    least: Extreme | None = None
    most: Extreme | None = None

    def plus(self, found: Extreme | None) -> "Range":
        """With the rate of one more establishment; of equal ones the study read first stays."""
        return self if found is None else self.joined(Range(found, found))

    def joined(self, other: "Range") -> "Range":
        """Both together."""
        least = [one for one in (self.least, other.least) if one is not None]
        most = [one for one in (self.most, other.most) if one is not None]
        return Range(
            min(least, key=lambda one: (one.rate, one.position), default=None),
            min(most, key=lambda one: (-one.rate, one.position), default=None),
        )


NO_RANGE = Range()

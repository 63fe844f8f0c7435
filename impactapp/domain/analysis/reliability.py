"""Krippendorff's alpha for ordered values, from how often each value was given to each unit."""

from collections.abc import Sequence
from enum import StrEnum
from math import fsum

HIGH_FROM, MIDDLE_FROM = 0.8, 2 / 3


class Reliability(StrEnum):
    """What an alpha is called; the thresholds are ours and never a gate."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


def alpha_ordinal(units: Sequence[Sequence[int]]) -> float | None:
    """Alpha of units, each a count for every value of one ordered scale.

    It needs no raters, so counts by group are enough. Units with fewer than two votes say nothing. ``None`` where
    nothing can be compared, or all gave one value. Krippendorff, Content Analysis (ordinal metric).
    """
    paired = [unit for unit in units if sum(unit) >= 2]
    if not paired:
        return None
    values = range(len(paired[0]))
    totals = [sum(unit[value] for unit in paired) for value in values]
    distances = [[_distance(totals, one, other) for other in values] for one in values]
    votes = sum(totals)
    observed = fsum(
        unit[one] * unit[other] * distances[one][other] / (sum(unit) - 1)
        for unit in paired
        for one in values
        for other in values
    )
    expected = fsum(totals[one] * totals[other] * distances[one][other] for one in values for other in values) / (
        votes - 1
    )
    return None if expected == 0 else 1 - observed / expected


def reliability(alpha: float) -> Reliability:
    """What an alpha is called."""
    if alpha >= HIGH_FROM:
        return Reliability.HIGH
    return Reliability.MIDDLE if alpha >= MIDDLE_FROM else Reliability.LOW


def _distance(totals: Sequence[int], one: int, other: int) -> float:
    """Squared count of what lies between two values, each end for half."""
    low, high = sorted((one, other))
    between = sum(totals[low : high + 1]) - (totals[low] + totals[high]) / 2
    return between**2

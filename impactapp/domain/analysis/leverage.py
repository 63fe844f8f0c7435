"""How far the rate of the profession moves when one task moves one level."""

from collections.abc import Sequence

from impactapp.domain.level import Level
from impactapp.domain.rule import LevelRates


def leverages(levels: Sequence[Level | None], weights: Sequence[float], rates: LevelRates | None) -> list[float | None]:
    """The larger of a level up and a level down, 0..1, a task; ``None`` for an undecided task or unusable weights."""
    total = sum(weights)
    if rates is None or len(weights) != len(levels) or total <= 0:
        return [None] * len(levels)
    steps = {level: _largest_step(level, rates) for level in Level}
    return [
        None if level is None else weight / total * steps[level] for level, weight in zip(levels, weights, strict=True)
    ]


def _largest_step(level: Level, rates: LevelRates) -> float:
    neighbours = [other for other in Level if abs(other - level) == 1]
    return max(abs(rates.of(other) - rates.of(level)) for other in neighbours)

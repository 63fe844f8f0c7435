"""How much practice of a skill the AI takes away, and what the barriers give back; our model (method §2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from impactapp.domain.level import Level

LEAST_BASIS = 0.5
FIRST_THIRD, SECOND_THIRD = 1 / 3, 2 / 3


@dataclass(frozen=True, slots=True)
class Practice:
    """One task's part in a skill: ``mass`` = weight × intensity, ``rate`` = its substitution 0..1 or ``None``."""

    mass: float
    rate: float | None
    formative: bool
    validated: bool


@dataclass(frozen=True, slots=True)
class Exposure:
    """Exposure of one skill under one hypothesis, each 0..1; ``None`` where there is nothing to compute from.

    ``basis`` is the share of the practice that is rated; under one half nothing is said.
    """

    atrophy: float | None = None
    non_acquisition: float | None = None
    mis_skilling: float | None = None
    basis: float = 0.0

    @property
    def kept(self) -> float | None:
        """The practice kept, 0..1."""
        return None if self.atrophy is None else 1 - self.atrophy


def exposure(practices: Sequence[Practice]) -> Exposure:
    """Weigh the rated practices of one skill."""
    total = fsum(practice.mass for practice in practices)
    rated = [practice for practice in practices if practice.rate is not None]
    basis = fsum(practice.mass for practice in rated) / total if total > 0 else 0.0
    if basis < LEAST_BASIS:
        return Exposure(basis=basis)
    formative = [practice for practice in practices if practice.formative]
    return Exposure(_lost(rated), _lost_where_known(formative), _lost(rated, validated_only=True), basis)


def exposure_class(value: float) -> Level:
    """Faible under one third, Moyen under two thirds, else Fort."""
    if value < FIRST_THIRD:
        return Level.FAIBLE
    return Level.MOYEN if value < SECOND_THIRD else Level.FORT


def priority(exposed: Level, criticality: int) -> int:
    """Class × criticality, 1..9: where to look first."""
    return int(exposed) * criticality


def residual(value: float | None, restored: float) -> float | None:
    """What is left once barriers restore a share of practice: ``max(0, exposure − restored)``."""
    return None if value is None else max(0.0, value - restored)


def _lost_where_known(practices: Sequence[Practice]) -> float | None:
    rated = [practice for practice in practices if practice.rate is not None]
    total = fsum(practice.mass for practice in practices)
    if total <= 0 or fsum(practice.mass for practice in rated) / total < LEAST_BASIS:
        return None
    return _lost(rated)


def _lost(rated: Sequence[Practice], validated_only: bool = False) -> float:
    total = fsum(practice.mass for practice in rated)
    lost = fsum(
        practice.mass * practice.rate
        for practice in rated
        if practice.rate is not None and (practice.validated or not validated_only)
    )
    return min(1.0, lost / total)

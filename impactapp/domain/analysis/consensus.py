"""How far a group agrees on an ordered scale: Tastle & Wierman (2007), with labels of ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum, log2

from impactapp.domain.workshop import Counts, Protocol

FEWEST_VOTES = 5


class Agreement(StrEnum):
    """What a consensus is called; ours."""

    AGREED = "agreed"
    MAJORITY = "majority"
    TO_DISCUSS = "to_discuss"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Consensus:
    """``value`` 0..1, ``None`` without a vote; ``is_split`` says that Faible and Fort were both voted."""

    value: float | None
    agreement: Agreement
    is_split: bool


def consensus(counts: Sequence[int]) -> float | None:
    """Cns = 1 + Σ p·log2(1 − |x − μ| / (k − 1)) over k ordered levels (k ≥ 2); ``None`` without a vote."""
    total = sum(counts)
    if total == 0:
        return None
    mean = fsum(level * count for level, count in enumerate(counts)) / total
    width = len(counts) - 1
    spread = fsum(count / total * log2(1 - abs(level - mean) / width) for level, count in enumerate(counts) if count)
    return max(0.0, 1 + spread)


def consensus_of(counts: Counts, protocol: Protocol) -> Consensus:
    """Consensus of a vote, with its label; under five votes it has none."""
    value = consensus((counts.faible, counts.moyen, counts.fort))
    return Consensus(value, _label(value, counts.total, protocol), counts.faible > 0 and counts.fort > 0)


def _label(value: float | None, votes: int, protocol: Protocol) -> Agreement:
    if value is None or votes < FEWEST_VOTES:
        return Agreement.TOO_FEW
    if value >= protocol.agreement:
        return Agreement.AGREED
    return Agreement.MAJORITY if value >= protocol.majority else Agreement.TO_DISCUSS

"""What is left of a skill nobody practises, as a band between two shapes.

Half of the acquired gain is lost after about 6.5 months (accuracy), 11 (mixed) or 13 (speed): Tatel & Ackerman,
Psychological Bulletin 2025, doi 10.1037/bul0000481. For total non-use, procedural skills with a motor part, and never
beyond twelve months.
"""

from impactapp.domain.skill import Retention

LAST_MONTH = 12
HALF_LIVES = {Retention.ACCURACY: 6.5, Retention.MIXED: 11.0, Retention.SPEED: 13.0}


def retention_exponential(kind: Retention, month: float) -> float:
    """What is left after ``month`` months (0..12), 0..1, if the loss slows down."""
    return float(0.5 ** (_within(month) / HALF_LIVES[kind]))


def retention_linear(kind: Retention, month: float) -> float:
    """What is left after ``month`` months (0..12), 0..1, if the loss is steady."""
    return max(0.0, 1 - 0.5 * _within(month) / HALF_LIVES[kind])


def _within(month: float) -> float:
    if not 0 <= month <= LAST_MONTH:
        raise ValueError(month)
    return month

"""What each task weighs in its profession: one each, or its part of working time."""

from dataclasses import dataclass
from enum import StrEnum

from impactapp.domain.profession import Profession
from impactapp.domain.rule import Weighting

SHARE_TOLERANCE = 0.005


class Shares(StrEnum):
    """The state of the time shares of a profession."""

    NONE = "none"
    PARTIAL = "partial"
    OFF_TOTAL = "off_total"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight a task, in order and not normalised; empty where the shares cannot be used."""

    weighting: Weighting
    values: tuple[float, ...]


def shares_of(profession: Profession) -> Shares:
    """Whether the shares are all stated and sum to 100 % within half a point."""
    stated = [task.share for task in profession.tasks if task.share is not None]
    if not stated:
        return Shares.NONE
    if len(stated) < len(profession.tasks):
        return Shares.PARTIAL
    return Shares.COMPLETE if abs(sum(stated) - 1) <= SHARE_TOLERANCE + 1e-9 else Shares.OFF_TOTAL


def weights_of(profession: Profession, weighting: Weighting) -> Weights:
    """Equal weights when chosen or when no share is stated; never a silent completion of a partly filled column."""
    state = shares_of(profession)
    if weighting is Weighting.EQUAL or state is Shares.NONE:
        return Weights(Weighting.EQUAL, (1.0,) * len(profession.tasks))
    if state is not Shares.COMPLETE:
        return Weights(Weighting.TIME, ())
    return Weights(Weighting.TIME, tuple(task.share or 0.0 for task in profession.tasks))

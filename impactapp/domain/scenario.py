"""Scenarios (step 6 of the method): what a group assumes for the years to come; every setting is its own."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp

from impactapp.domain.rule import Rule

HORIZONS = (1, 10)
STEEPNESS = 10.0


class Adoption(StrEnum):
    """How the tools reach the teams over the years; both curves are ours, the third is the group's, year by year."""

    LINEAR = "linear"
    LOGISTIC = "logistic"
    STATED = "stated"


class Cost(StrEnum):
    """What takes back a part of the time: each a part of one, unknown until the group states it."""

    CONTROL = "control"
    TRAINING = "training"
    DRILLS = "drills"


@dataclass(frozen=True, slots=True)
class Use:
    """What a part of the time is for; ``share`` is 0..1 of the net time, ``None`` when not stated."""

    title: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """One set of assumptions; ``None`` stands for what the group has not stated.

    ``horizon`` counts years; ``rule`` ``None`` is the study's; ``control`` is a part of the time exposed, spent on
    checking what the AI made; ``training`` and ``drills`` (practice for downtime) are parts of the working time of the
    professions concerned, each year; ``departures`` is the part of the staff that leaves each year. All are 0..1.
    ``stated`` holds the adoption of each year where the curve is the group's own.
    """

    id: str
    title: str
    horizon: int = 5
    adoption: Adoption = Adoption.LINEAR
    stated: tuple[float, ...] = ()
    rule: Rule | None = None
    control: float | None = None
    training: float | None = None
    drills: float | None = None
    departures: float | None = None
    uses: tuple[Use, ...] = ()
    note: str = ""

    def cost(self, cost: Cost) -> float | None:
        """One of the parts that take time back."""
        return {Cost.CONTROL: self.control, Cost.TRAINING: self.training, Cost.DRILLS: self.drills}[cost]

    def with_cost(self, cost: Cost, part: float | None) -> "Scenario":
        """This scenario with one of the parts that take time back replaced."""
        return replace(
            self,
            control=part if cost is Cost.CONTROL else self.control,
            training=part if cost is Cost.TRAINING else self.training,
            drills=part if cost is Cost.DRILLS else self.drills,
        )

    @property
    def lacks_adoption(self) -> bool:
        """Whether the curve is the group's own and no year of it is stated yet."""
        return self.adoption is Adoption.STATED and not self.stated

    def adopted(self, year: int) -> float | None:
        """The part of the time exposed that tools have reached at the end of a year, 0..1; all of it at the horizon.

        The logistic curve is cut to start at 0 and end at 1. Of a stated curve the last year said holds on; ``None``
        where none is.
        """
        part = year / self.horizon
        if self.adoption is Adoption.LINEAR:
            return part
        if self.adoption is Adoption.LOGISTIC:
            least, most = _logistic(0.0), _logistic(1.0)
            return (_logistic(part) - least) / (most - least)
        said = self.stated[:year]
        return said[-1] if said else None


def _logistic(part: float) -> float:
    return 1 / (1 + exp(-STEEPNESS * (part - 0.5)))

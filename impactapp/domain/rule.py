"""How the levels of activities become the rate of a profession, and what each activity counts for."""

from dataclasses import dataclass
from enum import StrEnum

from impactapp.domain.level import Level


class Rule(StrEnum):
    """How the levels of the tasks become the rate of the profession; ours (the note gives no formula)."""

    SHARE_OF_FORT = "share_of_fort"
    WEIGHTED = "weighted"
    THREE_QUARTERS = "three_quarters"
    CUSTOM = "custom"


class Weighting(StrEnum):
    """Whether each task counts once or by its part of working time."""

    EQUAL = "equal"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class LevelRates:
    """What each level counts for, 0..1 and never decreasing from Faible to Fort."""

    faible: float
    moyen: float
    fort: float

    def of(self, level: Level) -> float:
        """The rate of one level."""
        return (self.faible, self.moyen, self.fort)[level - 1]


SHIPPED_RATES = {
    Rule.SHARE_OF_FORT: LevelRates(0.0, 0.0, 1.0),
    Rule.WEIGHTED: LevelRates(0.0, 0.5, 1.0),
    Rule.THREE_QUARTERS: LevelRates(0.25, 0.5, 0.75),
}
SHIPPED_RULES = tuple(SHIPPED_RATES)

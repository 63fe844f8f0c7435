"""The three levels, the two hypotheses and the aspects of a task that a group rates."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How far AI can substitute, ordered: Faible < Moyen < Fort."""

    FAIBLE = 1
    MOYEN = 2
    FORT = 3

    @property
    def code(self) -> str:
        """The word used in files: ``faible``, ``moyen`` or ``fort``."""
        return self.name.lower()

    @classmethod
    def from_code(cls, code: str) -> "Level":
        """Read the word used in files; raises ``ValueError`` on any other text."""
        for level in cls:
            if level.code == code:
                return level
        raise ValueError(code)


class Hypothesis(StrEnum):
    """The prudent (low) and the favourable (high) view of what AI will do."""

    LOW = "low"
    HIGH = "high"


class Aspect(StrEnum):
    """What is rated of a task: three criteria, then the substitution the group decides."""

    MATURITY = "maturity"
    ACCEPTABILITY = "acceptability"
    ROI = "roi"
    SUBSTITUTION = "substitution"


CRITERIA = (Aspect.MATURITY, Aspect.ACCEPTABILITY, Aspect.ROI)
HYPOTHESES = (Hypothesis.LOW, Hypothesis.HIGH)

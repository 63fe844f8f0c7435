"""Two moments of one study, or two studies, laid side by side."""

from dataclasses import dataclass
from datetime import date

from impactapp.domain.analysis.checks import Finding
from impactapp.domain.analysis.movement import Movement, movements
from impactapp.domain.analysis.results import Results


@dataclass(frozen=True, slots=True)
class Moment:
    """One side: its results, the file it was read from, and the day it was so, ``None`` for what a file holds."""

    results: Results
    file: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved between both; ``stale`` are the maturities of the later one that have aged."""

    before: Moment
    after: Moment
    moved: tuple[Movement, ...]
    stale: tuple[Finding, ...] = ()


def compared(before: Moment, after: Moment, stale: tuple[Finding, ...] = ()) -> Comparison:
    """Both sides with what moved between them."""
    return Comparison(before, after, movements(before.results, after.results), stale)

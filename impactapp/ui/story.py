"""What a study was on other days, read off the window's thread; nothing here knows Qt's objects."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from impactapp.domain.analysis.moments import Comparison, Moment, compared
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.timeline import RateOn, rates_over
from impactapp.domain.study import Study
from impactapp.store.history import changed_days, past_studies, two_days
from impactapp.store.reading import read_study
from impactapp.ui.background import Ticket


class Pace:
    """How far a reading is: the worker counts, the window looks."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0


@dataclass(frozen=True, slots=True)
class Story:
    """The days that the log leads back to, the last first, and the rates of each profession by id, the first first."""

    days: tuple[date, ...]
    rates: dict[str, tuple[RateOn, ...]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What to compare: two days of the open file, or ``other`` as it is now and the later day."""

    first: date | None
    last: date | None
    other: Path | None = None


def read_story(path: Path, pace: Pace, ticket: Ticket) -> Story:
    """Read every day, one at a time."""
    pace.total = len(changed_days(path))
    days: list[date] = []

    def told() -> Iterator[tuple[date, Study]]:
        for past in past_studies(path):
            ticket.breathe()
            pace.done += 1
            days.append(past.day)
            yield past.day, past.study

    rates = rates_over(told())
    return Story(tuple(days), rates)


def read_comparison(path: Path, chosen: Choice, ticket: Ticket) -> Comparison:
    """Read both sides and lay them side by side."""
    # of the open file, one day is enough beside another file
    first = (chosen.last or date.max) if chosen.other else chosen.first
    before, after = two_days(path, first, chosen.last, ticket.breathe)
    then = Moment(analyse(before.study, step=ticket.breathe), path.name, before.day)
    if chosen.other is not None:
        then = Moment(analyse(read_study(chosen.other), step=ticket.breathe), chosen.other.name)
    return compared(then, Moment(analyse(after.study, step=ticket.breathe), path.name, after.day))

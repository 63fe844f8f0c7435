"""A scale of full-time equivalents: round steps from under nothing, where a figure needs it, to its most."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from impactapp.charts.sheet import SMALL, Sheet
from impactapp.labels.numbers import fte
from impactapp.labels.scenarios import minus

MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``least`` to ``most`` by ``step``, drawn from the place ``first`` to the place ``last``."""

    least: float
    most: float
    step: float
    first: float
    last: float

    def place(self, value: float) -> float:
        """Where a value stands."""
        return self.first + (self.last - self.first) * (value - self.least) / (self.most - self.least)

    def ticks(self) -> list[float]:
        """The round values."""
        return [self.least + at * self.step for at in range(round((self.most - self.least) / self.step) + 1)]


def scale_of(values: Iterable[float], first: float, last: float, steps: int = MOST_STEPS) -> Scale:
    """A scale that holds nothing and all values; a step is 1, 2 or 5 times a power of ten."""
    listed = [0.0, *values]
    least, most = min(listed), max(listed)
    span = (most - least) or 1.0
    power = 10.0 ** floor(log10(span / steps))
    step = next(power * times for times in (1, 2, 5, 10) if span / (power * times) <= steps)
    top = max(ceil(most / step - 1e-9), 1 if least >= 0 else 0)
    return Scale(floor(least / step + 1e-9) * step, top * step, step, first, last)


def number(value: float) -> str:
    """A value of a scale."""
    return minus(fte(round(value, 9) + 0.0))


def draw_across(sheet: Sheet, scale: Scale, top: float, bottom: float) -> None:
    """The scale from left to right, with its lines down to ``bottom``."""
    places = [(value, scale.place(value)) for value in scale.ticks()]
    sheet.lines([(x, top, x, bottom) for value, x in places if value], sheet.palette.faint_line)
    sheet.lines([(scale.place(0.0), top, scale.place(0.0), bottom)], sheet.palette.line)
    for value, x in places:
        sheet.write(x, top - 12, number(value), size=SMALL, color=sheet.palette.muted, align="center")


def draw_up(sheet: Sheet, scale: Scale, left: float, right: float) -> None:
    """The scale from bottom to top, with its lines to the ``right``."""
    places = [(value, scale.place(value)) for value in scale.ticks()]
    sheet.lines([(left, y, right, y) for value, y in places if value], sheet.palette.faint_line)
    sheet.lines([(left, scale.place(0.0), right, scale.place(0.0))], sheet.palette.line)
    for value, y in places:
        sheet.write(left - 8, y, number(value), size=SMALL, color=sheet.palette.muted, align="right")

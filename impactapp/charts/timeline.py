"""The rate of one profession over the days its study changed: a band from low to high, one step a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from impactapp.charts.ends import RADIUS, draw_legend
from impactapp.charts.lettering import width
from impactapp.charts.notes import draw_notes, notes_height
from impactapp.charts.sheet import SMALL, Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.timeline import RateOn
from impactapp.i18n import _
from impactapp.labels import movement as words
from impactapp.labels.numbers import UNKNOWN, day, percent, percent_range

PLOT, ABOVE, UNDER, LEGEND = 260.0, 44.0, 40.0, 40.0
LEFT, RIGHT, INSIDE, APART = 60.0, 16.0, 56.0, 16.0
SMALLEST = 4.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where days and rates stand."""

    history: tuple[RateOn, ...]
    top: float
    bottom: float
    left: float
    right: float

    def x(self, one: RateOn) -> float:
        """Where a day stands; a single one in the middle."""
        first, last = self.history[0].day, self.history[-1].day
        part = (one.day - first) / (last - first) if last > first else 0.5
        return self.left + INSIDE + (self.right - self.left - 2 * INSIDE) * part

    def y(self, rate: float) -> float:
        """Where a rate 0..1 stands."""
        return self.bottom - (self.bottom - self.top) * rate


def height_at(wide: float, results: Results, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    return ABOVE + PLOT + UNDER + LEGEND + notes_height(_notes(results), wide - 4) + 8


def draw(sheet: Sheet, results: Results, subject: Subject) -> None:
    """Draw it; a day on which the rate was not known leaves a gap."""
    if not subject.history:
        sheet.write(0, 30, nothing())
        return
    plot = _Plot(subject.history, ABOVE, ABOVE + PLOT, LEFT, sheet.width - RIGHT)
    _axes(sheet, plot)
    for run in _runs(subject.history):
        _band(sheet, plot, run)
    _ends(sheet, plot)
    _days(sheet, plot)
    draw_legend(sheet, plot.bottom + UNDER + LEGEND / 2)
    draw_notes(sheet, plot.bottom + UNDER + LEGEND + 4, _notes(results))


def describe(results: Results, subject: Subject) -> list[str]:
    """The figure in words, a line a day."""
    result = results.profession(subject.profession_id)
    titles = [result.profession.title] if result else []
    return [*titles, *(words.rate_on_words(one) for one in subject.history), *_notes(results)]


def nothing() -> str:
    """What stands where there is no day to draw."""
    return _("No past day is known of this profession.")


def _notes(results: Results) -> list[str]:
    return [words.reread_sentence(results.study)]


def _axes(sheet: Sheet, plot: _Plot) -> None:
    muted = sheet.palette.muted
    sheet.write(0, plot.top - 28, _("substitution rate"), size=SMALL, color=muted)
    for quarter in range(5):
        y = plot.y(quarter / 4)
        sheet.lines([(plot.left, y, plot.right, y)], sheet.palette.faint_line if quarter else sheet.palette.line)
        sheet.write(plot.left - 12, y, percent(quarter / 4), size=SMALL, color=muted, align="right")


def _runs(history: Sequence[RateOn]) -> list[list[tuple[RateOn, float, float]]]:
    """Days that follow each other with a known rate."""
    runs: list[list[tuple[RateOn, float, float]]] = [[]]
    for one in history:
        if one.rate.low is None or one.rate.high is None:
            runs.append([])
        else:
            runs[-1].append((one, one.rate.low, one.rate.high))
    return [run for run in runs if run]


def _band(sheet: Sheet, plot: _Plot, run: Sequence[tuple[RateOn, float, float]]) -> None:
    """A rate holds until the next day that changed it."""
    lows = _steps([(plot.x(one), plot.y(low)) for one, low, _high in run])
    highs = _steps([(plot.x(one), plot.y(high)) for one, _low, high in run])
    if len(run) > 1:
        sheet.shapes([[*highs, *reversed(lows)]], fill=sheet.palette.substitution[0].ground)
    for steps in (lows, highs):
        sheet.lines([(*one, *other) for one, other in pairwise(steps)], sheet.palette.accent, 1.6)


def _steps(points: Sequence[Point]) -> list[Point]:
    found: list[Point] = list(points[:1])
    for (_x1, y1), (x2, y2) in pairwise(points):
        found += [(x2, y1), (x2, y2)]
    return found


def _ends(sheet: Sheet, plot: _Plot) -> None:
    """The shapes of both hypotheses, smaller where days are many."""
    gaps = [plot.x(other) - plot.x(one) for one, other in pairwise(plot.history)]
    radius = max(SMALLEST, min(RADIUS, min(gaps, default=RADIUS * 3) / 3))
    strong, ground = sheet.palette.accent, sheet.palette.background
    lows = [(plot.x(one), plot.y(one.rate.low)) for one in plot.history if one.rate.low is not None]
    highs = [(plot.x(one), plot.y(one.rate.high)) for one in plot.history if one.rate.high is not None]
    same = set(lows) & set(highs)
    both = [(one, one.rate.low, one.rate.high) for one in plot.history]
    whole = [(plot.x(one), low, high) for one, low, high in both if low is not None and high is not None]
    sheet.lines([(x, plot.y(low), x, plot.y(high)) for x, low, high in whole], strong, 2.4)
    sheet.circles([place for place in lows if place not in same], radius, fill=ground, edge=strong)
    sheet.circles([place for place in highs if place not in same], radius + 1, fill=strong)
    sheet.circles(sorted(same), radius + 4, fill=ground, edge=strong)
    sheet.circles(sorted(same), radius, fill=strong)


def _days(sheet: Sheet, plot: _Plot) -> None:
    """Days and rates in words where they have room, the last and the first one before others; all have their mark."""
    last, first, between = plot.history[-1:], plot.history[:1], plot.history[1:-1]
    taken: list[tuple[float, float]] = []
    for one in dict.fromkeys((*last, *first, *reversed(between))):
        known = one.rate.low is not None and one.rate.high is not None
        rate, x = percent_range(one.rate) if known else UNKNOWN, plot.x(one)
        half = max(width(day(one.day), SMALL), width(rate, SMALL, bold=True)) / 2 + APART / 2
        if any(x - half < right and x + half > left for left, right in taken):
            continue
        taken.append((x - half, x + half))
        sheet.lines([(x, plot.bottom, x, plot.bottom + 5)], sheet.palette.line)
        sheet.write(x, plot.bottom + 18, day(one.day), size=SMALL, color=sheet.palette.muted, align="center")
        above = plot.y(max(one.rate.low or 0.0, one.rate.high or 0.0)) - RADIUS - 12
        sheet.write(x, above, rate, size=SMALL, align="center", bold=True)
    _marks(sheet, plot)


def _marks(sheet: Sheet, plot: _Plot) -> None:
    places = [plot.x(one) for one in plot.history]
    middles = [(one + other) / 2 for one, other in pairwise(places)]
    for one, left, right in zip(plot.history, [plot.left, *middles], [*middles, plot.right], strict=True):
        sheet.mark(left, plot.top - 20, right - left, plot.bottom - plot.top + 20 + UNDER, words.rate_on_words(one))

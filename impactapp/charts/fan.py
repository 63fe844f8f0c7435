"""The range of a scenario year by year, gross and net, with the departures beside it on a scale of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from impactapp.charts.chosen_scenario import (
    draw_heading,
    draw_key,
    heading,
    heading_height,
    notes_space,
    result_of,
    scenario_notes,
)
from impactapp.charts.fte_scale import Scale, draw_up, scale_of
from impactapp.charts.notes import draw_notes
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult
from impactapp.i18n import _
from impactapp.labels import scenarios as words

PLOT, BARS = 250.0, 64.0
ABOVE, UNDER, KEY, TITLE = 38.0, 36.0, 52.0, 44.0
LEFT, RIGHT = 52.0, 28.0
DOT = 4.5
Ends = Sequence[tuple[int, Interval]]


@dataclass(frozen=True, slots=True)
class Plot:
    """Where years and FTE stand."""

    horizon: int
    left: float
    right: float
    scale: Scale

    def x(self, year: float) -> float:
        """Where a year stands."""
        return self.left + (self.right - self.left) * year / self.horizon

    def point(self, year: int, value: float) -> tuple[float, float]:
        """Where a value of a year stands."""
        return self.x(year), self.scale.place(value)


def height_at(wide: float, results: Results, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    result = result_of(results, subject)
    beside = 0.0 if result.last.departures is None else TITLE + BARS
    notes = notes_space(result, subject, wide)
    return heading_height(result, wide) + ABOVE + PLOT + UNDER + beside + KEY + notes


def draw(sheet: Sheet, results: Results, subject: Subject) -> None:
    """Draw it: the bands with the ends of each year, then the departures."""
    result = result_of(results, subject)
    top = draw_heading(sheet, result) + ABOVE
    bottom = top + PLOT
    scale = scale_of(values_of(result), bottom, top)
    plot = Plot(result.scenario.horizon, LEFT, sheet.width - RIGHT, scale)
    sheet.write(0, top - 22, _("FTE"), size=SMALL, color=sheet.palette.muted)
    draw_up(sheet, scale, LEFT, plot.right)
    draw_bands(sheet, plot, result, DOT)
    draw_years(sheet, plot, bottom)
    each = (plot.right - plot.left) / plot.horizon
    for year in result.years:
        said = words.year_words(year, result.fte)
        first = max(0.0, plot.x(year.year) - each / 2)
        sheet.mark(first, top, min(each, sheet.width - first), PLOT + UNDER, said)
    y = bottom + UNDER
    if result.last.departures is not None:
        y = _departures(sheet, plot, result, y)
    y = draw_key(sheet, y + 16, keys(sheet, result))
    draw_notes(sheet, y + 4, scenario_notes(result, subject))


def describe(results: Results, subject: Subject) -> list[str]:
    """The figure in words, a line a year."""
    result = result_of(results, subject)
    years = [words.year_words(year, result.fte) for year in result.years]
    beside = words.departures_sentence(result)
    return [heading(result.scenario), words.headline(result), *years, beside, *scenario_notes(result, subject)]


def values_of(result: ScenarioResult) -> list[float]:
    """All that is drawn on the scale."""
    both = [end for year in result.years for band in (year.gross, year.net) for end in (band.low, band.high)]
    return [end for end in both if end is not None]


def draw_bands(sheet: Sheet, plot: Plot, result: ScenarioResult, dot: float) -> None:
    """The gross band from nothing on, and over it the net band from the first year on."""
    palette = sheet.palette
    gross = [(0, Interval(0.0, 0.0)), *((year.year, year.gross) for year in result.years)]
    _band(sheet, plot, gross, palette.substitution[0].ground)
    net = [(year.year, year.net) for year in result.years if year.net.low is not None]
    if net:
        _band(sheet, plot, net, palette.substitution[1].ground)
    for ends in (gross[1:], net):
        lows = [plot.point(year, one.low) for year, one in ends if one.low is not None]
        highs = [plot.point(year, one.high) for year, one in ends if one.high is not None]
        sheet.circles(lows, dot, fill=palette.background, edge=palette.accent, thickness=1.5)
        sheet.circles(highs, dot + 0.5, fill=palette.accent)


def draw_years(sheet: Sheet, plot: Plot, bottom: float, *, named: bool = True) -> None:
    """The years that have room under the plot, always the last one."""
    muted = sheet.palette.muted
    for year in shown_years(plot.horizon, plot.right - plot.left):
        sheet.lines([(plot.x(year), bottom, plot.x(year), bottom + 4)], sheet.palette.line)
        sheet.write(plot.x(year), bottom + 15, str(year), size=SMALL, color=muted, align="center")
    if named:
        sheet.write(0, bottom + 15, _("year"), size=SMALL, color=muted, room=LEFT)


def shown_years(count: int, room: float, least: float = 40.0) -> list[int]:
    """The years that have room for a number."""
    each = next((each for each in (1, 2, 5) if room * each / count >= least), count)
    return [year for year in range(1, count + 1) if (count - year) % each == 0]


def keys(sheet: Sheet, result: ScenarioResult) -> list[tuple[str, str, str]]:
    """What the grounds mean."""
    palette = sheet.palette
    listed = [(palette.substitution[0].ground, palette.line, _("gross, from the low (○) to the high (●) hypothesis"))]
    if result.last.net.low is not None:
        said = _("net, from the low (○) to the high (●) hypothesis")
        listed.append((palette.substitution[1].ground, palette.line, said))
    return listed


def _band(sheet: Sheet, plot: Plot, ends: Ends, ground: str) -> None:
    lows = [plot.point(year, one.low) for year, one in ends if one.low is not None]
    highs = [plot.point(year, one.high) for year, one in ends if one.high is not None]
    if len(lows) == 1:
        # one year has no breadth: its range is a line
        sheet.lines([(*lows[0], *highs[0])], ground, 9.0)
    else:
        sheet.shapes([[*lows, *reversed(highs)]], fill=ground)
    for line in (lows, highs):
        sheet.lines([(*one, *other) for one, other in pairwise(line)], sheet.palette.accent, 1.4)


def _departures(sheet: Sheet, plot: Plot, result: ScenarioResult, top: float) -> float:
    """Bars with their numbers: never stacked upon the time, nor taken off it."""
    sheet.write(0, top + 10, _("departures since the start, FTE"), size=SMALL, color=sheet.palette.muted)
    bottom = top + TITLE + BARS - 6
    most = max((year.departures or 0.0 for year in result.years), default=0.0) or 1.0
    wide = min(26.0, (plot.right - plot.left) / plot.horizon * 0.5)
    tall = BARS - 12
    bars = []
    for year in result.years:
        high = tall * (year.departures or 0.0) / most
        bars.append(Box(plot.x(year.year) - wide / 2, bottom - high, wide, max(high, 0.5), sheet.palette.line))
    sheet.boxes(bars, 1.0)
    sheet.lines([(plot.left, bottom, plot.right, bottom)], sheet.palette.line)
    for at in shown_years(plot.horizon, plot.right - plot.left, 52.0):
        year = result.years[at - 1]
        y = bottom - tall * (year.departures or 0.0) / most - 9
        sheet.write(plot.x(at), y, words.amount(year.departures, result.fte), size=BODY - 1, align="center")
    return bottom + 6

"""From gross to net: what control, training and practice for downtime take back, under both hypotheses."""

from dataclasses import dataclass

from impactapp.charts.chosen_scenario import (
    capital,
    draw_heading,
    draw_key,
    heading,
    heading_height,
    notes_space,
    result_of,
    scenario_notes,
)
from impactapp.charts.fte_scale import Scale, draw_across, scale_of
from impactapp.charts.lettering import width
from impactapp.charts.notes import draw_notes
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult
from impactapp.domain.level import HYPOTHESES, Hypothesis
from impactapp.domain.scenario import Cost
from impactapp.i18n import _
from impactapp.labels import hypothesis_word
from impactapp.labels import scenarios as words

ROW, THICK, APART = 62.0, 17.0, 4.0
ABOVE, KEY = 34.0, 56.0
LABELS, NARROW = 210.0, 560.0


@dataclass(frozen=True, slots=True)
class _Step:
    """One row: what it is, where its bar begins and ends under each hypothesis, and the amount it stands for."""

    title: str
    ends: dict[Hypothesis, tuple[float, float] | None]
    amount: Interval
    is_known: bool
    is_total: bool


def height_at(wide: float, results: Results, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    result = result_of(results, subject)
    return heading_height(result, wide) + ABOVE + 5 * ROW + KEY + notes_space(result, subject, wide)


def draw(sheet: Sheet, results: Results, subject: Subject) -> None:
    """Draw it: a row for each step, the low hypothesis above the high one."""
    result = result_of(results, subject)
    top = draw_heading(sheet, result) + ABOVE
    steps = _steps(result)
    values = [end for step in steps for pair in step.ends.values() if pair for end in pair]
    told = [_amount(step, result) for step in steps]
    right = max(width(one, BODY) for one in told) + 20
    left = LABELS if sheet.width >= NARROW else sheet.width * 0.3
    few = max(2, min(5, int((sheet.width - left - right) / 60)))
    scale = scale_of(values, left, sheet.width - right, few)
    draw_across(sheet, scale, top, top + len(steps) * ROW)
    sheet.write(0, top - 12, _("FTE at the horizon"), size=SMALL, color=sheet.palette.muted, room=left - 30)
    for at, (step, amount) in enumerate(zip(steps, told, strict=True)):
        y = top + at * ROW
        sheet.write_wrapped(0, y + ROW / 2, step.title, left - 20, lines=3)
        sheet.write(sheet.width, y + ROW / 2, amount, align="right", bold=step.is_total)
        _bars(sheet, scale, step, y)
        sheet.mark(0, y, sheet.width, ROW, _step_words(step, result))
    y = draw_key(sheet, top + len(steps) * ROW + 18, _keys(sheet))
    draw_notes(sheet, y + 4, scenario_notes(result, subject))


def describe(results: Results, subject: Subject) -> list[str]:
    """The figure in words, a line a step."""
    result = result_of(results, subject)
    steps = [_step_words(step, result) for step in _steps(result)]
    return [heading(result.scenario), words.headline(result), *steps, *scenario_notes(result, subject)]


def _steps(result: ScenarioResult) -> list[_Step]:
    last = result.last
    taken = {
        Cost.CONTROL: last.control,
        Cost.TRAINING: Interval(last.training, last.training),
        Cost.DRILLS: Interval(last.drills, last.drills),
    }
    steps = [_total(_("Gross"), last.gross)]
    held = {side: last.gross.under(side) for side in HYPOTHESES}
    for cost, amount in taken.items():
        ends: dict[Hypothesis, tuple[float, float] | None] = {}
        for side in HYPOTHESES:
            start, less = held[side], amount.under(side)
            ends[side] = None if start is None or less is None else (start - less, start)
            held[side] = start if start is None or less is None else start - less
        known = amount.low is not None
        steps.append(_Step(capital(words.cost_word(cost)), ends, amount, known, is_total=False))
    steps.append(_total(_("Net"), last.net))
    return steps


def _total(title: str, amount: Interval) -> _Step:
    ends: dict[Hypothesis, tuple[float, float] | None] = {}
    for side in HYPOTHESES:
        value = amount.under(side)
        ends[side] = None if value is None else (min(0.0, value), max(0.0, value))
    return _Step(title, ends, amount, amount.low is not None, is_total=True)


def _amount(step: _Step, result: ScenarioResult) -> str:
    if not step.is_known:
        return _("not known yet") if step.is_total else _("to be set")
    figures = words.time_figures(step.amount, result.fte)
    if step.is_total or step.amount.high == 0:
        return figures
    return f"\u2212 {figures}".replace(" ", "\u00a0", 1)


def _step_words(step: _Step, result: ScenarioResult) -> str:
    if not step.is_known:
        return _("{step}: {amount}").format(step=step.title, amount=_amount(step, result))
    return _("{step}: {amount}").format(step=step.title, amount=f"{_amount(step, result)} {_('FTE')}")


def _bars(sheet: Sheet, scale: Scale, step: _Step, y: float) -> None:
    """The low hypothesis is an outline on the palest ground, the high one is filled: so they differ in grey too."""
    tops = (y + ROW / 2 - APART / 2 - THICK, y + ROW / 2 + APART / 2)
    if not step.is_known:
        x = scale.place(0.0)
        sheet.boxes([Box(x, y + ROW / 2 - THICK / 2, max(40.0, scale.last - x), THICK)], 2.0)
        return
    for side, top in zip(HYPOTHESES, tops, strict=True):
        ends = step.ends[side]
        if ends is None:
            continue
        first, last = scale.place(ends[0]), scale.place(ends[1])
        fill, edge = _look(sheet, side, is_total=step.is_total)
        sheet.boxes([Box(first, top, max(last - first, 1.5), THICK, fill, edge)], 1.0)


def _look(sheet: Sheet, side: Hypothesis, *, is_total: bool) -> tuple[str, str]:
    palette = sheet.palette
    if side is Hypothesis.LOW:
        return (palette.substitution[0].ground if is_total else palette.background), palette.accent
    return (palette.accent, palette.accent) if is_total else (palette.substitution[1].ground, palette.accent)


def _keys(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [
        (
            *_look(sheet, side, is_total=is_total),
            f"{said}, {hypothesis_word(side)}",
        )
        for is_total, said in ((True, _("time")), (False, _("taken back")))
        for side in HYPOTHESES
    ]

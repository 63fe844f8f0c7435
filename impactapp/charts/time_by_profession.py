"""The professions by their time at the horizon: gross, and net beside it, the greatest first."""

from impactapp.charts.chosen_scenario import (
    draw_heading,
    draw_key,
    heading,
    heading_height,
    notes_space,
    result_of,
    scenario_notes,
)
from impactapp.charts.fte_scale import draw_across, scale_of
from impactapp.charts.lettering import width
from impactapp.charts.notes import draw_notes
from impactapp.charts.rows import height_of, lay_rows
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import Part, ScenarioResult
from impactapp.domain.level import Hypothesis
from impactapp.i18n import _, ngettext
from impactapp.labels import hypothesis_word
from impactapp.labels import scenarios as words
from impactapp.labels.numbers import fte, percent_range

ABOVE, KEY, BAR, NARROW = 46.0, 40.0, 18.0, 560.0


def height_at(wide: float, results: Results, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    result = result_of(results, subject)
    notes = notes_space(result, subject, wide)
    return heading_height(result, wide) + height_of(len(result.parts), ABOVE, KEY) + notes + _left_out_space(result)


def draw(sheet: Sheet, results: Results, subject: Subject) -> None:
    """Draw it: a bar from nothing to the low end, and on to the high one."""
    result = result_of(results, subject)
    parts = _ordered(result)
    titles = _titles(results)
    top = draw_heading(sheet, result) + ABOVE
    rows = lay_rows(sheet, [titles[part.profession_id] for part in parts], top, 0.28 if sheet.width < NARROW else 0.34)
    told = [_time(part, result) for part in parts[: rows.count]]
    right = max((width(one, BODY) for one in told), default=0.0) + 20
    few = max(1, min(5, int((sheet.width - rows.left - right) / 60)))
    scale = scale_of((part.last.gross.high or 0.0 for part in parts), rows.left, sheet.width - right, few)
    draw_across(sheet, scale, top, rows.bottom)
    sheet.write(0, top - 34, _("FTE at the horizon, gross"), size=SMALL, color=sheet.palette.muted)
    if not result.unset:
        sheet.write(sheet.width, top - 34, _("gross · net"), size=SMALL, color=sheet.palette.muted, align="right")
    palette = sheet.palette
    for at, part in enumerate(parts[: rows.count]):
        y, gross = rows.middle(at) - BAR / 2, part.last.gross
        zero, low, high = scale.place(0.0), scale.place(gross.low or 0.0), scale.place(gross.high or 0.0)
        sheet.boxes([Box(zero, y, max(high - zero, 1.5), BAR, palette.substitution[0].ground, palette.accent)], 1.0)
        if low > zero:
            sheet.boxes([Box(zero, y, low - zero, BAR, palette.accent, palette.accent)], 1.0)
        sheet.write(sheet.width, rows.middle(at), told[at], align="right")
        said = _words(part, result, titles)
        sheet.mark(0, rows.top + at * rows.step, sheet.width, rows.step, said, profession_id=part.profession_id)
    over = rows.step if len(parts) > rows.count else 0.0
    y = draw_key(sheet, rows.bottom + over + 16, _keys(sheet))
    if result.left_out:
        sheet.write(0, y + 8, _left_out(result), size=SMALL, color=sheet.palette.muted, room=sheet.width)
        y += 20
    draw_notes(sheet, y + 2, scenario_notes(result, subject))


def describe(results: Results, subject: Subject) -> list[str]:
    """The figure in words, a line a profession, those left out with the reason."""
    result = result_of(results, subject)
    titles = _titles(results)
    lines = [_words(part, result, titles) for part in _ordered(result)]
    left = [words.left_out_line(one, results.study) for one in result.left_out]
    if left:
        left = [_left_out(result), *left]
    return [heading(result.scenario), words.headline(result), *lines, *left, *scenario_notes(result, subject)]


def _ordered(result: ScenarioResult) -> list[Part]:
    return sorted(result.parts, key=lambda part: (-(part.last.gross.high or 0.0), -(part.last.gross.low or 0.0)))


def _titles(results: Results) -> dict[str, str]:
    return {one.id: one.title for one in results.study.professions}


def _time(part: Part, result: ScenarioResult) -> str:
    gross = words.time_figures(part.last.gross, part.fte)
    return gross if result.unset else f"{gross} · {words.time_figures(part.last.net, part.fte)}"


def _words(part: Part, result: ScenarioResult, titles: dict[str, str]) -> str:
    said = _("{profession}: {fte} FTE, rate {rate}, time exposed {gross}").format(
        profession=titles[part.profession_id],
        fte=fte(part.fte),
        rate=percent_range(part.rate),
        gross=words.time_range(part.last.gross, part.fte),
    )
    return said if result.unset else _("{said}, net {net}").format(said=said, net=_net(part.last.net, part.fte))


def _net(net: Interval, total: float) -> str:
    return words.time_range(net, total)


def _left_out(result: ScenarioResult) -> str:
    count = len(result.left_out)
    return ngettext(
        "{count} profession is not counted: its rate or its FTE are not known.",
        "{count} professions are not counted: their rate or their FTE are not known.",
        count,
    ).format(count=count)


def _left_out_space(result: ScenarioResult) -> float:
    return 22.0 if result.left_out else 0.0


def _keys(sheet: Sheet) -> list[tuple[str, str, str]]:
    palette = sheet.palette
    return [
        (palette.accent, palette.accent, hypothesis_word(Hypothesis.LOW)),
        (
            palette.substitution[0].ground,
            palette.accent,
            _("up to the {high}").format(high=hypothesis_word(Hypothesis.HIGH)),
        ),
    ]

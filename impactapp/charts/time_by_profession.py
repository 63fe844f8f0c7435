"""The professions by their time at the horizon: gross, and net beside it, the greatest first."""

from impactapp.charts.chosen_scenario import (
    draw_heading,
    heading,
    heading_height,
    result_of,
    scenario_notes,
)
from impactapp.charts.ends import End, draw_ends, draw_legend
from impactapp.charts.fte_scale import draw_across, scale_of
from impactapp.charts.lettering import width
from impactapp.charts.notes import draw_notes, notes_height
from impactapp.charts.rows import height_of, lay_rows
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import Part, ScenarioResult
from impactapp.i18n import _, ngettext
from impactapp.labels import scenarios as words
from impactapp.labels.numbers import fte, percent_range

ABOVE, KEY, BAR, NARROW = 46.0, 40.0, 18.0, 560.0


def height_at(wide: float, results: Results, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    result = result_of(results, subject)
    notes = notes_height(_notes(result, subject), wide - 4) + 12
    return heading_height(result, wide) + height_of(len(result.parts), ABOVE, KEY) + notes


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
    ends: list[End] = []
    for at, part in enumerate(parts[: rows.count]):
        y, gross = rows.middle(at) - BAR / 2, part.last.gross
        zero, low, high = scale.place(0.0), scale.place(gross.low or 0.0), scale.place(gross.high or 0.0)
        pale, deep = palette.substitution[0].ground, palette.substitution[1].ground
        sheet.boxes([Box(zero, y, max(high - zero, 1.5), BAR, pale, palette.line)], 1.0)
        if low > zero:
            sheet.boxes([Box(zero, y, low - zero, BAR, deep, palette.line)], 1.0)
        ends.append((low, high, rows.middle(at)))
        sheet.write(sheet.width, rows.middle(at), told[at], align="right")
        said = _words(part, result, titles)
        sheet.mark(0, rows.top + at * rows.step, sheet.width, rows.step, said, profession_id=part.profession_id)
    draw_ends(sheet, ends)
    over = rows.step if len(parts) > rows.count else 0.0
    y = rows.bottom + over + 20
    draw_legend(sheet, y)
    draw_notes(sheet, y + 20, _notes(result, subject))


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
    return (
        said
        if result.unset
        else _("{said}, net {net}").format(said=said, net=words.time_range(part.last.net, part.fte))
    )


def _left_out(result: ScenarioResult) -> str:
    count = len(result.left_out)
    return ngettext(
        "{count} profession is not counted: its rate or its FTE are not known.",
        "{count} professions are not counted: their rate or their FTE are not known.",
        count,
    ).format(count=count)


def _notes(result: ScenarioResult, subject: Subject) -> list[str]:
    return [*([_left_out(result)] if result.left_out else []), *scenario_notes(result, subject)]

"""The range by year of each category of professions, small and side by side, all on one scale."""

from impactapp.charts.chosen_scenario import (
    by_category,
    category_title,
    chosen_scenario,
    draw_heading,
    draw_key,
    heading,
    heading_height,
    notes_space,
    result_of,
    scenario_notes,
)
from impactapp.charts.fan import DOT, Plot, draw_bands, draw_years, keys, values_of
from impactapp.charts.fte_scale import draw_up, scale_of
from impactapp.charts.notes import draw_notes, notes_height
from impactapp.charts.sheet import SMALL, Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult
from impactapp.domain.profession import Category
from impactapp.i18n import _
from impactapp.labels import scenarios as words

PANEL, TALL, GAP = 300.0, 216.0, 28.0
HEAD, FOOT, LEFT, RIGHT, KEY = 52.0, 34.0, 44.0, 14.0, 50.0


def height_at(wide: float, results: Results, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    result = result_of(results, subject)
    shown = {one.profession.category for one in results.professions if one.profession.id in _counted(result)}
    lines = -(-len(shown) // _across(wide))
    notes = notes_height([_axes()], wide - 4) + notes_space(result, subject, wide)
    return heading_height(result, wide) + lines * (TALL + GAP) + KEY + notes


def draw(sheet: Sheet, results: Results, subject: Subject) -> None:
    """Draw it: a panel a category, in the order of the categories."""
    whole = result_of(results, subject)
    found = by_category(results, whole.scenario)
    top, across = draw_heading(sheet, whole), _across(sheet.width)
    wide = (sheet.width - (across - 1) * GAP) / across
    most = [end for _category, result in found for end in values_of(result)]
    for at, (category, result) in enumerate(found):
        left, y = (at % across) * (wide + GAP), top + (at // across) * (TALL + GAP)
        _panel(sheet, (left, y, wide), category, result, most)
    lines = -(-len(found) // across)
    y = draw_key(sheet, top + lines * (TALL + GAP) + 8, keys(sheet, whole))
    draw_notes(sheet, y + 4, [_axes(), *scenario_notes(whole, subject)])


def describe(results: Results, subject: Subject) -> list[str]:
    """The figure in words, a line a category."""
    scenario = chosen_scenario(results, subject)
    if scenario is None:
        return []
    lines = [_words(category, result) for category, result in by_category(results, scenario)]
    whole = result_of(results, subject)
    return [heading(scenario), words.headline(whole), *lines, *scenario_notes(whole, subject)]


def _panel(
    sheet: Sheet, at: tuple[float, float, float], category: Category, result: ScenarioResult, most: list[float]
) -> None:
    left, top, wide = at
    bottom = top + TALL - FOOT
    sheet.write(left, top + 12, category_title(category), bold=True, room=wide)
    sheet.write(left, top + 32, _at_horizon(result), size=SMALL, color=sheet.palette.muted, room=wide)
    scale = scale_of(most, bottom, top + HEAD)
    plot = Plot(result.scenario.horizon, left + LEFT, left + wide - RIGHT, scale)
    draw_up(sheet, scale, plot.left, plot.right)
    draw_bands(sheet, plot, result, DOT - 1.5)
    draw_years(sheet, plot, bottom, named=False)
    sheet.mark(left, top, wide, TALL, _words(category, result))


def _axes() -> str:
    return _("In each panel: FTE upwards, years from left to right, all on one scale.")


def _at_horizon(result: ScenarioResult) -> str:
    gross = words.time_range(result.last.gross, result.fte)
    if result.unset:
        return _("{gross} gross").format(gross=gross)
    return _("{gross} gross, {net} net").format(gross=gross, net=words.time_range(result.last.net, result.fte))


def _words(category: Category, result: ScenarioResult) -> str:
    return _("{category} — {headline}").format(category=category_title(category), headline=words.headline(result))


def _counted(result: ScenarioResult) -> set[str]:
    return {part.profession_id for part in result.parts}


def _across(wide: float) -> int:
    return max(1, min(3, int((wide + GAP) // PANEL)))

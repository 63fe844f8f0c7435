"""The scenario a figure is about, what can be drawn of it, and the words around it."""

from dataclasses import replace

from impactapp.charts.lettering import printable, width, wrapped
from impactapp.charts.notes import BETWEEN, LINE, MOST_LINES, lines_of, notes_height
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult, scenario_result
from impactapp.domain.profession import Category
from impactapp.domain.scenario import Scenario
from impactapp.i18n import _
from impactapp.labels import category_word
from impactapp.labels import scenarios as words

HEADING = 30.0


def chosen_scenario(results: Results, subject: Subject) -> Scenario | None:
    """The one asked for, the first where none is."""
    scenarios = results.study.scenarios
    if not subject.scenario_id:
        return scenarios[0] if scenarios else None
    return results.study.scenario(subject.scenario_id)


def is_countable(results: Results, scenario: Scenario) -> bool:
    """Whether a profession has both FTE and a rate, and the scenario an adoption."""
    if scenario.lacks_adoption:
        return False
    rule = scenario.rule or results.study.rule
    for result in results.professions:
        rate = result.rates.get(rule)
        if result.profession.fte is not None and rate is not None and None not in (rate.low, rate.high):
            return True
    return False


def result_of(results: Results, subject: Subject) -> ScenarioResult:
    """What follows from it; ``KeyError`` where there is no such scenario."""
    scenario = chosen_scenario(results, subject)
    if scenario is None:
        raise KeyError(subject.scenario_id)
    return scenario_result(results, scenario)


def by_category(results: Results, scenario: Scenario) -> list[tuple[Category, ScenarioResult]]:
    """The same scenario over the professions of each category that has some counted."""
    found = []
    for category in Category:
        of_it = tuple(one for one in results.professions if one.profession.category is category)
        result = scenario_result(replace(results, professions=of_it), scenario)
        if result.parts:
            found.append((category, result))
    return found


def category_title(category: Category) -> str:
    """The heading of a panel."""
    return capital(category_word(category))


def capital(word: str) -> str:
    """A word at the head of a row."""
    return f"{word[:1].upper()}{word[1:]}"


def heading(scenario: Scenario) -> str:
    """« Scénario « Prudent », 5 ans »."""
    return _("Scenario “{title}”, {years}").format(title=scenario.title, years=words.years_count(scenario.horizon))


def draw_heading(sheet: Sheet, result: ScenarioResult) -> float:
    """Name the scenario on a line and say what it gives on the next ones; gives where they end."""
    sheet.write(0, 14, heading(result.scenario), bold=True, room=sheet.width)
    y = HEADING
    for line in wrapped(printable(words.headline(result)), sheet.width - 4, BODY, MOST_LINES):
        sheet.write(0, y + LINE / 2, line, color=sheet.palette.muted)
        y += LINE + 2
    return y + BETWEEN


def heading_height(result: ScenarioResult, wide: float) -> float:
    """How tall the heading is at most."""
    return HEADING + lines_of(words.headline(result), wide - 4, BODY) * (LINE + 2) + BETWEEN


def scenario_notes(result: ScenarioResult, subject: Subject) -> list[str]:
    """What stands under a figure, but for what the page says itself."""
    said = [words.unset_sentence(result.scenario), words.net_caution(result), words.scenario_caution()]
    return [one for one in said if one and one not in subject.said]


def notes_space(result: ScenarioResult, subject: Subject, wide: float) -> float:
    """How tall the notes are at most."""
    return notes_height(scenario_notes(result, subject), wide - 4) + 2 * BETWEEN


def draw_key(sheet: Sheet, y: float, keys: list[tuple[str, str, str]]) -> float:
    """A legend of boxes, each its fill, its edge and its words; gives where it ends."""
    x = 0.0
    for fill, edge, said in keys:
        wide = 30 + width(said, SMALL) + 20
        if x and x + wide - 20 > sheet.width:
            x, y = 0.0, y + 22
        sheet.boxes([Box(x, y - 7, 22, 14, fill, edge)], 2.0)
        sheet.write(x + 30, y, said, size=SMALL, color=sheet.palette.muted)
        x += wide
    return y + 16

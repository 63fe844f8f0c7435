"""The sheet *Scénarios*: settings as they are typed, then years, uses and professions that follow from them."""

from collections.abc import Sequence
from math import fsum
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import Part, ScenarioResult, scenario_result
from impactapp.domain.analysis.sensitivity import sensitivity
from impactapp.domain.level import HYPOTHESES, Hypothesis
from impactapp.domain.scenario import Cost
from impactapp.domain.study import Study
from impactapp.exchange.workbook import scenario_formulas as formulas
from impactapp.exchange.workbook import scenario_layout as on
from impactapp.exchange.workbook.book import Book, head_height, height_of
from impactapp.exchange.workbook.layout import Layout
from impactapp.exchange.workbook.results_layout import ResultsLayout
from impactapp.exchange.workbook.scenario_keys import write_scenario_keys, write_settings_keys
from impactapp.exchange.workbook.scenario_layout import MOST_YEARS, Block
from impactapp.exchange.workbook.scenario_settings import write_choices, write_settings
from impactapp.i18n import _
from impactapp.labels import scenario_sways as swayed
from impactapp.labels import scenarios as words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_WIDTH, _TYPED_WIDTH, _WIDTH, _LETTERS = 34.0, 20.0, 12.5, 10
_ACROSS = _TITLE_WIDTH + on.LAST * _WIDTH


def write_scenarios(book: Book, results: Results, layout: Layout, results_sheet: str) -> dict[str, str]:
    """Write the sheet where the study has a scenario; gives its title by what it holds."""
    from xlsxwriter.utility import quote_sheetname

    if not results.study.scenarios:
        return {}
    sheet = book.sheet(_("Scenarios"))
    book.title(sheet, _("Scenarios"), _("Framed cells are settings: change one and all that follows from it changes."))
    _across(book, sheet, on.FIRST - 2, words.scenario_caution(), "muted wrap top")
    sheet.set_column(0, 0, _TITLE_WIDTH)
    sheet.set_column(1, 1, _TYPED_WIDTH)
    sheet.set_column(2, on.LAST, _WIDTH)
    write_choices(book, sheet, results.study)
    write_scenario_keys(book, sheet)
    where = ResultsLayout(layout, len(results.professions))
    row = on.FIRST
    for scenario in results.study.scenarios:
        result = scenario_result(results, scenario)
        lists = _lists(results, result)
        block = Block(row, max(1, len(scenario.uses)), max(1, len(results.professions)), len(lists))
        write_settings(book, sheet, block, result, results.study, quote_sheetname(results_sheet))
        write_settings_keys(book, sheet, block, scenario.id)
        _years(book, sheet, block, result)
        _uses(book, sheet, block, result)
        _professions(book, sheet, block, results, result, (where, quote_sheetname(results_sheet)))
        _listed(book, sheet, block.lists_first, lists)
        row = block.end
    sheet.freeze_panes(on.FIRST, 1)
    sheet.print_area(0, 0, row - 1, on.LAST)
    return {"scenarios": sheet.name}


def _head(book: Book, sheet: "Worksheet", row: int, section: str, titles: list[str]) -> None:
    book.text(sheet, row - 1, 0, section, "plain bold")
    book.header(sheet, row, 0, titles, head_height(titles, _LETTERS))


def _both(title: str) -> list[str]:
    """A column under each hypothesis."""
    said = _("{column}, {hypothesis}")
    return [said.format(column=title, hypothesis=labels.hypothesis_word(side)) for side in HYPOTHESES]


def _years(book: Book, sheet: "Worksheet", block: Block, result: ScenarioResult) -> None:
    costs = [_("Training"), _("Practice for downtime")]
    titles = [_("Year"), _("Adoption typed"), _("Adoption"), *_both(_("Gross")), *_both(_("Human control")), *costs]
    titles += [*_both(_("Net")), _("Departures since the start")]
    _head(book, sheet, block.years_header, _("Year by year, in FTE"), titles)
    stated = result.scenario.stated
    for number in range(1, MOST_YEARS + 1):
        row = block.year(number)
        year = result.years[number - 1] if number <= len(result.years) else None
        book.number(sheet, row, on.YEAR, number, "cell whole left")
        book.number(sheet, row, on.TYPED, stated[number - 1] if number <= len(stated) else None, "input share")
        values: dict[int, tuple[str, float | str | None]] = {
            on.ADOPTION: (formulas.adoption(block, number), year.adopted if year else ""),
            on.TRAINING: (formulas.cost(block, number, Cost.TRAINING), year.training if year else ""),
            on.DRILLS: (formulas.cost(block, number, Cost.DRILLS), year.drills if year else ""),
            on.DEPARTURES: (formulas.departures(block, number), year.departures if year else ""),
        }
        for side in HYPOTHESES:
            taken = (formulas.control(block, number, side), year.control.under(side) if year else "")
            values[formulas.CONTROL[side]] = taken
            values[formulas.GROSS[side]] = (
                formulas.gross(block, number, side),
                year.gross.under(side) if year else "",
            )
            values[formulas.NET[side]] = (formulas.net(block, number, side), year.net.under(side) if year else "")
        for column, (formula, value) in values.items():
            style = "cell share" if column == on.ADOPTION else "cell amount"
            book.formula(sheet, row, column, formula, style, value)


def _uses(book: Book, sheet: "Worksheet", block: Block, result: ScenarioResult) -> None:
    titles = [_("What the time is for"), _("Share of the net time"), *_both(_("FTE at the horizon"))]
    _head(book, sheet, block.uses_header, _("What the time is for"), titles)
    for at, one in enumerate(result.uses, 1):
        row = block.uses_header + at
        book.text(sheet, row, on.USE, one.use.title, "input")
        book.number(sheet, row, on.SHARE, one.use.share, "input share")
        sheet.set_row(row, max(20, height_of((one.use.title, _TITLE_WIDTH))))
        for side in HYPOTHESES:
            used = formulas.used(block, row, side)
            book.formula(sheet, row, formulas.USED[side], used, "cell amount", one.fte.under(side))


def _professions(
    book: Book,
    sheet: "Worksheet",
    block: Block,
    results: Results,
    result: ScenarioResult,
    source: tuple[ResultsLayout, str],
) -> None:
    titles = [_("Profession"), _("FTE"), *_both(_("Rate of the profession")), *_both(_("FTE exposed"))]
    titles += [*_both(_("Gross at the horizon")), *_both(_("Net at the horizon"))]
    _head(book, sheet, block.professions_header, _("By profession"), titles)
    parts = {part.profession_id: part for part in result.parts}
    for index, found in enumerate(results.professions):
        row, profession = block.profession(index), found.profession
        book.text(sheet, row, on.TITLE, profession.title, "cell wrap")
        sheet.set_row(row, max(20, height_of((profession.title, _TITLE_WIDTH))))
        fte = formulas.profession_fte(index, source[1])
        book.formula(sheet, row, on.FTE, fte, "cell fte", profession.fte)
        rates = found.rates.get(result.rule, Interval())
        for side in HYPOTHESES:
            rate = formulas.profession_rate(block, index, side, *source)
            book.formula(sheet, row, formulas.RATE[side], rate, "cell rate", rates.under(side))
            _part(book, sheet, block, row, side, parts.get(profession.id))
    _total(book, sheet, block, result)


def _part(book: Book, sheet: "Worksheet", block: Block, row: int, side: Hypothesis, part: Part | None) -> None:
    exposed = part.rate.times(part.fte).under(side) if part else None
    values = {
        formulas.EXPOSED[side]: (formulas.exposed(row, side), exposed),
        formulas.LAST_GROSS[side]: (
            formulas.last_gross(block, row, side),
            part.last.gross.under(side) if part else None,
        ),
        formulas.LAST_NET[side]: (formulas.last_net(block, row, side), part.last.net.under(side) if part else None),
    }
    for column, (formula, value) in values.items():
        book.formula(sheet, row, column, formula, "cell amount", value)


def _total(book: Book, sheet: "Worksheet", block: Block, result: ScenarioResult) -> None:
    row, last = block.total, result.last
    book.text(sheet, row, on.TITLE, _("Total of the professions counted"), "cell bold")
    book.formula(sheet, row, on.FTE, formulas.counted_fte(block), "cell fte bold", result.fte)
    for side in HYPOTHESES:
        book.text(sheet, row, formulas.RATE[side], "", "cell")
        ends = [part.rate.times(part.fte).under(side) or 0.0 for part in result.parts]
        values = {
            formulas.EXPOSED[side]: fsum(ends) if ends else None,
            formulas.LAST_GROSS[side]: last.gross.under(side),
            formulas.LAST_NET[side]: last.net.under(side),
        }
        for column, value in values.items():
            book.formula(sheet, row, column, formulas.summed(block, column), "cell amount bold", value)


def _lists(results: Results, result: ScenarioResult) -> list[str]:
    """What was derived on the day of the export, and does not follow what is typed afterwards."""
    study: Study = results.study
    lines = []
    if result.left_out:
        lines += [_("Professions that are not counted"), *(words.left_out_line(one, study) for one in result.left_out)]
    if result.small_teams:
        lines += [words.small_teams_sentence(), *(words.small_team_line(team, study) for team in result.small_teams)]
    sways = sensitivity(results, result.scenario)
    if sways:
        ranked = [swayed.sway_line(rank, sway, result.scenario) for rank, sway in enumerate(sways, 1)]
        lines += [swayed.sensitivity_sentence(sways, result), swayed.sensitivity_method(), *ranked]
    return [_("On the day of the export (these lines do not follow what is typed):"), *lines] if lines else []


def _listed(book: Book, sheet: "Worksheet", first: int, lines: Sequence[str]) -> None:
    for at, line in enumerate(lines):
        _across(book, sheet, first + at, line, "muted wrap top" if at else "plain bold")


def _across(book: Book, sheet: "Worksheet", row: int, line: str, style: str) -> None:
    """A sentence as wide as the sheet."""
    sheet.merge_range(row, 0, row, on.LAST, "", book.style(style))
    book.text(sheet, row, 0, line, style)
    sheet.set_row(row, height_of((line, _ACROSS)) - 2)

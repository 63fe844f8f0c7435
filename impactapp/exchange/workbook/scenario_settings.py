"""The settings of a scenario in the sheet *Scénarios*: a framed cell each, and what it is a part of."""

from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.scenarios import ScenarioResult
from impactapp.domain.rule import SHIPPED_RULES, Rule
from impactapp.domain.scenario import HORIZONS, Adoption, Cost
from impactapp.domain.study import Study
from impactapp.exchange.workbook import scenario_formulas as formulas
from impactapp.exchange.workbook import scenario_layout as on
from impactapp.exchange.workbook.book import Book, height_of
from impactapp.exchange.workbook.inputs import word_list
from impactapp.exchange.workbook.rate_formulas import cell
from impactapp.exchange.workbook.scenario_layout import MOST_YEARS, Block
from impactapp.i18n import _
from impactapp.labels import scenarios as words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WORDS_WIDTH = 120.0
_RULE = 34.0  # a rule in a narrow column


def write_settings(
    book: Book, sheet: "Worksheet", block: Block, result: ScenarioResult, study: Study, results_sheet: str
) -> None:
    """Write the title of a scenario and its settings, with what may be typed."""
    scenario = result.scenario
    book.text(sheet, block.start, 0, scenario.title, "section")
    sheet.set_row(block.start, 24)
    _line(book, sheet, block.horizon, _("Horizon (years)"), _("How many years the scenario looks ahead: 1 to 10."))
    book.number(sheet, block.horizon, on.VALUE, scenario.horizon, "input whole")
    _line(book, sheet, block.curve, _("Adoption"), words.adoption_sentence(scenario.adoption))
    book.text(sheet, block.curve, on.VALUE, words.adoption_word(scenario.adoption), "input")
    rule_words = _("The rule by which levels become a rate: the study’s, or another one.")
    _line(book, sheet, block.rule, _("Rule"), rule_words)
    book.text(sheet, block.rule, on.VALUE, words.rule_choice(scenario.rule), "input")
    sheet.set_row(block.rule, _RULE)
    _line(book, sheet, block.rule_used, _("Rule applied"), labels.rule_sentence(result.rule, study.custom_rates))
    applied = formulas.rule_used(block, results_sheet)
    book.formula(sheet, block.rule_used, on.VALUE, applied, "cell wrap", labels.rule_word(result.rule))
    sheet.set_row(block.rule_used, _RULE)
    for cost, title in _costs().items():
        _line(book, sheet, block.cost(cost), title, words.cost_sentence(cost))
        book.number(sheet, block.cost(cost), on.VALUE, scenario.cost(cost), "input share")
    gone = _("The part of the staff that leaves each year, for any reason; shown beside, never subtracted.")
    _line(book, sheet, block.leaving, _("Departures a year"), gone)
    book.number(sheet, block.leaving, on.VALUE, scenario.departures, "input share")
    _line(book, sheet, block.note, _("Note"), scenario.note)
    _inputs(sheet, block, study)


def write_choices(book: Book, sheet: "Worksheet", study: Study) -> None:
    """The rules to choose from, in a hidden column."""
    for at, rule in enumerate(_rules(study)):
        book.text(sheet, on.FIRST + at, on.CHOICES, words.rule_choice(rule), "muted")


def _rules(study: Study) -> tuple[Rule | None, ...]:
    own = (Rule.CUSTOM,) if study.custom_rates is not None else ()
    return (None, *SHIPPED_RULES, *own)


def _costs() -> dict[Cost, str]:
    return {
        Cost.CONTROL: _("Human control"),
        Cost.TRAINING: _("Training"),
        Cost.DRILLS: _("Practice for downtime"),
    }


def _line(book: Book, sheet: "Worksheet", row: int, label: str, said: str) -> None:
    book.text(sheet, row, on.LABEL, label, "label")
    sheet.merge_range(row, on.WORDS, row, on.LAST, "", book.style("muted wrap top indent"))
    book.text(sheet, row, on.WORDS, said, "muted wrap top indent")
    sheet.set_row(row, max(20, height_of((said, _WORDS_WIDTH))))


def _inputs(sheet: "Worksheet", block: Block, study: Study) -> None:
    curves = [words.adoption_word(one) for one in Adoption]
    word_list(sheet, (block.curve, block.curve), on.VALUE, _("Adoption"), curves)
    # a list typed out is cut at commas, and rules have some
    last = on.FIRST + len(_rules(study)) - 1
    source = f"={cell(on.FIRST, on.CHOICES, fixed=True)}:{cell(last, on.CHOICES, fixed=True)}"
    options = {"validate": "list", "source": source, "error_message": _("Choose one of the rules of the list.")}
    sheet.data_validation(block.rule, on.VALUE, block.rule, on.VALUE, options)
    horizon = {
        "validate": "integer",
        "criteria": "between",
        "minimum": HORIZONS[0],
        "maximum": HORIZONS[1],
        "error_message": _("A horizon is a number of years, 1 to 10."),
    }
    sheet.data_validation(block.horizon, on.VALUE, block.horizon, on.VALUE, horizon)
    part = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 1,
        "error_message": _("A part is between 0 and 100%; empty when not set."),
    }
    sheet.data_validation(block.cost(Cost.CONTROL), on.VALUE, block.leaving, on.VALUE, part)
    sheet.data_validation(block.year(1), on.TYPED, block.year(MOST_YEARS), on.TYPED, part)
    sheet.data_validation(block.uses_header + 1, on.SHARE, block.uses_header + block.uses, on.SHARE, part)

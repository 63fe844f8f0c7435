"""The sheet *Résultats*: rates, counts, FTE and the interval across rules, all recalculated from *Matrice*."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.incoming import Field
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.rule import Weighting
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import layout as at
from impactapp.exchange.workbook import rate_formulas as formulas
from impactapp.exchange.workbook import results_layout as on
from impactapp.exchange.workbook.book import Book, head_height, height_of, pixels
from impactapp.exchange.workbook.charts import insert_charts
from impactapp.exchange.workbook.layout import Layout
from impactapp.exchange.workbook.results_layout import ResultsLayout
from impactapp.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_WIDTH = 34.0
_WIDTH = 12.5
_HEAD_LETTERS = 10  # of a bold line in such a column
_LABEL_LENGTH = 40
_ON_ONE_PAGE = 4  # professions


def write_results(book: Book, results: Results, layout: Layout, step: Callable[[], None]) -> "Worksheet":
    """Write the sheet. Its figures follow *Matrice*, the rates of the rules and the rule chosen on it."""
    sheet = book.sheet(_("Results"))
    where = ResultsLayout(layout, len(results.professions))
    book.title(sheet, _("Results"), _("The figures follow the levels of the sheet Matrix and the rule chosen here."))
    sheet.set_column(0, 0, _TITLE_WIDTH)
    sheet.set_column(1, where.last_column, _WIDTH)
    sheet.set_column(where.label_column, where.ids_column + 1, None, None, {"hidden": True})
    for index, found in enumerate(results.professions):
        step()
        for hypothesis in HYPOTHESES:
            _detail(book, sheet, where, found, index, hypothesis)
        _summary(book, sheet, where, found, index)
    _headers(book, sheet, where, results)
    _rules(book, sheet, where, results)
    _choice(book, sheet, where, results)
    if layout.several:
        _totals(book, sheet, where, results)
    if results.professions:
        insert_charts(book, sheet, where, pixels(_TITLE_WIDTH) + where.last_column * pixels(_WIDTH))
    sheet.freeze_panes(0, 1)
    if len(results.professions) <= _ON_ONE_PAGE:
        sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, where.rules_header + max(len(layout.rules), 1), where.last_column)
    return sheet


def _choice(book: Book, sheet: "Worksheet", where: ResultsLayout, results: Results) -> None:
    study = results.study
    book.text(sheet, on.CHOICE, 0, _("Rule of the rates"), "label")
    word = labels.rule_word(study.rule)
    sheet.merge_range(on.CHOICE, 1, on.CHOICE, 5, "", book.style("input left"))
    book.text(sheet, on.CHOICE, 1, word, "input left")
    book.name(keys.RULE_CHOICE, sheet, (on.CHOICE, 1), (on.CHOICE, 1))
    sheet.set_row(on.CHOICE, 22)
    book.text(sheet, on.CHOICE + 1, 0, _("Weighting"), "label")
    book.text(sheet, on.CHOICE + 1, 1, _weighting_words(study.weighting), "plain")
    if where.layout.rules:
        first, last = where.rule(where.layout.rules[0]), where.rule(where.layout.rules[-1])
        options = {
            "validate": "list",
            "source": f"={formulas.cell(first, 0, fixed=True)}:{formulas.cell(last, 0, fixed=True)}",
            "input_title": _("Rule of the rates"),
            "input_message": _("Choose another rule to see what it changes. The rules are at the foot of the sheet."),
            "error_message": _("Choose one of the rules of the list."),
        }
        sheet.data_validation(on.CHOICE, 1, on.CHOICE, 1, options)


def _weighting_words(weighting: Weighting) -> str:
    if weighting is Weighting.TIME:
        return _("by time share; equal weights where a profession has no share stated")
    return labels.weighting_word(weighting)


def _headers(book: Book, sheet: "Worksheet", where: ResultsLayout, results: Results) -> None:
    book.text(sheet, on.SUMMARY_HEADER - 1, 0, _("By profession"), "section")
    low, high = (labels.hypothesis_word(hypothesis) for hypothesis in HYPOTHESES)
    titles = [_("Profession"), _("Headcount"), _("FTE"), _("Activities"), _("Decisions still missing")]
    titles += [_("Rate, {hypothesis}").format(hypothesis=name) for name in (low, high)]
    titles += [_("Across rules, from"), _("Across rules, to")]
    titles += [_("FTE exposed, {hypothesis}").format(hypothesis=name) for name in (low, high)]
    book.header(sheet, on.SUMMARY_HEADER, 0, titles, head_height(titles, _HEAD_LETTERS))
    _keys(book, sheet, where)
    words = [labels.level_word(level) for level in Level]
    book.text(sheet, where.details_header - 1, 0, _("By hypothesis and by rule"), "section")
    titles = [_("Profession"), _("Hypothesis"), _("Activities"), *words, labels.level_word(None).capitalize()]
    if where.layout.by_time:
        titles += [_("Weighting"), *(_("Weight, {level}").format(level=word) for word in words), _("Weight in all")]
    titles += [labels.rule_word(rule) for rule in where.layout.rules]
    book.header(sheet, where.details_header, 0, titles, head_height(titles, _HEAD_LETTERS))


def _keys(book: Book, sheet: "Worksheet", where: ResultsLayout) -> None:
    codes: dict[int, str] = dict.fromkeys(range(on.TASKS, on.SUMMARY_COLUMNS), keys.COMPUTED)
    codes |= {on.TITLE: Field.PROFESSION_TITLE, on.HEADCOUNT: Field.HEADCOUNT, on.FTE: Field.FTE}
    codes[where.ids_column] = keys.PROFESSION_ID
    keys.write_keys(book, sheet, on.KEYS, (keys.RESULTS, where.ids_column + 1), codes)
    book.text(sheet, on.SUMMARY_HEADER, where.ids_column, keys.PROFESSION_ID, "muted")


def _summary(book: Book, sheet: "Worksheet", where: ResultsLayout, found: ProfessionResult, index: int) -> None:
    row = on.SUMMARY_FIRST + index
    profession = found.profession
    book.text(sheet, row, on.TITLE, profession.title, "cell wrap")
    book.text(sheet, row, where.ids_column, profession.id, "muted")
    book.number(sheet, row, on.HEADCOUNT, profession.headcount, "cell whole")
    book.number(sheet, row, on.FTE, profession.fte, "cell fte")
    details = {hypothesis: where.detail(index, hypothesis) for hypothesis in HYPOTHESES}
    low, high = details[Hypothesis.LOW], details[Hypothesis.HIGH]
    book.formula(sheet, row, on.TASKS, f"={formulas.cell(low, on.COUNT)}", "cell whole", len(found.tasks))
    missing = "+".join(formulas.cell(detail, on.UNDECIDED) for detail in (low, high))
    left = sum(task.under(h).substitution is None for task in found.tasks for h in HYPOTHESES)
    book.formula(sheet, row, on.MISSING, f"={missing}", "cell whole", left)
    for hypothesis in HYPOTHESES:
        rate = formulas.chosen_rate(where, details[hypothesis])
        book.formula(sheet, row, on.RATE[hypothesis], rate, "cell rate bold", found.rate.under(hypothesis))
        exposed = formulas.exposed(row, hypothesis)
        book.formula(sheet, row, on.EXPOSED[hypothesis], exposed, "cell fte", found.fte_exposed.under(hypothesis))
    book.formula(sheet, row, on.LEAST, formulas.extreme(where, low, "MIN"), "cell rate", found.interval.low)
    book.formula(sheet, row, on.MOST, formulas.extreme(where, high, "MAX"), "cell rate", found.interval.high)
    sheet.set_row(row, max(22, height_of((profession.title, _TITLE_WIDTH))))


def _totals(book: Book, sheet: "Worksheet", where: ResultsLayout, results: Results) -> None:
    if not results.professions:
        return
    row = where.total
    persons = [found.profession.headcount for found in results.professions if found.profession.headcount is not None]
    ftes = [found.profession.fte for found in results.professions if found.profession.fte is not None]
    book.text(sheet, row, 0, _("Total of what is known"), "cell bold")
    for column in range(1, on.SUMMARY_COLUMNS):
        book.text(sheet, row, column, "", "cell")
    known: dict[int, tuple[str, float | None]] = {
        on.HEADCOUNT: ("cell whole bold", sum(persons) if persons else None),
        on.FTE: ("cell fte bold", sum(ftes) if ftes else None),
    }
    for column, (style, value) in known.items():
        book.formula(sheet, row, column, formulas.total(where, column), style, value)
    for hypothesis, column in on.EXPOSED.items():
        value = results.fte_exposed.under(hypothesis)
        book.formula(sheet, row, column, formulas.exposed_total(where, hypothesis), "cell fte bold", value)
    sheet.set_row(row, 22)


def _detail(
    book: Book, sheet: "Worksheet", where: ResultsLayout, found: ProfessionResult, index: int, hypothesis: Hypothesis
) -> None:
    row = where.detail(index, hypothesis)
    book.text(sheet, row, 0, found.profession.title, "cell wrap")
    book.text(sheet, row, on.HYPOTHESIS, labels.hypothesis_short(hypothesis), "cell")
    short = shorten(found.profession.title, _LABEL_LENGTH)
    book.text(sheet, row, where.label_column, f"{short} {labels.hypothesis_mark(hypothesis)}", "muted")
    count = len(found.tasks)
    book.formula(sheet, row, on.COUNT, formulas.count_of_tasks(where, row), "cell whole", count)
    counts = found.counts(hypothesis)
    decided = (counts.faible, counts.moyen, counts.fort)
    for level in Level:
        formula = formulas.count_of_level(where, row, hypothesis, level)
        book.formula(sheet, row, on.level_column(level), formula, "cell whole", decided[level - 1])
    book.formula(sheet, row, on.UNDECIDED, formulas.undecided(row), "cell whole", count - sum(decided))
    if where.layout.by_time:
        _times(book, sheet, where, found, row, hypothesis)
    for offset, rule in enumerate(where.layout.rules):
        rate = formulas.rate(where, row, where.rule(rule))
        value = found.rates.get(rule, Interval()).under(hypothesis)
        book.formula(sheet, row, where.first_rate + offset, rate, "cell rate", value)
    weighting = labels.weighting_word(found.weighting) if where.layout.by_time else ""
    sheet.set_row(row, max(22, height_of((found.profession.title, _TITLE_WIDTH), (weighting, _WIDTH))))


def _times(
    book: Book, sheet: "Worksheet", where: ResultsLayout, found: ProfessionResult, row: int, hypothesis: Hypothesis
) -> None:
    tasks = found.profession.tasks
    stated = [task.share for task in tasks if task.share is not None]
    word = labels.weighting_word(found.weighting)
    book.formula(sheet, row, on.WEIGHTING, formulas.weighting(where, row), "cell wrap small center", word)
    for level in Level:
        at_level = [task for task in tasks if task.level(hypothesis, Aspect.SUBSTITUTION) is level]
        share = sum(task.share or 0 for task in at_level) if stated else len(at_level) / max(1, len(tasks))
        formula = formulas.time_of_level(where, row, hypothesis, level)
        book.formula(sheet, row, on.weight_column(level), formula, "cell rate", share)
    usable = not tasks or found.tasks[0].weight is not None
    total = None if not usable else sum(stated) if stated else 1
    book.formula(sheet, row, on.WEIGHT_TOTAL, formulas.time_in_all(where, row), "cell rate", total)


def _rules(book: Book, sheet: "Worksheet", where: ResultsLayout, results: Results) -> None:
    header = where.rules_header
    book.text(sheet, header - 1, 0, _("Rules: what each level counts for"), "section")
    book.header(sheet, header, 0, [_("Rule"), "", "", *(labels.level_word(level) for level in Level)], 22)
    book.text(sheet, header - 1, 3, _("Rules of this application or of the group: the 2019 note gives none."), "muted")
    for rule in where.layout.rules:
        row = where.rule(rule)
        rates = results.study.level_rates(rule)
        book.text(sheet, row, 0, labels.rule_word(rule), "cell wrap")
        for column in (1, 2):
            book.text(sheet, row, column, "", "cell")
        for level in Level:
            value = None if rates is None else rates.of(level)
            book.number(sheet, row, on.level_column(level), value, "cell rate")
        sheet.set_row(row, max(22, height_of((labels.rule_word(rule), _TITLE_WIDTH))))
    last = header + max(1, len(where.layout.rules))
    book.name(at.RULE_WORDS, sheet, (header + 1, 0), (last, 0))
    book.name(at.RULE_RATES, sheet, (header + 1, on.level_column(Level.FAIBLE)), (last, on.level_column(Level.FORT)))

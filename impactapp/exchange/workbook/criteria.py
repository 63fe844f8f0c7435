"""The sheet *Critères*: levels and justifications under both hypotheses, the proposal as a formula, the decision."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.results import Results, TaskResult
from impactapp.domain.incoming import Field, level_field, text_field
from impactapp.domain.level import CRITERIA, Aspect, Hypothesis, Level
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import layout as at
from impactapp.exchange.workbook.book import Book, height_of
from impactapp.exchange.workbook.layout import Layout
from impactapp.exchange.workbook.matrix import colour_levels, level_list
from impactapp.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PROFESSION_WIDTH = 18.0
_TITLE_WIDTH = 30.0
_LEVEL_WIDTH = 9.5
_DECISION_WIDTH = 12.0
_TEXT_WIDTH = 22.0
_GROUP = 2 * len(CRITERIA) + 3  # level and words of each criterion; proposal, decision, reason


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one hypothesis, from left to right."""

    first: int
    number: int

    def level(self, index: int) -> int:
        return self.first + 2 * index

    @property
    def proposal(self) -> int:
        return self.first + 2 * len(CRITERIA)

    @property
    def decision(self) -> int:
        return self.proposal + 1

    @property
    def reason(self) -> int:
        return self.proposal + 2


def write_criteria(book: Book, results: Results, layout: Layout, step: Callable[[], None]) -> "Worksheet":
    """Write the sheet; a decision is read from *Matrice*, whatever the order of its rows."""
    sheet = book.sheet(_("Criteria"))
    book.title(
        sheet,
        _("Criteria and justifications"),
        _("The proposal follows from the three criteria; the decision is the one of the sheet Matrix. "
          "An empty justification of the high hypothesis stands for that of the low one."),
    )  # fmt: skip
    groups = _groups(layout)
    _columns(sheet, layout, groups)
    row = at.CRITERIA_FIRST
    for found in results.professions:
        step()
        least = 22.0
        if layout.several:
            least = max(least, height_of((found.profession.title, _PROFESSION_WIDTH)))
        for task in found.tasks:
            if layout.several:
                book.text(sheet, row, 0, found.profession.title, "cell wrap")
            height = _task(book, sheet, layout, task, row, groups)
            sheet.set_row(row, max(least, height))
            row += 1
    _dress(book, sheet, layout, groups)
    _header(book, sheet, layout, groups)
    return sheet


def _groups(layout: Layout) -> dict[Hypothesis, _Columns]:
    first = layout.title_column + 1
    number = first + 2 * _GROUP
    return {Hypothesis.LOW: _Columns(first, number), Hypothesis.HIGH: _Columns(first + _GROUP, number)}


def _columns(sheet: "Worksheet", layout: Layout, groups: dict[Hypothesis, _Columns]) -> None:
    if layout.several:
        sheet.set_column(0, 0, _PROFESSION_WIDTH)
    sheet.set_column(layout.title_column, layout.title_column, _TITLE_WIDTH)
    for group in groups.values():
        for index in range(len(CRITERIA)):
            sheet.set_column(group.level(index), group.level(index), _LEVEL_WIDTH)
            sheet.set_column(group.level(index) + 1, group.level(index) + 1, _TEXT_WIDTH)
        sheet.set_column(group.proposal, group.decision, _DECISION_WIDTH)
        sheet.set_column(group.reason, group.reason, _TEXT_WIDTH)
    hidden = groups[Hypothesis.LOW].number
    sheet.set_column(hidden, hidden + 1, None, None, {"hidden": True})


def _header(book: Book, sheet: "Worksheet", layout: Layout, groups: dict[Hypothesis, _Columns]) -> None:
    names = [_("Profession")] if layout.several else []
    book.header(sheet, at.CRITERIA_HEADER + 1, 0, [*names, _("Activity")], 34)
    for column in range(layout.title_column + 1):
        book.text(sheet, at.CRITERIA_HEADER, column, "", "header")
    for hypothesis, group in groups.items():
        title = labels.definition_title(hypothesis.value)
        sheet.merge_range(
            at.CRITERIA_HEADER, group.first, at.CRITERIA_HEADER, group.reason, title, book.style("header left")
        )
        titles = [title for criterion in CRITERIA for title in (labels.aspect_short(criterion), _("Justification"))]
        titles += [_("Proposal"), labels.aspect_word(Aspect.SUBSTITUTION), _("Reason")]
        book.header(sheet, at.CRITERIA_HEADER + 1, group.first, titles, 34)
    sheet.set_row(at.CRITERIA_HEADER, 22)
    hidden = groups[Hypothesis.LOW].number
    for offset, key in enumerate(("task_number", "task_id")):
        book.text(sheet, at.CRITERIA_HEADER + 1, hidden + offset, key, "muted")
    _keys(book, sheet, layout, groups)


def _keys(book: Book, sheet: "Worksheet", layout: Layout, groups: dict[Hypothesis, _Columns]) -> None:
    hidden = groups[Hypothesis.LOW].number
    codes: dict[int, str] = {layout.title_column: Field.TITLE, hidden + 1: keys.TASK_ID}
    if layout.several:
        codes[0] = keys.PROFESSION
    for hypothesis, group in groups.items():
        for index, criterion in enumerate(CRITERIA):
            codes[group.level(index)] = level_field(hypothesis, criterion)
            codes[group.level(index) + 1] = text_field(hypothesis, criterion)
        codes[group.proposal] = codes[group.decision] = keys.COMPUTED
        codes[group.reason] = text_field(hypothesis, Aspect.SUBSTITUTION)
    keys.write_keys(book, sheet, at.CRITERIA_HEADER - 1, (keys.CRITERIA, hidden), codes)


def _task(
    book: Book, sheet: "Worksheet", layout: Layout, found: TaskResult, row: int, groups: dict[Hypothesis, _Columns]
) -> float:
    """Write a row; returns the height it needs."""
    book.text(sheet, row, layout.title_column, found.task.title, "cell wrap")
    wrapped = [(found.task.title, _TITLE_WIDTH)]
    for hypothesis, group in groups.items():
        for index, criterion in enumerate(CRITERIA):
            text = _criterion(book, sheet, found, row, groups, (hypothesis, index, criterion))
            wrapped.append((text, _TEXT_WIDTH))
        _proposal(book, sheet, found, row, group, hypothesis)
        reason = found.task.judgement(hypothesis, Aspect.SUBSTITUTION).text
        book.text(sheet, row, group.reason, reason, "cell wrap top small")
        wrapped.append((reason, _TEXT_WIDTH))
    hidden = groups[Hypothesis.LOW].number
    sheet.write_number(row, hidden, row - at.CRITERIA_FIRST + 1)
    book.text(sheet, row, hidden + 1, found.task.id, "muted")
    return height_of(*wrapped)


def _criterion(
    book: Book,
    sheet: "Worksheet",
    found: TaskResult,
    row: int,
    groups: dict[Hypothesis, _Columns],
    where: tuple[Hypothesis, int, Aspect],
) -> str:
    """Level and justification; a high level that follows the low one is a formula that does so too."""
    hypothesis, index, criterion = where
    task = found.task
    column = groups[hypothesis].level(index)
    level = task.level(hypothesis, criterion)
    word = "" if level is None else labels.level_word(level)
    follows = task.follows(hypothesis, criterion)
    if follows:
        low = _cell(row, groups[Hypothesis.LOW].level(index))
        book.formula(sheet, row, column, f'=IF({low}="","",{low})', "cell level", word)
    else:
        book.text(sheet, row, column, word, "cell level")
    text = "" if follows else task.judgement(hypothesis, criterion).text
    book.text(sheet, row, column + 1, text, "cell wrap top small")
    return text


def _proposal(
    book: Book, sheet: "Worksheet", found: TaskResult, row: int, group: _Columns, hypothesis: Hypothesis
) -> None:
    side = found.under(hypothesis)
    ranks = [f"MATCH({_cell(row, group.level(index))},{at.LEVEL_WORDS},0)" for index in range(len(CRITERIA))]
    # the first criterion is maturity: our rule, min(maturity, median of the three)
    rule = f'=IFERROR(INDEX({at.LEVEL_WORDS},MIN({ranks[0]},MEDIAN({",".join(ranks)}))),"")'
    book.formula(sheet, row, group.proposal, rule, "cell level", _word(side.proposal))
    number = _cell(row, group.number)
    decided = f'=IFERROR(INDEX({at.LEVELS[hypothesis]},MATCH({number},{at.TASK_NUMBER},0))&"","")'
    book.formula(sheet, row, group.decision, decided, "cell level bold", _word(side.substitution))


def _word(level: Level | None) -> str:
    return "" if level is None else labels.level_word(level)


def _cell(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell_fast

    cell: str = xl_rowcol_to_cell_fast(row, column)
    return cell


def _dress(book: Book, sheet: "Worksheet", layout: Layout, groups: dict[Hypothesis, _Columns]) -> None:
    first, last = at.CRITERIA_FIRST, layout.criteria_last
    rated = []
    for group in groups.values():
        for index, criterion in enumerate(CRITERIA):
            level_list(sheet, first, last, [group.level(index)], labels.aspect_word(criterion))
        rated += [group.level(index) for index in range(len(CRITERIA))] + [group.proposal, group.decision]
    colour_levels(book, sheet, first, last, rated)
    # down to the hidden ids: buttons sort the columns of their range alone
    sheet.autofilter(first - 1, 0, last, groups[Hypothesis.LOW].number + 1)
    sheet.freeze_panes(first, layout.title_column + 1)
    sheet.repeat_rows(at.CRITERIA_HEADER, at.CRITERIA_HEADER + 1)
    sheet.repeat_columns(0, layout.title_column)
    # one hypothesis a page: both on one would be too small to read
    sheet.fit_to_pages(2, 0)
    # the columns repeated on the second page would cut the title: on paper it stands above the page
    sheet.print_area(at.CRITERIA_HEADER, 0, last, groups[Hypothesis.HIGH].reason)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
    sheet.set_header("&L&14" + _("Criteria and justifications"))

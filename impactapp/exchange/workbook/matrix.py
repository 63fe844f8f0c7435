"""The sheet *Matrice*, as the published slide: activities, low and high hypothesis, each level a drop-down list."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.incoming import Field, level_field
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import layout as at
from impactapp.exchange.workbook.book import Book, height_of
from impactapp.exchange.workbook.layout import Layout
from impactapp.exchange.workbook.styles import contradiction_style
from impactapp.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PROFESSION_WIDTH = 28.0
_SHARE_WIDTH = 12.0
_LEVEL_WIDTH = 18.0
_WIDTH = 126.0  # of the visible columns together: what fits an A4 page without becoming small


def write_matrix(book: Book, results: Results, layout: Layout, step: Callable[[], None]) -> "Worksheet":
    """Write the sheet and the names that point at its columns."""
    sheet = book.sheet(_("Matrix"))
    study = results.study
    one = None if layout.several else results.professions[0].profession
    below = " · ".join(text for text in (study.title if one else "", study.establishment) if text)
    book.title(sheet, one.title if one else study.title, below)
    title_width = _columns(sheet, layout)
    row = at.MATRIX_FIRST
    for found in results.professions:
        step()
        row = _rows(book, sheet, layout, found, row, title_width)
    _name(book, sheet, layout)
    _dress(book, sheet, layout)
    _header(book, sheet, layout)
    return sheet


def level_list(sheet: "Worksheet", first: int, last: int, columns: list[int], about: str) -> None:
    """Drop-down lists of the three words in some columns, with a word of help and of refusal."""
    options = {
        "validate": "list",
        "source": [labels.level_word(level) for level in Level],
        "input_title": about[:32],
        "input_message": _("Choose a level, or leave empty what the group has not decided."),
        "error_title": _("Unknown level"),
        "error_message": _("Choose one of the words of the list, or empty the cell."),
    }
    for column in columns:
        sheet.data_validation(first, column, last, column, options)


def colour_levels(book: Book, sheet: "Worksheet", first: int, last: int, columns: list[int]) -> None:
    """Colour cells by their word, whoever changes it."""
    from xlsxwriter.utility import xl_range

    ranges = " ".join(xl_range(first, column, last, column) for column in columns)
    for level in Level:
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{labels.level_word(level)}"',
            "format": book.level_format(level),
            "multi_range": ranges,
        }
        sheet.conditional_format(first, columns[0], last, columns[0], rule)


def _columns(sheet: "Worksheet", layout: Layout) -> float:
    title_width = _WIDTH - _SHARE_WIDTH - 2 * _LEVEL_WIDTH - (_PROFESSION_WIDTH if layout.several else 0)
    if layout.several:
        sheet.set_column(0, 0, _PROFESSION_WIDTH)
    sheet.set_column(layout.title_column, layout.title_column, title_width)
    sheet.set_column(layout.share_column, layout.share_column, _SHARE_WIDTH)
    sheet.set_column(layout.level_column(Hypothesis.LOW), layout.level_column(Hypothesis.HIGH), _LEVEL_WIDTH)
    sheet.set_column(layout.number_column, layout.number_column + 2, None, None, {"hidden": True})
    return title_width


def _header(book: Book, sheet: "Worksheet", layout: Layout) -> None:
    titles = [_("Profession")] if layout.several else []
    titles += [_("Activity"), _("Share of time")]
    titles += [labels.definition_title(hypothesis.value) for hypothesis in HYPOTHESES]
    book.header(sheet, at.MATRIX_HEADER, 0, titles, 34)
    for offset, key in enumerate(("task_number", "task_id", "profession_id")):
        book.text(sheet, at.MATRIX_HEADER, layout.number_column + offset, key, "muted")
    codes = {
        **({0: keys.PROFESSION} if layout.several else {}),
        layout.title_column: Field.TITLE,
        layout.share_column: Field.SHARE,
        **{layout.level_column(h): level_field(h, Aspect.SUBSTITUTION) for h in HYPOTHESES},
        layout.number_column + 1: keys.TASK_ID,
        layout.number_column + 2: keys.PROFESSION_ID,
    }
    keys.write_keys(book, sheet, at.MATRIX_HEADER - 1, (keys.MATRIX, layout.number_column), codes)


def _rows(book: Book, sheet: "Worksheet", layout: Layout, found: ProfessionResult, row: int, width: float) -> int:
    profession = found.profession
    number = row - at.MATRIX_FIRST + 1
    for task in profession.tasks:
        if layout.several:
            book.text(sheet, row, 0, profession.title, "cell wrap")
        book.text(sheet, row, layout.title_column, task.title, "cell wrap")
        book.number(sheet, row, layout.share_column, task.share, _share_style(task.share))
        for hypothesis in HYPOTHESES:
            level = task.level(hypothesis, Aspect.SUBSTITUTION)
            word = "" if level is None else labels.level_word(level)
            book.text(sheet, row, layout.level_column(hypothesis), word, "cell level")
        book.number(sheet, row, layout.number_column, number, "muted")
        book.text(sheet, row, layout.number_column + 1, task.id, "muted")
        book.text(sheet, row, layout.number_column + 2, profession.id, "muted")
        side = profession.title if layout.several else ""
        sheet.set_row(row, max(22, height_of((task.title, width), (side, _PROFESSION_WIDTH))))
        row += 1
        number += 1
    return row


def _share_style(share: float | None) -> str:
    """Whole percentages without decimals."""
    whole = share is None or abs(share * 100 - round(share * 100)) < 1e-9
    return "cell rate" if whole else "cell share"


def _name(book: Book, sheet: "Worksheet", layout: Layout) -> None:
    from xlsxwriter.utility import quote_sheetname, xl_range_abs

    columns = {
        at.TASK_PROFESSION: 0 if layout.several else None,
        at.TASK_TITLE: layout.title_column,
        at.TASK_SHARE: layout.share_column,
        at.TASK_NUMBER: layout.number_column,
        **{name: layout.level_column(hypothesis) for hypothesis, name in at.LEVELS.items()},
    }
    for name, column in columns.items():
        if column is not None:
            cells = xl_range_abs(at.MATRIX_FIRST, column, layout.matrix_last, column)
            book.workbook.define_name(name, f"={quote_sheetname(sheet.name)}!{cells}")


def _dress(book: Book, sheet: "Worksheet", layout: Layout) -> None:
    from xlsxwriter.utility import xl_rowcol_to_cell

    first, last = at.MATRIX_FIRST, layout.matrix_last
    low, high = layout.level_column(Hypothesis.LOW), layout.level_column(Hypothesis.HIGH)
    low_cell, high_cell = (xl_rowcol_to_cell(first, column, col_abs=True) for column in (low, high))
    below = f"=IFERROR(MATCH({high_cell},{at.LEVEL_WORDS},0)<MATCH({low_cell},{at.LEVEL_WORDS},0),FALSE)"
    contradiction = book.workbook.add_format(contradiction_style())
    wrong = {"type": "formula", "criteria": below, "format": contradiction, "stop_if_true": True}
    sheet.conditional_format(first, high, last, high, wrong)
    colour_levels(book, sheet, first, last, [low, high])
    for column, hypothesis in ((low, Hypothesis.LOW), (high, Hypothesis.HIGH)):
        level_list(sheet, first, last, [column], labels.definition_title(hypothesis.value))
    share = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 1,
        "input_title": _("Share of time"),
        "input_message": _("Part of working time, 0% to 100%: all of them or none, 100% together."),
        "error_title": _("Wrong share"),
        "error_message": _("A share of time is between 0% and 100%."),
    }
    sheet.data_validation(first, layout.share_column, last, layout.share_column, share)
    # down to the hidden ids: buttons sort the columns of their range alone
    sheet.autofilter(at.MATRIX_HEADER, 0, last, layout.number_column + 2)
    sheet.freeze_panes(first, layout.title_column + 1)
    sheet.repeat_rows(at.MATRIX_HEADER)
    sheet.print_area(0, 0, last, high)

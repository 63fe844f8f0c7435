"""The hidden sheet by which a workbook is read back: what it is, of which study, and which id each row had."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from impactapp import i18n, labels
from impactapp.domain.analysis.results import Results
from impactapp.domain.level import Level
from impactapp.exchange.workbook import layout as at
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.layout import Layout

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "_impactapp"
FORMAT = "impactapp/workbook"
VERSION = 1
_KEYS_WIDTH = 3  # columns left of the table of ids


def write_ids(book: Book, results: Results, layout: Layout, sheets: dict[str, str], made_at: datetime) -> None:
    """Write the sheet; ``sheets`` gives the titles of the others by what they hold."""
    sheet = book.sheet(SHEET)
    study = results.study
    facts: dict[str, str | int] = {
        "format": FORMAT,
        "version": VERSION,
        "study_id": study.id,
        "made_at": made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "language": i18n.language(),
        "rule": study.rule.value,
        "weighting": study.weighting.value,
        **{f"sheet_{what}": title for what, title in sheets.items()},
        **{f"level_{level.code}": labels.level_word(level) for level in Level},
    }
    for row, (key, value) in enumerate(facts.items()):
        book.text(sheet, row, 0, key, "plain")
        if isinstance(value, int):
            sheet.write_number(row, 1, value)
        else:
            book.text(sheet, row, 1, value, "plain")
    first = list(facts).index(f"level_{Level.FAIBLE.code}")
    book.workbook.define_name(at.LEVEL_WORDS, f"={SHEET}!$B${first + 1}:$B${first + len(Level)}")
    _table(book, sheet, results)
    sheet.very_hidden()


def _table(book: Book, sheet: "Worksheet", results: Results) -> None:
    header = ("task_number", "task_id", "profession_id", "matrix_row", "criteria_row")
    for column, title in enumerate(header, _KEYS_WIDTH):
        book.text(sheet, 0, column, title, "plain")
    row = 0
    for profession in results.study.professions:
        for task in profession.tasks:
            row += 1
            sheet.write_number(row, _KEYS_WIDTH, row)
            book.text(sheet, row, _KEYS_WIDTH + 1, task.id, "plain")
            book.text(sheet, row, _KEYS_WIDTH + 2, profession.id, "plain")
            sheet.write_number(row, _KEYS_WIDTH + 3, at.MATRIX_FIRST + row)
            sheet.write_number(row, _KEYS_WIDTH + 4, at.CRITERIA_FIRST + row)

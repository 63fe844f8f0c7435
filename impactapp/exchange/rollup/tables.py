"""The tables of a roll-up's workbook: their head, and the four numbers that stand in each row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from impactapp.domain.analysis.rollup_sums import Sums
from impactapp.exchange.workbook.book import Book, head_height

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_HEADER, FIRST_ROW = 3, 4


def add_table(book: Book, title: str, below: str, titles: list[str], widths: Sequence[float]) -> "Worksheet":
    """A sheet with the head of its table, which stays in view and on every printed page."""
    sheet = book.sheet(title)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    book.title(sheet, title, below)
    book.header(sheet, _HEADER, 0, titles, head_height(titles, 10))
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(_HEADER)
    return sheet


def add_filter(sheet: "Worksheet", after: int, last_column: int) -> None:
    """Let the rows above ``after`` be filtered, by profession or by place."""
    if after > FIRST_ROW:
        sheet.autofilter(_HEADER, 0, after - 1, last_column)


def add_numbers(book: Book, sheet: "Worksheet", row: int, first: int, sums: Sums, style: str = "") -> None:
    """Persons, FTE and both ends of the exposed time, from a column on; ``style`` is added to that of their cells."""
    whole, fte = f"cell whole {style}".strip(), f"cell fte {style}".strip()
    book.number(sheet, row, first, sums.headcount.value, whole)
    for column, total in enumerate((sums.fte, sums.low, sums.high), first + 1):
        book.number(sheet, row, column, total.value, fte)

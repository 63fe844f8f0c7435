"""A workbook being written: its formats, its gate for text, and the habits every sheet shares."""

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from impactapp.domain.level import Level
from impactapp.exchange.cell_text import cell_text, footer_text, looks_like_a_formula, sheet_title
from impactapp.exchange.workbook.styles import exposure_style, intensity_style, level_style, style_of
from impactapp.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

A4 = 9
LINE_HEIGHT = 15.0
TALLEST_ROW = 409.0  # Excel's limit is 409.5 points


class Book:
    """Wraps an XlsxWriter workbook; a style is one format of the file, made at its first use."""

    def __init__(self, workbook: "Workbook", foot: str) -> None:
        self.workbook = workbook
        self._foot = footer_text(foot)
        self._formats: dict[str, Format] = {}
        self._titles: list[str] = []
        # the tables that are read back, by their sheet and the row of their codes
        self.coded: dict[str, dict[int, tuple[str, dict[int, str]]]] = {}

    def sheet(self, title: str) -> "Worksheet":
        """A new sheet, A4 landscape, one page wide, with its page number."""
        named = sheet_title(title, self._titles)
        self._titles.append(named)
        sheet = self.workbook.add_worksheet(named)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        page = _("Page {page} of {pages}").format(page="&P", pages="&N")
        sheet.set_footer(f"&L&9{' ' if self._foot[:1].isdigit() else ''}{self._foot}&R&9{' '}{page}")
        sheet.hide_gridlines(2)
        return sheet

    def style(self, name: str) -> "Format":
        """The format of a style."""
        if name not in self._formats:
            self._formats[name] = self.workbook.add_format(style_of(name))
        return self._formats[name]

    def level_format(self, level: Level) -> "Format":
        """The ground and ink of a level, for a rule that colours cells by their word."""
        name = f"level {level.code}"
        if name not in self._formats:
            self._formats[name] = self.workbook.add_format(level_style(level))
        return self._formats[name]

    def exposure_format(self, level: Level) -> "Format":
        """The ground and ink of a class of exposure, for a rule that colours cells by their word."""
        name = f"exposure {level.code}"
        if name not in self._formats:
            self._formats[name] = self.workbook.add_format(exposure_style(level))
        return self._formats[name]

    def intensity_format(self, intensity: int) -> "Format":
        """What an intensity of 0 to 3 looks like: neither a level nor a class."""
        name = f"intensity {intensity}"
        if name not in self._formats:
            self._formats[name] = self.workbook.add_format(intensity_style(intensity))
        return self._formats[name]

    def name(self, name: str, sheet: "Worksheet", first: tuple[int, int], last: tuple[int, int]) -> None:
        """Name cells of a sheet, from a row and column to another, for formulas to find them."""
        from xlsxwriter.utility import quote_sheetname, xl_range_abs

        self.workbook.define_name(name, f"={quote_sheetname(sheet.name)}!{xl_range_abs(*first, *last)}")

    def text(self, sheet: "Worksheet", row: int, column: int, text: str, style: str) -> None:
        """Text through the gate; it stays text even when somebody edits the cell."""
        kept = cell_text(text)
        if not kept:
            sheet.write_blank(row, column, None, self.style(style))
            return
        if kept[0] in "=+-@ \u00a0\u202f\n\t" and looks_like_a_formula(kept):
            style += " quoted"
        sheet.write_string(row, column, kept, self.style(style))

    def number(self, sheet: "Worksheet", row: int, column: int, number: float | None, style: str) -> None:
        """A typed number, or an empty cell."""
        if number is None:
            sheet.write_blank(row, column, None, self.style(style))
        else:
            sheet.write_number(row, column, number, self.style(style))

    def formula(
        self, sheet: "Worksheet", row: int, column: int, formula: str, style: str, value: float | str | None
    ) -> None:
        """A live formula with its value; an unknown value is the dash the formula itself would show."""
        sheet.write_formula(row, column, formula, self.style(style), "–" if value is None else value)

    def header(self, sheet: "Worksheet", row: int, column: int, titles: list[str], height: float) -> None:
        """A row of column titles."""
        for offset, title in enumerate(titles):
            self.text(sheet, row, column + offset, title, "header")
        sheet.set_row(row, height)

    def title(self, sheet: "Worksheet", title: str, below: str) -> None:
        """The title of a sheet on its first row and a line below it."""
        self.text(sheet, 0, 0, title, "title")
        sheet.set_row(0, 28)
        self.text(sheet, 1, 0, below, "muted")


def height_of(*cells: tuple[str, float]) -> float:
    """Points a row needs for texts wrapped in columns of given widths: LibreOffice and print do not grow rows alone."""
    most = 1
    for text, width in cells:
        if len(text) > width or "\n" in text:
            lines = sum(max(1, -(-len(line) // max(1, int(width)))) for line in text.split("\n"))
            most = max(most, lines)
    return min(TALLEST_ROW, LINE_HEIGHT * most + 6)


def head_height(titles: Iterable[str], letters: int) -> float:
    """Points that a row of column titles needs in columns of so many bold letters: a title cut at the top misleads."""
    lines = max(len(textwrap.wrap(title, letters, break_long_words=False)) for title in titles)
    return min(TALLEST_ROW, max(22, LINE_HEIGHT * lines + 6))


def notes(
    book: Book, sheet: "Worksheet", row: int, title: str, lines: Iterable[str], across: tuple[int, int, float]
) -> int:
    """Sentences below a table, under their title; ``across`` is their first and last column and their width in all.

    Returns the row after them.
    """
    first, last, width = across
    book.text(sheet, row, first, title, "plain bold")
    for line in lines:
        row += 1
        sheet.merge_range(row, first, row, last, "", book.style("muted wrap top"))
        book.text(sheet, row, first, line, "muted wrap top")
        sheet.set_row(row, height_of((line, width)) - 2)
    return row + 1


def pixels(width: float) -> int:
    """The width of a column on a screen, from the width of its characters."""
    return int(width * 7 + 5)

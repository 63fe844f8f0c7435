"""The sheets of a workbook as values by row and column, read once by an XML parser that expands nothing.

What openpyxl does not tell in one reading is kept: which cells are formulas, and which have no value or an error.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from impactapp.exchange.incoming.archive import LIMITS, Limits, opened
from impactapp.exchange.incoming.beside_cells import read_boxes, read_comments
from impactapp.exchange.incoming.book_parts import read_book_parts
from impactapp.exchange.incoming.cells import Read
from impactapp.exchange.incoming.sheet_part import Bounds, read_sheet_part

MOST_MERGED = 100_000  # cells
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: values by row, counted from 1, and by column, counted from 0; ``formulas`` are such pairs.

    ``merged`` has first column, first row, last column and last row, counted from 1; ``coloured`` is how many cells
    have a colour and no value, ``beyond`` how many stand right of what is read; ``comments`` are addresses and texts;
    ``boxes`` the texts of boxes and shapes; ``inner`` gives the first cell of the range that a cell is merged in, where
    it is another one.
    """

    title: str
    is_hidden: bool
    rows: Mapping[int, Mapping[int, Read]]
    formulas: frozenset[tuple[int, int]]
    merged: tuple[Bounds, ...]
    coloured: int = 0
    beyond: int = 0
    comments: tuple[tuple[str, str], ...] = ()
    boxes: tuple[str, ...] = ()
    inner: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def value(self, row: int, column: int) -> Read | None:
        """The value of a cell, ``None`` for an empty one."""
        return self.rows.get(row, {}).get(column)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it was saved; its macros never run and its links are never followed."""

    path: Path
    sheets: tuple[Sheet, ...]
    names: Mapping[str, str]
    has_macros: bool = False
    has_links: bool = False

    def sheet(self, title: str) -> Sheet | None:
        """A sheet by its title."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def read_workbook(path: Path, limits: Limits = LIMITS, step: Step | None = None) -> Workbook:
    """Read all its sheets; raises ``ExchangeError`` where it is missing, protected, damaged, too large or none.

    ``step(position, total)`` hears of each sheet and may raise to cancel.
    """
    with opened(path, limits) as archive:
        book = read_book_parts(archive)
        sheets: list[Sheet] = []
        left = limits.cells
        for position, one in enumerate(book.sheets, 1):
            found = read_sheet_part(archive, one.part, book, left)
            left -= found.cells
            shape = (found.rows, frozenset(found.formulas), tuple(found.merged), found.coloured, found.beyond)
            drawn = read_comments(archive, one.part), read_boxes(archive, one.part)
            sheets.append(Sheet(one.title, one.is_hidden, *shape, *drawn, _inner(found.merged)))
            if step is not None:
                step(position, len(book.sheets))
        return Workbook(path, tuple(sheets), book.names, book.has_macros, book.has_links)


def _inner(merged: Sequence[Bounds]) -> dict[tuple[int, int], tuple[int, int]]:
    """The cells of merged ranges by their first one; a range that spans a sheet says nothing of any cell."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for left, top, right, bottom in merged:
        size = (right - left + 1) * (bottom - top + 1)
        if 0 < size <= MOST_MERGED - len(found):
            cells = ((row, column - 1) for row in range(top, bottom + 1) for column in range(left, right + 1))
            found |= dict.fromkeys(cells, (top, left - 1))
            del found[top, left - 1]
    return found


def reference(row: int, column: int) -> str:
    """« D8 », from a row counted from 1 and a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"

"""A text, from a file or the clipboard, as a table: cells and separators, levels that end lines, or a plain list."""

from collections.abc import Sequence

from impactapp import labels
from impactapp.domain.grids import Row
from impactapp.domain.incoming import Cell, Refused
from impactapp.domain.lists import LeftOut, read_list
from impactapp.domain.problems import EditError, Problem
from impactapp.exchange.foreign.delimited import separator_of, split
from impactapp.exchange.foreign.level_lines import read_level_lines
from impactapp.exchange.foreign.own_codes import without_codes
from impactapp.exchange.foreign.table import MOST_COLUMNS, MOST_ROWS, Table, too_large
from impactapp.exchange.incoming.levels import shown
from impactapp.exchange.incoming.sheets import reference
from impactapp.exchange.problems import ExchangeError
from impactapp.i18n import _

MOST_LINES = 3 * MOST_ROWS  # titles wrap, and a cell may have its line
LONGEST_LINE = 50_000
_LEFT_OUT = (LeftOut.REPEATED, LeftOut.HEADING, LeftOut.TOO_LONG, LeftOut.UNREADABLE)


def text_table(text: str, source: str, notes: Sequence[Refused] = (), *, is_pasted: bool = False) -> Table:
    """The table of a text; raises ``ExchangeError`` where there is none."""
    flat = text.replace("\r\n", "\n").replace("\r", "\n")
    if not flat.strip():
        raise ExchangeError(Problem.FOREIGN_EMPTY, path=source)
    separator = separator_of(flat)
    rows = split(flat, separator, is_pasted=is_pasted) if separator else []
    if rows and not _are_marks(rows):
        return _cells(rows, source, notes, is_pasted)
    if flat.count("\n") > MOST_LINES:
        return too_large(source, notes=notes)
    # what is cut is far too long for a title, and refused as such
    lines = "\n".join(line[:LONGEST_LINE] for line in flat.split("\n"))
    return _level_lines(lines, source, notes) or _list(lines, source, notes)


def _are_marks(rows: Sequence[Row]) -> bool:
    """Whether what is parted are the bullets or the numbers of a list: Word puts a tab after them."""
    return all(len(row.cells) <= 2 and sum(map(str.isalpha, row.cells[0])) < 2 for row in rows if len(row.cells) > 1)


def _cells(rows: Sequence[Row], source: str, notes: Sequence[Refused], is_pasted: bool) -> Table:
    numbered = [(row.line if is_pasted else number, row.cells) for number, row in enumerate(rows, 1)]
    kept = without_codes([(line, cells) for line, cells in numbered if any(cell.strip() for cell in cells)])
    if len(kept) > MOST_ROWS or any(len(cells) > MOST_COLUMNS for _line, cells in kept):
        return too_large(source, notes=notes)
    lines = tuple(line for line, _cells in kept)
    return Table(source, "", tuple(cells for _line, cells in kept), lines, notes=tuple(notes))


def _level_lines(text: str, source: str, notes: Sequence[Refused]) -> Table | None:
    found = read_level_lines(text)
    if found is None:
        return None
    rows: list[tuple[str, ...]] = [cells for _line, cells in found.rows]
    lines = [line for line, _cells in found.rows]
    if found.sides:
        rows.insert(0, (_("Activity"), *(labels.hypothesis_word(side) for side in found.sides)))
        lines.insert(0, 1)
    count = str(len(rows[-1]) - 1)
    refused = tuple(
        Refused(_line(source, line), Problem.FOREIGN_LEVELS_MISSING, (("text", shown(words)), ("count", count)))
        for line, words in found.left
    )
    return Table(source, "", tuple(rows), tuple(lines), notes=tuple(notes), refused=refused)


def _list(text: str, source: str, notes: Sequence[Refused]) -> Table:
    """Items of a list, without their bullets and numbers; what is there twice or heads the list is said."""
    try:
        found = read_list(text)
    except EditError as refusal:
        raise ExchangeError(refusal.problem) from refusal
    if len(found.items) > MOST_ROWS:
        return too_large(source, notes=notes)
    rows = tuple((item.title,) if item.share is None else (item.title, item.share) for item in found.items)
    left = tuple(_left_out(source, one.line, one.text) for one in found.troubles if one.reason in _LEFT_OUT)
    return Table(source, "", rows, tuple(item.line for item in found.items), notes=tuple(notes), refused=left)


def _left_out(source: str, line: int, words: str) -> Refused:
    return Refused(_line(source, line), Problem.FOREIGN_LEFT_OUT, (("text", shown(words)),))


def _line(source: str, line: int) -> Cell:
    return Cell(source, "", reference(line, 0))

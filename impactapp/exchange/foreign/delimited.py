"""Text with separators as rows: which of tab, ``;``, ``|`` and ``,`` parts the cells, and what stands in quotes.

Quotes enclose a cell only where they end at a separator or at the end of a line: one that is never closed stays a
letter, and swallows no line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from impactapp.domain.grids import Row, split_rows
from impactapp.exchange.foreign.headings import is_heading_row
from impactapp.exchange.foreign.table import MOST_ROWS

SEPARATORS = "\t;|,"  # the first one is preferred where two part a text as well
_STATED = re.compile(r"sep=(.)\n", re.IGNORECASE)
_RULE = re.compile(r"\s*:?-{2,}:?\s*")  # the line under the headings of a Markdown table
_SAMPLE, _SAMPLE_LINES, _HEADING_ROWS = 200_000, 180, 30
_STEADY = 0.6
_SHORT = 8


def separator_of(text: str) -> str:
    """The separator of a text, its line breaks plain ``\\n``; empty where none parts it steadily."""
    stated = _STATED.match(text)
    if stated and stated[1] in SEPARATORS:
        return stated[1]
    sample = "".join(text[:_SAMPLE].splitlines(keepends=True)[:_SAMPLE_LINES])
    found, best = "", 0.0
    for separator in SEPARATORS:
        steadiness = _steadiness(sample, separator)
        if steadiness > best + 0.001:
            found, best = separator, steadiness
    return found


def split(text: str, separator: str, *, is_pasted: bool = False) -> list[Row]:
    """The cells of each row, at most one row more than a table may have; Excel quotes its own way on the clipboard."""
    if separator == "\t" and is_pasted:
        return split_rows(text)
    stated = _STATED.match(text)
    rows = _rows(text, separator, stated.end() if stated else 0, 2 if stated else 1)
    return _framed(rows) if separator == "|" else rows


def _rows(text: str, separator: str, at: int, line: int) -> list[Row]:
    quoted, plain = _patterns(separator)
    rows: list[Row] = []
    cells: list[str] = []
    started, end = line, len(text.rstrip("\n"))
    while at <= end and len(rows) <= MOST_ROWS:
        found = quoted.match(text, at, end)
        if found:
            cells.append(found[1].replace('""', '"'))
            line += found[1].count("\n")
        else:
            found = plain.match(text, at, end)
            assert found is not None, "the pattern matches nothing too"
            cells.append(found[0])
        at = found.end()
        if at >= end or text[at] == "\n":
            rows.append(Row(started, tuple(cells)))
            cells, line = [], line + 1
            started = line
        at += 1
    return rows


@cache
def _patterns(separator: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A cell in quotes, and a plain one."""
    mark = re.escape(separator)
    return re.compile(rf'[ \u00a0]*"([^"]*+(?:""[^"]*+)*+)"[ \u00a0]*(?={mark}|\n|\Z)'), re.compile(rf"[^{mark}\n]*")


def _framed(rows: Sequence[Row]) -> list[Row]:
    """The rows of a Markdown table, whose lines begin and end with a bar."""
    kept = []
    for row in rows:
        cells = row.cells
        first = 1 if len(cells) > 1 and not cells[0].strip() else 0
        last = len(cells) - 1 if len(cells) > 1 and not cells[-1].strip() else len(cells)
        if not all(_RULE.fullmatch(cell) for cell in cells[first:last]):
            kept.append(Row(row.line, cells[first:last]))
    return kept


def _steadiness(sample: str, separator: str) -> float:
    """The part of the rows that have as many cells as most have; 0 where a separator parts no table."""
    if separator not in sample:
        return 0.0
    rows = [row.cells for row in split(sample, separator) if any(cell.strip() for cell in row.cells)]
    widths = Counter(len(cells) for cells in rows if len(cells) > 1)
    if not widths:
        return 0.0
    width = max(widths, key=lambda one: (widths[one], one))
    part = widths[width] / len(rows)
    if any(is_heading_row(cells) for cells in rows[:_HEADING_ROWS]):
        return part
    if separator == ",":
        # titles have commas too: only a table has as many in every line, and columns of few words
        return part if part == 1 and _has_short_column(rows) else 0.0
    # nobody writes tabs in prose
    return part if part >= _STEADY or separator == "\t" else 0.0


def _has_short_column(rows: Sequence[Sequence[str]]) -> bool:
    columns = range(1, len(rows[0]))
    return len(rows) > 1 and any(all(len(cells[column].strip()) <= _SHORT for cells in rows) for column in columns)

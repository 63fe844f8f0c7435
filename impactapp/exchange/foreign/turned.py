"""Matrices with their activities in columns, as tables with their activities in rows."""

from dataclasses import replace

from impactapp.domain.incoming import Refused
from impactapp.domain.problems import EditError, Problem
from impactapp.exchange.foreign.headings import Heading, Topic, understood
from impactapp.exchange.foreign.table import Table
from impactapp.exchange.foreign.ticked import is_tick
from impactapp.exchange.incoming.levels import read_level
from impactapp.i18n import _

SEARCHED_ROWS = 30
_FEWEST = 2  # activities
MOST_ACTIVITIES = 500


def turned(table: Table) -> Table | None:
    """The table with its rows as columns, where levels stand in rows that a heading on their left names."""
    if table.width > MOST_ACTIVITIES or len(table.rows) > MOST_ACTIVITIES:
        return None
    left = next((column for column in range(table.width) if any(map(len, _texts(table, column)))), 0)
    levels = [row for row in range(len(table.rows)) if _holds_levels(table, row, left)]
    heads = [understood(table.text(row, left)) for row in levels]
    if not levels:
        levels, heads = _ticked(table, left), []
    if not levels or len(set(heads)) < len(heads) or not all(map(_is_level, heads)):
        return None
    titles = _titles_row(table, levels[0], left)
    return None if titles is None else _turned(table, titles, left)


def _texts(table: Table, column: int) -> list[str]:
    return [table.text(row, column) for row in range(len(table.rows))]


def _is_level(heading: Heading) -> bool:
    return heading.topic is Topic.LEVEL


def _holds_levels(table: Table, row: int, left: int) -> bool:
    """Whether most of what stands right of the first column are levels in words."""
    texts = [text for column in range(left + 1, table.width) if (text := table.text(row, column))]
    return len(texts) >= _FEWEST and sum(map(_is_word, texts)) * 2 > len(texts)


def _is_word(text: str) -> bool:
    try:
        return len(text) > 1 and text[0].isalpha() and read_level(text) is not None
    except EditError:
        return False


def _ticked(table: Table, left: int) -> list[int]:
    """The rows of a grid of ticks: each is headed by another level, and holds nothing but ticks."""
    named = [row for row in range(len(table.rows)) if _is_word(table.text(row, left))]
    texts = [text for row in named for column in range(left + 1, table.width) if (text := table.text(row, column))]
    words = {table.text(row, left).casefold() for row in named}
    return named if len(words) > 1 and texts and all(map(is_tick, texts)) else []


def _titles_row(table: Table, first: int, left: int) -> int | None:
    """The row above that has a text over most of the columns that are filled below."""
    below = range(first, len(table.rows))
    filled = [at for at in range(left + 1, table.width) if any(table.text(row, at) for row in below)]
    for row in range(first - 1, max(-1, first - 1 - SEARCHED_ROWS), -1):
        above = [table.text(row, column) for column in filled]
        if sum(map(bool, above)) * 2 > len(filled) and len(set(above)) > 1:
            return row
    return None


def _turned(table: Table, titles: int, left: int) -> Table:
    used = list(range(titles, len(table.rows)))
    rows = [
        tuple(table.value(row, column) for row in used)
        for column in range(left, table.width)
        if any(table.value(row, column) is not None for row in used)
    ]
    kept = [column for column in range(left, table.width) if any(table.value(row, column) is not None for row in used)]
    # whatever heads the titles in words we lack, that is what they are
    if understood(table.text(titles, left)).topic is not Topic.TITLE:
        rows[0] = (_("Activity"), *rows[0][1:])
    origin = {(at, to): (table.lines[row], column) for at, column in enumerate(kept) for to, row in enumerate(used)}
    places = {(row, column): (at, to) for at, column in enumerate(kept) for to, row in enumerate(used)}
    note = Refused(table.cell(titles, left), Problem.FOREIGN_TURNED)
    return replace(
        table,
        rows=tuple(rows),
        lines=tuple(range(1, len(rows) + 1)),
        merged=frozenset(),
        percents=frozenset(places[one] for one in table.percents if one in places),
        notes=(*table.notes, note),
        origin=origin,
    )

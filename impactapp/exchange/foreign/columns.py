"""Columns named on a command line: « Activité=title,Basse=low » on top of what was guessed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from impactapp.domain.incoming import Field
from impactapp.domain.incoming_fields import LEVELS, TEXTS
from impactapp.domain.problems import Problem
from impactapp.exchange.foreign.headings import plain
from impactapp.exchange.foreign.mapping import HEADING_LINES, SEARCHED_ROWS, ColumnMapping, Head, head_at, mapping_of
from impactapp.exchange.foreign.table import Table
from impactapp.exchange.incoming.sheets import reference
from impactapp.exchange.problems import ExchangeError

UNUSED = "-"
_SHORT = {
    "profession": Field.PROFESSION_TITLE,
    "category": Field.CATEGORY,
    "headcount": Field.HEADCOUNT,
    "fte": Field.FTE,
    "low": Field.SUBSTITUTION_LOW,
    "high": Field.SUBSTITUTION_HIGH,
    "low.text": Field.SUBSTITUTION_LOW_TEXT,
    "high.text": Field.SUBSTITUTION_HIGH_TEXT,
}
FIELDS: dict[str, Field | None] = {
    Field.TITLE.value: Field.TITLE,
    Field.SHARE.value: Field.SHARE,
    **_SHORT,
    **{about.value: about for about in (*LEVELS, *TEXTS, Field.VALIDATED)},
    UNUSED: None,
}
_PAIR = re.compile(r"\s*([^=]+?)\s*=\s*([^,;=]+?)\s*(?:[,;]|\Z)")


def with_columns(table: Table, mapping: ColumnMapping, asked: str) -> ColumnMapping:
    """The mapping with columns said otherwise; raises ``ExchangeError`` on a column or a field that is not there."""
    pairs = [(found[1], found[2]) for found in _PAIR.finditer(asked)]
    if not pairs:
        raise ExchangeError(Problem.FOREIGN_COLUMN_UNKNOWN, name=asked, names=_names(mapping.headings))
    held = _headed(table, mapping, [name for name, _about in pairs])
    columns = dict(held.columns)
    for name, about in pairs:
        if about.casefold() not in FIELDS:
            raise ExchangeError(Problem.FOREIGN_FIELD_UNKNOWN, name=about, names=", ".join(FIELDS))
        at, field = _column(table, held, name), FIELDS[about.casefold()]
        columns = {column: one for column, one in columns.items() if column != at and one is not field}
        if field is not None:
            columns[at] = field
    chosen = mapping_of(table, held.header_rows, held.first_row, columns)
    return replace(chosen, headings=held.headings)


def _headed(table: Table, mapping: ColumnMapping, names: Sequence[str]) -> ColumnMapping:
    """The mapping, with the headings that bear the names where those that were guessed do not."""
    wanted = {plain(name) for name in names if not _is_letter(name)}
    if wanted <= _plain_words(mapping.headings):
        return mapping
    for row in range(min(SEARCHED_ROWS, len(table.rows))):
        for lines in HEADING_LINES:
            if row + lines > len(table.rows):
                continue
            head: Head = head_at(table, row, lines)
            if wanted <= _plain_words(head.words):
                return ColumnMapping(lines, head.first_row, {}, headings=head.words)
    return mapping


def _column(table: Table, mapping: ColumnMapping, name: str) -> int:
    for column, heading in enumerate(mapping.headings):
        if plain(heading) == plain(name):
            return column
    for column in range(table.width if _is_letter(name) else 0):
        if _letters(column) == name.strip().upper():
            return column
    raise ExchangeError(Problem.FOREIGN_COLUMN_UNKNOWN, name=name, names=_names(mapping.headings))


def _plain_words(headings: Sequence[str]) -> set[str]:
    return {plain(heading) for heading in headings}


def _is_letter(name: str) -> bool:
    return re.fullmatch("[A-Za-z]{1,3}", name.strip()) is not None


def _letters(column: int) -> str:
    return reference(1, column)[:-1]


def _names(headings: Sequence[str]) -> str:
    """The headings, or the letters of columns without any."""
    return ", ".join(heading for heading in headings if heading) or "A, B, C…"

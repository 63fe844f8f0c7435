"""A sheet of ours that was saved as text: its row of codes says what its columns hold, and they become its headings."""

from collections.abc import Sequence

from impactapp.domain.incoming import Field
from impactapp.domain.incoming_fields import LEVELS, TEXTS
from impactapp.exchange.workbook import keys
from impactapp.labels.incoming import field_word

Numbered = tuple[int, tuple[str, ...]]

_SEARCHED = 30
_HEADINGS = {keys.MATRIX: 1, keys.CRITERIA: 2}
_FIELDS = {
    keys.PROFESSION: Field.PROFESSION_TITLE,
    **{field.value: field for field in (Field.TITLE, Field.SHARE, *LEVELS, *TEXTS)},
}


def without_codes(rows: Sequence[Numbered]) -> list[Numbered]:
    """The rows below the codes under words that are understood, without ids and what was computed; else as they are."""
    for position, (line, codes) in enumerate(rows[:_SEARCHED]):
        kind = next((one.removeprefix(keys.MARK) for one in codes if one.startswith(keys.MARK)), "")
        if kind in _HEADINGS:
            known = {column: _FIELDS[code] for column, code in enumerate(codes) if code in _FIELDS}
            body = rows[position + 1 + _HEADINGS[kind] :]
            heads = tuple(field_word(known[column]) if column in known else "" for column in range(len(codes)))
            kept = [(at, tuple(cell if n in known else "" for n, cell in enumerate(cells))) for at, cells in body]
            return [(line, heads), *((at, cells) for at, cells in kept if any(cell.strip() for cell in cells))]
    return list(rows)

"""What columns were said to hold, remembered by their headings, so that the next file of the same form asks nothing."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from impactapp import paths
from impactapp.domain.incoming import Field
from impactapp.exchange.foreign.mapping import (
    HEADING_LINES,
    SEARCHED_ROWS,
    ColumnMapping,
    guess_mapping,
    head_at,
    mapping_of,
)
from impactapp.exchange.foreign.table import Table

MOST_KEPT = 50
LARGEST_FILE = 1_000_000


def mapping_for(table: Table) -> ColumnMapping:
    """What was said of a table with these headings, else what its columns seem to hold."""
    return remembered(table) or guess_mapping(table)


def remembered(table: Table) -> ColumnMapping | None:
    """What was said of columns with these headings, ``None`` where nobody has met them."""
    known = _load()
    if not known:
        return None
    for row in range(min(SEARCHED_ROWS, len(table.rows))):
        for lines in reversed(HEADING_LINES):
            if row + lines < len(table.rows):
                columns = known.get(_signature(head_at(table, row, lines).words))
                if columns is not None:
                    return mapping_of(table, lines, row + lines, columns)
    return None


def remember(mapping: ColumnMapping) -> None:
    """Remember what a person confirmed; a folder that cannot be written costs the memory, never the work."""
    if not any(mapping.headings):
        return
    key = _signature(mapping.headings)
    others = {other: held for other, held in _load().items() if other != key}
    kept = {**others, key: dict(mapping.columns)}
    listed = {
        one: {str(column): about.value for column, about in columns.items()}
        for one, columns in list(kept.items())[-MOST_KEPT:]
    }
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError:
        return


def _signature(headings: Sequence[str]) -> str:
    """What two tables of one form have in common, as a digest: the file tells nobody what lists are about."""
    words = "\n".join(" ".join(heading.casefold().split()) for heading in headings)
    return sha256(words.encode("utf-8", "replace")).hexdigest()


def _file() -> Path:
    return paths.user_data() / "columns.json"


def _load() -> dict[str, Mapping[int, Field]]:
    """What the file says; nothing where it is missing, or where it says nonsense."""
    try:
        with _file().open(encoding="utf-8") as file:
            found = json.loads(file.read(LARGEST_FILE))
        return {
            str(key): {int(column): Field(about) for column, about in columns.items()} for key, columns in found.items()
        }
    except (OSError, ValueError, AttributeError):
        return {}

"""Rows read one by one out of a damaged database, from both ends of each table towards the damage."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from impactapp.store.drafts import journal_of
from impactapp.store.rows import COLUMNS, ORDERED
from impactapp.store.schema import ADDED_COLUMNS, KEYS, STEPS, WITHOUT_ROWID
from impactapp.store.skill_rows import COLUMNS as SKILL_TABLES
from impactapp.store.table_columns import SITTING_COLUMNS as SITTING_TABLES
from impactapp.store.table_columns import STAFF_COLUMNS as STAFF_TABLES

K = TypeVar("K", int, str)
_MOST_TRIED = 100_000
_LATER_TABLES = {2: (*SKILL_TABLES, *SITTING_TABLES), 3: tuple(STAFF_TABLES)}
LOG_COLUMNS = {"edit_log": "number, at, kind, subject", "edit_change": "number, edit, table_name, row_id, old, new"}


@dataclass(frozen=True, slots=True)
class SalvagedTable:
    """The rows of one table in their order; ``missing`` counts those known to be lost, ``None`` when it cannot."""

    rows: tuple[tuple[Any, ...], ...]
    missing: int | None


def salvaged_tables(path: Path) -> dict[str, SalvagedTable]:
    """What can be read of each table; the file itself is only copied."""
    with _copied(path) as connection:
        version = _version(connection)
        later = {table for since, tables in _LATER_TABLES.items() if since > version for table in tables}
        return {
            table: _NEVER_THERE if table in later else _table(connection, table, _known(table, columns, version))
            for table, columns in {**COLUMNS, **LOG_COLUMNS}.items()
        }


_NEVER_THERE = SalvagedTable((), 0)


@contextmanager
def _copied(path: Path) -> Iterator[sqlite3.Connection]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "damaged.impact"
        shutil.copyfile(path, copy)
        if journal_of(path).exists():
            shutil.copyfile(journal_of(path), journal_of(copy))
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.text_factory = lambda text: text.decode(errors="replace")
            # so that SQLite reads a file that is shorter than its header says
            with suppress(sqlite3.DatabaseError):
                connection.execute("PRAGMA writable_schema = ON")
            yield connection


def _version(connection: sqlite3.Connection) -> int:
    """The version of the file; the present one when that cannot be read."""
    with suppress(sqlite3.DatabaseError):
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return int(version) or len(STEPS)
    return len(STEPS)


def _known(table: str, columns: str, version: int) -> str:
    """The columns to ask a file of that version for, in the place of later ones what held then."""
    for since, added in ADDED_COLUMNS.items():
        for column, absent in added.get(table, {}).items() if since > version else ():
            columns = columns.replace(column, absent)
    return columns


def _table(connection: sqlite3.Connection, table: str, columns: str) -> SalvagedTable:
    if table in WITHOUT_ROWID:
        return _table_by_key(connection, table, columns)
    order = "position" if table in ORDERED else "0"
    query = f"SELECT rowid, {order}, {columns} FROM {table} NOT INDEXED"
    found, whole = _until_damage(connection, f"{query} ORDER BY rowid", None)
    missing: int | None = 0
    if not whole:
        last = max(found, default=None)
        from_end, _ = _until_damage(connection, f"{query} ORDER BY rowid DESC", last)
        missing = _fill_gap(connection, query, found, from_end) if from_end else None
    ordered = sorted(found.items(), key=lambda item: (_number(item[1][0]), item[0]))
    return SalvagedTable(tuple(row[1:] for _, row in ordered), missing)


def _table_by_key(connection: sqlite3.Connection, table: str, columns: str) -> SalvagedTable:
    """The rows before the damage and those after it; between both there is no key to try."""
    keys = KEYS[table]
    key = " || ',' || ".join(f"quote({column})" for column in keys)
    query = f"SELECT {key}, {columns} FROM {table} ORDER BY "
    found, whole = _until_damage(connection, query + ", ".join(keys), None)
    if not whole:
        from_end, _ = _until_damage(connection, query + ", ".join(f"{column} DESC" for column in keys), None)
        found.update((key, row) for key, row in reversed(from_end.items()) if key not in found)
    return SalvagedTable(tuple(found.values()), 0 if whole else None)


def _until_damage(
    connection: sqlite3.Connection, query: str, stop_at: K | None
) -> tuple[dict[K, tuple[Any, ...]], bool]:
    """Rows by their rowid or key, and whether the end (or the row to stop at) was reached without an error."""
    found: dict[K, tuple[Any, ...]] = {}
    try:
        for rowid, *values in connection.execute(query):
            if rowid == stop_at:
                break
            if rowid in found:
                return found, False  # a damaged page led back to where we were
            found[rowid] = tuple(values)
    except sqlite3.Error:
        return found, False
    return found, True


def _fill_gap(
    connection: sqlite3.Connection,
    query: str,
    found: dict[int, tuple[Any, ...]],
    from_end: dict[int, tuple[Any, ...]],
) -> int:
    """Try the rows between both ends one by one; how many there were at most that could not be read."""
    first, last = max(found, default=0) + 1, min(from_end)
    found.update(from_end)
    missing = max(0, last - first)
    for rowid in range(first, min(last, first + _MOST_TRIED)):
        row, _ = _until_damage(connection, f"{query} WHERE rowid = {rowid}", None)
        found.update(row)
        missing -= len(row)
    return missing


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0

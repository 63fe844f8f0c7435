"""The append-only log of a study file, and the writing of rows together with what the log says of them.

What is said in secret is in the log by the kind of its edit and by its day, never by its values nor by the minute: two
counts that follow each other are a vote, and the minute tells whose turn it was.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from impactapp.domain.edits.edit import EditKind
from impactapp.store.row_changes import RowChange
from impactapp.store.row_values import Row
from impactapp.store.schema import KEYS, UNLOGGED

CREATED = "create"
# the edits by which one voter at a time may speak
SECRET = (EditKind.CAST_BALLOTS, EditKind.SET_POSITIONS, EditKind.SET_SURVEY)
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the append-only log; ``at`` is in UTC, ``kind`` an edit kind, ``undo:`` or ``redo:`` before it."""

    at: datetime
    kind: str
    subject: str

    def told_at(self) -> datetime:
        """The time that the log keeps: that of the edit, or the beginning of its day (UTC) when it may be secret."""
        if self.kind.rpartition(":")[2] not in SECRET:
            return self.at
        return self.at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """What an edit did to one row; no ``old`` for a row added, no ``new`` for a row removed."""

    table: str
    row_id: str
    old: Row | None
    new: Row | None


@dataclass(frozen=True, slots=True)
class LoggedEdit:
    """An edit as the log tells it, with the rows it changed."""

    number: int
    at: datetime
    kind: str
    subject: str
    changes: tuple[LoggedChange, ...]


class LostRowError(Exception):
    """A row to change is not in the file: something else wrote to it."""


def append(connection: sqlite3.Connection, entry: LogEntry, changes: Iterable[RowChange]) -> None:
    """Change the rows and log the edit, within the caller's transaction."""
    logged = connection.execute(
        "INSERT INTO edit_log (at, kind, subject) VALUES (?, ?, ?)",
        (utc_text(entry.told_at()), entry.kind, entry.subject),
    )
    for _shape, run in groupby(changes, _shape_of):
        alike = list(run)
        _write(connection, alike)
        told = [(logged.lastrowid, *_line(change)) for change in alike]
        connection.executemany(
            "INSERT INTO edit_change (edit, table_name, row_id, old, new) VALUES (?, ?, ?, ?, ?)",
            (line for line in told if line[-2:] != (None, None)),
        )


def _line(change: RowChange) -> tuple[str, str, str | None, str | None]:
    unlogged = UNLOGGED.get(change.table, _NOTHING)
    return change.table, "/".join(change.key), _told(change.old, unlogged), _told(change.new, unlogged)


def _told(row: Row | None, unlogged: frozenset[str] | None) -> str | None:
    """What the log says of a row, ``None`` when there is nothing to say."""
    if row is None or unlogged is None:
        return None
    told = {column: value for column, value in row.items() if column not in unlogged}
    return _as_json(told) if told else None


def write_row(connection: sqlite3.Connection, change: RowChange) -> None:
    """Add, change or remove one row; raises ``LostRowError`` when the row is not there."""
    _write(connection, [change])


def _write(connection: sqlite3.Connection, alike: list[RowChange]) -> None:
    """Make changes that differ in their values alone; no key stands for two rows, so each has changed one or none."""
    written = connection.executemany(_statement(alike[0]), map(_values, alike))
    if written.rowcount != len(alike):
        raise LostRowError(alike[0].table)


def _shape_of(change: RowChange) -> tuple[str, bool, tuple[str, ...] | None]:
    """What changes have in common that one statement makes."""
    return change.table, change.old is None, tuple(change.new) if change.new is not None else None


def _statement(change: RowChange) -> str:
    where = " AND ".join(f"{column} = ?" for column in KEYS[change.table])
    if change.new is None:
        return f"DELETE FROM {change.table} WHERE {where}"
    if change.old is None:
        marks = ", ".join("?" * len(change.new))
        return f"INSERT INTO {change.table} ({', '.join(change.new)}) VALUES ({marks})"
    columns = ", ".join(f"{column} = ?" for column in change.new)
    return f"UPDATE {change.table} SET {columns} WHERE {where}"


def _values(change: RowChange) -> tuple[object, ...]:
    if change.new is None:
        return change.key
    return tuple(change.new.values()) if change.old is None else (*change.new.values(), *change.key)


def read_log(connection: sqlite3.Connection) -> tuple[LoggedEdit, ...]:
    """Every edit, the oldest first."""
    changes: dict[int, list[LoggedChange]] = {}
    for edit, table, row_id, old, new in connection.execute(
        "SELECT edit, table_name, row_id, old, new FROM edit_change ORDER BY number"
    ):
        changes.setdefault(edit, []).append(
            LoggedChange(table, row_id, old and json.loads(old), new and json.loads(new))
        )
    return tuple(
        LoggedEdit(number, datetime.fromisoformat(at), kind, subject, tuple(changes.get(number, ())))
        for number, at, kind, subject in connection.execute(
            "SELECT number, at, kind, subject FROM edit_log ORDER BY number"
        )
    )


def last_number(connection: sqlite3.Connection) -> int:
    """The number of the last edit: it grows with every one."""
    (number,) = connection.execute("SELECT coalesce(max(number), 0) FROM edit_log").fetchone()
    return int(number)


def utc_text(at: datetime) -> str:
    """A time as files hold it: UTC, ISO 8601, ending in Z."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"

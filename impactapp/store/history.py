"""What a study was at a past day, rebuilt backwards from its log.

Votes are not in the log, so sittings are left out.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.store import connection as connections
from impactapp.store.edit_log import LostRowError, write_row
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.header import read_header
from impactapp.store.migrations import current_version, migrate
from impactapp.store.reading import require_whole
from impactapp.store.row_changes import RowChange
from impactapp.store.row_values import Row
from impactapp.store.rows import UnreadableRowsError, read_rows
from impactapp.store.schema import KEYS
from impactapp.store.table_columns import SITTING_COLUMNS as SITTING_TABLES

Cell = tuple[str, Hypothesis, Aspect]


@dataclass(frozen=True, slots=True)
class PastStudy:
    """What the study was when a day was over, where it is read."""

    day: date
    study: Study


def past_studies(path: Path) -> Iterator[PastStudy]:
    """The study at the end of each day on which it changed, the last day first, without its sittings.

    Ends early where the log does not lead further back, as after a rescue. Raises ``StoreError`` as opening does.
    """
    with refusals_about(path), closing(_copy(path)) as memory:
        days = _edits_by_day(memory)
        for day in sorted(days, reverse=True):
            try:
                yield PastStudy(day, replace(read_rows(memory), sittings=()))
                for number in days[day]:
                    _take_back(memory, number)
            except (UnreadableRowsError, LostRowError, sqlite3.IntegrityError):
                return


def changed_days(path: Path) -> tuple[date, ...]:
    """The days, here, on which the study changed, the last first. Raises ``StoreError`` as opening does."""
    header = read_header(path)
    with refusals_about(path), closing(connections.connect_for_reading(path, is_wal=header.is_wal)) as connection:
        return tuple(sorted(_edits_by_day(connection), reverse=True))


def two_days(
    path: Path, first: date | None, last: date | None, step: Callable[[], None] = lambda: None
) -> tuple[PastStudy, PastStudy]:
    """The study at the end of two days; without a first one, the earliest its log leads back to, without a last, now.

    ``step`` is called a day read, and may raise to cancel. Refuses a day before those that the log leads back to.
    """
    after: PastStudy | None = None
    past: PastStudy | None = None
    for past in past_studies(path):
        step()
        if after is None and (last is None or past.day <= last):
            after = past
        if after is not None and first is not None and past.day <= first:
            return past, after
    if past is None:
        raise StoreError(Problem.HISTORY_MISSING, path=path)
    if after is None or first is not None:
        raise StoreError(Problem.HISTORY_TOO_SHORT, path=path, day=past.day.isoformat())
    return past, after


def rated_at(path: Path) -> Mapping[Cell, datetime]:
    """When what is said of each task under each hypothesis was last changed, in UTC; what the log names, only."""
    header = read_header(path)
    with refusals_about(path), closing(connections.connect_for_reading(path, is_wal=header.is_wal)) as connection:
        require_whole(connection, path)
        found: dict[Cell, datetime] = {}
        for row_id, at in connection.execute(
            "SELECT row_id, max(at) FROM edit_change JOIN edit_log ON edit_log.number = edit "
            "WHERE table_name = 'judgement' AND new IS NOT NULL GROUP BY row_id"
        ):
            task_id, hypothesis, aspect = row_id.rsplit("/", 2)
            found[task_id, Hypothesis(hypothesis), Aspect(aspect)] = datetime.fromisoformat(at)
        return found


def _copy(path: Path) -> sqlite3.Connection:
    """The whole file in memory, as it would be today, free to be changed."""
    header = read_header(path)
    memory = connections.connect_to_memory()
    with closing(connections.connect_for_reading(path, is_wal=header.is_wal)) as connection:
        require_whole(connection, path)
        connection.backup(memory)
    if header.version < current_version():
        migrate(memory)
    memory.execute("PRAGMA foreign_keys = OFF")
    for table in reversed(SITTING_TABLES):
        memory.execute(f"DELETE FROM {table}")
    return memory


def _edits_by_day(memory: sqlite3.Connection) -> dict[date, list[int]]:
    """The numbers of the edits of each day, the last first.

    No edit is of an earlier day than one before it, whatever the clocks of the computers it was made on.
    """
    days: dict[date, list[int]] = {}
    reached = date.min
    for number, at in memory.execute("SELECT number, at FROM edit_log ORDER BY number"):
        reached = max(reached, _day_of(datetime.fromisoformat(at)))
        days.setdefault(reached, []).append(number)
    return {day: numbers[::-1] for day, numbers in days.items()}


def _day_of(at: datetime) -> date:
    """The day here; where only the day was noted, that one (midnight, UTC) in every place."""
    return at.date() if at.time() == time.min else at.astimezone().date()


def _take_back(memory: sqlite3.Connection, number: int) -> None:
    """Undo one edit in memory; the order in which its rows were changed is turned round."""
    changes = memory.execute(
        "SELECT table_name, row_id, old, new FROM edit_change WHERE edit = ? ORDER BY number DESC", (number,)
    ).fetchall()
    for table, row_id, old, new in changes:
        if table not in SITTING_TABLES:
            write_row(memory, RowChange(table, _key(table, row_id), _row(new), _row(old)))


def _key(table: str, row_id: str) -> tuple[str, ...]:
    return tuple(row_id.rsplit("/", len(KEYS[table]) - 1))


def _row(text: str | None) -> Row | None:
    row: Row | None = None if text is None else json.loads(text)
    return row

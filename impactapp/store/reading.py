"""Read a study out of a database, whatever its version, and copy databases whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.store import connection as connections
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.header import read_header
from impactapp.store.migrations import current_version, migrate
from impactapp.store.rows import UnreadableRowsError, read_rows


def read_study(path: Path) -> Study:
    """The study in a file that is neither held nor changed, such as a backup."""
    header = read_header(path)
    with refusals_about(path):
        connection = connections.connect_for_reading(path, is_wal=header.is_wal)
        if header.version < current_version():
            connection = present_copy(connection)
        with closing(connection):
            return sound_study(connection, path, header.version)


def sound_study(connection: sqlite3.Connection, path: Path, version: int) -> Study:
    """The study, once SQLite has found the file whole; refuses a damaged file, and a newer one that reads otherwise."""
    require_whole(connection, path)
    unreadable = Problem.FILE_NEWER if version > current_version() else Problem.FILE_DAMAGED
    try:
        return read_rows(connection)
    except UnreadableRowsError as error:
        raise StoreError(unreadable, path=path) from error
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR:
            raise
        raise StoreError(unreadable, path=path) from error  # a table or a column is not there


def require_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose pages SQLite finds damaged."""
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise StoreError(Problem.FILE_DAMAGED, path=path)


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Everything the connection sees, its log and version included, into a draft."""
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("PRAGMA journal_mode = MEMORY")
        connection.backup(copy)


def present_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """An older database as it would be today, in memory; the connection is let go."""
    memory = connections.connect_to_memory()
    with closing(connection):
        connection.backup(memory)
    migrate(memory)
    memory.execute("PRAGMA query_only = ON")
    return memory

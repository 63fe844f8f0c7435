"""SQLite connections as study files need them: durable, with foreign keys, used by one thread at a time."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.store.errors import StoreError

OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables
_PATIENCE_S = 2.0


def require_sqlite(path: Path) -> None:
    """Refuse to go on with an SQLite that cannot read our tables."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(str(number) for number in OLDEST_SQLITE)
        raise StoreError(Problem.SQLITE_TOO_OLD, path=path, version=sqlite3.sqlite_version, needed=needed)


def connect_durably(path: Path) -> sqlite3.Connection:
    """A connection that writes: rollback journal, and each commit on the disk before it returns.

    EXTRA is FULL and one thing more: it also syncs the folder once the journal is deleted. Without it a power cut just
    after a commit could bring the journal back, and the journal would take the commit back.
    """
    connection = _connect(path, "mode=rw")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")
    return connection


def connect_to_draft(path: Path) -> sqlite3.Connection:
    """A connection to a file nobody knows yet, which leaves no journal; whoever publishes the file syncs it."""
    connection = _connect(path, "mode=rwc")
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def connect_to_memory() -> sqlite3.Connection:
    """A connection to a study that is on no disk."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None))


def connect_for_reading(path: Path, *, is_wal: bool = False) -> sqlite3.Connection:
    """A connection that cannot change a byte, nor leave a file beside it."""
    connection = _connect(path, "mode=ro&immutable=1" if is_wal else "mode=ro")
    if _waits_for_rollback(connection):
        connection.close()
        connection = _rolled_back_copy(path)
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: whatever goes wrong inside or at the commit, the file is as it was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # a full disk makes SQLite roll back by itself, or refuse and do it at the next access
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def _waits_for_rollback(connection: sqlite3.Connection) -> bool:
    """Whether a crash in the middle of an edit left a journal, which a reader may not play back."""
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY_ROLLBACK
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        pass  # damage is for whoever reads the file to tell
    return False


def _rolled_back_copy(path: Path) -> sqlite3.Connection:
    """What the file holds once its journal is played back, in memory; file and journal stay for the next window."""
    memory = connect_to_memory()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for suffix in ("", "-journal"):
            shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
        with closing(_connect(copy, "mode=rw")) as whole:
            whole.backup(memory)
    return memory


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    # whoever has several threads lets one at a time near it, as a study file does
    connection = sqlite3.connect(address, timeout=_PATIENCE_S, isolation_level=None, uri=True, check_same_thread=False)
    return _prepared(connection)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA foreign_keys = ON")
    # a file may come by mail: what its schema calls must not reach further than the file
    connection.execute("PRAGMA trusted_schema = OFF")
    # what was counted before must not linger in a corner of a page: two counts that follow each other are a vote
    connection.execute("PRAGMA secure_delete = ON")
    return connection

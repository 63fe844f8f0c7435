"""Study files for the tests of the store."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from impactapp.domain.study import Study
from impactapp.store.drafts import journal_of
from impactapp.store.study_file import LogEntry, StudyFile
from tests import builders

AT = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
ENTRY = LogEntry(AT, "rate", "Accueil")


def written(path: Path, study: Study | None = None) -> Path:
    """A closed study file."""
    StudyFile.create(path, study or builders.secretary(), AT).close()
    return path


def query(path: Path, statement: str) -> list[tuple[object, ...]]:
    """What bare SQLite finds in a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def tampered(path: Path, *statements: str) -> Path:
    """A file changed behind the application's back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def crashed(path: Path) -> Path:
    """A file as a process leaves it that dies in the middle of an edit: half written, with its journal."""
    journal = journal_of(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE task SET title = 'à moitié'")
        connection.execute("UPDATE judgement SET text = hex(randomblob(500))")
        half_written, left = path.read_bytes(), journal.read_bytes()
        connection.execute("ROLLBACK")
    path.write_bytes(half_written)
    journal.write_bytes(left)
    return path


def rewritten(path: Path, change: Callable[[bytearray], object]) -> Path:
    """A file with some of its bytes changed."""
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(content)
    return path

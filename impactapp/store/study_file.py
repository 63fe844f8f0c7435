"""A study in its file: opened by one window at a time, every edit written through in one durable transaction."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock

from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.store import connection as connections
from impactapp.store import edit_log
from impactapp.store.changes import changes_between
from impactapp.store.drafts import draft_beside, free_name
from impactapp.store.edit_log import LogEntry, LoggedEdit
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.header import Header, read_header
from impactapp.store.lock import HeldBy, Hold, take_hold
from impactapp.store.migrations import current_version, migrate
from impactapp.store.reading import copy_database, present_copy, require_whole, sound_study

__all__ = ["LogEntry", "LoggedEdit", "ReadOnly", "ReadOnlyReason", "StoreError", "StudyFile"]


class ReadOnlyReason(StrEnum):
    """Why a file was opened without the right to change it."""

    NEWER = "newer"
    HELD = "held"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Why a file is read-only, and who holds it (``person@machine``, empty when unknown)."""

    reason: ReadOnlyReason
    holder: str = ""


class StudyFile:
    """An open study file. ``study`` is what it held when it was opened; ``read_only`` says why it cannot be changed.

    Any thread may use it: one waits for the other.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, study: Study, access: ReadOnly | Hold) -> None:
        self.path = path
        self.study = study
        self.read_only = access if isinstance(access, ReadOnly) else None
        self._hold = access if isinstance(access, Hold) else None
        self._connection = connection
        self._turn = Lock()
        self._identity = _identity(path)
        self._seen = _data_version(connection)

    @classmethod
    def create(cls, path: Path, study: Study, at: datetime) -> "StudyFile":
        """Write a new file and open it; refuses a path that exists."""
        path = path.absolute()
        connections.require_sqlite(path)
        with draft_beside(path, replace=False) as draft:
            write_new(draft, study, at)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> "StudyFile":
        """Open a file: to write, or read-only when it is newer, held by another window, or in a read-only folder."""
        path = path.absolute()
        connections.require_sqlite(path)
        header = read_header(path)
        access = _access(path, header)
        try:
            return cls._opened(path, header, access)
        except BaseException:
            if isinstance(access, Hold):
                access.release()
            raise

    @classmethod
    def _opened(cls, path: Path, header: Header, access: ReadOnly | Hold) -> "StudyFile":
        with refusals_about(path):
            if isinstance(access, Hold):
                connection = connections.connect_durably(path)
            else:
                connection = connections.connect_for_reading(path, is_wal=header.is_wal)
            try:
                if header.version < current_version():
                    connection = _brought_up(path, connection, header.version, access)
                study = sound_study(connection, path, header.version)
                return cls(path, connection, study, access)
            except BaseException:
                connection.close()
                raise

    def write(self, before: Study, after: Study, entry: LogEntry) -> None:
        """Write the rows that differ and a line of the log, durably, in one transaction; a refusal changes nothing."""
        with self._turn, refusals_about(self.path):
            self._require_same_file()
            try:
                with connections.transaction(self._connection):
                    edit_log.append(self._connection, entry, changes_between(before, after))
            except edit_log.LostRowError as error:
                raise StoreError(Problem.FILE_VANISHED, path=self.path) from error

    def log(self) -> tuple[LoggedEdit, ...]:
        """Every edit since the file was created, the oldest first."""
        with self._turn, refusals_about(self.path):
            return edit_log.read_log(self._connection)

    def last_edit(self) -> int:
        """The number of the last edit in the log."""
        with self._turn, refusals_about(self.path):
            return edit_log.last_number(self._connection)

    def copy_to(self, target: Path, study: Study, at: datetime, *, replace: bool = True) -> None:
        """A whole, independent copy with its log; from ``study``, what memory holds, when the file is no longer sound.

        Refuses to replace the file itself.
        """
        target = target.absolute()
        if target.exists() and self.path.exists() and target.samefile(self.path):
            raise StoreError(Problem.FILE_EXISTS, path=target)
        with self._turn, draft_beside(target, replace=replace) as draft:
            try:
                copy_database(self._connection, draft)
                with closing(connections.connect_for_reading(draft)) as copy:
                    require_whole(copy, draft)
            except (sqlite3.DatabaseError, UnicodeDecodeError, StoreError):
                draft.write_bytes(b"")
                write_new(draft, study, at)

    def close(self) -> None:
        """Let the file go; closing twice does no harm."""
        with self._turn:
            self._connection.close()
        if self._hold is not None:
            self._hold.release()

    def _require_same_file(self) -> None:
        """Refuse when the file was removed, moved, replaced, or written to by another program."""
        if _identity(self.path) != self._identity or _data_version(self._connection) != self._seen:
            raise StoreError(Problem.FILE_VANISHED, path=self.path)


def write_new(draft: Path, study: Study, at: datetime) -> None:
    """Make a file of the present version, with one line in its log, in a draft; whoever drafts it names the target."""
    with closing(connections.connect_to_draft(draft)) as connection:
        migrate(connection)
        with connections.transaction(connection):
            for change in changes_between(None, study):
                edit_log.write_row(connection, change)
            edit_log.append(connection, LogEntry(at, edit_log.CREATED, study.title), ())


def _access(path: Path, header: Header) -> ReadOnly | Hold:
    if header.version > current_version():
        return ReadOnly(ReadOnlyReason.NEWER)
    try:
        path.open("r+b").close()  # asking for the right to write changes nothing; os.access is wrong on shares
        hold = take_hold(path)
    except OSError:
        return ReadOnly(ReadOnlyReason.FOLDER)
    return ReadOnly(ReadOnlyReason.HELD, hold.holder) if isinstance(hold, HeldBy) else hold


def _brought_up(
    path: Path, connection: sqlite3.Connection, version: int, access: ReadOnly | Hold
) -> sqlite3.Connection:
    """An older file at the present version: itself after a backup beside it, or a copy in memory when read-only."""
    if isinstance(access, ReadOnly):
        return present_copy(connection)
    name = _("{name} (before the update, version {version})").format(name=path.stem, version=version)
    backup = free_name(path.with_name(f"{name}{path.suffix}"))
    with draft_beside(backup, replace=False) as draft:
        copy_database(connection, draft)
    migrate(connection)
    return connection


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _data_version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)

"""What the store refuses, and how SQLite's and the system's errors become such refusals."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from impactapp.domain.problems import Problem, Refusal

_NO_ROOM = 1 << 20
_BY_CODE = {
    sqlite3.SQLITE_FULL: Problem.DISK_FULL,
    sqlite3.SQLITE_CORRUPT: Problem.FILE_DAMAGED,
    sqlite3.SQLITE_NOTADB: Problem.FILE_DAMAGED,
    sqlite3.SQLITE_READONLY: Problem.FOLDER_READ_ONLY,
    sqlite3.SQLITE_PERM: Problem.FOLDER_READ_ONLY,
    sqlite3.SQLITE_BUSY: Problem.DISK_ERROR,
    sqlite3.SQLITE_LOCKED: Problem.DISK_ERROR,
    sqlite3.SQLITE_PROTOCOL: Problem.DISK_ERROR,
}
_BY_ERRNO = {
    errno.ENOSPC: Problem.DISK_FULL,
    errno.EDQUOT: Problem.DISK_FULL,
    errno.EACCES: Problem.FOLDER_READ_ONLY,
    errno.EPERM: Problem.FOLDER_READ_ONLY,
    errno.EROFS: Problem.FOLDER_READ_ONLY,
    errno.ENOENT: Problem.FILE_MISSING,
}


class StoreError(Refusal):
    """A file or the catalogue cannot be read or written; nothing changed."""


@contextmanager
def refusals_about(path: Path) -> Iterator[None]:
    """Turn expected errors of SQLite and of the disk into refusals that name the file; a bug stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        problem = _problem_of(error, path)
        if problem is None:
            raise
        raise StoreError(problem, path=path) from error
    except UnicodeDecodeError as error:
        # SQLite's own words about a damaged page may quote its bytes
        raise StoreError(Problem.FILE_DAMAGED, path=path) from error
    except OSError as error:
        raise StoreError(_BY_ERRNO.get(error.errno or 0, Problem.DISK_ERROR), path=path) from error


def _problem_of(error: sqlite3.Error, path: Path) -> Problem | None:
    whole_code: int | None = getattr(error, "sqlite_errorcode", None)
    if whole_code is None and isinstance(error, sqlite3.OperationalError):
        return Problem.FILE_DAMAGED  # not SQLite but Python speaks: a text that is no UTF-8
    code = (whole_code or 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR:
        return Problem.DISK_FULL if _is_full(path) else Problem.DISK_ERROR
    if code == sqlite3.SQLITE_CANTOPEN:
        return Problem.FOLDER_READ_ONLY if path.exists() else Problem.FILE_VANISHED
    return _BY_CODE.get(code)


def _is_full(path: Path) -> bool:
    """Whether so little room is left that an input error can only mean a full disk (quotas report it this way)."""
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False

"""Write a file so that its target is either the old one or the whole new one, never half of it."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError

_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside the target; on leaving, make it durable and put it in the target's place.

    Whatever is raised inside, the temporary file goes and the target stays. Raises ``ExchangeError``:
    TARGET_UNWRITABLE, TARGET_OPEN_ELSEWHERE (another program holds it), FOLDER_MISSING or DISK_FULL.
    """
    place = _place(target)
    temporary = _created(place, target)
    try:
        try:
            yield temporary
            _flush(temporary)
        except OSError as error:
            raise _refusal(error, target) from error
        _put(temporary, place, target)
    finally:
        # it is gone after the rename; where it cannot be removed, the first error is the one to tell
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """A hidden folder on the same disk, for what is needed until the target is written; gone on leaving.

    Raises ``ExchangeError`` as ``replacing`` does, where the folder cannot be made.
    """
    try:
        made = TemporaryDirectory(prefix=".impactapp-", dir=target.resolve().parent, ignore_cleanup_errors=True)
    except OSError as error:
        raise _refusal(error, target) from error
    with made as folder:
        yield Path(folder)


def _place(target: Path) -> Path:
    """Where the file really is: a link stays a link; refuses a folder and a file marked read-only."""
    try:
        place = target.resolve()
        writable = not place.exists() or (place.is_file() and os.access(place, os.W_OK))
    except (OSError, ValueError, RuntimeError) as error:
        raise ExchangeError(Problem.TARGET_UNWRITABLE, path=target) from error
    if not writable:
        raise ExchangeError(Problem.TARGET_UNWRITABLE, path=target)
    return place


def _created(place: Path, target: Path) -> Path:
    """An empty file with the rights a new file has (``tempfile`` would hide it from colleagues on a share)."""
    temporary = place.with_name(f".impactapp-{secrets.token_hex(8)}{place.suffix}")
    try:
        temporary.touch(exist_ok=False)
        if place.exists():
            temporary.chmod(place.stat().st_mode & 0o777)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise _refusal(error, target) from error
    return temporary


def _put(temporary: Path, place: Path, target: Path) -> None:
    try:
        temporary.replace(place)
    except PermissionError as error:
        # the folder let us create a file: what is refused is to replace one that Excel, say, holds open
        problem = Problem.TARGET_OPEN_ELSEWHERE if place.is_file() else Problem.TARGET_UNWRITABLE
        raise ExchangeError(problem, path=target) from error
    except OSError as error:
        raise _refusal(error, target) from error
    _flush_folder(place.parent)


def _refusal(error: OSError, target: Path) -> ExchangeError:
    if not target.parent.is_dir():
        return ExchangeError(Problem.FOLDER_MISSING, path=target.parent.absolute())
    problem = Problem.DISK_FULL if error.errno in _FULL else Problem.TARGET_UNWRITABLE
    return ExchangeError(problem, path=target)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the rename itself durable where the system allows it (Windows opens no folder)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

"""Files that appear whole or not at all: written beside their place under another name, synced, then renamed."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.store.errors import StoreError, refusals_about


@contextmanager
def draft_beside(target: Path, *, replace: bool) -> Iterator[Path]:
    """A path to write to; what is there in the end takes the target's place. Refuses an existing one unless told."""
    with refusals_about(target):
        if not replace and target.exists():
            raise StoreError(Problem.FILE_EXISTS, path=target)
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".impact-draft")
        os.close(descriptor)
        draft = Path(name)
        try:
            yield draft
            _publish(draft, target, replace=replace)
        finally:
            draft.unlink(missing_ok=True)


def free_name(wanted: Path) -> Path:
    """The name itself, or the first of ``name-2``, ``name-3``… that nothing bears."""
    number, free = 1, wanted
    while free.exists():
        number += 1
        free = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return free


def journal_of(path: Path) -> Path:
    """The journal SQLite keeps beside a file during a transaction, and leaves there when the process dies in it."""
    return path.with_name(path.name + "-journal")


def _publish(draft: Path, target: Path, *, replace: bool) -> None:
    _sync(draft, os.O_RDWR)
    reserved = not (replace and target.exists())
    if reserved:
        _reserve(target)
    try:
        # the journal of a crashed file of this name would be played back into the new one
        journal_of(target).unlink(missing_ok=True)
        draft.chmod(target.stat().st_mode & 0o777)
        draft.replace(target)
    except OSError:
        if reserved:
            target.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # not every system can sync a folder
        _sync(target.parent, os.O_RDONLY)


def _reserve(target: Path) -> None:
    """Make the name ours before the rename, so that a file another program just put there is not replaced."""
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError as error:
        raise StoreError(Problem.FILE_EXISTS, path=target) from error


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

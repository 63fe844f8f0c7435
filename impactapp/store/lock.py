"""Who holds a study: a file beside it, locked by the system, so that the lock dies with its process.

The lock is seen by other machines where the share carries locks (SMB, NFS 4); a folder that a synchronising client
copies between machines carries none, and there only one machine at a time should open the study.
"""

import errno
import getpass
import os
import platform
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

_OWNER_AT = 1  # Windows locks byte 0 against readers too
_OWNER_SIZE = 300
_NO_LOCKS_HERE = {errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK}


@dataclass(frozen=True, slots=True)
class HeldBy:
    """Somebody else holds the study: ``person@machine``, empty when it cannot be read."""

    holder: str


class Hold:
    """The right to write a study, until ``release`` or the end of the process."""

    def __init__(self, lock: BaseFileLock | None, sidecar: Path) -> None:
        self._lock = lock
        self._sidecar = sidecar

    def release(self) -> None:
        """Let others write, and leave nothing beside the study."""
        lock, self._lock = self._lock, None
        if lock is None:
            return
        if os.name == "posix":
            # while it is still locked: later it could be somebody else's; Windows removes it on release
            with suppress(OSError):
                self._sidecar.unlink()
        lock.release()


def sidecar_of(path: Path) -> Path:
    """The file that carries the lock; named as LibreOffice does, which synchronising clients know to leave alone."""
    real = path.resolve()
    return real.with_name(f".~lock.{real.name}#")


def take_hold(path: Path) -> Hold | HeldBy:
    """Hold a study for writing, or say who does; raises ``OSError`` where nothing can be written beside it."""
    sidecar = sidecar_of(path)
    # writable for all, or a lock left by a killed process would keep colleagues out
    lock = FileLock(sidecar, blocking=False, mode=0o666, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        return HeldBy(_owner(sidecar))
    except OSError as error:
        if error.errno not in _NO_LOCKS_HERE:
            raise
        # this share knows no locks: SQLite's own checks, and ours before each write, are what is left
        return Hold(None, sidecar)
    with suppress(OSError), sidecar.open("r+b", buffering=0) as file:
        file.seek(_OWNER_AT)
        file.write(_me().encode()[:_OWNER_SIZE].ljust(_OWNER_SIZE))
    return Hold(lock, sidecar)


def _owner(sidecar: Path) -> str:
    try:
        with sidecar.open("rb", buffering=0) as file:
            file.seek(_OWNER_AT)
            return file.read(_OWNER_SIZE).decode(errors="replace").strip("\0 ")
    except OSError:
        return ""


def _me() -> str:
    try:
        person = getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        person = "?"
    return f"{person}@{platform.node() or '?'}"

"""Where the official files were when they were last read: paths alone, in a small file of the user's local folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impactapp import paths
from impactapp.domain.problems import Problem, Refusal


@dataclass(frozen=True, slots=True)
class Seen:
    """A file, with the size in bytes and the time of change in nanoseconds by which it is known again."""

    path: Path
    size: int
    changed: int


def see(files: Iterable[Path]) -> tuple[Seen, ...]:
    """Files as they are now. Off the window's thread: a share may take its time."""
    return tuple(Seen(path.absolute(), about.st_size, about.st_mtime_ns) for path in files for about in (path.stat(),))


def check(seen: Iterable[Seen]) -> None:
    """Refuse what is gone, or is no longer what was read. Off the window's thread."""
    for one in seen:
        try:
            now = see((one.path,))
        except (FileNotFoundError, NotADirectoryError) as error:
            raise Refusal(Problem.SOURCE_GONE, path=one.path) from error
        except OSError as error:
            raise Refusal(Problem.DISK_ERROR, path=one.path) from error
        if now != (one,):
            raise Refusal(Problem.SOURCE_CHANGED, path=one.path)


def load(kind: str) -> tuple[Seen, ...]:
    """The files of a kind that were read last; none where nothing is remembered, or nonsense."""
    try:
        return tuple(Seen(Path(str(path)), int(size), int(changed)) for path, size, changed in _all()[kind])
    except (ValueError, TypeError, KeyError):
        return ()


def keep(kind: str, seen: Iterable[Seen]) -> None:
    """Remember files in place of those before."""
    _write({**_all(), kind: [[str(one.path), one.size, one.changed] for one in seen]})


def forget(kind: str) -> None:
    """Remember no file of a kind any more; the files themselves stay where they are."""
    _write({name: files for name, files in _all().items() if name != kind})


def _all() -> dict[str, Any]:
    import json

    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(files: dict[str, Any]) -> None:
    """A folder that cannot be written costs the memory, never the work."""
    import json

    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps(files, ensure_ascii=False), encoding="utf-8")
    except OSError:
        return


def _file() -> Path:
    return paths.user_data() / "official.json"

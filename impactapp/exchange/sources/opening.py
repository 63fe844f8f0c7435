"""Opening an official file from anywhere: what it is and its size are looked at before anything of it is read."""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError

LARGEST = 100_000_000  # bytes; the files of a year of the SAE are under 4 MB each
MOST_PARTS, MOST_FILES = 300, 2_000
BEGINNING = 20_000  # bytes that hold the longest header
PACKED = b"PK"
# archives of other programs: 7-Zip, RAR, gzip
_OTHER_ARCHIVES = (b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b")
_TABLE = ".csv"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError)


def read_bounded(path: Path, most: int | None = None) -> bytes:
    """What a file holds, or its first bytes; refuses one that is missing, too large, not to be read, or no file."""
    with _told(path):
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise ExchangeError(Problem.SOURCE_FOLDER, path=path)
        if not stat.S_ISREG(about.st_mode):
            raise ExchangeError(Problem.SOURCE_UNKNOWN, path=path)
        if most is None and about.st_size > LARGEST:
            raise ExchangeError(Problem.SOURCE_TOO_LARGE, path=path)
        with path.open("rb") as file:
            return file.read(LARGEST if most is None else most)


def files_inside(folder: Path) -> list[Path]:
    """The tables and workbooks of a folder and of those in it; what a program is writing is left aside."""
    with _told(folder):
        here = sorted(folder.iterdir())
        below = [one for inner in here if inner.is_dir() for one in _in(inner)]
        names = (one for one in (*here, *below)[:MOST_FILES] if not one.name.startswith((".", "~$")))
        return [one for one in names if one.suffix.lower() in (_TABLE, ".xlsx") and one.is_file()]


def _in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        # one that may not be read holds up none of the others
        return []


def tables_inside(path: Path, is_wanted: Callable[[bytes], bool]) -> Iterator[tuple[Path, bytes]]:
    """The tables of a zip archive whose first bytes are wanted; each goes by the archive's path and its own name."""
    with _whole(path), zipfile.ZipFile(path) as parts:
        listed = [part for part in parts.infolist() if part.filename.lower().endswith(_TABLE)]
        for part in listed[:MOST_PARTS]:
            name = path / Path(part.filename).name
            with parts.open(part) as file:
                beginning = file.read(BEGINNING)
                if not is_wanted(beginning):
                    continue
                if part.file_size > LARGEST:
                    raise ExchangeError(Problem.SOURCE_TOO_LARGE, path=name)
                content = beginning + file.read(LARGEST)
            yield name, content


def is_archive(beginning: bytes) -> bool:
    """Whether a file is an archive that cannot be read here, by its first bytes."""
    return beginning.startswith(_OTHER_ARCHIVES)


@contextmanager
def _whole(path: Path) -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise ExchangeError(Problem.SOURCE_ARCHIVE, path=path) from error


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise ExchangeError(Problem.FILE_MISSING, path=path) from error
    except PermissionError as error:
        raise ExchangeError(Problem.SOURCE_CLOSED, path=path) from error
    except OSError as error:
        raise ExchangeError(Problem.DISK_ERROR, path=path) from error

"""Official files of separated values: which one it is by its header, and what of each line can be read."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError

LARGEST = 100_000_000  # bytes; the files of a year of the SAE are under 4 MB each
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that was left out: its number in the file, counted from 1, and why."""

    path: Path
    line: int
    reason: Problem
    text: str = ""


@dataclass(frozen=True, slots=True)
class Delimited:
    """A file that was opened: its columns in small letters by name, and its text."""

    path: Path
    columns: dict[str, int]
    text: str
    mark: str = ";"

    def lines(self) -> Iterator[tuple[int, list[str]]]:
        """The lines after the header with their numbers; empty ones are left out."""
        reader = csv.reader(StringIO(self.text), delimiter=self.mark)
        next(reader)
        for cells in reader:
            if cells:
                yield reader.line_num, cells

    def require(self, *names: str) -> None:
        """Refuse a file that lacks some columns, naming them."""
        missing = [name.upper() for name in names if name not in self.columns]
        if missing:
            raise ExchangeError(Problem.SOURCE_COLUMNS_MISSING, path=self.path, names=", ".join(missing))


def open_delimited(path: Path, mark: str = ";") -> Delimited:
    """Open a file of values separated by semicolons, or by another ``mark``, in Windows-1252 or UTF-8."""
    content = read_bounded(path)
    if b"\0" in content[:10_000]:
        raise ExchangeError(Problem.SOURCE_UNKNOWN, path=path)
    text = _decoded(content)
    header, _newline, _rest = text.partition("\n")
    names = [name.strip().strip('"').lower() for name in header.split(mark)]
    if len(names) < 2:
        known = any(len(header.split(other)) > 2 for other in (";", ",", "\t", "|"))
        raise ExchangeError(Problem.SOURCE_DELIMITER if known else Problem.SOURCE_UNKNOWN, path=path)
    return Delimited(path, {name: at for at, name in enumerate(names)}, text, mark)


def read_bounded(path: Path) -> bytes:
    """What a file holds; refuses one that is missing or too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise ExchangeError(Problem.SOURCE_TOO_LARGE, path=path)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ExchangeError(Problem.FILE_MISSING, path=path) from error
    except OSError as error:
        raise ExchangeError(Problem.DISK_ERROR, path=path) from error


def _decoded(content: bytes) -> str:
    if content.startswith(_BOM):
        return content.decode("utf-8-sig", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # five bytes mean nothing in Windows-1252
        return content.decode("cp1252", errors="replace")

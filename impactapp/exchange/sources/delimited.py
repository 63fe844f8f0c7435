"""Official files of separated values: which one it is by its header, and what of each line can be read."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.opening import read_bounded

# a French Excel writes semicolons, and tabs where it is asked for Unicode
MARKS = ";\t"
ANY_MARK = ";,\t|"
MOST_NAMED = 4
_BEGINNING = 10_000
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
        reader, last = csv.reader(StringIO(self.text), delimiter=self.mark), 0
        try:
            next(reader)
            for cells in reader:
                last = reader.line_num
                if cells:
                    yield last, cells
        except csv.Error as error:
            # a value without end
            raise ExchangeError(Problem.SOURCE_QUOTE, path=self.path, line=last + 1) from error

    def require(self, *names: str) -> None:
        """Refuse a file that lacks some columns, naming the first of them."""
        missing = [name.upper() for name in names if name not in self.columns]
        if missing:
            raise ExchangeError(Problem.SOURCE_COLUMNS_MISSING, path=self.path, names=listed(missing))


def open_delimited(path: Path, marks: str = MARKS) -> Delimited:
    """Open a file whose values are separated by one of some marks, in Windows-1252, UTF-8 or UTF-16."""
    return delimited(path, read_bounded(path), marks)


def delimited(path: Path, content: bytes, marks: str = MARKS) -> Delimited:
    """The same of what was read already; ``path`` is what the file is called in sentences."""
    if not _is_wide(content) and b"\0" in content[:_BEGINNING]:
        raise ExchangeError(Problem.SOURCE_UNKNOWN, path=path)
    text = _decoded(content)
    if "\r" in text:
        # also what an Excel for Mac wrote, whose lines end otherwise
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    header, _newline, _rest = text.partition("\n")
    mark = next((one for one in marks if one in header), "")
    if not mark:
        known = any(header.count(other) > 1 for other in ANY_MARK)
        raise ExchangeError(Problem.SOURCE_DELIMITER if known else Problem.SOURCE_UNKNOWN, path=path)
    return Delimited(path, {name: at for at, name in enumerate(_names(header, mark))}, text, mark)


def heading_of(beginning: bytes) -> frozenset[str]:
    """The names of the columns, in small letters, whatever separates them; from the first bytes of a file."""
    if _is_wide(beginning):
        beginning = beginning[: len(beginning) // 2 * 2]
    elif b"\0" in beginning:
        return frozenset()
    text = _decoded(beginning)
    header = text.replace("\r", "\n").partition("\n")[0]
    mark = max(ANY_MARK, key=header.count)
    return frozenset(_names(header, mark))


def listed(names: list[str]) -> str:
    """Names of columns, the first ones where there are many."""
    return ", ".join((*names[:MOST_NAMED], "…") if len(names) > MOST_NAMED + 1 else names)


def _names(header: str, mark: str) -> list[str]:
    return [name.strip().strip('"').lower() for name in header.split(mark)]


def _is_wide(content: bytes) -> bool:
    return content.startswith(_WIDE)


def _decoded(content: bytes) -> str:
    if _is_wide(content):
        return content.decode("utf-16", errors="replace")
    if content.startswith(codecs.BOM_UTF8):
        return content.decode("utf-8-sig", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # five bytes mean nothing in Windows-1252
        return content.decode("cp1252", errors="replace")

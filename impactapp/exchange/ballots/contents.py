"""What the sheets of a workbook hold, read with the suspicion that a file from anywhere deserves.

Sizes are checked before anything is unpacked, and every part is unpacked once in small pieces, which finds damage too.
"""

import re
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError

LARGEST_FILE = 5_000_000
LARGEST_UNPACKED = 10_000_000
MOST_PARTS = 300
MOST_ROWS, MOST_COLUMNS = 3_000, 64
MOST_MERGED = 1_000

_PIECE = 65_536
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
# what a part that is not what it should be makes the libraries say
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError, RecursionError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, ParseError),
)

Row = tuple[object, ...]
Bounds = tuple[int, int, int, int]  # first column, first row, last column, last row


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows of each sheet by its title, and the bounds of every range of merged cells, counted from 1."""

    sheets: Mapping[str, tuple[Row, ...]]
    merged: tuple[Bounds, ...] = ()

    def is_merged(self, row: int, column: int) -> bool:
        """Whether a cell, counted from 1, is part of a merged range of any sheet."""
        return any(left <= column <= right and upper <= row <= lower for left, upper, right, lower in self.merged)


def read_contents(path: Path) -> Contents:
    """Read a workbook; raises ``ExchangeError`` where it is missing, protected, damaged, too large or none."""
    packed = _packed(path)
    if packed.startswith(_OLD_OR_ENCRYPTED):
        raise ExchangeError(Problem.BALLOT_PROTECTED if _ENCRYPTED in packed else Problem.BALLOT_FOREIGN, path=path)
    try:
        with zipfile.ZipFile(BytesIO(packed)) as parts:
            merged = _unpacked(parts, path)
        return Contents(_sheets(packed), merged)
    except RuntimeError as error:
        # a part of the archive wants a password; everything else that is raised below is damage
        if isinstance(error, NotImplementedError | RecursionError):
            raise ExchangeError(Problem.BALLOT_UNREADABLE, path=path) from error
        raise ExchangeError(Problem.BALLOT_PROTECTED, path=path) from error
    except _DAMAGE as error:
        raise ExchangeError(Problem.BALLOT_UNREADABLE, path=path) from error


def _packed(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            packed = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise ExchangeError(Problem.FILE_MISSING, path=path) from error
    except PermissionError as error:
        # Excel, say, holds it; Windows answers the same for a folder
        problem = Problem.TARGET_OPEN_ELSEWHERE if path.is_file() else Problem.BALLOT_UNREADABLE
        raise ExchangeError(problem, path=path) from error
    except (OSError, ValueError) as error:
        raise ExchangeError(Problem.BALLOT_UNREADABLE, path=path) from error
    if len(packed) > LARGEST_FILE:
        raise ExchangeError(Problem.BALLOT_TOO_LARGE, path=path)
    return packed


def _unpacked(parts: zipfile.ZipFile, path: Path) -> tuple[Bounds, ...]:
    """Unpack every part once, within the limits; gives the merged ranges of its sheets."""
    from openpyxl.worksheet.cell_range import CellRange

    listed = parts.infolist()
    if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
        raise ExchangeError(Problem.BALLOT_TOO_LARGE, path=path)
    names = {part.filename for part in listed}
    if "xl/workbook.xml" not in names:
        raise ExchangeError(Problem.BALLOT_FOREIGN, path=path)
    merged: list[str] = []
    for part in listed:
        held = bytearray()
        with parts.open(part) as file:
            # a size that lies ends here: the checksum of what it hides does not fit
            while piece := file.read(_PIECE):
                if _SHEET_PART.fullmatch(part.filename):
                    held += piece
        merged += [found.decode() for found in _MERGED.findall(bytes(held))]
    if len(merged) > MOST_MERGED:
        raise ExchangeError(Problem.BALLOT_TOO_LARGE, path=path)
    return tuple(CellRange(one).bounds for one in merged)


def _sheets(packed: bytes) -> dict[str, tuple[Row, ...]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # on what other programs add and openpyxl leaves out
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(packed), read_only=True, data_only=True, keep_links=False)
        try:
            return {
                sheet.title: tuple(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True))
                for sheet in book.worksheets
            }
        finally:
            book.close()

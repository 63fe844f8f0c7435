"""Official workbooks: their sheets as rows, within bounds that are checked before anything is unpacked."""

import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.opening import BEGINNING, MOST_PARTS, read_bounded

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_UNPACKED = 60_000_000  # the workbook of the ILO unpacks to 11 MB, that of ROME to 5 MB
MOST_ROWS, MOST_COLUMNS = 50_000, 64
OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
# the libraries read XML with the parser that is there: what each says of a damaged one is a SyntaxError
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OverflowError, RuntimeError, SyntaxError, OSError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError),
)

Row = tuple[object, ...]
Header = Callable[[Row], bool]


def is_workbook(path: Path) -> bool:
    """Whether a file is an Excel workbook by its name."""
    return path.suffix.lower() in (".xlsx", ".xlsm", ".xls")


def sheet_under(path: Path, is_header: Header) -> tuple[str, tuple[Row, ...]]:
    """The title and the rows, header first, of the first sheet whose first row is a known header; no rows if none is.

    Raises ``ExchangeError`` where the file is missing, too large, protected or damaged.
    """
    packed = _checked(path)
    try:
        for title, rows in _sheets(packed):
            first = next(rows(1), ())
            if is_header(first):
                return title, tuple(rows(MOST_ROWS))
        return "", ()
    except _DAMAGE as error:
        raise ExchangeError(Problem.SOURCE_WORKBOOK_DAMAGED, path=path) from error


def headings_of(path: Path, words: Sequence[bytes]) -> tuple[tuple[str, Row], ...]:
    """The title and the first row of each sheet; none where the workbook says none of some words, as most do.

    Raises ``ExchangeError`` as :func:`sheet_under` does.
    """
    packed = _checked(path)
    try:
        if not _says_any(packed, words):
            return ()
        return tuple((title, next(rows(1), ())) for title, rows in _sheets(packed))
    except _DAMAGE as error:
        raise ExchangeError(Problem.SOURCE_WORKBOOK_DAMAGED, path=path) from error


def _checked(path: Path) -> bytes:
    packed = read_bounded(path)
    if packed.startswith(OLD_OR_ENCRYPTED):
        raise ExchangeError(Problem.SOURCE_WORKBOOK_OLD, path=path)
    try:
        with zipfile.ZipFile(BytesIO(packed)) as parts:
            listed = parts.infolist()
    except _DAMAGE as error:
        raise ExchangeError(Problem.SOURCE_WORKBOOK_DAMAGED, path=path) from error
    if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
        raise ExchangeError(Problem.SOURCE_TOO_LARGE, path=path)
    return packed


def _says_any(packed: bytes, words: Sequence[bytes]) -> bool:
    """Whether the words of a workbook hold some, without reading its cells."""
    with zipfile.ZipFile(BytesIO(packed)) as parts:
        for name in parts.namelist():
            if name == "xl/workbook.xml" or name.startswith(("xl/sharedStrings", "xl/worksheets/sheet")):
                with parts.open(name) as part:
                    # a sheet may hold its words itself: those of its header come first
                    said = part.read(BEGINNING if "/sheet" in name else LARGEST_UNPACKED)
                if any(word in said for word in words):
                    return True
    return False


def _sheets(packed: bytes) -> Iterator[tuple[str, Callable[[int], Iterator[Row]]]]:
    """The title of each sheet, and what gives at most so many of its rows."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # on what other programs add or leave out
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(packed), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                yield sheet.title, partial(_rows, sheet)
        finally:
            book.close()


def _rows(sheet: "Worksheet", most: int) -> Iterator[Row]:
    return sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True)


def plain_cell(cell: object) -> str:
    """The text of a cell; a code that Excel took for a number is written as a code again."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    written = "" if cell is None else str(cell).strip()
    head, dot, tail = written.partition(".")
    return head if dot and head.isdigit() and not tail.strip("0") else written

"""Official workbooks: their sheets as rows, within bounds that are checked before anything is unpacked."""

import warnings
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.delimited import read_bounded

LARGEST_UNPACKED = 60_000_000  # the workbook of the ILO unpacks to 11 MB, that of ROME to 5 MB
MOST_PARTS = 300
MOST_ROWS, MOST_COLUMNS = 50_000, 64
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OverflowError, RuntimeError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, ParseError),
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
    packed = read_bounded(path)
    if packed.startswith(_OLD_OR_ENCRYPTED):
        raise ExchangeError(Problem.SOURCE_WORKBOOK_OLD, path=path)
    try:
        with zipfile.ZipFile(BytesIO(packed)) as parts:
            listed = parts.infolist()
            if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
                raise ExchangeError(Problem.SOURCE_TOO_LARGE, path=path)
        return _found(packed, is_header)
    except _DAMAGE as error:
        raise ExchangeError(Problem.SOURCE_WORKBOOK_DAMAGED, path=path) from error


def _found(packed: bytes, is_header: Header) -> tuple[str, tuple[Row, ...]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # on what other programs add or leave out
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(packed), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                first = next(sheet.iter_rows(max_row=1, max_col=MOST_COLUMNS, values_only=True), ())
                if is_header(first):
                    rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
                    return sheet.title, tuple(rows)
            return "", ()
        finally:
            book.close()


def plain_cell(cell: object) -> str:
    """The text of a cell; a code that Excel took for a number is written as a code again."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    written = "" if cell is None else str(cell).strip()
    head, dot, tail = written.partition(".")
    return head if dot and head.isdigit() and not tail.strip("0") else written

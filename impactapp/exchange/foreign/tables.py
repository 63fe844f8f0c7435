"""The tables of a file or of a pasted text: what it is, is told by what it holds and never by its name alone."""

import codecs
from dataclasses import replace
from pathlib import Path

from impactapp.domain.incoming import Cell, Refused
from impactapp.domain.problems import Problem
from impactapp.exchange.foreign.decoding import USUAL, decoded
from impactapp.exchange.foreign.sheets import Step, workbook_tables
from impactapp.exchange.foreign.table import Table
from impactapp.exchange.foreign.texts import text_table
from impactapp.exchange.foreign.ticked import without_ticks
from impactapp.exchange.foreign.turned import turned
from impactapp.exchange.incoming.archive import MEGABYTE, packed_bytes
from impactapp.exchange.problems import ExchangeError
from impactapp.i18n import _

LARGEST_TEXT = 20 * MEGABYTE
WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls")
_PACKED = (b"PK", b"\xd0\xcf\x11\xe0")
_MARKUP = (b"<", codecs.BOM_UTF8 + b"<", codecs.BOM_UTF16_LE + b"<")


def read_tables(source: Path | str, step: Step | None = None) -> tuple[Table, ...]:
    """The tables of a file, one a sheet, or the one of a pasted text; the shown ones first.

    A grid of ticks, or a matrix with its activities in columns, comes in the shape of a plain list, and says so.

    Raises ``ExchangeError`` where there is none, or where it cannot be read.
    """
    return tuple(map(_plain, _read(source, step)))


def _plain(table: Table) -> Table:
    """The table in the shape of a list, whatever shape it came in."""
    upright = turned(table) or table
    return without_ticks(upright) or upright


def _read(source: Path | str, step: Step | None) -> tuple[Table, ...]:
    if isinstance(source, str):
        if len(source) > LARGEST_TEXT:
            raise ExchangeError(Problem.FOREIGN_TOO_LARGE, path=pasted(), most=LARGEST_TEXT // MEGABYTE)
        return (text_table(source, pasted(), is_pasted=True),)
    raw = packed_bytes(source)
    return _workbook(source, step) if raw.startswith(_PACKED) else (_text(source, raw),)


def is_packed(path: Path) -> bool:
    """Whether a file is a workbook, or something packed like one, whatever its name."""
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(b"PK")
    except (OSError, ValueError):
        return False


def pasted() -> str:
    """The name of what was pasted, where that of a file stands."""
    return _("pasted text")


def _workbook(path: Path, step: Step | None) -> tuple[Table, ...]:
    tables = workbook_tables(path, step)
    if not tables:
        raise ExchangeError(Problem.FOREIGN_EMPTY, path=path)
    if path.suffix.lower() not in WORKBOOKS:
        tables = tuple(_noted(table, Problem.FOREIGN_IS_WORKBOOK, path=str(path)) for table in tables)
    return tuple(sorted(tables, key=lambda table: table.is_hidden))


def _text(path: Path, raw: bytes) -> Table:
    if len(raw) > LARGEST_TEXT:
        raise ExchangeError(Problem.FOREIGN_TOO_LARGE, path=path, most=LARGEST_TEXT // MEGABYTE)
    if not raw.strip():
        raise ExchangeError(Problem.FOREIGN_EMPTY, path=path)
    if raw[:200].lstrip().startswith(_MARKUP):
        raise ExchangeError(Problem.FOREIGN_MARKUP, path=path)
    found = decoded(raw)
    if found is None:
        raise ExchangeError(Problem.FOREIGN_NOT_TEXT, path=path)
    text, encoding = found
    table = text_table(text, path.name)
    if path.suffix.lower() in WORKBOOKS:
        table = _noted(table, Problem.FOREIGN_IS_TEXT, path=str(path))
    if encoding not in USUAL:
        table = _noted(table, Problem.FOREIGN_ENCODING, path=str(path), encoding=encoding)
    return table


def _noted(table: Table, problem: Problem, **facts: str) -> Table:
    """A table with one more thing that is worth saying of its file."""
    return replace(table, notes=(*table.notes, Refused(Cell(table.source, table.title), problem, tuple(facts.items()))))

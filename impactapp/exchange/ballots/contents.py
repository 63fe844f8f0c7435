"""What the sheets of a ballot hold, read with the suspicion that a file from anywhere deserves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.exchange.incoming.archive import Limits
from impactapp.exchange.incoming.cells import Flawed
from impactapp.exchange.incoming.sheet_part import Bounds
from impactapp.exchange.incoming.sheets import Sheet, read_workbook
from impactapp.exchange.problems import ExchangeError

LARGEST_FILE = 5_000_000
LARGEST_UNPACKED = 10_000_000
MOST_PARTS = 300
MOST_ROWS, MOST_COLUMNS = 3_000, 64
MOST_MERGED = 1_000

_LIMITS = Limits(LARGEST_FILE, LARGEST_UNPACKED, MOST_PARTS, cells=400_000, merged=MOST_MERGED)
# what is said of a workbook, said of a ballot
_OF_A_BALLOT = {
    Problem.WORKBOOK_DAMAGED: Problem.BALLOT_UNREADABLE,
    Problem.WORKBOOK_IS_TEXT: Problem.BALLOT_UNREADABLE,
    Problem.WORKBOOK_PROTECTED: Problem.BALLOT_PROTECTED,
    Problem.WORKBOOK_TOO_LARGE: Problem.BALLOT_TOO_LARGE,
    Problem.WORKBOOK_OLD_FORMAT: Problem.BALLOT_FOREIGN,
    Problem.WORKBOOK_OTHER_FORMAT: Problem.BALLOT_FOREIGN,
    Problem.WORKBOOK_NONE: Problem.BALLOT_FOREIGN,
}

Row = tuple[object, ...]


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
    try:
        workbook = read_workbook(path, _LIMITS)
    except ExchangeError as refusal:
        if refusal.problem not in _OF_A_BALLOT:
            raise
        raise ExchangeError(_OF_A_BALLOT[refusal.problem], path=path) from refusal
    merged = tuple(bounds for sheet in workbook.sheets for bounds in sheet.merged)
    return Contents({sheet.title: tuple(_rows(sheet)) for sheet in workbook.sheets}, merged)


def _rows(sheet: Sheet) -> Iterator[Row]:
    """The rows from the first one, all as wide as the widest; an error is read as the text it shows."""
    wide = min(max((max(cells) for cells in sheet.rows.values()), default=-1) + 1, MOST_COLUMNS)
    for number in range(1, min(max(sheet.rows, default=0), MOST_ROWS) + 1):
        cells = sheet.rows.get(number, {})
        yield tuple(_value(cells.get(column)) for column in range(wide))


def _value(value: object) -> object:
    return value.text if isinstance(value, Flawed) else value

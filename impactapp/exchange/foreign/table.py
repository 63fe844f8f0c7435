"""A table of somebody else's file: its cells as they stand, with what a reader must know of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from impactapp.domain.incoming import Cell, Refused
from impactapp.domain.problems import Problem
from impactapp.exchange.incoming.cells import Flawed
from impactapp.exchange.incoming.levels import as_text
from impactapp.exchange.incoming.sheets import reference

MOST_ROWS = 20_000
MOST_COLUMNS = 1_000

Row = tuple[object, ...]
Place = tuple[int, int]  # row and column, counted from 0


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one sheet, or of one text; merged cells all hold what their first one holds.

    Rows without any value are left out: ``lines`` has the number of each row in the file, counted from 1. ``percents``
    are the numbers that a spreadsheet shows in percent, ``merged`` the cells that were filled. ``title`` is that of the
    sheet, empty for a text. ``notes`` are worth knowing before it is read, ``refused`` is what could not be read.
    ``origin`` is for a table that was put in another shape: the line and the column in the file of each of its cells.
    """

    source: str
    title: str
    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    is_hidden: bool = False
    merged: frozenset[Place] = frozenset()
    percents: frozenset[Place] = frozenset()
    notes: tuple[Refused, ...] = ()
    refused: tuple[Refused, ...] = ()
    origin: Mapping[Place, Place] | None = None

    @property
    def width(self) -> int:
        """The columns of its widest row."""
        return max(map(len, self.rows), default=0)

    def value(self, row: int, column: int) -> object:
        """A cell, ``None`` where the row is shorter or the cell holds blanks only."""
        cells = self.rows[row]
        found = cells[column] if column < len(cells) else None
        return None if isinstance(found, str) and not found.strip() else found

    def text(self, row: int, column: int) -> str:
        """A cell as one reads it; Excel makes the number 3.0 of a 3."""
        found = self.value(row, column)
        return found.text if isinstance(found, Flawed) else as_text(found).strip()

    def ref(self, row: int, column: int) -> str:
        """Where a cell stands, as a spreadsheet names it: « C7 »; in a pasted text, the row is that of its line."""
        return reference(*self.place(row, column))

    def place(self, row: int, column: int) -> Place:
        """The line and the column of a cell in the file."""
        return (self.origin or {}).get((row, column), (self.lines[row], column))

    def cell(self, row: int, column: int) -> Cell:
        """Where a cell stands, with its file and sheet."""
        return Cell(self.source, self.title, self.ref(row, column))


def too_large(source: str, title: str = "", is_hidden: bool = False, notes: Sequence[Refused] = ()) -> Table:
    """A table that is not read, as part of it would be taken for the whole."""
    refused = Refused(Cell(source, title), Problem.FOREIGN_TOO_MANY_ROWS, (("most", str(MOST_ROWS)),))
    return Table(source, title, (), (), is_hidden, notes=(*notes, refused), refused=(refused,))

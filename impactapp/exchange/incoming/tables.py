"""The tables of a workbook of ours, found by their hidden rows of codes, whatever was renamed, moved or sorted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from impactapp.exchange.incoming.cells import Flawed, Read
from impactapp.exchange.incoming.sheets import Sheet, Workbook
from impactapp.exchange.workbook import ids, keys
from impactapp.exchange.workbook.standing import ID_OF, is_technical

_HEADER_ROWS = {keys.CRITERIA: 2, keys.SCENARIOS: 0}
# version 1: the hidden header « task_number », and where the columns stood from it
_FIRST_VERSION = {
    keys.MATRIX: {"title": -4, "share": -3, "substitution.low": -2, "substitution.high": -1, "profession": -5},
}
_FIRST_MARK = "task_number"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table, numbered as on the screen."""

    number: int
    cells: Mapping[int, Read]


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` gives the position of each code; ``of`` is the profession it is about, where it is about one.

    ``taken`` are all columns that have a code, read or computed; ``hidden`` those of ids and numbers; ``head`` is the
    row of the codes.
    """

    kind: str
    of: str
    sheet: Sheet
    columns: Mapping[str, int]
    lines: tuple[Line, ...]
    computed: tuple[int, ...] = ()
    shared: frozenset[str] = frozenset()
    taken: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    head: int = 0

    def own_lines(self, own_id: str) -> list[Line]:
        """The rows that kept one id: a copied row has that of its model."""
        return [line for line in self.lines if self.own_id(line) == own_id] if own_id in self.shared else []

    def text(self, line: Line, code: str) -> str:
        """What a row says in a column, as text without blanks around it."""
        column = self.columns.get(code)
        value = None if column is None else line.cells.get(column)
        return "" if value is None else str(value.text if isinstance(value, Flawed) else value).strip()

    def own_id(self, line: Line) -> str:
        """The id that a row kept."""
        return self.text(line, ID_OF[self.kind])


def tables_of(workbook: Workbook) -> tuple[Table, ...]:
    """Every table that still has its codes; of a workbook that never had any, the matrix, which stands first."""
    sheets = [sheet for sheet in workbook.sheets if not sheet.title.startswith(ids.SHEET)]
    tables = tuple(table for sheet in sheets for table in _tables(sheet))
    return tables or tuple(islice((table for sheet in sheets for table in _first_version(sheet)), 1))


def _tables(sheet: Sheet) -> Iterator[Table]:
    heads = [(number, mark) for number, row in sorted(sheet.rows.items()) if (mark := _mark(row))]
    for position, (number, mark) in enumerate(heads):
        last = heads[position + 1][0] - 1 if position + 1 < len(heads) else max(sheet.rows)
        kind, _colon, of = mark.partition(":")
        if kind in ID_OF:
            row = sheet.rows[number]
            columns = {str(code): column for column, code in row.items() if code not in (keys.COMPUTED, keys.FIXED)}
            computed = tuple(column for column, code in row.items() if code == keys.COMPUTED)
            lines = _lines(sheet, kind, columns, (number, last))
            shared = _shared(lines, columns.get(ID_OF[kind], -1))
            hidden = frozenset(column for column, code in row.items() if is_technical(str(code)))
            yield Table(kind, of, sheet, columns, lines, computed, shared, frozenset(row), hidden, number)


def _shared(lines: Iterable[Line], column: int) -> frozenset[str]:
    """The ids that stand on several rows."""
    counts = Counter(str(line.cells[column]).strip() for line in lines if column in line.cells)
    return frozenset(own for own, count in counts.items() if count > 1)


def _mark(row: Mapping[int, Read]) -> str:
    found = (value for value in row.values() if isinstance(value, str) and value.startswith(keys.MARK))
    return next(found, "").removeprefix(keys.MARK)


def _lines(sheet: Sheet, kind: str, columns: Mapping[str, int], bounds: tuple[int, int]) -> tuple[Line, ...]:
    """The rows below the header, down to the first empty one after the last that has an id; notes are merged cells."""
    head, last = bounds
    own = columns.get(ID_OF[kind], -1)
    first = head + 1 + _HEADER_ROWS.get(kind, 1)
    for number in range(head + 1, min(head + 6, last + 1)):
        if sheet.value(number, own) == ID_OF[kind]:
            first = number + 1
    known = [number for number in range(first, last + 1) if own in sheet.rows.get(number, {})]
    merged = {row for _left, top, _right, bottom in sheet.merged for row in range(top, min(bottom, top + 100) + 1)}
    lines = []
    end = max(known, default=first - 1)
    for number in range(first, last + 1):
        cells = sheet.rows.get(number)
        if cells and (number <= end or number not in merged):
            lines.append(Line(number, cells))
        elif number > end:
            break
    return tuple(lines)


def _first_version(sheet: Sheet) -> Iterator[Table]:
    for number, row in sorted(sheet.rows.items()):
        marked = next((column for column, value in row.items() if value == _FIRST_MARK), None)
        if marked is not None and row.get(marked + 2) == keys.PROFESSION_ID:
            places = _FIRST_VERSION[keys.MATRIX]
            columns = {code: marked + offset for code, offset in places.items() if marked + offset >= 0}
            columns |= {keys.TASK_ID: marked + 1, keys.PROFESSION_ID: marked + 2}
            lines = _lines(sheet, keys.MATRIX, columns, (number - 1, max(sheet.rows)))
            if marked >= len(places) - 1:
                yield Table(keys.MATRIX, "", sheet, columns, lines)
            return

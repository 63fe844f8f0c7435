"""The sheets of a workbook as tables: hidden ones said to be, merged cells filled, colours without words told."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from impactapp.domain.incoming import Cell, Refused
from impactapp.domain.problems import Problem
from impactapp.exchange.foreign.styles import Painted, painted_cells
from impactapp.exchange.foreign.table import MOST_ROWS, Place, Table, too_large
from impactapp.exchange.incoming.archive import LIMITS
from impactapp.exchange.incoming.sheet_part import Bounds
from impactapp.exchange.incoming.sheets import Sheet, read_workbook, reference

Step = Callable[[int, int], None]
MOST_CELLS = 4_000_000  # blank ones too, which a row far to the right brings along
MOST_FILLED = 1_000_000
_FEWEST_COLOURED = 2
_ALTERNATE = 2


def workbook_tables(path: Path, step: Step | None = None) -> tuple[Table, ...]:
    """A table a sheet that holds anything; raises ``ExchangeError`` where the workbook cannot be read."""
    book = read_workbook(path, LIMITS, step)
    painted = painted_cells(path)
    return tuple(
        _table(path.name, sheet, painted.get(sheet.title, Painted()))
        for sheet in book.sheets
        if sheet.rows or sheet.coloured
    )


def _table(source: str, sheet: Sheet, painted: Painted) -> Table:
    notes = [Refused(Cell(source, sheet.title), Problem.FOREIGN_HIDDEN)] if sheet.is_hidden else []
    if len(sheet.rows) > MOST_ROWS:
        return too_large(source, sheet.title, sheet.is_hidden, notes)
    lines = sorted(sheet.rows)
    width = 1 + max((max(cells) for cells in sheet.rows.values() if cells), default=-1)
    if len(lines) * width > MOST_CELLS or sum(_area(bounds, width) for bounds in sheet.merged) > MOST_FILLED:
        return too_large(source, sheet.title, sheet.is_hidden, notes)
    rows = [_dense(sheet.rows[line]) for line in lines]
    merged = _fill(rows, lines, width, sheet)
    places = {line: position for position, line in enumerate(lines)}
    percents = frozenset((places[line], column) for line, column in painted.percents if line in places)
    if sheet.comments:
        told = (("count", str(len(sheet.comments))),)
        notes.append(Refused(Cell(source, sheet.title, sheet.comments[0][0]), Problem.FOREIGN_COMMENTS, told))
    if sheet.beyond:
        most = (("count", str(sheet.beyond)), ("most", str(LIMITS.columns)))
        notes.append(Refused(Cell(source, sheet.title), Problem.SHEET_BEYOND, most))
    coloured = _coloured_only(sheet, painted)
    if coloured:
        count = (("count", str(len(coloured))),)
        notes.append(Refused(Cell(source, sheet.title, reference(*coloured[0])), Problem.FOREIGN_COLOURS, count))
    shape = (tuple(map(tuple, rows)), tuple(lines))
    return Table(source, sheet.title, *shape, sheet.is_hidden, merged, percents, tuple(notes))


def _dense(cells: Mapping[int, object]) -> list[object]:
    return [cells.get(column) for column in range(max(cells, default=-1) + 1)]


def _area(bounds: Bounds, width: int) -> int:
    """The cells of a merged range, in the columns that hold anything and at most the rows that are read."""
    left, top, right, bottom = bounds
    return max(0, min(right, width) - left + 1) * min(bottom - top + 1, MOST_ROWS)


def _fill(rows: list[list[object]], lines: list[int], width: int, sheet: Sheet) -> frozenset[Place]:
    """Put what the first cell of each merged range holds in its others, in the rows and columns that hold anything."""
    filled: set[Place] = set()
    for left, top, right, bottom in sheet.merged:
        value = sheet.value(top, left - 1)
        if value is None:
            continue
        for position in range(bisect_left(lines, top), bisect_left(lines, bottom + 1)):
            row = rows[position]
            last = min(right, width)
            row.extend([None] * (last - len(row)))
            for column in range(left - 1, last):
                row[column] = value
                filled.add((position, column))
    return frozenset(filled)


def _coloured_only(sheet: Sheet, painted: Painted) -> list[Place]:
    """Cells, by line and column, where colours stand for words: several colours, in rows and columns of a table.

    An activity may be coloured itself, with no other column to say what it means.
    """
    for empty, cells in ((True, painted.empty), (False, painted.filled)):
        found: list[Place] = []
        columns: dict[int, list[tuple[int, str]]] = {}
        for (line, column), colour in sorted(cells.items()):
            columns.setdefault(column, []).append((line, colour))
        for column, coloured in columns.items():
            if _mean_something([colour for _line, colour in coloured]) and (empty or _is_alone(sheet, column)):
                found += [(line, column) for line, _colour in coloured]
        if found:
            return sorted(found)
    return []


def _mean_something(colours: list[str]) -> bool:
    """Several colours that do not simply alternate, as bands do."""
    if len(colours) < _FEWEST_COLOURED or len(set(colours)) < 2:
        return False
    bands = all(colours[at] == colours[at % _ALTERNATE] for at in range(len(colours)))
    return not (bands and len(colours) > _ALTERNATE)


def _is_alone(sheet: Sheet, column: int) -> bool:
    """Whether nothing but this column and numbers beside it is filled in, below the first rows of headings."""
    others = list(_words_beside(sheet, column))
    return len(others) * 2 < len(sheet.rows)


def _words_beside(sheet: Sheet, column: int) -> Iterator[str]:
    for cells in sheet.rows.values():
        yield from (value for at, value in cells.items() if at != column and isinstance(value, str) and value.strip())

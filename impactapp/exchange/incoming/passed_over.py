"""What was typed where nothing is read back: told cell by cell, so that nothing that somebody typed goes unsaid."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from impactapp.domain.incoming import Cell, Refused
from impactapp.domain.problems import EditError, Problem
from impactapp.exchange.incoming.archive import LIMITS
from impactapp.exchange.incoming.cells import Flawed, Read
from impactapp.exchange.incoming.facts import Facts
from impactapp.exchange.incoming.levels import shown
from impactapp.exchange.incoming.sheets import Sheet, Workbook, reference
from impactapp.exchange.incoming.tables import Line, Table
from impactapp.exchange.workbook import ids, keys
from impactapp.exchange.workbook.standing import Standing, is_said, mark_of

MOST_TOLD = 30  # lines for one sheet
MOST_LOOKED_AT = 100_000  # cells of one sheet
_ALIKE = 0.5
_ONLY_OWN = frozenset({keys.RESULTS, keys.DEFINITIONS})

At = tuple[int, int]


def passed_over(
    workbook: Workbook, facts: Facts, tables: Sequence[Table], handled: Collection[tuple[str, int, int]]
) -> Iterator[Refused]:
    """What stands in the file, is not read, and was not there when it was written; and what is gone of it."""
    source = workbook.path.name
    sheets = [sheet for sheet in workbook.sheets if not sheet.title.startswith(ids.SHEET)]
    for sheet in sheets:
        yield from _drawn(source, sheet)
    if not facts.standing:
        yield Refused.of(Cell(source), EditError(Problem.WORKBOOK_TABLES_ONLY))
        return
    for sheet in sheets:
        mine = [table for table in tables if table.sheet is sheet]
        read = {(row, column) for title, row, column in handled if title == sheet.title}
        said = dict(islice(_said(sheet, mine, read), MOST_LOOKED_AT))
        standing = facts.standing.get(sheet.title) or _likest(said, facts.standing)
        if standing is None:
            yield from _foreign(source, sheet, mine, said)
        elif standing.formulas and not sheet.formulas:
            yield Refused.of(Cell(source, sheet.title), EditError(Problem.SHEET_FLATTENED))
        else:
            beside = _Beside(source, sheet, standing, read)
            yield from beside.told(said)
            yield from beside.computed_anew(mine)


def _drawn(source: str, sheet: Sheet) -> Iterator[Refused]:
    """Comments, boxes of text, and cells too far to the right."""
    for ref, text in sheet.comments:
        yield Refused.of(Cell(source, sheet.title, ref), EditError(Problem.CELL_COMMENT, text=shown(text)))
    for text in sheet.boxes:
        yield Refused.of(Cell(source, sheet.title), EditError(Problem.SHEET_BOX, text=shown(text)))
    if sheet.beyond:
        refusal = EditError(Problem.SHEET_BEYOND, count=sheet.beyond, most=LIMITS.columns)
        yield Refused.of(Cell(source, sheet.title), refusal)


def _said(sheet: Sheet, tables: Iterable[Table], read: Collection[At]) -> Iterator[tuple[At, Read]]:
    """The cells of a sheet that nothing reads, formulas aside."""
    taken = _taken(tables)
    hidden = frozenset(column for table in tables for column in table.hidden)
    heads = {table.head for table in tables}
    nothing: frozenset[int] = frozenset()
    for number, row in sheet.rows.items():
        if number in heads:
            continue
        columns = taken.get(number, nothing) | (hidden if heads and number > min(heads) else nothing)
        if columns.issuperset(row):
            continue
        for column, value in row.items():
            at = (number, column)
            if column not in columns and at not in sheet.formulas and at not in read and is_said(value):
                yield at, value


def _taken(tables: Iterable[Table]) -> dict[int, frozenset[int]]:
    """The columns that are read or computed, by row."""
    return {line.number: table.taken for table in tables for line in table.lines if _is_read(table, line)}


def _is_read(table: Table, line: Line) -> bool:
    """Whether the typed cells of a row are read as those of a thing; those of a scenario are told one by one."""
    return table.kind != keys.SCENARIOS and (table.kind not in _ONLY_OWN or bool(table.own_id(line)))


def _likest(said: Mapping[At, Read], standing: Mapping[str, Standing]) -> Standing | None:
    """What stood in a sheet that was renamed or copied: the one most of whose cells are in it."""
    marks = {mark_of(value) for value in said.values()}
    best, most = None, _ALIKE
    for one in standing.values():
        there = {*one.cells.values()}
        share = len(there & marks) / len(there) if there else 0.0
        if share > most:
            best, most = one, share
    return best


def _foreign(source: str, sheet: Sheet, tables: Sequence[Table], said: Mapping[At, Read]) -> Iterator[Refused]:
    """A sheet that is none of ours; of one that holds a table of ours, what stands beside it."""
    if not said:
        return
    at = min(said)
    text = _text(said[at])
    if tables:
        facts = EditError(Problem.CELLS_NOT_READ, text=text, count=len(said))
        yield Refused.of(Cell(source, sheet.title, reference(*at)), facts)
    else:
        yield Refused.of(Cell(source, sheet.title), EditError(Problem.SHEET_NOT_READ, text=text))


def _text(value: Read) -> str:
    return shown(value.text if isinstance(value, Flawed) else value)


@dataclass(slots=True)
class _Beside:
    """One sheet beside what stood in it."""

    source: str
    sheet: Sheet
    standing: Standing
    read: Collection[At]
    left: Counter[int] = field(default_factory=Counter)

    def told(self, said: Mapping[At, Read]) -> Iterator[Refused]:
        """What is new there, and what is gone; where rows were moved, nobody can say what is gone."""
        standing = self.standing
        held = {**standing.cells, **standing.inside}
        self.left = Counter(held.values())
        moved: dict[At, Read] = {}
        for at, value in said.items():
            if held.get(at) == mark_of(value):
                self.left[held[at]] -= 1
            else:
                moved[at] = value
        new = {at: value for at, value in moved.items() if not self._takes(mark_of(value))}
        yield from self._new(new)
        if len(new) == len(moved) and len(said) < MOST_LOOKED_AT:
            # a row of a table that is gone is asked about as a whole
            inside = [at for at in standing.inside if at[0] in self.sheet.rows]
            gone = [at for at in (*standing.cells, *inside) if self.left[held[at]] > 0 and self._is_empty(at)]
            yield from self._lines(gone, {}, (Problem.CELL_EMPTIED, Problem.CELLS_EMPTIED))

    def computed_anew(self, tables: Iterable[Table]) -> Iterator[Refused]:
        """The formulas that somebody added; where those of the sheet were moved, nobody can say which are new."""
        runs = self.standing.formulas.items()
        stood = {(row, at) for row, ends in runs for first, last in ends for at in range(first, last + 1)}
        if not stood <= self.sheet.formulas:
            return
        tables = tuple(tables)
        taken, none = _taken(tables), frozenset[int]()
        hidden = frozenset(column for table in tables for column in table.hidden)
        heads = {table.head for table in tables}  # which nobody sees
        new = {
            at: value
            for at in sorted(self.sheet.formulas)[:MOST_LOOKED_AT]
            if at[1] not in hidden | taken.get(at[0], none) and at not in self.read and at not in stood
            if at[0] not in heads and (value := self.sheet.value(*at)) is not None
        }
        yield from self._lines(new, new, (Problem.CELL_NOT_READ, Problem.CELLS_NOT_READ))

    def _takes(self, mark: int) -> bool:
        """Whether a value that stands elsewhere is one that stood here."""
        if self.left[mark] <= 0:
            return False
        self.left[mark] -= 1
        return True

    def _new(self, new: Mapping[At, Read]) -> Iterator[Refused]:
        computed = [at for at in new if self.standing.is_formula(*at)]
        yield from self._lines(computed, new, (Problem.CELL_COMPUTED, Problem.CELL_COMPUTED))
        rest = [at for at in new if at not in computed]
        yield from self._lines(rest, new, (Problem.CELL_NOT_READ, Problem.CELLS_NOT_READ))

    def _is_empty(self, at: At) -> bool:
        return self.sheet.value(*at) is None and at not in self.sheet.formulas and at not in self.read

    def _lines(
        self, cells: Iterable[At], texts: Mapping[At, Read], problems: tuple[Problem, Problem]
    ) -> Iterator[Refused]:
        """One line for each block of cells side by side; the last line is for all that are left."""
        blocks = _blocks(sorted(cells))
        if len(blocks) > MOST_TOLD:
            blocks = [*blocks[: MOST_TOLD - 1], [at for block in blocks[MOST_TOLD - 1 :] for at in block]]
        for block in blocks:
            first, last = block[0], block[-1]
            ref = reference(*first) if first == last else f"{reference(*first)}:{reference(*last)}"
            told = {"text": _text(texts[first])} if first in texts else {}
            many = {"count": len(block)} if len(block) > 1 else {}
            problem = problems[len(block) > 1]
            yield Refused.of(Cell(self.source, self.sheet.title, ref), EditError(problem, **told, **many))


def _blocks(cells: Sequence[At]) -> list[list[At]]:
    """Cells in reading order as rectangles: beside one another in a row, then rows of the same columns."""
    runs: list[list[At]] = []
    for row, column in cells:
        if runs and runs[-1][-1] == (row, column - 1):
            runs[-1].append((row, column))
        else:
            runs.append([(row, column)])
    blocks: list[list[At]] = []
    ends: dict[tuple[int, int, int], list[At]] = {}
    for run in runs:
        row, first, last = run[0][0], run[0][1], run[-1][1]
        above = ends.get((row - 1, first, last))
        if above is None:
            above = []
            blocks.append(above)
        above += run
        ends[row, first, last] = above
    return blocks

"""Grids with a column for each level and a tick in the right one, as tables with one column for each hypothesis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from impactapp import labels
from impactapp.domain.incoming import Refused
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.exchange.foreign.headings import plain, understood
from impactapp.exchange.foreign.table import Place, Table
from impactapp.exchange.incoming.levels import read_level, shown

SEARCHED_ROWS = 30
_ABOVE = 2  # lines above the levels that may say what each group of them is about
_TICKS = frozenset({"x", "xx", "1", "oui", "o", "yes", "y", "vrai", "true", "ok"})
_SIGNS = frozenset("✓✔☑√☒✗✘●•■▪⬤◉")
_BLANK = frozenset({"0", "non", "n", "no", "faux", "false"})
_DASHES = frozenset("-–—/.☐○□")
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns of one judgement, each with its level, and what its heading is."""

    columns: Mapping[int, Level]
    heading: str

    @property
    def first(self) -> int:
        """Where it stands."""
        return min(self.columns)


def without_ticks(table: Table) -> Table | None:
    """The table with the word of the level where its column was ticked, ``None`` where it is no such grid.

    Two ticks for one judgement are refused, with the cell of the second one; numbers of votes are no ticks.
    """
    for row in range(min(SEARCHED_ROWS, len(table.rows))):
        columns = levels_of(table, row)
        groups = _groups(columns)
        texts = _below(table, row, columns) if groups else []
        if texts and _are_counts(texts) and all(_heads_levels(table, row, group) for group in groups):
            return _Rewritten(table, row, _headed(table, row, groups), is_counted=True).table
        if texts and _are_ticks(texts):
            return _Rewritten(table, row, _headed(table, row, groups)).table
    return None


def levels_of(table: Table, row: int) -> dict[int, Level]:
    """The columns that a row heads with a level, in words."""
    found = {}
    for column in range(table.width):
        text = table.text(row, column)
        if any(map(str.isalpha, text)) and len(text) > 1:
            try:
                level = read_level(text)
            except EditError:
                continue
            if level is not None:
                found[column] = level
    return found


def _groups(columns: Mapping[int, Level]) -> list[dict[int, Level]]:
    """Columns side by side, each level once; nothing where a group has not at least two levels."""
    groups: list[dict[int, Level]] = []
    for column, level in sorted(columns.items()):
        last = groups[-1] if groups else {}
        if not last or level in last.values() or max(last) + 1 != column:
            groups.append({})
        groups[-1][column] = level
    return groups if all(len(group) > 1 for group in groups) else []


def _below(table: Table, row: int, columns: Mapping[int, Level]) -> list[str]:
    below = range(row + 1, len(table.rows))
    return [text for at in below for column in columns if (text := table.text(at, column))]


def _are_counts(texts: Sequence[str]) -> bool:
    return all(map(str.isdecimal, texts)) and any(text not in ("0", "1") for text in texts)


def _heads_levels(table: Table, row: int, group: Mapping[int, Level]) -> bool:
    """Whether a row with three levels heads columns of levels: above those of a body, each column has its own head."""
    above = {text for column in group if row and (text := table.text(row - 1, column))}
    return len(group) == len(Level) and len(above) < 2


def _are_ticks(texts: Sequence[str]) -> bool:
    ticks = sum(map(is_tick, texts))
    return ticks > 0 and ticks + sum(map(_is_blank, texts)) >= _MOSTLY * len(texts)


def is_tick(text: str) -> bool:
    return plain(text) in _TICKS or (bool(text) and set(text) <= _SIGNS)


def _is_blank(text: str) -> bool:
    return plain(text) in _BLANK or set(text) <= _DASHES


def _headed(table: Table, row: int, groups: Sequence[Mapping[int, Level]]) -> list[_Group]:
    """What each group is about: the words above it, else the low hypothesis first."""
    words = [_above(table, row, group) for group in groups]
    if not any(understood(one).topic is not None for one in words):
        sides = HYPOTHESES if len(groups) == len(HYPOTHESES) else (None,)
        words = [_heading(side) for side, _group in zip(sides, groups, strict=False)] + words[len(sides) :]
    return [_Group(group, heading) for group, heading in zip(groups, words, strict=True)]


def _heading(side: Hypothesis | None) -> str:
    return labels.definition_title(side.value) if side is not None else labels.aspect_word(Aspect.SUBSTITUTION)


def _above(table: Table, row: int, group: Mapping[int, Level]) -> str:
    """The words over a group, in the first of its columns that has any; over its first column where they span more."""
    said: list[str] = []
    for line in range(max(0, row - _ABOVE), row):
        reach = range(min(group), max(group) + 1)
        text = next((found for column in reach if (found := table.text(line, column))), "")
        left = range(min(group) - 1, -1, -1)
        if not text and line == row - _ABOVE:
            text = next((found for column in left if (found := table.text(line, column))), "")
            text = text if understood(text).topic is not None else ""
        if text and text not in said and understood(text).topic is not None:
            said.append(text)
    return " ".join(said)


@dataclass(slots=True)
class _Rewritten:
    """A grid on its way to one column for each of its groups."""

    source: Table
    head: int
    groups: Sequence[_Group]
    refused: list[Refused] = field(default_factory=list)
    origin: dict[Place, Place] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    is_counted: bool = False

    @property
    def table(self) -> Table:
        """The table as it is read."""
        source = self.source
        ticked = {column for group in self.groups for column in group.columns}
        firsts = {group.first: group for group in self.groups}
        kept = [column for column in range(source.width) if column not in ticked or column in firsts]
        rows = tuple(self._row(row, kept, firsts) for row in range(len(source.rows)))
        merged = frozenset((row, self.moved[column]) for row, column in source.merged if column in self.moved)
        percents = frozenset((row, self.moved[column]) for row, column in source.percents if column in self.moved)
        at = source.cell(self.head, self.groups[0].first)
        if self.is_counted:
            self.refused.append(Refused(at, Problem.FOREIGN_COUNTED))
        notes = (*source.notes, *([] if self.is_counted else [Refused(at, Problem.FOREIGN_TICKED)]), *self._by_order())
        refused = (*source.refused, *self.refused)
        shaped = replace(source, rows=rows, merged=merged, percents=percents, origin=self.origin)
        return replace(shaped, notes=notes, refused=refused)

    def _by_order(self) -> list[Refused]:
        """That two groups without a word above them were taken in their order."""
        unsaid = all(not _above(self.source, self.head, group.columns) for group in self.groups)
        at = self.source.cell(self.head, self.groups[0].first)
        is_guess = unsaid and len(self.groups) > 1 and not self.is_counted
        return [Refused(at, Problem.FOREIGN_BY_ORDER)] if is_guess else []

    def _row(self, row: int, kept: Sequence[int], firsts: Mapping[int, _Group]) -> tuple[object, ...]:
        cells: list[object] = []
        for column in kept:
            group = firsts.get(column)
            at = column
            if group is None:
                self.moved[column] = len(cells)
                value = self._beside(row, column)
            elif row < self.head or self.is_counted:
                value = None
            elif row == self.head:
                value = group.heading
            else:
                value, at = self._ticked(row, group)
            self.origin[row, len(cells)] = self.source.place(row, at)
            cells.append(value)
        return tuple(cells)

    def _beside(self, row: int, column: int) -> object:
        """A cell of another column; a heading that stands above the row of the levels heads it there."""
        source = self.source
        above = row == self.head and source.value(row, column) is None
        lines = range(row - 1, max(-1, row - 1 - _ABOVE), -1) if above else range(0)
        found = next((source.value(line, column) for line in lines if source.value(line, column) is not None), None)
        return source.value(row, column) if found is None else found

    def _ticked(self, row: int, group: _Group) -> tuple[object, int]:
        """The word of the level that is ticked, and its column."""
        ticked: list[int] = []
        for column, level in group.columns.items():
            text = self.source.text(row, column)
            if not text or _is_blank(text):
                continue
            if not is_tick(text) and not _says(text, level):
                refusal = EditError(Problem.FOREIGN_NOT_A_TICK, text=shown(text))
                self.refused.append(Refused.of(self.source.cell(row, column), refusal))
                continue
            ticked.append(column)
        if len(ticked) > 1:
            self.refused.append(Refused(self.source.cell(row, ticked[1]), Problem.FOREIGN_TWO_TICKS))
        if len(ticked) != 1:
            return None, group.first
        return labels.level_word(group.columns[ticked[0]]), ticked[0]


def _says(text: str, level: Level) -> bool:
    """Whether a cell repeats the level that heads its column."""
    try:
        return read_level(text) is level
    except EditError:
        return False

"""What each column of a table holds: said by its headings where they are known, else by what it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from impactapp.domain.incoming import Field, Refused, level_field, text_field
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError, Problem
from impactapp.exchange.foreign.headings import (
    NOT_UNDERSTOOD,
    Heading,
    Topic,
    has_levels,
    is_bare_title,
    plain,
    understood,
)
from impactapp.exchange.foreign.shares import ShareUnit, unit_of
from impactapp.exchange.foreign.table import Table

SEARCHED_ROWS = 30
HEADING_LINES = (1, 2)
_LONGEST_SECOND = 60  # a longer text is not the second line of a heading
_SAMPLE = 200
_FIELDS = {
    Topic.TITLE: Field.TITLE,
    Topic.SHARE: Field.SHARE,
    Topic.PROFESSION: Field.PROFESSION_TITLE,
    Topic.CATEGORY: Field.CATEGORY,
    Topic.HEADCOUNT: Field.HEADCOUNT,
    Topic.FTE: Field.FTE,
    Topic.VALIDATED: Field.VALIDATED,
}

_OF_PROFESSIONS = (Field.CATEGORY, Field.HEADCOUNT, Field.FTE)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The field of each column that is read, and where the table begins.

    ``header_rows`` lines of headings end before ``first_row``, counted from 0; ``headings`` are their words, a column
    each, joined where there are two. ``unit`` says what a number without a sign of percent means in the column of
    shares. ``doubts`` are guesses to be looked at.
    """

    header_rows: int
    first_row: int
    columns: Mapping[int, Field]
    unit: ShareUnit = ShareUnit.UNSURE
    headings: tuple[str, ...] = ()
    doubts: tuple[Refused, ...] = field(default=(), compare=False)

    def column_of(self, wanted: Field) -> int | None:
        """The column of a field, ``None`` where no column holds it."""
        return next((column for column, held in self.columns.items() if held is wanted), None)


@dataclass(frozen=True, slots=True)
class Head:
    """Lines that may be the headings: the row after them, their words, and what they say."""

    lines: int
    first_row: int
    words: tuple[str, ...]
    said: tuple[Heading, ...]

    @property
    def score(self) -> int:
        """How many different things they name; without the activities or the professions it is no table of ours."""
        topics = {one.topic for one in self.said}
        known = {one for one in self.said if one.topic is not None}
        if len(known) == 1:
            # a single title that only speaks of an activity is no heading
            return int(any(is_bare_title(text) for text in self.words))
        return len(known) if topics & {Topic.TITLE, Topic.PROFESSION} or len(known) > 2 else 0


def guess_mapping(table: Table) -> ColumnMapping:
    """What the columns seem to hold, for a person to correct."""
    head = _best_head(table)
    if head is None:
        return _by_contents(table)
    columns, doubts = _by_headings(table, head)
    if Field.TITLE not in columns.values() and Field.PROFESSION_TITLE not in columns.values():
        columns |= _wordiest(table, head.first_row, columns)
    return _with_unit(table, ColumnMapping(head.lines, head.first_row, columns, headings=head.words, doubts=doubts))


def mapping_of(table: Table, header_rows: int, first_row: int, columns: Mapping[int, Field]) -> ColumnMapping:
    """The mapping that a person chose."""
    words = head_at(table, first_row - header_rows, header_rows).words if header_rows else ()
    return _with_unit(table, ColumnMapping(header_rows, first_row, dict(columns), headings=words))


def head_at(table: Table, row: int, lines: int) -> Head:
    """What would be the headings, were they these lines."""
    cells = [[table.text(line, column) for column in range(table.width)] for line in range(row, row + lines)]
    words = tuple(cells[0]) if lines == 1 else tuple(_joined(cells))
    return Head(lines, row + lines, words, _said(words))


def _best_head(table: Table) -> Head | None:
    best: Head | None = None
    for row in range(min(SEARCHED_ROWS, len(table.rows))):
        for lines in HEADING_LINES:
            if not _may_head(table, row, lines):
                continue
            head = head_at(table, row, lines)
            # the first line wins, and two lines only where they say more than one
            if head.score > (best.score if best else 0):
                best = head
    return best


def _may_head(table: Table, row: int, lines: int) -> bool:
    if row + lines > len(table.rows):
        return False
    rows = [[table.text(line, column) for column in range(table.width)] for line in range(row, row + lines)]
    if any(has_levels(cells) or not any(cells) for cells in rows):
        return False
    return lines == 1 or (all(len(cell) <= _LONGEST_SECOND for cell in rows[1]) and not _is_title(*rows))


def _is_title(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a line above headings is the title of the sheet: it stands over the first of them alone."""
    first = next(column for column, cell in enumerate(lower) if cell)
    return bool(upper[first]) and sum(map(bool, upper)) == 1 and sum(map(bool, lower)) > 1


def _joined(cells: Sequence[Sequence[str]]) -> list[str]:
    """Two lines of headings as one: a group spans the columns up to the next one, a heading over two lines is one."""
    upper, lower = cells
    words: list[str] = []
    group = ""
    for above, below in zip(upper, lower, strict=True):
        group = above or (group if below else "")
        words.append(f"{group} {below}".strip() if group != below else below)
    return words


def _said(words: Sequence[str]) -> tuple[Heading, ...]:
    """What the headings say; a text that names no criterion is about the column before it."""
    said: list[Heading] = []
    before = earlier = NOT_UNDERSTOOD
    for text in words:
        one = understood(text)
        if one.topic is Topic.TEXT and one.aspect is None:
            one = _about(one, before, earlier)
        if one.topic is not None:
            before, earlier = (one, before) if one.topic is Topic.LEVEL else (before, NOT_UNDERSTOOD)
        said.append(one)
    return tuple(said)


def _about(text: Heading, before: Heading, earlier: Heading) -> Heading:
    """What a text is about; after two hypotheses of one thing, nobody can tell of which."""
    is_of_both = earlier.aspect is before.aspect and earlier.hypothesis is not before.hypothesis
    if before.aspect is None or (is_of_both and text.hypothesis is None):
        return NOT_UNDERSTOOD
    return Heading(Topic.TEXT, before.aspect, text.hypothesis or before.hypothesis)


def _by_headings(table: Table, head: Head) -> tuple[dict[int, Field], tuple[Refused, ...]]:
    columns: dict[int, Field] = {}
    doubts: list[Refused] = []
    sides = any(one.hypothesis for one in head.said)
    for column, one in enumerate(head.said):
        wanted = _field(one)
        # a second column of the same thing is left to the person
        if wanted is None or wanted in columns.values():
            continue
        columns[column] = wanted
        if one.topic is Topic.LEVEL and one.hypothesis is None and (sides or one.aspect is Aspect.SUBSTITUTION):
            refusal = EditError(Problem.FOREIGN_NO_HYPOTHESIS, text=head.words[column])
            doubts.append(Refused.of(table.cell(head.first_row - 1, column), refusal))
    return _finest(table, head, _about_rows(columns)), tuple(doubts)


def _about_rows(columns: Mapping[int, Field]) -> dict[int, Field]:
    """Without what describes a profession, where no column names any."""
    named = Field.PROFESSION_TITLE in columns.values()
    return {column: one for column, one in columns.items() if named or one not in _OF_PROFESSIONS}


def _finest(table: Table, head: Head, columns: Mapping[int, Field]) -> dict[int, Field]:
    """Of several columns of titles (activity, task), the one that tells the rows apart."""
    titles = [column for column, one in enumerate(head.said) if one.topic is Topic.TITLE]
    kept: dict[int, Field] = {column: one for column, one in columns.items() if one is not Field.TITLE}
    if titles:
        body = _body(table, head.first_row)
        kept[max(titles, key=lambda at: len({text for row in body if (text := table.text(row, at))}))] = Field.TITLE
    return dict(sorted(kept.items()))


def _field(heading: Heading) -> Field | None:
    if heading.topic in (Topic.LEVEL, Topic.TEXT):
        aspect, hypothesis = heading.aspect or Aspect.SUBSTITUTION, heading.hypothesis or Hypothesis.LOW
        return (level_field if heading.topic is Topic.LEVEL else text_field)(hypothesis, aspect)
    return None if heading.topic is None else _FIELDS.get(heading.topic)


# ------------------------------------------------------------------ tables without known headings
def _by_contents(table: Table) -> ColumnMapping:
    """The wordiest column holds the activities; columns of levels are the decisions, the low one first."""
    first = next((row for row, cells in enumerate(table.rows) if any(cells)), 0)
    columns: dict[int, Field] = {}
    levels = [column for column in range(table.width) if _holds_levels(table, first, column)]
    sides = (Field.SUBSTITUTION_LOW, Field.SUBSTITUTION_HIGH)
    if len(levels) <= len(sides):
        columns |= dict(zip(levels, sides, strict=False))
    columns |= _wordiest(table, first, columns)
    first_row = _after_unknown_headings(table, first, columns)
    doubts: tuple[Refused, ...] = ()
    if len(columns) > 1 or first_row > first:
        doubts = (Refused(table.cell(first, 0), Problem.FOREIGN_BY_ORDER),)
    words = tuple(table.text(first, column) for column in range(table.width)) if first_row > first else ()
    return _with_unit(table, ColumnMapping(first_row - first, first_row, columns, headings=words, doubts=doubts))


def _after_unknown_headings(table: Table, first: int, columns: Mapping[int, Field]) -> int:
    """The row after the first one, where columns of levels do not begin with one: it heads them in words we lack."""
    levels = [column for column, held in columns.items() if held is not Field.TITLE]
    heads = levels and all(plain(table.text(first, column)) not in _level_words() for column in levels)
    return first + 1 if heads and len(table.rows) > first + 1 else first


def _holds_levels(table: Table, first: int, column: int) -> bool:
    texts = [text for row in _body(table, first) if (text := plain(table.text(row, column)[:_LONGEST_SECOND]))]
    known = sum(text in _level_words() for text in texts)
    return known > 0 and known * 2 >= len(texts)


def _wordiest(table: Table, first: int, taken: Mapping[int, Field]) -> dict[int, Field]:
    free = [column for column in range(table.width) if column not in taken]
    lengths = {column: sum(_letters(table.text(row, column)) for row in _body(table, first)) for column in free}
    best = max(lengths, key=lambda column: lengths[column], default=None)
    return {} if best is None or not lengths[best] else {best: Field.TITLE}


def _body(table: Table, first: int) -> range:
    return range(first, min(len(table.rows), first + _SAMPLE))


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _level_words() -> frozenset[str]:
    return frozenset({"faible", "moyen", "moyenne", "fort", "forte", "low", "medium", "high", "fa", "mo", "fo"})


def _with_unit(table: Table, mapping: ColumnMapping) -> ColumnMapping:
    column = mapping.column_of(Field.SHARE)
    if column is None:
        return mapping
    heading = mapping.headings[column] if column < len(mapping.headings) else ""
    return replace(mapping, unit=unit_of(table, mapping.first_row, column, heading))

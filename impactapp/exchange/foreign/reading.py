"""What a foreign table says of a study, in the common form of files that come in: without ids, blanks say nothing.

A blank cell of somebody else's list erases nothing: only what is written is taken.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from impactapp.domain.incoming import Field, Kind, Reading, Refused, Row, Said, Value
from impactapp.domain.incoming_fields import KIND_OF, LEVELS, TEXTS
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.text import TEXT_LIMIT, clean_text, clean_title, title_key
from impactapp.exchange.foreign.mapping import ColumnMapping
from impactapp.exchange.foreign.shares import read_share
from impactapp.exchange.foreign.table import Table
from impactapp.exchange.foreign.words import read_category, read_number, read_yes
from impactapp.exchange.incoming.cells import Flaw, Flawed
from impactapp.exchange.incoming.levels import read_level, shown

_BULLET = re.compile(r"\A(?:[•◦▪●○■□◆‣⁃∙·►➢✓\uf0b7\uf0a7]\s*|[-–—*]\s+)")
_NUMBER = re.compile(r"\A\(?\d{1,3}(?:\.\d{1,3})*\s?[.)°–-]\s*(?=[^\W\d])|\A\d{1,3}(?:\.\d{1,3})+\s+(?=[^\W\d])")
_TOTAL = re.compile(r"(?:sous-|grand )?tota(?:l|ux)\b.{0,20}|somme\b.{0,10}|sum|moyennes?|average", re.IGNORECASE)
# an apostrophe that keeps a text from being run as a formula
_PROTECTED = re.compile(r"'(?=[\s\u00a0\u202f]*[=+\-@])")
_ENDLESS = 3 * TEXT_LIMIT
_NAMES = (Field.TITLE, Field.PROFESSION_TITLE)


def read_with(table: Table, mapping: ColumnMapping, profession: str = "") -> Reading:
    """Read a table; ``profession`` is the title of that of the rows which name none, empty where the study has one."""
    found = _Found(table, mapping, profession)
    if table.rows and mapping.first_row >= len(table.rows):
        found.refuse_whole(Problem.FOREIGN_HEADINGS_ONLY)
    elif not any(wanted in mapping.columns.values() for wanted in _NAMES):
        found.refuse_whole(Problem.FOREIGN_WITHOUT_TITLES)
    else:
        for row in range(mapping.first_row, len(table.rows)):
            found.take(row)
    return Reading(table.source, tuple(found.rows), (*table.refused, *found.refused))


@dataclass(slots=True)
class _Found:
    """What was read so far: rows, refusals, titles already there by profession."""

    table: Table
    mapping: ColumnMapping
    profession: str
    rows: list[Row] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    professions: dict[str, dict[Field, Value]] = field(default_factory=dict)
    above: str = ""
    last: int = 0
    is_numbered: bool = False

    def __post_init__(self) -> None:
        self.last = self._last_row()
        self.is_numbered = self._are_numbered()

    def refuse_whole(self, problem: Problem) -> None:
        """Say why nothing of the table is read."""
        at = min(self.mapping.first_row, len(self.table.rows) - 1)
        if self.table.rows:
            self.refused.append(Refused(self.table.cell(at, 0), problem))

    def refuse(self, row: int, column: int, refusal: EditError) -> None:
        """Say why a cell is not read."""
        self.refused.append(Refused.of(self.table.cell(row, column), refusal))

    def take(self, row: int) -> None:
        """Read one row: its profession, then its activity."""
        if self._is_heading_again(row):
            return
        named = self.mapping.column_of(Field.PROFESSION_TITLE)
        if named is not None:
            self.above = self._title(row, named) or self.above
            self._profession(row, named)
        column = self.mapping.column_of(Field.TITLE)
        if column is not None:
            self._task(row, column, self.above or self.profession)

    def _is_heading_again(self, row: int) -> bool:
        """Headings are printed again at the top of each page."""
        heads = self.mapping.headings
        if not any(heads):
            return False
        return all(self.table.text(row, column) == words for column, words in enumerate(heads))

    def _profession(self, row: int, named: int) -> None:
        wanted = self._columns(Kind.PROFESSION)
        if self.table.value(row, named) is None or not self.above or not wanted:
            return
        held = self.professions.setdefault(title_key(self.above), {})
        said = []
        for column, about in wanted.items():
            one = self._said(row, column, about)
            if one is None:
                continue
            if about in held:
                # the same figure again, beside each of its activities
                if held[about] != one.value:
                    self.refuse(row, column, EditError(Problem.ROW_TWICE, title=self.above))
                continue
            held[about] = one.value
            said.append(one)
        if said:
            at = self.table.cell(row, named)
            self.rows.append(Row(Kind.PROFESSION, at, self.above, tuple(said), profession=self.above))

    def _task(self, row: int, column: int, profession: str) -> None:
        title = self._title(row, column)
        wanted = self._columns(Kind.TASK)
        if not title:
            self._without_title(row, column, wanted)
            return
        if self._heads_others(row, column, wanted):
            self.refuse(row, column, EditError(Problem.FOREIGN_SUBTITLE, text=shown(title)))
            return
        key = title_key(profession), title_key(title)
        if key in self.seen:
            self.refuse(row, column, EditError(Problem.ROW_TWICE, title=shown(title)))
            return
        self.seen.add(key)
        said = [Said(Field.TITLE, title, self.table.cell(row, column))]
        said += [one for at, about in wanted.items() if (one := self._said(row, at, about)) is not None]
        self.rows.append(Row(Kind.TASK, self.table.cell(row, column), title, tuple(said), profession=profession))

    def _title(self, row: int, column: int) -> str:
        """A name, without its bullet; empty where there is none that can be read, which is said."""
        value = self.table.value(row, column)
        if value is None:
            return ""
        try:
            if not isinstance(value, str):
                raise _not_a_text(value)
            _refuse_endless(value)
            title = _BULLET.sub("", _plain(value).strip())
            return clean_title(_NUMBER.sub("", title) if self.is_numbered else title)
        except EditError as refusal:
            self.refuse(row, column, refusal)
            return ""

    def _without_title(self, row: int, column: int, wanted: Mapping[int, Field]) -> None:
        """A row that says something of no activity; nothing where the cell of its title was refused already."""
        if self.table.value(row, column) is None:
            filled = next((at for at in wanted if self.table.value(row, at) is not None), None)
            if filled is not None:
                self.refuse(row, filled, EditError(Problem.ROW_WITHOUT_TITLE))

    def _heads_others(self, row: int, column: int, wanted: Mapping[int, Field]) -> bool:
        """Whether a title is a total, or is merged across the columns that would say something of it."""
        if _TOTAL.fullmatch(self.table.text(row, column)) or row > self.last:
            return True
        others = [at for at in wanted if at != column]
        spread = [at for at in others if (row, at) in self.table.merged]
        return bool(spread) and all(self.table.value(row, at) == self.table.value(row, column) for at in spread)

    def _last_row(self) -> int:
        """The row after which stand notes: titles alone, below a blank row."""
        wanted = self._columns(Kind.TASK)
        last = len(self.table.rows) - 1
        while last > self.mapping.first_row and not any(self.table.value(last, at) is not None for at in wanted):
            last -= 1
        if not wanted:
            return len(self.table.rows)
        lines = self.table.lines
        gap = next((at for at in range(last + 1, len(lines)) if lines[at] > lines[at - 1] + 1), len(lines))
        return gap - 1

    def _are_numbered(self) -> bool:
        """Whether every activity begins with a number, which is none of its words then."""
        column = self.mapping.column_of(Field.TITLE)
        rows = range(self.mapping.first_row, min(self.last + 1, len(self.table.rows)))
        texts = [text for row in rows if column is not None and (text := self.table.text(row, column))]
        return len(texts) > 1 and all(_NUMBER.match(text) for text in texts)

    def _columns(self, kind: Kind) -> dict[int, Field]:
        held = self.mapping.columns.items()
        return {column: about for column, about in held if KIND_OF[about] is kind and about not in _NAMES}

    def _said(self, row: int, column: int, about: Field) -> Said | None:
        """What a cell says, ``None`` where it says nothing or is refused."""
        try:
            value = _value_of(self.table, row, column, about, self.mapping)
        except EditError as refusal:
            self.refuse(row, column, refusal)
            return None
        return None if value in (None, "") else Said(about, value, self.table.cell(row, column))


def _value_of(table: Table, row: int, column: int, about: Field, mapping: ColumnMapping) -> Value:
    """The value of a cell for a field; raises ``EditError`` where it is none."""
    value = table.value(row, column)
    if isinstance(value, Flawed):
        raise _not_a_text(value)
    if value is None:
        return None
    if about is Field.SHARE:
        return read_share(table, row, column, mapping.unit)
    if about in LEVELS:
        return read_level(value[:_ENDLESS] if isinstance(value, str) else value)
    if about in TEXTS:
        return _words(value)
    if about is Field.VALIDATED:
        return read_yes(value)
    return read_category(value) if about is Field.CATEGORY else read_number(value, about)


def _refuse_endless(value: object) -> None:
    """Refuse a text that no gate lets in anyhow before it is looked at letter by letter."""
    if isinstance(value, str) and len(value) > _ENDLESS:
        raise EditError(Problem.TEXT_TOO_LONG, length=len(value), limit=TEXT_LIMIT)


def _words(value: object) -> str:
    _refuse_endless(value)
    return clean_text(_plain(value) if isinstance(value, str) else shown(value))


def _plain(text: str) -> str:
    return _PROTECTED.sub("", text, count=1) if text.startswith("'") else text


def _not_a_text(value: object) -> EditError:
    if isinstance(value, Flawed):
        if value.flaw is Flaw.UNCOMPUTED:
            return EditError(Problem.CELL_UNCOMPUTED)
        return EditError(Problem.CELL_ERROR, text=value.text)
    problem = Problem.CELL_IS_A_DATE if isinstance(value, date | time | timedelta) else Problem.FOREIGN_NOT_A_TEXT
    return EditError(problem, text=shown(value))

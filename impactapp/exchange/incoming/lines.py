"""The rows of a table of ours: each cell against what it held when the workbook was written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from impactapp import labels
from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.incoming import TITLE_OF, Cell, Field, Kind, Place, Refused, Row, Said, Value
from impactapp.domain.incoming_fields import LEVELS
from impactapp.domain.level import CRITERIA, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.sameness import same
from impactapp.domain.staff import UnitKind
from impactapp.domain.study import Study
from impactapp.domain.text import title_key
from impactapp.exchange.incoming.cells import Flawed, Read
from impactapp.exchange.incoming.levels import shown
from impactapp.exchange.incoming.sheets import reference
from impactapp.exchange.incoming.sorted_apart import put_back
from impactapp.exchange.incoming.tables import Line, Table
from impactapp.exchange.incoming.values import Words, read_value
from impactapp.exchange.workbook import keys

_KIND = {
    keys.MATRIX: Kind.TASK,
    keys.CRITERIA: Kind.TASK,
    keys.LINKS: Kind.TASK,
    keys.RESULTS: Kind.PROFESSION,
    keys.SKILLS: Kind.SKILL,
    keys.MEASURES: Kind.BARRIER,
    keys.UNITS: Kind.UNIT,
    keys.CENSUS: Kind.CENSUS,
}
MAIN = {
    keys.MATRIX: Kind.TASK,
    keys.SKILLS: Kind.SKILL,
    keys.MEASURES: Kind.BARRIER,
    keys.UNITS: Kind.UNIT,
    keys.STAFF: Kind.STAFF,
    keys.CENSUS: Kind.CENSUS,
    keys.SCENARIOS: Kind.SCENARIO,
}
FIELDS = {field.value: field for field in Field}
# a criterion of the high hypothesis may follow the low one, by a formula
_FOLLOWING = {
    field: low
    for low, (hypothesis, aspect) in LEVELS.items()
    for field, (other, same_aspect) in LEVELS.items()
    if aspect in CRITERIA and same_aspect is aspect and (hypothesis, other) == (Hypothesis.LOW, Hypothesis.HIGH)
}
_NOTHING: tuple[Value, ...] = (None, "", (), False)

Held = Callable[[Field], Value]


@dataclass(slots=True)
class Scan:
    """What the tables of a workbook say so far; ``index`` is the study as it was written, ``present`` as it is now.

    ``cells`` counts the values that are the same.
    """

    source: str
    index: Index
    present: Study
    words: Words
    has_ids: bool
    rows: list[Row] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    cells: int = 0
    seen: set[tuple[str, str, str, str]] = field(default_factory=set)
    # the cells outside of tables that are read, by their sheet
    handled: set[tuple[str, int, int]] = field(default_factory=set)

    def things(self, table: Table) -> None:
        """Read a table of tasks, of skills, of measures or of professions."""
        kind = _KIND[table.kind]
        table = put_back(table, self.index, kind) if self.has_ids else table
        fields = [(FIELDS[code], column) for code, column in table.columns.items() if code in FIELDS]
        for line in table.lines:
            self.thing(table, line, kind, fields)

    def cell(self, table: Table, line: Line, column: int) -> Cell:
        """The address of a cell."""
        return Cell(self.source, table.sheet.title, reference(line.number, column))

    def refuse(self, cell: Cell, refusal: EditError) -> None:
        """Note why a cell is not taken."""
        self.refused.append(Refused.of(cell, refusal))

    def thing(
        self, table: Table, line: Line, kind: Kind, fields: Sequence[tuple[Field, int]]
    ) -> tuple[Place | None, str]:
        """Read one row; gives its place, where it kept an id, and its title."""
        title_column = table.columns.get(TITLE_OF[kind], -1)
        cell = self.cell(table, line, max(title_column, 0))
        place = self._place(table, line, kind)
        title = _text(line.cells.get(title_column))
        is_blank = table.kind in MAIN and all(line.cells.get(column) is None for _about, column in fields)
        if place is not None and fields and is_blank:
            return None, ""  # emptied as a whole: asked about as a row that is gone
        if place is None and kind is Kind.PROFESSION and (self.has_ids or not table.own_id(line)):
            return None, title  # a total; what else is typed there is told with what stands beside the rows
        if place is not None and not self._is_first(table, line, kind, place):
            place = None
            if self._is_repeated(kind, table, line, title):
                self.refuse(cell, EditError(Problem.ROW_TWICE, title=shown(title)))
                return None, ""
        known, told = place is not None and self.index.has(kind, place), len(self.refused)
        said = tuple(self.said(table, line, fields, place if known else None))
        if place is None and any(one.problem is Problem.ROW_UNIT_UNKNOWN for one in self.refused[told:]):
            return None, ""  # a service is added once its site is there
        if place is None:
            said = tuple(one for one in said if one.field is not TITLE_OF[kind])
            self.computed(table, line)
            if not title and not said:
                if table.text(line, keys.PROFESSION):
                    self.refuse(cell, EditError(Problem.ROW_WITHOUT_TITLE))
                return None, ""
        else:
            self.computed(table, line)
            self._moved(table, line, place, title)
        is_listed = table.kind in MAIN
        if said or place is None or is_listed:
            self.rows.append(Row(kind, cell, title, said, place, self.profession(table, line), is_listed))
        return place, title

    def _place(self, table: Table, line: Line, kind: Kind) -> Place | None:
        own = table.own_id(line)
        if not own or not self.has_ids:
            return None
        if kind is Kind.PROFESSION:
            return Place(own)
        of = table.text(line, keys.PROFESSION_ID) or table.of
        if kind is Kind.UNIT:
            return Place(unit_id=own)
        if kind is Kind.CENSUS:
            return Place(group=own)
        if kind is Kind.SKILL:
            return Place(self.index.skills[own][0] if own in self.index.skills else of, skill_id=own)
        if kind is Kind.BARRIER:
            return Place(self.index.barriers[own][0] if own in self.index.barriers else of, barrier_id=own)
        return Place(self.index.tasks[own][0] if own in self.index.tasks else of, task_id=own)

    def _is_first(self, table: Table, line: Line, kind: Kind, place: Place) -> bool:
        """Whether a row is the one its id is about: a copied row keeps the id, not the title."""
        # a copy of a sheet says what it says beside the sheet itself
        key = (table.sheet.title, table.kind, table.of, table.own_id(line))
        if key in self.seen:
            return False
        mine = table.own_lines(key[3])
        self.seen.add(key)
        if len(mine) < 2:
            return True
        held = title_key(self.index.title(place, kind))
        column = table.columns.get(TITLE_OF[kind], -1)
        right = [other for other in mine if title_key(_text(other.cells.get(column))) == held]
        first = right[0] if right else mine[0]
        if first is not line:
            self.seen.discard(key)
        return first is line

    def _is_repeated(self, kind: Kind, table: Table, line: Line, title: str) -> bool:
        """Whether a second row with an id still has its title too."""
        own = table.own_id(line)
        place = {
            Kind.TASK: Place(task_id=own),
            Kind.SKILL: Place(skill_id=own),
            Kind.BARRIER: Place(barrier_id=own),
            Kind.UNIT: Place(unit_id=own),
            Kind.CENSUS: Place(group=own),
        }.get(kind, Place(own))
        return title_key(title) == title_key(self.index.title(place, kind))

    def said(
        self, table: Table, line: Line, fields: Sequence[tuple[Field, int]], place: Place | None
    ) -> Iterator[Said]:
        """What differs from what the cells held, or what the cells of a new row say."""
        value = self.index.value
        for about, column in fields:
            raw = line.cells.get(column)
            if raw is None and (line.number, column) in table.sheet.inner:
                raw = self._merged(table, line, about, column)
                if raw is None:
                    continue
            if place is None and about in _FOLLOWING and (line.number, column) in table.sheet.formulas:
                continue  # it says what the low hypothesis says, as the formula of a sheet of ours does
            held = None if place is None else value(place, about)
            if place is not None and self._is_same(raw, held, about, (table, line, column)):
                self.cells += 1
                continue
            try:
                found = self._value(about, raw, table, line)
            except EditError as refusal:
                if place is not None or raw is not None:
                    self.refuse(self.cell(table, line, column), refusal)
                continue
            if found in _NOTHING if place is None else same(found, held):
                self.cells += place is not None
                continue
            yield Said(about, found, self.cell(table, line, column))

    def _merged(self, table: Table, line: Line, about: Field, column: int) -> Read | None:
        """What a merged cell says of a level; of anything else it cannot speak for two."""
        at = line.number, column
        raw = table.sheet.value(*table.sheet.inner[at])
        if about not in LEVELS and raw is not None:
            self.refuse(self.cell(table, line, column), EditError(Problem.CELL_MERGED))
        return raw if about in LEVELS else None

    def _is_same(self, raw: Read | None, held: Value, about: Field, at: tuple[Table, Line, int]) -> bool:
        """Whether a cell holds what it held, without reading what it says."""
        if type(raw) is str and raw == held:
            return True
        if isinstance(held, Level) and type(raw) is str:
            return self.words.levels.get(raw.lower()) is held
        if raw is None:
            return held in _NOTHING
        if held is None and about in _FOLLOWING:
            table, line, column = at
            if (line.number, column) in table.sheet.formulas:
                return True
            low = table.columns.get(_FOLLOWING[about], -1)
            return bool(raw == line.cells.get(low))
        return isinstance(held, date) and raw == labels.day(held)

    def _value(self, about: Field, raw: Read | None, table: Table, line: Line) -> Value:
        if about is Field.SKILLS:
            return self._skills(raw, table, line)
        if about is Field.UNIT_SITE:
            return self._site(raw)
        return read_value(about, raw, self.words)

    def _site(self, raw: Read | None) -> str:
        """The site of a service, by its title."""
        text = _text(raw)
        # a site that was added since the file was written is known too
        known = {**{one.id: one for one in self.present.staffing.units}, **self.index.units}.values()
        sites = [one for one in known if one.kind is UnitKind.SITE]
        found = [one.id for one in sites if title_key(_text(one.title)) == title_key(text)]
        if text and len(found) != 1:
            raise EditError(Problem.ROW_UNIT_UNKNOWN, name=shown(text))
        return found[0] if text else ""

    def _skills(self, raw: Read | None, table: Table, line: Line) -> tuple[str, ...]:
        """The skills of a measure, one a line, by their titles."""
        text = read_value(Field.NOTE, raw, self.words)
        of = table.text(line, keys.PROFESSION_ID) or self.index.profession_named(self.profession(table, line)) or ""
        profession = self.index.professions.get(of)
        known = {title_key(_text(one.title)): one.id for one in (profession.skills if profession else ())}
        order = {own: position for position, own in enumerate(known.values())}
        named = [_text(one) for one in str(text or "").split("\n") if one.strip()]
        unknown = [one for one in named if title_key(one) not in known]
        if unknown:
            raise EditError(Problem.SKILL_TITLE_UNKNOWN, name=shown(unknown[0]))
        found = dict.fromkeys(known[title_key(one)] for one in named)
        own = self.index.barriers.get(table.own_id(line))
        if own is not None and set(own[1].skill_ids) == set(found):
            return own[1].skill_ids
        return tuple(sorted(found, key=lambda one: order[one]))

    def computed(self, table: Table, line: Line) -> None:
        """Refuse what was typed over a formula; a file whose formulas are all values was flattened, not changed."""
        if not table.sheet.formulas:
            return
        for column in table.computed:
            raw = line.cells.get(column)
            if raw is not None and not isinstance(raw, Flawed) and (line.number, column) not in table.sheet.formulas:
                self.refuse(self.cell(table, line, column), EditError(Problem.CELL_COMPUTED))

    def _moved(self, table: Table, line: Line, place: Place, title: str) -> None:
        """Refuse another profession beside something that is there."""
        column = table.columns.get(keys.PROFESSION)
        profession = self.index.professions.get(place.profession_id)
        if column is None or profession is None:
            return
        raw = line.cells.get(column)
        # of merged cells one alone says something
        is_told = (line.number, column) in table.sheet.inner if raw is None else same(str(raw), profession.title)
        if not is_told:
            self.refuse(self.cell(table, line, column), EditError(Problem.ROW_PROFESSION_MOVED, title=shown(title)))

    def profession(self, table: Table, line: Line) -> str:
        """The title of the profession of a row."""
        named = table.text(line, keys.PROFESSION)
        if not named and table.of in self.index.professions:
            return self.index.professions[table.of].title
        if not named and keys.PROFESSION not in table.columns and len(self.index.professions) == 1:
            return next(iter(self.index.professions.values())).title
        return named


def _text(value: Read | None) -> str:
    return "" if value is None or isinstance(value, Flawed) else " ".join(str(value).split())

"""Rows whose hidden ids stayed where they were while what is shown was sorted: an id goes back to its title."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.incoming import TITLE_OF, Kind
from impactapp.domain.text import title_key
from impactapp.exchange.incoming.tables import Line, Table
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook.standing import ID_OF

_Name = tuple[str, str]


def put_back(table: Table, index: Index, kind: Kind) -> Table:
    """The table with ids beside the titles that they had when it was written, where titles changed rows.

    Whoever selects the columns that are shown and sorts them moves all that a person reads, and no id; to whom reads
    the sheet, a row is what its title says. A title that was nobody's is a new name, and changes nothing here.
    """
    if ID_OF[table.kind] not in table.columns or TITLE_OF[kind] not in table.columns:
        return table
    names = _names(index, kind)
    held = {own: names[own] for line in table.lines if (own := table.own_id(line)) in names and own not in table.shared}
    shown = {line.number: _shown(table, line, index, kind) for line in table.lines}
    strayed = {
        own: line for line in table.lines if (own := table.own_id(line)) in held and held[own] != shown[line.number]
    }
    right = _right(strayed, held, {line.number: shown[line.number] for line in strayed.values()})
    if not right:
        return table
    left = [own for own in strayed if own not in right.values()]
    rest = [line.number for line in strayed.values() if line.number not in right]
    # one row under a new name and one id that is over belong together; of several, nobody can tell
    right |= dict.fromkeys(rest, left[0] if len(rest) == 1 else "")
    return replace(table, lines=tuple(_with_id(table, line, strayed, right) for line in table.lines))


def _names(index: Index, kind: Kind) -> dict[str, _Name]:
    """The profession and the title of everything of a kind, by its id; a site or a service is in none."""
    found: list[tuple[str, str, str]] = []
    if kind is Kind.TASK:
        found = [(own, of, task.title) for own, (of, task) in index.tasks.items()]
    elif kind is Kind.SKILL:
        found = [(own, of, skill.title) for own, (of, skill) in index.skills.items()]
    elif kind is Kind.BARRIER:
        found = [(own, of, barrier.title) for own, (of, barrier) in index.barriers.items()]
    elif kind is Kind.UNIT:
        return {own: ("", _key(unit.title)) for own, unit in index.units.items()}
    elif kind is Kind.CENSUS:
        return {own: ("", _key(line.title)) for own, line in index.groups.items()}
    return {own: (_key(index.professions[of].title), _key(title)) for own, of, title in found}


def _shown(table: Table, line: Line, index: Index, kind: Kind) -> _Name:
    """The profession and the title that a row shows."""
    profession = table.text(line, keys.PROFESSION)
    if keys.PROFESSION not in table.columns:
        own = index.professions.get(table.text(line, keys.PROFESSION_ID) or table.of)
        profession = own.title if own is not None else ""
    return _key(profession), _key(table.text(line, TITLE_OF[kind]))


def _key(text: str) -> str:
    return title_key(" ".join(text.split()))


def _right(strayed: Mapping[str, Line], held: Mapping[str, _Name], shown: Mapping[int, _Name]) -> dict[int, str]:
    """The id that belongs to each row, by the title that it shows; a title that stands twice tells nothing."""
    counts = Counter(held[own] for own in strayed)
    wanted = {held[own]: own for own in strayed if counts[held[own]] == 1}
    repeated = Counter(shown.values())
    return {number: wanted[name] for number, name in shown.items() if name in wanted and repeated[name] == 1}


def _with_id(table: Table, line: Line, strayed: Mapping[str, Line], right: Mapping[int, str]) -> Line:
    if line.number not in right:
        return line
    own_column, of_column = table.columns[ID_OF[table.kind]], table.columns.get(keys.PROFESSION_ID, -1)
    cells = {column: value for column, value in line.cells.items() if column != own_column}
    own = right[line.number]
    if own:
        cells[own_column] = own
        if of_column in strayed[own].cells:
            cells[of_column] = strayed[own].cells[of_column]
    return Line(line.number, cells)

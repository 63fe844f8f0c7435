"""What the sheets *Effectifs* and *Scénarios* say: the staff of professions by unit, and the settings of scenarios."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import isclose

from impactapp.domain.incoming import Cell, Field, Kind, Place, Refused, Row, Said, Value
from impactapp.domain.incoming_plans import ADOPTED, SCENARIO, STAFF
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.scenario import Use
from impactapp.domain.staff import Unit
from impactapp.domain.text import clean_title, title_key
from impactapp.exchange.incoming.levels import as_text, shown
from impactapp.exchange.incoming.lines import Scan
from impactapp.exchange.incoming.tables import Line, Table
from impactapp.exchange.incoming.values import read_value
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import scenario_keys as on
from impactapp.labels import incoming as incoming_labels

_SETTINGS = tuple(field for field in (*SCENARIO, *ADOPTED) if field is not Field.USES)


def read_staff(table: Table, scan: Scan) -> None:
    """Each line is about the profession and the unit that it names; ids help where the words name none."""
    fields = [(about, table.columns[about]) for about in STAFF if about in table.columns]
    moved = _moved_units(scan)
    seen: set[Place] = set()
    # what a row says comes before the id that it kept: ids stay behind where the columns that are seen are sorted
    lines = sorted(table.lines, key=lambda line: _named(table, line, scan) is None)
    for line in lines:
        profession, unit = table.text(line, keys.PROFESSION), table.text(line, keys.UNIT)
        if not profession and not unit and all(line.cells.get(column) is None for _about, column in fields):
            continue
        cell = scan.cell(table, line, table.columns.get(keys.UNIT, 0))
        place = _staff_place(table, line, scan, moved)
        scan.computed(table, line)
        if place is not None and place in seen:
            scan.refuse(cell, EditError(Problem.ROW_TWICE, title=shown(unit)))
            continue
        is_known = place is not None and scan.index.has(Kind.STAFF, place)
        said = tuple(scan.said(table, line, fields, place if is_known else None))
        if place is not None:
            seen.add(place)
        if place is not None or profession or unit or said:
            scan.rows.append(Row(Kind.STAFF, cell, unit, said, place, profession))


def _new_words(unit_id: str, scan: Scan, moved: Mapping[str, Unit]) -> set[str]:
    """How the lines of a unit may call it, before and after what the file says of it: alone, or with its site."""
    words = set()
    for before, of in ((scan.index.units, scan.index.units), (moved, moved), (moved, scan.index.units)):
        unit = before[unit_id]
        site = of.get(unit.site_id)
        words |= {unit.title, unit.title if site is None else f"{unit.title} ({site.title})"}
    return {title_key(" ".join(one.split())) for one in words}


def _moved_units(scan: Scan) -> dict[str, Unit]:
    """The sites and services as the file itself names and places them, by their ids."""
    moved = dict(scan.index.units)
    for row in scan.rows:
        unit = moved.get(row.place.unit_id) if row.kind is Kind.UNIT and row.place is not None else None
        if unit is not None:
            site = next((str(one.value) for one in row.said if one.field is Field.UNIT_SITE), unit.site_id)
            moved[unit.id] = replace(unit, title=row.title, site_id=site)
    return moved


def _named(table: Table, line: Line, scan: Scan) -> Place | None:
    """The place that the words of a row name."""
    words = (table.text(line, keys.PROFESSION), table.text(line, keys.UNIT))
    profession_id = scan.index.profession_named(words[0]) if words[0] else None
    unit_id = scan.index.unit_named(words[1])
    return None if profession_id is None or unit_id is None else Place(profession_id, unit_id=unit_id)


def _staff_place(table: Table, line: Line, scan: Scan, moved: Mapping[str, Unit]) -> Place | None:
    index = scan.index
    named = _named(table, line, scan)
    if named is not None:
        return named
    words = (table.text(line, keys.PROFESSION), table.text(line, keys.UNIT))
    profession_id, unit_id = index.profession_named(words[0]) if words[0] else None, index.unit_named(words[1])
    own = Place(table.text(line, keys.PROFESSION_ID), unit_id=table.text(line, keys.UNIT_ID))
    if not scan.has_ids or not index.has(Kind.STAFF, own):
        return None
    if unit_id is None and title_key(" ".join(words[1].split())) not in _new_words(own.unit_id, scan, moved):
        _refuse_moved(table, line, scan, keys.UNIT, index.staff_title(own.profession_id, own.unit_id))
    if profession_id is None:
        _refuse_moved(table, line, scan, keys.PROFESSION, index.staff_title(own.profession_id, own.unit_id))
    return own


def _refuse_moved(table: Table, line: Line, scan: Scan, code: str, title: str) -> None:
    column = table.columns.get(code)
    if column is not None and not (table.text(line, code) == "" and (line.number, column) in table.sheet.inner):
        scan.refuse(scan.cell(table, line, column), EditError(Problem.ROW_STAFF_MOVED, title=shown(title)))


def read_scenarios(table: Table, scan: Scan) -> None:
    """Read the settings of each scenario, row by row, wherever its rows were moved."""
    for own, lines in _blocks(table, scan).items():
        title = next((table.text(line, on.LABEL) for setting, line in lines if setting == Field.SCENARIO_TITLE), "")
        place = _scenario_place(table, scan, own, title)
        cell = scan.cell(table, lines[0][1], table.columns.get(on.LABEL, 0))
        if place is None:
            scan.refuse(cell, EditError(Problem.UNKNOWN_SCENARIO))
            continue
        known = place if scan.index.has(Kind.SCENARIO, place) else None
        said: list[Said] = []
        for setting, line in lines:
            if setting in _SETTINGS:
                about = Field(setting)
                (code,) = on.typed_in(setting)
                columns = [(about, table.columns[code])] if code in table.columns else []
                said += scan.said(table, line, columns, known)
        uses = [line for setting, line in lines if setting == Field.USES]
        said += _uses(table, uses, scan, known)
        scan.rows.append(Row(Kind.SCENARIO, cell, title, tuple(said), place))
        scan.refused += _gone(table, scan, lines, title)


def _blocks(table: Table, scan: Scan) -> dict[str, list[tuple[str, Line]]]:
    """What each row says of each scenario; a row that was added below a use is one more use."""
    found: dict[str, list[tuple[str, Line]]] = {}
    last: tuple[str, int] | None = None
    copied = ""
    for line in table.lines:
        setting, own = table.text(line, on.SETTING), table.own_id(line)
        if not own and last is not None and line.number == last[1] + 1 and _is_typed(table, line):
            setting, own = Field.USES, last[0]
        rows = found.setdefault(own, []) if own else []
        if setting == Field.SCENARIO_TITLE:
            copied = own if any(said == setting for said, _line in rows) else ""
            if copied:
                title = shown(table.text(line, on.LABEL))
                scan.refuse(
                    scan.cell(table, line, table.columns.get(on.LABEL, 0)), EditError(Problem.ROW_TWICE, title=title)
                )
        last = (own, line.number) if setting == Field.USES else None
        for code in (*on.typed_in(setting), on.SETTING, keys.SCENARIO_ID):
            scan.handled.add((table.sheet.title, line.number, table.columns.get(code, -1)))
        if own and own != copied:
            rows.append((setting, line))
    return found


def _is_typed(table: Table, line: Line) -> bool:
    return bool(table.text(line, on.LABEL) or table.text(line, on.VALUE))


def _scenario_place(table: Table, scan: Scan, own: str, title: str) -> Place | None:
    if scan.has_ids:
        return Place(scenario_id=own)
    wanted = title_key(title)
    return next(
        (Place(scenario_id=one.id) for one in scan.index.scenarios.values() if title_key(one.title) == wanted), None
    )


def _uses(table: Table, lines: list[Line], scan: Scan, place: Place | None) -> Iterator[Said]:
    """The uses of the time, as one list: none of them has an id; the cell is that of the first one that differs."""
    held = () if place is None else scan.index.scenarios[place.scenario_id].uses
    found: list[Use] = []
    first: Cell | None = None
    for line in lines:
        if not _is_typed(table, line):
            continue
        before = held[len(found)] if len(found) < len(held) else None
        column = table.columns.get(on.LABEL, 0)
        try:
            title = clean_title(as_text(line.cells.get(column)))
            column = table.columns.get(on.VALUE, -1)
            share = read_value(Field.CONTROL, line.cells.get(column), scan.words)
        except EditError as refusal:
            scan.refuse(scan.cell(table, line, column), refusal)
            return
        use, code = _use(title, share, before)
        if use != before and first is None:
            first = scan.cell(table, line, table.columns.get(code, 0))
        found.append(use)
    if tuple(found) == held:
        scan.cells += 1
    elif lines:
        gone = lines[min(len(found), len(lines) - 1)]
        yield Said(Field.USES, tuple(found), first or scan.cell(table, gone, table.columns.get(on.LABEL, 0)))


def _use(title: str, share: Value, before: Use | None) -> tuple[Use, str]:
    """One use, and the code of the column in which it differs from what it was."""
    part = float(share) if isinstance(share, int | float) else None
    if before is not None and title == before.title:
        if part is not None and before.share is not None and isclose(part, before.share, rel_tol=1e-9, abs_tol=1e-12):
            return before, on.LABEL
        return Use(title, part), on.VALUE
    return Use(title, part), on.LABEL


def _gone(table: Table, scan: Scan, lines: list[tuple[str, Line]], title: str) -> Iterator[Refused]:
    """Settings that are no longer on the sheet: they are not emptied for it."""
    said = {setting for setting, _line in lines}
    there = {field for field in _SETTINGS if on.typed_in(field)[0] in table.columns}
    gone = [field for field in _SETTINGS if field not in said or field not in there]
    if gone:
        names = ", ".join(incoming_labels.field_word(field) for field in gone)
        refusal = EditError(Problem.ROW_SETTING_GONE, title=shown(title), names=names)
        yield Refused.of(Cell(scan.source, table.sheet.title), refusal)

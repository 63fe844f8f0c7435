"""The rows of the matrix of one profession: tasks, and how much each practises each skill."""

from collections.abc import Iterator

from impactapp.domain.incoming import Field, Kind, Place, Row, Said
from impactapp.domain.problems import EditError
from impactapp.domain.skill import Skill
from impactapp.exchange.incoming.lines import FIELDS, Scan
from impactapp.exchange.incoming.sorted_apart import put_back
from impactapp.exchange.incoming.tables import Line, Table
from impactapp.exchange.incoming.values import read_learnt, read_value
from impactapp.exchange.workbook import keys


def read_links(table: Table, scan: Scan) -> None:
    """Read what each row says of its task, and of its link with each skill."""
    table = put_back(table, scan.index, Kind.TASK) if scan.has_ids else table
    skills = [
        (_skill(scan, code), column, table.columns[f"{keys.STAGE}{code}"])
        for code, column in table.columns.items()
        if f"{keys.STAGE}{code}" in table.columns
    ]
    fields = [(FIELDS[code], column) for code, column in table.columns.items() if code in FIELDS]
    for line in table.lines:
        place, title = scan.thing(table, line, Kind.TASK, fields)
        if place is None and not title:
            continue
        for skill, column, stage in skills:
            at = Place(table.of, place.task_id if place is not None else "", skill.id)
            said = tuple(_link(scan, table, line, skill, at.task_id, (column, stage)))
            if said:
                scan.rows.append(Row(Kind.LINK, said[0].cell, title, said, at, scan.profession(table, line)))


def _skill(scan: Scan, own_id: str) -> Skill:
    found = scan.index.skills.get(own_id)
    return Skill(own_id, "") if found is None else found[1]


def _link(scan: Scan, table: Table, line: Line, skill: Skill, task_id: str, columns: tuple[int, int]) -> Iterator[Said]:
    link = skill.link(task_id) if task_id else None
    column, stage = columns
    cell = scan.cell(table, line, column)
    try:
        intensity = read_value(Field.INTENSITY, line.cells.get(column), scan.words)
        if intensity == (0 if link is None else link.intensity):
            scan.cells += 1
        else:
            yield Said(Field.INTENSITY, intensity, cell)
    except EditError as refusal:
        scan.refuse(cell, refusal)
    cell = scan.cell(table, line, stage)
    try:
        learnt = read_learnt(line.cells.get(stage), scan.words)
    except EditError as refusal:
        scan.refuse(cell, refusal)
        return
    held = (False, None) if link is None else (link.formative, link.stage)
    scan.cells += learnt == held
    for about, said, was in zip((Field.FORMATIVE, Field.STAGE), learnt, held, strict=True):
        if said != was:
            yield Said(about, said, cell)

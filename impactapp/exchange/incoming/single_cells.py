"""What a workbook says of the study itself: its definitions, the rules that were chosen, and rates typed over ours."""

from collections.abc import Iterable, Iterator

from impactapp.domain.incoming import Cell, Field, Refused, Said
from impactapp.domain.incoming_fields import DEFINITIONS, study_value
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.rule import Rule
from impactapp.domain.sameness import same
from impactapp.exchange.incoming.cells import Read
from impactapp.exchange.incoming.facts import plain
from impactapp.exchange.incoming.lines import Scan
from impactapp.exchange.incoming.sheet_part import column_of
from impactapp.exchange.incoming.sheets import Sheet, Workbook, reference
from impactapp.exchange.incoming.tables import Table
from impactapp.exchange.incoming.values import read_value
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import layout as at

_CHOICES = {keys.RULE_CHOICE: Field.RULE, keys.EXPOSURE_CHOICE: Field.EXPOSURE_RULE}


def read_definitions(tables: Iterable[Table], scan: Scan) -> Iterator[Said]:
    """The group's own words; a text that is ours stands for none."""
    for table in tables:
        column = table.columns.get(keys.DEFINITION)
        if table.kind != keys.DEFINITIONS or column is None:
            continue
        for line in table.lines:
            about = next((field for field in DEFINITIONS if field == table.own_id(line)), None)
            if about is None:
                continue
            cell = scan.cell(table, line, column)
            try:
                value = read_value(about, line.cells.get(column), scan.words)
            except EditError as refusal:
                scan.refuse(cell, refusal)
                continue
            value = "" if same(value, table.text(line, keys.OURS)) else value
            if same(value, study_value(scan.index.study, about)):
                scan.cells += 1
            else:
                yield Said(about, value, cell)


def read_rules(workbook: Workbook, scan: Scan) -> Iterator[Said]:
    """The rules that are chosen on the sheets of results."""
    for name, about in _CHOICES.items():
        found = _named(workbook, name)
        if found is None:
            continue
        sheet, row, column = found[0], found[1], found[2]
        scan.handled.add((sheet.title, row, column))
        cell = Cell(scan.source, sheet.title, reference(row, column))
        raw = sheet.value(row, column)
        try:
            value = read_value(about, raw, scan.words)
        except EditError as refusal:
            scan.refuse(cell, refusal)
            continue
        if value == study_value(scan.index.study, about):
            scan.cells += 1
        else:
            yield Said(about, value, cell)


def read_rates(workbook: Workbook, scan: Scan) -> list[Refused]:
    """What a level counts for, where it was typed over: it belongs to a rule, which is not changed by a file."""
    words, rates = _named(workbook, at.RULE_WORDS), _named(workbook, at.RULE_RATES)
    if words is None or rates is None:
        return []
    sheet, first, column = rates
    refused = []
    for row in range(first, first + len(Rule)):
        rule = scan.words.lists[Field.RULE].get(plain(str(sheet.value(row, words[2]) or "")))
        held = scan.index.study.level_rates(rule) if isinstance(rule, Rule) else None
        if held is None:
            continue
        for offset, rate in enumerate((held.faible, held.moyen, held.fort)):
            scan.handled.add((sheet.title, row, column + offset))
            raw = sheet.value(row, column + offset)
            if not _is_rate(raw, rate):
                cell = Cell(scan.source, sheet.title, reference(row, column + offset))
                refused.append(Refused.of(cell, EditError(Problem.RATES_NOT_TAKEN)))
    return refused


def _is_rate(raw: Read | None, rate: float) -> bool:
    return isinstance(raw, int | float) and same(float(raw), rate)


def _named(workbook: Workbook, name: str) -> tuple[Sheet, int, int] | None:
    """The first cell that a name of the workbook refers to."""
    title, _mark, cells = workbook.names.get(name, "").rpartition("!")
    sheet = workbook.sheet(title.strip("'").replace("''", "'"))
    letters = cells.partition(":")[0].replace("$", "")
    digits = letters.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if sheet is None or not digits.isdecimal() or len(digits) > 7:
        return None
    try:
        return sheet, int(digits), column_of(letters[: -len(digits)])
    except ValueError:
        return None

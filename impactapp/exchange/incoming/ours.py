"""A workbook of ours that comes back: what every cell that may be typed in says, found by hidden ids and codes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.edits.incoming_plans import PLANNED
from impactapp.domain.incoming import Field, Kind, Place, Reading, Refused, Row
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.domain.text import title_key
from impactapp.exchange.incoming.facts import Facts, facts_of
from impactapp.exchange.incoming.lines import MAIN, Scan
from impactapp.exchange.incoming.link_lines import read_links
from impactapp.exchange.incoming.losses import lost_parts
from impactapp.exchange.incoming.passed_over import passed_over
from impactapp.exchange.incoming.plan_lines import read_scenarios, read_staff
from impactapp.exchange.incoming.sheets import Workbook, read_workbook
from impactapp.exchange.incoming.single_cells import read_definitions, read_rates, read_rules
from impactapp.exchange.incoming.tables import Table, tables_of
from impactapp.exchange.incoming.values import Words
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.workbook import ids, keys

Step = Callable[[int, int], None]


def is_ours(workbook: Workbook) -> bool:
    """Whether a workbook is one that was written here, even if it lost its hidden sheet."""
    hidden = workbook.sheet(ids.SHEET)
    says = hidden is not None and any(row.get(1) == ids.FORMAT for row in hidden.rows.values())
    return says or bool(tables_of(workbook))


def read_ours(workbook: Workbook | Path, study: Study, *, by_text: bool = False, step: Step | None = None) -> Reading:
    """What a workbook says, against the study it was written from, or the present one where it does not tell.

    ``by_text`` forgets ids, for a workbook of another study. Raises ``ExchangeError`` for a workbook that is none of
    ours, that is of another study, or by a newer version; what is wrong with a cell is in the reading.
    """
    if isinstance(workbook, Path):
        workbook = read_workbook(workbook, step=step)
    tables = tables_of(workbook)
    facts = facts_of(workbook, study)
    if not tables:
        raise ExchangeError(Problem.WORKBOOK_FOREIGN, path=workbook.path)
    if facts.study_id not in (None, study.id) and not by_text:
        raise ExchangeError(Problem.WORKBOOK_OTHER_STUDY, path=workbook.path)
    if by_text:
        facts = replace(facts, base=None, study_id=None)
    reading = _Reading(workbook, study, facts)
    reading.read(tables, has_ids=not by_text and _are_known(tables, study, facts))
    return reading.result(tables)


def _are_known(tables: Iterable[Table], study: Study, facts: Facts) -> bool:
    """Whether ids are those of the study: without the hidden sheet, the rows themselves have to tell."""
    if facts.study_id is not None:
        return True
    index = Index(study)
    return any(
        table.own_id(line) in index.tasks for table in tables if table.kind == keys.MATRIX for line in table.lines
    )


@dataclass(slots=True)
class _Reading:
    """One workbook being read."""

    workbook: Workbook
    study: Study
    facts: Facts
    rows: list[Row] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    cells: int = 0

    def read(self, tables: tuple[Table, ...], *, has_ids: bool) -> None:
        """Read every table, the study's own cells, and say what is no longer there."""
        facts, base = self.facts, self.facts.base or self.study
        index = Index(base)
        scan = Scan(self.workbook.path.name, index, self.study, Words.of(facts), has_ids)
        for table in tables:
            if table.kind == keys.LINKS:
                read_links(table, scan)
            elif table.kind == keys.STAFF:
                read_staff(table, scan)
            elif table.kind == keys.SCENARIOS:
                read_scenarios(table, scan)
            elif table.kind != keys.DEFINITIONS:
                scan.things(table)
        said = [*read_definitions(tables, scan), *read_rules(self.workbook, scan)]
        scan.refused += read_rates(self.workbook, scan)
        if said:
            scan.rows.append(Row(Kind.STUDY, said[0].cell, "", tuple(said), Place()))
        self.rows, self.cells = _joined(scan.rows), scan.cells
        beside = passed_over(self.workbook, facts, tables, scan.handled)
        self.refused = [*lost_parts(self.workbook, facts, tables, base), *scan.refused, *beside]

    def result(self, tables: tuple[Table, ...]) -> Reading:
        """What was read, with what the file should hold whole."""
        there = {MAIN[table.kind] for table in tables if table.kind in MAIN}
        known = (self.facts.base or self.study).professions
        covers = {(kind, one.id) for kind in there.difference(PLANNED) for one in known}
        covers |= {(kind, "") for kind in there.intersection(PLANNED)}
        return Reading(
            source=self.workbook.path.name,
            rows=tuple(self.rows),
            refused=tuple(self.refused),
            study_id=self.facts.study_id,
            base=self.facts.base,
            cells=self.cells,
            covers=frozenset(covers),
        )


def _joined(rows: Iterable[Row]) -> list[Row]:
    """Rows without ids as one for each thing they are about, whatever sheets speak of it."""
    joined: dict[tuple[Kind, str, str, str], Row] = {}
    kept: list[Row] = []
    for row in rows:
        if row.place is not None or not row.title or row.kind is Kind.LINK:
            kept.append(row)
            continue
        # two sites may each have a service of the same name
        of = next((str(one.value) for one in row.said if one.field is Field.UNIT_SITE), title_key(row.profession))
        key = (row.kind, of, title_key(row.title), "" if row.title else row.cell.ref)
        first = joined.get(key)
        joined[key] = row if first is None else replace(first, said=(*first.said, *row.said))
    return [*joined.values(), *kept]

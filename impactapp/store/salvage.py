"""Read what can be read of a damaged study into a new file, and list what could not."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from impactapp.domain.problems import Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement
from impactapp.domain.rule import Rule
from impactapp.domain.study import Definitions, Origin, Study
from impactapp.i18n import _
from impactapp.store import connection as connections
from impactapp.store import edit_log, rows
from impactapp.store.changes import changes_between
from impactapp.store.drafts import draft_beside
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.header import read_header
from impactapp.store.losses import MEANINGLESS, Loss, LossCode, row_lost, without
from impactapp.store.migrations import migrate
from impactapp.store.salvaged_rows import LOG_COLUMNS, SalvagedTable, salvaged_tables
from impactapp.store.salvaged_sittings import salvaged_sittings
from impactapp.store.salvaged_skills import SalvagedSkills, salvaged_skills
from impactapp.store.salvaged_staff import salvaged_scenarios, salvaged_staffing

SALVAGED = "salvage"
_MIDDLE = len(rows.ASPECTS)
_RATES = slice(8, 11)  # where the rates of the custom rule stand in the row of the study
_STAFF = slice(3, 5)  # where the headcount and the FTEs stand in the row of a profession


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was saved, where it is, and what was lost."""

    study: Study
    target: Path
    losses: tuple[Loss, ...]


def salvage(path: Path, target: Path, at: datetime) -> Salvage:
    """Save what can be read of a damaged file in a new one; the damaged file is left as it is."""
    try:
        read_header(path)
    except StoreError as error:
        if error.problem is not Problem.FILE_DAMAGED:
            raise
    with refusals_about(path):
        tables = salvaged_tables(path)
    losses = [Loss(LossCode.ROWS, name, table.missing) for name, table in tables.items() if table.missing != 0]
    study = _study(tables, path.stem, losses)
    with draft_beside(target.absolute(), replace=False) as draft:
        _write(draft, study, tables, at)
    return Salvage(study, target, tuple(losses))


def _study(tables: dict[str, SalvagedTable], name: str, losses: list[Loss]) -> Study:
    professions = _professions(tables, losses)
    keys = {field.name for field in fields(Definitions)}
    definitions = Definitions(**{key: str(text) for key, text in tables["definition"].rows if key in keys})
    sittings = salvaged_sittings(tables, {profession.id for profession in professions}, losses)
    staffing = salvaged_staffing(tables, {profession.id for profession in professions}, losses)
    scenarios = salvaged_scenarios(tables, losses)
    bare = _bare_study(tables, name, definitions, losses)
    whole = replace(bare, professions=professions, sittings=sittings, staffing=staffing, scenarios=scenarios)
    return _not_mixed(whole)


def _bare_study(tables: dict[str, SalvagedTable], name: str, definitions: Definitions, losses: list[Loss]) -> Study:
    for row in tables["study"].rows[:1]:
        with suppress(*MEANINGLESS):
            return rows.study_of(row, definitions, ())
        with suppress(*MEANINGLESS):
            study = rows.study_of(without(row, _RATES), definitions, ())
            losses.append(row_lost("study", row))
            return _without_custom_rules(study)
    losses.append(Loss(LossCode.STUDY, "study"))
    return Study(str(uuid4()), name, definitions=definitions)


def _not_mixed(study: Study) -> Study:
    """A study whose title page is lost may have been a demonstration: made-up votes tell that it was."""
    if any(sitting.is_training or sitting.is_simulated for sitting in study.sittings):
        return replace(study, origin=Origin.DEMONSTRATION)
    return study


def _without_custom_rules(study: Study) -> Study:
    """A rule cannot stay custom when its rates are lost."""
    rule = Rule.SHARE_OF_FORT if study.rule is Rule.CUSTOM else study.rule
    exposure_rule = Rule.WEIGHTED if study.exposure_rule is Rule.CUSTOM else study.exposure_rule
    return replace(study, rule=rule, exposure_rule=exposure_rule)


def _professions(tables: dict[str, SalvagedTable], losses: list[Loss]) -> tuple[Profession, ...]:
    tasks = _tasks(tables, losses)
    ids = {id: {task.id for task in listed} for id, listed in tasks.items()}
    skilled = salvaged_skills(tables, ids, losses)
    found: dict[str, Profession] = {}
    for row in tables["profession"].rows:
        if row[0] not in found:
            profession = _profession(row, tuple(tasks.get(row[0], ())), skilled, losses)
            found.update({profession.id: profession} if profession else {})
    orphans = {id: listed for id, listed in tasks.items() if id not in found}
    skills_lost = skilled.orphans(found)
    for id in {**orphans, **skills_lost}:
        losses += [Loss(LossCode.PARENT, "task", 1, task.title) for task in orphans.get(id, ())]
        losses += skills_lost.get(id, [])
        title = _("Recovered activities") + (f" {len(found)}" if found else "")
        skills, barriers = skilled.of(id)
        found[id] = Profession(id, title, tasks=tuple(orphans.get(id, ())), skills=skills, barriers=barriers)
    return tuple(found.values())


def _profession(
    row: tuple[Any, ...], tasks: tuple[Task, ...], skilled: SalvagedSkills, losses: list[Loss]
) -> Profession | None:
    """A profession, without its staff when those numbers cannot be; what is lost is listed."""
    with suppress(*MEANINGLESS):
        return rows.profession_of(row, tasks, *skilled.of(row[0]))
    losses.append(row_lost("profession", row))
    with suppress(*MEANINGLESS):
        return rows.profession_of(without(row, _STAFF), tasks, *skilled.of(row[0]))
    return None


def _tasks(tables: dict[str, SalvagedTable], losses: list[Loss]) -> dict[str, list[Task]]:
    said = _judgements(tables["judgement"], losses)
    seen = set()
    tasks: dict[str, list[Task]] = {}
    for row in tables["task"].rows:
        profession_id, id, title, share, validated = row
        if not (isinstance(profession_id, str) and isinstance(id, str) and isinstance(title, str)) or id in seen:
            losses.append(row_lost("task", row))
            continue
        seen.add(id)
        slots = said.pop(id, _nothing_said())
        low, high = rows.rating_of(slots[:_MIDDLE]), rows.rating_of(slots[_MIDDLE:])
        kept_share = share if isinstance(share, float) and 0 <= share <= 1 else None
        if kept_share != share or validated not in (0, 1):
            losses.append(row_lost("task", row))
        tasks.setdefault(profession_id, []).append(Task(id, title, kept_share, low, high, validated == 1))
    for slots in said.values():
        losses += [Loss(LossCode.PARENT, "judgement", 1, _words(judgement)) for judgement in slots if judgement]
    return tasks


def _judgements(table: SalvagedTable, losses: list[Loss]) -> dict[str, list[Judgement | None]]:
    said: dict[str, list[Judgement | None]] = {}
    for row in table.rows:
        task_id, hypothesis, aspect, level, text = row
        try:
            slot, judgement = rows.slot_of(hypothesis, aspect), rows.judgement_of(level, text or "")
        except MEANINGLESS:
            losses.append(row_lost("judgement", row))
        else:
            slots = said.setdefault(task_id, _nothing_said())
            slots[slot] = judgement
    return said


def _nothing_said() -> list[Judgement | None]:
    return [None for _slot in range(2 * _MIDDLE)]


def _words(judgement: Judgement) -> str:
    return " · ".join(part for part in (judgement.level.code if judgement.level else "", judgement.text) if part)


def _write(draft: Path, study: Study, tables: dict[str, SalvagedTable], at: datetime) -> None:
    with closing(connections.connect_to_draft(draft)) as connection:
        migrate(connection)
        with connections.transaction(connection):
            for table, columns in LOG_COLUMNS.items():
                marks = ", ".join("?" * (columns.count(",") + 1))
                # a line of the history that lost its edit stays behind
                for row in tables[table].rows:
                    with suppress(sqlite3.IntegrityError):
                        connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)
            for change in changes_between(None, study):
                edit_log.write_row(connection, change)
            edit_log.append(connection, edit_log.LogEntry(at, SALVAGED, study.title), ())

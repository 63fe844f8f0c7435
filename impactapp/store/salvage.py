"""Read what can be read of a damaged study into a new file, and list what could not."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import uuid4

from impactapp.domain.problems import Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Definitions, Rule, Study
from impactapp.i18n import _
from impactapp.store import connection as connections
from impactapp.store import edit_log, rows
from impactapp.store.changes import changes_between
from impactapp.store.drafts import draft_beside
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.header import read_header
from impactapp.store.migrations import migrate
from impactapp.store.salvaged_rows import LOG_COLUMNS, SalvagedTable, salvaged_tables
from impactapp.store.words import table_word

SALVAGED = "salvage"
_MEANINGLESS = (KeyError, ValueError, TypeError)
_MIDDLE = len(rows.ASPECTS)
_RATES = slice(8, 11)  # where the rates of the custom rule stand in the row of the study
_STAFF = slice(3, 5)  # where the headcount and the FTEs stand in the row of a profession


class LossCode(StrEnum):
    """What could not be read, or not be put where it was."""

    ROWS = "rows"
    ROW = "row"
    PARENT = "parent"
    STUDY = "study"


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing lost: its table, how many rows at most (``None`` when that cannot be known), and what is left of it."""

    code: LossCode
    table: str
    count: int | None = None
    rest: str = ""


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


def loss_sentence(loss: Loss) -> str:
    """A loss in one sentence."""
    if loss.code is LossCode.STUDY:
        return _("The title page of the study could not be read.")
    table = table_word(loss.table)
    if loss.code is LossCode.PARENT:
        return _("What this belongs to could not be read ({table}): {rest}").format(table=table, rest=loss.rest)
    if loss.code is LossCode.ROW:
        return _("A row of “{table}” makes no sense: {rest}").format(table=table, rest=loss.rest)
    if loss.count is None:
        return _("Some rows of “{table}” could not be read.").format(table=table)
    return _("Rows of “{table}” that could not be read: at most {count}.").format(table=table, count=loss.count)


def _study(tables: dict[str, SalvagedTable], name: str, losses: list[Loss]) -> Study:
    professions = _professions(tables, losses)
    keys = {field.name for field in fields(Definitions)}
    definitions = Definitions(**{key: str(text) for key, text in tables["definition"].rows if key in keys})
    for row in tables["study"].rows[:1]:
        with suppress(*_MEANINGLESS):
            return rows.study_of(row, definitions, professions)
        with suppress(*_MEANINGLESS):
            study = rows.study_of(_without(row, _RATES), definitions, professions)
            losses.append(_row_lost("study", row))
            # the rule cannot stay custom when its rates are lost
            return replace(study, rule=Rule.SHARE_OF_FORT) if study.rule is Rule.CUSTOM else study
    losses.append(Loss(LossCode.STUDY, "study"))
    return Study(str(uuid4()), name, definitions=definitions, professions=professions)


def _professions(tables: dict[str, SalvagedTable], losses: list[Loss]) -> tuple[Profession, ...]:
    tasks = _tasks(tables, losses)
    found: dict[str, Profession] = {}
    for row in tables["profession"].rows:
        profession = _profession(row, tuple(tasks.get(row[0], ())), losses)
        if profession is not None and found.setdefault(profession.id, profession) is profession:
            tasks.pop(profession.id, None)
    for id, orphans in tasks.items():
        losses += [Loss(LossCode.PARENT, "task", 1, task.title) for task in orphans]
        title = _("Recovered activities") + (f" {len(found)}" if found else "")
        found[id] = Profession(id, title, tasks=tuple(orphans))
    return tuple(found.values())


def _profession(row: tuple[Any, ...], tasks: tuple[Task, ...], losses: list[Loss]) -> Profession | None:
    """A profession, without its staff when those numbers cannot be; what is lost is listed."""
    with suppress(*_MEANINGLESS):
        return rows.profession_of(row, tasks)
    losses.append(_row_lost("profession", row))
    with suppress(*_MEANINGLESS):
        return rows.profession_of(_without(row, _STAFF), tasks)
    return None


def _without(row: tuple[Any, ...], columns: slice) -> tuple[Any, ...]:
    return tuple(None if place in range(*columns.indices(len(row))) else value for place, value in enumerate(row))


def _tasks(tables: dict[str, SalvagedTable], losses: list[Loss]) -> dict[str, list[Task]]:
    said = _judgements(tables["judgement"], losses)
    seen = set()
    tasks: dict[str, list[Task]] = {}
    for row in tables["task"].rows:
        profession_id, id, title, share = row
        if not (isinstance(profession_id, str) and isinstance(id, str) and isinstance(title, str)) or id in seen:
            losses.append(_row_lost("task", row))
            continue
        seen.add(id)
        slots = said.pop(id, _nothing_said())
        low, high = rows.rating_of(slots[:_MIDDLE]), rows.rating_of(slots[_MIDDLE:])
        kept_share = share if isinstance(share, float) and 0 <= share <= 1 else None
        if kept_share != share:
            losses.append(_row_lost("task", row))
        tasks.setdefault(profession_id, []).append(Task(id, title, kept_share, low, high))
    for slots in said.values():
        losses += [Loss(LossCode.PARENT, "judgement", 1, _words(judgement)) for judgement in slots if judgement]
    return tasks


def _judgements(table: SalvagedTable, losses: list[Loss]) -> dict[str, list[Judgement | None]]:
    said: dict[str, list[Judgement | None]] = {}
    for row in table.rows:
        task_id, hypothesis, aspect, level, text = row
        try:
            slot, judgement = rows.slot_of(hypothesis, aspect), rows.judgement_of(level, text or "")
        except _MEANINGLESS:
            losses.append(_row_lost("judgement", row))
        else:
            slots = said.setdefault(task_id, _nothing_said())
            slots[slot] = judgement
    return said


def _nothing_said() -> list[Judgement | None]:
    return [None for _slot in range(2 * _MIDDLE)]


def _row_lost(table: str, row: tuple[Any, ...]) -> Loss:
    return Loss(LossCode.ROW, table, 1, " · ".join(str(value) for value in row if value not in (None, "")))


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

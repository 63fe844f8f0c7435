"""Whether a file is sound: SQLite's own checks, then what must hold of any study."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from impactapp.domain.profession import Task
from impactapp.domain.study import Rule, Study
from impactapp.domain.text import title_key
from impactapp.i18n import _
from impactapp.store import connection as connections
from impactapp.store.errors import refusals_about
from impactapp.store.header import read_header
from impactapp.store.migrations import current_version
from impactapp.store.reading import present_copy
from impactapp.store.rows import UnreadableRowsError, read_rows
from impactapp.store.words import table_word

_MOST_TOLD = 100


class FlawCode(StrEnum):
    """What is wrong with a file."""

    DAMAGED = "damaged"
    ORPHAN = "orphan"
    UNREADABLE = "unreadable"
    EMPTY_TITLE = "empty_title"
    DUPLICATE_TITLE = "duplicate_title"
    HIGH_BELOW_LOW = "high_below_low"
    SHARE_OUT_OF_RANGE = "share_out_of_range"
    RATES_NOT_ORDERED = "rates_not_ordered"
    RATES_MISSING = "rates_missing"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong, and where: a title, a table, or SQLite's own words."""

    code: FlawCode
    where: str


def check_file(path: Path) -> tuple[Flaw, ...]:
    """Everything wrong with a file, which is left as it is; refuses one that is not a study at all."""
    header = read_header(path)
    with refusals_about(path), closing(connections.connect_for_reading(path, is_wal=header.is_wal)) as connection:
        try:
            flaws = [*_damage(connection), *_orphans(connection)]
        except sqlite3.DatabaseError as error:
            return (Flaw(FlawCode.DAMAGED, str(error)),)
        if flaws:
            return tuple(flaws)
        present = present_copy(connection) if header.version < current_version() else connection
        try:
            return tuple(study_flaws(read_rows(present)))
        except (UnreadableRowsError, sqlite3.OperationalError) as error:
            return (Flaw(FlawCode.UNREADABLE, str(error)),)


def study_flaws(study: Study) -> Iterator[Flaw]:
    """What no edit would have let into a study."""
    rates = study.custom_rates
    if rates is None and study.rule is Rule.CUSTOM:
        yield Flaw(FlawCode.RATES_MISSING, study.title)
    if rates is not None and not 0 <= rates.faible <= rates.moyen <= rates.fort <= 1:
        yield Flaw(FlawCode.RATES_NOT_ORDERED, study.title)
    yield from _title_flaws([profession.title for profession in study.professions], study.title)
    for profession in study.professions:
        yield from _title_flaws([task.title for task in profession.tasks], profession.title)
        for task in profession.tasks:
            yield from _task_flaws(task)


def flaw_sentence(flaw: Flaw) -> str:
    """A flaw in one sentence."""
    sentences = {
        FlawCode.DAMAGED: _("The file is damaged: {where}"),
        FlawCode.ORPHAN: _("A row of “{where}” has lost what it belongs to."),
        FlawCode.UNREADABLE: _("The rows of the file do not make a study: {where}"),
        FlawCode.EMPTY_TITLE: _("Something in “{where}” has no title."),
        FlawCode.DUPLICATE_TITLE: _("The title “{where}” is used twice."),
        FlawCode.HIGH_BELOW_LOW: _("“{where}” is rated lower under the high hypothesis than under the low one."),
        FlawCode.SHARE_OUT_OF_RANGE: _("The part of working time of “{where}” is not between 0 and 100%."),
        FlawCode.RATES_NOT_ORDERED: _("The rates of the custom rule of “{where}” are not in order."),
        FlawCode.RATES_MISSING: _("The custom rule of “{where}” has no rates."),
    }
    return sentences[flaw.code].format(where=flaw.where)


def _damage(connection: sqlite3.Connection) -> Iterator[Flaw]:
    for (verdict,) in connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})"):
        if verdict != "ok":
            yield Flaw(FlawCode.DAMAGED, verdict)


def _orphans(connection: sqlite3.Connection) -> Iterator[Flaw]:
    for table, *_where in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_TOLD):
        yield Flaw(FlawCode.ORPHAN, table_word(table))


def _title_flaws(titles: list[str], place: str) -> Iterator[Flaw]:
    seen = set()
    for title in titles:
        if not title.strip():
            yield Flaw(FlawCode.EMPTY_TITLE, place)
        elif title_key(title) in seen:
            yield Flaw(FlawCode.DUPLICATE_TITLE, title)
        seen.add(title_key(title))


def _task_flaws(task: Task) -> Iterator[Flaw]:
    if task.share is not None and not 0 <= task.share <= 1:
        yield Flaw(FlawCode.SHARE_OUT_OF_RANGE, task.title)
    if task.breach() is not None:
        yield Flaw(FlawCode.HIGH_BELOW_LOW, task.title)

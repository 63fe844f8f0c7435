"""Whether a file is sound: SQLite's own checks, then what must hold of any study."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from impactapp.domain.edits.scenarios import sound_scenario
from impactapp.domain.edits.staff import STAFF_NUMBERS
from impactapp.domain.edits.workshop import require_sound
from impactapp.domain.intensities import MONTH_HOURS, MOST_INTENSE, TEAM_HOURS_LIMIT
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Task
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Scenario
from impactapp.domain.study import Study
from impactapp.domain.text import title_key
from impactapp.domain.workshop import Sitting
from impactapp.i18n import _
from impactapp.store import connection as connections
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.header import Header, read_header
from impactapp.store.migrations import current_version
from impactapp.store.reading import present_copy
from impactapp.store.row_values import MOST_STAFF
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
    STAFF_OUT_OF_RANGE = "staff_out_of_range"
    SHARE_OUT_OF_RANGE = "share_out_of_range"
    RATES_NOT_ORDERED = "rates_not_ordered"
    RATES_MISSING = "rates_missing"
    INTENSITY_OUT_OF_RANGE = "intensity_out_of_range"
    HOURS_OUT_OF_RANGE = "hours_out_of_range"
    REVIEW_BEFORE_START = "review_before_start"
    VOTES_ABOVE_GROUP = "votes_above_group"
    TRAINING_MIXED = "training_mixed"
    SITTING_UNSOUND = "sitting_unsound"
    SCENARIO_UNSOUND = "scenario_unsound"


# what makes the reading of the study impossible, found in its rows and named: SQLite leaves checks aside when it reads
_IMPOSSIBLE = (
    (
        FlawCode.STAFF_OUT_OF_RANGE,
        f"SELECT title FROM profession WHERE NOT headcount BETWEEN 0 AND {MOST_STAFF} "
        f"OR NOT fte BETWEEN 0 AND {MOST_STAFF}",
    ),
    (FlawCode.SHARE_OUT_OF_RANGE, "SELECT title FROM task WHERE NOT share BETWEEN 0 AND 1"),
    (
        FlawCode.RATES_NOT_ORDERED,
        "SELECT title FROM study WHERE NOT (custom_faible BETWEEN 0 AND custom_moyen AND custom_moyen <= custom_fort "
        "AND custom_fort <= 1)",
    ),
    (
        FlawCode.RATES_MISSING,
        "SELECT title FROM study "
        "WHERE (custom_faible IS NULL) + (custom_moyen IS NULL) + (custom_fort IS NULL) IN (1, 2)",
    ),
    (
        FlawCode.STAFF_OUT_OF_RANGE,
        f"SELECT title FROM skill WHERE NOT experienced BETWEEN 0 AND {LARGEST_HEADCOUNT} "
        f"OR NOT trainees BETWEEN 0 AND {LARGEST_HEADCOUNT}",
    ),
    (
        FlawCode.INTENSITY_OUT_OF_RANGE,
        f"SELECT title FROM skill WHERE id IN "
        f"(SELECT skill_id FROM link WHERE NOT intensity BETWEEN 1 AND {MOST_INTENSE})",
    ),
    (
        FlawCode.HOURS_OUT_OF_RANGE,
        f"SELECT title FROM skill WHERE NOT (baseline_hours > 0 AND baseline_hours <= {MONTH_HOURS})",
    ),
    (
        FlawCode.HOURS_OUT_OF_RANGE,
        f"SELECT title FROM barrier WHERE NOT (hours_per_month > 0 AND hours_per_month <= {MONTH_HOURS}) "
        f"OR NOT team_hours BETWEEN 0 AND {TEAM_HOURS_LIMIT}",
    ),
    (
        FlawCode.STAFF_OUT_OF_RANGE,
        "SELECT profession.title FROM staff_line JOIN profession ON profession.id = profession_id WHERE "
        + " OR ".join(f"NOT staff_line.{column} BETWEEN 0 AND {MOST_STAFF}" for column in STAFF_NUMBERS),
    ),
    (
        FlawCode.STAFF_OUT_OF_RANGE,
        f"SELECT title FROM census_line WHERE NOT headcount BETWEEN 0 AND {MOST_STAFF} "
        f"OR NOT fte BETWEEN 0 AND {MOST_STAFF}",
    ),
    (
        FlawCode.SCENARIO_UNSOUND,
        "SELECT title FROM scenario WHERE NOT horizon BETWEEN 1 AND 10 OR NOT control BETWEEN 0 AND 1 "
        "OR NOT training BETWEEN 0 AND 1 OR NOT drills BETWEEN 0 AND 1 OR NOT departures BETWEEN 0 AND 1",
    ),
    (FlawCode.REVIEW_BEFORE_START, "SELECT title FROM barrier WHERE review < start"),
)
_OF_SITTINGS = {
    Problem.COUNTS_ABOVE_GROUP: FlawCode.VOTES_ABOVE_GROUP,
    Problem.TRAINING_NEEDS_DEMONSTRATION: FlawCode.TRAINING_MIXED,
}


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong, and where: a title, a table, or SQLite's own words."""

    code: FlawCode
    where: str


def check_file(path: Path) -> tuple[Flaw, ...]:
    """Everything wrong with a file, which is left as it is; refuses one that is not a study at all."""
    header = read_header(path)
    try:
        with refusals_about(path), closing(connections.connect_for_reading(path, is_wal=header.is_wal)) as connection:
            return tuple(_flaws(connection, header))
    except StoreError as error:
        if error.problem is not Problem.FILE_DAMAGED:
            raise
        return (Flaw(FlawCode.DAMAGED, str(error.__cause__)),)


def study_flaws(study: Study) -> Iterator[Flaw]:
    """What no edit would have let into a study."""
    if study.custom_rates is None and Rule.CUSTOM in (study.rule, study.exposure_rule):
        yield Flaw(FlawCode.RATES_MISSING, study.title)
    yield from _title_flaws([profession.title for profession in study.professions], study.title)
    for profession in study.professions:
        for things in (profession.tasks, profession.skills, profession.barriers):
            yield from _title_flaws([thing.title for thing in things], profession.title)
        for task in profession.tasks:
            yield from _task_flaws(task)
    yield from _title_flaws([sitting.title for sitting in study.sittings], study.title)
    for sitting in study.sittings:
        yield from _sitting_flaws(study, sitting)
    for site_id in {unit.site_id for unit in study.staffing.units}:
        inside = [unit.title for unit in study.staffing.units if unit.site_id == site_id]
        yield from _title_flaws(inside, study.title)
    for scenario in study.scenarios:
        yield from _scenario_flaws(study, scenario)


def flaw_sentence(flaw: Flaw) -> str:
    """A flaw in one sentence."""
    sentences = {
        FlawCode.DAMAGED: _("The file is damaged: {where}"),
        FlawCode.ORPHAN: _("A row of “{where}” has lost what it belongs to."),
        FlawCode.UNREADABLE: _("The rows of the file do not make a study: {where}"),
        FlawCode.EMPTY_TITLE: _("Something in “{where}” has no title."),
        FlawCode.DUPLICATE_TITLE: _("The title “{where}” is used twice."),
        FlawCode.HIGH_BELOW_LOW: _("“{where}” is rated lower under the high hypothesis than under the low one."),
        FlawCode.STAFF_OUT_OF_RANGE: _("The staff of “{where}” is a number that cannot be."),
        FlawCode.SHARE_OUT_OF_RANGE: _("The part of working time of “{where}” is not between 0 and 100%."),
        FlawCode.RATES_NOT_ORDERED: _("The rates of the custom rule of “{where}” are not in order."),
        FlawCode.RATES_MISSING: _("The custom rule of “{where}” lacks rates."),
        FlawCode.INTENSITY_OUT_OF_RANGE: _(
            "An activity is linked to “{where}” with an intensity that is not 1, 2 or 3."
        ),
        FlawCode.HOURS_OUT_OF_RANGE: _("The hours of “{where}” are a number that cannot be."),
        FlawCode.REVIEW_BEFORE_START: _("“{where}” is reviewed before it starts."),
        FlawCode.VOTES_ABOVE_GROUP: _("More votes are counted in the sitting “{where}” than it has participants."),
        FlawCode.TRAINING_MIXED: _("The training sitting “{where}” is in a study that is not a demonstration."),
        FlawCode.SITTING_UNSOUND: _("The sitting “{where}” holds what no sitting can."),
        FlawCode.SCENARIO_UNSOUND: _("The scenario “{where}” holds what no scenario can."),
    }
    return sentences[flaw.code].format(where=flaw.where)


def _flaws(connection: sqlite3.Connection, header: Header) -> list[Flaw]:
    try:
        flaws = [*_damage(connection), *_orphans(connection)]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [Flaw(FlawCode.DAMAGED, str(error))]
    if flaws:
        return flaws
    present = present_copy(connection) if header.version < current_version() else connection
    try:
        return list(_impossible(present)) or list(study_flaws(read_rows(present)))
    except (UnreadableRowsError, sqlite3.OperationalError) as error:
        if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
            raise  # a text that is no UTF-8 is damage
        return [Flaw(FlawCode.UNREADABLE, str(error))]


def _impossible(connection: sqlite3.Connection) -> Iterator[Flaw]:
    for code, query in _IMPOSSIBLE:
        for (title,) in connection.execute(query).fetchmany(_MOST_TOLD):
            yield Flaw(code, str(title))


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
    if task.breach() is not None:
        yield Flaw(FlawCode.HIGH_BELOW_LOW, task.title)


def _sitting_flaws(study: Study, sitting: Sitting) -> Iterator[Flaw]:
    try:
        require_sound(study, sitting)
    except EditError as refused:
        yield Flaw(_OF_SITTINGS.get(refused.problem, FlawCode.SITTING_UNSOUND), sitting.title)


def _scenario_flaws(study: Study, scenario: Scenario) -> Iterator[Flaw]:
    try:
        sound_scenario(study, scenario)
    except EditError:
        yield Flaw(FlawCode.SCENARIO_UNSOUND, scenario.title)

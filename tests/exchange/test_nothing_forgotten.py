"""Nothing forgotten: what the file of a study stores is in the whole-study JSON and can be read in some export.

Each column of the schema is either found by its value, found by what changes when it changes, or listed with the reason
why it is left out. A new column is in none of the three lists, and fails.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.csv_tables import write_csv
from impactapp.exchange.dossier import Form, write_dossier
from impactapp.exchange.excel_export import write_excel
from impactapp.exchange.study_json import study_to_json
from impactapp.store.reading import read_study
from impactapp.store.study_file import StudyFile
from tests.exchange import everything

AT = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
Column = tuple[str, str]
_MIGRATION = ("id", "migration_set", "name", "applied_at")

# a code, a flag, a small number or a part of a sum: the value every row of it takes instead
CHANGED: dict[Column, str | int] = {
    ("study", "origin"): "establishment",
    ("study", "rule"): "weighted",
    ("study", "weighting"): "equal",
    ("study", "exposure_rule"): "three_quarters",
    ("profession", "category"): "technical",
    ("task", "human_validates"): 0,
    ("judgement", "level"): "fort",
    ("skill", "kind"): "gesture",
    ("skill", "criticality"): 3,
    ("skill", "retention"): "accuracy",
    ("link", "intensity"): 3,
    ("link", "stage"): "theory",
    ("link", "formative"): 0,
    ("barrier", "against"): "both",
    ("barrier", "code"): "unaided_practice",
    ("barrier", "state"): "considered",
    ("sitting", "rounds"): 5,
    ("sitting", "scope"): "criteria",
    ("sitting", "least_shown"): 9,
    ("sitting", "simulated"): 1,
    ("sitting", "training"): 1,
    ("sitting", "about_none"): 1,
    ("sitting_group", "kind"): "management",
    ("talk", "round"): 3,
    ("talk", "seconds"): 8442,
    ("talk", "parked"): 1,
    ("talk", "settled"): 0,
    ("tally", "round"): 2,
    ("tally", "aspect"): "roi",
    ("tally", "hypothesis"): "high",
    ("self_position", "moment"): "after",
    **{("self_position", name): 77 for name in ("one", "two", "three", "four")},
    ("unit", "kind"): "service",
    ("census_line", "category"): "technical",
    ("scenario", "horizon"): 9,
    ("scenario", "adoption"): "logistic",
    ("scenario", "rule"): "three_quarters",
}

_ID = "an id: readers go by titles"
_PLACE = "the place of a row: its order is that of the export"
_WHOSE = "whose row it is: it stands with what it belongs to"
_LOG = "the log of changes: it goes along in the copy of the study file of the record"
_SECRET = "secret votes that may not be shown yet, or only in a total: no export tells them"
# left out of what people read, each with its reason
NOT_READ: dict[Column, str] = {
    **{
        (table, "id"): _ID
        for table in (
            *("study", "profession", "task", "skill", "barrier", "sitting", "sitting_group"),
            *("unit", "scenario"),
        )
    },
    ("unit", "site_id"): _ID,
    **{
        (table, "position"): _PLACE
        for table in (
            *("profession", "task", "skill", "barrier", "barrier_skill"),
            *("sitting", "sitting_profession", "sitting_group", "talk"),
            *("unit", "staff_line", "census_line", "scenario", "scenario_year", "scenario_use"),
        )
    },
    **{(table, "profession_id"): _WHOSE for table in ("task", "skill", "barrier", "sitting_profession", "staff_line")},
    ("staff_line", "unit_id"): _WHOSE,
    **{(table, "scenario_id"): _WHOSE for table in ("scenario_year", "scenario_use")},
    **{(table, "task_id"): _WHOSE for table in ("judgement", "link", "talk", "tally", "vote_pool")},
    **{(table, "skill_id"): _WHOSE for table in ("link", "barrier_skill")},
    ("barrier_skill", "barrier_id"): _WHOSE,
    **{
        (table, "sitting_id"): _WHOSE
        for table in (
            *("sitting_profession", "sitting_group", "talk", "tally", "vote_pool"),
            *("self_position", "survey_item", "received_ballot"),
        )
    },
    **{(table, "group_id"): _WHOSE for table in ("tally", "self_position")},
    ("judgement", "hypothesis"): "the column a judgement stands in; the round trip of the workbook proves it",
    ("judgement", "aspect"): "the column a judgement stands in; the round trip of the workbook proves it",
    ("definition", "key"): "the term a definition is of, worded in the language of the reader",
    ("survey_item", "number"): "the place of a question of the form",
    ("received_ballot", "number"): "serves only to count a ballot once; printed, it would lead to its voter",
    ("talk", "note"): "a note of the facilitator for themselves",
    **{("tally", f"waiting_{level}"): _SECRET for level in ("faible", "moyen", "fort")},
    ("tally", "apart"): _SECRET,
    **{
        ("vote_pool", name): _SECRET
        for name in (
            *("round", "aspect", "hypothesis", "faible", "moyen", "fort"),
            *("waiting_faible", "waiting_moyen", "waiting_fort"),
        )
    },
}
# not in the JSON either
NOT_KEPT: dict[Column, str] = {
    **{("edit_log", name): _LOG for name in ("number", "at", "kind", "subject")},
    **{("edit_change", name): _LOG for name in ("number", "edit", "table_name", "row_id", "old", "new")},
    ("census", "id"): "the same in every file: a study has one official count at most",
    **{("_sqlite_migrations", name): "how the file came to its version" for name in _MIGRATION},
}
# in the JSON by the order or the nesting of what it holds
NESTED = (_PLACE, _WHOSE)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a study that says something everywhere."""
    path = tmp_path_factory.mktemp("stored") / "tout.impact"
    StudyFile.create(path, everything.study(), AT).close()
    return path


@pytest.fixture(scope="module")
def read(stored: Path, tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """What people can read of it: workbook, tables, and the report, in Word as it has the same blocks as the PDF."""
    folder = tmp_path_factory.mktemp("read")
    results = analyse(read_study(stored))
    write_excel(results, folder / "a.xlsx", made_at=AT)
    write_dossier(Form.WORD, results, folder / "a.docx", draw=lambda _picture: None, made_at=AT)
    return [
        *everything.of_workbook(folder / "a.xlsx"),
        *everything.of_tables(write_csv(results, folder / "a.csv")),
        *everything.of_word(folder / "a.docx"),
    ]


def columns(path: Path) -> dict[Column, list[object]]:
    """Every column of the schema with what its rows hold."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        names = [(table, row[1]) for table in tables for row in connection.execute(f"PRAGMA table_info({table})")]
        return {
            (table, name): [value for (value,) in connection.execute(f"SELECT {name} FROM {table}")]
            for table, name in names
        }


def changed(stored: Path, folder: Path, column: Column) -> Study:
    """The study once a column holds another value."""
    table, name = column
    path = folder / "autre.impact"
    path.write_bytes(stored.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE {table} SET {name} = ?", (CHANGED[column],))
        connection.commit()
    return read_study(path)


def shown(study: Study, folder: Path) -> list[object]:
    """What the workbook and the tables show."""
    results = analyse(study)
    write_excel(results, folder / "b.xlsx", made_at=AT)
    tables = write_csv(results, folder / "b.csv")
    return [*everything.of_workbook(folder / "b.xlsx"), *everything.of_tables(tables)]


def test_each_column_is_looked_for_or_left_out_for_a_reason(stored: Path) -> None:
    known = {*CHANGED, *NOT_READ, *NOT_KEPT}
    there = columns(stored)
    assert {column for column in known if column not in there} == set()
    assert set(CHANGED) & {*NOT_READ, *NOT_KEPT} == set()
    empty = [column for column, values in there.items() if column not in known and not any(values)]
    assert empty == [], "the study of this test says nothing there: nothing can be looked for"


def test_each_value_is_in_the_json_of_the_whole_study(stored: Path) -> None:
    told = set(everything.leaves(study_to_json(read_study(stored))))
    missing = [
        (column, value)
        for column, values in columns(stored).items()
        if column not in NOT_KEPT and NOT_READ.get(column) not in NESTED
        for value in everything.parts(values)
        if value not in told and not (value in (0, 1) and column in CHANGED)
    ]
    assert missing == []


def test_each_value_can_be_read_in_an_export(stored: Path, read: list[object]) -> None:
    seen = everything.Seen(read)
    missing = [
        (column, value)
        for column, values in columns(stored).items()
        if column not in {*CHANGED, *NOT_READ, *NOT_KEPT}
        for value in everything.parts(values)
        if not seen.holds(value)
    ]
    assert missing == []


@pytest.mark.parametrize("column", CHANGED, ids=".".join)
def test_a_code_that_changes_changes_the_json_and_what_can_be_read(
    stored: Path, tmp_path: Path, column: Column
) -> None:
    before, after = read_study(stored), changed(stored, tmp_path, column)
    assert study_to_json(before) != study_to_json(after)
    assert shown(before, tmp_path) != shown(after, tmp_path)

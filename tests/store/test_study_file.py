"""A study file holds exactly the study, row by row, and a log that only grows."""

import json
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from impactapp.domain.edits import professions, ratings, studies, tasks
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.study_file import LogEntry, StudyFile
from tests import builders
from tests.store.files import AT, ENTRY, query, tampered, written

CELL = ratings.Cell("sec-1", Hypothesis.LOW, Aspect.SUBSTITUTION)
many = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "étude d'essai.impact"


@many
@given(builders.studies())
def test_any_study_comes_back_as_it_was_written(study: Study) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder) / "s.impact", study)
        assert read_study(path) == study


@many
@given(builders.studies(), builders.studies())
def test_writing_any_difference_leaves_exactly_the_new_study(before: Study, after: Study) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(StudyFile.create(Path(folder) / "s", before, AT)) as file:
        file.write(before, after, ENTRY)
        assert read_study(file.path) == after
        file.write(after, before, ENTRY)
        assert read_study(file.path) == before
        assert query(file.path, "PRAGMA foreign_key_check") == []


def test_a_file_says_what_it_is(path: Path) -> None:
    written(path)
    assert path.read_bytes()[68:72] == b"IMPA"
    assert query(path, "PRAGMA user_version") == [(3,)]
    assert query(path, "PRAGMA journal_mode") == [("delete",)]


def test_every_table_is_strict_and_children_have_parents(path: Path) -> None:
    written(path)
    assert (
        query(
            path, "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'"
        )
        == []
    )
    children = query(
        path, 'SELECT t.name, f."table" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f ORDER BY 1'
    )
    assert sorted(children) == [
        ("barrier", "profession"),
        ("barrier_skill", "barrier"),
        ("barrier_skill", "skill"),
        ("edit_change", "edit_log"),
        ("judgement", "task"),
        ("link", "skill"),
        ("link", "task"),
        ("received_ballot", "sitting"),
        ("scenario_use", "scenario"),
        ("scenario_year", "scenario"),
        *[("self_position", "sitting_group")] * 2,
        ("sitting_group", "sitting"),
        ("sitting_profession", "profession"),
        ("sitting_profession", "sitting"),
        ("skill", "profession"),
        ("staff_line", "profession"),
        ("staff_line", "unit"),
        ("survey_item", "sitting"),
        ("talk", "sitting"),
        *[("tally", "sitting_group")] * 2,
        *[("tally", "talk")] * 2,
        ("task", "profession"),
        ("unit", "unit"),
        *[("vote_pool", "talk")] * 2,
    ]


def test_nothing_is_left_beside_a_closed_file(path: Path) -> None:
    with closing(StudyFile.create(path, builders.secretary(), AT)) as file:
        file.write(file.study, studies.set_title("Autre").change(file.study), ENTRY)
    assert list(path.parent.iterdir()) == [path]


def test_a_file_is_not_created_over_another(path: Path) -> None:
    path.write_text("à moi", encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        StudyFile.create(path, builders.secretary(), AT)
    assert refused.value.problem is Problem.FILE_EXISTS
    assert path.read_text(encoding="utf-8") == "à moi"


def test_a_file_is_not_created_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        StudyFile.create(tmp_path / "nulle part" / "s.impact", builders.secretary(), AT)
    assert refused.value.problem is Problem.FILE_MISSING


def test_a_journal_left_by_a_deleted_file_is_not_played_into_a_new_one(path: Path) -> None:
    with closing(sqlite3.connect(path)) as old:
        old.execute("CREATE TABLE t (a)")
        old.executemany("INSERT INTO t VALUES (?)", [("x" * 500,)] * 100)
        old.commit()
        old.execute("PRAGMA cache_size = 1")
        old.execute("UPDATE t SET a = 'y'")
        left = Path(f"{path}-journal").read_bytes()
        assert left
    path.unlink()
    Path(f"{path}-journal").write_bytes(left)
    written(path)
    assert read_study(path) == builders.secretary()


def test_a_rating_writes_one_row_and_one_line_of_the_log(path: Path) -> None:
    with closing(StudyFile.create(path, builders.secretary(), AT)) as file:
        edit = ratings.rate([CELL], Level.FAIBLE, "Accueil")
        file.write(file.study, edit.change(file.study), ENTRY)
        created, rated = file.log()
    assert (created.kind, created.changes) == ("create", ())
    assert (rated.kind, rated.subject, rated.at) == ("rate", "Accueil", AT)
    (change,) = rated.changes
    assert (change.table, change.row_id) == ("judgement", "sec-1/low/substitution")
    assert (change.old, change.new) == ({"level": "moyen"}, {"level": "faible"})


def test_the_log_names_what_was_added_moved_and_removed(path: Path) -> None:
    before = builders.study(builders.profession(1, (builders.task(1), builders.task(2, Level.FORT), builders.task(3))))
    with closing(StudyFile.create(path, before, AT)) as file:
        moved = tasks.move_tasks("p1", ["t3"], 0).change(before)
        file.write(before, moved, ENTRY)
        removed = tasks.remove_tasks("p1", ["t2"]).change(moved)
        file.write(moved, removed, ENTRY)
        added = professions.add_profession(builders.profession(2)).change(removed)
        file.write(removed, added, ENTRY)
        _created, moving, removing, adding = file.log()
    assert [(change.row_id, change.old, change.new) for change in moving.changes] == [
        ("t3", {"position": 2}, {"position": 0}),
        ("t1", {"position": 0}, {"position": 1}),
        ("t2", {"position": 1}, {"position": 2}),
    ]
    assert [(change.table, change.row_id, change.new) for change in removing.changes] == [
        ("judgement", "t2/low/substitution", None),
        ("task", "t2", None),
    ]
    assert removing.changes[1].old == {
        "id": "t2",
        "profession_id": "p1",
        "position": 2,
        "title": "Activité 2",
        "share": None,
        "human_validates": 0,
    }
    assert [(change.table, change.row_id, change.old) for change in adding.changes] == [("profession", "p2", None)]


def test_times_are_kept_in_utc(path: Path) -> None:
    paris = AT.astimezone(timezone(timedelta(hours=1)))
    with closing(StudyFile.create(path, builders.secretary(), paris)) as file:
        assert file.log()[0].at == AT
    assert query(path, "SELECT at FROM edit_log") == [("2026-11-22T14:03:00.000Z",)]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM edit_log",
        "UPDATE edit_log SET kind = 'x'",
        "INSERT OR REPLACE INTO edit_log VALUES (1, 'x', 'x', 'x')",
        "DELETE FROM edit_change",
        "UPDATE edit_change SET new = 'x'",
        "INSERT OR REPLACE INTO edit_change VALUES (1, 1, 'x', 'x', 'x', 'x')",
    ],
)
def test_the_log_can_only_grow(path: Path, statement: str) -> None:
    with closing(StudyFile.create(path, builders.secretary(), AT)) as file:
        file.write(file.study, studies.set_title("Autre").change(file.study), ENTRY)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        tampered(path, statement)


def test_the_log_is_readable_json(path: Path) -> None:
    with closing(StudyFile.create(path, builders.secretary(), AT)) as file:
        file.write(file.study, studies.set_title("Étude").change(file.study), ENTRY)
    ((old, new),) = query(path, "SELECT old, new FROM edit_change")
    assert json.loads(str(old)) == {"title": "Secrétaire médicale"}
    assert new == '{"title":"Étude"}'


def test_a_task_that_changes_profession_keeps_its_ratings(path: Path) -> None:
    task = builders.task(1, Level.MOYEN, Level.FORT)
    one, two = builders.profession(1, (task,)), builders.profession(2)
    before = builders.study(one, two)
    after = builders.study(replace(one, tasks=()), replace(two, tasks=(task,)))
    with closing(StudyFile.create(path, before, AT)) as file:
        file.write(before, after, ENTRY)
        assert [change.table for change in file.log()[-1].changes] == ["task"]
    assert read_study(path) == after


def test_hostile_text_comes_back_as_it_is(path: Path) -> None:
    for text in ("=1+1", "'; DROP TABLE study; --", "שלום עולם", "👩🏽‍⚕️", "a\tb\nc", "é" * 10_000):
        study = replace(builders.secretary(), purpose=text)
        with closing(StudyFile.create(path, study, AT)) as file:
            assert file.study.purpose == text
        path.unlink()


def test_a_study_is_kept_in_a_file_with_a_strange_name(tmp_path: Path) -> None:
    path = tmp_path / "50 % d’été?mode=memory #1.impact"
    assert read_study(written(path)) == builders.secretary()


def test_closing_twice_does_no_harm(path: Path) -> None:
    file = StudyFile.create(path, builders.secretary(), AT)
    file.close()
    file.close()
    assert list(path.parent.iterdir()) == [path]


def test_an_entry_may_change_no_row(path: Path) -> None:
    with closing(StudyFile.create(path, builders.secretary(), AT)) as file:
        file.write(file.study, replace(file.study), LogEntry(AT, "restore", ""))
        assert file.log()[-1].changes == ()

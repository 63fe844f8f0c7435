"""What can be read of a damaged study is saved in a new file, and what could not is listed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from impactapp.domain.problems import Problem
from impactapp.domain.study import Definitions
from impactapp.store.errors import StoreError
from impactapp.store.losses import LossCode, loss_sentence
from impactapp.store.reading import read_study
from impactapp.store.salvage import Salvage, salvage
from impactapp.store.soundness import check_file
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT, ENTRY, crashed, query, rewritten, tampered, written

STUDY = replace(builders.large(20, 30), definitions=Definitions(fort="Presque tout"))
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "s.impact", STUDY)


def salvaged(path: Path) -> Salvage:
    before = path.read_bytes()
    saved = salvage(path, path.with_name("saved.impact"), AT)
    assert path.read_bytes() == before
    assert check_file(saved.target) == ()
    assert read_study(saved.target) == saved.study
    assert all(loss_sentence(loss) for loss in saved.losses)
    return saved


def pages_of(path: Path, table: str) -> list[int]:
    """Pages of a table that hold rows, in order."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    content = path.read_bytes()
    start = (root - 1) * PAGE
    if content[start] == 13:
        return [root]
    cells = int.from_bytes(content[start + 3 : start + 5], "big")
    pointers = [int.from_bytes(content[start + 12 + 2 * cell : start + 14 + 2 * cell], "big") for cell in range(cells)]
    return [int.from_bytes(content[start + pointer : start + pointer + 4], "big") for pointer in pointers]


def garble(path: Path, page: int) -> None:
    start = (page - 1) * PAGE
    rewritten(path, lambda content: content.__setitem__(slice(start, start + PAGE), b"\xa5" * PAGE))


def test_a_sound_file_is_saved_whole_with_its_history(path: Path) -> None:
    with closing(StudyFile.open(path)) as file:
        file.write(STUDY, replace(STUDY, title="Autre"), ENTRY)
    saved = salvaged(path)
    assert (saved.study, saved.losses) == (replace(STUDY, title="Autre"), ())
    with closing(StudyFile.open(saved.target)) as file:
        assert [edit.kind for edit in file.log()] == ["create", "rate", "salvage"]
        assert file.log()[1].changes[0].new == {"title": "Autre"}


def test_rows_on_both_sides_of_a_damaged_page_are_saved(path: Path) -> None:
    pages = pages_of(path, "judgement")
    assert len(pages) > 4
    garble(path, pages[len(pages) // 2])
    with pytest.raises(StoreError):
        StudyFile.open(path)
    saved = salvaged(path)
    lost = {(loss.code, loss.table) for loss in saved.losses}
    assert lost == {(LossCode.ROWS, "judgement")}
    assert 0 < (saved.losses[0].count or 0) < 200
    same = [old == new for (_, old), (_, new) in zip(STUDY.tasks(), saved.study.tasks(), strict=True)]
    assert same.count(False) <= 60
    assert same[0]
    assert same[-1]


def test_a_damaged_page_of_tasks_loses_those_tasks_and_names_their_ratings(path: Path) -> None:
    garble(path, pages_of(path, "task")[2])
    saved = salvaged(path)
    before = [task for _, task in STUDY.tasks()]
    after = [task for _, task in saved.study.tasks()]
    assert 0 < len(after) < len(before)
    assert set(after) < set(before)
    orphans = [loss for loss in saved.losses if loss.code is LossCode.PARENT]
    assert len(orphans) >= (len(before) - len(after)) * 4
    assert {loss.rest for loss in orphans} <= {"faible", "moyen", "fort"}


def test_tasks_whose_profession_is_lost_are_kept_together(path: Path) -> None:
    tampered(path, "DELETE FROM profession WHERE id = 'p3'")
    saved = salvaged(path)
    found = saved.study.profession("p3")
    assert found is not None
    assert found.title.startswith("Activités retrouvées")
    assert found.tasks == STUDY.professions[3].tasks
    assert [loss.code for loss in saved.losses] == [LossCode.PARENT] * 30


def test_a_file_that_lost_a_third_gives_what_it_still_holds(path: Path) -> None:
    rewritten(path, lambda content: content.__delitem__(slice(len(content) * 2 // 3, None)))
    saved = salvaged(path)
    assert saved.study.title == STUDY.title
    assert {loss.code for loss in saved.losses} >= {LossCode.ROWS}
    assert 0 < len(list(saved.study.tasks())) <= 600


def test_a_file_that_lost_its_last_byte_gives_nearly_all(path: Path) -> None:
    rewritten(path, lambda content: content.pop())
    assert len(list(salvaged(path).study.tasks())) > 500


def test_a_lost_title_page_is_made_up_from_the_name_of_the_file(path: Path) -> None:
    tampered(path, "DELETE FROM study")
    saved = salvaged(path)
    assert saved.study.title == "s"
    assert saved.study.professions == STUDY.professions
    assert [loss.code for loss in saved.losses] == [LossCode.STUDY]


def test_values_that_mean_nothing_are_listed_and_left_behind(path: Path) -> None:
    tampered(
        path,
        "UPDATE profession SET category = 'wizard' WHERE id = 'p0'",
        "INSERT INTO definition VALUES ('sideways', 'x')",
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE judgement SET level = 'enormous' WHERE task_id = 't1-0' AND hypothesis = 'low' AND aspect = 'roi'",
        "UPDATE task SET share = 7 WHERE id = 't1-1'",
    )
    saved = salvaged(path)
    assert {(loss.code, loss.table) for loss in saved.losses} == {
        (LossCode.ROW, "profession"),
        (LossCode.PARENT, "task"),
        (LossCode.ROW, "task"),
        (LossCode.ROW, "judgement"),
    }
    assert "wizard" in next(loss.rest for loss in saved.losses if loss.table == "profession")
    tasks = {task.id: task for _, task in saved.study.tasks()}
    assert (tasks["t1-0"].low.roi, tasks["t1-1"].share) == (None, None)
    assert saved.study.definitions == STUDY.definitions


def test_doubled_rows_are_kept_once(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for table in ("task", "profession"):
            columns = ", ".join(name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})"))
            connection.execute(f"CREATE TABLE doubled AS SELECT * FROM {table}")
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(f"DROP TABLE {table}")
            connection.execute(f"ALTER TABLE doubled RENAME TO {table}")
            connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} LIMIT 1")
        connection.commit()
    saved = salvaged(path)
    assert saved.study.professions == STUDY.professions
    assert [(loss.code, loss.table) for loss in saved.losses] == [(LossCode.ROW, "task")]


def test_a_title_page_that_means_nothing_is_made_up(path: Path) -> None:
    tampered(path, "UPDATE study SET origin = 'elsewhere'")
    saved = salvaged(path)
    assert (saved.study.title, [loss.code for loss in saved.losses]) == ("s", [LossCode.STUDY])


def test_words_of_a_rating_whose_task_is_lost_are_listed(path: Path) -> None:
    tampered(path, "INSERT INTO judgement VALUES ('gone', 'low', 'roi', 'fort', 'Parce que')")
    (loss,) = salvaged(path).losses
    assert (loss.code, loss.table, loss.rest) == (LossCode.PARENT, "judgement", "fort · Parce que")
    assert loss_sentence(loss).endswith("fort · Parce que")


def test_a_crash_in_the_middle_of_an_edit_is_taken_back_first(path: Path) -> None:
    crashed(path)
    assert salvaged(path).study == STUDY


def test_a_file_that_is_no_study_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.impact"
    path.write_text("rien à sauver", encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        salvage(path, tmp_path / "saved.impact", AT)
    assert refused.value.problem is Problem.FILE_NOT_A_STUDY


def test_nothing_is_saved_over_another_file(path: Path) -> None:
    target = path.with_name("saved.impact")
    target.write_text("à moi", encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        salvage(path, target, AT)
    assert refused.value.problem is Problem.FILE_EXISTS
    assert target.read_text(encoding="utf-8") == "à moi"


def test_a_file_whose_every_page_is_damaged_gives_an_empty_study_and_says_so(path: Path) -> None:
    rewritten(path, lambda content: content.__setitem__(slice(100, None), b"\xa5" * (len(content) - 100)))
    saved = salvaged(path)
    assert saved.study.professions == ()
    assert {loss.table for loss in saved.losses} == {
        "study",
        "definition",
        "profession",
        "task",
        "judgement",
        "skill",
        "link",
        "barrier",
        "barrier_skill",
        *("sitting", "sitting_profession", "sitting_group", "talk", "tally", "self_position", "survey_item"),
        "vote_pool",
        "received_ballot",
        *("unit", "staff_line", "census", "census_line", "scenario", "scenario_year", "scenario_use"),
        "edit_log",
        "edit_change",
    }
    assert query(saved.target, "SELECT kind FROM edit_log") == [("salvage",)]

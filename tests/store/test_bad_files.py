"""A file that is not a sound study is refused in one way each, and left as it was."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from impactapp.domain.problems import Problem
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT, rewritten, tampered, written


def _empty(path: Path) -> None:
    path.touch()


def _text(path: Path) -> None:
    path.write_text("Ceci n'est pas une étude. " * 50, encoding="utf-8")


def _folder(path: Path) -> None:
    path.mkdir()


def _foreign(path: Path) -> None:
    tampered(path, "CREATE TABLE t (a)")


def _header_only(path: Path) -> None:
    path.write_bytes(written(path).read_bytes()[:60])


def _cut_in_half(path: Path) -> None:
    content = written(path).read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _cut_off_page(path: Path) -> None:
    path.write_bytes(written(path).read_bytes()[:-5000])


def _garbled(path: Path) -> None:
    rewritten(written(path), lambda content: content.__setitem__(slice(4096, 12288), b"\xa5" * 8192))


def _without_table(path: Path) -> None:
    tampered(written(path), "DROP TABLE judgement")


def _without_study(path: Path) -> None:
    tampered(written(path), "DELETE FROM study")


def _with_two_studies(path: Path) -> None:
    tampered(
        written(path),
        "INSERT INTO study SELECT 'other', title, establishment, authors, purpose, day, origin, "
        "rule, NULL, NULL, NULL, weighting, exposure_rule FROM study",
    )


def _with_orphan_task(path: Path) -> None:
    tampered(written(path), "INSERT INTO task VALUES ('x', 'gone', 0, 'Orpheline', NULL, 0)")


def _with_orphan_judgement(path: Path) -> None:
    tampered(written(path), "INSERT INTO judgement VALUES ('gone', 'low', 'roi', 'fort', '')")


def _with_orphan_skill(path: Path) -> None:
    tampered(written(path, builders.skilled()), "UPDATE skill SET profession_id = 'gone' WHERE id = 'k3'")


def _with_orphan_link(path: Path) -> None:
    tampered(written(path, builders.skilled()), "UPDATE link SET skill_id = 'gone' WHERE task_id = 'sec-2'")


def _with_link_to_no_task(path: Path) -> None:
    tampered(written(path, builders.skilled()), "UPDATE link SET task_id = 'gone' WHERE task_id = 'sec-2'")


def _with_link_to_the_task_of_another_profession(path: Path) -> None:
    two = replace(builders.skilled(), professions=(*builders.skilled().professions, builders.profession(2)))
    tampered(written(path, two), "UPDATE task SET profession_id = 'p2' WHERE id = 'sec-2'")


def _with_orphan_barrier(path: Path) -> None:
    tampered(written(path, builders.skilled()), "UPDATE barrier SET profession_id = 'gone'")


def _with_barrier_for_no_skill(path: Path) -> None:
    tampered(written(path, builders.skilled()), "UPDATE barrier_skill SET skill_id = 'gone'")


def _with_skill_of_no_barrier(path: Path) -> None:
    tampered(written(path, builders.skilled()), "DELETE FROM barrier")


def _with_unknown_kind(path: Path) -> None:
    tampered(written(path, builders.skilled()), "UPDATE skill SET kind = 'wizardry'")


def _with_unknown_state(path: Path) -> None:
    tampered(written(path, builders.skilled()), "UPDATE barrier SET state = 'dreamt'")


def _with_day_that_is_none(path: Path) -> None:
    tampered(written(path, builders.skilled()), "UPDATE barrier SET review = '2026-02-30'")


def _with_unknown_exposure_rule(path: Path) -> None:
    tampered(written(path), "UPDATE study SET exposure_rule = 'next'")


def _with_unknown_category(path: Path) -> None:
    tampered(written(path), "UPDATE profession SET category = 'wizard'")


def _with_unknown_codes(path: Path) -> None:
    tampered(written(path), "UPDATE profession SET rome = '{\"M1609\": 1}'")


def _with_unknown_definition(path: Path) -> None:
    tampered(written(path), "INSERT INTO definition VALUES ('sideways', 'x')")


def _never_finished(path: Path) -> None:
    tampered(written(path), "PRAGMA user_version = 0")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: None, Problem.FILE_MISSING),
        (_folder, Problem.FILE_NOT_A_STUDY),
        (_empty, Problem.FILE_NOT_A_STUDY),
        (_text, Problem.FILE_NOT_A_STUDY),
        (_foreign, Problem.FILE_FOREIGN_DATABASE),
        (_header_only, Problem.FILE_DAMAGED),
        (_cut_in_half, Problem.FILE_DAMAGED),
        (_cut_off_page, Problem.FILE_DAMAGED),
        (_garbled, Problem.FILE_DAMAGED),
        (_without_table, Problem.FILE_DAMAGED),
        (_without_study, Problem.FILE_DAMAGED),
        (_with_two_studies, Problem.FILE_DAMAGED),
        (_with_orphan_task, Problem.FILE_DAMAGED),
        (_with_orphan_judgement, Problem.FILE_DAMAGED),
        (_with_orphan_skill, Problem.FILE_DAMAGED),
        (_with_orphan_link, Problem.FILE_DAMAGED),
        (_with_link_to_no_task, Problem.FILE_DAMAGED),
        (_with_link_to_the_task_of_another_profession, Problem.FILE_DAMAGED),
        (_with_orphan_barrier, Problem.FILE_DAMAGED),
        (_with_barrier_for_no_skill, Problem.FILE_DAMAGED),
        (_with_skill_of_no_barrier, Problem.FILE_DAMAGED),
        (_with_unknown_kind, Problem.FILE_DAMAGED),
        (_with_unknown_state, Problem.FILE_DAMAGED),
        (_with_day_that_is_none, Problem.FILE_DAMAGED),
        (_with_unknown_exposure_rule, Problem.FILE_DAMAGED),
        (_with_unknown_category, Problem.FILE_DAMAGED),
        (_with_unknown_codes, Problem.FILE_DAMAGED),
        (_with_unknown_definition, Problem.FILE_DAMAGED),
        (_never_finished, Problem.FILE_DAMAGED),
    ],
)
def test_a_bad_file_is_refused_for_what_it_is_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], problem: Problem
) -> None:
    path = tmp_path / "s.impact"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for read in (StudyFile.open, read_study):
        with pytest.raises(StoreError) as refused:
            read(path)
        assert refused.value.problem is problem
        assert refused.value.values["path"] == str(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(tmp_path.iterdir()) == ([path] if path.exists() else [])


def test_an_sqlite_without_strict_tables_is_refused_by_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "s.impact")
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 9))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.36.9")
    with pytest.raises(StoreError) as refused:
        StudyFile.open(path)
    assert refused.value.problem is Problem.SQLITE_TOO_OLD
    assert refused.value.values == {"path": str(path), "version": "3.36.9", "needed": "3.37.0"}
    with pytest.raises(StoreError):
        StudyFile.create(tmp_path / "new.impact", builders.secretary(), AT)

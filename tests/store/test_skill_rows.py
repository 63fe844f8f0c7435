"""Skills, links and barriers are written row by row with a line of the log each, whatever is removed around them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from impactapp.domain.edits import barriers, professions, skills, studies, tasks
from impactapp.domain.edits.edit import Edit
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Profession
from impactapp.domain.rule import Rule
from impactapp.domain.skill import Skill, Stage
from impactapp.store.edit_log import LoggedChange
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.soundness import FlawCode, check_file
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT, ENTRY, query, tampered, written

UNCHECKED = "PRAGMA ignore_check_constraints = ON"
STUDY = builders.skilled()
SECRETARY = STUDY.professions[0]
BARRIER = SECRETARY.barriers[0]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[StudyFile]:
    with closing(StudyFile.create(tmp_path / "s.impact", STUDY, AT)) as opened:
        yield opened
        assert query(opened.path, "PRAGMA foreign_key_check") == []


def made(file: StudyFile, edit: Edit) -> list[LoggedChange]:
    """What the log says of an edit; the file holds the new study, and the old one once it is taken back."""
    after = edit.change(STUDY)
    file.write(STUDY, after, ENTRY)
    changes = list(file.log()[-1].changes)
    assert read_study(file.path) == after
    file.write(after, STUDY, ENTRY)
    assert read_study(file.path) == STUDY
    return changes


def rows(changes: list[LoggedChange]) -> list[tuple[str, str]]:
    return [(change.table, change.row_id) for change in changes]


def test_a_study_with_skills_comes_back_as_it_was_written(file: StudyFile) -> None:
    assert file.study == STUDY


def test_an_intensity_writes_one_row(file: StudyFile) -> None:
    (change,) = made(file, skills.set_intensities("sec", {skills.LinkAddress("k1", "sec-9"): 3}))
    assert (change.table, change.row_id) == ("link", "k1/sec-9")
    assert (change.old, change.new) == ({"intensity": 1}, {"intensity": 3})


def test_a_stage_and_what_is_formative_are_logged(file: StudyFile) -> None:
    address = skills.LinkAddress("k2", "sec-10")
    (staged,) = made(file, skills.set_stage("sec", [address], Stage.THEORY))
    assert (staged.old, staged.new) == ({"stage": None}, {"stage": "theory"})
    (formative,) = made(file, skills.set_formative("sec", [address], True))
    assert (formative.old, formative.new) == ({"formative": 0}, {"formative": 1})


def test_a_new_link_writes_one_row_wherever_it_stands(file: StudyFile) -> None:
    (change,) = made(file, skills.set_intensities("sec", {skills.LinkAddress("k1", "sec-1"): 2}))
    whole = {"skill_id": "k1", "task_id": "sec-1", "intensity": 2, "stage": None, "formative": 0}
    assert (change.row_id, change.old, change.new) == ("k1/sec-1", None, whole)


def test_the_links_of_a_removed_activity_go_before_it(file: StudyFile) -> None:
    removed = rows(made(file, tasks.remove_tasks("sec", ["sec-9"])))
    assert removed[0] == ("link", "k1/sec-9")
    assert ("task", "sec-9") in removed


def test_links_follow_activities_that_are_merged(file: StudyFile) -> None:
    changes = rows(made(file, tasks.merge_tasks("sec", ["sec-6", "sec-9"], "Écrits")))
    assert ("link", "k1/sec-9") in changes


def test_a_removed_skill_goes_with_its_links_and_its_barriers_let_go(file: StudyFile) -> None:
    removed = rows(made(file, skills.remove_skills("sec", ["k1"])))
    ties = [("link", "k1/sec-2"), ("link", "k1/sec-6"), ("link", "k1/sec-9"), ("barrier_skill", "b1/k1")]
    assert removed == [*ties, ("skill", "k2"), ("skill", "k3"), ("skill", "k1")]


def test_skills_are_moved_by_their_positions(file: StudyFile) -> None:
    moved = made(file, skills.move_skill("sec", SECRETARY.skills[2], 0))
    assert [(change.row_id, change.old, change.new) for change in moved] == [
        ("k3", {"position": 2}, {"position": 0}),
        ("k1", {"position": 0}, {"position": 1}),
        ("k2", {"position": 1}, {"position": 2}),
    ]


def test_the_skills_of_a_barrier_keep_their_order(file: StudyFile) -> None:
    changes = made(file, barriers.set_barrier_skills("sec", BARRIER, ["k3", "k1"]))
    assert [(change.row_id, change.old, change.new) for change in changes] == [
        ("b1/k1", {"position": 0}, {"position": 1}),
        ("b1/k3", None, {"barrier_id": "b1", "skill_id": "k3", "position": 0}),
    ]


def test_dates_and_mechanisms_of_a_barrier_are_words_in_the_file(file: StudyFile) -> None:
    (start,) = made(file, barriers.set_barrier_start("sec", BARRIER, date(2026, 11, 22)))
    assert (start.old, start.new) == ({"start": None}, {"start": "2026-11-22"})
    (against,) = made(file, barriers.set_barrier_against("sec", BARRIER, barriers.RESTORABLE[1:]))
    assert (against.old, against.new) == ({"against": "both"}, {"against": "non_acquisition"})


def test_a_removed_barrier_lets_go_of_its_skills_first(file: StudyFile) -> None:
    assert rows(made(file, barriers.remove_barriers("sec", ["b1"]))) == [("barrier_skill", "b1/k1"), ("barrier", "b1")]


def test_what_a_human_validates_and_the_exposure_rule_are_one_column_each(file: StudyFile) -> None:
    (validated,) = made(file, skills.set_validated("sec-1", True))
    assert (validated.table, validated.old, validated.new) == ("task", {"human_validates": 0}, {"human_validates": 1})
    (rule,) = made(file, studies.set_exposure_rule(Rule.SHARE_OF_FORT))
    assert (rule.old, rule.new) == ({"exposure_rule": "weighted"}, {"exposure_rule": "share_of_fort"})


def test_a_removed_profession_takes_everything_along(file: StudyFile) -> None:
    removed = made(file, professions.remove_profession("sec", ""))
    assert {change.table for change in removed} == {
        *("profession", "task", "judgement", "skill", "link", "barrier", "barrier_skill")
    }
    assert (removed[-1].table, removed[0].table) == ("profession", "link")


def test_a_skill_that_changes_profession_keeps_its_links(tmp_path: Path) -> None:
    task = builders.task(1)
    skill = replace(SECRETARY.skills[0], links=(replace(SECRETARY.skills[0].links[0], task_id="t1"),))
    one: Profession = replace(builders.profession(1, (task,)), skills=(skill,))
    before = builders.study(one, builders.profession(2))
    after = builders.study(
        replace(one, tasks=(), skills=()), replace(builders.profession(2), tasks=(task,), skills=(skill,))
    )
    with closing(StudyFile.create(tmp_path / "s.impact", before, AT)) as file:
        file.write(before, after, ENTRY)
        assert rows(list(file.log()[-1].changes)) == [("task", "t1"), ("skill", "k1")]
    assert read_study(file.path) == after


def test_three_hundred_skills_are_kept_in_their_order(tmp_path: Path) -> None:
    listed = tuple(Skill(f"k{number}", f"Compétence {number}") for number in range(300))
    study = builders.study(replace(builders.profession(1), skills=listed))
    assert read_study(written(tmp_path / "s.impact", study)) == study


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE link SET intensity = 4", FlawCode.INTENSITY_OUT_OF_RANGE),
        ("UPDATE link SET intensity = 0", FlawCode.INTENSITY_OUT_OF_RANGE),
        ("UPDATE link SET intensity = -1", FlawCode.INTENSITY_OUT_OF_RANGE),
        ("UPDATE link SET formative = 2", FlawCode.UNREADABLE),
        ("UPDATE link SET stage = 'magic'", FlawCode.UNREADABLE),
        ("UPDATE skill SET criticality = 4", FlawCode.UNREADABLE),
        ("UPDATE skill SET retention = 'ever'", FlawCode.UNREADABLE),
        ("UPDATE skill SET experienced = -1", FlawCode.STAFF_OUT_OF_RANGE),
        ("UPDATE skill SET baseline_hours = 0", FlawCode.HOURS_OUT_OF_RANGE),
        ("UPDATE skill SET baseline_hours = 9e999", FlawCode.HOURS_OUT_OF_RANGE),
        ("UPDATE barrier SET hours_per_month = 0", FlawCode.HOURS_OUT_OF_RANGE),
        ("UPDATE barrier SET hours_per_month = 10000", FlawCode.HOURS_OUT_OF_RANGE),
        ("UPDATE barrier SET team_hours = -1", FlawCode.HOURS_OUT_OF_RANGE),
        ("UPDATE barrier SET against = 'mis_skilling'", FlawCode.UNREADABLE),
        ("UPDATE barrier SET start = '2026-11-22', review = '2026-11-21'", FlawCode.REVIEW_BEFORE_START),
        ("UPDATE task SET human_validates = 2", FlawCode.UNREADABLE),
    ],
)
def test_what_cannot_be_is_kept_out_of_the_file_and_found_when_it_got_in(
    tmp_path: Path, statement: str, code: FlawCode
) -> None:
    path = written(tmp_path / "s.impact", STUDY)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        tampered(path, statement)
    tampered(path, UNCHECKED, statement)
    assert {flaw.code for flaw in check_file(path)} == {code}
    for read in (StudyFile.open, read_study):
        with pytest.raises(StoreError) as refused:
            read(path)
        assert refused.value.problem is Problem.FILE_DAMAGED


@pytest.mark.parametrize(
    ("statement", "code", "where"),
    [
        ("UPDATE skill SET title = 'RÉDACTION' WHERE id = 'k3'", FlawCode.DUPLICATE_TITLE, "RÉDACTION"),
        ("UPDATE skill SET title = ' ' WHERE id = 'k3'", FlawCode.EMPTY_TITLE, "Secrétaire médicale"),
        ("UPDATE barrier SET title = ''", FlawCode.EMPTY_TITLE, "Secrétaire médicale"),
        ("UPDATE study SET exposure_rule = 'custom'", FlawCode.RATES_MISSING, "Secrétaire médicale"),
        ("UPDATE link SET task_id = 'gone' WHERE task_id = 'sec-2'", FlawCode.ORPHAN, "liens entre compétences"),
        ("UPDATE barrier_skill SET skill_id = 'gone'", FlawCode.ORPHAN, "compétences que les mesures"),
    ],
)
def test_a_flaw_among_skills_is_named(tmp_path: Path, statement: str, code: FlawCode, where: str) -> None:
    path = tampered(written(tmp_path / "s.impact", STUDY), statement)
    found = check_file(path)
    assert {flaw.code for flaw in found} == {code}
    assert all(flaw.where.startswith(where) for flaw in found)

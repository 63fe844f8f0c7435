"""Sittings are written row by row, whatever is removed around them, and what cannot be is kept out or found."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from impactapp.domain.edits import professions, tasks, votes, workshop
from impactapp.domain.edits.edit import Edit
from impactapp.domain.problems import Problem
from impactapp.domain.study import Origin, Study
from impactapp.domain.workshop import (
    Counts,
    Group,
    GroupKind,
    Moment,
    Protocol,
    Scope,
    Sitting,
    empty_survey,
    questions,
)
from impactapp.store import schema
from impactapp.store.changes import changes_between
from impactapp.store.edit_log import LoggedChange
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.row_changes import RowChange
from impactapp.store.soundness import FlawCode, check_file
from impactapp.store.study_file import ReadOnlyReason, StudyFile
from tests import builders
from tests.sitting_builders import LOW
from tests.store.files import AT, ENTRY, query, tampered, written

UNCHECKED = "PRAGMA ignore_check_constraints = ON"
STUDY = builders.workshop()
(SITTING,) = STUDY.sittings


@pytest.fixture
def file(tmp_path: Path) -> Iterator[StudyFile]:
    with closing(StudyFile.create(tmp_path / "s.impact", STUDY, AT)) as opened:
        yield opened
        assert query(opened.path, "PRAGMA foreign_key_check") == []


def made(file: StudyFile, edit: Edit) -> tuple[list[RowChange], list[LoggedChange]]:
    """The rows that an edit changes and what the log says of it; taken back, the file holds the old study."""
    after = edit.change(STUDY)
    assert after != STUDY
    file.write(STUDY, after, ENTRY)
    logged = list(file.log()[-1].changes)
    assert read_study(file.path) == after
    file.write(after, STUDY, ENTRY)
    assert read_study(file.path) == STUDY
    return list(changes_between(STUDY, after)), logged


def test_a_study_with_a_sitting_comes_back_as_it_was_written(file: StudyFile) -> None:
    assert file.study == STUDY


def test_counts_of_hands_write_one_row(file: StudyFile) -> None:
    (change,), _logged = made(file, votes.count_hands(SITTING, "sec-6", LOW, "staff", Counts(0, 2, 4)))
    assert (change.table, change.key) == ("tally", ("w1", "sec-6", "1", "substitution", "low", "staff"))
    assert (change.old, change.new) == ({"moyen": 1, "fort": 5}, {"moyen": 2, "fort": 4})


def test_an_activity_that_is_opened_writes_its_talk_before_its_votes(file: StudyFile) -> None:
    changes, logged = made(file, votes.count_hands(SITTING, "sec-5", LOW, "staff", Counts(0, 2, 4)))
    assert [change.table for change in changes] == ["talk", "tally"]
    assert [change.row_id for change in logged] == ["w1/sec-5"]


def test_what_is_said_of_a_talk_and_a_sitting_is_logged(file: StudyFile) -> None:
    _changes, (spent,) = made(file, votes.spend(SITTING, "sec-1", 20))
    assert (spent.old, spent.new) == ({"seconds": 760}, {"seconds": 780})
    _changes, (day,) = made(file, workshop.set_sitting_day(SITTING, date(2026, 11, 23)))
    assert (day.old, day.new) == ({"day": "2026-11-22"}, {"day": "2026-11-23"})
    _changes, (rounds,) = made(file, workshop.set_protocol(SITTING, Protocol(rounds=3)))
    assert (rounds.table, rounds.new) == ("sitting", {"rounds": 3})
    _changes, (size,) = made(file, workshop.set_group(SITTING, Group("staff", GroupKind.STAFF, 8)))
    assert (size.row_id, size.new) == ("w1/staff", {"size": 8})


def test_a_removed_sitting_takes_everything_along_children_first(file: StudyFile) -> None:
    changes, _logged = made(file, workshop.remove_sitting(SITTING))
    tables = [change.table for change in changes]
    assert set(tables) == {
        *("sitting", "sitting_profession", "sitting_group", "talk", "tally", "self_position", "survey_item"),
        "received_ballot",
    }
    assert tables[-1] == "sitting"
    assert tables.index("talk") > max(place for place, table in enumerate(tables) if table == "tally")


def test_a_reset_takes_back_votes_and_talks(file: StudyFile) -> None:
    changes, _logged = made(file, votes.reset_votes(SITTING))
    assert {change.table for change in changes if change.new is None} == {
        *("talk", "tally", "self_position", "received_ballot"),
    }


def test_a_talk_outlives_its_activity(file: StudyFile) -> None:
    changes, _logged = made(file, tasks.remove_tasks("sec", ["sec-1"]))
    assert "talk" not in {change.table for change in changes}


def test_a_removed_profession_leaves_its_sittings_first(file: StudyFile) -> None:
    changes, _logged = made(file, professions.remove_profession("sec", ""))
    tables = [change.table for change in changes]
    assert tables[0] == "sitting_profession"
    assert tables[-2:] == ["profession", "sitting"]
    assert changes[-1].new == {"about_none": 1}


def test_a_group_and_the_professions_keep_their_order(file: StudyFile) -> None:
    second = Sitting("w0", "Deuxième", groups=(Group("z", GroupKind.USERS, 2), Group("a", GroupKind.STAFF, 2)))
    made(file, workshop.add_sitting(replace(second, survey=empty_survey())))


def test_positions_before_and_after_are_one_row_a_group(file: StudyFile) -> None:
    (change,), logged = made(file, workshop.set_positions(SITTING, Moment.BEFORE, "unions", (0, 3, 0, 0)))
    assert (change.table, change.key) == ("self_position", ("w1", "before", "unions"))
    assert logged == []


def test_one_question_for_both_hypotheses_comes_back(tmp_path: Path) -> None:
    once = replace(SITTING, talks=(), protocol=Protocol(scope=Scope.SUBSTITUTION_ONCE))
    (question,) = questions(Scope.SUBSTITUTION_ONCE)
    before = replace(STUDY, sittings=(once,))
    after = votes.count_hands(once, "sec-1", question, "staff", Counts(1, 1, 1)).change(before)
    assert read_study(written(tmp_path / "s.impact", after)) == after


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tally SET fort = -1",
        "UPDATE tally SET aspect = 'magic'",
        "UPDATE tally SET hypothesis = 'both' WHERE hypothesis = 'low'",
        "UPDATE self_position SET one = -1",
        "UPDATE survey_item SET four = -1",
        "UPDATE sitting SET rounds = 0",
        "UPDATE sitting SET majority = 0.9",
        "UPDATE sitting SET minutes = 0",
        "UPDATE sitting SET training = 2",
        "UPDATE sitting_group SET size = 0",
        "UPDATE talk SET seconds = -1",
        "UPDATE talk SET parked = 2",
    ],
)
def test_what_cannot_be_is_kept_out_of_the_file_and_refused_when_it_got_in(tmp_path: Path, statement: str) -> None:
    path = written(tmp_path / "s.impact", STUDY)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        tampered(path, statement)
    tampered(path, UNCHECKED, "PRAGMA foreign_keys = OFF", statement)
    assert {flaw.code for flaw in check_file(path)} <= {FlawCode.UNREADABLE, FlawCode.DAMAGED}
    assert check_file(path)
    for read in (StudyFile.open, read_study):
        with pytest.raises(StoreError) as refused:
            read(path)
        assert refused.value.problem is Problem.FILE_DAMAGED


@pytest.mark.parametrize(
    ("statement", "code", "where"),
    [
        ("UPDATE tally SET fort = 99 WHERE group_id = 'staff'", FlawCode.VOTES_ABOVE_GROUP, "Séance du 22"),
        ("UPDATE survey_item SET one = 99", FlawCode.VOTES_ABOVE_GROUP, "Séance du 22"),
        ("UPDATE talk SET dissent = 99", FlawCode.VOTES_ABOVE_GROUP, "Séance du 22"),
        ("UPDATE sitting SET training = 1", FlawCode.TRAINING_MIXED, "Séance du 22"),
        ("UPDATE sitting SET scope = 'criteria'", FlawCode.SITTING_UNSOUND, "Séance du 22"),
        ("UPDATE talk SET round = 1", FlawCode.SITTING_UNSOUND, "Séance du 22"),
        ("UPDATE sitting_group SET kind = 'other'", FlawCode.SITTING_UNSOUND, "Séance du 22"),
        ("UPDATE sitting SET title = ' '", FlawCode.EMPTY_TITLE, "Secrétaire"),
        ("DELETE FROM sitting_group WHERE id = 'unions'", FlawCode.ORPHAN, ""),
        ("DELETE FROM talk", FlawCode.ORPHAN, "votes"),
        ("DELETE FROM sitting", FlawCode.ORPHAN, ""),
    ],
)
def test_a_flaw_of_a_sitting_is_named(tmp_path: Path, statement: str, code: FlawCode, where: str) -> None:
    path = tampered(written(tmp_path / "s.impact", STUDY), statement)
    found = check_file(path)
    assert {flaw.code for flaw in found} == {code}
    assert all(flaw.where.startswith(where) for flaw in found)


def test_votes_above_the_group_do_not_close_the_study(tmp_path: Path) -> None:
    path = tampered(written(tmp_path / "s.impact", STUDY), "UPDATE talk SET dissent = 99")
    assert read_study(path).sittings[0].talks[0].dissent == 99


def test_a_demonstration_holds_training(tmp_path: Path) -> None:
    study: Study = replace(STUDY, origin=Origin.DEMONSTRATION, sittings=(replace(SITTING, is_training=True),))
    path = written(tmp_path / "s.impact", study)
    assert read_study(path) == study
    assert check_file(path) == ()


def test_a_newer_file_shows_its_sittings_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        step = ("made_up_next_schema", ("ALTER TABLE talk ADD COLUMN mood TEXT",))
        later.setattr(schema, "STEPS", (*schema.STEPS, step))
        path = written(tmp_path / "s.impact", STUDY)
    with closing(StudyFile.open(path)) as file:
        assert file.read_only is not None
        assert file.read_only.reason is ReadOnlyReason.NEWER
        assert file.study == STUDY

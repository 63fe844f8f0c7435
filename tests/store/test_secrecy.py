"""Nothing in the file ties a vote to a voter beyond the group: neither log, nor order of rows, nor old bytes."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from impactapp.document import Document
from impactapp.domain.edits import votes, workshop
from impactapp.domain.edits.votes import Ballot
from impactapp.domain.level import Level
from impactapp.domain.workshop import Moment, Sitting, empty_survey
from impactapp.store import backups
from impactapp.store import connection as connections
from tests import builders
from tests.sitting_builders import HIGH, LOW, MANAGERS, STAFF
from tests.store.files import query

MORNING = datetime(2026, 11, 22, 9, 41, 17, tzinfo=UTC)
DAY = datetime(2026, 11, 22, tzinfo=UTC)
SITTING = Sitting("w1", "Séance", profession_ids=("sec",), groups=(STAFF, MANAGERS), survey=empty_survey())
EMPTY = replace(builders.secretary(), sittings=(SITTING,))
FIVE = (
    Ballot("n-4711", "staff", {("sec-1", LOW): Level.FAIBLE, ("sec-2", HIGH): Level.FORT}),
    Ballot("n-0815", "staff", {("sec-2", LOW): Level.MOYEN, ("sec-1", LOW): Level.FORT}),
    Ballot("n-1234", "managers", {("sec-1", LOW): Level.MOYEN}),
    Ballot("n-0001", "staff", {("sec-1", LOW): Level.FAIBLE, ("sec-2", HIGH): Level.MOYEN}),
    Ballot("", "managers", {("sec-2", HIGH): Level.FORT}),
)
# what stands in the row of a tally before its counts: the round takes no byte
KEY = b"w1sec-1substitutionlowstaff"
VOTES = ("tally", "vote_pool", "received_ballot", "self_position", "survey_item")


class Clock:
    """Every edit comes a minute and a bit after the last."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=67)
        return self.now


def voted(path: Path, ballots: Sequence[Ballot]) -> Document:
    document = Document.create(path, EMPTY, Clock())
    for ballot in ballots:
        document.apply(votes.cast_ballots(SITTING, [ballot], "Séance"))
    return document


def told(path: Path) -> str:
    """Everything the log holds, as one text."""
    return repr(query(path, "SELECT * FROM edit_log") + query(path, "SELECT * FROM edit_change"))


def test_the_log_says_that_ballots_were_cast_that_day_and_no_more(tmp_path: Path) -> None:
    with closing(voted(tmp_path / "s.impact", FIVE)) as document:
        document.undo()
        document.redo()
        lines = document.log()[1:]
    assert [line.kind for line in lines] == ["cast_ballots"] * 5 + ["undo:cast_ballots", "redo:cast_ballots"]
    assert {line.at for line in lines} == {DAY}
    assert {change.table for line in lines for change in line.changes} <= {"talk"}


@pytest.mark.parametrize("kind", ["reset", "remove", "undo", "restore"])
def test_no_edit_brings_votes_into_the_log(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "s.impact"
    with closing(voted(path, FIVE)) as document:
        sitting = document.study.sittings[0]
        document.apply(workshop.set_positions(sitting, Moment.BEFORE, "staff", (0, 1, 0, 0)))
        document.apply(workshop.set_survey_counts(sitting, 1, (0, 0, 0, 1)))
        backup = document.keep_backup()
        document.apply(votes.reset_votes(sitting) if kind == "reset" else workshop.remove_sitting(sitting))
        if kind == "undo":
            document.undo()
        elif kind == "restore":
            assert backup is not None
            document.restore(backup)
        changes = [change for line in document.log() for change in line.changes]
    assert not {change.table for change in changes} & {"tally", "received_ballot", "self_position"}
    answers = [change for change in changes if change.table == "survey_item"]
    assert all("one" not in (change.old or {}) and "one" not in (change.new or {}) for change in answers)
    assert not any(ballot.number in told(path) for ballot in FIVE if ballot.number)


def test_counts_given_by_one_voter_at_a_time_are_logged_by_the_day(tmp_path: Path) -> None:
    path = tmp_path / "s.impact"
    with closing(Document.create(path, EMPTY, Clock())) as document:
        document.apply(workshop.set_positions(SITTING, Moment.AFTER, "staff", (0, 0, 1, 0)))
        document.apply(workshop.set_survey_counts(SITTING, 1, (0, 0, 1, 0)))
        document.apply(workshop.set_survey_text(SITTING, 1, "Utile ?"))
        document.apply(workshop.set_sitting_place(SITTING, "Salle 4"))
        *secret, place = document.log()[1:]
    assert [line.at for line in secret] == [DAY] * 3
    assert [(change.table, change.new) for line in secret for change in line.changes] == [
        ("survey_item", {"text": "Utile ?"})
    ]
    assert place.at == MORNING + 5 * timedelta(seconds=67)


def test_the_file_is_the_same_whatever_the_order_of_the_ballots(tmp_path: Path) -> None:
    seen = set()
    for number, order in enumerate(permutations(FIVE[:3])):
        path = tmp_path / f"{number}.impact"
        document = Document.create(path, EMPTY, lambda: MORNING)
        # the order in which activities were opened is that of the meeting, not of the voters
        for task in ("sec-1", "sec-2"):
            document.apply(votes.park(SITTING, task, parked=False))
        for ballot in order:
            document.apply(votes.cast_ballots(SITTING, [ballot], "Séance"))
        document.close()
        seen.add(repr([query(path, f"SELECT * FROM {table}") for table in (*VOTES, "talk", "edit_log", "edit_change")]))
    assert len(seen) == 1


def test_rows_of_votes_have_no_number_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "s.impact"
    voted(path, FIVE).close()
    without = query(path, "SELECT name FROM pragma_table_list WHERE wr ORDER BY name")
    assert [name for (name,) in without] == sorted(VOTES)


def test_no_former_count_nor_number_lingers_in_the_bytes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "s.impact"
    with closing(voted(path, FIVE)) as document:
        assert path.read_bytes().count(KEY) == 1
        assert path.read_bytes().count(b"n-4711") == 1
        document.apply(votes.reset_votes(SITTING))
        content = path.read_bytes()
    assert KEY not in content
    assert not any(ballot.number.encode() in content for ballot in FIVE if ballot.number)


def test_a_copy_and_a_backup_hold_no_more_than_the_file(tmp_path: Path) -> None:
    with closing(voted(tmp_path / "s.impact", FIVE)) as document:
        kept = document.keep_backup()
        document.save_copy(tmp_path / "copy.impact")
    assert kept is not None
    for path in (kept.path, tmp_path / "copy.impact"):
        assert path.read_bytes().count(KEY) == 1
        assert not any(ballot.number in told(path) for ballot in FIVE if ballot.number)
    assert [backup.last_edit for backup in backups.backups_of(EMPTY.id, tmp_path / "s.impact")][:1] == [6]


@pytest.mark.parametrize("connect", [connections.connect_durably, connections.connect_to_draft])
def test_what_is_erased_is_overwritten_whatever_the_sqlite(
    tmp_path: Path, connect: Callable[[Path], sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.impact"
    voted(path, ()).close()
    asked: list[str] = []
    plain = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = plain(*arguments, **options)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", traced)
    connect(path).close()
    assert "PRAGMA secure_delete = ON" in asked

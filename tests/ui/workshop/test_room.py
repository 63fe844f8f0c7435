"""The sitting in progress: one place for page, projector and isoloir, and time that undo does not take back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from impactapp.domain.edits import tasks, votes
from impactapp.domain.edits.workshop import remove_sitting, set_protocol
from impactapp.domain.workshop import Counts, Scope
from impactapp.ui.session import Session
from impactapp.ui.workshop_room import SLICE, Room, room_of
from tests.ui.workshop.sittings import HIGH, LOW, count, now, opened, sitting


class Clock:
    """Time that goes by when a test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = opened(tmp_path, sitting())
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(session: Session, clock: Clock) -> Room:
    made = Room(session, clock)
    made.enter("w1")
    return made


def spent(session: Session, task_id: str = "sec-1") -> int:
    talk = now(session).talk(task_id)
    return talk.seconds if talk else 0


def test_a_session_has_one_room(session: Session) -> None:
    assert room_of(session) is room_of(session)


def test_a_sitting_is_taken_up_at_its_first_activity_that_is_not_settled(session: Session) -> None:
    session.apply(votes.settle(now(session), "sec-1", settled=True))
    room = room_of(session)
    room.enter("w1")
    assert (room.task and room.task.id, room.question, room.round) == ("sec-2", LOW, 1)


def test_without_a_sitting_nothing_is_asked(session: Session) -> None:
    room = room_of(session)
    room.enter("nowhere")
    room.start()
    room.reveal(True)
    assert (room.sitting, room.task, room.question, room.position) == (None, None, None, -1)
    assert not room.is_running
    assert not room.is_revealed


def test_questions_lead_over_their_ends_to_the_next_activity_and_back(room: Room) -> None:
    places = []
    for by in (1, 1, -1, -1):
        assert room.step_question(by)
        places.append((room.position, room.question))
    assert places == [(0, HIGH), (1, LOW), (0, HIGH), (0, LOW)]
    assert not room.step_question(-1)


def test_the_last_activity_has_none_after_it(room: Room) -> None:
    room.go("sec-10")
    room.step(1)
    assert room.position == 9
    room.ask(HIGH)
    assert not room.step_question(1)


def test_votes_shown_are_hidden_again_on_the_next_activity(room: Room, qtbot: QtBot) -> None:
    room.reveal(True)
    room.ask(HIGH)
    assert room.is_revealed
    with qtbot.waitSignal(room.revealed) as told:
        room.step(1)
    assert told.args == [False]


def test_time_is_kept_in_slices_while_the_timer_runs(session: Session, room: Room, clock: Clock) -> None:
    room.start()
    clock.seconds += SLICE - 1
    room.tick()
    assert (spent(session), room.seconds_spent) == (0, SLICE - 1)
    clock.seconds += 1
    room.tick()
    assert (spent(session), room.seconds_spent, room.seconds_of_sitting) == (SLICE, SLICE, SLICE)
    assert room.seconds_left == 120 * 60 - SLICE


def test_turning_to_another_activity_keeps_the_time_of_the_former_one(
    session: Session, room: Room, clock: Clock
) -> None:
    room.start()
    clock.seconds += 3
    room.step(1)
    clock.seconds += 2
    room.pause()
    assert (spent(session), spent(session, "sec-2")) == (3, 2)
    clock.seconds += 60
    assert room.seconds_spent == 2


def test_undo_passes_over_the_time_that_went_by(session: Session, room: Room, clock: Clock) -> None:
    count(session, LOW, "g1", Counts(3, 5, 1))
    room.start()
    clock.seconds += 7
    room.tick()
    assert session.undo()
    talk = now(session).talk("sec-1")
    assert talk is not None
    assert (talk.tallies, talk.seconds) == ((), 7)
    clock.seconds += 7
    room.tick()
    assert session.redo()
    talk = now(session).talk("sec-1")
    assert talk is not None
    assert (len(talk.tallies), talk.seconds) == (1, 14)


def test_closing_the_study_keeps_the_time(session: Session, room: Room, clock: Clock) -> None:
    seen = []
    session.changed.connect(lambda _before, after: seen.append(after.sittings[0].talks[0].seconds))
    room.start()
    clock.seconds += 4
    session.close()
    assert seen == [4]
    assert room.sitting is None


def test_a_sitting_taken_away_is_left(session: Session, room: Room) -> None:
    room.start()
    session.apply(remove_sitting(now(session)))
    assert (room.sitting, room.task, room.is_running) == (None, None, False)


def test_an_activity_taken_away_gives_its_place_to_the_next_one(session: Session, room: Room) -> None:
    room.go("sec-10")
    session.apply(tasks.remove_tasks("sec", ["sec-10"]))
    assert room.task is not None
    assert room.task.id == "sec-9"


def test_another_protocol_asks_its_own_questions(session: Session, room: Room) -> None:
    session.apply(set_protocol(now(session), replace(now(session).protocol, scope=Scope.SUBSTITUTION_ONCE)))
    assert room.question is not None
    assert room.question.hypothesis is None

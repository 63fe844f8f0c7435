"""The isoloir: one ballot a screen, by digits, nothing left of it and nothing taken back alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.domain.edits import votes
from impactapp.domain.edits.workshop import add_sitting
from impactapp.domain.workshop import Counts, Moment, Question
from impactapp.ui.session import Session
from impactapp.ui.widgets.workshop.booth_window import Booth
from impactapp.ui.workshop_room import Room, room_of
from tests import builders
from tests.sitting_builders import given
from tests.ui.workshop.sittings import HIGH, LOW, count, now, sitting

Key = Qt.Key


@pytest.fixture
def booth(session: Session, room: Room, qtbot: QtBot) -> Iterator[Booth]:
    made = Booth(session, room)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def press(bot: QtBot, *keys: Qt.Key) -> None:
    """Keys go where the keyboard is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def begin(bot: QtBot, booth: Booth, *, paper: int = 0, group: int = 0) -> None:
    """Choose a ballot and a group, 0 leaving it to each voter, and open the isoloir."""
    booth.setup.paper.setCurrentIndex(paper)
    booth.setup.group.setCurrentIndex(group)
    press(bot, Key.Key_Return)


def voted(session: Session, question: Question, group_id: str, task_id: str = "sec-1") -> Counts | None:
    return given(now(session).talk(task_id), 1, question, group_id)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_ballot_is_cast_by_four_keys_and_counted_in_its_group(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth, group=1)
    assert "première personne" in booth.title.text()
    press(qtbot, Key.Key_Return, Key.Key_2, Key.Key_3, Key.Key_Return)
    assert (voted(session, LOW, "g1"), voted(session, HIGH, "g1")) == (Counts(0, 1, 0), Counts(0, 0, 1))
    assert "personne suivante" in booth.title.text()
    assert booth.count.text() == "Agents du métier\u00a0: 1 bulletin reçu sur 9"


def test_the_row_of_digits_of_a_french_keyboard_answers_too(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth, group=1)
    press(qtbot, Key.Key_Return, Key.Key_Ampersand, Key.Key_QuoteDbl, Key.Key_Return)
    assert (voted(session, LOW, "g1"), voted(session, HIGH, "g1")) == (Counts(1, 0, 0), Counts(0, 0, 1))


def test_each_voter_may_choose_the_group(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth)
    press(qtbot, Key.Key_3, Key.Key_1, Key.Key_1, Key.Key_Return)
    press(qtbot, Key.Key_1, Key.Key_3, Key.Key_3, Key.Key_Return)
    assert (voted(session, LOW, "g3"), voted(session, LOW, "g1")) == (Counts(1, 0, 0), Counts(0, 0, 1))


def test_nothing_of_a_ballot_is_left_on_the_screen(booth: Booth, qtbot: QtBot) -> None:
    begin(qtbot, booth, group=1)
    press(qtbot, Key.Key_Return, Key.Key_2, Key.Key_3, Key.Key_Return)
    assert booth.ballot.rows == []
    assert "Substitution" not in said(booth)
    press(qtbot, Key.Key_Return)
    assert [row.answer for row in booth.ballot.rows] == [None, None]


def test_an_answer_can_be_changed_before_the_ballot_is_cast(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth, group=1)
    press(qtbot, Key.Key_Return, Key.Key_2, Key.Key_Up, Key.Key_1, Key.Key_3, Key.Key_Return)
    assert (voted(session, LOW, "g1"), voted(session, HIGH, "g1")) == (Counts(1, 0, 0), Counts(0, 0, 1))


def test_a_question_left_out_is_asked_for_once(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth, group=1)
    press(qtbot, Key.Key_Return, Key.Key_2, Key.Key_Return)
    assert booth.ballot.said.text().startswith("1 question est sans réponse")
    assert voted(session, LOW, "g1") is None
    press(qtbot, Key.Key_Return)
    assert (voted(session, LOW, "g1"), voted(session, HIGH, "g1")) == (Counts(0, 1, 0), None)


def test_an_empty_ballot_is_not_cast(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth, group=1)
    press(qtbot, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    assert now(session).talks == ()
    assert booth.ballot.isVisible()


def test_escape_gives_a_ballot_up_then_leaves(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth, group=1)
    press(qtbot, Key.Key_Return, Key.Key_2, Key.Key_Escape)
    assert booth.isVisible()
    assert now(session).talks == ()
    with qtbot.waitSignal(booth.left):
        press(qtbot, Key.Key_Escape)
    assert not booth.isVisible()


def test_all_activities_can_be_voted_on_one_ballot(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth, paper=1, group=1)
    press(qtbot, Key.Key_Return, *[Key.Key_3] * 20, Key.Key_Return)
    assert [voted(session, HIGH, "g1", f"sec-{number}") for number in range(1, 11)] == [Counts(0, 0, 1)] * 10


def test_settled_activities_are_not_asked_again(session: Session, room: Room, qtbot: QtBot) -> None:
    session.apply(votes.settle(now(session), "sec-2", settled=True))
    made = Booth(session, room)
    qtbot.addWidget(made)
    made.open()
    made.setup.paper.setCurrentIndex(1)
    assert len(made.setup.chosen.asked) == 18
    made.close()


def test_a_group_that_has_voted_gets_no_more_ballots(booth: Booth, session: Session, qtbot: QtBot) -> None:
    count(session, LOW, "g2", Counts(1, 1, 1))
    begin(qtbot, booth, group=2)
    press(qtbot, Key.Key_Return)
    assert not booth.ballot.isVisible()
    assert booth.refusal.text() == "Tous les bulletins de ce groupe sont reçus."


def test_what_was_revealed_is_hidden_before_the_first_ballot(session: Session, room: Room, qtbot: QtBot) -> None:
    room.reveal(True)
    made = Booth(session, room)
    qtbot.addWidget(made)
    made.open()
    assert not room.is_revealed
    made.close()


def test_the_window_behind_cannot_be_reached(booth: Booth) -> None:
    assert booth.windowModality() is Qt.WindowModality.ApplicationModal
    assert booth.isFullScreen()


class SlowClock:
    """Five minutes from one voter to the next."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(minutes=5)
        return self._now


@pytest.mark.usefixtures("look")
def test_undo_takes_all_ballots_back_together_never_the_last_one(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(QApplication.instance())
    session.adopt(Document.create(tmp_path / "s.impact", builders.secretary(), SlowClock()))
    session.apply(add_sitting(sitting()))
    room = room_of(session)
    room.enter("w1")
    booth = Booth(session, room)
    qtbot.addWidget(booth)
    booth.open()
    qtbot.waitUntil(booth.isActiveWindow)
    begin(qtbot, booth, group=1)
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        press(qtbot, Key.Key_Return, key, key, Key.Key_Return)
    assert voted(session, LOW, "g1") == Counts(1, 1, 1)
    booth.close()
    session.undo()
    assert now(session).talks == ()
    session.redo()
    assert voted(session, LOW, "g1") == Counts(1, 1, 1)
    session.close()


def test_ballots_are_shown_once_the_urn_is_opened_and_none_is_then_taken_back_alone(
    booth: Booth, session: Session, room: Room, qtbot: QtBot
) -> None:
    begin(qtbot, booth, group=1)
    for _voter in range(5):
        press(qtbot, Key.Key_Return, Key.Key_2, Key.Key_3, Key.Key_Return)
    booth.close()
    assert now(session).talks[0].total(1, LOW) == Counts()
    room.reveal(True)
    assert now(session).talks[0].total(1, LOW) == Counts(0, 5, 0)
    booth.open()
    qtbot.waitUntil(booth.isActiveWindow)
    begin(qtbot, booth, group=1)
    press(qtbot, Key.Key_Return, Key.Key_1, Key.Key_1, Key.Key_Return)
    booth.close()
    room.reveal(True)
    assert now(session).talks[0].total(1, LOW) == Counts(0, 5, 0)
    assert now(session).talks[0].waiting(1, LOW) == 1
    session.undo()
    assert now(session).talks == ()


def test_before_it_opens_the_isoloir_says_how_small_groups_are_counted(booth: Booth) -> None:
    small = booth.setup.small.text().replace("\u00a0", " ")
    assert small.startswith("Encadrement : moins de 5 personnes. Leurs bulletins comptent avec ceux de tous")


def test_knowledge_and_the_form_are_asked_on_the_same_sheets(booth: Booth, session: Session, qtbot: QtBot) -> None:
    begin(qtbot, booth, paper=2, group=1)
    press(qtbot, Key.Key_Return, Key.Key_4, Key.Key_Return, Key.Key_Return, Key.Key_2, Key.Key_Return)
    placed = now(session).positions
    assert [(one.moment, one.group_id, one.counts) for one in placed] == [(Moment.BEFORE, "g1", (0, 1, 0, 1))]
    assert booth.count.text() == "Agents du métier\u00a0: 2 bulletins reçus sur 9"
    press(qtbot, Key.Key_Escape)
    booth.open()
    qtbot.waitUntil(booth.setup.paper.hasFocus)
    begin(qtbot, booth, paper=4)
    press(qtbot, Key.Key_Return, *[Key.Key_3] * 5, Key.Key_Return)
    assert [item.counts for item in now(session).survey] == [(0, 0, 1, 0)] * 5
    assert booth.count.text() == "Ensemble\u00a0: 1 bulletin reçu sur 17"


def test_closing_the_study_closes_the_isoloir(booth: Booth, session: Session) -> None:
    session.close()
    assert not booth.isVisible()

"""The window for the room, driven from the keyboard, on screens that come and go."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from impactapp.domain.workshop import Counts
from impactapp.ui import theme
from impactapp.ui.projector import Projector, other_screen
from impactapp.ui.session import Session
from impactapp.ui.workshop_room import Room
from tests.ui.workshop.sittings import HIGH, LOW, count

Key = Qt.Key


@pytest.fixture
def projector(session: Session, room: Room, qtbot: QtBot) -> Iterator[Projector]:
    made = Projector(session, room)
    qtbot.addWidget(made)
    made.project(QGuiApplication.primaryScreen())
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def press(bot: QtBot, projector: Projector, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(projector, key)


def shown(projector: Projector) -> Counts | None:
    return projector.slide.votes.total if projector.slide.votes else None


def test_it_fills_the_screen_and_escape_leaves(projector: Projector, qtbot: QtBot) -> None:
    assert projector.isFullScreen()
    assert projector.screen() is QGuiApplication.primaryScreen()
    with qtbot.waitSignal(projector.left):
        press(qtbot, projector, Key.Key_Escape)
    assert not projector.isVisible()


def test_arrows_lead_through_questions_and_activities(projector: Projector, room: Room, qtbot: QtBot) -> None:
    press(qtbot, projector, Key.Key_Right)
    assert (room.position, room.question) == (0, HIGH)
    press(qtbot, projector, Key.Key_Right)
    assert (room.position, room.question) == (1, LOW)
    assert projector.slide.place == "2 / 10"
    press(qtbot, projector, Key.Key_Left)
    assert (room.position, room.question) == (0, HIGH)
    press(qtbot, projector, Key.Key_PageDown, Key.Key_Down, Key.Key_PageUp)
    assert room.position == 1
    press(qtbot, projector, Key.Key_Up, Key.Key_Up)
    assert room.position == 0


def test_enter_shows_the_votes_and_hides_them(projector: Projector, session: Session, room: Room, qtbot: QtBot) -> None:
    count(session, LOW, "g1", Counts(2, 5, 2))
    press(qtbot, projector, Key.Key_Return)
    assert shown(projector) == Counts(2, 5, 2)
    assert "Moyen 5" in projector.accessibleDescription()
    press(qtbot, projector, Key.Key_Enter)
    assert shown(projector) is None
    assert "Moyen 5" not in projector.accessibleDescription()


def test_the_next_activity_hides_the_votes(projector: Projector, session: Session, room: Room, qtbot: QtBot) -> None:
    count(session, LOW, "g1", Counts(2, 5, 2))
    press(qtbot, projector, Key.Key_Return, Key.Key_Down)
    assert shown(projector) is None


def test_space_starts_and_stops_the_time(projector: Projector, room: Room, qtbot: QtBot) -> None:
    running = []
    for _turn in range(2):
        press(qtbot, projector, Key.Key_Space)
        running.append((room.is_running, projector.slide.is_running))
    assert running == [(True, True), (False, False)]


def test_votes_that_come_in_later_are_seen_at_once(projector: Projector, session: Session, room: Room) -> None:
    room.reveal(True)
    count(session, LOW, "g1", Counts(2, 5, 2))
    assert shown(projector) == Counts(2, 5, 2)


def test_with_one_screen_the_projection_is_on_it(projector: Projector) -> None:
    assert other_screen(projector) is projector.screen()


def test_closing_the_study_ends_the_projection(projector: Projector, session: Session) -> None:
    session.close()
    assert not projector.isVisible()


def test_it_is_painted_in_the_colours_of_the_theme(projector: Projector) -> None:
    theme.signals().choose(theme.Scheme.DARK, 1.0)
    painted = projector.grab().toImage()
    assert painted.pixelColor(2, 2).name().upper() == theme.current().palette.background

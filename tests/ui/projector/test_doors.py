"""The ways from the page into the room: each is there when it leads somewhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from impactapp.domain.edits.workshop import remove_sitting
from impactapp.ui.session import Session
from impactapp.ui.widgets.workshop.booth_window import Booth
from impactapp.ui.widgets.workshop.positions_dialog import PositionsDialog
from impactapp.ui.widgets.workshop.projector_doors import RoomDoors
from impactapp.ui.workshop_room import Room
from tests.ui.projector.conftest import Enter
from tests.ui.shell.test_accessible_names import controls
from tests.ui.workshop.sittings import now, with_groups


@pytest.fixture
def doors(session: Session, room: Room, qtbot: QtBot) -> Iterator[RoomDoors]:
    made = RoomDoors(session, room)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if made.projector is not None:
        made.projector.close()


def test_f5_projects_and_escape_comes_back(doors: RoomDoors, qtbot: QtBot) -> None:
    QTest.keyClick(doors, Qt.Key.Key_F5)
    assert doors.projector is not None
    qtbot.waitUntil(doors.projector.isActiveWindow)
    QTest.keyClick(doors.projector, Qt.Key.Key_Escape)
    assert not doors.projector.isVisible()
    doors.project.click()
    assert doors.projector.isVisible()


def test_the_projection_follows_the_room_from_the_page(doors: RoomDoors, room: Room) -> None:
    doors.turn_projector()
    assert doors.projector is not None
    room.go("sec-8")
    assert doors.projector.slide.title == "Tenue à jour du dossier patient"


def test_the_isoloir_and_the_counts_before_and_after_open(doors: RoomDoors) -> None:
    doors.vote.click()
    booth = doors.findChild(Booth)
    assert booth is not None
    assert booth.isVisible()
    booth.close()
    doors.place.click()
    dialog = doors.findChild(PositionsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_one_screen_leaves_nothing_to_choose(doors: RoomDoors) -> None:
    assert len(QApplication.screens()) == 1
    assert not doors.screens.isVisible()


def test_without_a_sitting_nothing_leads_into_a_room(doors: RoomDoors, session: Session) -> None:
    session.apply(remove_sitting(now(session)))
    assert not any(button.isEnabled() for button in (doors.project, doors.vote, doors.place))


def test_without_participants_nobody_can_vote_in_secret(enter: Enter, qtbot: QtBot) -> None:
    room = enter(with_groups())
    session = room.parent()
    assert isinstance(session, Session)
    doors = RoomDoors(session, room)
    qtbot.addWidget(doors)
    assert doors.project.isEnabled()
    assert not doors.vote.isEnabled()


def test_every_control_has_a_name(doors: RoomDoors) -> None:
    doors.open_booth()
    booth = doors.booth
    assert booth is not None
    found = named_controls(booth)
    booth.open_to_voters()
    found += named_controls(booth)
    booth.close()
    doors.open_positions()
    dialog = doors.findChild(PositionsDialog)
    assert dialog is not None
    found += named_controls(dialog) + named_controls(doors)
    dialog.close()
    assert len(found) > 50
    assert [role for role, name in found if not name.strip()] == []


def named_controls(widget: QWidget) -> list[tuple[str, str]]:
    return controls(QAccessible.queryAccessibleInterface(widget))

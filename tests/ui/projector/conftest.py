"""A sitting on the secretary case in the window’s look, and the room that stands in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.workshop_room import Room, room_of
from tests.ui.workshop.sittings import opened, sitting

Enter = Callable[..., Room]


@pytest.fixture
def look(qtbot: QtBot) -> Iterator[None]:
    """Light, at 100 %, before and after."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    yield
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)


@pytest.fixture
def enter(look: None, tmp_path: Path) -> Iterator[Enter]:
    """Opens a study with a sitting, and enters it."""
    sessions: list[Session] = []

    def make(made: Sitting | None = None, study: Study | None = None) -> Room:
        session = opened(tmp_path, made or sitting(), study=study)
        sessions.append(session)
        room = room_of(session)
        room.enter("w1")
        return room

    yield make
    for session in sessions:
        session.close()


@pytest.fixture
def room(enter: Enter) -> Room:
    """The room of the sitting with three groups."""
    return enter()


@pytest.fixture
def session(room: Room) -> Session:
    """Its session."""
    parent = room.parent()
    assert isinstance(parent, Session)
    return parent

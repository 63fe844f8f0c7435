"""Where the room stands, taken from one window to the next when the language changes: a projection goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from impactapp.domain.workshop import Question
    from impactapp.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Stand:
    """A sitting, an activity and a question of it, what is shown of the votes, and the screen that is projected on."""

    sitting_id: str
    task_id: str
    question: Question | None
    is_revealed: bool
    is_running: bool
    is_unhidden: bool
    screen: QScreen | None


def stand_of(window: MainWindow) -> Stand | None:
    """Where the room of a window stands, ``None`` where it is in no sitting; the time spent so far is kept."""
    from impactapp.ui.projector import Projector
    from impactapp.ui.workshop_room import room_of

    room = room_of(window.session)
    is_running = room.is_running
    room.pause()
    sitting, task = room.sitting, room.task
    if sitting is None or task is None:
        return None
    shown = (one.screen() for one in window.findChildren(Projector) if one.isVisible())
    is_unhidden = sitting.is_training and not room.is_hiding
    return Stand(sitting.id, task.id, room.question, room.is_revealed, is_running, is_unhidden, next(shown, None))


def stand_again(window: MainWindow, stand: Stand) -> None:
    """Have the room of another window stand there, and project again what was projected."""
    from impactapp.ui.workshop_room import room_of

    room = room_of(window.session)
    room.enter(stand.sitting_id)
    room.go(stand.task_id)
    if stand.question is not None:
        room.ask(stand.question)
    room.reveal(stand.is_revealed)
    if stand.is_unhidden:
        room.unhide()
    if stand.is_running:
        room.start()
    if stand.screen is not None:
        _project(window, stand.screen)


def _project(window: MainWindow, screen: QScreen) -> None:
    """By the door of the page of the workshop, which turns it off too."""
    from impactapp.ui.widgets.workshop.projector_doors import RoomDoors

    window.go("workshop")
    doors = window.findChild(RoomDoors)
    if isinstance(doors, RoomDoors):
        doors.project_on(screen)

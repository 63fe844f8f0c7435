"""The longest time the window's thread is held while votes are shown, on the projector and on the page at once."""

import tempfile
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from benchmarks.beat import HOLD_LIMIT, SETTLING_MS, Beat, end_in, let_run
from benchmarks.rating_stage import application, window_on
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Group, GroupKind, Protocol, Sitting, Talk, Tally, empty_survey, questions
from impactapp.ui.pages.workshop_page import VOTES, WorkshopPage
from impactapp.ui.projector import Projector
from impactapp.ui.workshop_room import Room
from tests import builders

VOTERS, REVEALS, RHYTHM_MS = 200, 20, 300
SIZES = (60, 40, 40, 30, 20, 10)


def measure() -> list[tuple[str, float, float]]:
    """The longest hold over the 50 ms nobody notices: the projector alone, then with the page of the facilitator."""
    with tempfile.TemporaryDirectory() as name, window_on(Path(name), voted()) as window:
        window.go("workshop")
        page = window.page
        assert isinstance(page, WorkshopPage)
        page.tabs.choose(VOTES)
        page.refresh(None)
        projector = Projector(window.session, page.room)
        projector.project(QGuiApplication.primaryScreen())
        projector.resize(1920, 1080)
        let_run(SETTLING_MS)
        both = _while_revealing(page.room)
        window.hide()
        let_run(SETTLING_MS)
        alone = _while_revealing(page.room)
        projector.close()
    return [
        (f"longest hold, {REVEALS} reveals of {VOTERS} votes on the projector / 50 ms", alone / HOLD_LIMIT, 1.0),
        ("longest hold, the same with the page of the workshop in sight / 50 ms", both / HOLD_LIMIT, 1.0),
    ]


def voted() -> Study:
    """The secretary case, every activity voted by six groups."""
    study = builders.secretary()
    groups = tuple(Group(kind.value, kind, size, "Élus") for kind, size in zip(GroupKind, SIZES, strict=True))
    protocol = Protocol()

    def talk(task_id: str, title: str) -> Talk:
        tallies = (
            Tally(1, question, group.id, Counts(group.size // 2, group.size // 5, group.size - group.size * 7 // 10))
            for question in questions(protocol.scope)
            for group in groups
        )
        return Talk(task_id, title, "Secrétaire médicale", tallies=tuple(tallies))

    talks = tuple(talk(task.id, task.title) for task in study.professions[0].tasks)
    sitting = Sitting("w1", "Séance", groups=groups, protocol=protocol, talks=talks, survey=empty_survey())
    return replace(study, sittings=(sitting,))


def _while_revealing(room: Room) -> float:
    """Show the votes of one activity after another; the longest hold in seconds."""
    beat, steps = Beat(), Steps(room)
    application().exec()
    steps.deleteLater()
    beat.deleteLater()
    return beat.longest


class Steps(QObject):
    """Shows the votes, hides them and turns to another activity, at one rhythm, then ends the run."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._left = REVEALS
        self._places = cycle(task.id for task in room.tasks)
        self._timer = QTimer(self, interval=RHYTHM_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        if self._room.is_revealed:
            self._room.go(next(self._places))
        elif self._left == 0:
            self._timer.stop()
            end_in(RHYTHM_MS)
        else:
            self._left -= 1
            self._room.reveal(True)


if __name__ == "__main__":
    for name, found, limit in measure():
        print(f"{name}: {found:.2f} (limit {limit})")

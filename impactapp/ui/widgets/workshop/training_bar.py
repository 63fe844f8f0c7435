"""What a trainer needs in a replay: the distance to the published matrix once it is shown, made-up votes, a reset."""

import random

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from impactapp.domain.edits.simulated import replay_again
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.workshop.training_handout import ask_handout
from impactapp.ui.widgets.workshop.training_replay import Pick, distance_words, has_votes, made_round, made_votes
from impactapp.ui.workshop_room import Room


class TrainingBar(QFrame):
    """Follows the room by itself, and is there in a training sitting only; ``pick`` gives chance, 0..1."""

    def __init__(self, session: Session, room: Room, pick: Pick = random.random, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._session, self._room, self._pick = session, room, pick
        self.words = text.label("", wrap=True)
        self.simulate = text.button(_("Simulate the votes"), self.simulate_votes)
        self.again = text.button(_("Simulate a second round"), self.simulate_round)
        self.reset = text.button(_("Start again from nothing (F8)"), self.start_again)
        self.handout = text.button(_("Handout (PDF)…"), lambda: ask_handout(session, self.window()))
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        for button in (self.simulate, self.again, self.reset, self.handout):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.addWidget(self.words)
        column.addWidget(acts)
        QShortcut(QKeySequence("F8"), self, self.start_again)
        room.moved.connect(self.refresh)
        room.revealed.connect(self.refresh)
        session.changed.connect(self.refresh)
        session.opened.connect(self.refresh)
        self.refresh()

    def refresh(self, *_told: object) -> None:
        """Follow the study and the room."""
        sitting, talk = self._room.sitting, self._room.talk
        self.setVisible(sitting is not None and sitting.is_training)
        if sitting is None or not sitting.is_training:
            return
        self.words.setText("\n".join(self._told()))
        writable = self._session.is_writable and self._room.task is not None and bool(sitting.groups)
        rounds = sitting.protocol.rounds
        self.simulate.setEnabled(writable and not has_votes(talk))
        self.again.setEnabled(writable and has_votes(talk) and talk is not None and talk.round < rounds)
        self.reset.setEnabled(self._session.is_writable)

    def simulate_votes(self) -> None:
        """Have made-up participants vote on the activity in progress."""
        sitting, profession, task = self._room.sitting, self._room.profession, self._room.task
        if sitting is not None and profession is not None and task is not None:
            self._session.submit(made_votes(profession, sitting, task, self._pick))

    def simulate_round(self) -> None:
        """Have them vote again after the talk; what is shown is hidden first, as in any new round."""
        sitting, talk = self._room.sitting, self._room.talk
        if sitting is not None and talk is not None:
            self._room.reveal(False)
            self._session.submit(made_round(sitting, talk, self._pick))

    def start_again(self) -> None:
        """Take all votes back and stand on the first activity; undo brings them back."""
        sitting, tasks = self._room.sitting, self._room.tasks
        if sitting is None or not sitting.is_training:
            return
        self._room.pause()
        self._room.reveal(False)
        if self._session.submit(replay_again(sitting)):
            self._session.informed.emit(_("The replay starts again from nothing; Ctrl+Z brings the votes back."))
        if tasks:
            self._room.go(tasks[0].id)

    def _told(self) -> list[str]:
        sitting, profession, task = self._room.sitting, self._room.profession, self._room.task
        said = [_("Training: the published decisions stay hidden until the votes are shown, and are never changed.")]
        if sitting is None or profession is None or task is None:
            return said
        if sitting.is_simulated:
            said.append(workshop_labels.simulated_sentence())
        if self._room.is_revealed and has_votes(self._room.talk):
            said += distance_words(profession, sitting, task.id)
        return said

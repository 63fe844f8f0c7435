"""The activity in progress: counting hands, showing the votes, deciding, voting again, and the time it takes."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from impactapp.domain.analysis.sittings import TalkResult
from impactapp.domain.edits import votes
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.models.vote_model import decided_words, shown, talk_result
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.skills.sided import Sided
from impactapp.ui.widgets.workshop.again import ask_new_round
from impactapp.ui.widgets.workshop.clock import WorkshopClock
from impactapp.ui.widgets.workshop.counts import CountBoard, keys_words
from impactapp.ui.widgets.workshop.decide import Decide
from impactapp.ui.widgets.workshop.reveal import Reveal
from impactapp.ui.widgets.workshop.talk import TalkPanel
from impactapp.ui.workshop_room import Room

WIDE = 980
Key = Qt.Key


class VoteTab(QWidget):
    """Follows the room; all it writes goes through the session."""

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._room = session, room
        self.back = text.button(_("Previous activity"), lambda: self.step(-1))
        self.place = text.label("", "strong")
        self.forward = text.button(_("Next activity"), lambda: self.step(1))
        self.clock = WorkshopClock(room)
        self.title = text.label("", "section", wrap=True)
        self.state = text.label("", "muted", wrap=True)
        self.board = CountBoard(session)
        self.show_button = text.button("", self.turn_votes, "primary")
        self.again = text.button(_("New round…"), self.ask_again)
        self.park = text.button("", self.turn_parked)
        self.settle = text.button("", self.turn_settled)
        self.nobody = text.label("", wrap=True)
        self.reveal = Reveal()
        self.decide = Decide(session)
        self.panel = TalkPanel(session)
        self.question: QMessageBox | None = None
        self._shown = ("", "")
        self._chain: list[QWidget] = []
        self.is_leaving = False
        self._lay_out()
        self._connect()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.panel.retheme()
        self.sided.arrange()
        if self.isVisible():
            self.board.retheme()
            self.refresh()

    def refresh(self) -> None:
        """Follow the study and the room; what was typed for the former activity is written first."""
        if self.is_leaving:
            return
        self._leave_activity()
        study, sitting, task = self._session.study, self._room.sitting, self._room.task
        if study is None or sitting is None or task is None:
            return
        self._show_head(sitting)
        self.title.setText(text.breakable(task.title))
        result = talk_result(sitting, task.id) if self._room.is_revealed else None
        self.board.show_votes(study, sitting, task, self._room.questions, result)
        self.panel.show_talk(study, sitting, task, self._room.question, self._room.following)
        self._show_votes(sitting, task, result)
        self._show_acts(study, sitting)
        self._order()

    def _leave_activity(self) -> None:
        sitting, task = self._room.sitting, self._room.task
        now = (sitting.id if sitting else "", task.id if task else "")
        if now == self._shown:
            return
        self._shown = now
        # the projector may turn the page while something is typed here, and what is written comes back as a change
        self.is_leaving = True
        self.board.commit()
        self.panel.commit()
        self.is_leaving = False

    def commit(self) -> bool:
        """Write what was typed; ``False`` where counts are refused, which keep the keyboard."""
        if not self.board.commit():
            return False
        self.panel.commit()
        return True

    def step(self, by: int) -> None:
        """Turn to the next or former activity, once what was typed is written."""
        if self.commit():
            at = self._room.position
            self._room.step(by)
            if self._room.position == at:
                self._session.informed.emit(_("This is the last activity.") if by > 0 else _("The first activity."))
            else:
                self.board.take_focus()

    def turn_votes(self) -> None:
        """Show the votes, or hide them."""
        if self.commit():
            self._room.reveal(not self._room.is_revealed)

    def turn_time(self) -> None:
        """Let the time go by, or stop it."""
        if self._session.is_writable:
            self.clock.turn()
        else:
            self._session.tell_refusal(EditError(Problem.STUDY_READ_ONLY))

    def turn_parked(self) -> None:
        """Leave the activity for later, or take it up again."""
        sitting, task, talk = self._room.sitting, self._room.task, self._room.talk
        if sitting is not None and task is not None and self.commit():
            self._session.submit(votes.park(sitting, task.id, not (talk and talk.is_parked), task.title))

    def turn_settled(self) -> None:
        """Say that the group is done with the activity, or take it up again."""
        sitting, task, talk = self._room.sitting, self._room.task, self._room.talk
        if sitting is not None and task is not None and self.commit():
            self._session.submit(votes.settle(sitting, task.id, not (talk and talk.is_settled), task.title))

    def ask_again(self) -> None:
        """Vote once more: asked first, as the room starts afresh; the former round is kept."""
        sitting, task = self._room.sitting, self._room.task
        if sitting is None or task is None or not self.commit():
            return
        self.question = ask_new_round(self.window(), task.title, self._room.round, self._vote_again)

    def help_text(self) -> str:
        """How counts are typed, what the levels mean, and what is shown now."""
        said = [keys_words(), self.panel.view.words]
        if self._room.is_revealed:
            said.append(self.reveal.words)
        sitting = self._room.sitting
        if sitting is not None:
            said.append(workshop_labels.thresholds_sentence(sitting.protocol))
        return "\n".join(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Key(event.key())
        if key is Key.Key_PageDown and not ctrl:
            self.step(1)
        elif key is Key.Key_PageUp and not ctrl:
            self.step(-1)
        elif key is Key.Key_F9:
            self.turn_time()
        else:
            super().keyPressEvent(event)

    def _order(self) -> None:
        """Tab goes from count to count and on to the commands: what is made last would otherwise come last."""
        counts = [field for row in self.board.rows for field in row.fields]
        chain: list[QWidget] = [self.back, self.forward, self.clock.button, *counts]
        chain += [self.show_button, self.again, self.park, self.settle]
        chain += [*self.decide.choices.values(), self.decide.reason, self.decide.button]
        chain += [self.panel.note, self.panel.persons, self.panel.dissent]
        if chain != self._chain:
            self._chain = chain
            for one, other in pairwise(chain):
                QWidget.setTabOrder(one, other)

    def _keep(self) -> None:
        """Ctrl+Enter, wherever the keyboard is: from the note back to the votes, else the decision."""
        if self.panel.note.hasFocus():
            self.panel.note.hand_over()
            self.board.take_focus()
        elif self._room.is_revealed and self.commit():
            self.decide.decide()

    def _show_head(self, sitting: Sitting) -> None:
        total, at = len(self._room.tasks), self._room.position + 1
        self.place.setText(_("{part} / {whole}").format(part=at, whole=total))
        self.place.setAccessibleName(_("Activity {part} of {whole}").format(part=at, whole=total))
        # what has the focus must not lose it: at the ends the buttons say so instead
        talk, profession = self._room.talk, self._room.profession
        said = [profession.title if profession else ""]
        said.append(_("round {round} of {rounds}").format(round=self._room.round, rounds=sitting.protocol.rounds))
        if talk is not None and talk.is_settled:
            said.append(_("settled"))
        if talk is not None and talk.is_parked:
            said.append(_("set aside"))
        if sitting.is_simulated:
            said.append(workshop_labels.simulated_sentence())
        self.state.setText(" · ".join(filter(None, said)))
        self.clock.show_time()

    def _show_votes(self, sitting: Sitting, task: Task, result: TalkResult | None) -> None:
        is_revealed = self._room.is_revealed
        found = [shown(sitting, result, question) for question in self._room.questions] if result else []
        seen = [one for one in found if one is not None]
        self.reveal.setVisible(is_revealed and bool(seen))
        self.nobody.setVisible(not sitting.groups or (is_revealed and not seen))
        self.nobody.setText(
            _("Nobody has voted in this round yet.")
            if sitting.groups
            else _("State who takes part first: votes are counted by group.")
        )
        self.decide.setVisible(is_revealed)
        if is_revealed:
            self.reveal.show_votes(seen)
            self.decide.show_talk(sitting, task, result, writable=self._session.is_writable)

    def _show_acts(self, study: Study, sitting: Sitting) -> None:
        talk, writable = self._room.talk, self._session.is_writable
        words = _("Hide the votes") if self._room.is_revealed else _("Show the votes")
        self._show_role(self.show_button, "" if self._room.is_revealed else "primary")
        self.show_button.setText(words)
        self.show_button.setToolTip(_("{action} ({keys})").format(action=words, keys=_("Enter")))
        self.park.setText(_("Take up again") if talk and talk.is_parked else _("Set aside"))
        self.settle.setText(_("Reopen") if talk and talk.is_settled else _("Close the activity"))
        for button in (self.again, self.park, self.settle, self.clock.button):
            button.setEnabled(writable)

    @staticmethod
    def _show_role(button: QWidget, role: str) -> None:
        """One thing to do next: show the votes, then decide."""
        if button.property("role") != role:
            button.setProperty("role", role)
            button.style().unpolish(button)
            button.style().polish(button)

    def _vote_again(self) -> None:
        sitting, task = self._room.sitting, self._room.task
        if sitting is None or task is None:
            return
        if self._session.submit(votes.new_round(sitting, task.id, task.title)):
            self._room.reveal(False)
            self.board.take_focus()

    def _turned(self, _shown: bool) -> None:
        self.refresh()

    def _tell_decided(self) -> None:
        if (sitting := self._room.sitting) is not None:
            self._session.informed.emit(decided_words(sitting, [task.id for task in self._room.tasks]))

    def _connect(self) -> None:
        self._room.moved.connect(self.refresh)
        # a button would take Enter for itself, whatever is held
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._keep)
        self._room.revealed.connect(self._turned)
        self.board.entered.connect(lambda: self._room.reveal(True))
        self.decide.decided.connect(self._tell_decided)
        self.panel.left.connect(lambda: QTimer.singleShot(0, self, self.board.take_focus))

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head, acts = QWidget(), QWidget()
        flow = FlowLayout(head, gap=10)
        for widget in (self.back, self.place, self.forward, self.clock):
            flow.addWidget(widget)
        row = FlowLayout(acts, gap=8)
        for widget in (self.show_button, self.again, self.park, self.settle):
            row.addWidget(widget)
        for part in (head, self.title, self.state, self.board, acts, self.nobody, self.reveal, self.decide):
            column.addWidget(part)
        column.addStretch()
        self.sided = Sided(content, self.panel.view, WIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sided)

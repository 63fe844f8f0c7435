"""The isoloir: the computer goes round, one ballot per screen, and nothing on it tells of the ballots before."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from impactapp.domain.workshop import Group, Sitting
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.workshop.booth_ballot import DIGITS, BallotSheet
from impactapp.ui.widgets.workshop.booth_paper import Answers, Paper, papers
from impactapp.ui.widgets.workshop.booth_setup import ANY_GROUP, BoothSetup
from impactapp.ui.workshop_room import Room

Key = Qt.Key


class Booth(QWidget):
    """Full screen and in front of all else, so that neither undo nor the votes can be reached while it is open.

    Escape gives a ballot up; before one it leaves. ``left`` follows.
    """

    left = Signal()

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(_("Voting booth"))
        self._session, self._room = session, room
        self._paper: Paper | None = None
        self._group_id = ANY_GROUP
        self._voting_id = ANY_GROUP
        self.title = text.label(_("Voting booth"), "page", wrap=True)
        self.mark = text.label("", "strong")
        self.count = text.label("", "section", wrap=True)
        self.secrecy = text.label("", "muted", wrap=True)
        self.setup = BoothSetup(self.open_to_voters)
        self.passing = QWidget()
        self.choices = FlowLayout(self.passing, gap=12)
        self.ballot = BallotSheet()
        self.refusal = text.label("", "strong", wrap=True)
        self.leave = text.button("", self.step_back, "link")
        self._sheets = QStackedWidget()
        self._lay_out()
        self.ballot.cast.connect(self._cast)
        session.closing.connect(self.close)
        session.refused.connect(self.refusal.setText)

    def open(self) -> None:
        """Ask the facilitator what is voted; what was revealed is hidden first, as it would follow each ballot."""
        sitting = self._room.sitting
        if sitting is None:
            return
        self._room.reveal(False)
        self.setup.offer(papers(sitting, self._room.task, self._room.tasks), sitting.groups)
        self.secrecy.setText(workshop_labels.secrecy_sentence(sitting.protocol))
        self.setup.small.setText(workshop_labels.small_groups_sentence(sitting))
        self.mark.setText(workshop_labels.simulated_sentence() if sitting.is_simulated else "")
        self.mark.setVisible(sitting.is_simulated)
        self._turn_to(self.setup, _("Voting booth"))
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.screen().geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setup.paper.setFocus()

    def open_to_voters(self) -> None:
        """Begin with the first ballot."""
        self._paper, self._group_id = self.setup.chosen, self.setup.group_id
        self._pass_on(first=True)

    def step_back(self) -> None:
        """Give a ballot up, or leave."""
        if self._sheets.currentWidget() is self.ballot:
            self._pass_on(first=True)
        else:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key is Key.Key_Escape:
            self.step_back()
        elif self._sheets.currentWidget() is self.passing and self._begin_by(key):
            return
        elif self._sheets.currentWidget() is self.setup and key in (Key.Key_Return, Key.Key_Enter):
            self.open_to_voters()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.ballot.clear()
        super().closeEvent(event)
        self.left.emit()

    def _begin_by(self, key: Qt.Key) -> bool:
        groups = self._groups()
        number = 1 if key in (Key.Key_Return, Key.Key_Enter) and len(groups) == 1 else DIGITS.get(key, 0)
        if len(groups) == 1 and key in DIGITS:
            return True
        if 0 < number <= len(groups):
            self._begin(groups[number - 1].id)
            return True
        return False

    def _begin(self, group_id: str) -> None:
        sitting = self._room.sitting
        group = next((one for one in self._groups() if one.id == group_id), None)
        if self._paper is None or sitting is None or group is None:
            return
        if self._paper.received(sitting, group_id) >= group.size:
            self.refusal.setText(_("All the ballots of this group have been received."))
            return
        self._voting_id = group_id
        self.ballot.start(self._paper.asked)
        self._turn_to(self.ballot, "")
        self.count.setText("")
        self.ballot.rows[0].setFocus()

    def _cast(self, answers: Answers) -> None:
        sitting = self._room.sitting
        if sitting is None or self._paper is None:
            return
        if self._session.submit(self._paper.cast(sitting, self._voting_id, answers)):
            self._pass_on(first=False)

    def _pass_on(self, *, first: bool) -> None:
        """Clear the screen for the next person."""
        self.ballot.clear()
        self._voting_id = ANY_GROUP
        text.empty(self.choices)
        sitting, groups = self._room.sitting, self._groups()
        if sitting is None or self._paper is None:
            return
        self.count.setText("\n".join(self._received(sitting, group) for group in groups))
        for number, group in enumerate(groups, 1):
            words = _("Begin my ballot (Enter)")
            if len(groups) > 1:
                words = f"{number} · {workshop_labels.group_title(group)}"
            button = text.button(words, partial(self._begin, group.id), "primary")
            self.choices.addWidget(button)
        title = _("Hand the computer to the first person") if first else _("Hand the computer to the next person")
        self._turn_to(self.passing, title)
        first_button = self.choices.itemAt(0)
        if first_button is not None and (widget := first_button.widget()) is not None:
            widget.setFocus()

    def _groups(self) -> tuple[Group, ...]:
        """Those a voter may belong to now; one that stands for all where the groups do not count."""
        sitting, paper = self._room.sitting, self._paper
        if sitting is None or paper is None:
            return ()
        if not paper.is_by_group:
            whole = sum(group.size for group in sitting.groups)
            return (Group(ANY_GROUP, sitting.groups[0].kind, whole, _("All together")),) if sitting.groups else ()
        return tuple(group for group in sitting.groups if self._group_id in (ANY_GROUP, group.id))

    def _received(self, sitting: Sitting, group: Group) -> str:
        assert self._paper is not None
        count = self._paper.received(sitting, group.id)
        return ngettext(
            "{group}: {count} ballot received of {size}", "{group}: {count} ballots received of {size}", count
        ).format(group=workshop_labels.group_title(group), count=count, size=group.size)

    def _turn_to(self, sheet: QWidget, title: str) -> None:
        self.refusal.setText("")
        self.title.setText(title)
        for widget in (self.title, self.count):
            widget.setVisible(sheet is not self.ballot)
        self.secrecy.setVisible(sheet is self.passing)
        self.leave.setText(_("Give this ballot up (Esc)") if sheet is self.ballot else _("Close the booth (Esc)"))
        self._sheets.setCurrentWidget(sheet)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(48), theme.px(32), theme.px(48), theme.px(24))
        column.setSpacing(theme.px(16))
        for sheet in (self.setup, self.passing, self.ballot):
            self._sheets.addWidget(sheet)
        for widget in (self.mark, self.title, self.count, self.secrecy):
            column.addWidget(widget)
        column.addWidget(self._sheets, 1)
        column.addWidget(self.refusal)
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)

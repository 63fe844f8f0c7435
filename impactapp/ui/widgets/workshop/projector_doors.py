"""The ways from the page of the workshop into the room: projection, isoloir, before and after, the replay."""

from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from impactapp.i18n import _
from impactapp.ui import accessible
from impactapp.ui.projector import Projector, other_screen
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.workshop.booth_window import Booth
from impactapp.ui.widgets.workshop.positions_dialog import PositionsDialog
from impactapp.ui.widgets.workshop.training_replay import can_replay, start_replay
from impactapp.ui.workshop_room import Room


class RoomDoors(QWidget):
    """A button a way; where there are several screens, the one to project on is chosen beside."""

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._room = session, room
        self.projector: Projector | None = None
        self.booth: Booth | None = None
        self.project = text.button(_("Project (F5)"), self.turn_projector)
        self.screens = QComboBox()
        self.vote = text.button(_("Voting booth"), self.open_booth)
        self.place = text.button(_("Before and after"), self.open_positions)
        self.replay = text.button(_("Replay the published case"), self.start_replay)
        accessible.name_choice(self.screens, _("Screen to project on"))
        flow = FlowLayout(self, gap=8)
        for widget in (self.project, self.screens, self.vote, self.place, self.replay):
            flow.addWidget(widget)
        QShortcut(QKeySequence("F5"), self, self.turn_projector)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self.list_screens)
        application.screenRemoved.connect(self.list_screens)
        room.moved.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Follow the study and the room: a way that leads nowhere cannot be taken."""
        sitting, writable = self._room.sitting, self._session.is_writable
        self.project.setEnabled(self._room.task is not None)
        self.vote.setEnabled(writable and sitting is not None and bool(sitting.groups))
        self.place.setEnabled(sitting is not None and bool(sitting.groups))
        self.replay.setVisible(can_replay(self._session.study))
        self.replay.setEnabled(writable)
        self.list_screens()

    def list_screens(self, changed: QScreen | None = None) -> None:
        """Offer the screens there are; the one beside the window's own first."""
        names = [screen.name() for screen in QGuiApplication.screens()]
        if names != [self.screens.itemData(at) for at in range(self.screens.count())]:
            chosen = self.screens.currentData()
            self.screens.clear()
            for number, screen in enumerate(QGuiApplication.screens(), 1):
                size = screen.size()
                words = _("Screen {number} ({width} × {height})")
                words = words.format(number=number, width=size.width(), height=size.height())
                self.screens.addItem(words, screen.name())
            wanted = chosen if chosen in names else other_screen(self.window()).name()
            self.screens.setCurrentIndex(max(0, self.screens.findData(wanted)))
        self.screens.setVisible(len(names) > 1)

    def turn_projector(self) -> None:
        """Project, or stop."""
        if self.projector is not None and self.projector.isVisible():
            self.projector.close()
        elif self._room.task is not None:
            self.project_on(self._screen())

    def project_on(self, screen: QScreen) -> None:
        """Project what the room stands on."""
        self.projector = self.projector or Projector(self._session, self._room, self.window())
        self.projector.refresh()
        self.projector.project(screen)

    def open_booth(self) -> None:
        """Let the computer go round."""
        sitting = self._room.sitting
        if sitting is not None and sitting.groups and self._session.is_writable:
            self.booth = self.booth or Booth(self._session, self._room, self.window())
            self.booth.open()

    def open_positions(self) -> None:
        """Count who places themselves where, and the form at the end."""
        sitting = self._room.sitting
        if sitting is not None:
            PositionsDialog(self._session, sitting, self.window()).open()

    def start_replay(self) -> None:
        """Replay the published case in a sitting of its own."""
        start_replay(self._session, self._room)

    def _screen(self) -> QScreen:
        name = self.screens.currentData()
        found = (screen for screen in QGuiApplication.screens() if screen.name() == name)
        return next(found, other_screen(self.window()))

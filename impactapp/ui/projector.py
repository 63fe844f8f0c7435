"""The window for the room: one activity, one question, readable from afar, on the screen that is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QLabel, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.projector_painting import paint
from impactapp.ui.projector_slide import Slide, slide_of
from impactapp.ui.session import Session
from impactapp.ui.workshop_room import Room

Key = Qt.Key


class Projector(QLabel):
    """Follows the room, and turns it by keys; ``left`` follows its closing.

    When its screen goes, it comes back on one that is left: what it shows is the room's, not its own.
    """

    left = Signal()

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        # a label with a picture is told as one
        self.setPixmap(QPixmap(1, 1))
        self._session, self._room = session, room
        self._on: QScreen | None = None
        self.slide: Slide = slide_of(session.study, room)
        self.setWindowTitle(_("Projection"))
        self.setAccessibleName(_("Projection"))
        self.setMinimumSize(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        session.changed.connect(self._follow)
        session.closing.connect(self.close)
        room.moved.connect(self.refresh)
        room.revealed.connect(self.refresh)
        room.ticked.connect(self.refresh)
        theme.signals().changed.connect(self.update)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._screen_removed)
        self.refresh()

    def project(self, screen: QScreen) -> None:
        """Fill a screen; on another than the facilitator's the keyboard stays where it is."""
        parent = self.parentWidget()
        is_apart = parent is not None and parent.screen() != screen
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, is_apart)
        self._fill(screen)
        # not every desktop asks before it hands the keyboard to a new window
        front = parent if parent is not None and is_apart else self
        front.activateWindow()
        if front is self:
            self.setFocus()

    def refresh(self) -> None:
        """Show what the room stands on."""
        slide = slide_of(self._session.study, self._room)
        if slide != self.slide or not self.accessibleDescription():
            self.slide = slide
            if slide.words != self.accessibleDescription():
                self.setAccessibleDescription(slide.words)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, self.width(), self.height(), self.slide, theme.current().palette)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key in (Key.Key_Escape, Key.Key_F5):
            self.close()
        elif key in (Key.Key_Right, Key.Key_Left):
            self._room.step_question(1 if key is Key.Key_Right else -1)
        elif key in (Key.Key_Down, Key.Key_PageDown):
            self._room.step(1)
        elif key in (Key.Key_Up, Key.Key_PageUp):
            self._room.step(-1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._room.reveal(not self._room.is_revealed)
        elif key is Key.Key_Space and not event.isAutoRepeat():
            self._turn_time()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def _turn_time(self) -> None:
        if self._room.is_running:
            self._room.pause()
        else:
            self._room.start()

    def _follow(self, _before: object, _after: object) -> None:
        self.refresh()

    def _fill(self, screen: QScreen) -> None:
        self._on = screen
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # showFullScreen would take the keyboard from the facilitator
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def _screen_removed(self, gone: QScreen) -> None:
        remaining = [screen for screen in QGuiApplication.screens() if screen != gone]
        if self.isVisible() and gone == self._on and remaining:
            self._fill(remaining[0])
            self.activateWindow()
            self.setFocus()


def other_screen(window: QWidget) -> QScreen:
    """The first screen that is not the window's, its own where it is the only one."""
    own = window.screen()
    return next((screen for screen in QGuiApplication.screens() if screen != own), own)

"""The one window: top bar, rail of steps, pages made at first use, side panel and messages."""

from typing import cast

from PySide6.QtCore import QByteArray, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from impactapp import paths
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import page_list, preferences, theme
from impactapp.ui.actions import Actions
from impactapp.ui.message import Message, Tone
from impactapp.ui.opening import SUFFIX, StudyDoors
from impactapp.ui.pages.page import Page
from impactapp.ui.session import Session
from impactapp.ui.step_progress import next_page, progress
from impactapp.ui.widgets.banner import Banner
from impactapp.ui.widgets.message_bar import MessageBar
from impactapp.ui.widgets.rail import Rail
from impactapp.ui.widgets.side_panel import SidePanel
from impactapp.ui.widgets.top_bar import TopBar
from impactapp.ui.window_commands import WindowCommands

RAIL_DELAY = 120


class MainWindow(QMainWindow):
    """Shows one page at a time; ``left`` follows its closing, ``language_chosen`` asks for the window in a language."""

    language_chosen = Signal(str)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setAcceptDrops(True)
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "impactapp.svg")))
        self._pages: dict[str, QWidget] = {}
        self.step = ""
        self.doors = StudyDoors(session, self)
        self.commands = WindowCommands(self)
        self.top_bar = TopBar()
        self.banner = Banner(self.doors.ask_copy)
        self.rail = Rail()
        self.stack = QStackedWidget()
        self.side_panel = SidePanel()
        self.message_bar = MessageBar()
        self._lay_out()
        self.actions_by_menu = Actions(self, self.commands)
        # counting waits until a key's own repaint is done
        self._rail_timer = QTimer(self, singleShot=True, interval=RAIL_DELAY)
        self._rail_timer.timeout.connect(self._count)
        self._connect()
        self._place()
        self._show_study()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return cast(Page, self.stack.currentWidget())

    @Slot(str, str)
    def go(self, key: str, task_id: str = "") -> None:
        """Show a step or a page, and put its focus on a task."""
        step = next((step for step in page_list.STEPS if step.key == key), None)
        page_key = step.page if step else key
        if page_key not in self._pages:
            self._pages[page_key] = page_list.entry(page_key).make(self.session)
            self.stack.addWidget(self._pages[page_key])
        self.settle()
        self.step = key
        self.stack.setCurrentWidget(self._pages[page_key])
        self.rail.show_current(key)
        self.message_bar.clear_passing(changed=False)
        self.page.refresh(None)
        if task_id:
            self.page.show_task(task_id)

    def settle(self) -> None:
        """Let the field that has the focus commit what was typed in it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
            if isValid(focused):
                focused.setFocus()

    def say(self, message: Message) -> None:
        """Say something in the message bar."""
        self.message_bar.say(message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The palette lies over the window and follows it."""
        super().resizeEvent(event)
        self.commands.place_palette()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a study file that is dragged over the window."""
        if dropped_study(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the study that was dropped."""
        path = dropped_study(event)
        if path:
            event.acceptProposedAction()
            self.commands.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit what was typed, remember the place of the window and let the study go."""
        self.settle()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        preferences.change(geometry=geometry)
        self.left.emit()
        super().closeEvent(event)

    def _show_study(self) -> None:
        """Another study, or none: every page starts anew."""
        document = self.session.document
        for bar in (self.top_bar, self.rail):
            bar.setVisible(document is not None)
        self.banner.show_reason(document.read_only if document else None)
        self.side_panel.hide()
        self.actions_by_menu.enable(study=document is not None, writable=self.session.is_writable)
        self._show_state()
        self._count()
        study = self.session.study
        self.go(next_page(study, self.session.profession) if study else "home")

    def _changed(self, before: Study, after: Study) -> None:
        self.message_bar.clear_passing(changed=True)
        self._show_state()
        self.page.refresh(before)
        self._rail_timer.start()

    def _profession_chosen(self, profession_id: str) -> None:
        self._show_state()
        self._rail_timer.start()
        if self.stack.currentWidget() is not None:
            self.page.refresh(None)

    def _show_state(self) -> None:
        document, profession = self.session.document, self.session.profession
        if document is None:
            self.setWindowTitle("impactapp")
            self.commands.name_history(None)
            return
        self.setWindowTitle(_("{title} — {application}").format(title=document.study.title, application="impactapp"))
        self.top_bar.show_study(document.study, profession.id if profession else "")
        self.top_bar.show_state(document)
        self.commands.name_history(document)

    def _count(self) -> None:
        if self.session.study is not None:
            self.rail.show_progress(progress(self.session.study, self.session.profession))

    def _refuse(self, sentence: str) -> None:
        self.say(Message(sentence, Tone.REFUSE))

    def _inform(self, sentence: str) -> None:
        self.say(Message(sentence))

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._show_study)
        session.closed.connect(self._show_study)
        session.changed.connect(self._changed)
        session.profession_chosen.connect(self._profession_chosen)
        session.navigated.connect(self.go)
        session.refused.connect(self._refuse)
        session.informed.connect(self._inform)
        session.told.connect(self.say)
        session.exported.connect(self.commands.tell_exported)
        session.open_asked.connect(self.commands.open_path)
        session.demonstration_asked.connect(self.commands.open_demonstration)
        session.creation_asked.connect(self.doors.ask_create)
        self.doors.listed.connect(self.commands.list_losses)
        self.rail.chosen.connect(self.go)
        self.top_bar.profession_picked.connect(session.choose_profession)
        self.top_bar.undo_asked.connect(self.commands.undo)
        self.top_bar.palette_asked.connect(self.commands.open_palette)
        theme.signals().changed.connect(self.top_bar.wear)

    def _lay_out(self) -> None:
        # the pages may be clipped in a small window, but never make it larger than the screen
        self.stack.setMinimumSize(1, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.side_panel)
        whole = QFrame()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        column.addWidget(self.message_bar)
        self.setCentralWidget(whole)

    def _place(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(1280, room.width()), min(800, room.height()))
        geometry = preferences.load().geometry
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))


def dropped_study(event: QDropEvent) -> str:
    """The study file that is dragged, empty when it is anything else."""
    found = [url.toLocalFile() for url in event.mimeData().urls()]
    return next((path for path in found if path.lower().endswith(SUFFIX)), "")

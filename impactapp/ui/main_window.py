"""The one window: top bar, rail of steps, pages made at first use, side panel and messages."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from impactapp import paths
from impactapp.i18n import _
from impactapp.ui import page_list, preferences, replaying
from impactapp.ui.actions import Actions
from impactapp.ui.dropping import dropped_files, dropped_study
from impactapp.ui.message import Message, Tone
from impactapp.ui.opening import StudyDoors
from impactapp.ui.window_commands import WindowCommands

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent

    from impactapp.domain.study import Study
    from impactapp.ui.pages.page import Page
    from impactapp.ui.session import Session
    from impactapp.ui.widgets.message_bar import MessageBar
    from impactapp.ui.widgets.side_panel import SidePanel
    from impactapp.ui.widgets.study_frame import StudyFrame

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
        self.stack = QStackedWidget()
        self._whole = QWidget()
        self._middle, self._column = QHBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.actions_by_menu = Actions(self, self.commands)
        # counting waits until a key's own repaint is done
        self._rail_timer = QTimer(self, singleShot=True, interval=RAIL_DELAY)
        self._rail_timer.timeout.connect(self._count)
        self._connect()
        self._place()
        self.commands.name_history(None)
        self.actions_by_menu.enable(study=False, writable=False)

    @cached_property
    def frame(self) -> StudyFrame:
        """Top bar, banner and rail; made with the first study."""
        from impactapp.ui.widgets.study_frame import StudyFrame

        frame = StudyFrame(self.session, self.commands)
        self._column.insertWidget(0, frame.top_bar)
        self._column.insertWidget(1, frame.banner)
        self._middle.insertWidget(0, frame.rail)
        frame.rail.chosen.connect(self.go)
        return frame

    @cached_property
    def side_panel(self) -> SidePanel:
        """The panel on the right; made when it is first asked for."""
        from impactapp.ui.widgets.side_panel import SidePanel

        panel = SidePanel(self._whole, self.stack)
        self._middle.addWidget(panel.beside)
        return panel

    @cached_property
    def message_bar(self) -> MessageBar:
        """The bar at the bottom; made with the first message."""
        from impactapp.ui.widgets.message_bar import MessageBar

        bar = MessageBar()
        self._column.addWidget(bar)
        return bar

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return cast("Page", self.stack.currentWidget())

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
        if key == "home":
            self._hide_side_panel()
        self.stack.setCurrentWidget(self._pages[page_key])
        if self.session.document is not None:
            self.frame.rail.show_current(key)
        self._clear_passing(changed=False)
        self.page.refresh(None)
        if task_id:
            self.page.show_task(task_id)
        elif step is not None and step.stand is not None:
            step.stand(self._pages[page_key])
        if "side_panel" in self.__dict__ and self.side_panel.is_help and self.side_panel.isVisible():
            # once the focus is where the page wants it
            QTimer.singleShot(0, self, self.commands.follow_help)

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

    def showEvent(self, event: QShowEvent) -> None:
        """Without a study by now, this begins with the start page."""
        super().showEvent(event)
        if not self.step:
            self._show_study()
            if "message_bar" in self.__dict__:
                # else the button that closes the message would have the focus, and Enter lose its ways out
                self.commands.focus_page()
        elif not event.spontaneous() and self.session.document is not None:
            # what was opened before the window could take the focus
            self.commands.focus_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the side panel, where nothing else had a use for it."""
        # StandardKey.Cancel is Escape; the start page does without the namespace Qt (see widgets/scrolling.py)
        is_escape = event.matches(QKeySequence.StandardKey.Cancel)
        if is_escape and "side_panel" in self.__dict__ and self.side_panel.isVisible():
            self.side_panel.close_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The palette lies over the window and follows it."""
        super().resizeEvent(event)
        self.commands.place_palette()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a study, or files that come back, dragged over the window."""
        if dropped_study(event) or dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the study, or read the files, that were dropped."""
        path, files = dropped_study(event), dropped_files(event)
        if path or files:
            event.acceptProposedAction()
        if path:
            self.commands.open_path(path)
        elif files:
            self.settle()
            self.commands.incoming.take_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit what was typed, remember the place of the window and let the study go; first, all of it is written."""
        # also where something nobody expected comes of it
        event.ignore()
        if not self.session.settle():
            return
        self.settle()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        preferences.change(geometry=geometry)
        self.left.emit()
        super().closeEvent(event)

    def _show_study(self) -> None:
        """Another study, or none: every page starts anew."""
        document = self.session.document
        if document is not None or "frame" in self.__dict__:
            self.frame.show_document(document)
        self._hide_side_panel()
        self.actions_by_menu.enable(study=document is not None, writable=self.session.is_writable)
        self._show_state()
        self._count()
        self.go(self._next_page() if document else "home")
        if document is not None:
            # another study: what had the focus in the former one has nothing to do with this one
            self.commands.focus_page(anew=True)

    def _changed(self, before: Study, after: Study) -> None:
        self._clear_passing(changed=True)
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
        self.frame.show_state(document, profession.id if profession else "")
        self.commands.name_history(document)

    def _next_page(self) -> str:
        from impactapp.ui.step_progress import next_page

        study = self.session.study
        return next_page(study, self.session.profession) if study else "home"

    def _count(self) -> None:
        if self.session.study is not None:
            self.frame.show_progress()

    def _hide_side_panel(self) -> None:
        if "side_panel" in self.__dict__:
            self.side_panel.hide()

    def _clear_passing(self, *, changed: bool) -> None:
        if "message_bar" in self.__dict__:
            self.message_bar.clear_passing(changed=changed)

    def _refuse(self, sentence: str) -> None:
        self.say(Message(sentence, Tone.REFUSE))

    def _inform(self, sentence: str) -> None:
        self.say(Message(sentence))

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._show_study)
        session.closed.connect(self._show_study)
        session.changed.connect(self._changed)
        session.writing.connect(self._show_state)
        session.profession_chosen.connect(self._profession_chosen)
        session.navigated.connect(self.go)
        session.refused.connect(self._refuse)
        session.informed.connect(self._inform)
        session.told.connect(self.say)
        session.target_asked.connect(partial(replaying.ask_target, self))
        session.export_asked.connect(self.commands.export)
        session.exported.connect(self.commands.tell_exported)
        session.open_asked.connect(self.commands.open_path)
        session.demonstration_asked.connect(self.commands.open_demonstration)
        session.replay_asked.connect(partial(replaying.replay, self))
        session.creation_asked.connect(self.doors.ask_create)
        session.copy_asked.connect(self.commands.ask_copy)
        self.doors.listed.connect(self.commands.list_losses)

    def _lay_out(self) -> None:
        # the pages may be clipped in a small window, but never make it larger than the screen
        self.stack.setMinimumSize(1, 1)
        for layout in (self._middle, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._middle.addWidget(self.stack, 1)
        self._column.addLayout(self._middle, 1)
        self._whole.setLayout(self._column)
        self.setCentralWidget(self._whole)

    def _place(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(1280, room.width()), min(800, room.height()))
        geometry = preferences.load().geometry
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))

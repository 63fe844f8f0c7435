"""The one window: the rail of steps, the pages, made at first use, and the messages."""

from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from impactapp.domain.study import Study
from impactapp.ui import page_list
from impactapp.ui.pages.page import Page
from impactapp.ui.session import Session


class MainWindow(QMainWindow):
    """Shows one page of the open study at a time."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        rail = QVBoxLayout()
        for page in page_list.PAGES:
            button = QPushButton(page.title())
            button.clicked.connect(lambda checked=False, key=page.key: self.go(key))
            rail.addWidget(button)
        rail.addStretch()
        body = QWidget()
        row = QHBoxLayout(body)
        row.addLayout(rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        session.navigated.connect(self.go)
        session.changed.connect(self._changed)
        session.profession_chosen.connect(self._chosen)
        session.refused.connect(self.statusBar().showMessage)
        session.informed.connect(self.statusBar().showMessage)
        self.resize(1280, 800)
        self.go("home")

    @Slot(str, str)
    def go(self, key: str, task_id: str = "") -> None:
        """Show a page, and put its focus on a task."""
        if key not in self._pages:
            self._pages[key] = page_list.entry(key).make(self.session)
            self._stack.addWidget(self._pages[key])
        self._stack.setCurrentWidget(self._pages[key])
        self._page().refresh(None)
        if task_id:
            self._page().show_task(task_id)

    def _page(self) -> Page:
        return cast(Page, self._stack.currentWidget())

    def _changed(self, before: Study, after: Study) -> None:
        self._page().refresh(before)

    def _chosen(self, profession_id: str) -> None:
        self._page().refresh(None)

"""Pages over real study files, as the window would hold them."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.results_page import ResultsPage
from impactapp.ui.pages.scenarios_page import ScenariosPage
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.session import Session


class Listener(Protocol):
    """A stage, which follows its session before its page is shown."""

    def listen(self) -> None: ...


AnyPage = TypeVar("AnyPage", bound=ProfessionsPage | TasksPage | ResultsPage | ScenariosPage)
AnyStage = TypeVar("AnyStage", bound=Listener)


class Opener:
    """Opens pages of one size, and closes their studies at the end of the test."""

    def __init__(self, bot: QtBot, folder: Path, width: int, height: int) -> None:
        theme.install(theme.Scheme.LIGHT, 1.0)
        self._bot = bot
        self._folder = folder
        self._size = width, height
        self._sessions: list[Session] = []

    def open(
        self, maker: Callable[[Session], AnyPage], study: Study, staged: Callable[[Session, AnyPage], AnyStage]
    ) -> AnyStage:
        """Write a study to a file, and show a page on it."""
        session = Session(QApplication.instance())
        session.adopt(Document.create(self._folder / f"{len(self._sessions)}.impact", study))
        self._sessions.append(session)
        page = maker(session)
        self._bot.addWidget(page)
        stage = staged(session, page)
        stage.listen()
        page.resize(*self._size)
        page.show()
        page.refresh(None)
        page.activateWindow()
        self._bot.waitUntil(page.isActiveWindow)
        return stage

    def close(self) -> None:
        """Let everything go."""
        for session in self._sessions:
            session.close()
        QApplication.clipboard().clear()
        theme.signals().choose(theme.Scheme.LIGHT, 1.0)

"""A page of skills on a study of one's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.skills_page import SkillsPage
from impactapp.ui.session import Session
from tests import builders
from tests.ui.skills.stage import MakeStage, Stage
from tests.ui.work import wait_for_work


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeStage]:
    """Opens the page on a study that is written to a file first."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    sessions: list[Session] = []

    def make(study: Study) -> Stage:
        session = Session(QApplication.instance())
        session.adopt(Document.create(tmp_path / f"{len(sessions)}.impact", study))
        sessions.append(session)
        page = SkillsPage(session)
        qtbot.addWidget(page)
        stage = Stage(session, page)
        stage.listen()
        page.resize(1200, 760)
        page.show()
        page.refresh(None)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.list.board.view.setFocus()
        return stage

    yield make
    wait_for_work()
    for session in sessions:
        session.close()
    QApplication.clipboard().clear()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the secretary with skills."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    session = Session(QApplication.instance())
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    session.adopt(Document.create(tmp_path / "etude.impact", builders.skilled()))
    yield made
    wait_for_work()
    session.close()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)

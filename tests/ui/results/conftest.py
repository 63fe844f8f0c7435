"""Result pages over a real study file, as the window would hold them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.session import Session
from tests.ui.results.stage import MakeStage, PageMaker, Stage


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeStage]:
    """Opens a page on a study that is written to a file first, and waits for its chart."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    sessions: list[Session] = []

    def make(maker: PageMaker, study: Study) -> Stage:
        session = Session(QApplication.instance())
        session.adopt(Document.create(tmp_path / f"{len(sessions)}.impact", study))
        sessions.append(session)
        page = maker(session)
        qtbot.addWidget(page)
        stage = Stage(session, page, qtbot)
        stage.listen()
        page.resize(1068, 700)
        page.show()
        page.refresh(None)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return stage

    yield make
    QThreadPool.globalInstance().waitForDone()
    for session in sessions:
        session.close()
    QApplication.clipboard().clear()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)

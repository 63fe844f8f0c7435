"""A page of the workshop on a study of one's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.ui import theme
from impactapp.ui.pages.workshop_page import WorkshopPage
from impactapp.ui.session import Session
from tests.ui.work import wait_for_work
from tests.ui.workshop.sittings import opened
from tests.ui.workshop.stage import MakeStage, Stage, turns


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeStage]:
    """Opens the page on a study to which sittings are added."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    sessions: list[Session] = []

    def make(*sittings: Sitting, study: Study | None = None) -> Stage:
        session = opened(tmp_path, *sittings, study=study)
        sessions.append(session)
        page = WorkshopPage(session)
        qtbot.addWidget(page)
        stage = Stage(session, page)
        stage.listen()
        page.resize(1100, 640)
        page.show()
        page.refresh(None)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        turns()
        return stage

    yield make
    wait_for_work()
    for session in sessions:
        session.close()
    QApplication.clipboard().clear()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)

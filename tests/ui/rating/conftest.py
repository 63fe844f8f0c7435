"""A rating page on a study of one's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.session import Session
from tests.ui.rating.stage import MakeStage, Stage


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """Our style, put on once: it takes longer than most tests."""
    theme.install(theme.Scheme.LIGHT, 1.0)


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path, dressed: None) -> Iterator[MakeStage]:
    """Opens a page on a study that is written to a file first."""
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)
    sessions: list[Session] = []

    def make(study: Study) -> Stage:
        session = Session(QApplication.instance())
        session.adopt(Document.create(tmp_path / f"{len(sessions)}.impact", study))
        sessions.append(session)
        page = RatingPage(session)
        qtbot.addWidget(page)
        session.changed.connect(lambda before, after: page.refresh(before))
        session.profession_chosen.connect(lambda chosen: page.refresh(None))
        stage = Stage(session, page, [], [])
        session.refused.connect(stage.refused.append)
        session.informed.connect(stage.informed.append)
        page.resize(1200, 800)
        page.show()
        page.refresh(None)
        page.activateWindow()
        page.table.setFocus()
        return stage

    yield make
    for session in sessions:
        session.close()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)

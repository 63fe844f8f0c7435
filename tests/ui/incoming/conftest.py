"""The real window on the secretary study, and files that come back to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.session import Session
from tests import builders
from tests.ui.incoming.stage import Stage
from tests.ui.work import wait_for_work


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """A window whose study is open on its ratings."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    session = Session(QApplication.instance())
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    session.adopt(Document.create(tmp_path / "etude.impact", builders.secretary()))
    made = Stage(window, tmp_path, [])
    session.refused.connect(made.refused.append)
    yield made
    wait_for_work()
    QApplication.processEvents()
    QApplication.clipboard().clear()
    session.close()

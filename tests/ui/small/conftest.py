"""The real window, 1280 × 720, on studies of one's own, at any zoom."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.session import Session
from tests.ui.work import wait_for_work

MakeWindow = Callable[[Study, float], MainWindow]


@pytest.fixture
def small(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    """Opens the window on a study that is written to a file first."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    windows: list[MainWindow] = []

    def make(study: Study, zoom: float) -> MainWindow:
        theme.signals().choose(theme.Scheme.LIGHT, zoom)
        window = MainWindow(Session(QApplication.instance()))
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.resize(1280, 720)
        window.session.adopt(Document.create(tmp_path / f"{len(windows)}.impact", study))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.resize(1280, 720)
        return window

    yield make
    wait_for_work()
    for window in windows:
        window.session.close()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)

"""The real window over real files, in folders of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.ui import theme
from impactapp.ui.app import Shell
from impactapp.ui.main_window import MainWindow
from tests import builders


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication) -> Iterator[Shell]:
    """The application around a window on its start page."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    made = Shell(qapp)
    made.window.resize(1280, 800)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)


@pytest.fixture
def window(shell: Shell) -> MainWindow:
    """The window, on its start page."""
    return shell.window


@pytest.fixture
def study_path(tmp_path: Path) -> Path:
    """Where the open study is."""
    return tmp_path / "etude.impact"


@pytest.fixture
def opened(window: MainWindow, study_path: Path) -> MainWindow:
    """The window on the secretary study."""
    assert window.session.create(study_path, builders.secretary())
    return window

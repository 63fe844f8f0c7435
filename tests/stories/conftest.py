"""The application as it starts, in folders of the test, with dialogs that are drawn by Qt on every desktop."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.ui import theme
from impactapp.ui.app import Shell
from tests.stories.keyboard import until

Start = Callable[[], Shell]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    """Start the application on its start page; a second start comes after the first window was closed."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    theme.install(theme.Scheme.LIGHT, 1.0)
    shells: list[Shell] = []

    def run() -> Shell:
        shell = Shell(qapp)
        shells.append(shell)
        shell.window.show()
        until(shell.window.isActiveWindow, "the window is in front")
        return shell

    yield run
    for shell in shells:
        shell.window.close()
        shell.window.deleteLater()
        shell.deleteLater()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)

"""The application as it starts, in folders of the test, with dialogs that are drawn by Qt on every desktop."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.ui import theme
from impactapp.ui.app import Shell
from tests.stories.accessibility import Tree
from tests.stories.keyboard import until
from tests.stories.program import Program

Start = Callable[[], Shell]
Launch = Callable[..., Program]


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


@pytest.fixture
def tree() -> Iterator[Tree]:
    """The accessibility bus."""
    opened = Tree()
    yield opened
    opened.close()


@pytest.fixture
def launch(tree: Tree) -> Iterator[Launch]:
    """Start the application as a process of its own, with arguments; what still runs is ended with the test."""
    programs: list[Program] = []

    def run(*arguments: str) -> Program:
        programs.append(Program(tree, *arguments))
        return programs[-1]

    yield run
    for program in programs:
        program.kill()

"""A window over a study that a change can be large in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.ui import theme
from impactapp.ui.app import Shell
from impactapp.ui.main_window import MainWindow
from impactapp.ui.session import MANY_THINGS
from tests import builders


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    theme.install(theme.Scheme.LIGHT, 1.0)
    made = Shell(qapp)
    made.window.show()
    made.session.adopt(Document.create(tmp_path / "a.impact", builders.large(1, 2 * (MANY_THINGS + 1))))
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()


@pytest.fixture
def window(shell: Shell) -> MainWindow:
    return shell.window

"""What a user reads in a window of this process."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from impactapp.domain.profession import Profession
from impactapp.ui.app import Shell
from tests.stories.keyboard import plain

P = TypeVar("P", bound=QWidget)


def page_of(shell: Shell, kind: type[P]) -> P:
    """The page that is shown, which is of this kind."""
    page = shell.window.stack.currentWidget()
    assert isinstance(page, kind), f"{page} is shown"
    return page


def message(shell: Shell) -> str:
    """The sentence of the message bar."""
    shown = shell.window.message_bar.message
    return plain(shown.text) if shown else ""


def saved(shell: Shell) -> str:
    """What the top bar says of saving."""
    return plain(shell.window.frame.top_bar.saved.text())


def profession(shell: Shell) -> Profession:
    """The profession that all pages show."""
    chosen = shell.session.profession
    assert chosen is not None
    return chosen


def cell(table: QTableView) -> str:
    """The current cell of a table in the words of a screen reader."""
    return plain(str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))

"""Ways into a study by the keyboard: the demonstration, and the study that was left."""

from impactapp.ui.app import Shell
from tests.stories.conftest import Start
from tests.stories.keyboard import plain, press, tab_to, until


def open_the_demonstration(shell: Shell) -> None:
    """From the start page."""
    tab_to("Ouvrir la démonstration")
    press("Return")
    until(lambda: shell.session.study is not None, "the demonstration is open")


def leave_and_come_back(shell: Shell, start: Start) -> Shell:
    """Quit, start again and open the study that stands first in the list; it is as it was left."""
    left = shell.session.study
    assert left is not None
    press("Ctrl+Q")
    assert not shell.window.isVisible()
    again = start()
    tab_to(plain(f"Ouvrir {left.title}"))
    press("Return")
    until(lambda: again.session.study is not None, "the study is open again")
    assert again.session.study == left
    return again

"""A user's hands and eyes on a window of this process: keys go where a real keyboard's would, words are read back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

WAIT = 20_000
# a page with more stops than this is not one for the keyboard
MOST_TABS = 60
MODIFIERS = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}
KEYS = {key.name.removeprefix("Key_"): key for key in Qt.Key}


def press(keys: str, times: int = 1) -> None:
    """Press a key or a chord (« Ctrl+4 ») where the keyboard is, and let what follows at once happen."""
    *held, named = keys.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= MODIFIERS[one]
    for _time in range(times):
        QTest.keyClick(_hands_on(), KEYS[named], modifiers)
        let_it_happen()


def type_words(words: str) -> None:
    """Type letters, digits and signs, one key each."""
    for letter in words:
        if letter.isascii():
            QTest.keyClicks(_hands_on(), letter)
        else:
            _type_accented(letter)
    let_it_happen()


def tab_to(words: str) -> None:
    """Walk with Tab until what has the focus is called so."""
    met = []
    for _time in range(MOST_TABS):
        if words in focused():
            return
        met.append(focused())
        press("Tab")
    raise AssertionError(f"Tab never reaches “{words}”, only {met}")


def name_the_file(path: Path) -> None:
    """Type a file's name in the dialog that asks for it."""
    until(lambda: "Nom de fichier" in focused(), "a file is asked for")
    press("Ctrl+A")
    type_words(str(path))
    press("Return")


def focused() -> str:
    """What a screen reader calls the control that has the focus."""
    widget = QApplication.focusWidget()
    interface = QAccessible.queryAccessibleInterface(widget) if widget else None
    return plain(interface.text(QAccessible.Text.Name)) if interface else ""


def until(condition: Callable[[], object], what: str, wait: int = WAIT) -> None:
    """Wait for something to be true, so many milliseconds at most.

    An event loop of our own, as those of QTest keep Python from the worker threads.
    """
    loop, deadline = QEventLoop(), QDeadlineTimer(wait)
    clock = QTimer(interval=10)
    clock.timeout.connect(lambda: loop.quit() if condition() or deadline.hasExpired() else None)
    clock.start()
    if not condition():
        loop.exec()
    clock.stop()
    assert condition(), f"this did not happen: {what}"


def let_it_happen() -> None:
    """Let what was posted by a key run: editors close, fields commit and timers of no delay ring."""
    loop = QEventLoop()
    QTimer.singleShot(5, loop.quit)
    loop.exec()


def plain(words: str) -> str:
    """Words with ordinary spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def _hands_on() -> QWidget:
    """What hears the keys: an open menu, else what has the focus."""
    until(lambda: _open_menu() or QApplication.focusWidget(), "something hears the keyboard")
    heard = _open_menu() or QApplication.focusWidget()
    assert heard is not None
    return heard


def _open_menu() -> QMenu | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def _type_accented(letter: str) -> None:
    """QTest knows the keys of American keyboards only."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(_hands_on(), event)

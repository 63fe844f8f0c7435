"""A user's hands and eyes on a window of this process: keys go where a real keyboard's would, words are read back."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

WAIT = 20_000
# a page with more stops than this is not one for the keyboard
MOST_TABS = 60


def press(keys: str, times: int = 1) -> None:
    """Press a key or a chord (« Ctrl+4 ») in the window in front, and let what follows at once happen."""
    combination: QKeyCombination = QKeySequence(keys)[0]
    for _time in range(times):
        QTest.keyClick(_front(), combination.key(), combination.keyboardModifiers())
        let_it_happen()


def type_words(words: str) -> None:
    """Type letters, digits and signs, one key each."""
    for letter in words:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        QTest.keyClicks(widget, letter)
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


def focused() -> str:
    """What a screen reader calls the control that has the focus."""
    widget = QApplication.focusWidget()
    interface = QAccessible.queryAccessibleInterface(widget) if widget else None
    return plain(interface.text(QAccessible.Text.Name)) if interface else ""


def until(condition: Callable[[], object], what: str) -> None:
    """Wait for something to be true.

    An event loop of our own, as those of QTest keep Python from the worker threads.
    """
    loop, deadline = QEventLoop(), QDeadlineTimer(WAIT)
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


def _front() -> QWindow:
    """The window that has the keyboard: a menu that is open, a dialog, or the main window."""
    until(lambda: QGuiApplication.focusWindow() is not None, "a window has the keyboard")
    popup = QApplication.activePopupWidget()
    window = popup.windowHandle() if popup else QGuiApplication.focusWindow()
    assert window is not None
    return window


Modifier = Qt.KeyboardModifier

"""Parts that take each other's place: only the one that is shown asks for room.

A ``QStackedWidget`` asks for the height of the highest one, so that the page of a low one scrolls for nothing.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget


class Parts(QWidget):
    """Shows one part; ``turned`` follows another one."""

    turned = Signal()

    def __init__(self, parts: Iterable[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._current = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for at, part in enumerate(self._parts):
            column.addWidget(part)
            part.setVisible(at == 0)

    @property
    def current(self) -> int:
        """The place of the part that is shown."""
        return self._current

    def turn_to(self, at: int) -> None:
        """Show another part."""
        if at == self._current:
            return
        held = _holds_focus(self._parts[self._current])
        self._parts[self._current].hide()
        self._current = at
        self._parts[at].show()
        if held:
            _take_focus(self._parts[at])
        self.turned.emit()


def _holds_focus(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def _take_focus(part: QWidget) -> None:
    """The first widget of a part that Tab reaches, as a ``QStackedWidget`` does it."""
    found = part.nextInFocusChain()
    while found is not None and found is not part:
        is_reached = found.isVisibleTo(part) and found.isEnabled() and found.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_reached and part.isAncestorOf(found):
            found.setFocus()
            return
        found = found.nextInFocusChain()


class Fitted(QWidget):
    """What a page that scrolls holds: it asks for the least height of its parts, not for the one they would like."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else super().heightForWidth(width)

"""Labels in our sizes, buttons in our roles, and what keeps long words in their place."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

# Qt.TextFormat.PlainText: the start page does without the namespace Qt (see widgets/scrolling.py)
PLAIN_TEXT = 0
_LONG_WORD = re.compile(r"\S{20}(?=\S)")


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A label, ``role`` one of ``page section strong muted small``; what people typed is never read as HTML."""
    made = QLabel(text)
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, run: Callable[[], object], role: str = "") -> QPushButton:
    """A button; ``role`` is ``primary``, ``link`` or nothing."""
    made = QPushButton(text)
    # Enter presses what has the focus, as Space does: « Annuler » in a dialog, and outside of dialogs too
    made.setAutoDefault(True)
    made.clicked.connect(lambda _checked=False: run())
    if role:
        made.setProperty("role", role)
    return made


def line() -> QFrame:
    """A thin line between two groups."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def breakable(words: str) -> str:
    """Long words with invisible places to break, as Qt's styles break lines between words only."""
    return _LONG_WORD.sub("\\g<0>\u200b", words)


def plain_tip(words: str) -> str:
    """What people typed, for a tooltip: Qt would take some of it for HTML, and has no plain tooltips."""
    if "<" not in words and "&lt;" not in words:
        return words
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"


def show_tip(event: "QHelpEvent", view: "QAbstractItemView", index: "QModelIndex | QPersistentModelIndex") -> bool:
    """Show what a cell tells when it is hovered, as it was typed; whether that was asked for."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtWidgets import QToolTip

    if event.type() is not QEvent.Type.ToolTip:
        return False
    words = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
    QToolTip.showText(event.globalPos(), plain_tip(words), view.viewport(), view.visualRect(index))
    event.setAccepted(bool(words))
    return True


class ElidedLabel(QLabel):
    """One line with an ellipsis where there is no room, at its end unless ``keeps_end``; its tooltip and its spoken
    name stay whole."""

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, keeps_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._keeps_end = keeps_end
        self.setProperty("textFormat", PLAIN_TEXT)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(min(self.sizeHint().width(), self.fontMetrics().averageCharWidth() * 8), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        from PySide6.QtCore import Qt

        mode = Qt.TextElideMode.ElideMiddle if self._keeps_end else Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, self.width())
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        # not through the style: its enumerations cost a twentieth of a start
        painter = QPainter(self)
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()

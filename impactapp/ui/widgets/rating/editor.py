"""The field for a justification: it hands its words over on leaving and after a short pause."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

PAUSE_MS = 700


class JustificationEditor(QPlainTextEdit):
    """``written`` gives the words; ``left`` tells that Esc or Ctrl+Enter sends the keyboard back to the cell."""

    written = Signal(str)
    left = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self._is_loading = False
        self._is_handing = False
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.hand_over)
        self.textChanged.connect(self._typed)

    def load(self, text: str) -> None:
        """Show the words of another cell."""
        self._known = text
        if self.toPlainText() != text:
            self._is_loading = True
            self.setPlainText(text)
            self._is_loading = False
        self._pause.stop()

    def follow(self, text: str) -> None:
        """The words of this cell changed in the study; what was handed over from here stays as it was typed."""
        if self._is_handing:
            # the study may take a large change first: these words come after it
            return
        if text.strip() == self._known.strip():
            self._known = text
        else:
            self.load(text)

    def hand_over(self) -> None:
        """Give the words now if they are not the study's."""
        self._pause.stop()
        words = self.toPlainText()
        if not self.isReadOnly() and words.strip() != self._known.strip():
            # known before it is told, so that what follows from it does not hand over again
            self._known = words
            self._is_handing = True
            try:
                self.written.emit(words)
            finally:
                self._is_handing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.hand_over()
            self.left.emit()
        elif self.isReadOnly() and event.text().isprintable() and event.text():
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hand_over()
        super().focusOutEvent(event)

    def _typed(self) -> None:
        if not self._is_loading:
            self._pause.start()

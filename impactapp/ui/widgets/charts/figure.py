"""A number that answers « d'où vient ce chiffre ? » to the mouse, to F1 and to a screen reader."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from impactapp.ui import theme


class Figure(QLabel):
    """A label that takes the focus and knows where its number comes from; it wraps where it has to."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWordWrap(True)
        self._is_framed = False

    @property
    def provenance(self) -> str:
        """Where the number comes from."""
        return self.accessibleDescription()

    def tell(self, words: str, provenance: str) -> None:
        """Show a number and its source; without words there is nothing to see."""
        self.setText(words)
        self.setVisible(bool(words))
        self.setAccessibleDescription(provenance)
        # Qt wraps a tooltip only when it is rich text
        escaped = provenance.replace("&", "&amp;").replace("<", "&lt;")
        self.setToolTip(f"<qt>{escaped}</qt>" if provenance else "")

    def sizeHint(self) -> QSize:
        """All on one line: Qt would guess some lines for a label that wraps."""
        self.ensurePolished()
        return self.fontMetrics().size(0, self.text()).grownBy(self.contentsMargins())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_framed:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme.current().palette.accent), theme.px(2)))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # a window that opens gives the focus to its first number: nobody asked for a frame
        self._is_framed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_framed = False
        self.update()

"""The keys of the matrix as keycaps with a word each, on one line under it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.i18n import _
from impactapp.ui import theme


def hints() -> list[tuple[str, str]]:
    """Each key with what it does, the most used first."""
    rating = [(str(level.value), labels.level_word(level).lower()) for level in Level]
    return [
        *rating,
        (_("Enter"), _("justify")),
        (_("Tab"), _("next to rate")),
        (_("P"), _("accept the proposal")),
        (_("Del"), _("clear")),
    ]


class RatingHints(QWidget):
    """Shows as many of the keys as the width allows; what is left out stands in the help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Keys"))
        self.setAccessibleDescription(", ".join(f"{key} {words}" for key, words in hints()))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), theme.px(1), QColor(palette.faint_line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = QFontMetrics(theme.font("small"))
        left = theme.px(28)
        for key, words in hints():
            cap = metrics.horizontalAdvance(key) + theme.px(12)
            room = cap + theme.px(6) + metrics.horizontalAdvance(words)
            if left + room > self.width():
                break
            self._keycap(painter, left, cap, key)
            painter.setPen(QColor(palette.muted))
            height = self.height()
            painter.drawText(left + cap + theme.px(6), 0, room, height, int(Qt.AlignmentFlag.AlignVCenter), words)
            left += room + theme.px(20)

    def _keycap(self, painter: QPainter, left: int, width: int, key: str) -> None:
        palette = theme.current().palette
        height = theme.px(22)
        top = (self.height() - height) // 2
        painter.setPen(QPen(QColor(palette.line), theme.px(1)))
        painter.setBrush(QColor(palette.background))
        painter.drawRoundedRect(left, top, width, height, theme.px(4), theme.px(4))
        painter.setPen(QColor(palette.text))
        painter.drawText(left, top, width, height, int(Qt.AlignmentFlag.AlignCenter), key)

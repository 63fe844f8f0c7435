"""The three levels as rows one can press: letters, word and definition, the level in force marked."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.i18n import _
from impactapp.ui import theme

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class LevelRow(QAbstractButton):
    """One level, marked when it is the one given; a plain button to screen readers, which say the mark in its name."""

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._definition = ""
        self.is_given = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # a click rates and leaves the keyboard where it was
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(labels.level_word(level))

    def define(self, definition: str) -> None:
        """Show what the level means; an empty text shows the word alone."""
        if definition != self._definition:
            self._definition = definition
            self.setAccessibleDescription(definition)
            self.updateGeometry()
            self.update()

    def show_given(self, given: bool) -> None:
        """Mark it as the level given: the study says so, not the click, as an edit may be refused."""
        self.is_given = given
        self.setAccessibleName(_("{level}, given").format(level=self.text()) if given else self.text())
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = QFontMetrics(theme.font("strong")).lineSpacing()
        if self._definition:
            box = QRect(0, 0, width - self._text_left() - theme.px(4), 10_000)
            text += QFontMetrics(theme.font("small")).boundingRect(box, int(_WRAPPED), self._definition).height()
        return max(text, theme.px(26)) + theme.px(10)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(220), self.heightForWidth(theme.px(220)))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(palette.surface))
        box = QRectF(theme.px(4), theme.px(5), theme.px(36), theme.px(26))
        swatch = palette.level(self._level)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(swatch.ground))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setPen(QColor(swatch.ink))
        painter.setFont(theme.font("strong"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, labels.level_letters(self._level))
        self._words(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 2 * theme.px(1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))

    def _words(self, painter: QPainter) -> None:
        palette = theme.current().palette
        left, width = self._text_left(), self.width() - self._text_left() - theme.px(4)
        strong = theme.font("strong" if self.is_given else "body")
        height = QFontMetrics(strong).lineSpacing()
        top = theme.px(5) if self._definition else (self.height() - height) // 2
        word = f"{self.text()} ✓" if self.is_given else self.text()
        painter.setFont(strong)
        painter.setPen(QColor(palette.text))
        painter.drawText(QRect(left, top, width, height), Qt.AlignmentFlag.AlignVCenter, word)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(palette.text if self.is_given else palette.muted))
        painter.drawText(QRect(left, top + height, width, self.height()), int(_WRAPPED), self._definition)

    def _text_left(self) -> int:
        return theme.px(50)


class LevelRows(QWidget):
    """Faible, Moyen, Fort; ``pressed`` gives the level a mouse or a space bar chose."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = {level: LevelRow(level, self) for level in Level}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for level, row in self._rows.items():
            row.clicked.connect(lambda _checked=False, level=level: self.pressed.emit(level))
            layout.addWidget(row)

    def show_level(self, given: Level | None, definition: Callable[[Level], str]) -> None:
        """Mark the level that is given and word each of them."""
        for level, row in self._rows.items():
            row.define(definition(level))
            row.show_given(level is given)

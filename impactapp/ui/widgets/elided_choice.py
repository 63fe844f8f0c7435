"""A list of choices whose chosen one ends with an ellipsis where there is no room for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox

# of the words, in heights of a line: far above what any style takes for the frame and the arrow
_BESIDE_WORDS = 4


class ElidedChoice(QComboBox):
    """Qt's styles cut the words of a combo box at its edge, as if they ended there."""

    def shown(self) -> str:
        """The words as they are drawn."""
        words = self.currentText()
        if self._has_room(words):
            return words
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox  # enumerations that start-up does without

        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def _has_room(self, words: str) -> bool:
        """Whether they fit for certain, without asking the style."""
        if self.sizeAdjustPolicy() is QComboBox.SizeAdjustPolicy.AdjustToContents:
            return self.width() >= self.sizeHint().width()
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(words) + _BESIDE_WORDS * metrics.lineSpacing() < self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown()
        if shown == self.currentText():
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

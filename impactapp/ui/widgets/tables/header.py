"""The headings of a table, on two lines where a column is narrower than its words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from impactapp.ui import theme

BESIDE, ABOVE = 8, 6


class TableHeader(QHeaderView):
    """As high as the longest heading needs at the width of its column."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self._height = 0
        self.sectionResized.connect(lambda _section, _before, _after: self._keep_height())
        self.sectionCountChanged.connect(lambda _before, _after: self._keep_height())

    def sizeHint(self) -> QSize:
        shown = [section for section in range(self.count()) if not self.isSectionHidden(section)]
        lines = [self._room_of(section).height() for section in shown]
        height = max(lines, default=self.fontMetrics().height()) + 2 * theme.px(ABOVE) + 1
        return QSize(self.length(), height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = theme.current().palette
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(palette.background))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(palette.line))
        painter.setPen(QColor(palette.muted))
        inside = rect.adjusted(theme.px(BESIDE), 0, -theme.px(BESIDE), -1)
        words = self._words(logicalIndex)
        if self._longest_word(words) > inside.width():
            words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, self._flags(logicalIndex), words)
        painter.restore()

    def _keep_height(self) -> None:
        height = self.sizeHint().height()
        if height != self._height:
            self._height = height
            self.geometriesChanged.emit()

    def _room_of(self, section: int) -> QRect:
        room = QRect(0, 0, max(1, self.sectionSize(section) - 2 * theme.px(BESIDE)), 16_000)
        words = self._words(section)
        if self._longest_word(words) > room.width():
            return QRect(0, 0, room.width(), self.fontMetrics().height())
        return self.fontMetrics().boundingRect(room, self._flags(section), words)

    def _longest_word(self, words: str) -> int:
        return max(
            (self.fontMetrics().horizontalAdvance(word) for word in words.replace("-", "- ").split(" ")), default=0
        )

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def _flags(self, section: int) -> int:
        role = Qt.ItemDataRole.TextAlignmentRole
        side = self.model().headerData(section, Qt.Orientation.Horizontal, role) or _LEFT
        return int(Qt.AlignmentFlag(side)) | int(Qt.TextFlag.TextWordWrap)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

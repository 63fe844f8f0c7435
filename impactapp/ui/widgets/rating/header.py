"""The header of the matrix on two lines: the hypotheses over their columns."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from impactapp import labels
from impactapp.domain.level import Hypothesis
from impactapp.ui import theme
from impactapp.ui.models.rating_columns import COLUMN_COUNT, TITLE, column_at, heading, short_heading


class RatingHeader(QHeaderView):
    """Each section paints its own part of the group's name, so that any part can be repainted alone.

    ``compact`` takes the shortest words.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.compact = False
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * self._line_height())

    def heading_width(self, position: int) -> int:
        """The width the word over a column needs."""
        return QFontMetrics(_font()).horizontalAdvance(self._heading(position)) + theme.px(4 if self.compact else 10)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = theme.current().palette
        height, one = self._line_height(), max(1, theme.px(1))
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(palette.background))
        painter.setFont(_font())
        column = column_at(logicalIndex)
        lower = QRect(rect.left(), rect.top() + height, rect.width(), rect.height() - height)
        painter.setPen(QColor(palette.muted))
        if column is None:
            painter.drawText(lower.adjusted(theme.px(8), 0, 0, 0), _LEFT, self._heading(logicalIndex))
        else:
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._heading(logicalIndex))
            self._group(painter, rect, column.hypothesis, height)
            painter.fillRect(
                QRect(rect.left(), rect.top() + height - one, rect.width(), one), QColor(palette.faint_line)
            )
            before = column_at(logicalIndex - 1)
            if before is None or before.hypothesis is not column.hypothesis:
                painter.fillRect(QRect(rect.left(), rect.top(), one, rect.height()), QColor(palette.line))
        painter.fillRect(QRect(rect.left(), rect.bottom() - one + 1, rect.width(), one), QColor(palette.line))
        painter.restore()

    def _group(self, painter: QPainter, rect: QRect, hypothesis: Hypothesis, height: int) -> None:
        members = [at for at in range(TITLE + 1, COLUMN_COUNT) if (c := column_at(at)) and c.hypothesis is hypothesis]
        left = self.sectionViewportPosition(members[0])
        width = sum(self.sectionSize(member) for member in members)
        word = labels.hypothesis_word(hypothesis)
        text = f"{word[:1].upper()}{word[1:]} {labels.hypothesis_mark(hypothesis)}"
        painter.setPen(QColor(theme.current().palette.text))
        painter.drawText(QRect(left, rect.top(), width, height), Qt.AlignmentFlag.AlignCenter, text)

    def _heading(self, position: int) -> str:
        return short_heading(position) if self.compact else heading(position)

    def _line_height(self) -> int:
        return QFontMetrics(_font()).height() + theme.px(12)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _font() -> QFont:
    font = QFont(theme.font("small"))
    font.setWeight(QFont.Weight.DemiBold)
    return font

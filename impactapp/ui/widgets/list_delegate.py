"""Draws a line of a list: its words, and what is said about it, muted, beside or below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from impactapp.ui import theme
from impactapp.ui.widgets import text

DETAIL = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ListDelegate(QStyledItemDelegate):
    """``below`` wraps the words and puts the detail under them; otherwise both stand on one line."""

    def __init__(self, view: QAbstractItemView, *, below: bool) -> None:
        super().__init__(view)
        self._view = view
        self._below = below

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need at the width of the list."""
        width = max(self._view.viewport().width(), theme.px(120))
        if not self._below:
            return QSize(width, theme.px(34))
        inside = width - 2 * theme.px(10)
        words, detail = self._words(index)
        height = _height(words, "body", inside) + (_height(detail, "small", inside) if detail else 0)
        return QSize(width, height + 2 * theme.px(8))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        return text.show_tip(event, view, index) or super().helpEvent(event, view, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words and the detail."""
        colours = theme.current().palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            ring = option.state & QStyle.StateFlag.State_HasFocus or not self._below
            painter.setPen(QPen(QColor(colours.accent), 2) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
        words, detail = self._words(index)
        inside = rect.adjusted(theme.px(9), theme.px(7), -theme.px(9), -theme.px(7))
        if self._below:
            self._draw_below(painter, inside, words, detail)
        else:
            self._draw_beside(painter, inside, words, detail)
        painter.restore()

    def _draw_below(self, painter: QPainter, inside: QRect, words: str, detail: str) -> None:
        colours = theme.current().palette
        painter.setFont(theme.font("body"))
        painter.setPen(QColor(colours.text))
        painter.drawText(inside, WRAP, words)
        under = inside.adjusted(0, _height(words, "body", inside.width()), 0, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(colours.muted))
        painter.drawText(under, WRAP, detail)

    def _draw_beside(self, painter: QPainter, inside: QRect, words: str, detail: str) -> None:
        colours = theme.current().palette
        middle = Qt.AlignmentFlag.AlignVCenter
        small = QFontMetrics(theme.font("small"))
        aside = small.elidedText(detail, Qt.TextElideMode.ElideRight, inside.width() // 3)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(colours.muted))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, aside)
        room = inside.width() - small.horizontalAdvance(aside) - theme.px(16)
        shown = QFontMetrics(theme.font("body")).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme.font("body"))
        painter.setPen(QColor(colours.text))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, shown)

    def _words(self, index: Index) -> tuple[str, str]:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or ""), str(index.data(DETAIL) or "")


def _height(words: str, font: theme.FontName, width: int) -> int:
    return QFontMetrics(theme.font(font)).boundingRect(QRect(0, 0, width, 10_000), WRAP, words).height()

"""How a link is painted: its intensity and letters in a box that is fuller the stronger the link; a tick."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from impactapp.ui import theme
from impactapp.ui.models.link_cells import VALIDATED
from impactapp.ui.models.link_model import LOOK_ROLE
from impactapp.ui.widgets import text
from impactapp.ui.widgets.rating.swatch import Brushes, paint_ring

Index = QModelIndex | QPersistentModelIndex
BOX = QSize(62, 26)
_CENTRED = Qt.AlignmentFlag.AlignCenter


class LinkDelegate(QStyledItemDelegate):
    """Neutral grounds: the hues of substitution and exposure would say something else here."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._brushes = Brushes()
        self._boxes: list[tuple[QColor, QColor]] = []
        self.retheme()

    def retheme(self) -> None:
        """Take the colours and sizes of the current theme."""
        self._brushes = Brushes()
        colours = theme.current().palette
        grounds = [QColor(ground) for ground in (colours.background, colours.surface, colours.faint_line)]
        # in high contrast the fullest box is as white as the words on a page are
        self._boxes = [(ground, _ink(ground, QColor(colours.text), QColor(colours.background))) for ground in grounds]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here, rect = self._brushes, option.rect
        current = index == self._view.currentIndex()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, here.selection if selected and not current else here.background)
        painter.fillRect(QRect(rect.left(), rect.bottom() - here.one + 1, rect.width(), here.one), here.faint)
        box = self._box(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(index.data())
        if words:
            self._filled(painter, box, index, words)
        elif index.column() == VALIDATED:
            painter.setPen(QPen(here.line, here.one))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, here.radius, here.radius)
        else:
            painter.setPen(here.muted)
            painter.drawText(box, _CENTRED, "·")
        if current:
            paint_ring(painter, box, here, self._view.hasFocus())

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        return text.show_tip(event, view, index) or super().helpEvent(event, view, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(BOX.width() + 12), theme.px(BOX.height() + 14))

    def _filled(self, painter: QPainter, box: QRectF, index: Index, words: str) -> None:
        here, link = self._brushes, index.data(LOOK_ROLE)
        ground, ink = self._boxes[link.intensity - 1] if link is not None else self._boxes[1]
        painter.setPen(QPen(here.line, here.one))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, here.radius, here.radius)
        font = QFont(here.letters)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, _CENTRED, words)

    def _box(self, rect: QRect) -> QRectF:
        width = min(theme.px(BOX.width()), rect.width() - theme.px(8))
        box = QRectF(0, 0, width, theme.px(BOX.height()))
        box.moveCenter(QRectF(rect).center())
        return box


def _ink(ground: QColor, *inks: QColor) -> QColor:
    """The ink that is furthest from a ground in light."""
    return max(inks, key=lambda ink: abs(ink.lightnessF() - ground.lightnessF()))

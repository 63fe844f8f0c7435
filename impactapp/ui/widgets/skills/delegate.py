"""How the exposure of a skill is painted: a swatch a hypothesis with the letters of its class, the figures below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.ui import theme
from impactapp.ui.models.skill_columns import ExposureLook
from impactapp.ui.models.skill_model import LOOK_ROLE
from impactapp.ui.widgets import text
from impactapp.ui.widgets.tables.delegate import PADDING, outline_current

Index = QModelIndex | QPersistentModelIndex
SWATCH, GAP = QSize(30, 20), 3
_CENTRED = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ExposureDelegate(QStyledItemDelegate):
    """Paints the columns of the mechanisms; where nothing is computed, the words of the cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(LOOK_ROLE)
        if not isinstance(look, ExposureLook):
            super().paint(painter, option, index)
            outline_current(painter, option)
            return
        colours = theme.current().palette
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(colours.selection if selected else colours.background))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = theme.px(SWATCH.height())
        words = QFontMetrics(theme.font("small"))
        top = option.rect.top() + (option.rect.height() - height - theme.px(GAP) - words.height()) // 2
        at = QPoint(option.rect.left() + theme.px(PADDING), top)
        for level in _shown(look):
            paint_class(painter, QRect(at, QSize(theme.px(SWATCH.width()), height)), level)
            at += QPoint(theme.px(SWATCH.width() + GAP), 0)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(colours.text))
        left = option.rect.left() + theme.px(PADDING)
        below = QRect(left, top + height + theme.px(GAP), option.rect.right() - left, words.height())
        figures = labels.percent_range(look.exposure)
        painter.drawText(below, _LEFT, words.elidedText(figures, Qt.TextElideMode.ElideRight, below.width()))
        painter.restore()
        outline_current(painter, option)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        return text.show_tip(event, view, index) or super().helpEvent(event, view, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if not isinstance(index.data(LOOK_ROLE), ExposureLook):
            return super().sizeHint(option, index)
        words = QFontMetrics(theme.font("small")).height()
        return QSize(theme.px(80), theme.px(SWATCH.height() + GAP) + words + theme.px(8))


def paint_class(painter: QPainter, box: QRect, level: Level) -> None:
    """A class of exposure: its letters on their ground, with a line where the ground is close to the page."""
    colours = theme.current().palette
    swatch = colours.exposure[level - 1]
    painter.setPen(QPen(QColor(colours.line), 1) if level is Level.FAIBLE else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(swatch.ground))
    painter.drawRoundedRect(box, theme.px(4), theme.px(4))
    font = QFont(theme.font("small"))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(swatch.ink))
    painter.drawText(box, _CENTRED, labels.level_letters(level))


def _shown(look: ExposureLook) -> list[Level]:
    """One swatch where both hypotheses agree."""
    low, high = look.classes
    return [level for level in ((low,) if low is high else (low, high)) if level is not None]

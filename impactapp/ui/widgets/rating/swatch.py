"""One level of the matrix in paint: swatch, letters, marks and ring, told apart by shape and letters before colour."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.ui import theme
from impactapp.ui.models.rating_columns import CellLook

_CENTRED = Qt.AlignmentFlag.AlignCenter


@dataclass(slots=True)
class Brushes:
    """Colours, fonts and sizes of the theme in the form the painter takes them, made once a theme."""

    background: QColor = field(default_factory=lambda: QColor(theme.current().palette.background))
    selection: QColor = field(default_factory=lambda: QColor(theme.current().palette.selection))
    text: QColor = field(default_factory=lambda: QColor(theme.current().palette.text))
    muted: QColor = field(default_factory=lambda: QColor(theme.current().palette.muted))
    line: QColor = field(default_factory=lambda: QColor(theme.current().palette.line))
    faint: QColor = field(default_factory=lambda: QColor(theme.current().palette.faint_line))
    accent: QColor = field(default_factory=lambda: QColor(theme.current().palette.accent))
    grounds: list[QColor] = field(
        default_factory=lambda: [QColor(s.ground) for s in theme.current().palette.substitution]
    )
    inks: list[QColor] = field(default_factory=lambda: [QColor(s.ink) for s in theme.current().palette.substitution])
    body: QFont = field(default_factory=lambda: theme.font("body"))
    letters: QFont = field(default_factory=lambda: _bold(theme.font("body")))
    one: int = field(default_factory=lambda: max(1, theme.px(1)))
    radius: int = field(default_factory=lambda: theme.px(4))
    swatch: QSize = field(default_factory=lambda: QSize(theme.px(38), theme.px(30)))
    narrow: int = field(default_factory=lambda: theme.px(32))


def paint_swatch(painter: QPainter, box: QRectF, look: CellLook, here: Brushes, selected: bool) -> None:
    """Paint a level as letters on its ground, or the shape that says why there is none."""
    if look.is_proposal:
        _letters(painter, box, look.level, here.text if look.level else here.muted, here.letters)
    elif look.level is None:
        _outline(painter, box, QPen(here.line, here.one, Qt.PenStyle.DotLine), here.radius)
        if look.has_text:
            _text_mark(painter, box, here.muted)
    elif look.follows:
        _outline(painter, box, QPen(here.line, here.one), here.radius)
        _letters(painter, box, look.level, here.muted, here.body)
    else:
        pen = QPen(here.accent, here.one) if selected else QPen(Qt.PenStyle.NoPen)
        _outline(painter, box, pen, here.radius, here.grounds[look.level - 1])
        _letters(painter, box, look.level, here.inks[look.level - 1], here.letters)
        if look.differs:
            _corner(painter, box, here.inks[look.level - 1])


def _letters(painter: QPainter, box: QRectF, level: Level | None, ink: QColor, font: QFont) -> None:
    word = labels.level_letters(level) if level else "–"
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, _CENTRED, word)


def _text_mark(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A pencil: words are there, without a level."""
    unit = float(theme.px(1))
    painter.save()
    painter.translate(box.center())
    painter.rotate(-45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRect(QRectF(-3 * unit, -2 * unit, 10 * unit, 4 * unit))
    tip = [QPointF(-4 * unit, -2 * unit), QPointF(-4 * unit, 2 * unit), QPointF(-8 * unit, 0)]
    painter.drawPolygon(QPolygonF(tip))
    painter.restore()


def _corner(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A cut corner: the decision is not the proposal."""
    size = float(theme.px(8))
    inset = theme.px(1) * 1.5
    corner = box.topRight() + QPointF(-inset, inset)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(-size, 0), corner + QPointF(0, size)]))


def paint_ring(painter: QPainter, box: QRectF, here: Brushes, focused: bool) -> None:
    """Paint the ring of the current cell, strong where the keyboard is."""
    gap = 3.0 * here.one
    pen = QPen(here.accent, 2.0 * here.one) if focused else QPen(here.line, 1.0 * here.one)
    _outline(painter, box.adjusted(-gap, -gap, gap, gap), pen, here.radius + gap)


def _bold(font: QFont) -> QFont:
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def _outline(painter: QPainter, box: QRectF, pen: QPen, radius: float, ground: QColor | None = None) -> None:
    painter.setPen(pen)
    painter.setBrush(QBrush(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)

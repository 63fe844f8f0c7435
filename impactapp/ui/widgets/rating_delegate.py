"""How a cell of the matrix is painted: a swatch with its letters, told apart by shape and letters before colour."""

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.ui import theme
from impactapp.ui.models.rating_columns import TITLE, CellLook, column_at
from impactapp.ui.models.rating_model import LOOK_ROLE

Index = QModelIndex | QPersistentModelIndex
TITLE_LINES = 2
_CENTRED = Qt.AlignmentFlag.AlignCenter
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


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


class RatingDelegate(QStyledItemDelegate):
    """Paints titles on two lines and levels as swatches, narrower when ``compact``."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.compact = False
        self._view = view
        self._brushes = Brushes()

    def retheme(self) -> None:
        """Take the colours and sizes of the current theme."""
        self._brushes = Brushes()

    def row_height(self) -> int:
        """The height of every row: two lines of a title, or a swatch with room for its ring."""
        text = TITLE_LINES * QFontMetrics(self._brushes.body).lineSpacing() + theme.px(6)
        return max(text, self._brushes.swatch.height() + theme.px(14))

    def column_width(self, heading: int = 0) -> int:
        """The width of a column of levels under a heading of some width."""
        return max(heading, self._width() + theme.px(8 if self.compact else 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here = self._brushes
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        current = self._view.currentIndex()
        painter.save()
        painter.fillRect(rect, here.selection if selected and index != current else here.background)
        self._rule(painter, rect, index.column())
        if index.column() == TITLE:
            self._title(painter, rect, index, current)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = self._box(rect)
            self._swatch(painter, box, index.data(LOOK_ROLE), selected)
            if index == current:
                self._ring(painter, box, bool(state & QStyle.StateFlag.State_HasFocus))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.column_width(), self.row_height())

    def _box(self, rect: QRect) -> QRectF:
        box = QRectF(0, 0, self._width(), self._brushes.swatch.height())
        box.moveCenter(QPointF(rect.center()) + QPointF(0.5, 0))
        return box

    def _width(self) -> int:
        return self._brushes.narrow if self.compact else self._brushes.swatch.width()

    def _rule(self, painter: QPainter, rect: QRect, position: int) -> None:
        """A faint line under the row, and a line where a hypothesis begins."""
        one = self._brushes.one
        painter.fillRect(QRect(rect.left(), rect.bottom() - one + 1, rect.width(), one), self._brushes.faint)
        column, left = column_at(position), column_at(position - 1) if position > TITLE else None
        if column and (left is None or left.hypothesis is not column.hypothesis):
            painter.fillRect(QRect(rect.left(), rect.top(), one, rect.height()), self._brushes.line)

    def _title(self, painter: QPainter, rect: QRect, index: Index, current: QModelIndex) -> None:
        here = self._brushes
        inner = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        if current.isValid() and index.row() == current.row():
            bar = QRect(rect.left(), rect.top() + theme.px(4), theme.px(3), rect.height() - theme.px(8))
            painter.fillRect(bar, here.accent if self._view.hasFocus() else here.line)
        painter.setFont(here.body)
        painter.setPen(here.text)
        _draw_elided(painter, inner, str(index.data()), here.body)
        if index == current and self._view.hasFocus():
            painter.setPen(QPen(here.accent, 2 * here.one))
            painter.drawRect(rect.adjusted(here.one, here.one, -here.one - 1, -2 * here.one - 1))

    def _swatch(self, painter: QPainter, box: QRectF, look: CellLook, selected: bool) -> None:
        here = self._brushes
        if look.is_proposal:
            self._letters(painter, box, look.level, here.text if look.level else here.muted)
        elif look.level is None:
            _outline(painter, box, QPen(here.line, here.one, Qt.PenStyle.DotLine), here.radius)
            if look.has_text:
                self._text_mark(painter, box)
        elif look.follows:
            _outline(painter, box, QPen(here.line, here.one), here.radius)
            self._letters(painter, box, look.level, here.muted, here.body)
        else:
            pen = QPen(here.accent, here.one) if selected else QPen(Qt.PenStyle.NoPen)
            _outline(painter, box, pen, here.radius, here.grounds[look.level - 1])
            self._letters(painter, box, look.level, here.inks[look.level - 1])
            if look.differs:
                self._corner(painter, box, here.inks[look.level - 1])

    def _letters(
        self, painter: QPainter, box: QRectF, level: Level | None, ink: QColor, font: QFont | None = None
    ) -> None:
        word = labels.level_letters(level) if level else "–"
        painter.setFont(font or self._brushes.letters)
        painter.setPen(ink)
        painter.drawText(box, _CENTRED, word)

    def _text_mark(self, painter: QPainter, box: QRectF) -> None:
        """A pencil: words are there, without a level."""
        unit = float(theme.px(1))
        painter.save()
        painter.translate(box.center())
        painter.rotate(-45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brushes.muted)
        painter.drawRect(QRectF(-3 * unit, -2 * unit, 10 * unit, 4 * unit))
        tip = [QPointF(-4 * unit, -2 * unit), QPointF(-4 * unit, 2 * unit), QPointF(-8 * unit, 0)]
        painter.drawPolygon(QPolygonF(tip))
        painter.restore()

    def _corner(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """A cut corner: the decision is not the proposal."""
        size = float(theme.px(8))
        inset = self._brushes.one * 1.5
        corner = box.topRight() + QPointF(-inset, inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([corner, corner + QPointF(-size, 0), corner + QPointF(0, size)]))

    def _ring(self, painter: QPainter, box: QRectF, focused: bool) -> None:
        here = self._brushes
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


def _draw_elided(painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
    """At most two lines, centred in height; what does not fit ends in « … »."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < TITLE_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(rect.width())
        # Qt counts in UTF-16 units, where an emoji is two
        rest = units[2 * line.textStart() :]
        if len(lines) < TITLE_LINES - 1:
            lines.append(rest[: 2 * line.textLength()].decode("utf-16-le", "ignore").rstrip())
        else:
            words = rest.decode("utf-16-le", "ignore")
            lines.append(metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()))
    layout.endLayout()
    height = metrics.lineSpacing()
    top = rect.top() + (rect.height() - len(lines) * height) // 2
    for number, words in enumerate(lines):
        painter.drawText(QRect(rect.left(), top + number * height, rect.width(), height), _LINE, words)

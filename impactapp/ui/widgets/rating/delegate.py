"""How a cell of the matrix is painted: titles on two lines, levels as pictures that are painted once and kept."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from impactapp.ui import theme
from impactapp.ui.models.rating_columns import TITLE, CellLook, column_at
from impactapp.ui.models.rating_model import LOOK_ROLE
from impactapp.ui.widgets import text
from impactapp.ui.widgets.rating.swatch import Brushes, paint_ring, paint_swatch

Index = QModelIndex | QPersistentModelIndex
TITLE_LINES = 2
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
# more titles than a screen shows at once
_TITLES_KEPT = 200


class Picture(NamedTuple):
    """All that the picture of a cell depends on; ``ratio`` is how many of the screen's pixels make one of ours."""

    look: CellLook
    width: int
    height: int
    ratio: float
    begins: bool
    selected: bool
    current: bool
    focused: bool


class RatingDelegate(QStyledItemDelegate):
    """Paints titles on two lines and levels as swatches, narrower when ``compact``."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.compact = False
        self._view = view
        self._brushes = Brushes()
        # each call of the painter may have to wait for a busy thread: one a cell instead of a dozen
        self._pictures: dict[Picture, QPixmap] = {}
        self._titles: dict[tuple[str, int], list[str]] = {}

    def retheme(self) -> None:
        """Take the colours and sizes of the current theme."""
        self._brushes = Brushes()
        self._pictures.clear()
        self._titles.clear()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        return text.show_tip(event, view, index) or super().helpEvent(event, view, option, index)

    def row_height(self) -> int:
        """The height of every row: two lines of a title, or a swatch with room for its ring."""
        text = TITLE_LINES * QFontMetrics(self._brushes.body).lineSpacing() + theme.px(6)
        return max(text, self._brushes.swatch.height() + theme.px(14))

    def column_width(self, heading: int = 0) -> int:
        """The width of a column of levels under a heading of some width."""
        return max(heading, self._width() + theme.px(8 if self.compact else 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        # not by the state of the option: its enumerations cost a twentieth of a start
        selected = self._view.selectionModel().isSelected(index)
        current = self._view.currentIndex()
        if index.column() == TITLE:
            painter.save()
            self._title(painter, rect, index, current, selected)
            painter.restore()
            return
        wanted = Picture(
            index.data(LOOK_ROLE),
            rect.width(),
            rect.height(),
            self._view.devicePixelRatioF(),
            _begins_hypothesis(index.column()),
            selected,
            index == current,
            index == current and self._view.hasFocus(),
        )
        if wanted not in self._pictures:
            self._pictures[wanted] = self._painted(wanted)
        painter.drawPixmap(rect.topLeft(), self._pictures[wanted])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.column_width(), self.row_height())

    def _painted(self, wanted: Picture) -> QPixmap:
        here = self._brushes
        rect = QRect(0, 0, wanted.width, wanted.height)
        picture = QPixmap(rect.size() * wanted.ratio)
        picture.setDevicePixelRatio(wanted.ratio)
        painter = QPainter(picture)
        painter.fillRect(rect, here.selection if wanted.selected and not wanted.current else here.background)
        self._underline(painter, rect)
        if wanted.begins:
            painter.fillRect(QRect(0, 0, here.one, wanted.height), here.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, self._width(), here.swatch.height())
        box.moveCenter(QPointF(rect.center()) + QPointF(0.5, 0))
        paint_swatch(painter, box, wanted.look, here, wanted.selected)
        if wanted.current:
            paint_ring(painter, box, here, wanted.focused)
        painter.end()
        return picture

    def _width(self) -> int:
        return self._brushes.narrow if self.compact else self._brushes.swatch.width()

    def _underline(self, painter: QPainter, rect: QRect) -> None:
        one = self._brushes.one
        painter.fillRect(QRect(rect.left(), rect.bottom() - one + 1, rect.width(), one), self._brushes.faint)

    def _title(self, painter: QPainter, rect: QRect, index: Index, current: QModelIndex, selected: bool) -> None:
        here, focused = self._brushes, self._view.hasFocus()
        painter.fillRect(rect, here.selection if selected and index != current else here.background)
        self._underline(painter, rect)
        if current.isValid() and index.row() == current.row():
            bar = QRect(rect.left(), rect.top() + theme.px(4), theme.px(3), rect.height() - theme.px(8))
            painter.fillRect(bar, here.accent if focused else here.line)
        painter.setFont(here.body)
        painter.setPen(here.text)
        self._words(painter, rect.adjusted(theme.px(8), 0, -theme.px(8), 0), str(index.data()))
        if index == current and focused:
            painter.setPen(QPen(here.accent, 2 * here.one))
            painter.drawRect(rect.adjusted(here.one, here.one, -here.one - 1, -2 * here.one - 1))

    def _words(self, painter: QPainter, rect: QRect, text: str) -> None:
        """At most two lines, centred in height."""
        lines = self._titles.get((text, rect.width()))
        if lines is None:
            if len(self._titles) > _TITLES_KEPT:
                self._titles.clear()
            lines = self._titles[text, rect.width()] = broken(text, self._brushes.body, rect.width())
        height = QFontMetrics(self._brushes.body).lineSpacing()
        top = rect.top() + (rect.height() - len(lines) * height) // 2
        for number, words in enumerate(lines):
            painter.drawText(QRect(rect.left(), top + number * height, rect.width(), height), _LINE, words)


def broken(text: str, font: QFont, width: int, most: int = TITLE_LINES) -> list[str]:
    """At most so many lines of a title; what does not fit ends in « … »."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Qt counts in UTF-16 units, where an emoji is two
        rest = units[2 * line.textStart() :]
        if len(lines) < most - 1:
            lines.append(rest[: 2 * line.textLength()].decode("utf-16-le", "ignore").rstrip())
        else:
            words = rest.decode("utf-16-le", "ignore")
            lines.append(metrics.elidedText(words, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines


def _begins_hypothesis(position: int) -> bool:
    column, left = column_at(position), column_at(position - 1)
    return column is not None and (left is None or left.hypothesis is not column.hypothesis)

"""The links as a table driven by keys; activities stay on the left and skills on top while it scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from impactapp.domain.skill import Stage
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.link_cells import VALIDATED, stage_letter
from impactapp.ui.models.link_model import Index, LinkModel, Place
from impactapp.ui.widgets.rating.delegate import broken
from impactapp.ui.widgets.skills.link_delegate import LinkDelegate

Key = Qt.Key
# the row of digits of a French keyboard gives à & é " when Shift is not held
_INTENSITY_KEYS = {
    Key.Key_0: 0,
    Key.Key_1: 1,
    Key.Key_2: 2,
    Key.Key_3: 3,
    Key.Key_Agrave: 0,
    Key.Key_Ampersand: 1,
    Key.Key_Eacute: 2,
    Key.Key_QuoteDbl: 3,
}
_DIGITS = (Key.Key_0, Key.Key_1, Key.Key_2, Key.Key_3)
# on the drawing board
COLUMN, LEAST_COLUMN, WIDEST_COLUMN, TITLES, LEAST_TITLES = 132, 94, 150, 320, 150
CORNER = "QTableCornerButton::section { background: transparent; border: none; }"
HEADING_LINES = 3
# on each side of a heading
BESIDE = 4
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class LinkTable(QTableView):
    """Tab goes from cell to cell, Ctrl+Tab leaves the table."""

    intensity_asked = Signal(int)
    formative_asked = Signal()
    stage_asked = Signal(object)
    validation_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()
    current_changed = Signal()

    def __init__(self, model: LinkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = model
        self._delegate = LinkDelegate(self)
        self._tasks, self._skills = (
            LinkHeader(Qt.Orientation.Vertical, self),
            LinkHeader(Qt.Orientation.Horizontal, self),
        )
        self.setVerticalHeader(self._tasks)
        self.setHorizontalHeader(self._skills)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        model.modelReset.connect(self._fit)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(CORNER)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAccessibleName(_("Links between activities and skills"))
        self.setAccessibleDescription(
            _(
                "0 to 3 set the intensity, Delete clears, F formative, T, P and M the learning stage, V human "
                "validation; Tab goes to the next cell, Ctrl+Tab leaves."
            )
        )
        self.retheme()

    def retheme(self) -> None:
        """Take the colours and sizes of the current theme."""
        self._delegate.retheme()
        for header in (self._tasks, self._skills):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(theme.px(24))
        self._tasks.setDefaultSectionSize(2 * QFontMetrics(theme.font("body")).lineSpacing() + theme.px(10))
        self._fit()
        self.viewport().update()

    def chosen(self) -> list[Place]:
        """The selected cells, or the current one."""
        places = [(index.row(), index.column()) for index in self.selectedIndexes()]
        current = self.currentIndex()
        return places or ([(current.row(), current.column())] if current.isValid() else [])

    def go_to(self, row: int, column: int) -> None:
        """Make one cell the current one and bring it into view."""
        index = self.model().index(row, column)
        # the view's own setCurrentIndex looks at the keys held down: Ctrl+Z would not move the selection
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
            event.accept()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, they search nothing."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for header in (self._tasks, self._skills):
            header.viewport().update()
        self.current_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_asked.emit
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste_asked.emit
        if key in (Key.Key_Tab, Key.Key_Backtab) and modifiers & Qt.KeyboardModifier.ControlModifier:
            return lambda: self._leave(key is Key.Key_Tab)
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            return None
        return self._typed(key, bool(modifiers))

    def _typed(self, key: Key, shifted: bool) -> Callable[[], object] | None:
        if key in _INTENSITY_KEYS and (key in _DIGITS or not shifted):
            return lambda: self.intensity_asked.emit(_INTENSITY_KEYS[key])
        if key in (Key.Key_Delete, Key.Key_Backspace):
            return lambda: self.intensity_asked.emit(0)
        stages = {ord(stage_letter(stage)): stage for stage in Stage}
        if key in stages:
            return lambda: self.stage_asked.emit(stages[key])
        if key is Key.Key_F:
            return self.formative_asked.emit
        is_tick = key is Key.Key_Space and self.currentIndex().column() == VALIDATED
        return self.validation_asked.emit if key is Key.Key_V or is_tick else None

    def _leave(self, forward: bool) -> None:
        # QAbstractItemView would give the key back to us: its parents know the order of the page
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _fit(self) -> None:
        """Activities take at most a third of the width; columns are as wide as they need to be."""
        room = self.width()
        titles = max(theme.px(LEAST_TITLES), min(theme.px(TITLES), room // 3))
        self._tasks.setFixedWidth(titles)
        columns = max(1, self.model().columnCount())
        each = max(theme.px(LEAST_COLUMN), min(theme.px(COLUMN), (room - titles - theme.px(16)) // columns))
        self._skills.setDefaultSectionSize(each)
        # a word of a heading breaks in the middle only where it is wider than the widest column
        metrics, most = QFontMetrics(_small()), theme.px(WIDEST_COLUMN)
        for column in range(self.model().columnCount()):
            words = _heading(self.model(), column).split(" ")
            widest = max(map(metrics.horizontalAdvance, words), default=0) + theme.px(2 * BESIDE + 2)
            self._skills.resizeSection(column, max(each, min(widest, most)))
        self._skills.setFixedHeight(HEADING_LINES * QFontMetrics(_small()).lineSpacing() + theme.px(10))
        self.updateGeometries()


class LinkHeader(QHeaderView):
    """Titles on two or three lines; the one of the current cell in bold ink."""

    def __init__(self, orientation: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self._table = parent
        self._lines: dict[tuple[str, int, int], list[str]] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        theme.signals().changed.connect(self._lines.clear)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height()) if self.isVisible() else super().sizeHint()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colours, one = theme.current().palette, max(1, theme.px(1))
        across = self.orientation() is Qt.Orientation.Horizontal
        current = self._table.currentIndex()
        here = current.isValid() and logicalIndex == (current.column() if across else current.row())
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(colours.background))
        edge = QColor(colours.line if across else colours.faint_line)
        painter.fillRect(QRect(rect.left(), rect.bottom() - one + 1, rect.width(), one), edge)
        if here:
            bar = QRect(rect.left(), rect.bottom() - 3 * one + 1, rect.width(), 3 * one)
            side = QRect(rect.left(), rect.top() + theme.px(4), 3 * one, rect.height() - theme.px(8))
            painter.fillRect(bar if across else side, QColor(colours.accent))
        font = _small() if across else theme.font("body")
        painter.setFont(font)
        painter.setPen(QColor(colours.text if here or not across else colours.muted))
        inside = rect.adjusted(theme.px(BESIDE if across else 8), theme.px(2), -theme.px(BESIDE), -theme.px(4))
        self._words(painter, inside, font, logicalIndex, across)
        painter.restore()

    def _words(self, painter: QPainter, inside: QRect, font: QFont, section: int, across: bool) -> None:
        words = _heading(self.model(), section, self.orientation())
        wanted = HEADING_LINES if across else 2
        key = (words, inside.width(), font.pixelSize())
        if key not in self._lines:
            self._lines[key] = broken(words, font, inside.width(), wanted)
        lines = self._lines[key]
        height = QFontMetrics(font).lineSpacing()
        # headings stand on their line, titles in the middle of their row
        free = inside.height() - len(lines) * height
        top = inside.top() + (free if across else free // 2)
        side = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
        for number, line in enumerate(lines):
            painter.drawText(QRect(inside.left(), top + number * height, inside.width(), height), side | _LINE, line)


def _heading(model: QAbstractItemModel, section: int, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> str:
    """Its words; the star of a proposal stays with the last one."""
    return str(model.headerData(section, orientation) or "").replace(" *", "\u00a0*")


def _small() -> QFont:
    font = QFont(theme.font("small"))
    font.setWeight(QFont.Weight.DemiBold)
    return font

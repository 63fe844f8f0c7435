"""The differences as a table: levels as letters on their colour, Space ticks, Enter looks closer."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from impactapp import paths
from impactapp.domain.level import Level
from impactapp.i18n import _
from impactapp.ui import clipboard, theme
from impactapp.ui.models.incoming_model import LEVEL_ROLE, Column, IncomingModel
from impactapp.ui.models.rating_columns import CellLook
from impactapp.ui.widgets import text
from impactapp.ui.widgets.rating.swatch import Brushes, paint_swatch
from impactapp.ui.widgets.tables.delegate import PADDING, outline_current
from impactapp.ui.widgets.tables.header import TableHeader
from impactapp.ui.widgets.tables.view import SHEET

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
# on the drawing board: widths, and what the wide column wants; narrower, the last columns and the kind go one by one
WIDTHS = {
    Column.TAKEN: 84,
    Column.SORT: 104,
    Column.FIELD: 150,
    Column.BEFORE: 140,
    Column.AFTER: 140,
    Column.SOURCE: 190,
}
NARROW = {Column.FIELD: 150, Column.BEFORE: 116, Column.AFTER: 116}
EASY_WHERE, LEAST_WHERE = 210, 108
OPTIONAL = (Column.SOURCE, Column.SORT, Column.FIELD)
ONLY_ITS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class IncomingTable(QTableView):
    """Whole rows are selected; ``looked_at`` follows the current row, ``entered`` follows Enter."""

    looked_at = Signal(int)
    entered = Signal(int)

    def __init__(self, model: IncomingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = IncomingDelegate(self)
        self.setHorizontalHeader(TableHeader(self))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setAcceptDrops(False)
        self.verticalHeader().hide()
        # thousands of rows: none is measured
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(_("What the files say otherwise"))
        self.setAccessibleDescription(_("Space accepts or refuses the selected rows, Enter shows both values whole."))
        self.selectionModel().currentRowChanged.connect(lambda current, _before: self.looked_at.emit(current.row()))
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self._delegate.retheme()
        self.setStyleSheet(SHEET.format(padding=theme.px(PADDING)) + _tick_sheet())
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + theme.px(10))
        self.horizontalHeader().setMinimumSectionSize(theme.px(32))
        self._share_width()

    def chosen_rows(self) -> list[int]:
        """The selected rows in order, or the current one when none is selected."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        return sorted(rows) or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def go_to(self, row: int) -> None:
        """Make one row the current one, in view."""
        index = self._model.index(row, Column.TAKEN)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, ONLY_ITS_ROW)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key is Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._model.toggle(self.chosen_rows())
            event.accept()
        elif key in (Key.Key_Return, Key.Key_Enter):
            self.entered.emit(self.currentIndex().row())
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            clipboard.put(clipboard.whole_table(self, self.chosen_rows()))
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Columns that have no room go: the panel below tells all of a row."""
        header, room = self.horizontalHeader(), self.viewport().width()
        widths = {column: theme.px(width) for column, width in WIDTHS.items()}
        hidden: list[Column] = []
        for column in OPTIONAL:
            # what is said of a row goes last
            wanted = theme.px(LEAST_WHERE if column is Column.FIELD else EASY_WHERE)
            if room - sum(widths.values()) >= wanted:
                break
            if not hidden:
                widths |= {one: theme.px(width) for one, width in NARROW.items()}
                if room - sum(widths.values()) >= wanted:
                    break
            hidden.append(column)
            widths.pop(column)
        for column in Column:
            self.setColumnHidden(column, column in hidden)
        scrolls = room - sum(widths.values()) < theme.px(LEAST_WHERE)
        mode = QHeaderView.ResizeMode
        for column, width in widths.items():
            header.setSectionResizeMode(column, mode.Interactive)
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.WHERE, mode.Interactive if scrolls else mode.Stretch)
        if scrolls:
            self.setColumnWidth(Column.WHERE, theme.px(LEAST_WHERE))


def _tick_sheet() -> str:
    """Boxes to tick as large as those of a form."""
    colours, size = theme.current().palette, theme.px(14)
    tick = (paths.resources() / "icons" / f"tick-{'black' if theme.current().dark else 'white'}.svg").as_posix()
    return (
        f"QTableView::indicator {{ width: {size}px; height: {size}px; border: 1px solid {colours.line}; "
        f"background: {colours.background}; }} "
        f"QTableView::indicator:checked {{ background: {colours.accent}; border-color: {colours.accent}; "
        f'image: url("{tick}"); }}'
    )


class IncomingDelegate(QStyledItemDelegate):
    """A level is drawn as in the matrix, letters on its colour, and its word beside it."""

    def __init__(self, view: IncomingTable) -> None:
        super().__init__(view)
        self._brushes = Brushes()

    def retheme(self) -> None:
        """Take the colours of the current theme."""
        self._brushes = Brushes()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        return text.show_tip(event, view, index) or super().helpEvent(event, view, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = text.breakable(option.text)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        level = index.data(LEVEL_ROLE)
        if not isinstance(level, Level):
            super().paint(painter, option, index)
            outline_current(painter, option)
            return
        here = self._brushes
        beside = QStyleOptionViewItem(option)
        beside.rect = option.rect.adjusted(here.swatch.width() + theme.px(PADDING), 0, 0, 0)
        place = QRect(option.rect)
        place.setRight(beside.rect.left() - 1)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, here.selection)
        room = beside.rect.width() - 2 * theme.px(PADDING)
        if beside.fontMetrics.horizontalAdvance(str(index.data())) <= room:
            # the letters tell it where there is no room for the word
            super().paint(painter, beside, index)
        box = QRectF(0, 0, here.swatch.width(), min(here.swatch.height(), place.height() - theme.px(6)))
        box.moveCenter(QRectF(place).center())
        box.moveLeft(place.left() + theme.px(PADDING) / 2)
        paint_swatch(painter, box, CellLook(level), here, selected=False)
        painter.restore()
        outline_current(painter, option)

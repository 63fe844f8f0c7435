"""A table of rows edited in place by keyboard; its keys are announced, what they do is decided elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from impactapp.ui import clipboard, theme
from impactapp.ui.widgets.tables.delegate import LITTLE_AIR, PADDING, TableDelegate
from impactapp.ui.widgets.tables.header import TableHeader

Key = Qt.Key
SHEET = """
QTableView::item {{ padding: 0 {padding}px; }}
QHeaderView::section:vertical {{ border: none; }}
QTableCornerButton::section {{ background: transparent; border: none; }}
"""
_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
ROWS_A_TURN = 60
# on the drawing board: what the wide column wants beside the others, and the least it takes, scrolling if need be
EASY_WIDE, LEAST_WIDE = 190, 130
ONLY_ITS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class TableView(QTableView):
    """Whole rows are selected; one column takes the room that is left; rows are as high as their words need.

    ``entered`` follows Enter: a text accepted on a row, or the row itself where nothing is edited. ``fitted`` follows
    new heights of the rows.
    """

    adding_asked = Signal()
    removing_asked = Signal()
    copying_asked = Signal()
    moving_asked = Signal(int)
    paste_asked = Signal()
    entered = Signal(int)
    row_chosen = Signal(int)
    fitted = Signal()

    def __init__(self, model: QAbstractItemModel, wide_column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = wide_column
        self._optional: dict[int, float] = {}
        self._widths: dict[int, float] = {}
        self._least: dict[int, float] = {}
        self._least_wide: float = LEAST_WIDE
        self._shared: tuple[bool, bool] | None = None
        self._texts = TableDelegate(self)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_some)
        self._unfitted: list[int] = []
        self.setHorizontalHeader(TableHeader(self))
        self.setModel(model)
        self.setItemDelegate(self._texts)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(SHEET.format(padding=theme.px(PADDING)))
        self.verticalHeader().hide()
        for signal in (model.rowsRemoved, model.rowsMoved, model.modelReset):
            signal.connect(self._fit_all)
        model.rowsInserted.connect(lambda _parent, first, last: self._fit(range(first, last + 1)))
        model.dataChanged.connect(lambda first, last: self._fit(range(first.row(), last.row() + 1)))
        self.selectionModel().currentRowChanged.connect(lambda current, _before: self.row_chosen.emit(current.row()))

    def show_numbers(self) -> None:
        """Number the rows on their left."""
        self.verticalHeader().show()
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_optional(self, least: dict[int, float]) -> None:
        """Hide columns while the table is narrower than a width at 100 %."""
        self._optional = least
        self._hide_optional()

    def set_widths(
        self, widths: dict[int, float], least: dict[int, float] | None = None, wide: float = LEAST_WIDE
    ) -> None:
        """Give columns their width at 100 %, and the ``least`` some may take where room is short; the wide column
        stretches, and takes ``wide`` where the table scrolls."""
        self._widths, self._least, self._least_wide, self._shared = widths, least or {}, wide, None
        sheet = SHEET.format(padding=theme.px(PADDING))
        if sheet != self.styleSheet():
            # kept from another zoom, the padding would leave the words too little room
            self.setStyleSheet(sheet)
        self.horizontalHeader().setMinimumSectionSize(theme.px(32))
        self._share_width()
        self._fit_all()

    def set_dense(self, dense: bool) -> None:
        """Rows of at most two lines, where height is scarce."""
        if dense is not self._texts.dense:
            self._texts.dense = dense
            self._share_width()
            self._fit_all()

    def height_of_rows(self, count: int) -> int:
        """The height of the table with so many dense rows, which have two lines."""
        metrics, frame = self.fontMetrics(), 2 * self.frameWidth()
        row = metrics.height() + metrics.lineSpacing() + 2 * theme.px(LITTLE_AIR)
        return count * row + self.horizontalHeader().sizeHint().height() + frame

    def chosen_rows(self) -> list[int]:
        """The selected rows in order, or the current one when none is selected."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return rows or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def go_to(self, row: int, column: int, *, editing: bool = False) -> None:
        """Make one row the current one, in view, and edit its cell if asked to."""
        index = self.model().index(row, column)
        if index.isValid():
            # the plain call would obey a modifier that is still held and keep the former row selected
            self.selectionModel().setCurrentIndex(index, ONLY_ITS_ROW)
            self.scrollTo(index)
            self.setFocus()
            if editing:
                self.edit(index)

    def event(self, event: QEvent) -> bool:
        # our keys win over the window's shortcuts while the table has the focus
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
            event.accept()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        row = self.currentIndex().row()
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache and not self._texts.holds_refused:
            self.entered.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._hide_optional()
            self._share_width()
            self._fit_all()

    def _share_width(self) -> None:
        """Narrow columns where the wide one would have too little; where that is not enough the table scrolls."""
        header, room = self.horizontalHeader(), self.viewport().width()
        columns = [column for column in self._widths if not self.isColumnHidden(column)]
        narrow = {column: theme.px(self._least.get(column, self._widths[column])) for column in columns}
        spare = room - sum(theme.px(self._widths[column]) for column in columns)
        tight = self._texts.dense or spare < theme.px(EASY_WIDE)
        scrolls = tight and room - sum(narrow.values()) < theme.px(self._least_wide)
        if self._shared == (tight, scrolls):
            # who drew a column wider keeps it
            return
        self._shared = tight, scrolls
        mode = QHeaderView.ResizeMode
        for column, width in self._widths.items():
            header.setSectionResizeMode(column, mode.Interactive)
            self.setColumnWidth(column, narrow.get(column, theme.px(width)) if tight else theme.px(width))
        header.setSectionResizeMode(self._wide, mode.Interactive if scrolls else mode.Stretch)
        if scrolls:
            self.setColumnWidth(self._wide, theme.px(self._least_wide))

    def _fit_all(self) -> None:
        """Fit every row, those in view first."""
        count = self.model().rowCount()
        top, bottom = max(0, self.rowAt(0)), self.rowAt(self.viewport().height() - 1)
        seen = range(top, (bottom if bottom >= 0 else count - 1) + 1)
        self._unfitted = [row for row in reversed(range(count)) if row not in seen] + list(reversed(seen))
        self._fitting.start()

    def _fit(self, rows: range) -> None:
        if self._unfitted:
            self._fit_all()
        else:
            self._unfitted = list(reversed(rows))
            self._fitting.start()

    def _fit_some(self) -> None:
        """Fit a few rows and give the window its turn: thousands of titles to measure take longer than a blink."""
        for _turn in range(min(ROWS_A_TURN, len(self._unfitted))):
            self.resizeRowToContents(self._unfitted.pop())
        if self._unfitted:
            self._fitting.start()
        else:
            self.fitted.emit()

    def _hide_optional(self) -> None:
        for column, least in self._optional.items():
            self.setColumnHidden(column, self.width() < theme.px(least))

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        if self.state() is QAbstractItemView.State.EditingState:
            # a line editor lets Enter through to its table
            return None
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste_asked.emit
        if event.matches(QKeySequence.StandardKey.Copy):
            return self._copy_rows
        key, modifiers = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts: dict[tuple[Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (Key.Key_Insert, _PLAIN): self.adding_asked.emit,
            (Key.Key_Delete, _PLAIN): self.removing_asked.emit,
            (Key.Key_D, _CTRL): self.copying_asked.emit,
            (Key.Key_Up, _ALT): lambda: self.moving_asked.emit(-1),
            (Key.Key_Down, _ALT): lambda: self.moving_asked.emit(1),
            (Key.Key_Return, _PLAIN): self._step_down,
            (Key.Key_Enter, _PLAIN): self._step_down,
        }
        return acts.get((key, modifiers))

    def _step_down(self) -> None:
        """Enter goes down, and from the last row it asks for one more; where nothing is edited it enters the row."""
        current = self.currentIndex()
        if self.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers:
            self.entered.emit(current.row())
            return
        below: QModelIndex = current.siblingAtRow(current.row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)
        else:
            self.adding_asked.emit()

    def _copy_rows(self) -> None:
        model = self.model()
        # the empty row at the end only invites to type: its words are no title
        rows = [row for row in self.chosen_rows() if model.index(row, self._wide).data(Qt.ItemDataRole.EditRole) != ""]
        clipboard.copy_rows(self, rows)

"""The matrix as a table driven by keys: what each key asks is announced, what it does is decided elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from impactapp.domain.level import Level
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.rating_columns import COLUMN_COUNT, TITLE
from impactapp.ui.models.rating_model import Index, RatingModel
from impactapp.ui.widgets.rating.delegate import RatingDelegate
from impactapp.ui.widgets.rating.header import RatingHeader

Key = Qt.Key
# the row of digits of a French keyboard gives & é " when Shift is not held
_LEVEL_KEYS = {
    Key.Key_1: Level.FAIBLE,
    Key.Key_2: Level.MOYEN,
    Key.Key_3: Level.FORT,
    Key.Key_Ampersand: Level.FAIBLE,
    Key.Key_Eacute: Level.MOYEN,
    Key.Key_QuoteDbl: Level.FORT,
}
# a letter typed with one of these is a shortcut of somebody else; AltGr writes letters, and is both
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_DIGITS = (Key.Key_1, Key.Key_2, Key.Key_3)

# widths of the title on the drawing board: with room to spare, enough, and the least
EASY_TITLE = 310
TITLE_ROOM = 200
LEAST_TITLE = 130


class RatingTable(QTableView):
    """Rows of fixed height, the title column takes the room that is left; Tab is ours, Ctrl+Tab leaves the table."""

    rating_asked = Signal(object)
    clearing_asked = Signal()
    justification_asked = Signal()
    next_asked = Signal(bool)
    proposal_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()
    unknown_typed = Signal()
    current_changed = Signal()

    def __init__(self, model: RatingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = RatingDelegate(self)
        self._header = RatingHeader(self)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(_("Rating matrix"))
        self.setAccessibleDescription(
            _("1, 2, 3 rate; Delete clears; Enter justifies; Tab goes to the next cell to rate; Ctrl+Tab leaves.")
        )
        self.retheme()

    def retheme(self) -> None:
        """Take the colours and sizes of the current theme."""
        self._delegate.retheme()
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self._header.setMinimumHeight(self._header.sizeHint().height())
        self._fit_columns()
        self.viewport().update()
        self._header.viewport().update()

    def chosen(self) -> list[tuple[int, int]]:
        """Row and column of the selected cells, or of the current one when none is selected."""
        # by ranges: an index for each of thousands of cells takes long to make
        selection = self.selectionModel().selection()
        places = [
            (row, column)
            for span in map(selection.at, range(selection.count()))
            for row in range(span.top(), span.bottom() + 1)
            for column in range(span.left(), span.right() + 1)
        ]
        current = self.currentIndex()
        return places or ([(current.row(), current.column())] if current.isValid() else [])

    def go_to(self, row: int, position: int) -> None:
        """Make one cell the current one and bring it into view."""
        index = self.model().index(row, position)
        # the view's own setCurrentIndex looks at the keys held down: Ctrl+Z would not move the selection
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
            if event.text().strip().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDING:
                self.unknown_typed.emit()
        else:
            act()
            event.accept()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, they search nothing."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.update(index.sibling(index.row(), TITLE))
        self.current_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_asked.emit
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste_asked.emit
        if key is Key.Key_Tab and modifiers is Qt.KeyboardModifier.ControlModifier:
            return lambda: self._leave(True)
        if key is Key.Key_Backtab and modifiers & Qt.KeyboardModifier.ControlModifier:
            return lambda: self._leave(False)
        if key in (Key.Key_Tab, Key.Key_Backtab):
            return lambda: self.next_asked.emit(key is Key.Key_Tab)
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            return None
        return self._typed(key, bool(modifiers))

    def _typed(self, key: Key, shifted: bool) -> Callable[[], object] | None:
        if key in _LEVEL_KEYS and (key in _DIGITS or not shifted):
            return lambda: self.rating_asked.emit(_LEVEL_KEYS[key])
        if key in (Key.Key_Delete, Key.Key_Backspace):
            return self.clearing_asked.emit
        if key in (Key.Key_Return, Key.Key_Enter):
            return self.justification_asked.emit
        return self.proposal_asked.emit if key in (Key.Key_P, Key.Key_Equal) else None

    def _leave(self, forward: bool) -> None:
        # QAbstractItemView would give the key back to us: its parents know the order of the page
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _fit_columns(self) -> None:
        """The title has what the levels leave; where that is too little, levels and their headings get narrower."""
        room = self.viewport().width()
        for compact in (False, True):
            self._delegate.compact = self._header.compact = compact
            widths = [self._delegate.column_width(self._header.heading_width(at)) for at in range(COLUMN_COUNT)]
            spare = room - sum(widths[TITLE + 1 :])
            if spare >= theme.px(TITLE_ROOM):
                break
        # half of what a comfortable title leaves lets the levels breathe
        wider = max(0, min(theme.px(10), (spare - theme.px(EASY_TITLE)) // (2 * COLUMN_COUNT)))
        widths = [
            max(spare - wider * (COLUMN_COUNT - 1), theme.px(LEAST_TITLE)),
            *(w + wider for w in widths[TITLE + 1 :]),
        ]
        for position, width in enumerate(widths):
            if self.columnWidth(position) != width:
                self.setColumnWidth(position, width)
        self._header.viewport().update()

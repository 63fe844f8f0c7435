"""The panel on the right: help on what has the focus, or a list of findings that lead to their place.

In a small window it lies over the page, which would be squeezed beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.list_delegate import DETAIL, ListDelegate

MOST_ROWS = 500
# on the drawing board: its width, and the least room that can be shared with a page
WIDTH = 300
SHARED = 860


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: what it says, and where it leads (nowhere if ``None``)."""

    title: str
    detail: str
    run: Callable[[], object] | None = None


class SidePanel(QFrame):
    """Hidden until asked for; Escape, anywhere in the window, closes it.

    It floats in ``parent`` at the right edge of ``page``; ``beside`` is what a layout gives room to, right of the page,
    while there is enough for both.
    """

    def __init__(self, parent: QWidget, page: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        # what lies under it is not to be clicked through it
        self.setAutoFillBackground(True)
        self._page = page
        self.beside = QWidget()
        self.beside.hide()
        self.is_help = False
        self._before: QWidget | None = None
        self._rows: list[Row] = []
        self._title = text.label("", "section", wrap=True)
        self._words = text.label("", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._words)
        self.list = QListWidget()
        self.list.setItemDelegate(ListDelegate(self.list, below=True))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._follow)
        self.list.itemClicked.connect(self._follow)
        self._lay_out()
        self.hide()
        page.installEventFilter(self)
        self.beside.installEventFilter(self)
        theme.signals().changed.connect(self._place)

    def show_help(self, title: str, words: str, focused: QWidget | None, *, quietly: bool = False) -> None:
        """Show a text and have it read out unless ``quietly``; the focus stays where it is."""
        self._open(title, focused)
        self.is_help = True
        self._words.setText(words)
        self._scroll.show()
        self.list.hide()
        if not quietly:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {words}"))

    def show_rows(self, title: str, rows: Sequence[Row], focused: QWidget | None) -> None:
        """Show a list and put the focus on it."""
        self._open(title, focused)
        self.is_help = False
        self._rows = list(rows)
        self.list.clear()
        self.list.setAccessibleName(title)
        for row in self._rows[:MOST_ROWS]:
            item = QListWidgetItem(row.title, self.list)
            item.setData(DETAIL, row.detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " — ".join(filter(None, (row.title, row.detail))))
        if len(self._rows) > MOST_ROWS:
            QListWidgetItem(_("… and {count} more").format(count=len(self._rows) - MOST_ROWS), self.list)
        self._scroll.hide()
        self.list.show()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def close_panel(self) -> None:
        """Go away and give the focus back, unless it is elsewhere already."""
        focused = QApplication.focusWidget()
        was_here = focused is None or self.isAncestorOf(focused)
        self.hide()
        if was_here and self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._before = None

    def _open(self, title: str, focused: QWidget | None) -> None:
        if focused is None or not self.isAncestorOf(focused):
            self._before = focused
        self._title.setText(title)
        self.setAccessibleName(title)
        self._scroll.setAccessibleName(title)
        self.show()
        self.raise_()
        self._place()

    @property
    def covers(self) -> bool:
        """Whether the page has too little room to share, and is covered instead."""
        room = self._page.width() + (self.beside.width() if self.beside.isVisible() else 0)
        return room < theme.px(SHARED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page and the room beside it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.beside.hide()
        super().hideEvent(event)

    def _place(self) -> None:
        """Right of the page, or over its right side."""
        if self.isHidden():
            return
        covers, page = self.covers, self._page.geometry()
        self.beside.setFixedWidth(theme.px(WIDTH))
        self.beside.setVisible(not covers)
        role = "palette" if covers else "side"
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        if covers:
            width = min(theme.px(WIDTH), page.width())
            self.setGeometry(QRect(page.right() + 1 - width, page.top(), width, page.height()))
        else:
            self.setGeometry(self.beside.geometry())

    def _follow(self, item: QListWidgetItem) -> None:
        index = self.list.row(item)
        run = self._rows[index].run if index < MOST_ROWS else None
        if run is not None:
            if self.covers:
                # the place it leads to is to be seen
                self.close_panel()
            run()

    def _lay_out(self) -> None:
        close = text.button(_("Close"), self.close_panel, "link")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(8), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.list, 1)

"""The panel on the right: help on what has the focus, or a list of findings that lead to their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
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


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: what it says, and where it leads (nowhere if ``None``)."""

    title: str
    detail: str
    run: Callable[[], object] | None = None


class SidePanel(QFrame):
    """Hidden until asked for; Escape, anywhere in the window, closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
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

    def show_help(self, title: str, words: str, focused: QWidget | None) -> None:
        """Show a text and have it read out; the focus stays where it is."""
        self._open(title, focused)
        self._words.setText(words)
        self._scroll.show()
        self.list.hide()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {words}"))

    def show_rows(self, title: str, rows: Sequence[Row], focused: QWidget | None) -> None:
        """Show a list and put the focus on it."""
        self._open(title, focused)
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
        self.setFixedWidth(theme.px(300))
        self.show()

    def _follow(self, item: QListWidgetItem) -> None:
        index = self.list.row(item)
        run = self._rows[index].run if index < MOST_ROWS else None
        if run is not None:
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

"""Ctrl+K: a few letters lead to any command, page, profession or activity."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from impactapp.i18n import _, ngettext
from impactapp.ui import matching, theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.list_delegate import DETAIL, ListDelegate

MOST_SHOWN = 60
ROWS = 11
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do or to go to; ``kind`` says in a word what it is, ``detail`` its shortcut or place."""

    title: str
    kind: str
    run: Callable[[], object]
    detail: str = ""


class CommandPalette(QFrame):
    """Lies over its window; Up and Down move, Enter runs, Escape or a click elsewhere closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "palette")
        self.setAutoFillBackground(True)
        self.setAccessibleName(_("Command palette"))
        self._entries: list[tuple[str, Entry]] = []
        self._shown: list[Entry] = []
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("A command, a page, a profession, an activity…"))
        self.field.setAccessibleName(_("Search for a command, a page, a profession or an activity"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Results of the search"))
        self.list.setItemDelegate(ListDelegate(self.list, below=False))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self._run())
        self._count = text.label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._count)
        self.hide()

    def open_with(self, entries: Sequence[Entry]) -> None:
        """Offer these entries."""
        self._before = QApplication.focusWidget()
        self._entries = [(matching.folded(f"{entry.title} {entry.detail}"), entry) for entry in entries]
        self.place()
        self.show()
        self.raise_()
        self.field.clear()
        self._filter("")
        self.field.setFocus()

    def place(self) -> None:
        """Lie in the upper middle of the window."""
        window = self.window().size()
        width = min(theme.px(620), window.width() - theme.px(32))
        rows = max(1, min(len(self._shown), ROWS)) * theme.px(34)
        height = min(self.field.sizeHint().height() + rows + theme.px(64), window.height() - theme.px(96))
        self.setGeometry((window.width() - width) // 2, theme.px(64), width, height)

    def close_palette(self) -> None:
        """Go away and give the focus back."""
        self.hide()
        before, self._before = self._before, None
        if before is not None:
            before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the focus; keys that mean the list go there."""
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut and self.isVisible():
            if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
                self._before = None
                self.hide()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif event.key() in MOVES:
            QApplication.sendEvent(self.list, event)
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _filter(self, typed: str) -> None:
        letters = matching.folded(typed.strip())
        ranked = [(matching.score(letters, text), entry) for text, entry in self._entries]
        found = [entry for score, entry in sorted(ranked, key=lambda pair: -pair[0]) if score]
        self._shown = found[:MOST_SHOWN]
        self.list.clear()
        for entry in self._shown:
            item = QListWidgetItem(entry.title, self.list)
            item.setData(DETAIL, " · ".join(filter(None, (entry.kind, entry.detail))))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((entry.title, entry.kind, entry.detail)))
        self.list.setCurrentRow(0)
        self.place()
        self._count.setText(ngettext("{count} result", "{count} results", len(found)).format(count=len(found)))

    def _run(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            entry = self._shown[row]
            self.close_palette()
            entry.run()

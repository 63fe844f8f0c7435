"""The catalogue beside the professions: search as you type, Enter adds."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.problems import Refusal
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text

CODE_ROLE = Qt.ItemDataRole.UserRole
Key = Qt.Key
WIDTH = 356
_WALKING = (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown)


class CatalogPanel(QFrame):
    """``picked(code)`` names a profession of the catalogue, ``named(title)`` one that it does not have."""

    picked = Signal(str)
    named = Signal(str)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("role", "side")
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Name, family or code"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Professions of the catalogue"))
        self.list.installEventFilter(self)
        title = text.label(_("Add from the catalogue"), "strong", wrap=True)
        title.setBuddy(self.search)
        self.count = text.label("", "small", wrap=True)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(text.button(_("Close"), self.close_panel, "link"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        column.addWidget(text.button(_("Add"), self.add_current, "primary"))
        self.search.textChanged.connect(self.look_up)
        self.list.itemDoubleClicked.connect(lambda _item: self.add_current())
        self.hide()

    def open(self) -> None:
        """Show the panel, ready to type in."""
        self.show()
        self.look_up(self.search.text())
        self.search.setFocus()
        self.search.selectAll()

    def fit(self, most: int) -> None:
        """Take the width the panel wants, or at most some pixels: what is added is seen arriving in the table."""
        self.setFixedWidth(min(theme.px(WIDTH), most))

    def close_panel(self) -> None:
        """Give the room back to the table."""
        self.hide()
        self.closed.emit()

    def look_up(self, words: str) -> None:
        """List what answers the words; the last line makes a profession of them."""
        from impactapp.store import catalog

        self.list.clear()
        try:
            entries = catalog.search(words)
        except Refusal as refusal:
            self.count.setText(labels.sentence(refusal))
            entries = ()
        else:
            count = len(entries)
            self.count.setText(ngettext("{count} profession", "{count} professions", count).format(count=count))
        for entry in entries:
            size = ngettext("{count} activity", "{count} activities", len(entry.tasks)).format(count=len(entry.tasks))
            self._add_line(f"{entry.title}\n{labels.category_word(entry.category)} · {size}", entry.code, entry.title)
        if words.strip():
            self._add_line(_("Create “{title}”, without activities").format(title=words.strip()), "", words.strip())
        self.list.setCurrentRow(0)

    def add_current(self) -> None:
        """Add what is chosen in the list."""
        if self.list.currentRow() < 0:
            return
        code = str(self.list.currentItem().data(CODE_ROLE))
        if code:
            self.picked.emit(code)
        else:
            self.named.emit(self.search.text().strip())
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field the arrows walk through the list; Enter adds, Escape closes."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and pressed and self._act(watched, Key(event.key())):
            return True
        return super().eventFilter(watched, event)

    def _act(self, watched: QObject, key: Key) -> bool:
        if key in (Key.Key_Return, Key.Key_Enter):
            self.add_current()
        elif key is Key.Key_Escape:
            self.close_panel()
        elif watched is self.search and key in _WALKING:
            step = 1 if key in (Key.Key_Down, Key.Key_PageDown) else -1
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
        else:
            return False
        return True

    def _add_line(self, words: str, code: str, title: str) -> None:
        item = QListWidgetItem(words)
        item.setData(CODE_ROLE, code)
        item.setToolTip(title)
        self.list.addItem(item)

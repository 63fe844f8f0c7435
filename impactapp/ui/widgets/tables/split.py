"""The panel that splits an activity: one title a line, no dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets import text

Key = Qt.Key


class SplitText(QPlainTextEdit):
    """Ctrl+Enter splits, Escape gives up, Tab leaves."""

    split_asked = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = Key(event.key()) in (Key.Key_Return, Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split_asked.emit()
        elif Key(event.key()) is Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class SplitPanel(QFrame):
    """Asks for the titles that replace one activity; ``accepted(task id, titles)`` gives them."""

    accepted = Signal(str, list)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._task_id = ""
        self._title = text.ElidedLabel("", "strong")
        self._text = SplitText()
        self._text.setFixedHeight(theme.px(64))
        self._title.setBuddy(self._text)
        self._text.setAccessibleName(_("Titles of the parts, one a line"))
        self._text.setPlaceholderText(_("One title a line, two or more"))
        split = text.button(_("Split"), self._accept, "primary")
        split.setToolTip(_("Ctrl+Enter"))
        buttons = QHBoxLayout()
        buttons.addWidget(split)
        buttons.addWidget(text.button(_("Give up"), self._drop, "link"))
        buttons.addWidget(
            text.label(_("The ratings go to each part; a share is divided equally."), "small", wrap=True), 1
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        for widget in (self._title, self._text):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._text.split_asked.connect(self._accept)
        self._text.dropped.connect(self._drop)
        self.hide()

    def open(self, task_id: str, title: str) -> None:
        """Ask how one activity is to be split; its title is the first line to change."""
        self._task_id = task_id
        self._title.setText(_("Split “{title}”").format(title=title))
        self._text.setPlainText(f"{title}\n")
        self.show()
        self._text.setFocus()
        self._text.selectAll()

    def close_if(self, *, gone: bool) -> None:
        """Close when the activity is no longer there."""
        if gone and self.isVisible():
            self._drop()

    @property
    def task_id(self) -> str:
        """The activity being split."""
        return self._task_id

    def _accept(self) -> None:
        titles = [line.strip() for line in self._text.toPlainText().splitlines() if line.strip()]
        self.accepted.emit(self._task_id, titles)

    def _drop(self) -> None:
        self.hide()
        self.dropped.emit()

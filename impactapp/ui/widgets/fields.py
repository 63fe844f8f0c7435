"""Fields that commit what is typed after a short pause and when they lose the focus; a refusal keeps the focus."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from impactapp.domain.edits.edit import Edit
from impactapp.ui import theme
from impactapp.ui.session import Session

PAUSE = 600
LEAVING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class Committing(QObject):
    """Between the text of a field and the study: knows what the study holds, and submits what differs."""

    def __init__(self, field: "LineField | TextField", session: Session, edit: Callable[[str], Edit]) -> None:
        super().__init__(field)
        self._field = field
        self._session = session
        self._edit = edit
        self._value = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._commit_in_passing)

    def show(self, value: str, *, anew: bool) -> None:
        """Show what the study holds; what is being typed stays, unless the study is another one."""
        if value != self._value or anew:
            self._value = value
            self._timer.stop()
            if self._field.text().strip() != value:
                self._field.setText(value)

    def typed(self) -> None:
        """Something was typed: wait for a pause."""
        self._timer.start()

    def focus_left(self, event: QFocusEvent) -> None:
        """Commit, unless a menu or another window is in front for a moment."""
        if event.reason() not in LEAVING:
            self.leave()

    def leave(self) -> None:
        """The field loses the focus: commit, or come back with the refused text selected."""
        self._timer.stop()
        if self._field.text().strip() == self._value:
            return
        if self._session.submit(self._edit(self._field.text())):
            self._field.setText(self._value)
        else:
            QTimer.singleShot(0, self._field, self._come_back)

    def _commit_in_passing(self) -> None:
        """Half a word may be refusable: that is said when the field is left."""
        if self._session.is_writing:
            # who goes on typing is not made to wait for a large change
            self._timer.start()
        elif self._field.text().strip() != self._value:
            self._session.submit(self._edit(self._field.text()), quietly=True)

    def _come_back(self) -> None:
        self._field.setFocus()
        self._field.selectAll()


def left_to_the_window(event: QDragEnterEvent) -> bool:
    """Whether files are dragged, which are for the window to open."""
    if not event.mimeData().hasUrls():
        return False
    event.ignore()
    return True


class LineField(QLineEdit):
    """One line of the study."""

    def __init__(self, session: Session, edit: Callable[[str], Edit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.committing = Committing(self, session, edit)
        self.textEdited.connect(self.committing.typed)
        self.returnPressed.connect(self.committing.leave)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what was typed."""
        super().focusOutEvent(event)
        self.committing.focus_left(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text, leave files."""
        if not left_to_the_window(event):
            super().dragEnterEvent(event)


class TextField(QPlainTextEdit):
    """A few lines of the study; ``lines`` are seen without scrolling."""

    def __init__(
        self, session: Session, edit: Callable[[str], Edit], lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.committing = Committing(self, session, edit)
        self.textChanged.connect(self._changed)
        self.fit()
        theme.signals().changed.connect(self.fit)

    def text(self) -> str:
        """What is typed now."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(text)

    def fit(self) -> None:
        """Be as high as the lines to be seen."""
        self.ensurePolished()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + theme.px(22))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what was typed."""
        super().focusOutEvent(event)
        self.committing.focus_left(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text, leave files."""
        if not left_to_the_window(event):
            super().dragEnterEvent(event)

    def _changed(self) -> None:
        if self.hasFocus():
            self.committing.typed()

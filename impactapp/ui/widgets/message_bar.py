"""The bar at the bottom: one sentence, what to do about it, the progress of long work; it never takes the focus."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from impactapp.i18n import _
from impactapp.ui import icons, theme
from impactapp.ui.message import Act, Message, Tone
from impactapp.ui.widgets import text

SECONDS = 12


class MessageBar(QFrame):
    """Shows one message at a time; a plain piece of news goes away by itself, all else stays until answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self.message: Message | None = None
        self._icon = text.label("")
        self._text = text.label("", wrap=True)
        self._progress = QProgressBar()
        self._progress.setMaximumWidth(theme.px(220))
        self._acts = QHBoxLayout()
        self._close = text.button(_("Close the message"), self.clear, "link")
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        row.setSpacing(theme.px(12))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._progress)
        row.addLayout(self._acts)
        row.addWidget(self._close)
        self.hide()

    def say(self, message: Message) -> None:
        """Show a message in place of the one before, and have it read out."""
        self._show(message, progress=False)
        if message.tone is Tone.INFORM and not message.acts:
            self._timer.start()
        self._announce(message)

    def add(self, sentence: str) -> None:
        """Say one thing more about the message shown."""
        if self.message is not None:
            self.say(self.message._replace(text=f"{self.message.text}. {sentence}"))

    def work(self, sentence: str, cancel: Callable[[], object]) -> None:
        """Show that long work is under way."""
        message = Message(sentence, acts=(Act(_("Cancel"), cancel),))
        self._show(message, progress=True)
        self._progress.setRange(0, 0)
        self._announce(message)

    def step(self, position: int, total: int) -> None:
        """How far the work is."""
        self._progress.setRange(0, total)
        self._progress.setValue(position)

    def clear(self) -> None:
        """Say nothing more."""
        self.message = None
        self._timer.stop()
        self.hide()

    def clear_passing(self, *, changed: bool) -> None:
        """Another page is shown, or something was ``changed``: forget what is out of date, never what offers a way out.

        News with an action outlives another page but not a change: its action may no longer mean the same.
        """
        if self.message is not None and not self._progress.isVisible():
            outdated = self.message.tone is Tone.INFORM or self.message.until_saved
            if (changed and outdated) or not self.message.acts:
                self.clear()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of the message, without the one that closes it."""
        items = [self._acts.itemAt(index) for index in range(self._acts.count())]
        return [w for item in items if item is not None and isinstance(w := item.widget(), QPushButton)]

    def _show(self, message: Message, *, progress: bool) -> None:
        self.message = message
        self._timer.stop()
        self._text.setText(message.text)
        self._icon.setPixmap(icons.pixmap(message.tone.value, 18, theme.current().palette.accent))
        self._progress.setVisible(progress)
        self._progress.setAccessibleName(message.text)
        self._close.setVisible(not progress)
        text.empty(self._acts)
        for act in message.acts:
            self._acts.addWidget(text.button(act.label, partial(self._run, act), "link"))
        self.show()

    def _run(self, act: Act) -> None:
        self.clear()
        act.run()

    def _announce(self, message: Message) -> None:
        event = QAccessibleAnnouncementEvent(self, message.text)
        if message.tone is Tone.REFUSE:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

"""« Depuis le catalogue… »: professions chosen over the page, added as one edit; or a new one under the words typed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.message import Message, Tone
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.catalog.browser import CatalogBrowser, told
from impactapp.ui.widgets.message_bar import MessageBar

WIDTH, HEIGHT, SHORT = 1040, 720, 400
# letters of the words typed that stand on a button
MOST_SHOWN, FEWEST_SHOWN = 40, 8


class CatalogDialog(QDialog):
    """``picked(professions)`` gives those that were chosen, ``named(title)`` one that the catalogue does not have."""

    picked = Signal(object)
    named = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._before: Study | None = None
        self.setWindowTitle(_("Add from the catalogue"))
        self.browser = CatalogBrowser(session)
        self.add_button = text.button("", self.add_chosen, "primary")
        self.create_button = text.button("", self.create_named)
        self.close_button = text.button(_("Close"), self.reject)
        # the window's own bar is under this dialog, out of sight and of reach
        self.message_bar = MessageBar()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.create_button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self.browser, 1)
        self.hint = text.label(_("Enter adds · Ctrl+Enter ticks and goes on searching"), "small", wrap=True)
        column.addWidget(self.hint)
        column.addLayout(buttons)
        column.addWidget(self.message_bar)
        self.browser.entered.connect(self._enter)
        self.browser.chosen_changed.connect(self._name_buttons)
        session.writing.connect(lambda _begun: self._close_once_taken())
        session.told.connect(self._tell)
        session.informed.connect(lambda sentence: self._tell(Message(sentence)))
        session.refused.connect(lambda sentence: self._tell(Message(sentence, Tone.REFUSE)))
        session.exported.connect(lambda path: self._tell(Message(_("File written: {path}").format(path=path))))

    def ask(self) -> None:
        """Open over the page, ready to type in."""
        self.message_bar.clear()
        self.browser.start()
        self._name_buttons()
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(theme.px(WIDTH), room.width() - 32), min(theme.px(HEIGHT), room.height() - 32))
        self.hint.setVisible(self.height() >= theme.px(SHORT))
        self.open()
        self.browser.search.setFocus()

    def add_chosen(self) -> None:
        """Hand over what is ticked, else the current line, and close; what is refused stays ticked."""
        professions = told(self._session, self.browser, self.browser.chosen())
        if professions:
            self._hand_over(lambda: self.picked.emit(professions))

    def create_named(self) -> None:
        """Hand over the words that were typed, and close; what is refused stays to be put right."""
        title = self.browser.search.text().strip()
        if title:
            self._hand_over(lambda: self.named.emit(title))

    def _hand_over(self, give: Callable[[], object]) -> None:
        self._before = self._session.study
        give()
        self._close_once_taken()

    def _close_once_taken(self) -> None:
        """Many are written off this thread: until then, it is not known whether they are refused."""
        if self._before is None or self._session.is_writing:
            return
        taken = self._session.study is not self._before
        self._before = None
        if taken:
            self.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _enter(self) -> None:
        if self.browser.chosen():
            self.add_chosen()
        else:
            self.create_named()

    def _tell(self, message: Message) -> None:
        if self.isVisible():
            self.message_bar.say(message)

    def _name_buttons(self) -> None:
        count = len(self.browser.chosen())
        words = ngettext("Add {count} profession", "Add {count} professions", count)
        self.add_button.setText(words.format(count=count) if count else _("Add"))
        self.add_button.setEnabled(count > 0)
        title = self.browser.search.text().strip()
        self.create_button.setVisible(bool(title))
        self.create_button.setToolTip(text.plain_tip(_create_words(title)))
        self.create_button.setAccessibleName(_create_words(title))
        self._shorten()

    def _shorten(self) -> None:
        """The words that were typed give way to the other buttons, and never widen the dialog."""
        title, button = self.browser.search.text().strip(), self.create_button
        others = self.add_button.sizeHint().width() + self.close_button.sizeHint().width()
        room = self.width() - others - theme.px(48 + 3 * 8)
        for kept in range(min(len(title), MOST_SHOWN), min(len(title), FEWEST_SHOWN) - 1, -1):
            button.setText(_create_words(_cut(title, kept)).replace("&", "&&"))
            if button.sizeHint().width() <= room:
                break


def _create_words(title: str) -> str:
    return _("Create “{title}”, without activities").format(title=title)


def _cut(title: str, kept: int) -> str:
    return title if kept >= len(title) else f"{title[: kept - 1].rstrip()}…"

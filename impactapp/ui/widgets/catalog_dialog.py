"""« Depuis le catalogue… »: professions chosen over the page, added as one edit; or a new one under the words typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.catalog_browser import CatalogBrowser, told

WIDTH, HEIGHT, SHORT = 1040, 720, 400


class CatalogDialog(QDialog):
    """``picked(professions)`` gives those that were chosen, ``named(title)`` one that the catalogue does not have."""

    picked = Signal(object)
    named = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(_("Add from the catalogue"))
        self.browser = CatalogBrowser(session)
        self.add_button = text.button("", self.add_chosen, "primary")
        self.create_button = text.button("", self.create_named)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.create_button)
        buttons.addStretch()
        buttons.addWidget(text.button(_("Close"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self.browser, 1)
        self.hint = text.label(_("Enter adds · Ctrl+Enter ticks and goes on searching"), "small", wrap=True)
        column.addWidget(self.hint)
        column.addLayout(buttons)
        self.browser.entered.connect(self._enter)
        self.browser.chosen_changed.connect(self._name_buttons)

    def ask(self) -> None:
        """Open over the page, ready to type in."""
        self.browser.start()
        self._name_buttons()
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(theme.px(WIDTH), room.width() - 32), min(theme.px(HEIGHT), room.height() - 32))
        self.hint.setVisible(self.height() >= theme.px(SHORT))
        self.open()
        self.browser.search.setFocus()

    def add_chosen(self) -> None:
        """Hand over what is ticked, else the current line, and close."""
        professions = told(self._session, self.browser, self.browser.chosen())
        if professions:
            self.accept()
            self.picked.emit(professions)

    def create_named(self) -> None:
        """Hand over the words that were typed, and close."""
        title = self.browser.search.text().strip()
        if title:
            self.accept()
            self.named.emit(title)

    def _enter(self) -> None:
        if self.browser.chosen():
            self.add_chosen()
        else:
            self.create_named()

    def _name_buttons(self) -> None:
        count = len(self.browser.chosen())
        words = ngettext("Add {count} profession", "Add {count} professions", count)
        self.add_button.setText(words.format(count=count) if count else _("Add"))
        self.add_button.setEnabled(count > 0)
        title = self.browser.search.text().strip()
        shown = title if len(title) <= 40 else f"{title[:39]}…"
        self.create_button.setText(_("Create “{title}”, without activities").format(title=shown))
        self.create_button.setVisible(bool(title))

"""A new study: its title, its establishment, and professions picked from the catalogue."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from impactapp.domain.problems import Refusal
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_title
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.opening import new_id
from impactapp.ui.session import Session
from impactapp.ui.widgets import scrolling, text
from impactapp.ui.widgets.catalog.browser import LOWEST, CatalogBrowser


class NewStudy(QWidget):
    """Asks for a file once it is put together; ``back`` leaves it."""

    def __init__(self, session: Session, back: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title, self.establishment = QLineEdit(), QLineEdit()
        self.browser = CatalogBrowser(session)
        self._counted = text.label("", "muted", wrap=True)
        self.browser.chosen_changed.connect(self._count)
        self.browser.entered.connect(self._tick)
        self.create_button = text.button(_("Choose where to keep it…"), self._create, "primary")
        self._lay_out(back)

    def start(self) -> None:
        """Show the catalogue with nothing chosen."""
        self.title.setText(_("New study"))
        self.establishment.clear()
        try:
            self.browser.start()
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
        self.title.setFocus()
        self.title.selectAll()

    def _tick(self) -> None:
        """Enter ticks: what is created comes later."""
        row = self.browser.list.currentIndex().row()
        if row >= 0:
            self.browser.model.tick(row)

    def _count(self) -> None:
        count = len(self.browser.model.chosen)
        if not count:
            words = _("No profession ticked: the study starts empty, you add your own.")
        else:
            words = ngettext("{count} profession ticked.", "{count} professions ticked.", count).format(count=count)
        self._counted.setText(words)

    def _create(self) -> None:
        try:
            professions = self.browser.professions(self.browser.model.chosen)
            title, establishment = clean_title(self.title.text()), clean_line(self.establishment.text())
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            self.title.setFocus()
            self.title.selectAll()
            return
        self._session.creation_asked.emit(Study(new_id(), title, establishment, professions=professions))

    def _lay_out(self, back: Callable[[], object]) -> None:
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling.fitting(inside))
        self.browser.setMinimumHeight(theme.px(LOWEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24))
        column.setSpacing(theme.px(6))
        column.addWidget(text.label(_("New study"), "page"))
        column.addSpacing(theme.px(8))
        names = QHBoxLayout()
        names.setSpacing(theme.px(16))
        for words, field in ((_("Title"), self.title), (_("Establishment"), self.establishment)):
            names.addLayout(_named(words, field), 1)
        column.addLayout(names)
        column.addSpacing(theme.px(12))
        named = text.label(_("Professions of the catalogue"), "strong")
        named.setBuddy(self.browser.search)
        column.addWidget(named)
        column.addWidget(self.browser, 1)
        column.addWidget(self._counted)
        column.addSpacing(theme.px(8))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(12))
        buttons.addWidget(self.create_button)
        buttons.addWidget(text.button(_("Back"), back))
        buttons.addStretch()
        column.addLayout(buttons)


def _named(words: str, field: QLineEdit) -> QVBoxLayout:
    named = text.label(words, "strong")
    named.setBuddy(field)
    field.setAccessibleName(words)
    column = QVBoxLayout()
    column.setSpacing(theme.px(4))
    column.addWidget(named)
    column.addWidget(field)
    return column

"""A new study: its title, its establishment, and professions picked from the catalogue."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.problems import Refusal
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_title
from impactapp.i18n import _, ngettext
from impactapp.store import catalog
from impactapp.store.catalog_file import CatalogEntry
from impactapp.ui import theme
from impactapp.ui.opening import new_id
from impactapp.ui.session import Session
from impactapp.ui.widgets import text

CODE = Qt.ItemDataRole.UserRole


class NewStudy(QWidget):
    """Asks for a file once it is put together; ``back`` leaves it."""

    def __init__(self, session: Session, back: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title, self.establishment, self.search = QLineEdit(), QLineEdit(), QLineEdit()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Professions of the catalogue"))
        self.list.itemChanged.connect(self._count)
        self._counted = text.label("", "muted", wrap=True)
        self.search.setPlaceholderText(_("Search: title, family, ROME code…"))
        self.search.textChanged.connect(self._filter)
        self.create_button = text.button(_("Choose where to keep it…"), self._create, "primary")
        self._lay_out(back)

    def start(self) -> None:
        """Show the catalogue with nothing chosen."""
        self.title.setText(_("New study"))
        for field in (self.establishment, self.search):
            field.clear()
        self.list.clear()
        for entry in self._entries():
            detail = ngettext("{count} activity", "{count} activities", len(entry.tasks)).format(count=len(entry.tasks))
            words = f"{entry.title} — {labels.category_word(entry.category)}, {detail}"
            item = QListWidgetItem(words, self.list)
            item.setData(CODE, entry.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self._count()
        self.title.setFocus()
        self.title.selectAll()

    def chosen(self) -> list[str]:
        """Codes of the ticked professions."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(CODE) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _entries(self) -> tuple[CatalogEntry, ...]:
        try:
            return catalog.entries()
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            return ()

    def _filter(self, words: str) -> None:
        found = {entry.code for entry in catalog.search(words)} if words.strip() else None
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(found is not None and item.data(CODE) not in found)
        self._count()

    def _count(self) -> None:
        count = len(self.chosen())
        shown = sum(not self.list.item(row).isHidden() for row in range(self.list.count()))
        if not count:
            words = _("No profession chosen: the study starts empty, you add your own.")
        else:
            words = ngettext("{count} profession chosen.", "{count} professions chosen.", count).format(count=count)
        if not shown:
            words = _("The catalogue has no such profession. {words}").format(words=words)
        self._counted.setText(words)

    def _create(self) -> None:
        try:
            professions = tuple(catalog.profession(code, new_id) for code in self.chosen())
            title, establishment = clean_title(self.title.text()), clean_line(self.establishment.text())
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            self.title.setFocus()
            self.title.selectAll()
            return
        self._session.creation_asked.emit(Study(new_id(), title, establishment, professions=professions))

    def _lay_out(self, back: Callable[[], object]) -> None:
        column = QVBoxLayout(self)
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
        column.addLayout(_named(_("Professions of the catalogue"), self.search))
        column.addWidget(self.list, 1)
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

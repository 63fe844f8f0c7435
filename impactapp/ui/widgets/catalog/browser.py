"""The catalogue to choose from: search as one types, family and category, ticks, and the profession seen in full."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.problems import Refusal
from impactapp.domain.profession import Category, Profession
from impactapp.i18n import _, ngettext
from impactapp.ui import accessible, theme
from impactapp.ui.catalog_shelf import Line, Shelf
from impactapp.ui.models.catalog_model import CatalogModel
from impactapp.ui.official_files import official_files
from impactapp.ui.opening import new_id
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.catalog.own import OwnTools
from impactapp.ui.widgets.catalog.preview import CatalogPreview
from impactapp.ui.widgets.elided_choice import ElidedChoice

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
# on the drawing board: from this width on, the profession stands beside the list
BESIDE, LOWEST = 500, 220
PREVIEW_PAUSE = 60
_WALKING = (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown)
_OWN = "own"


class CatalogBrowser(QWidget):
    """``entered`` follows Enter or a double click, ``chosen_changed`` a tick or another current line."""

    entered = Signal()
    chosen_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shelf: Shelf | None = None
        self._found = 0
        # its many lines would hold up the next key
        self._pause = QTimer(self, singleShot=True, interval=PREVIEW_PAUSE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Name, initials (IDE, ASH…), activity or code"))
        self.search.setAccessibleName(_("Search the catalogue"))
        self.search.setClearButtonEnabled(True)
        self.family, self.category = ElidedChoice(), ElidedChoice()
        self.model = CatalogModel(self._line, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(_("Professions of the catalogue"))
        self.preview = CatalogPreview()
        self.count = text.label("", "small", wrap=True)
        self.own = OwnTools(session)
        self._lay_out()
        self._connect()

    @property
    def shelf(self) -> Shelf:
        """What is chosen from; read when the browser is first shown."""
        if self._shelf is None:
            self._shelf = self._read()
        return self._shelf

    @property
    def current(self) -> str:
        """The key of the current line, empty when nothing answers."""
        return self.model.key(self.list.currentIndex().row())

    def start(self) -> None:
        """Show the whole catalogue, with nothing ticked."""
        self.preview.forget()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.reread()
        self.model.forget_ticks()
        self.own.recall_rome()

    def reread(self, key: str = "") -> None:
        """Read the catalogue again, and stand on one of its professions."""
        # what is listed may not be there any more
        self.model.show_keys(())
        self._shelf = self._read()
        self.model.forget_ticks(lambda ticked: bool(self.shelf.title_of_rome(ticked)) or ticked in self.shelf.entries)
        self._fill_choices()
        self.look_up()
        row = self.model.row_of(key)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _reread_rome(self) -> None:
        """Who is choosing already stays on the line; what was never shown is read when it is."""
        if self._shelf is not None:
            self.reread(self.current)

    def chosen(self) -> list[str]:
        """The keys of what is ticked, else of the current line."""
        return self.model.chosen or [key for key in (self.current,) if key]

    def professions(self, keys: list[str]) -> tuple[Profession, ...]:
        """Professions for a study; refuses a catalogue file that is wrong."""
        return tuple(self.shelf.profession(key, new_id, self.preview.picked(key)) for key in keys)

    def look_up(self) -> None:
        """List what answers the words and the choices."""
        words, family = self.search.text(), str(self.family.currentData() or "")
        category = Category(self.category.currentData()) if self.category.currentData() else None
        is_own = family == _OWN
        keys = self.shelf.find(words, "" if is_own else family, category, own=is_own)
        self.model.show_keys(keys)
        self._found = len(keys)
        if keys:
            self.list.setCurrentIndex(self.model.index(0))
        else:
            self._show_current()
        self.count.setText(self._words(self._found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field the arrows walk through the list; Enter takes, Ctrl+Enter ticks and goes on searching."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and pressed and self._act(watched, event):
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _line(self, key: str) -> Line:
        return self.shelf.line(key)

    def _read(self) -> Shelf:
        study = self._session.study
        taken = [profession.title for profession in study.professions] if study else []
        return Shelf(official_files(self._session).rome, taken)

    def _words(self, found: int) -> str:
        """How many answer, how many are ticked; where none answers, what to do."""
        words = self._found_words(found)
        ticked = len(self.model.chosen)
        if ticked:
            chosen = ngettext("{count} ticked", "{count} ticked", ticked).format(count=ticked)
            words = f"{words} · {chosen}"
        for refusal in self.shelf.refused[:1]:
            words = f"{words}\n{labels.sentence(refusal)}"
        return words

    def _found_words(self, found: int) -> str:
        if found:
            return ngettext("{count} profession", "{count} professions", found).format(count=labels.headcount(found))
        if self.family.currentData() == _OWN and not self.shelf.has_own:
            return _("Your catalogue is empty: keep a profession of a study as a template, or import a file.")
        if self.family.currentIndex() > 0 or self.category.currentIndex() > 0:
            return _("Nothing answers: choose all families and all categories, or search for other words.")
        if self.shelf.rome is None:
            return _("Nothing answers: try a shorter word, or bring a ROME file to search its 13,120 titles as well.")
        return _("Nothing answers, neither in the catalogue nor in ROME: try a shorter word.")

    def _fill_choices(self) -> None:
        for choice, every, lines in (
            (self.family, _("All families"), [(_("My catalogue"), _OWN), *((one, one) for one in self.shelf.families)]),
            (self.category, _("All categories"), [(labels.category_word(one), one.value) for one in Category]),
        ):
            held = choice.currentData()
            choice.blockSignals(True)
            choice.clear()
            choice.addItem(every, "")
            for words, data in lines:
                choice.addItem(words, data)
            choice.setCurrentIndex(max(0, choice.findData(held)))
            choice.blockSignals(False)

    def _show_current(self) -> None:
        key = self.current
        self._pause.start()
        own = self.shelf.entries[key] if self.shelf.is_own(key) else None
        self.own.show_entry(own)
        self.chosen_changed.emit()

    def _recount(self) -> None:
        self.count.setText(self._words(self._found))
        self.chosen_changed.emit()

    def _act(self, watched: QObject, event: QKeyEvent) -> bool:
        key, row = Key(event.key()), self.list.currentIndex().row()
        if key in (Key.Key_Return, Key.Key_Enter):
            if event.modifiers() & CTRL and row >= 0:
                self.model.tick(row)
                self.search.setFocus()
                self.search.selectAll()
            else:
                self.entered.emit()
        elif watched is self.search and key in _WALKING:
            step = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -8}.get(key, 8)
            if self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(max(0, min(row + step, self.model.rowCount() - 1))))
        else:
            return False
        return True

    def _connect(self) -> None:
        self._pause.timeout.connect(lambda: self.preview.show_key(self.shelf, self.current))
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.search.textChanged.connect(lambda _text: self.look_up())
        self.family.currentIndexChanged.connect(lambda _row: self.look_up())
        self.category.currentIndexChanged.connect(lambda _row: self.look_up())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_current())
        self.list.doubleClicked.connect(lambda _index: self.entered.emit())
        self.model.ticked.connect(self._recount)
        self.own.changed.connect(self.reread)
        official_files(self._session).changed.connect(self._reread_rome)
        theme.signals().changed.connect(self._arrange)

    def _lay_out(self) -> None:
        accessible.name_choice(self.family, _("Family"))
        accessible.name_choice(self.category, _("Category"))
        choices = QHBoxLayout()
        choices.setSpacing(theme.px(8))
        for choice in (self.family, self.category):
            choice.setMinimumContentsLength(8)
            choices.addWidget(choice, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(theme.px(8))
        self._both.addWidget(self.list, 1)
        self._both.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.search)
        column.addLayout(choices)
        column.addLayout(self._both, 1)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self.count, 1)
        below.addWidget(self.own)
        column.addLayout(below)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side, or the list above the profession where there is no room for both."""
        beside = self.width() >= theme.px(BESIDE)
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        # lower than that, the list needs all the height
        self.preview.setVisible(beside or self.height() >= theme.px(2 * LOWEST))
        self.preview.retheme()


def told(session: Session, browser: CatalogBrowser, keys: list[str]) -> tuple[Profession, ...]:
    """The professions of some keys; a refusal is told, and nothing is given."""
    try:
        return browser.professions(keys)
    except Refusal as refusal:
        session.tell_refusal(refusal)
        return ()

"""Official files: read off the window's thread, then the establishment found as one types, and its count previewed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from impactapp import labels
from impactapp.domain.edits.staff import set_census
from impactapp.domain.problems import Refusal
from impactapp.domain.staff import Census
from impactapp.i18n import _, ngettext
from impactapp.labels import staff as words
from impactapp.labels.sources import census_remarks, left_out, no_place
from impactapp.ui import background, theme
from impactapp.ui.models.words_model import WordsModel, WordsRow
from impactapp.ui.session import Session
from impactapp.ui.widgets import scrolling, text
from impactapp.ui.widgets.list_delegate import DETAIL, ListDelegate
from impactapp.ui.widgets.tables.view import TableView

if TYPE_CHECKING:
    from impactapp.exchange.sources.places import Finder, Place
    from impactapp.exchange.sources.sae import Sae

MOST_SHOWN, MOST_LEFT_OUT = 200, 100
WIDTH, HEIGHT, ROOMY = 980, 620, 800
FEWEST_ROWS = 4
GROUP, CATEGORY, PERSONS, FTE = range(4)


class CensusDialog(QDialog):
    """Hands the chosen count to the study as one edit; a file that cannot be read closes it with a sentence."""

    def __init__(self, session: Session, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(_("Official count"))
        self._sae: Sae | None = None
        self._finder: Finder | None = None
        self._places: tuple[Place, ...] = ()
        self.census: Census | None = None
        self.read = text.label(_("Reading the files…"), "muted", wrap=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Name, town or FINESS number"))
        self.search.setAccessibleName(_("Search for the establishment"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Establishments found"))
        self.list.setItemDelegate(ListDelegate(self.list, below=True))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found = text.label("", "small", wrap=True)
        self.alone = QRadioButton(_("This establishment"))
        self.alone.setChecked(True)
        self.legal = QRadioButton(_("All of its legal entity"))
        self.preview = WordsModel((_("Group"), _("Category"), _("Persons"), _("FTE")), (PERSONS, FTE), self)
        self.table = TableView(self.preview, GROUP)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("What the files count, group by group"))
        self.source = text.label("", "strong", wrap=True)
        self.totals = text.label("", "small", wrap=True)
        self.refused = QListWidget()
        self.refused.setAccessibleName(_("Lines left out"))
        self.take = text.button(_("Take this count over"), self.accept, "primary")
        self._lay_out()
        self._connect()
        self._enable()
        self._job = background.run(partial(_read, tuple(paths)), self._show_read, self._fail, self)

    def accept(self) -> None:
        """Put the count in the study."""
        if self.census is not None and self._session.submit(set_census(self.census)):
            self._session.informed.emit(_("Official count taken over: {source}.").format(source=self.census.place))
            super().accept()

    def reject(self) -> None:
        """Nothing is changed, and nothing more is read."""
        self._job.ticket.stop()
        super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter leads from the field to the list, and takes the line of the list; left alone, it presses a button."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._act(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _act(self, watched: QObject, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.search and (is_enter or event.key() == Qt.Key.Key_Down):
            self.list.setFocus()
        elif watched is self.list and is_enter:
            self.accept()
        else:
            return False
        return True

    def _show_read(self, read: object) -> None:
        from impactapp.exchange.sources.sae import Sae

        assert isinstance(read, tuple)
        sae, self._finder = read
        assert isinstance(sae, Sae)
        self._sae = sae
        count = len(sae.numbers)
        said = ngettext(
            "SAE {year}: {count} establishment. Search for yours.",
            "SAE {year}: {count} establishments. Search for yours.",
            count,
        )
        self.read.setText(said.format(year=sae.year, count=labels.headcount(count)))
        for line in sae.refused[:MOST_LEFT_OUT]:
            reason = labels.problem_sentences()[line.reason].format(text=line.text)
            place = _("{name}, line {line}: {reason}").format(name=line.path.name, line=line.line, reason=reason)
            self.refused.addItem(place)
        if len(sae.refused) > MOST_LEFT_OUT:
            self.refused.addItem(left_out(len(sae.refused) - MOST_LEFT_OUT))
        self.refused.setVisible(bool(sae.refused))
        self._enable()
        self.search.setFocus()
        self._find()

    def _find(self) -> None:
        """The places that answer to what is typed, the first of them chosen."""
        if self._finder is None:
            return
        found = self._finder.search(self.search.text())
        self._places = found[:MOST_SHOWN]
        self.list.blockSignals(True)
        self.list.clear()
        for place in self._places:
            self.list.addItem(_item(place))
        self.list.blockSignals(False)
        self.list.doItemsLayout()
        has_names = self._sae is not None and self._sae.has_names
        self.found.setText(_found_words(len(found)) if found else no_place(has_names=has_names))
        # a search for nothing proposes nothing
        self.list.setCurrentRow(0 if found and self.search.text().strip() else -1)
        self._show_place()

    def _show_place(self) -> None:
        row = self.list.currentRow()
        place = self._places[row] if 0 <= row < len(self._places) else None
        self.census = None
        rows: list[WordsRow] = []
        source, totals = "", ""
        if place is not None and self._sae is not None:
            self._name_legal(place.legal)
            is_legal = self.legal.isChecked() and bool(place.legal)
            census, gaps = self._sae.census(place.legal if is_legal else place.finess, legal=is_legal)
            self.census = census
            source = words.census_source(census)
            totals = census_remarks(census, [(gap.code, gap.total, gap.parts) for gap in gaps])
            rows = preview_rows(census)
        self.preview.show_rows(rows)
        self.source.setText(source)
        self.totals.setText(totals)
        self._enable()

    def _name_legal(self, code: str) -> None:
        """With its number where there is room for it."""
        words = _("All of its legal entity ({code})").format(code=code)
        has_room = self.width() >= theme.px(ROOMY)
        self.legal.setText(words if has_room else _("All of its legal entity"))
        self.legal.setToolTip("" if has_room else words)

    def _fail(self, error: BaseException) -> None:
        super().reject()
        if isinstance(error, Refusal):
            self._session.tell_refusal(error)
        else:
            self._session.broken.emit(error)

    def _enable(self) -> None:
        for widget in (self.search, self.list, self.alone, self.legal):
            widget.setEnabled(self._sae is not None)
        self.take.setEnabled(self.census is not None)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._find())
        for watched in (self.search, self.list):
            watched.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _row: self._show_place())
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.legal.toggled.connect(lambda _on: self._show_place())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(text.label(_("Official count: choose the establishment"), "section"))
        column.addWidget(self.read)
        both = QHBoxLayout()
        both.setSpacing(theme.px(20))
        both.addLayout(_column(self.search, self.found, self.list, self.alone, self.legal, grows=self.list), 2)
        both.addLayout(_column(self.source, self.table, self.totals, self.refused, grows=self.table), 3)
        body = QWidget()
        body.setLayout(both)
        both.setContentsMargins(0, 0, 0, 0)
        # in a low window at a high zoom the remarks would leave nothing of the table
        column.addWidget(scrolling.fitting(body), 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(text.button(_("Cancel"), self.reject))
        buttons.addWidget(self.take)
        column.addLayout(buttons)
        self.refused.setMaximumHeight(theme.px(110))
        self.refused.setWordWrap(True)
        self.refused.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.refused.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.refused.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.refused.hide()
        self.table.set_optional({CATEGORY: 520})
        self.table.setMinimumHeight(self.table.height_of_rows(FEWEST_ROWS))
        self.table.set_widths({CATEGORY: 170, PERSONS: 104, FTE: 104}, {PERSONS: 92, FTE: 92}, wide=100)
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.screen().availableSize()
        self.resize(min(theme.px(WIDTH), room.width()), min(theme.px(HEIGHT), room.height()))


def preview_rows(census: Census) -> list[WordsRow]:
    """A row a group, then the sum of those that are known."""
    rows = [
        WordsRow(
            (
                line.title,
                labels.category_word(line.category),
                words.staff_number("headcount", line.headcount),
                words.staff_number("fte", line.fte),
            ),
            line.code,
        )
        for line in census.lines
    ]
    persons, fte = (_sum([getattr(line, name) for line in census.lines]) for name in ("headcount", "fte"))
    return [*rows, WordsRow((_("Total"), "", words.staff_number("headcount", persons), words.staff_number("fte", fte)))]


def _sum(numbers: Sequence[float | None]) -> float | None:
    from impactapp.domain.analysis.headcount import total

    return total(numbers)


def _read(paths: tuple[Path, ...], job: background.Ticket) -> "tuple[Sae, Finder]":
    from impactapp.exchange.sources.sae import read_sae

    read = read_sae(paths)
    job.breathe()
    return read, read.finder()


def _item(place: "Place") -> QListWidgetItem:
    item = QListWidgetItem(place.name or place.finess)
    detail = " · ".join(filter(None, (place.town, _("FINESS {code}").format(code=place.finess))))
    item.setData(DETAIL, detail)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place.name}, {detail}")
    return item


def _found_words(count: int) -> str:
    if not count:
        return _("No establishment answers to this: try another word.")
    said = ngettext("{count} establishment", "{count} establishments", count).format(count=labels.headcount(count))
    return (
        said
        if count <= MOST_SHOWN
        else _("{found}, the first {shown} shown: add a word.").format(found=said, shown=MOST_SHOWN)
    )


def _column(*widgets: QWidget, grows: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(6))
    for widget in widgets:
        column.addWidget(widget, 1 if widget is grows else 0)
    return column

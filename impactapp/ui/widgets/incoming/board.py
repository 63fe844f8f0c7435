"""The differences with what is done with them: counts, filters, the table, the details, and taking what is accepted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.incoming import Guess
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.incoming import Returns
from impactapp.ui.incoming_work import Found, count_of
from impactapp.ui.models.incoming_entries import Belonging, Entry, Sort, sort_words
from impactapp.ui.models.incoming_model import IncomingModel
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.incoming.answers import Answers, title_of
from impactapp.ui.widgets.incoming.details import IncomingDetails
from impactapp.ui.widgets.incoming.table import IncomingTable
from impactapp.ui.widgets.tables.tools import TableTools, Tool

FILTER, LEAST = 136, 130


class IncomingBoard(QWidget):
    """Follows the returns; ``apply_asked`` takes what is accepted, ``forget_asked`` sets the files aside."""

    apply_asked = Signal()
    forget_asked = Signal()
    files_asked = Signal()
    paste_asked = Signal()

    def __init__(self, session: Session, returns: Returns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._returns = session, returns
        self.has_comparison = self._is_showing = False
        self._found: Found | None = None
        self._count = 0
        self._guesses: list[Entry] = []
        self.model = IncomingModel(self)
        self.table = IncomingTable(self.model)
        self.details = IncomingDetails(self.table.setFocus)
        self._answers = Answers(self.model, self._say)
        self.headline = text.label("")
        self.summary = text.ElidedLabel("", "muted")
        self.sort = _filter(_("Kind of line"))
        self.source = _filter(_("File"))
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(_("Search"))
        self.sought.setAccessibleName(_("Words to search in the lines"))
        self.sought.setClearButtonEnabled(True)
        # files that are dropped are for the window
        self.sought.setAcceptDrops(False)
        self.tools = TableTools(self._tools())
        self.apply = text.button(_("Apply"), self.apply_asked.emit, "primary")
        self._lay_out()
        self.model.counted.connect(self._counted)
        self.model.modelReset.connect(self._show_details)
        self.table.looked_at.connect(lambda _row: self._show_details())
        self.table.entered.connect(lambda _row: self.details.take_focus())
        for choice in (self.sort, self.source):
            choice.activated.connect(lambda _at: self._filter())
        self.sought.textChanged.connect(lambda _words: self._filter())

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        for widget in (self.sort, self.source, self.sought):
            widget.setFixedWidth(theme.px(FILTER))
        self.table.setMinimumHeight(theme.px(LEAST))
        self.table.retheme()
        self.details.retheme()

    def set_short(self, short: bool) -> None:
        """Keep the height for the table where it is scarce."""
        self.summary.setVisible(not short)
        self.headline.setFont(theme.font("section" if short else "page"))

    def show_writable(self) -> None:
        """Whether anything can be taken now."""
        self._allow()

    def take_focus(self) -> None:
        """Stand on the first line."""
        self.table.go_to(0)
        self.table.setFocus()

    def show_found(self, found: Found) -> None:
        """Show another comparison; the place in the table, the filter and the ticks are kept."""
        self.has_comparison = True
        current = self.model.entry(self.table.currentIndex().row())
        row = max(0, self.table.currentIndex().row())
        self._found = found
        self._fill_filters(found)
        # ticks that follow from what was said are no new answers
        self._is_showing = True
        self.model.show_entries(found.entries)
        self._guesses = [entry for entry in found.entries if entry.sort is Sort.GUESS]
        self.model.accept([entry for entry in self._guesses if self._says(entry)], taken=True)
        self.model.accept([entry for entry in self._guesses if not self._says(entry)], taken=False)
        self._is_showing = False
        self._return_to(current, row)
        self._counted()

    def stand_on(self, file: str, cell: str) -> None:
        """Go to the line of a cell that is to blame, if it is shown."""
        for row in range(self.model.rowCount()):
            entry = self.model.entry(row)
            if entry is not None and entry.cell.source == file and cell in (_at(entry), entry.cell.ref):
                self.table.go_to(row)
                self.table.setFocus()
                return

    def forget(self) -> None:
        """Nothing is compared any more."""
        self.has_comparison, self._found, self._guesses = False, None, []
        self.model.forget()

    # ------------------------------------------------------------------ inside
    def _tools(self) -> tuple[Tool, ...]:
        return (
            Tool(_("Accept those shown"), lambda: self._take_shown(taken=True)),
            Tool(_("Refuse those shown"), lambda: self._take_shown(taken=False)),
            Tool(_("Set the files aside"), self.forget_asked.emit),
            Tool(_("Add a file…"), self.files_asked.emit),
            Tool(_("Paste a table…"), self.paste_asked.emit, "Ctrl+V"),
        )

    def _take_shown(self, *, taken: bool) -> None:
        self.model.accept_shown(taken=taken)
        left = (self._found.differences if self._found else 0) - count_of(self.model.accepted)
        if taken and left and self.model.chosen_sort is None and not self.sought.text():
            words = ngettext(
                "{count} line asks for your own choice: look at it one by one, or by its kind.",
                "{count} lines ask for your own choice: look at them one by one, or by their kind.",
                left,
            )
            self._session.informed.emit(words.format(count=left))

    def _filter(self) -> None:
        chosen = self.sort.currentData()
        self.model.filter(Sort(chosen) if chosen else None, self.source.currentData() or "", self.sought.text())
        self.table.go_to(0)

    def _fill_filters(self, found: Found) -> None:
        present = {entry.sort for entry in found.entries}
        sorts = [(_("All kinds"), ""), *((sort_words(sort), sort.value) for sort in Sort if sort in present)]
        files = [(_("All files"), ""), *((source, source) for source in found.comparison.sources)]
        for choice, offered in ((self.sort, sorts), (self.source, files)):
            before = choice.currentData()
            choice.clear()
            for words, value in offered:
                choice.addItem(words, value)
            choice.setCurrentIndex(max(0, choice.findData(before)))
        self.source.setVisible(len(files) > 2)
        chosen = self.sort.currentData()
        self.model.filter(Sort(chosen) if chosen else None, self.source.currentData() or "", self.sought.text())

    def _return_to(self, current: Entry | None, row: int) -> None:
        """The line that was looked at, or the one that took its place."""
        known = self.model.row_of(current.key) if current is not None else -1
        self.table.go_to(known if known >= 0 else min(row, self.model.rowCount() - 1))
        self._show_details()

    def _say(self, guess: Guess, said: Belonging) -> None:
        self._returns.say([(guess, said)])

    def _says(self, entry: Entry) -> bool:
        return isinstance(entry.item, Guess) and self._is_said(entry.item)

    def _is_said(self, guess: Guess) -> bool:
        return self._returns.said_of(guess) is not Belonging.UNSAID

    def _counted(self) -> None:
        """Tell the counts; ticks on guesses are answers, which are compared anew."""
        if self._is_showing:
            return
        self._tell()
        self._show_details()
        turned = [
            (guess, Belonging.HERE if self.model.is_accepted(entry) else Belonging.UNSAID)
            for entry in self._guesses
            if isinstance(guess := entry.item, Guess) and self.model.is_accepted(entry) is not self._is_said(guess)
        ]
        if turned:
            self._returns.say(turned)

    def _tell(self) -> None:
        every, count = self._found.differences if self._found else 0, count_of(self.model.accepted)
        total = ngettext("{count} difference", "{count} differences", every).format(count=every)
        accepted = ngettext("{count} accepted", "{count} accepted", count).format(count=count)
        same = self._found is not None and not self._found.entries
        self.headline.setText(_("The files say what the study says.") if same else f"{total}, {accepted}")
        self.apply.setText(_("Apply ({count})").format(count=count) if count else _("Apply"))
        self._count = count
        self._allow()
        self.summary.setText(summary_words(self._found) if self._found else "")

    def _allow(self) -> None:
        self.apply.setEnabled(bool(self._count) and self._session.is_writable)

    def _show_details(self) -> None:
        entry = self.model.entry(self.table.currentIndex().row())
        self.details.setVisible(entry is not None)
        if entry is not None:
            said = self._returns.said_of(entry.item) if isinstance(entry.item, Guess) else Belonging.UNSAID
            self.details.show_options(title_of(entry), self._answers.options(entry, said))

    def _lay_out(self) -> None:
        # what takes the differences stands beside their count, in sight however low the window is
        head, filters = QWidget(), QWidget()
        rows = ((head, 16, (self.headline, self.apply)), (filters, 8, self._filters()))
        for holder, gap, widgets in rows:
            flow = FlowLayout(holder, gap=gap)
            for widget in widgets:
                flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for part in (head, self.summary, filters, self.tools):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)

    def _filters(self) -> tuple[QWidget, ...]:
        return self.sort, self.source, self.sought


def summary_words(found: Found) -> str:
    """« 412 valeurs lues dans 2 fichiers, 396 inchangées, 2 refusées »."""
    comparison = found.comparison
    files = ngettext("{count} file", "{count} files", len(comparison.sources)).format(count=len(comparison.sources))
    said = [
        ngettext("{count} value read in {files}", "{count} values read in {files}", comparison.read).format(
            count=labels.headcount(comparison.read), files=files
        ),
        ngettext("{count} unchanged", "{count} unchanged", comparison.unchanged).format(
            count=labels.headcount(comparison.unchanged)
        ),
    ]
    if comparison.refused:
        count = len(comparison.refused)
        said.append(ngettext("{count} refused", "{count} refused", count).format(count=count))
    if comparison.guesses:
        count = len(comparison.guesses)
        said.append(ngettext("{count} match to confirm", "{count} matches to confirm", count).format(count=count))
    return ", ".join(said)


def _at(entry: Entry) -> str:
    return f"{entry.cell.sheet}!{entry.cell.ref}"


def _filter(name: str) -> ElidedChoice:
    made = ElidedChoice()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made

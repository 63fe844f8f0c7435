"""« Source officielle »: the official count beside the professions of the study, category by category."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.analysis.headcount import CategoryStaff, category_staff
from impactapp.domain.edits.staff import set_census
from impactapp.domain.staff import Census
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import staff as words
from impactapp.ui import theme
from impactapp.ui.models.words_model import WordsModel, WordsRow
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.barriers.parts import Parts
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.staff.census_dialog import CensusDialog
from impactapp.ui.widgets.tables.tools import TableTools, Tool
from impactapp.ui.widgets.tables.view import TableView

CATEGORY, SAID = 0, 7
NUMBERS = range(1, 7)


class CensusTab(QWidget):
    """The source and its year stand above the figures, which are never shown without."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.dialog: CensusDialog | None = None
        self.source = text.label("", "strong", wrap=True)
        self.model = WordsModel(_headings(), NUMBERS, self)
        self.table = TableView(self.model, CATEGORY)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(_("Official count by category, beside the study"))
        self.tools = TableTools(
            (Tool(_("Replace the count…"), self.ask_files), Tool(_("Remove the count"), self.remove, "Del"))
        )
        self.table.removing_asked.connect(self.remove)
        shown = QWidget()
        self._column = QVBoxLayout(shown)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.source, self.tools):
            self._column.addWidget(widget)
        self._column.addWidget(self.table, 1)
        self._choose = text.button(_("Choose the files of the SAE…"), self.ask_files, "primary")
        self._stack = Parts((shown, self._empty()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def refresh(self) -> None:
        """Show the current study."""
        study = self._session.study
        census = study.staffing.census if study else None
        self._stack.turn_to(1 if census is None else 0)
        for widget in (self.tools, self._choose):
            widget.setEnabled(self._session.is_writable)
        if study is not None and census is not None:
            self.source.setText(words.census_source(census))
            self.model.show_rows(rows_of(study, census))

    def ask_files(self) -> None:
        """Let the user choose the official files, several at once."""
        if not self._session.is_writable:
            return
        dialog = QFileDialog(self.window(), _("Files of the SAE (SYGEN and ID)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_("Official tables (*.csv *.zip)"))
        dialog.filesSelected.connect(lambda chosen: self.read([Path(path) for path in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, paths: list[Path]) -> None:
        """Read official files, and let the user choose the establishment; nothing is changed before."""
        if not paths:
            self.ask_files()
            return
        if not self._session.is_writable:
            return
        self.dialog = CensusDialog(self._session, paths, self.window())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def remove(self) -> None:
        """Remove the official count; undo brings it back."""
        self._session.apply(set_census(None))

    def arrange(self, *, short: bool) -> None:
        """Take the sizes of the theme."""
        self._column.setSpacing(theme.px(4 if short else 8))
        self.table.set_dense(short)
        self.table.setMinimumHeight(self.table.height_of_rows(4))
        self.table.set_optional({4: 760, 5: 760, 6: 860, 3: 620, SAID: 520})
        self.table.set_widths({**dict.fromkeys(NUMBERS, 94.0), SAID: 220}, {**dict.fromkeys(NUMBERS, 88.0), SAID: 170})

    def help_text(self) -> str:
        """What the figures are, and where they come from."""
        study = self._session.study
        census = study.staffing.census if study else None
        said = _(
            "Persons at the end of the year and full-time equivalents over the year, as the official source counts "
            "them; groups that contain one another are counted once. The study’s are the sums of its professions. "
            "The count is shown beside them and never replaces them."
        )
        return said if census is None else f"{words.census_source(census)}. {said}"

    def _empty(self) -> QWidget:
        return EmptyState(
            _("No official count yet"),
            _(
                "The staff of your establishment by category, as the yearly statistics of the DREES (SAE) count it, "
                "will be here beside the professions of the study. Choose the files SYGEN and ID of one year as they "
                "were published, or their .zip, or drop them on the window: nothing is downloaded."
            ),
            self._choose,
        )

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def rows_of(study: Study, census: Census) -> list[WordsRow]:
    """A row a category: the official count, the professions of the study, and what they make together."""
    return [_row(found, census) for found in category_staff(study)]


def _row(found: CategoryStaff, census: Census) -> WordsRow:
    persons, fte = found.headcount, found.fte
    cells = (
        labels.category_word(found.category),
        words.staff_number("headcount", persons.whole),
        words.staff_number("headcount", persons.parts),
        words.difference(persons, in_fte=False),
        words.staff_number("fte", fte.whole),
        words.staff_number("fte", fte.parts),
        words.difference(fte, in_fte=True),
        words.coverage(found),
    )
    groups = [line for line in census.lines if line.category is found.category]
    tip = [_("{name}: {value}").format(name=one.title, value=labels.headcount(one.headcount)) for one in groups]
    return WordsRow(cells, found.category.value, "\n".join((*tip, words.census_source(census))))


def _headings() -> tuple[str, ...]:
    return (
        *(_("Category"), _("Official headcount"), _("Headcount of the study"), _("Difference")),
        *(_("Official FTE"), _("FTE of the study"), _("Difference in FTE"), _("In words")),
    )

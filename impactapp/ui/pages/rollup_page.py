"""« Consolidation »: several studies as one, read from their files one after the other, and none of them changed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QVBoxLayout, QWidget

from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import rollup as words
from impactapp.ui import theme
from impactapp.ui.copying import copy_from
from impactapp.ui.models import rollup_rows as rows
from impactapp.ui.models.rollup_model import RollUpModel
from impactapp.ui.opening import SUFFIX, unused
from impactapp.ui.rolling_up import RollingUp
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.incoming.progress import WorkRow
from impactapp.ui.widgets.rollup.part import RollUpPart
from impactapp.ui.widgets.rollup.places import RollUpPlaces
from impactapp.ui.widgets.rollup.questions import RollUpQuestions
from impactapp.ui.widgets.tables.view import TableView

LINES, PLACES, SITES, UNITS = "lines", "places", "sites", "units"
QUESTIONS, REFUSED = "questions", "refused"
NOTHING, ROLLED = range(2)
# on the drawing board: the least height of a table
LEAST = 200
SUMS = (84.0, 84.0, 150.0)


class RollUpPage(QWidget):
    """Empty until studies are read; ``take_files`` reads files and folders, those dropped here included."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._session = session
        self.rolling = RollingUp(session, self)
        self.work = WorkRow(self.rolling.cancel)
        self.figures = text.label("", "section", wrap=True)
        self.exposed = text.label("", wrap=True)
        self.warning = QFrame()
        self.models = {
            LINES: RollUpModel(rows.line_headings, self),
            SITES: RollUpModel(rows.site_headings, self),
            UNITS: RollUpModel(rows.unit_headings, self),
            REFUSED: RollUpModel(rows.refused_headings, self),
        }
        self.tables = {
            LINES: _table(self.models[LINES], _("Professions")),
            SITES: _table(self.models[SITES], _("Establishments")),
            UNITS: _table(self.models[UNITS], _("Sites and services"), 3),
            REFUSED: _table(self.models[REFUSED], _("Files left out"), 1),
        }
        self.questions, self.places = RollUpQuestions(self.rolling), RollUpPlaces(self.rolling)
        self._parts: dict[str, QWidget] = {QUESTIONS: self.questions, PLACES: self.places}
        self.units, self.refused = RollUpPart(self.tables[UNITS]), RollUpPart(self.tables[REFUSED])
        self._parts |= {UNITS: self.units, REFUSED: self.refused}
        self.tabs = ChartTabs([(name, "") for name in self._titles()], called=_("Part of the page"))
        self.export_button = text.button(_("Export…"), self.ask_target, "primary")
        self._stack = QStackedWidget()
        self._whole = QStackedWidget()
        self._lay_out()
        self.rolling.busy.connect(self._note_work)
        self.rolling.stepped.connect(self.work.step)
        self.rolling.shown.connect(self._show)
        self.tabs.chosen.connect(self._turn_to)
        self.tables[LINES].entered.connect(self._compare)
        self.tables[LINES].doubleClicked.connect(lambda index: self._compare(index.row()))
        theme.signals().changed.connect(self._retheme)
        self._show()
        self._retheme()

    # ------------------------------------------------------------------ what the window asks for
    def refresh(self, before: Study | None) -> None:
        """The open study is read from its file like the others."""

    def show_task(self, task_id: str) -> None:
        """This page has no activities of its own."""

    def help_text(self) -> str:
        """Where its numbers come from."""
        return " ".join(words.rollup_sentences(self.rolling.rolled))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read studies, and those of folders, beside those that are read already."""
        self.rolling.read(paths)

    def ask_files(self) -> None:
        """Choose files, several at once."""
        self._ask(QFileDialog.FileMode.ExistingFiles)

    def ask_folder(self) -> None:
        """Choose a folder of studies."""
        self._ask(QFileDialog.FileMode.Directory)

    def ask_target(self) -> None:
        """Choose the file to write; a study that was read is refused."""
        files = self.rolling.files
        if not files:
            return
        dialog = QFileDialog(self.window(), _("Export the roll-up"), str(files[0].parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["XLSX (*.xlsx)", "JSON (*.json)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen[:4].lower()))
        dialog.selectFile(unused(files[0].with_name(_("roll-up") + ".xlsx")).name)
        dialog.fileSelected.connect(lambda chosen: self.rolling.export(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take studies and folders; what is something else is for the window."""
        if _dropped(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the studies that were dropped."""
        event.acceptProposedAction()
        self.take_files(_dropped(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _lay_out(self) -> None:
        for name in self._titles():
            self._stack.addWidget(self._parts.get(name) or self.tables[name])
        board = QWidget()
        self._board = QVBoxLayout(board)
        self._board.setContentsMargins(0, 0, 0, 0)
        parts: tuple[QWidget, ...] = (self.figures, self.exposed, self._warned(), self._acts(), self.tabs)
        for part in parts:
            self._board.addWidget(part)
        self._board.addWidget(self._stack, 1)
        self._whole.addWidget(self._nothing())
        self._whole.addWidget(board)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._title = text.label(_("Roll-up of studies"), "page")
        self._column.addWidget(self._title)
        self._column.addWidget(self.work)
        self._column.addWidget(self._whole, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling.fitting(inside))

    def _acts(self) -> QWidget:
        acts = QWidget()
        flow = FlowLayout(acts, gap=12)
        flow.addWidget(self.export_button)
        flow.addWidget(text.button(_("Add studies…"), self.ask_files))
        flow.addWidget(text.button(_("Add a folder…"), self.ask_folder))
        flow.addWidget(text.button(_("Read the studies again"), self.rolling.reread, "link"))
        flow.addWidget(text.button(_("Copy the table"), self._copy, "link"))
        flow.addWidget(text.button(_("Set all aside"), self.rolling.clear, "link"))
        return acts

    def _warned(self) -> QWidget:
        self.warning.setProperty("role", "note")
        column = QVBoxLayout(self.warning)
        column.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        column.addWidget(text.label(words.rules_warning(), "strong", wrap=True))
        return self.warning

    def _nothing(self) -> QWidget:
        return EmptyState(
            _("No study to roll up yet"),
            _(
                "Choose the studies of several establishments, or drop them here: they are read one after the other, "
                "and added up profession by profession. No study is changed."
            ),
            text.button(_("Choose studies…"), self.ask_files, "primary"),
            text.button(_("Choose a folder…"), self.ask_folder),
        )

    # ------------------------------------------------------------------ inside
    def _show(self) -> None:
        rolled = self.rolling.rolled
        self.models[LINES].show_rows(rows.line_rows(rolled))
        self.models[SITES].show_rows(rows.site_rows(rolled))
        self.models[UNITS].show_rows(*rows.unit_rows(rolled))
        self.models[REFUSED].show_rows(rows.refused_rows(self.rolling.refused))
        self.questions.refresh()
        self.places.refresh()
        self.units.say(words.units_sentence() if rolled.units else words.no_units_sentence())
        self.refused.say("" if self.rolling.refused else _("All the files chosen were read."))
        self.figures.setText(words.rollup_figures(rolled))
        self.exposed.setText(words.exposed_sentence(rolled))
        self.warning.setVisible(not rolled.has_one_rule)
        self.export_button.setEnabled(bool(rolled.sites))
        for at, title in enumerate(self._titles().values()):
            self.tabs.bar.setTabText(at, title)
            self.tabs.list.setItemText(at, title)
        self._whole.setCurrentIndex(ROLLED if rolled.sites or self.rolling.refused else NOTHING)
        if self.rolling.refused and not rolled.sites:
            self.tabs.choose(REFUSED)
        self._arrange()

    def _titles(self) -> dict[str, str]:
        """The parts of the page, with how much waits in the last two."""
        unsaid = sum(one.is_same is None for one in self.rolling.questions)
        return {
            LINES: _("Professions"),
            PLACES: _("By establishment"),
            SITES: _("Establishments"),
            UNITS: _("Sites and services"),
            QUESTIONS: _("Alike titles ({count})").format(count=unsaid),
            REFUSED: _("Files left out ({count})").format(count=len(self.rolling.refused)),
        }

    def _turn_to(self, name: str) -> None:
        self._stack.setCurrentIndex(list(self._titles()).index(name))

    def _compare(self, row: int) -> None:
        """Show the profession of a row from an establishment to the next."""
        self.places.choose(row)
        self.tabs.choose(PLACES)
        self.places.table.setFocus()

    def _copy(self) -> None:
        self._session.informed.emit(copy_from(self))

    def _note_work(self, busy: bool) -> None:
        self.work.show_work(busy)
        self.export_button.setEnabled(not busy and bool(self.rolling.rolled.sites))

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        document = self._session.document
        files = self.rolling.files
        folder = files[-1].parent if files else document.path.parent if document else Path.home()
        dialog = QFileDialog(self.window(), _("Choose studies"), str(folder))
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.ExistingFiles:
            dialog.setNameFilter(_("Studies (*{suffix})").format(suffix=SUFFIX))
        dialog.filesSelected.connect(lambda chosen: self.take_files([Path(path) for path in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _retheme(self) -> None:
        self.tables[LINES].set_widths(
            {1: 72} | dict(enumerate(SUMS, 2)) | {5: 190, 6: 190, 7: 150},
            {1: 68, 2: 76, 3: 78, 4: 140, 5: 176, 6: 176, 7: 112},
        )
        self.tables[SITES].set_widths(
            {1: 220, 2: 76} | dict(enumerate(SUMS, 3)) | {6: 200}, {1: 140, 2: 70, 3: 72, 4: 78, 5: 128, 6: 124}
        )
        self.tables[UNITS].set_widths(
            {0: 150, 1: 130, 2: 140} | dict(enumerate(SUMS, 4)) | {7: 150},
            {0: 116, 1: 82, 2: 94, 4: 72, 5: 86, 6: 128, 7: 116},
        )
        self.tables[REFUSED].set_widths({0: 240}, {0: 150})
        self.questions.retheme()
        self.places.retheme()
        for table in (*self.tables.values(), self.questions.table, self.places.table):
            table.setMinimumHeight(theme.px(LEAST))
        self._arrange()

    def _arrange(self) -> None:
        short = page_head.is_short(self)
        left, top, right, bottom = page_head.margins(short=short)
        self._column.setContentsMargins(left, top, right, bottom)
        self._column.setSpacing(theme.px(4 if short else 8))
        self._board.setSpacing(theme.px(4 if short else 8))
        self._title.setVisible(not short)
        self.tabs.fit(self.width() - left - right)


def _table(model: RollUpModel, name: str, wide_column: int = 0) -> TableView:
    table = TableView(model, wide_column)
    table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
    table.setAccessibleName(name)
    return table


def _dropped(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == SUFFIX or path.is_dir()]

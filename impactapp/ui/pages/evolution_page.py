"""Over time: what moved between two days of the study, or since another file, and the rate of a profession by day."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.charts.catalogue import TIMELINE, Subject
from impactapp.domain.analysis.moments import Comparison
from impactapp.domain.analysis.results import Results
from impactapp.domain.problems import Refusal
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import movement as words
from impactapp.ui import accessible, background, theme
from impactapp.ui.models.movement_model import AFTER, BEFORE, PROFESSION, WHAT, MovementModel
from impactapp.ui.session import Session
from impactapp.ui.story import Choice, Pace, Story, read_comparison, read_story
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.charts.panel import ChartPanel
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.reading_bar import ReadingBar
from impactapp.ui.widgets.tables.view import TableView

MOVED, RATE = "moved", "rate"
# what stands in the list of days for another file
OTHER = "other"
# on the drawing board: the least height of the table, and of the chart
LEAST = 220


class EvolutionPage(QWidget):
    """Everything is read again, off the window's thread, when the study has changed since."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read: Study | None = None
        self._story: Story | None = None
        self._results: Results | None = None
        self._other: Path | None = None
        self._story_job: background.Job | None = None
        self._comparison_job: background.Job | None = None
        self.first, self.last = ElidedChoice(), ElidedChoice()
        for combo in (self.first, self.last):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        accessible.name_choice(self.first, _("The earlier day"))
        accessible.name_choice(self.last, _("The later day"))
        self.other_button = text.button(_("Compare with another file…"), self._ask_other, "link")
        self.again_button = text.button(_("Read the past days"), self._read_story)
        self.again_button.hide()
        self.reading = ReadingBar(self.stop)
        self.said = text.label("", "muted", wrap=True)
        self.tabs = ChartTabs([(MOVED, _("What moved")), (RATE, _("Rate over time"))], called=_("Part of the page"))
        self.model = MovementModel(self)
        self.table = TableView(self.model, WHAT)
        self.table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("What moved"))
        self.chart = ChartPanel(session, (TIMELINE,))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retheme()

    def refresh(self, before: Study | None) -> None:
        """Show the current study; its past follows when it is read."""
        self._session.request_results()
        if self._session.study is not self._read:
            self._read_story()
        else:
            self._show_rate()

    def show_task(self, task_id: str) -> None:
        """This page has no activities of its own."""

    def help_text(self) -> str:
        """Where the past comes from."""
        study = self._session.study
        said = _(
            "Every edit is kept in a log inside the file; what the study was at the end of a day is read back from it. "
            "Votes are not in the log."
        )
        return f"{said} {words.reread_sentence(study)}" if study and self.tabs.current == RATE else said

    def stop(self) -> None:
        """Stop reading."""
        self._leave()
        self._read = None
        self.reading.end()
        self.again_button.show()

    def compare_with(self, path: Path) -> None:
        """Compare the later day with what another file holds."""
        self._other = path
        self._fill(self._story.days if self._story else ())
        self.first.setCurrentIndex(max(0, self.first.findData(OTHER)))
        self._compare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(8))
        chosen = QWidget()
        flow = FlowLayout(chosen, gap=12)
        earlier, later = text.label(_("From the day")), text.label(_("to the day"))
        earlier.setBuddy(self.first)
        later.setBuddy(self.last)
        choice: tuple[QWidget, ...] = (earlier, self.first, later, self.last, self.other_button, self.again_button)
        for widget in choice:
            flow.addWidget(widget)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.chart)
        self._column.addWidget(text.label(_("Over time"), "page"))
        above: tuple[QWidget, ...] = (chosen, self.reading, self.said, self.tabs)
        for widget in above:
            self._column.addWidget(widget)
        self._column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling.fitting(inside))

    def _connect(self) -> None:
        self._session.results_ready.connect(self._keep_results)
        self._session.closing.connect(self._forget)
        self.first.activated.connect(lambda _row: self._compare())
        self.last.activated.connect(lambda _row: self._compare())
        self.tabs.chosen.connect(lambda name: self._stack.setCurrentWidget(self.table if name == MOVED else self.chart))
        self.table.entered.connect(self._follow)
        self.table.doubleClicked.connect(lambda index: self._follow(index.row()))
        theme.signals().changed.connect(self._retheme)

    def _retheme(self) -> None:
        # the name of another file may be long: it shortens, and the page keeps its width
        for combo in (self.first, self.last):
            combo.setMinimumWidth(theme.px(120))
        self.table.set_optional({PROFESSION: 400})
        self.table.set_widths({PROFESSION: 220, BEFORE: 150, AFTER: 190}, {PROFESSION: 120, BEFORE: 110, AFTER: 110})
        self._stack.setMinimumHeight(theme.px(LEAST))
        self._arrange()

    def _arrange(self) -> None:
        short = page_head.is_short(self)
        left, top, right, bottom = page_head.margins(short=short)
        self._column.setContentsMargins(left, top, right, bottom)
        self.tabs.fit(self.width() - left - right)

    # ------------------------------------------------------------------ reading
    def _read_story(self) -> None:
        document = self._session.document
        if document is None:
            return
        self._leave()
        self.again_button.hide()
        self._read, path, pace = document.study, document.path, Pace()
        self.reading.follow(pace)
        self._story_job = background.run(
            lambda job: read_story(path, pace, job), self._keep_story, self._fail_story, self
        )

    def _leave(self) -> None:
        """What is being read is no longer wanted."""
        for job in (self._story_job, self._comparison_job):
            if job is not None:
                job.cancel()
        self._story_job = self._comparison_job = None

    def _keep_story(self, story: object) -> None:
        assert isinstance(story, Story)
        self._story, self._story_job = story, None
        self.reading.end()
        self._fill(story.days)
        self._show_rate()
        self._compare()

    def _fill(self, days: tuple[date, ...]) -> None:
        """Offer the days, the first and the last chosen unless others were."""
        for combo, known in ((self.first, reversed(days)), (self.last, iter(days))):
            before = combo.currentData()
            combo.clear()
            for day in known:
                combo.addItem(labels.day(day), day.isoformat())
            if combo is self.first and self._other is not None:
                combo.insertItem(0, _("“{file}”").format(file=self._other.name), OTHER)
            found = combo.findData(before)
            other = self._other.name if combo is self.first and self._other is not None else ""
            combo.setToolTip(text.plain_tip(other))
            combo.setCurrentIndex(found if found >= 0 else combo.count() - len(days) if days else 0)

    def _compare(self) -> None:
        document = self._session.document
        if document is None or not self.last.count():
            self.said.setText(_("The file keeps no log of past days."))
            return
        if self._comparison_job is not None:
            self._comparison_job.cancel()
        path, chosen = document.path, self._choice()
        self._comparison_job = background.run(
            lambda job: read_comparison(path, chosen, job), self._show_moved, self._fail_comparison, self
        )

    def _choice(self) -> Choice:
        """What is chosen, the earlier day first whatever the order it was chosen in."""
        last = date.fromisoformat(self.last.currentData())
        if self.first.currentData() == OTHER:
            return Choice(None, last, self._other)
        first = date.fromisoformat(self.first.currentData())
        return Choice(min(first, last), max(first, last))

    def _fail_story(self, error: BaseException) -> None:
        self._story_job = None
        self.reading.end()
        self.again_button.show()
        self._tell(error)

    def _fail_comparison(self, error: BaseException) -> None:
        """What was shown was of another choice."""
        self._comparison_job = None
        self.model.show_movements(())
        self.said.setText(_("Nothing is compared: choose another day or another file."))
        self._tell(error)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, Refusal):
            self._session.tell_refusal(error)
        else:
            self._session.broken.emit(error)

    def _forget(self) -> None:
        """Another study has another past."""
        self.stop()
        self._story = self._results = self._other = None
        self.first.clear()
        self.last.clear()
        self.said.clear()
        self.model.show_movements(())

    # ------------------------------------------------------------------ showing
    def _show_moved(self, found: object) -> None:
        assert isinstance(found, Comparison)
        self._comparison_job = None
        self.model.show_movements(found.moved)
        moved = sum(not one.is_still for one in found.moved)
        still = len(found.moved) - moved
        days = self._story.days if self._story else ()
        if len(days) == 1 and self.first.currentData() != OTHER:
            self.said.setText(words.one_day_sentence(days[0]))
            return
        rules = words.rules_sentence(found.before.results.study, found.after.results.study)
        counted = words.moved_sentence(moved), words.still_sentence(still) if moved and still else "", rules
        self.said.setText(" ".join(filter(None, counted)))

    def _keep_results(self, results: object) -> None:
        assert isinstance(results, Results)
        self._results = results
        self._show_rate()

    def _show_rate(self) -> None:
        profession = self._session.profession
        if profession is None or self._results is None or self._story is None:
            return
        history = self._story.rates.get(profession.id, ())
        self.chart.show_results(self._results, Subject(profession.id, history=history))

    # ------------------------------------------------------------------ commands
    def _follow(self, row: int) -> None:
        found = self.model.row(row)
        if found is not None and found.profession_id:
            self._session.choose_profession(found.profession_id)
            self._session.navigated.emit("rating", found.task_id)

    def _ask_other(self) -> None:
        document = self._session.document
        if document is not None:
            dialog = QFileDialog(self, _("Compare with another file"), str(document.path.parent))
            dialog.setNameFilter(_("Studies (*{suffix})").format(suffix=".impact"))
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(lambda chosen: self.compare_with(Path(chosen)))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

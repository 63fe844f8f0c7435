"""The rate of the chosen profession in words and figures, then its charts."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.charts import catalogue
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.analysis.weights import Shares, shares_of
from impactapp.domain.edits.studies import set_rule
from impactapp.domain.rule import Rule, Weighting
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.aged_ratings import AgedRatings
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.barriers.parts import Parts
from impactapp.ui.widgets.benchmark_card import BenchmarkCard
from impactapp.ui.widgets.charts import provenance as chart_provenance
from impactapp.ui.widgets.charts.figure import Figure
from impactapp.ui.widgets.charts.panel import RATES, ChartPanel
from impactapp.ui.widgets.charts.rule import RuleButton
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.tables.findings import FindingsList, lines_of
from impactapp.ui.widgets.workshop.training_cover import Cover

BENCHMARK = "benchmark"


class ResultsPage(QWidget):
    """Step 5 of the method."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = False
        self.headline = Figure("page")
        self.rule = Figure("")
        self.interval = Figure("muted")
        self.exposed = Figure("muted")
        self.change_rule = RuleButton()
        self.go_on = text.button("", self._go_to_missing, "primary")
        self._missing_place = ("rating", "")
        self.findings_button = text.button("", self._turn_findings, "link")
        self.findings = FindingsList()
        self.findings.hide()
        self._aged = AgedRatings(session, self)
        self.evolution_button = text.button(_("Over time…"), lambda: session.navigated.emit("evolution", ""), "link")
        self.benchmark = BenchmarkCard(session)
        outside = {BENCHMARK: (_("Outside measure"), self.benchmark)}
        self.charts = ChartPanel(session, (*_in_order(), RATES), beside=outside)
        # what is not shown asks for no room, which pages of a stack do
        self._stack = Parts((self._results_part(), self._no_profession()))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._stack)
        self._cover = Cover(session, self._stack, lambda: self.refresh(None))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling.fitting(inside))
        self._arrange()
        self._connect()

    def refresh(self, before: Study | None) -> None:
        """Show the current study; the numbers follow when they are ready."""
        profession = self._session.profession
        self._cover.follow()
        if profession is None:
            self._stack.turn_to(1)
            return
        self.benchmark.show_words(profession, anew=before is None)
        self._stack.turn_to(0)
        self._wanted = True
        self._session.request_results()
        self._aged.ask()

    def show_task(self, task_id: str) -> None:
        """The charts show all activities at once."""

    def help_text(self) -> str:
        """Where the number that has the focus comes from."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Figure) and focused.provenance:
            return focused.provenance
        if self.charts.chart == BENCHMARK:
            return self.benchmark.help_text()
        if focused is self.charts.view and self.charts.view.current_text:
            return self.charts.view.current_text
        return self.headline.provenance or _("The results of the profession, by the rule of the study.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _arrange(self) -> None:
        """Where height is scarce the page scrolls with its chart whole; else the chart alone, under its numbers."""
        short = page_head.is_short(self)
        left, top, right, bottom = page_head.margins(short=short)
        self._column.setContentsMargins(left, round(0.7 * top), right, bottom)
        self.charts.show_whole(short)

    def _results_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.headline)
        column.addWidget(_flow(self.rule, self.change_rule, self.go_on))
        column.addWidget(_flow(self.interval, self.exposed, self.findings_button, self.evolution_button))
        column.addWidget(self.findings)
        column.addSpacing(theme.px(2))
        column.addWidget(self.charts, 1)
        return part

    def _no_profession(self) -> QWidget:
        return EmptyState(
            _("No result yet"),
            _("The rate of each profession and its charts will be here, as soon as a profession has activities rated."),
            text.button(_("Go to the professions"), lambda: self._session.navigated.emit("professions", ""), "primary"),
        )

    def _connect(self) -> None:
        self._session.results_ready.connect(self._show)
        self.change_rule.rule_picked.connect(self._set_rule)
        self.charts.rule_picked.connect(self._set_rule)
        self.charts.task_picked.connect(lambda task_id: self._session.navigated.emit("rating", task_id))
        self.charts.profession_picked.connect(self._session.choose_profession)
        # results that are there already are told again at once
        self._aged.read.connect(self._session.request_results)
        self.findings.followed.connect(self._session.navigated)
        theme.signals().changed.connect(self._arrange)

    # ------------------------------------------------------------------ showing
    def _show(self, results: object) -> None:
        assert isinstance(results, Results)
        profession = self._session.profession
        result = results.profession(profession.id) if profession else None
        if result is None or not (self._wanted or self.isVisible()):
            return
        self._wanted = False
        study = results.study
        known = result.rate.low is not None and result.rate.high is not None
        self.headline.tell(labels.headline(result), chart_provenance.of_rate(result, study))
        self.rule.tell(rule_words(study), labels.rule_sentence(study))
        self.interval.tell(labels.interval_sentence(result), chart_provenance.of_interval(result))
        self.exposed.tell(labels.exposed_sentence(result), chart_provenance.of_exposed(result))
        self.change_rule.show_rules(result, study)
        self.change_rule.setEnabled(self._session.is_writable)
        self._missing_place, words = missing_place(result)
        self.go_on.setText(words)
        self.go_on.setVisible(not known)
        self._show_findings(result, study)
        self.benchmark.show_results(results, result)
        self.charts.show_results(results, catalogue.Subject(result.profession.id))

    def _show_findings(self, result: ProfessionResult, study: Study) -> None:
        lines = lines_of((*result.findings, *self._aged.of(result.profession.id)), study)
        self.findings.show_lines(lines)
        count = ngettext("{count} finding", "{count} findings", len(lines)).format(count=len(lines))
        self.findings_button.setText(count)
        self.findings_button.setVisible(bool(lines))
        if not lines:
            self.findings.hide()

    # ------------------------------------------------------------------ commands
    def _turn_findings(self) -> None:
        self.findings.setVisible(not self.findings.isVisible())
        if self.findings.isVisible():
            self.findings.setCurrentRow(0)
            self.findings.setFocus()

    def _set_rule(self, code: str) -> None:
        self._session.apply(set_rule(Rule(code)))

    def _go_to_missing(self) -> None:
        self._session.navigated.emit(*self._missing_place)


def rule_words(study: Study) -> str:
    """« Règle : part des activités cotées Fort · poids égaux »."""
    words = _("Rule: {rule}").format(rule=labels.rule_word(study.rule))
    return f"{words} · {labels.weighting_word(study.weighting)}"


def missing_place(result: ProfessionResult) -> tuple[tuple[str, str], str]:
    """The page and the activity where what is missing can be given, and the words of the button that leads there."""
    if not result.tasks:
        return ("tasks", ""), _("Add activities")
    unusable = shares_of(result.profession) in (Shares.PARTIAL, Shares.OFF_TOTAL)
    if result.weighting is Weighting.TIME and unusable:
        return ("tasks", ""), _("Complete the time shares")
    for task in result.tasks:
        if task.low.substitution is None or task.high.substitution is None:
            return ("rating", task.task.id), _("Go on rating")
    return ("study", ""), _("Set the rates of the rule")


def _in_order() -> tuple[str, ...]:
    """The charts as this page offers them: the interval first, as it is the answer."""
    return tuple(sorted(catalogue.CHARTS, key=lambda name: name != "interval"))


def _flow(*widgets: QWidget) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, gap=16)
    for widget in widgets:
        flow.addWidget(widget)
    return row

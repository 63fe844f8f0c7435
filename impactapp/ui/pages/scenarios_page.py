"""The two hypotheses at the scale of all professions analysed: working time exposed, gross, and what is missing."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import chart_provenance, page_head, scrolling, text
from impactapp.ui.widgets.chart_figure import Figure
from impactapp.ui.widgets.chart_panel import ChartPanel
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.table_exposure import ExposureColumn, ExposureModel, is_known, total_exposed
from impactapp.ui.widgets.table_view import TableView
from impactapp.ui.widgets.training_cover import Cover

PORTFOLIO = "portfolio"
MOST_ROWS = 12
Column = ExposureColumn


class ScenariosPage(QWidget):
    """Step 6 of the method, as far as it can be said without assumptions about the years to come."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = False
        self.total = Figure("section")
        self.caution = text.label(caution(), "muted", wrap=True)
        self.rule = text.label("", "muted", wrap=True)
        self.model = ExposureModel(self)
        self.table = TableView(self.model, Column.TITLE)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("Working time exposed by profession"))
        self.chart = ChartPanel(session, (PORTFOLIO,), scrolls=False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scenario_part())
        self._stack.addWidget(self._no_profession())
        self._column = QVBoxLayout(self)
        self._column.addWidget(text.label(_("Scenarios"), "page"))
        self._column.addWidget(self._stack, 1)
        self._cover = Cover(session, self._stack, lambda: self.refresh(None))
        session.results_ready.connect(self._show)
        self.table.doubleClicked.connect(lambda index: self._follow(index.row()))
        self.table.entered.connect(self._follow)
        self.table.fitted.connect(self._fit_table)
        self.chart.profession_picked.connect(self._show_results_of)
        theme.signals().changed.connect(self._retheme)
        self._retheme()

    def refresh(self, before: Study | None) -> None:
        """Show the current study; the numbers follow when they are ready."""
        if self._cover.follow():
            return
        study = self._session.study
        has_professions = study is not None and bool(study.professions)
        self._stack.setCurrentIndex(0 if has_professions else 1)
        if has_professions:
            self._wanted = True
            self._session.request_results()

    def show_task(self, task_id: str) -> None:
        """This page has no activities."""

    def help_text(self) -> str:
        """Where the current number comes from."""
        result = self.model.result(self.table.currentIndex().row())
        if self.table.hasFocus() and result is not None:
            return chart_provenance.of_exposed(result)
        return f"{self.total.provenance} {caution()}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        short = page_head.is_short(self)
        self._column.setContentsMargins(*page_head.margins(short=short))
        self._column.setSpacing(theme.px(4 if short else 6))

    def _scenario_part(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.total, self.rule, self.caution, self.table):
            column.addWidget(widget)
        column.addWidget(self.chart, 1)
        return scrolling.fitting(inside)

    def _no_profession(self) -> QWidget:
        return EmptyState(
            _("No scenario yet"),
            _("The working time exposed of all professions will be here, under the low and the high hypothesis."),
            text.button(_("Go to the professions"), lambda: self._session.navigated.emit("professions", ""), "primary"),
        )

    def _retheme(self) -> None:
        self.table.set_optional({Column.CATEGORY: 900})
        self.table.set_widths(
            {Column.CATEGORY: 200, Column.FTE: 96, Column.RATE: 126, Column.EXPOSED: 150, Column.MISSING: 160},
            {Column.FTE: 60, Column.RATE: 84, Column.EXPOSED: 96, Column.MISSING: 120},
        )
        self._arrange()

    def _fit_table(self) -> None:
        """As high as its rows, up to a few; beyond, it scrolls."""
        rows = min(self.model.rowCount(), MOST_ROWS)
        body = sum(self.table.rowHeight(row) for row in range(rows))
        bar = self.table.horizontalScrollBar()
        under = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.table.setFixedHeight(body + self.table.horizontalHeader().sizeHint().height() + under + theme.px(4))

    def _show(self, results: object) -> None:
        assert isinstance(results, Results)
        if not (self._wanted or self.isVisible()) or not results.professions:
            return
        self._wanted = False
        self.model.show_results(results)
        self.total.tell(total_words(results), total_provenance())
        self.rule.setText(labels.rule_sentence(results.study))
        profession = self._session.profession
        self.chart.show_results(results, Subject(profession.id if profession else ""))

    def _follow(self, row: int) -> None:
        result = self.model.result(row)
        if result is not None:
            self._show_results_of(result.profession.id)

    def _show_results_of(self, profession_id: str) -> None:
        self._session.choose_profession(profession_id)
        self._session.navigated.emit("results", "")


def caution() -> str:
    """What the working time exposed is, and what it is not."""
    return _(
        "The working time exposed is a calculation of this application: FTE × rate of the rule chosen, gross. It "
        "deducts neither the control of what AI produces nor training. It is not a forecast: it says nothing of the "
        "time or the posts a hospital will have."
    )


def total_words(results: Results) -> str:
    """« Temps de travail exposé : 12 à 18 ETP (1 métier sur 2) »."""
    known = sum(is_known(result) for result in results.professions)
    if not known:
        return _("Working time exposed: not known yet.")
    count = len(results.professions)
    words = ngettext(
        "Working time exposed: {exposed} ({known} of {count} profession)",
        "Working time exposed: {exposed} ({known} of {count} professions)",
        count,
    )
    return words.format(exposed=labels.fte_range(total_exposed(results.professions)), known=known, count=count)


def total_provenance() -> str:
    """What the total adds up."""
    return _(
        "The sum of FTE × rate over the professions whose FTE and rate are both known, under the low and under the "
        "high hypothesis."
    )

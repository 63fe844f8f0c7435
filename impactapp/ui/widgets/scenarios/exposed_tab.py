"""The working time exposed by profession, gross, as it is known today: no assumption about the years to come."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp import labels
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.charts import provenance as chart_provenance
from impactapp.ui.widgets.charts.figure import Figure
from impactapp.ui.widgets.charts.panel import ChartPanel
from impactapp.ui.widgets.scenarios.tables import keep_fitted
from impactapp.ui.widgets.tables.exposure import ExposureColumn, ExposureModel, is_known, total_exposed
from impactapp.ui.widgets.tables.view import TableView

PORTFOLIO = "portfolio"
Column = ExposureColumn


class ExposedTab(QWidget):
    """Total, table and chart; ``profession_asked`` leads to the results of a profession."""

    profession_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.total = Figure("section")
        self.caution = text.label(caution(), "muted", wrap=True)
        self.rule = text.label("", "muted", wrap=True)
        self.model = ExposureModel(self)
        self.table = TableView(self.model, Column.TITLE)
        self.table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("Working time exposed by profession"))
        self.chart = ChartPanel(session, (PORTFOLIO,), scrolls=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.total, self.rule, self.caution, self.table):
            column.addWidget(widget)
        column.addWidget(self.chart, 1)
        keep_fitted(self.table)
        self.table.doubleClicked.connect(lambda index: self._follow(index.row()))
        self.table.entered.connect(self._follow)
        self.chart.profession_picked.connect(self.profession_asked)
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.table.set_optional({Column.CATEGORY: 900})
        self.table.set_widths(
            {Column.CATEGORY: 200, Column.FTE: 96, Column.RATE: 126, Column.EXPOSED: 150, Column.MISSING: 160},
            {Column.FTE: 60, Column.RATE: 84, Column.EXPOSED: 96, Column.MISSING: 120},
        )

    def show_results(self, results: Results) -> None:
        """Follow newer results."""
        self.model.show_results(results)
        self.total.tell(total_words(results), total_provenance())
        self.rule.setText(labels.rule_sentence(results.study))
        profession = self._session.profession
        self.chart.show_results(results, Subject(profession.id if profession else ""))

    def help_text(self) -> str:
        """Where the current number comes from."""
        result = self.model.result(self.table.currentIndex().row())
        if self.table.hasFocus() and result is not None:
            return chart_provenance.of_exposed(result)
        return f"{self.total.provenance} {caution()}".strip()

    def _follow(self, row: int) -> None:
        result = self.model.result(row)
        if result is not None:
            self.profession_asked.emit(result.profession.id)


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

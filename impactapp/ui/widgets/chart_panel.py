"""The charts of a profession behind tabs, with their legend, their words and what can be taken away of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from impactapp.charts import catalogue
from impactapp.domain.analysis.results import Results
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.chart_actions import ChartActions
from impactapp.ui.widgets.chart_tabs import ChartTabs
from impactapp.ui.widgets.chart_view import ChartView
from impactapp.ui.widgets.table_rates import RatesTable
from impactapp.ui.widgets.table_tools import FlowLayout

RATES = "rates"


class ChartPanel(QWidget):
    """Shows the chosen chart of the chosen profession; its marks give ``task_picked``, its rows ``rule_picked``."""

    task_picked = Signal(str)
    profession_picked = Signal(str)
    rule_picked = Signal(str)

    def __init__(
        self, session: Session, names: tuple[str, ...], parent: QWidget | None = None, *, scrolls: bool = True
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._results: Results | None = None
        self._subject = catalogue.Subject()
        self.taking = ChartActions(session, self)
        self._titles = {name: catalogue.title(name) for name in names if name != RATES} | {RATES: _("Rates by rule")}
        short = self._titles | {"interval": _("Low to high")}
        self.tabs = ChartTabs([(name, short[name]) for name in names])
        # hidden only: what is shown before it has a parent becomes a window of its own
        if len(names) == 1:
            self.tabs.hide()
        self.view = ChartView()
        self.rates = RatesTable()
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self._words_shown = ""
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(_("The chart in words"))
        self._picture = _scrolling(self.view) if scrolls else self.view
        self._stack = QStackedWidget()
        for widget in (self._picture, self.words, self.rates):
            self._stack.addWidget(widget)
        self.copy_button = text.button(_("Copy the image"), self._copy, "link")
        self.save_button = text.button(_("Save…"), self._save, "link")
        self.words_button = text.button(_("Read as text"), self._turn, "link")
        self._lay_out()
        self.tabs.chosen.connect(lambda _name: self._display())
        self.view.task_picked.connect(self.task_picked)
        self.view.profession_picked.connect(self.profession_picked)
        self.view.drawn.connect(self._tell_words)
        self.view.failed.connect(session.broken)
        session.changing.connect(self.view.make_way)
        self.rates.rule_picked.connect(self.rule_picked)

    @property
    def chart(self) -> str:
        """The name of the chart shown, or ``RATES``."""
        return self.tabs.current

    def choose(self, name: str) -> None:
        """Show another chart."""
        self.tabs.choose(name)

    def show_results(self, results: Results, subject: catalogue.Subject) -> None:
        """Follow newer results or another profession."""
        self._results, self._subject = results, subject
        self._display()

    def _lay_out(self) -> None:
        # tabs and what can be taken away share a line where there is room: the picture needs the height
        head = QWidget()
        flow = FlowLayout(head, gap=12)
        for widget in (self.tabs, *self._buttons()):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.copy_button, self.save_button, self.words_button

    def _display(self) -> None:
        results, name = self._results, self.chart
        if results is None:
            return
        result = results.profession(self._subject.profession_id)
        for button in self._buttons():
            button.setVisible(name != RATES)
        if name == RATES:
            self._stack.setCurrentWidget(self.rates)
            if result is not None:
                self.rates.show_rates(result, results.study)
            return
        drawable = catalogue.is_available(name, results, self._subject)
        self.copy_button.setEnabled(drawable)
        self.save_button.setEnabled(drawable)
        reading = self._stack.currentWidget() is self.words
        self._stack.setCurrentWidget(self.words if reading else self._picture)
        self.view.show_chart(name, results, self._subject, self._titles[name])
        if reading:
            self._tell_words()

    def _turn(self) -> None:
        """From the picture to its words and back."""
        reading = self._stack.currentWidget() is not self.words
        self.words_button.setText(_("See as a picture") if reading else _("Read as text"))
        self._stack.setCurrentWidget(self.words if reading else self._picture)
        if reading:
            self._tell_words()
            self.words.setFocus()

    def _tell_words(self) -> None:
        if self._stack.currentWidget() is self.words and self._results is not None:
            words = catalogue.text_alternative(self.chart, self._results, self._subject)
            if words != self._words_shown:
                self._words_shown = words
                self.words.setPlainText(words)

    def _copy(self) -> None:
        if self._results is not None:
            self.taking.copy(self.chart, self._results, self._subject)

    def _save(self) -> None:
        if self._results is not None:
            self.taking.save(self.chart, self._titles[self.chart], self._results, self._subject)


def _scrolling(view: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(view)
    return area

"""Step 6: the working time exposed today, and the group's scenarios for the years to come, side by side."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from impactapp.charts.catalogue import SCENARIO_CHARTS
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.domain.scenario import Scenario
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import scenarios as words
from impactapp.ui import accessible, theme
from impactapp.ui.scenario_work import Outcomes, ScenarioWork
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.barriers.parts import Fitted, Parts
from impactapp.ui.widgets.charts.panel import ChartPanel
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.scenarios.exposed_tab import ExposedTab
from impactapp.ui.widgets.scenarios.list_tab import ScenarioListTab
from impactapp.ui.widgets.scenarios.sway_tab import SwayTab
from impactapp.ui.widgets.scenarios.years_tab import YearsTab
from impactapp.ui.widgets.tables.view import TableView
from impactapp.ui.widgets.workshop.training_cover import Cover

EXPOSED, LIST, YEARS, CHARTS, SWAY = "exposed", "scenarios", "years", "figures", "sensitivity"
TABS = (EXPOSED, LIST, YEARS, CHARTS, SWAY)
NO_SCENARIO = 5
OF_ONE = (YEARS, CHARTS, SWAY)


class ScenariosPage(QWidget):
    """Five tabs, the last three about the scenario that is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = False
        self._chosen_id = ""
        self._outcomes: Outcomes | None = None
        self._work = ScenarioWork(session, self)
        self.exposed = ExposedTab(session)
        self.list = ScenarioListTab(session)
        self.years = YearsTab()
        self.charts = ChartPanel(session, SCENARIO_CHARTS)
        self.charts.show_whole(True)
        self.sway = SwayTab()
        titles = (_("Time exposed"), _("Scenarios"), _("Year by year"), _("Figures"), _("What weighs most"))
        self.tabs = ChartTabs(list(zip(TABS, titles, strict=True)), called=_("Part of the page"))
        self.tabs.setAccessibleName(_("Parts of the page"))
        self.choice = ElidedChoice()
        self.choice.setSizeAdjustPolicy(ElidedChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(18)
        shown = (self.exposed, self.list, self.years, self.charts, self.sway)
        self._stack = Parts((*shown, self._no_scenario()))
        self._lay_out()
        self._connect()
        self._retheme()

    @property
    def table(self) -> TableView:
        """The table of the tab that is shown, for who leads the keyboard to the page."""
        tables = {LIST: self.list.board.view, YEARS: self.years.years, SWAY: self.sway.table}
        return tables.get(self.tabs.current, self.exposed.table)

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that is chosen, the first one where none is."""
        scenarios = self._session.study.scenarios if self._session.study else ()
        return next((one for one in scenarios if one.id == self._chosen_id), scenarios[0] if scenarios else None)

    def refresh(self, before: Study | None) -> None:
        """Show the current study; the numbers follow when they are ready."""
        if self._cover.follow():
            return
        study = self._session.study
        if before is None or study is None or before.id != study.id:
            self._outcomes = None
        self.list.refresh(anew=before is None)
        self._show_choice()
        self._show_chosen()
        self._show_part()
        if study is not None and study.professions:
            self._wanted = True
            self._session.request_results()

    def show_task(self, task_id: str) -> None:
        """Lead to a scenario."""
        if self.list.board.scenarios.row_of(task_id) >= 0:
            self.tabs.choose(LIST)
            self.list.board.show_scenario(task_id)

    def help_text(self) -> str:
        """Where the current number comes from, or what is typed."""
        told = (self.exposed.help_text, self.list.help_text, self.years.help_text, self._charts_help)
        return dict(zip(TABS, (*told, self.sway.help_text), strict=True))[self.tabs.current]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _lay_out(self) -> None:
        self._chooser = QWidget()
        pair = FlowLayout(self._chooser, gap=6)
        name = text.label(_("&Scenario"), "muted")
        name.setBuddy(self.choice)
        accessible.name_choice(self.choice, _("Scenario"))
        pair.addWidget(name)
        pair.addWidget(self.choice)
        self._head = QWidget()
        flow = FlowLayout(self._head, gap=16)
        for widget in (text.label(_("Scenarios"), "page"), self.tabs, self._chooser):
            flow.addWidget(widget)
        inside = Fitted()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._head)
        self._column.addWidget(self._stack, 1)
        self._cover = Cover(self._session, self._stack, lambda: self.refresh(None))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling.fitting(inside)
        self._whole = Parts((self._area, self._no_profession()))
        whole.addWidget(self._whole)

    def _no_scenario(self) -> QWidget:
        return EmptyState(
            _("No scenario yet"),
            _(
                "Scenarios will be here side by side: a horizon, how the tools are adopted, what control, training and "
                "practice for downtime take back, the departures. Nothing is assumed for the group."
            ),
            text.button(_("Add a scenario"), self._add_first, "primary"),
        )

    def _no_profession(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*page_head.margins(short=True))
        column.addWidget(text.label(_("Scenarios"), "page"))
        state = EmptyState(
            _("No scenario yet"),
            _("The working time exposed of all professions will be here, under the low and the high hypothesis."),
            text.button(_("Go to the professions"), lambda: self._session.navigated.emit("professions", ""), "primary"),
        )
        column.addWidget(state, 1)
        return page

    def _show_part(self) -> None:
        study = self._session.study
        at = TABS.index(self.tabs.current)
        self._whole.turn_to(0 if study is not None and study.professions else 1)
        if self.tabs.current != EXPOSED and not (study and study.scenarios):
            at = NO_SCENARIO
        self._chooser.setVisible(at < NO_SCENARIO and self.tabs.current in OF_ONE)
        self._stack.turn_to(at)
        self._arrange()

    def _show_choice(self) -> None:
        """List the scenarios; the chosen one stays chosen."""
        study, chosen = self._session.study, self.scenario
        self.choice.blockSignals(True)
        listed = [(one.id, one.title) for one in study.scenarios] if study else []
        if listed != [(self.choice.itemData(at), self.choice.itemText(at)) for at in range(self.choice.count())]:
            self.choice.clear()
            for scenario_id, title in listed:
                self.choice.addItem(title, scenario_id)
        if chosen is not None:
            self.choice.setCurrentIndex(self.choice.findData(chosen.id))
            self.choice.setToolTip(text.plain_tip(chosen.title))
        self.choice.blockSignals(False)

    # ------------------------------------------------------------------ results
    def _show_results(self, results: object) -> None:
        assert isinstance(results, Results)
        if not (self._wanted or self.isVisible()) or not results.professions:
            return
        self._wanted = False
        self.exposed.show_results(results)
        self._work.follow(results)

    def _show_outcomes(self, made: object) -> None:
        assert isinstance(made, Outcomes)
        if made.results.study is self._session.study:
            self._outcomes = made
            self._show_chosen()

    def _show_chosen(self) -> None:
        scenario, made = self.scenario, self._outcomes
        self.list.show_current(scenario)
        self.list.show_outcomes(made)
        found = made.by_id.get(scenario.id) if made and scenario else None
        if made is None or found is None:
            return
        self.years.show_outcome(found, made)
        self.sway.show_outcome(found)
        if self.tabs.current == CHARTS:
            self.charts.show_results(made.results, Subject(scenario_id=found.result.scenario.id))

    def _charts_help(self) -> str:
        current = self.charts.view.current_text if self.charts.view.hasFocus() else ""
        return "\n".join(filter(None, (current, words.scenario_caution())))

    # ------------------------------------------------------------------ commands
    def _connect(self) -> None:
        self._session.results_ready.connect(self._show_results)
        self._work.made.connect(self._show_outcomes)
        self.tabs.chosen.connect(lambda _name: self._turn_to())
        self.choice.activated.connect(lambda at: self._choose(str(self.choice.itemData(at))))
        self.list.board.chosen_changed.connect(self._follow_board)
        self.exposed.profession_asked.connect(self._show_results_of)
        self.charts.profession_picked.connect(self._show_results_of)
        theme.signals().changed.connect(self._retheme)

    def _turn_to(self) -> None:
        self._area.verticalScrollBar().setValue(0)
        self._show_part()
        self._show_chosen()

    def _choose(self, scenario_id: str) -> None:
        if scenario_id != self._chosen_id:
            self._chosen_id = scenario_id
            self.list.board.choose(scenario_id)
            self._show_choice()
            self._show_chosen()

    def _follow_board(self) -> None:
        current = self.list.board.current()
        if current is not None:
            self._choose(current.id)

    def _add_first(self) -> None:
        self.tabs.choose(LIST)
        self.list.board.add_first()

    def _show_results_of(self, profession_id: str) -> None:
        self._session.choose_profession(profession_id)
        self._session.navigated.emit("results", "")

    def _retheme(self) -> None:
        for tab in (self.exposed, self.list, self.years, self.sway):
            tab.retheme()
        self._arrange()

    def _arrange(self) -> None:
        short = page_head.is_short(self)
        self._column.setContentsMargins(*page_head.margins(short=short))
        self._column.setSpacing(theme.px(4 if short else 6))
        left, _top, right, _bottom = page_head.margins(short=short)
        # whether or not the page scrolls: folding must not hang on what it causes
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.tabs.fit(self.width() - left - right - bar)

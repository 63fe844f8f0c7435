"""The named scenarios: their settings side by side, what follows from each, and the lists of the chosen one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp.domain.scenario import Scenario
from impactapp.i18n import _
from impactapp.labels import scenarios as words
from impactapp.ui import theme
from impactapp.ui.models.scenario_columns import ScenarioColumn, heading, heading_tip
from impactapp.ui.scenario_work import Outcomes
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.charts.figure import Figure
from impactapp.ui.widgets.scenarios.board import ScenarioBoard
from impactapp.ui.widgets.scenarios.details import ScenarioDetails
from impactapp.ui.widgets.scenarios.tables import comparison_model, comparison_rows, reading_table
from impactapp.ui.widgets.tables.tools import TableTools

WIDTHS: dict[int, float] = {1: 96, 2: 150, 3: 150, 4: 108, 5: 200}
NARROW: dict[int, float] = {1: 80, 2: 104, 3: 104, 4: 92, 5: 140}


class ScenarioListTab(QWidget):
    """Tools, settings, comparison and details, one under the other: the page scrolls."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.board = ScenarioBoard(session, self)
        self.tools = TableTools(self.board.tools())
        self.comparison = comparison_model(self)
        self.table = reading_table(self.comparison, 0, _("Scenarios compared"))
        self.unset = Figure("strong")
        self.nothing = text.label("", "strong", wrap=True)
        self.nothing.hide()
        self.details = ScenarioDetails(session)
        self.caution = text.label(words.scenario_caution(), "small", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tools)
        self._column.addWidget(self.board.view)
        self._column.addWidget(self.unset)
        self._column.addWidget(text.label(_("Side by side, at the horizon"), "section"))
        self._column.addWidget(self.nothing)
        self._column.addWidget(self.table)
        self._column.addWidget(self.caution)
        self._column.addWidget(self.details)
        self._column.addStretch(1)
        self.table.row_chosen.connect(self._choose)
        self.table.entered.connect(lambda _row: self.board.view.setFocus())
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self._column.setSpacing(theme.px(8))
        self.board.retheme()
        self.details.retheme()
        self.table.set_widths(WIDTHS, NARROW)

    def refresh(self, *, anew: bool) -> None:
        """Follow the study."""
        self.tools.setEnabled(self._session.is_writable)
        self.board.refresh(anew=anew)

    def show_current(self, scenario: Scenario | None) -> None:
        """Show the lists of one scenario."""
        said = words.unset_sentence(scenario) if scenario else ""
        self.unset.tell(said, words.scenario_caution())
        self.details.show_scenario(scenario)

    def show_outcomes(self, made: Outcomes | None) -> None:
        """Show what follows from each scenario."""
        study = self._session.study
        if study is not None:
            self.comparison.show_rows(comparison_rows(study, made))
        counted = any(one.result.parts for one in made.by_id.values()) if made and made.by_id else True
        self.nothing.setVisible(not counted)
        if made is not None and not counted:
            self.nothing.setText(words.headline(next(iter(made.by_id.values())).result))

    def help_text(self) -> str:
        """What is typed in the current column, on which keys, and how the figures come about."""
        column = ScenarioColumn(max(0, self.board.view.currentIndex().column()))
        said = _("{column}: {words}").format(column=heading(column), words=heading_tip(column))
        keys = _(
            "F2 or typing changes a cell, Enter on the last row or Insert adds, Ctrl+D duplicates, Delete clears a "
            "percentage or removes the scenario."
        )
        return "\n".join((said, keys, words.scenario_caution()))

    def _choose(self, row: int) -> None:
        found = self.comparison.row(row)
        if found is not None:
            self.board.choose(found.about)

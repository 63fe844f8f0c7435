"""Which assumption of a scenario weighs most: a ranked list with its numbers and what was varied."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.labels import scenario_sways as swayed
from impactapp.ui import theme
from impactapp.ui.scenario_work import Outcome
from impactapp.ui.widgets import text
from impactapp.ui.widgets.charts.figure import Figure
from impactapp.ui.widgets.scenarios.tables import reading_table, show_part, sway_model, sway_rows

WIDTHS: dict[int, float] = {0: 64, 1: 190, 3: 92, 4: 92, 5: 128}
NARROW: dict[int, float] = {0: 60, 1: 130, 3: 76, 4: 76, 5: 92}
VARIED = 2


class SwayTab(QWidget):
    """Reads one scenario."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = Figure("section")
        self.method = text.label(swayed.sensitivity_method(), "muted", wrap=True)
        self.table = reading_table(sway_model(self), VARIED, _("Assumptions, the one that weighs most first"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.headline, self.method, self.table):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self._column.setSpacing(theme.px(6))
        self.table.set_widths(WIDTHS, NARROW)

    def show_outcome(self, made: Outcome) -> None:
        """Show one scenario."""
        self.headline.tell(swayed.sensitivity_sentence(made.sways, made.result), swayed.sensitivity_method())
        show_part(self.method, self.table, sway_rows(made))

    def help_text(self) -> str:
        """What is measured, and how."""
        return f"{self.headline.text()}\n{swayed.sensitivity_method()}"

"""One scenario year by year: the table, what the time is for, the professions left out, the teams that are small."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.labels import scenarios as words
from impactapp.ui import theme
from impactapp.ui.scenario_work import Outcome, Outcomes
from impactapp.ui.widgets import text
from impactapp.ui.widgets.charts.figure import Figure
from impactapp.ui.widgets.scenarios.tables import (
    left_out_rows,
    pairs_model,
    reading_table,
    show_part,
    small_team_rows,
    years_model,
    years_rows,
)

WIDTHS: dict[int, float] = {1: 96, 2: 128, 3: 112, 4: 100, 5: 128, 6: 128, 7: 100}
NARROW: dict[int, float] = {1: 84, 2: 92, 3: 88, 4: 92, 5: 116, 6: 92, 7: 92}
LEAST_YEAR = 64
REASON, MOST_FTE = 380, 150


class YearsTab(QWidget):
    """Reads one scenario."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = Figure("section")
        self.counted = Figure("muted")
        self.unset = Figure("strong")
        self.below = text.label("", wrap=True)
        self.departures = text.label("", "muted", wrap=True)
        self.years = reading_table(years_model(self), 0, _("The scenario year by year, in FTE"))
        self.uses = text.label("", wrap=True)
        out_headings = (_("Profession"), _("Why it is not counted"))
        self.left_out = reading_table(pairs_model(out_headings, self), 0, _("Professions that are not counted"))
        team_headings = (_("Team"), _("FTE at most"))
        self.small = reading_table(pairs_model(team_headings, self, number=True), 0, _("Teams that are too small"))
        self._headings = {
            "years": text.label(_("Year by year, in FTE"), "section"),
            "uses": text.label(_("What the time is for"), "section"),
            "left_out": text.label(_("Professions that are not counted"), "section"),
            "small": text.label(words.small_teams_sentence(), "section", wrap=True),
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        at_top = (self.headline, self.counted, self.unset, self.below, self.departures)
        tables = (self._headings["years"], self.years, self._headings["uses"], self.uses)
        lists = (self._headings["small"], self.small, self._headings["left_out"], self.left_out)
        for widget in (*at_top, *tables, *lists):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self._column.setSpacing(theme.px(6))
        self.years.set_widths(WIDTHS, NARROW, LEAST_YEAR)
        self.left_out.set_widths({1: REASON}, {1: REASON / 2})
        self.small.set_widths({1: MOST_FTE})

    def show_outcome(self, made: Outcome, outcomes: Outcomes) -> None:
        """Show one scenario."""
        result, study = made.result, outcomes.results.study
        self.headline.tell(words.headline(result), words.scenario_caution())
        self.counted.tell(words.counted_sentence(result, study), words.scenario_caution())
        self.unset.tell(words.unset_sentence(result.scenario), words.scenario_caution())
        for label, said in ((self.below, words.net_caution(result)), (self.departures, _gone(made))):
            label.setText(said)
            label.setVisible(bool(said))
        show_part(self._headings["years"], self.years, years_rows(result) if result.parts else [])
        lines = [words.use_line(one.use.title, one.use.share, one.fte, result.fte) for one in result.uses]
        self.uses.setText(text.breakable("\n".join(lines)))
        self.uses.setVisible(bool(lines))
        self._headings["uses"].setVisible(bool(lines))
        show_part(self._headings["small"], self.small, small_team_rows(result, study))
        show_part(self._headings["left_out"], self.left_out, left_out_rows(result, study))

    def help_text(self) -> str:
        """How the figures come about."""
        return "\n".join(filter(None, (self.headline.text(), self.unset.text(), words.scenario_caution())))


def _gone(made: Outcome) -> str:
    return words.departures_sentence(made.result) if made.result.parts else ""

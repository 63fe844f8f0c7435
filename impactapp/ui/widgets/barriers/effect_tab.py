"""The exposure before and after the measures in figures, with the hours it would take to come to a class."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.charts.catalogue import Mark, Subject
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.level import HYPOTHESES, Hypothesis, Level
from impactapp.domain.skill import BarrierState
from impactapp.i18n import _, ngettext
from impactapp.labels import skills as skill_labels
from impactapp.ui import accessible, theme
from impactapp.ui.models.barrier_needs import MECHANISMS, NeedsModel
from impactapp.ui.session import Session
from impactapp.ui.widgets import scrolling, text
from impactapp.ui.widgets.barriers.list_tab import counting_words
from impactapp.ui.widgets.barriers.parts import Fitted
from impactapp.ui.widgets.charts.figure import Figure
from impactapp.ui.widgets.charts.panel import ChartPanel
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.tables.view import TableView

CHARTS = ("skill_map", "exposure")
# on the drawing board: from this width on, the list stands beside the figures; the least height of the figures
BESIDE, NEEDS, FIGURES = 880, 390, 300
# of each mechanism, whose words are longer than the hours below them
HOURS = {1: 92, 2: 128}
FEWEST_ROWS = 4


class BarrierEffectTab(QWidget):
    """``skill_asked`` leads to a skill, whose hours of practice are stated there."""

    skill_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._results: Results | None = None
        self._result: ProfessionResult | None = None
        self.headline = Figure("section")
        self.counted = Figure("muted")
        self.hypothesis = QComboBox()
        for one in HYPOTHESES:
            word = labels.hypothesis_word(one)
            self.hypothesis.addItem(f"{labels.hypothesis_mark(one)} {word[:1].upper()}{word[1:]}", one.value)
        self.hypothesis.setCurrentIndex(self.hypothesis.findData(Hypothesis.HIGH.value))
        self.charts = ChartPanel(session, CHARTS)
        self.charts.tabs.setAccessibleName(_("Figures before and after the measures"))
        self.charts.view.lead = _lead
        self.target = QComboBox()
        for level in (Level.FAIBLE, Level.MOYEN):
            word = skill_labels.exposure_word(level)
            self.target.addItem(f"{word[:1].upper()}{word[1:]}", level.value)
        self.needs = NeedsModel(self)
        self.table = TableView(self.needs, 0)
        self.table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("Hours it would take, skill by skill"))
        self.said = text.label("", "small", wrap=True)
        self.go_button = text.button(_("Go to this skill"), self._go, "link")
        self.limits = Figure("small")
        self._lay_out()
        self._connect()
        self.retheme()

    @property
    def shown(self) -> Results | None:
        """The results the figures are drawn from."""
        return self._results

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.charts.setMinimumHeight(theme.px(FIGURES))
        self._arrange()

    def show_results(self, results: Results, result: ProfessionResult) -> None:
        """Follow newer results or another profession."""
        self._results, self._result = results, result
        self.headline.tell(skill_labels.skills_headline(result), " ".join(skill_labels.model_limits()))
        self.counted.tell(_counted(result), counting_words())
        self.limits.tell(" ".join((*_limits(), skill_labels.unrestored_limit())), " ".join(skill_labels.model_limits()))
        self._show_needs()
        self._draw()

    def show_skill(self, skill_id: str) -> None:
        """Put the focus on what one skill would take."""
        self.table.go_to(self.needs.row_of(skill_id), 0)

    def help_text(self) -> str:
        """Where the figures come from, and what they cannot say."""
        current = self.charts.view.current_text if self.charts.view.hasFocus() else ""
        return "\n".join(filter(None, (current, counting_words(), _needs_words(), *skill_labels.model_limits())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _draw(self) -> None:
        if self._results is not None and self._result is not None:
            hypothesis = Hypothesis(self.hypothesis.currentData())
            self.charts.show_results(self._results, Subject(self._result.profession.id, "", hypothesis, _limits()))

    def _show_needs(self) -> None:
        if self._result is not None:
            self.needs.show_needs(self._result.skills, Level(self.target.currentData()))
            if not self.table.currentIndex().isValid() and self.needs.rowCount():
                self.table.setCurrentIndex(self.needs.index(0, 0))
            self._show_current()

    def _show_current(self) -> None:
        """What the hours of the current skill mean, in sentences."""
        found = self.needs.result(self.table.currentIndex().row())
        lines = [
            _("{mechanism}: {words}").format(
                mechanism=skill_labels.mechanism_word(mechanism), words=_within(self.needs.sentence(found, column))
            )
            for column, mechanism in enumerate(MECHANISMS, 1)
            if found is not None
        ]
        self.said.setText("\n".join(lines))
        self.go_button.setVisible(found is not None)

    def _go(self) -> None:
        found = self.needs.result(self.table.currentIndex().row())
        if found is not None:
            self.skill_asked.emit(found.skill.id)

    def _connect(self) -> None:
        self.hypothesis.currentIndexChanged.connect(lambda _index: self._draw())
        self.target.currentIndexChanged.connect(lambda _index: self._show_needs())
        self.charts.tabs.chosen.connect(lambda name: self._chosen_hypothesis.setVisible(name == CHARTS[0]))
        self.charts.view.skill_picked.connect(self.show_skill)
        self.table.row_chosen.connect(lambda _row: self._show_current())
        self.table.entered.connect(lambda _row: self._go())

    def _arrange(self) -> None:
        """Side by side, or the list under the figures where there is no room for both."""
        beside = self.width() >= theme.px(BESIDE)
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        # where the page scrolls, the figures do not scroll in their own place
        self.charts.show_whole(not beside)
        self._list.setMaximumWidth(theme.px(NEEDS) if beside else 16_777_215)
        self._list.setMinimumWidth(theme.px(NEEDS) if beside else 0)
        self.table.set_widths(dict(HOURS))
        self.table.setMinimumHeight(self.table.height_of_rows(FEWEST_ROWS))

    def _lay_out(self) -> None:
        self._chosen_hypothesis = _named(_("&Hypothesis"), self.hypothesis)
        self._list = QWidget()
        listed = QVBoxLayout(self._list)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(theme.px(4))
        head = QWidget()
        flow = FlowLayout(head, gap=12)
        flow.addWidget(text.label(_("What it would take"), "section"))
        flow.addWidget(_named(_("&To come to"), self.target))
        for widget in (head, self.table, self.said):
            listed.addWidget(widget, int(widget is self.table))
        listed.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(theme.px(16))
        self._both.addWidget(self.charts, 1)
        self._both.addWidget(self._list)
        inside = Fitted()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        said = QWidget()
        line = FlowLayout(said, gap=12)
        line.addWidget(self.counted)
        line.addWidget(self._chosen_hypothesis)
        column.addWidget(self.headline)
        column.addWidget(said)
        column.addLayout(self._both, 1)
        column.addWidget(self.limits)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling.fitting(inside))


def _limits() -> tuple[str, ...]:
    """The limits printed under the figures, which print the others: whose rule it is, and what a measure restores."""
    return skill_labels.model_limits()[0], skill_labels.model_limits()[-1]


def _needs_words() -> str:
    return _(
        "The hours are beyond those the measures restore already, under the high hypothesis; Enter leads to the skill, "
        "where its hours of practice before AI are stated."
    )


def _counted(result: ProfessionResult) -> str:
    """How many measures wait for a decision, and that they count for nothing."""
    barriers = result.profession.barriers
    considered = sum(barrier.state is BarrierState.CONSIDERED for barrier in barriers)
    if not considered:
        return counting_words()
    return ngettext(
        "{count} measure is considered and counts for nothing until it is decided.",
        "{count} measures are considered and count for nothing until they are decided.",
        considered,
    ).format(count=considered)


def _within(sentence: str) -> str:
    """A sentence after a colon."""
    return f"{sentence[:1].lower()}{sentence[1:]}"


def _lead(mark: Mark) -> str:
    """Where a click on a mark leads."""
    return _("A click leads to what this skill would take.") if mark.skill_id else ""


def _named(words: str, choice: QComboBox) -> QWidget:
    """A choice after its name; on Linux a combo box is named by its label only."""
    name: QLabel = text.label(words, "muted")
    name.setBuddy(choice)
    accessible.name_choice(choice, words.replace("&", ""))
    pair = QWidget()
    row = FlowLayout(pair, gap=6)
    row.addWidget(name)
    row.addWidget(choice)
    return pair

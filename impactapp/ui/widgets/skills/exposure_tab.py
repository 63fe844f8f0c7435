"""The exposure of the skills in one sentence and in figures, with what drives it and what it cannot say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.charts import catalogue
from impactapp.charts.catalogue import Mark, Subject
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.edits.studies import set_exposure_rule
from impactapp.domain.level import HYPOTHESES, Hypothesis
from impactapp.domain.rule import Rule
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.ui import accessible, theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import scrolling, text
from impactapp.ui.widgets.charts.figure import Figure
from impactapp.ui.widgets.charts.panel import ChartPanel
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.skills.rule import ExposureRuleButton

OF_ONE_SKILL = ("skill_practice", "retention")
OF_ONE_HYPOTHESIS = ("skill_map",)
# those that stand above the figures, which print the others; all of them answer to hovering and to F1
MOST_LIMITS = 2


class SkillExposureTab(QWidget):
    """``skill_picked`` and ``task_picked`` follow a click on a mark."""

    skill_picked = Signal(str)
    task_picked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._results: Results | None = None
        self._profession_id = ""
        self._offered: list[tuple[str, str]] = []
        self.headline = Figure("section")
        self.rule = Figure("muted")
        self.change_rule = ExposureRuleButton()
        self.hypothesis = QComboBox()
        for one in HYPOTHESES:
            word = labels.hypothesis_word(one)
            self.hypothesis.addItem(f"{labels.hypothesis_mark(one)} {word[:1].upper()}{word[1:]}", one.value)
        self.hypothesis.setCurrentIndex(self.hypothesis.findData(Hypothesis.HIGH.value))
        self.skill = ElidedChoice()
        self.charts = ChartPanel(session, catalogue.SKILL_CHARTS, scrolls=False)
        self.charts.tabs.setAccessibleName(_("Figures of the skills"))
        self.charts.view.lead = _lead
        self.limits = Figure("small")
        self._choices = (
            _named(_("&Hypothesis"), self.hypothesis),
            _named(_("&Skill"), self.skill),
        )
        self._lay_out()
        # told before it has a parent, it would be a window of its own
        self.limits.tell(" ".join(skill_labels.model_limits()[:MOST_LIMITS]), " ".join(skill_labels.model_limits()))
        self._connect()
        self._show_choices()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.skill.setMaximumWidth(theme.px(260))

    def show_results(self, results: Results, result: ProfessionResult) -> None:
        """Follow newer results or another profession."""
        self._results, self._profession_id = results, result.profession.id
        study = results.study
        self.headline.tell(skill_labels.skills_headline(result), " ".join(skill_labels.model_limits()))
        self.rule.tell(skill_labels.exposure_rule_sentence(study), skill_labels.exposure_rule_sentence(study))
        self.change_rule.show_rules(study)
        self.change_rule.setEnabled(self._session.is_writable)
        self._offer_skills([(skill.skill.id, skill.skill.title) for skill in result.skills])
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def help_text(self) -> str:
        """Where the exposure comes from, and what it cannot say."""
        current = self.charts.view.current_text if self.charts.view.hasFocus() else ""
        return "\n".join(filter(None, (current, self.rule.text(), *skill_labels.model_limits())))

    def _offer_skills(self, found: Sequence[tuple[str, str]]) -> None:
        offered = [("", _("The most exposed")), *found]
        if offered == self._offered:
            return
        chosen = self.skill.currentData()
        self._offered = offered
        self.skill.blockSignals(True)
        self.skill.clear()
        for skill_id, title in offered:
            self.skill.addItem(title, skill_id)
        self.skill.setCurrentIndex(max(0, self.skill.findData(chosen)))
        self.skill.blockSignals(False)

    def _draw(self) -> None:
        if self._results is not None and self.isVisible():
            hypothesis = Hypothesis(self.hypothesis.currentData())
            result = self._results.profession(self._profession_id)
            # the page names who proposed the skills
            sources = skill_labels.sources_sentence([result.profession] if result else [])
            said = (sources, *skill_labels.model_limits()[:MOST_LIMITS])
            subject = Subject(self._profession_id, str(self.skill.currentData() or ""), hypothesis, said)
            self.charts.show_results(self._results, subject)

    def _show_choices(self) -> None:
        """Only what the figure shown depends on can be chosen."""
        for choice, figures in zip(self._choices, (OF_ONE_HYPOTHESIS, OF_ONE_SKILL), strict=True):
            choice.setVisible(self.charts.chart in figures)

    def _set_rule(self, code: str) -> None:
        self._session.apply(set_exposure_rule(Rule(code)))

    def _connect(self) -> None:
        self.change_rule.rule_picked.connect(self._set_rule)
        self.hypothesis.currentIndexChanged.connect(lambda _index: self._draw())
        self.skill.currentIndexChanged.connect(lambda _index: self._draw())
        self.charts.tabs.chosen.connect(lambda _name: self._show_choices())
        self.charts.task_picked.connect(self.task_picked)
        self.charts.view.skill_picked.connect(self.skill_picked)

    def _lay_out(self) -> None:
        said = QWidget()
        flow = FlowLayout(said, gap=12)
        for widget in (self.rule, self.change_rule, *self._choices):
            flow.addWidget(widget)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.headline)
        column.addWidget(said)
        column.addWidget(self.limits)
        column.addWidget(self.charts, 1)
        area = scrolling.fitting(inside)
        # a bar that came and went would change the width, hence the height of the figure, hence the bar
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)


def _lead(mark: Mark) -> str:
    """Where a click on a mark leads."""
    if mark.task_id:
        return _("A click leads to the links of this activity.")
    return _("A click leads to this skill in the table.") if mark.skill_id else ""


def _named(words: str, choice: QComboBox) -> QWidget:
    """A choice after its name; on Linux a combo box is named by its label only."""
    name: QLabel = text.label(words, "muted")
    name.setBuddy(choice)
    accessible.name_choice(choice, words.replace("&", ""))
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addWidget(name)
    row.addWidget(choice)
    return pair

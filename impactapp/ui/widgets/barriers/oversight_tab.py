"""Human oversight: the skills each validated activity rests on, and the measures that keep them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp.domain.analysis.checks import FindingCode
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.skill import Skill
from impactapp.i18n import _
from impactapp.labels import found as finding_labels
from impactapp.labels import skills as skill_labels
from impactapp.ui import theme
from impactapp.ui.models.oversight_model import KEPT, LEVEL, SKILL, TASK, OversightModel, OversightRow, oversight_rows
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.barriers.parts import Parts
from impactapp.ui.widgets.charts.figure import Figure
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.skills.panel import Said, WordsPanel
from impactapp.ui.widgets.skills.sided import Sided
from impactapp.ui.widgets.tables.view import TableView

WIDE = 860
ROOM = 960
WIDTHS: dict[int, float] = {LEVEL: 84, SKILL: 180, KEPT: 170}
NARROW: dict[int, float] = {LEVEL: 72, SKILL: 128, KEPT: 116}
FINDINGS = (FindingCode.OVERSIGHT_WITHOUT_BARRIER, FindingCode.OVERSIGHT_WITHOUT_SKILL)
FEWEST_ROWS = 3
FILLED, EMPTY = 0, 1


class OversightTab(QWidget):
    """``measure_asked`` names the skill a measure is wanted for."""

    measure_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.findings = Figure("strong")
        self.model = OversightModel(self)
        self.table = TableView(self.model, TASK)
        self.table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("Skills the human oversight rests on"))
        self.table.set_dense(True)
        self.create_button = text.button("", self._create)
        self.link_button = text.button(_("Go to the links"), self._go_to_links)
        self.panel = WordsPanel(_("Details of the oversight"))
        self.sided = Sided(self._filled(), self.panel, WIDE)
        self.stack = Parts((self.sided, self._nothing_yet()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.table.row_chosen.connect(lambda _row: self.show_current())
        self.table.entered.connect(lambda _row: self._act())
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.panel.retheme()
        self.sided.arrange()
        self._share_width()

    def set_dense(self, *, short: bool) -> None:
        """Lower than its fewest rows the table never gets; fewer where height is scarce."""
        self.table.setMinimumHeight(self.table.height_of_rows(FEWEST_ROWS - short))

    def show_results(self, results: Results, result: ProfessionResult) -> None:
        """Follow newer results or another profession."""
        rows = oversight_rows(result.oversight, result.profession)
        self.stack.turn_to(FILLED if rows else EMPTY)
        self.model.show_rows(rows)
        found = [one for one in results.findings if one.profession_id == result.profession.id and one.code in FINDINGS]
        groups = finding_labels.finding_groups(found)
        self.findings.tell(
            "\n".join(finding_labels.finding_group_title(group, results.study) for group in groups), rule_words()
        )
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, TASK))
        self.show_current()

    def show_item(self, item_id: str) -> bool:
        """Put the focus on an activity or a skill; ``False`` when no oversight rests on it."""
        row = self.model.find(item_id)
        if row >= 0:
            self.table.go_to(row, TASK)
        return row >= 0

    def show_current(self) -> None:
        """Say what the current row means, and what can be done about it."""
        row = self.current()
        self.create_button.setVisible(row is not None and row.skill is not None)
        self.link_button.setVisible(row is not None and row.skill is None)
        self.create_button.setEnabled(self._session.is_writable)
        if row is None:
            self.panel.say([])
            return
        another = _("Create another measure for this skill") if row.is_kept else _("Create a measure for this skill")
        self.create_button.setText(another)
        self.panel.say(
            [
                Said(skill_labels.oversight_sentence(row.oversight)),
                Said(rule_words(), "muted"),
                Said(_("European regulation on AI (AI Act)"), "strong"),
                *(Said(words, "small") for words in act_words()),
            ]
        )

    def current(self) -> OversightRow | None:
        """What the keys act on."""
        return self.model.row(self.table.currentIndex().row())

    def help_text(self) -> str:
        """What an oversight rests on, and which articles speak of it."""
        row = self.current()
        said = skill_labels.oversight_sentence(row.oversight) if row else ""
        keys = _("Enter creates a measure for the skill of the row, or leads to the links where none is linked.")
        return "\n".join(filter(None, (said, keys, rule_words(), *act_words())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Wider columns where the titles of the activities have room too."""
        self.table.set_widths(WIDTHS if self.width() >= theme.px(ROOM) else NARROW)

    def _act(self) -> None:
        row = self.current()
        if row is not None and row.skill is None:
            self._go_to_links()
        else:
            self._create()

    def _create(self) -> None:
        row = self.current()
        skill: Skill | None = row.skill if row else None
        if skill is not None and self._session.is_writable:
            self.measure_asked.emit(skill)

    def _go_to_links(self) -> None:
        row = self.current()
        self._session.navigated.emit("skills", row.task.id if row else "")

    def _filled(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in (self.create_button, self.link_button):
            flow.addWidget(button)
        for widget in (self.findings, self.table, buttons):
            column.addWidget(widget, int(widget is self.table))
        return content

    def _nothing_yet(self) -> QWidget:
        return EmptyState(
            _("No human oversight yet"),
            _(
                "The activities rated Medium or High whose AI output a human validates will be here, with the skills "
                "this rests on: tick the validation in the links."
            ),
            text.button(_("Go to the links"), self._go_to_links, "primary"),
        )


def rule_words() -> str:
    """When a skill counts as kept; our rule."""
    return _(
        "Listed: activities rated Medium or High under the high hypothesis whose AI output a human validates. A skill "
        "is kept when a measure against atrophy, decided or in place, gives it hours (rule of this tool)."
    )


def act_words() -> tuple[str, ...]:
    """What the European regulation on AI says of oversight, and what follows for skills."""
    return (
        _("Article 14: human oversight is provided for by design."),
        _("Article 26: human oversight by the deployer."),
        _("Recital 73: those who oversee need competence, training and authority."),
        _("So a substituted activity that also carries the oversight needs a plan to keep the skill (our reading)."),
    )

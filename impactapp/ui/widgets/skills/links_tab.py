"""The links between activities and skills as a matrix, with what the current cell means beside it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import LinkResult
from impactapp.domain.profession import Task
from impactapp.domain.skill import Skill, Stage
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.ui import theme
from impactapp.ui.models import link_cells
from impactapp.ui.models.link_cells import FIRST_SKILL, VALIDATED
from impactapp.ui.models.link_model import LinkModel
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.skills.link_commands import LinkCommands
from impactapp.ui.widgets.skills.link_table import LinkTable
from impactapp.ui.widgets.skills.panel import Said, WordsPanel
from impactapp.ui.widgets.skills.sided import Sided

WIDE = 940
INTENSITIES = (0, 1, 2, 3)


class SkillLinksTab(QWidget):
    """Matrix, legend in words, panel."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._result: ProfessionResult | None = None
        self.model = LinkModel(session, self)
        self.table = LinkTable(self.model)
        self.panel = WordsPanel(_("Details of the link"))
        self.legend = text.label(link_cells.legend(), "small", wrap=True)
        self._commands = LinkCommands(session, self.model, self.table)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.legend)
        self.sided = Sided(content, self.panel, WIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sided)
        self.table.current_changed.connect(self.show_current)

    def retheme(self) -> None:
        """Take the colours and sizes of the current theme."""
        self.table.retheme()
        self.panel.retheme()
        self.sided.arrange()

    def set_dense(self, *, short: bool) -> None:
        """Less around the matrix where height is scarce; lower than a few rows it never gets."""
        self._column.setSpacing(theme.px(4 if short else 8))
        self.table.setMinimumHeight(theme.px(170 if short else 240))

    def refresh(self, *, anew: bool) -> None:
        """Follow the study; what undo or redo changed becomes the current cell unless ``anew``."""
        current = self.table.currentIndex()
        held = (self.model.tasks[current.row()].id, self._skill_id(current.column())) if current.isValid() else ("", "")
        changed = self.model.refresh()
        if not self.table.currentIndex().isValid():
            self._return_to(*held)
        elif changed and not anew and not self._commands.is_editing and self.table.isVisible():
            now = self.table.currentIndex()
            if (now.row(), now.column()) not in changed:
                self.table.go_to(*changed[0])
        self.show_current()

    def show_results(self, result: ProfessionResult) -> None:
        """Follow newer results."""
        self._result = result
        self.show_current()

    def show_task(self, task_id: str) -> None:
        """Put the focus on the row of an activity: on its first link, else on its first skill."""
        row = self.model.row_of(task_id)
        if row >= 0:
            columns = range(FIRST_SKILL, self.model.columnCount())
            linked = next((at for at in columns if self.model.link_at(row, at)), None)
            self.table.go_to(row, linked or min(FIRST_SKILL, self.model.columnCount() - 1))
            self.table.setFocus()

    def show_current(self) -> None:
        """Say what the current cell means."""
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.tasks):
            self.panel.say([])
            return
        task, skill = self.model.tasks[index.row()], self.model.skill_at(index.column())
        lines = self._validation_lines(task) if skill is None else self._link_lines(task, skill, index.column())
        self.panel.say([Said(task.title, "strong"), *lines])

    def help_text(self) -> str:
        """What a link is, and on which keys it is set."""
        return "\n".join(
            (
                _("How much each activity practises each skill, typed by the group: the exposure rests on it."),
                link_cells.legend(),
                _(
                    "The letters are the keys: they act on all selected cells. Delete clears, Ctrl+C and Ctrl+V copy "
                    "and paste figures from Excel, Tab goes to the next cell, Ctrl+Tab leaves the matrix."
                ),
            )
        )

    def _link_lines(self, task: Task, skill: Skill, column: int) -> list[Said]:
        link = self.model.link_at(self.model.row_of(task.id), column)
        found = self._link_result(skill.id, task.id)
        return [
            Said(skill.title),
            Said(_sentence(link_cells.link_words(link)), note=True),
            Said(skill_labels.link_sentence(found) if found else "", "muted"),
            Said(_("Intensity"), "strong"),
            *(Said(skill_labels.intensity_word(intensity), "small") for intensity in INTENSITIES),
            Said(_("Learning stage"), "strong"),
            *(Said(skill_labels.stage_sentence(stage), "small") for stage in Stage),
        ]

    def _validation_lines(self, task: Task) -> list[Said]:
        oversight = self._result.oversight if self._result else ()
        said = next((skill_labels.oversight_sentence(one) for one in oversight if one.task.id == task.id), "")
        return [
            Said(_sentence(link_cells.validated_words(task)), note=True),
            Said(said, "muted"),
            Said(link_cells.heading_tip(None), "small"),
        ]

    def _link_result(self, skill_id: str, task_id: str) -> LinkResult | None:
        skills = self._result.skills if self._result else ()
        found = next((one for one in skills if one.skill.id == skill_id), None)
        return next((link for link in found.links if link.task.id == task_id), None) if found else None

    def _skill_id(self, column: int) -> str:
        skill = self.model.skill_at(column)
        return skill.id if skill else ""

    def _return_to(self, task_id: str, skill_id: str) -> None:
        """After rows or columns came or went: the same cell, else the first link."""
        if self.model.tasks:
            column = self.model.column_of(skill_id) if skill_id else VALIDATED if task_id else FIRST_SKILL
            column = min(column if column >= 0 else FIRST_SKILL, self.model.columnCount() - 1)
            self.table.go_to(max(0, self.model.row_of(task_id)), column)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."

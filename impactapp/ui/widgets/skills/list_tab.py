"""The skills of the profession as a table, with all there is to say of one of them beside it."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.edits.skills import describe_skill
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.skill import Skill
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.ui import theme
from impactapp.ui.models.skill_columns import SkillColumn, heading, heading_tip
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.rating.editor import JustificationEditor
from impactapp.ui.widgets.skills.board import SkillBoard
from impactapp.ui.widgets.skills.panel import Said, WordsPanel
from impactapp.ui.widgets.skills.sided import Sided
from impactapp.ui.widgets.tables.tools import TableTools

WIDE = 1320
FEWEST_ROWS = 3
# the title, the name of the field and the field stand before what is said
_BEFORE = 3


class SkillListTab(QWidget):
    """Table, tools, and the sentence of the current skill under the table. ``sided`` tells how the panel stands."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._skill: Skill | None = None
        self.board = SkillBoard(session, self)
        self.tools = TableTools(self.board.tools())
        self.sentence = text.label("", "muted", wrap=True)
        self.title = _title()
        self.editor = JustificationEditor()
        self._named = text.label(_("&Description"), "muted")
        self._named.setBuddy(self.editor)
        self.panel = WordsPanel(_("Details of the skill"))
        for position, widget in enumerate((self.title, self._named, self.editor)):
            self.panel.place(widget, position)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tools)
        self._column.addWidget(self.board.view, 1)
        self._column.addWidget(self.sentence)
        self.sided = Sided(content, self.panel, WIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sided)
        self.board.chosen_changed.connect(self.show_current)
        self.editor.written.connect(self._written)
        self.editor.left.connect(self.board.view.setFocus)
        self.editor.refused.connect(self._refuse)
        self.board.view.set_dense(True)
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.board.retheme()
        self.panel.retheme()
        self.sided.arrange()
        self.editor.setFixedHeight(theme.px(76))

    def set_dense(self, *, short: bool, low: bool) -> None:
        """Less around the table where the page is ``low`` or even ``short``; its fewest rows it always shows."""
        self._column.setSpacing(theme.px(4 if short else 8))
        self.sentence.setVisible(not low)
        self.board.view.setMinimumHeight(self.board.view.height_of_rows(FEWEST_ROWS))

    def show_current(self) -> None:
        """Say all there is to say of the current skill."""
        skill = self.board.current()
        if skill is None or self._skill is None or skill.id != self._skill.id:
            self.editor.hand_over()
            self._skill = skill
            self.editor.load(skill.description if skill else "")
        else:
            self._skill = skill
            self.editor.follow(skill.description)
        words = skill.title if skill else _("Choose a skill to read about it here.")
        self.title.setText(text.breakable(words))
        self.title.setAccessibleName(words)
        for widget in (self._named, self.editor):
            widget.setVisible(skill is not None)
        self.editor.setReadOnly(not self._session.is_writable)
        if skill is not None:
            self.editor.setAccessibleName(_("Description of {skill}").format(skill=skill.title))
        result = self.board.skills.result(skill.id) if skill else None
        said = skill_labels.skill_sentence(result) if result else ""
        self.sentence.setText(f"{skill.title} — {said}" if skill and said else "")
        self.panel.say(self._lines(skill) if skill else [], _BEFORE)

    def _lines(self, skill: Skill) -> list[Said]:
        result = self.board.skills.result(skill.id)
        lines = [
            Said(skill.source, note=True),
            Said(skill_labels.criticality_sentence(skill.criticality)),
            Said(f"{skill_labels.kind_word(skill.kind)} · {skill_labels.retention_word(skill.retention)}", "muted"),
        ]
        if result is not None:
            lines += [
                Said(_("Exposure"), "strong"),
                Said(skill_labels.skill_sentence(result)),
                *(Said(skill_labels.link_sentence(link), "muted") for link in result.links),
            ]
        return [*lines, Said(_("Limits"), "strong"), *(Said(limit, "small") for limit in skill_labels.model_limits())]

    def help_text(self) -> str:
        """What is typed or computed in the current column, and on which keys."""
        column = SkillColumn(max(0, self.board.view.currentIndex().column()))
        keys = _(
            "F2 or typing changes a cell, Enter on the last row or Insert adds, Ctrl+V pastes a list, Alt+Up and "
            "Alt+Down move, Delete removes."
        )
        computed = "" if column < SkillColumn.PRACTICE else skill_labels.model_limits()[0]
        said = _("{column}: {words}").format(column=heading(column), words=heading_tip(column))
        return "\n".join(filter(None, (said, computed, keys)))

    def _written(self, words: str) -> None:
        profession = self._session.profession
        if profession is not None and self._skill is not None:
            self._session.submit(describe_skill(profession.id, self._skill, words))

    def _refuse(self) -> None:
        self._session.refused.emit(labels.sentence(EditError(Problem.STUDY_READ_ONLY)))


def _title() -> QLabel:
    label = text.label("", "strong", wrap=True)
    # one long word must not widen the panel
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label

"""The page of skills over a real study file, as the window would hold it, with everything it says."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Link, Skill
from impactapp.domain.study import Study
from impactapp.ui.models.link_cells import FIRST_SKILL
from impactapp.ui.pages.skills_page import SkillsPage
from impactapp.ui.session import Session
from tests.ui.results.stage import wait_until

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PLAIN, CTRL, SHIFT = Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier


@dataclass
class Stage:
    """What a test acts on and looks at."""

    session: Session
    page: SkillsPage
    refused: list[str] = field(default_factory=list)
    informed: list[str] = field(default_factory=list)
    navigated: list[tuple[str, str]] = field(default_factory=list)

    def listen(self) -> None:
        """Follow the session as the window does."""
        self.session.changed.connect(lambda before, after: self.page.refresh(before))
        self.session.profession_chosen.connect(lambda chosen: self.page.refresh(None))
        self.session.refused.connect(self.refused.append)
        self.session.informed.connect(self.informed.append)
        self.session.navigated.connect(lambda page, item: self.navigated.append((page, item)))

    @property
    def study(self) -> Study:
        """The study now."""
        assert self.session.study is not None
        return self.session.study

    @property
    def profession(self) -> Profession:
        """The chosen profession now."""
        assert self.session.profession is not None
        return self.session.profession

    @property
    def titles(self) -> list[str]:
        """The skills of the chosen profession."""
        return [skill.title for skill in self.profession.skills]

    def skill(self, skill_id: str) -> Skill:
        """A skill, from the study."""
        return next(skill for skill in self.profession.skills if skill.id == skill_id)

    def link(self, skill_id: str, task_id: str) -> Link | None:
        """A link, from the study."""
        return self.skill(skill_id).link(task_id)

    def open_links(self, row: int = 0, skill: int = 0) -> None:
        """Stand in the matrix of links, under the skill of a position."""
        self.page.tabs.choose("links")
        self.page.links.table.go_to(row, skill + FIRST_SKILL)
        self.page.links.table.setFocus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page.table, key, modifier)
        turns()

    def type(self, words: str, end: Qt.Key = Key.Key_Return) -> None:
        """Replace the text of the open editor and end with a key."""
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit), f"no editor is open: {editor}"
        editor.selectAll()
        editor.insert(words)
        self.press(end)

    def paste(self, text: str) -> None:
        """Copy a text elsewhere, paste it here."""
        QApplication.clipboard().setText(text)
        self.press(Key.Key_V, CTRL)

    def computed(self) -> None:
        """Wait until what is shown was computed from the study as it is now."""
        model = self.page.list.board.skills
        wait_until(lambda: all((found := model.result(s.id)) and found.skill == s for s in self.profession.skills))


MakeStage = Callable[[Study], Stage]


def turns() -> None:
    """Let what was put off to the next turns of the loop happen: an editor commits, and what it asks for comes then."""
    for _turn in range(5):
        QApplication.processEvents()

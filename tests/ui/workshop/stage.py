"""The page of the workshop over a real study file, as the window would hold it, with everything it says."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Question, Sitting, Talk
from impactapp.ui.pages.workshop_page import VOTES, WorkshopPage
from impactapp.ui.session import Session
from tests.sitting_builders import given

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PLAIN, CTRL = Modifier.NoModifier, Modifier.ControlModifier


@dataclass
class Stage:
    """What a test acts on and looks at."""

    session: Session
    page: WorkshopPage
    refused: list[str] = field(default_factory=list)
    informed: list[str] = field(default_factory=list)
    navigated: list[tuple[str, str]] = field(default_factory=list)
    keys: int = 0

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
    def sitting(self) -> Sitting:
        """The last sitting now."""
        return self.study.sittings[-1]

    def talk(self, task_id: str = "sec-1") -> Talk:
        """What was done with an activity."""
        talk = self.sitting.talk(task_id)
        assert talk is not None
        return talk

    def counts(self, question: Question, group_id: str, task_id: str = "sec-1", round_number: int = 1) -> Counts | None:
        """What a group voted, shown or not."""
        return given(self.sitting.talk(task_id), round_number, question, group_id)

    def open_votes(self) -> None:
        """Stand on the first count of the activity in progress."""
        self.page.tabs.choose(VOTES)
        turns()
        self.page.votes.board.take_focus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is."""
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)
        turns()

    def type(self, words: str) -> None:
        """Type letters or digits one by one; a tab is the key Tab."""
        for letter in words:
            if letter == "\t":
                self.press(Key.Key_Tab)
            else:
                self.keys += 1
                QTest.keyClicks(QApplication.focusWidget() or self.page, letter)
        turns()

    def texts(self) -> list[str]:
        """The counts as their fields show them, in order."""
        return [one.text() for row in self.page.votes.board.rows for one in row.fields]

    @property
    def focused(self) -> QWidget:
        """What has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def edit(self, words: str, end: Qt.Key = Key.Key_Return) -> None:
        """Replace the text of the open editor and end with a key."""
        editor = self.focused
        assert isinstance(editor, QLineEdit), f"no editor is open: {editor}"
        editor.selectAll()
        editor.insert(words)
        self.press(end)


MakeStage = Callable[..., Stage]


def turns() -> None:
    """Let what was put off to the next turns of the loop happen."""
    for _turn in range(6):
        QApplication.processEvents()

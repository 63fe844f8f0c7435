"""A page of tables, its session, and the sentences they cause."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from impactapp.ui.message import Message
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.session import Session

AnyPage = ProfessionsPage | TasksPage
PageMaker = Callable[[Session], AnyPage]
Key = Qt.Key
NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@dataclass
class Stage:
    """What a test acts on and looks at."""

    session: Session
    page: AnyPage
    refused: list[str] = field(default_factory=list)
    informed: list[str] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)

    def listen(self) -> None:
        """Follow the session as the window does."""
        self.session.changed.connect(lambda before, after: self.page.refresh(before))
        self.session.profession_chosen.connect(lambda chosen: self.page.refresh(None))
        self.session.refused.connect(self.refused.append)
        self.session.informed.connect(self.informed.append)
        self.session.told.connect(self.told.append)

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
        """The activities of the chosen profession."""
        return [task.title for task in self.profession.tasks]

    @property
    def shown(self) -> list[list[str]]:
        """The words of the table, row by row."""
        model = self.page.table.model()
        return [
            [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def at(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        self.page.table.go_to(row, column)

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page.table, key, modifier)
        # an editor commits when it is back in the loop, and what it asks for then comes one turn later
        for _turn in range(4):
            QTest.qWait(1)

    def type(self, words: str, end: Key = Key.Key_Return) -> None:
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


MakeStage = Callable[[PageMaker, Study], Stage]

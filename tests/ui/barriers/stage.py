"""The page of measures in its window, pressed and read as a user would."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier
from impactapp.domain.study import Study
from impactapp.ui.main_window import MainWindow
from impactapp.ui.models.barrier_columns import BarrierColumn
from impactapp.ui.pages.barriers_page import BarriersPage
from tests import builders
from tests.ui.results.stage import plain, wait_until

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
TURNS = 6


@dataclass
class Stage:
    """What a test acts on and looks at; every sentence told is kept."""

    window: MainWindow
    refused: list[str] = field(default_factory=list)
    informed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.window.session.refused.connect(lambda words: self.refused.append(plain(words)))
        self.window.session.informed.connect(lambda words: self.informed.append(plain(words)))

    @property
    def page(self) -> BarriersPage:
        """The page."""
        assert isinstance(self.window.page, BarriersPage)
        return self.window.page

    @property
    def study(self) -> Study:
        """The study now."""
        assert self.window.session.study is not None
        return self.window.session.study

    @property
    def profession(self) -> Profession:
        """The secretary now."""
        return self.study.professions[0]

    def barrier(self, title: str) -> Barrier:
        """A measure by its name."""
        return next(one for one in self.profession.barriers if one.title == title)

    def at(self, row: int, column: BarrierColumn) -> None:
        """Make a cell of the measures the current one."""
        self.page.list.board.view.go_to(row, column)

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused, key, modifier)
        # an editor commits when it is back in the loop, and what it asks for then comes one turn later
        for _turn in range(TURNS):
            QApplication.processEvents()

    def type(self, words: str, end: Key = Key.Key_Return) -> None:
        """Open the editor of the current cell, replace its text and end with a key."""
        if not isinstance(QApplication.focusWidget(), QLineEdit):
            self.press(Key.Key_F2)
        editor = self.focused
        assert isinstance(editor, QLineEdit), f"no editor is open: {editor}"
        editor.selectAll()
        editor.insert(words)
        self.press(end)

    def cell(self, row: int, column: BarrierColumn) -> str:
        """The words of a cell."""
        return plain(str(self.page.list.board.barriers.index(row, column).data() or ""))

    def computed(self) -> None:
        """Wait for results of the study as it is now."""
        wait_until(self.results_are_new)

    def results_are_new(self) -> bool:
        """Whether the page shows the results of the study as it is now."""
        shown = self.page.effect.shown
        return shown is not None and shown.study is self.study

    @property
    def focused(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found


def bare() -> Study:
    """The secretary with her skills and no measure."""
    made = builders.skilled()
    return replace(made, professions=(replace(made.professions[0], barriers=()),))

"""What a test does on the parts of staff: cells typed and pasted, rows read as words."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from impactapp.domain.staff import Staffing
from impactapp.domain.study import Study
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.session import Session

Key = Qt.Key
NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
WAIT = 20_000


@dataclass
class StaffStage:
    """What a test acts on and looks at."""

    session: Session
    page: ProfessionsPage
    refused: list[str] = field(default_factory=list)
    informed: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Follow the session as the window does."""
        self.session.changed.connect(lambda before, after: self.page.refresh(before))
        self.session.refused.connect(self.refused.append)
        self.session.informed.connect(self.informed.append)

    @property
    def study(self) -> Study:
        """The study now."""
        assert self.session.study is not None
        return self.session.study

    @property
    def staffing(self) -> Staffing:
        """Its units, lines and official count."""
        return self.study.staffing

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)
        turns()

    def type(self, table: QTableView, row: int, column: int, words: str) -> None:
        """Type a text in a cell."""
        table.setCurrentIndex(table.model().index(row, column))
        table.setFocus()
        self.press(Key.Key_F2)
        self.write(words)

    def write(self, words: str) -> None:
        """Write in the editor that is open, and end with Enter."""
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit), f"no editor is open: {editor}"
        editor.selectAll()
        editor.insert(words)
        self.press(Key.Key_Return)

    def paste(self, table: QTableView, text: str) -> None:
        """Copy a text elsewhere, paste it in a table."""
        QApplication.clipboard().setText(text)
        table.setFocus()
        self.press(Key.Key_V, CTRL)


def words_of(table: QTableView) -> list[list[str]]:
    """The words of a table, row by row, with ordinary spaces."""
    model = table.model()
    return [
        [plain(str(model.index(row, column).data() or "")) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def plain(words: str) -> str:
    """Words with ordinary spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def turns() -> None:
    """Let what was asked for be done: an editor commits when it is back in the loop."""
    for _turn in range(4):
        loop = QEventLoop()
        QTimer.singleShot(1, loop.quit)
        loop.exec()


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait in an event loop of our own: those of QTest keep Python from the worker threads."""
    loop, deadline = QEventLoop(), QDeadlineTimer(WAIT)
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: loop.quit() if condition() or deadline.hasExpired() else None)
    clock.start()
    loop.exec()
    clock.stop()
    assert condition(), "what was waited for did not come"

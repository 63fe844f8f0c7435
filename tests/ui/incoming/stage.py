"""What a user does with files that come back, in the real window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from impactapp.domain.analysis.results import analyse
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.ui.main_window import MainWindow
from impactapp.ui.models.incoming_entries import Entry, Sort
from impactapp.ui.pages.incoming_page import ASKING, BOARD, NOTHING, IncomingPage

WAIT = 20_000
MADE_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
Key = Qt.Key


@dataclass(frozen=True)
class Stage:
    """A window, a folder for files, and the sentences that were said."""

    window: MainWindow
    folder: Path
    refused: list[str]

    @property
    def study(self) -> Study:
        """The study as it is now."""
        study = self.window.session.study
        assert study is not None
        return study

    @property
    def page(self) -> IncomingPage:
        """The page of the returns, which is shown."""
        page = self.window.page
        assert isinstance(page, IncomingPage)
        return page

    def task(self, title: str) -> Task:
        """An activity by its title."""
        return next(task for _profession, task in self.study.tasks() if task.title == title)

    def export(self, name: str) -> Path:
        """The workbook of the study as it is now."""
        target = self.folder / name
        write_excel(analyse(self.study), target, made_at=MADE_AT)
        return target

    def returned(self, name: str, cells: Mapping[tuple[str, str], str]) -> Path:
        """The workbook of the study after somebody typed in it: by activity and heading."""
        target = self.export(name)
        type_in(target, cells)
        return target

    def drop(self, *paths: Path) -> None:
        """Drag files over the window, let them fall, and wait for what comes of it."""
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPoint(9, 9), copy, files, left, none)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(9, 9), copy, files, left, none))

    def settled(self) -> IncomingPage:
        """The page, once nothing is being read any more."""
        wait_until(lambda: isinstance(self.window.page, IncomingPage))
        page = self.page
        wait_until(lambda: not page.returns.is_busy and page.shown in (ASKING, BOARD, NOTHING))
        return page

    def entries(self, *sorts: Sort) -> list[Entry]:
        """The lines of some kinds, or all."""
        return [entry for entry in self.page.board.model.entries if not sorts or entry.sort in sorts]

    def accept(self, *entries: Entry) -> None:
        """Tick lines by the keyboard."""
        table, model = self.page.board.table, self.page.board.model
        for entry in entries:
            table.go_to(model.row_of(entry.key))
            press(table, Key.Key_Space)

    def apply(self) -> None:
        """Press « Appliquer », and wait until what is left is compared."""
        QTest.mouseClick(self.page.board.apply, Qt.MouseButton.LeftButton)
        self.settled()

    @property
    def headline(self) -> str:
        """The counts."""
        return self.page.board.headline.text()

    @property
    def said(self) -> str:
        """The message at the bottom."""
        message = self.window.message_bar.message
        return message.text if message else ""


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key."""
    QTest.keyClick(widget, key, modifier)


def type_in(path: Path, cells: Mapping[tuple[str, str], str]) -> None:
    """Type in the first sheet, by the title of an activity and the letter of a column."""
    book = load_workbook(path)
    sheet = book.worksheets[1]
    rows = {str(cell.value): cell.row for column in sheet.iter_cols(max_col=3) for cell in column if cell.value}
    for (title, letter), value in cells.items():
        sheet[f"{letter}{rows[title]}"] = value
    book.save(path)


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait in an event loop of our own: those of QTest keep Python from the worker threads."""
    loop, deadline = QEventLoop(), QDeadlineTimer(WAIT)
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: loop.quit() if condition() or deadline.hasExpired() else None)
    clock.start()
    loop.exec()
    clock.stop()
    assert condition(), "what was waited for did not come"

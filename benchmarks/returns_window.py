"""The longest time the window's thread is held while a matrix of 6,000 rows comes back: read, looked at, taken, undone.

The same heart as for typing: a beat that comes late was held up by whatever ran on the window's thread.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QEventLoop, QTimer

from benchmarks.beat import HOLD_LIMIT, SETTLING_MS, Beat, let_run
from benchmarks.rating_stage import sized, window_on
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.incoming_page import BOARD, IncomingPage
from impactapp.ui.widgets.incoming.board import IncomingBoard
from tests.ui.work import under_way

SIZE = 6000
LEVELS = ("Faible", "Moyen", "Fort")
MADE_AT = datetime(2026, 11, 22, tzinfo=UTC)


def measure() -> list[tuple[str, float, float]]:
    """The longest holds over the 50 ms nobody notices."""
    study = sized(SIZE)
    with tempfile.TemporaryDirectory() as name, window_on(Path(name), study) as window:
        path = _returned(study, Path(name) / "retour.xlsx")
        # a page is made once, as every page is when it is first gone to
        window.commands.go("incoming")
        let_run(SETTLING_MS)
        reading = _held(lambda: window.commands.incoming.take_files([path]), lambda: _is_shown(window))
        looking = _looked_at(window)
        taking = [_changing(window, act) for act in (_board(window).apply.click, window.commands.undo)]
        window.go("rating")
        let_run(SETTLING_MS)
        elsewhere = [_changing(window, act) for act in (window.commands.redo, window.commands.undo)]
    return [
        (f"longest hold, a matrix of {SIZE} rows read and compared / 50 ms", reading / HOLD_LIMIT, 1.0),
        (f"longest hold, {SIZE} differences accepted, searched, scrolled / 50 ms", looking / HOLD_LIMIT, 1.0),
        (f"longest hold, {SIZE} differences applied / 50 ms", taking[0] / HOLD_LIMIT, 1.0),
        (f"longest hold, {SIZE} differences undone / 50 ms", taking[1] / HOLD_LIMIT, 1.0),
        (f"longest hold, {SIZE} ratings redone and undone in sight / 50 ms", max(elsewhere) / HOLD_LIMIT, 1.0),
    ]


def _looked_at(window: MainWindow) -> float:
    """The longest hold while all is accepted, searched and scrolled."""
    board = _board(window)
    return max(
        _held(lambda: board.model.accept_shown(taken=True), lambda: True),
        _held(lambda: board.sought.setText("9"), lambda: True),
        _held(board.sought.clear, lambda: True),
        _held(lambda: board.table.go_to(SIZE - 1), lambda: True),
    )


def _changing(window: MainWindow, act: Callable[[], object]) -> float:
    """The longest hold from an act until the study is another one and that is shown."""
    before = window.session.study

    def is_done() -> bool:
        return window.session.study is not before and not window.session.is_writing and not under_way()

    return _held(act, is_done)


def _board(window: MainWindow) -> IncomingBoard:
    page = window.page
    assert isinstance(page, IncomingPage)
    return page.board


def _returned(study: Study, target: Path) -> Path:
    """The workbook of the study, with a level typed in every row."""
    write_excel(analyse(study), target, made_at=MADE_AT)
    book = load_workbook(target)
    sheet = book.worksheets[1]
    for number, row in enumerate(sheet.iter_rows(min_row=5, max_row=4 + SIZE, min_col=3, max_col=3)):
        row[0].value = LEVELS[number % len(LEVELS)]
    book.save(target)
    return target


def _is_shown(window: MainWindow) -> bool:
    page = window.page
    return isinstance(page, IncomingPage) and page.shown == BOARD and not page.returns.is_busy


def _held(act: Callable[[], object], is_done: Callable[[], bool]) -> float:
    """The longest hold in seconds from an act until it is done and painted."""
    # an application that leaves its own loop stops the work that is under way
    loop, beat = QEventLoop(), Beat()
    watch = QTimer(interval=20)
    watch.timeout.connect(lambda: loop.quit() if is_done() else None)
    QTimer.singleShot(20, act)
    QTimer.singleShot(60, watch.start)
    loop.exec()
    watch.stop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()
    beat.deleteLater()
    return beat.longest


if __name__ == "__main__":
    for name, found, limit in measure():
        print(f"{name}: {found:.2f} (limit {limit})")

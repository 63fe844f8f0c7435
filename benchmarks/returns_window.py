"""The longest time the window's thread is held while a matrix of 6,000 rows comes back: read, looked at and taken.

The same heart as for typing: a beat that comes late was held up by whatever ran on the window's thread.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QTimer

from benchmarks.beat import HOLD_LIMIT, SETTLING_MS, Beat, let_run
from benchmarks.rating_stage import application, sized, window_on
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.incoming_page import BOARD, IncomingPage

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
        page = window.page
        assert isinstance(page, IncomingPage)
        board = page.board
        looking = max(
            _held(lambda: board.model.accept_shown(taken=True), lambda: True),
            _held(lambda: board.sought.setText("9"), lambda: True),
            _held(board.sought.clear, lambda: True),
            _held(lambda: board.table.go_to(SIZE - 1), lambda: True),
        )
    return [
        (f"longest hold, a matrix of {SIZE} rows read and compared / 50 ms", reading / HOLD_LIMIT, 1.0),
        (f"longest hold, {SIZE} differences accepted, searched, scrolled / 50 ms", looking / HOLD_LIMIT, 1.0),
    ]


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
    beat = Beat()
    watch = QTimer(interval=20)
    watch.timeout.connect(lambda: let_go(is_done))
    QTimer.singleShot(20, act)
    QTimer.singleShot(60, watch.start)
    application().exec()
    watch.stop()
    let_run(300)
    beat.deleteLater()
    return beat.longest


def let_go(is_done: Callable[[], bool]) -> None:
    """Leave the event loop once it is done."""
    if is_done():
        application().exit()


if __name__ == "__main__":
    for name, found, limit in measure():
        print(f"{name}: {found:.2f} (limit {limit})")

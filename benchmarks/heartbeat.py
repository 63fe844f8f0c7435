"""The longest time the window's thread is held while 100 cells are rated with the charts in sight, or files written.

A timer beats every few milliseconds: a beat that comes late was held up by whatever ran on the window's thread.
"""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from benchmarks.rating_stage import KEYS, application, press, rating_page, window_on
from impactapp.charts.subject import Subject
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.ui.exporting import Export, Exporter, Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.models.rating_columns import position_of
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.results_page import ResultsPage

HOLD_LIMIT = 0.050
SIZE, CELLS = 2000, 100
RHYTHMS_MS = (60, 250, 350)
BEAT_MS, SETTLING_MS = 2, 3000


def measure() -> list[tuple[str, float, float]]:
    """The longest hold over the 50 ms nobody notices: at each rhythm of typing, and while each export is written."""
    with tempfile.TemporaryDirectory() as name, window_on(Path(name), SIZE) as window:
        charts = _charts(window)
        _let_run(SETTLING_MS)
        rating = [_while_typing(window, number, rhythm) for number, rhythm in enumerate(RHYTHMS_MS)]
        writing = [_while_writing(window, export, Path(name)) for export in _exports(window)]
        charts.deleteLater()
    return [
        (f"longest hold, {CELLS} cells of {SIZE} activities with charts / 50 ms", max(rating) / HOLD_LIMIT, 1.0),
        (f"longest hold, {len(writing)} exports of {SIZE} activities / 50 ms", max(writing) / HOLD_LIMIT, 1.0),
    ]


def _while_typing(window: MainWindow, number: int, rhythm: int) -> float:
    """Rate a third of the cells at one rhythm, wait for the charts; the longest hold in seconds."""
    count = CELLS // len(RHYTHMS_MS) + 1
    beat, typist = _Beat(), _Typist(rating_page(window), number * count, count, rhythm)
    application().exec()
    typist.deleteLater()
    beat.deleteLater()
    return beat.longest


def _while_writing(window: MainWindow, export: Export, folder: Path) -> float:
    """Write one export, with its progress in the message bar; the longest hold in seconds."""
    exporter = Exporter(window.session, window.message_bar)
    beat = _Beat()
    exporter.start(export, folder / f"export-{export.chart}{export.suffix}")
    watch = QTimer(interval=20)
    watch.timeout.connect(lambda: None if exporter.is_busy else application().exit())
    watch.start()
    application().exec()
    watch.stop()
    beat.deleteLater()
    return beat.longest


def _exports(window: MainWindow) -> list[Export]:
    profession = window.session.profession
    assert profession is not None
    tables = [Export(kind) for kind in (Kind.EXCEL, Kind.CSV, Kind.JSON)]
    return [*tables, *(Export(Kind.CHART, "matrix", Subject(profession.id), suffix) for suffix in (".png", ".pdf"))]


class _Beat(QObject):
    """How late the latest beat was, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - BEAT_MS / 1000)
        self._last = now


class _Typist(QObject):
    """Rates one cell after another at one rhythm, waits for the charts, then ends the run."""

    def __init__(self, page: RatingPage, first: int, count: int, rhythm: int) -> None:
        super().__init__()
        self._page = page
        self._next, self._end = first, first + count
        self._timer = QTimer(self, interval=rhythm)
        self._timer.timeout.connect(self._rate_next)
        self._timer.start()

    def _rate_next(self) -> None:
        if self._next == self._end:
            self._timer.stop()
            _end_in(SETTLING_MS)
            return
        row, side = self._next // 2, tuple(Hypothesis)[self._next % 2]
        self._page.table.go_to(row, position_of(side, Aspect.SUBSTITUTION))
        press(self._page, KEYS[row % 3])
        self._next += 1


def _charts(window: MainWindow) -> ResultsPage:
    """The results page in a window of its own, following each edit as it would in the main one."""
    charts = ResultsPage(window.session)
    charts.resize(1060, 700)
    charts.show()
    charts.refresh(None)
    window.session.changed.connect(lambda before, after: charts.refresh(before))
    return charts


def _let_run(milliseconds: int) -> None:
    _end_in(milliseconds)
    application().exec()


def _end_in(milliseconds: int) -> None:
    # quit() would close the windows that are measured
    QTimer.singleShot(milliseconds, lambda: application().exit())


if __name__ == "__main__":
    for name, found, limit in measure():
        print(f"{name}: {found:.2f} (limit {limit})")

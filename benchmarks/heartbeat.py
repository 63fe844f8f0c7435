"""The longest time the window's thread is held while 100 cells are rated with the charts in sight.

A timer beats every few milliseconds: a beat that comes late was held up by whatever ran on the window's thread.
"""

import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from benchmarks.rating_stage import KEYS, application, press, rating_page, window_on
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.ui.main_window import MainWindow
from impactapp.ui.models.rating_columns import position_of
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.results_page import ResultsPage

HOLD_LIMIT = 0.050
SIZE, CELLS, ROUNDS = 2000, 100, 3
BEAT_MS, TYPING_MS, SETTLING_MS = 2, 60, 3000


def measure() -> list[tuple[str, float, float]]:
    """The longest hold over the 50 ms nobody notices; the middle one of three rounds, as a disk has its moods."""
    with tempfile.TemporaryDirectory() as name, window_on(Path(name), SIZE) as window:
        charts = _charts(window)
        _let_run(SETTLING_MS)
        longest = [_round(window, number) for number in range(ROUNDS)]
        charts.deleteLater()
    title = f"longest hold of the window, {CELLS} cells of {SIZE} activities with charts / 50 ms"
    return [(title, statistics.median(longest) / HOLD_LIMIT, 1.0)]


def _round(window: MainWindow, number: int) -> float:
    """Rate 100 other cells, wait for the charts; the longest hold in seconds."""
    beat, typist = _Beat(), _Typist(rating_page(window), number * CELLS)
    application().exec()
    typist.deleteLater()
    beat.deleteLater()
    return beat.longest


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
    """Rates one cell after another as fast as a person can, waits for the charts, then ends the run."""

    def __init__(self, page: RatingPage, first: int) -> None:
        super().__init__()
        self._page = page
        self._next, self._end = first, first + CELLS
        self._timer = QTimer(self, interval=TYPING_MS)
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

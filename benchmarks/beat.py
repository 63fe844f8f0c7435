"""A heart that beats on the window's thread, and a typist who rates: how held windows are measured."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

from benchmarks.rating_stage import KEYS, application, press
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.ui.models.rating_columns import position_of
from impactapp.ui.pages.rating_page import RatingPage

HOLD_LIMIT = 0.050
BEAT_MS, SETTLING_MS = 2, 3000


class Beat(QObject):
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


class Typist(QObject):
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
            end_in(SETTLING_MS)
            return
        row, side = self._next // 2, tuple(Hypothesis)[self._next % 2]
        self._page.table.go_to(row, position_of(side, Aspect.SUBSTITUTION))
        press(self._page, KEYS[row % 3])
        self._next += 1


def let_run(milliseconds: int) -> None:
    """Let the window do what it has to do for a while."""
    end_in(milliseconds)
    application().exec()


def end_in(milliseconds: int) -> None:
    """Leave the event loop that runs after a while."""
    # quit() would close the windows that are measured
    QTimer.singleShot(milliseconds, lambda: application().exit())

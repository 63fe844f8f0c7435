"""Work off the window's thread that waits in line: what must not be lost is done in turn, what is outdated is left."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from impactapp.ui import background

Work = Callable[[background.Ticket], object]


class _Waiting(NamedTuple):
    work: Work
    on_done: Callable[[object], object]
    replaceable: bool


class WorkLine(QObject):
    """One piece of work at a time; ``busy`` follows the first that begins and the last that ends."""

    busy = Signal(bool)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: background.Job | None = None
        self._now: _Waiting | None = None
        self._waiting: list[_Waiting] = []

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return self._job is not None

    def run(self, work: Work, on_done: Callable[[object], object], *, replaceable: bool = False) -> None:
        """Do this after what is under way; of what is ``replaceable`` only the newest is done."""
        new = _Waiting(work, on_done, replaceable)
        if replaceable:
            self._waiting = [one for one in self._waiting if not one.replaceable]
        if self._now is not None and self._now.replaceable and self._job is not None:
            # outdated, or done again after this
            self._job.cancel()
            if not replaceable:
                self._waiting.insert(0, self._now)
            self._job = self._now = None
            self._waiting.insert(0, new)
            self._start_next()
        else:
            self._waiting.append(new)
            if self._job is None:
                self._start_next()
                self.busy.emit(True)

    def stop(self) -> None:
        """Leave what is under way and what waits."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = self._now = None
            self.busy.emit(False)

    def _start_next(self) -> None:
        if self._waiting:
            self._now = self._waiting.pop(0)
            self._job = background.run(self._now.work, self._done, self._fail, self)
        else:
            self.busy.emit(False)

    def _done(self, result: object) -> None:
        done, self._now, self._job = self._now, None, None
        self._start_next()
        if done is not None:
            done.on_done(result)

    def _fail(self, error: BaseException) -> None:
        self._now = self._job = None
        self._start_next()
        self.failed.emit(error)

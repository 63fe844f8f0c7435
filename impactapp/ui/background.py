"""Run a plain function off the window's thread and bring its result or its error back, which can be cancelled."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

from impactapp.domain.problems import Problem, Refusal


class Cancelled(Refusal):
    """The user asked the work to stop."""

    def __init__(self) -> None:
        super().__init__(Problem.CANCELLED)


class Job(QObject):
    """One piece of work. One of ``done`` and ``failed`` is emitted, on the window's thread, unless cancelled."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; a result that still comes is dropped, and the job with it."""
        self._cancelled.set()
        self.deleteLater()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()

    def breathe(self) -> None:
        """For the work itself: stop here with ``Cancelled`` when asked to."""
        if self._cancelled.is_set():
            raise Cancelled


class _Work(QRunnable):
    def __init__(self, job: Job, function: Callable[[Job], object]) -> None:
        super().__init__()
        self._job = job
        self._function = function

    def run(self) -> None:
        try:
            result = self._function(self._job)
        except Cancelled:
            return
        except BaseException as error:
            self._emit(self._job.failed, error)
        else:
            self._emit(self._job.done, result)

    def _emit(self, signal: SignalInstance, value: object) -> None:
        if not self._job.is_cancelled:
            # whoever asked may have gone with its window
            with suppress(RuntimeError):
                signal.emit(value)


def run(
    function: Callable[[Job], object],
    on_done: Callable[[object], None],
    on_failed: Callable[[BaseException], None],
    parent: QObject,
) -> Job:
    """Start ``function(job)`` on a worker thread; ``job.breathe`` inside it lets it be cancelled.

    Callbacks run on the calling thread.
    """
    job = Job(parent)
    job.done.connect(on_done)
    job.failed.connect(on_failed)
    job.done.connect(job.deleteLater)
    job.failed.connect(job.deleteLater)
    QThreadPool.globalInstance().start(_Work(job, function))
    return job

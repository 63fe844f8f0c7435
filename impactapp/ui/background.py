"""Run a plain function off the window's thread and bring its result or its error back, which can be cancelled.

The worker thread touches no object of Qt but one that lives as long as the application: whoever asked may be destroyed
at the very moment the work is done, and a signal of what is being destroyed ends the process without a word. The
threads are Python's: Qt's pool destroys the wrapper of what it ran on its own thread, after the last line of Python.
"""

from collections import deque
from collections.abc import Callable
from threading import Event, Thread
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from impactapp.domain.problems import Problem, Refusal


class Cancelled(Refusal):
    """The user asked the work to stop."""

    def __init__(self) -> None:
        super().__init__(Problem.CANCELLED)


class Ticket:
    """What the work itself knows of its job: whether it is still wanted."""

    def __init__(self) -> None:
        self._stopped = Event()

    def stop(self) -> None:
        """The result is no longer wanted. Any thread."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._stopped.is_set()

    def breathe(self) -> None:
        """For the work itself: stop here with ``Cancelled`` when asked to."""
        if self._stopped.is_set():
            raise Cancelled


class Job(QObject):
    """One piece of work. One of ``done`` and ``failed`` is emitted, on the window's thread, unless cancelled."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticket = Ticket()
        # whoever asked may go without a word
        self.destroyed.connect(self.ticket.stop)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; a result that still comes is dropped, and the job with it."""
        self.ticket.stop()
        self.deleteLater()


class _Outcome(NamedTuple):
    ticket: Ticket
    result: object = None
    error: BaseException | None = None


class _Mailbox(QObject):
    """Where the workers leave what they made, for the window's thread; it stops them when the application quits."""

    filled = Signal()

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._outcomes: deque[_Outcome] = deque()
        self._expected: dict[Ticket, tuple[Job, Thread]] = {}
        self.filled.connect(self._empty)
        app.aboutToQuit.connect(self._end_all)

    def start(self, job: Job, function: Callable[[Ticket], object]) -> None:
        """Have the work done, and take what comes of it to its job."""
        thread = Thread(target=self._work, args=(job.ticket, function), name="work")
        self._expected[job.ticket] = (job, thread)
        thread.start()

    def _work(self, ticket: Ticket, function: Callable[[Ticket], object]) -> None:
        try:
            outcome = _Outcome(ticket, function(ticket))
        except BaseException as error:
            outcome = _Outcome(ticket, error=error)
        self._outcomes.append(outcome)
        self.filled.emit()

    def _empty(self) -> None:
        while self._outcomes:
            ticket, result, error = self._outcomes.popleft()
            job, _thread = self._expected.pop(ticket)
            if ticket.is_stopped or not isValid(job):
                continue
            job.deleteLater()
            if error is None:
                job.done.emit(result)
            else:
                job.failed.emit(error)

    def _end_all(self) -> None:
        for ticket in self._expected:
            ticket.stop()
        for _job, thread in self._expected.values():
            thread.join()


def run(
    function: Callable[[Ticket], object],
    on_done: Callable[[object], None],
    on_failed: Callable[[BaseException], None],
    parent: QObject,
) -> Job:
    """Start ``function(ticket)`` on a worker thread; ``ticket.breathe`` inside it lets it be cancelled.

    The function must hold on to no object of Qt. Callbacks run on the calling thread, the window's, unless ``parent``
    is gone by then.
    """
    job = Job(parent)
    job.done.connect(on_done)
    job.failed.connect(on_failed)
    _mailbox().start(job, function)
    return job


def _mailbox() -> _Mailbox:
    app = QCoreApplication.instance()
    assert app is not None, "work is asked for by a window"
    found = app.findChild(_Mailbox, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, _Mailbox) else _Mailbox(app)

"""A roll-up in the making: which studies were read, what was answered of alike titles, and writing the file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from impactapp.domain.problems import Refusal
from impactapp.i18n import _
from impactapp.ui.rollup_work import Progress, Read, Refused, Rolled, align, read_studies, write
from impactapp.ui.session import Session
from impactapp.ui.work_line import WorkLine

if TYPE_CHECKING:
    from impactapp.domain.analysis.rollup import Line, RollUp
    from impactapp.exchange.rollup.matching import Likeness, Pair

TICK = 100
MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Question:
    """Two titles that may be one profession, where each stands, and what was answered, ``None`` while nothing was."""

    likeness: "Likeness"
    titles: tuple[str, str]
    places: tuple[str, str]
    is_same: bool | None = None


class RollingUp(QObject):
    """Nothing here changes a study. ``busy`` and ``stepped`` follow the work, ``shown`` what came of it."""

    busy = Signal(bool)
    stepped = Signal(int, int)
    shown = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read = self._read_shown = _nothing()
        self._questions_shown: tuple[Question, ...] = ()
        self._at: Progress = [0, 0]
        self._wanted: list[Path] = []
        self.rolled: RollUp = self._read.gathered.rolled
        self.questions: tuple[Question, ...] = ()
        self._line = WorkLine(self)
        self._line.busy.connect(self._note_work)
        self._line.failed.connect(self._fail)
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(lambda: self.stepped.emit(*self._at))

    @property
    def is_busy(self) -> bool:
        """Whether something is being read, aligned or written."""
        return self._line.is_busy

    @property
    def refused(self) -> tuple[Refused, ...]:
        """The files that were not read."""
        return self._read.refused

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the studies that were read."""
        return tuple(self._read.gathered.paths.values())

    def read(self, paths: Iterable[Path]) -> None:
        """Read these too, after what is being read."""
        self._wanted += paths
        if not self.is_busy:
            self._read_wanted()

    def reread(self) -> None:
        """Read all of them again, as they are now; the answers stay."""
        paths = (*self.files, *(one.path for one in self.refused))
        self._wanted.clear()
        self._line.stop()
        self._read = _nothing()
        self.read(paths)

    def answer(self, pair: "Pair", is_same: bool | None) -> None:
        """Say of two titles that they are one profession or two, or take that back."""
        self.questions = tuple(
            replace(one, is_same=is_same) if one.likeness.pair == pair else one for one in self.questions
        )
        self._align()

    def export(self, target: Path) -> None:
        """Write what is shown."""
        work = partial(write, self.rolled, target, self.files, datetime.now(UTC))
        self._line.run(work, self._tell_written)

    def cancel(self) -> None:
        """Stop what is under way, and keep what was read before."""
        self._wanted.clear()
        self._line.stop()
        self._read, self.questions = self._read_shown, self._questions_shown
        self.shown.emit()
        self._session.informed.emit(_("Cancelled. The studies read before stay."))

    def clear(self) -> None:
        """Forget all that was read."""
        self._wanted.clear()
        self._line.stop()
        self._read = self._read_shown = _nothing()
        self.questions = self._questions_shown = ()
        self.rolled = self._read.gathered.rolled
        self.shown.emit()

    def _read_wanted(self) -> None:
        paths, self._wanted = tuple(self._wanted), []
        if paths:
            self._line.run(partial(read_studies, paths, self._read, self._at), self._keep_read)

    def _keep_read(self, read: object) -> None:
        assert isinstance(read, Read)
        self._read = read
        self._align()

    def _align(self) -> None:
        answers = {one.likeness.pair: one.is_same for one in self.questions if one.is_same is not None}
        self._line.run(partial(align, self._read.gathered.rolled, answers), self._show, replaceable=True)

    def _show(self, found: object) -> None:
        assert isinstance(found, Rolled)
        self.rolled = found.rolled
        self.questions = self._questions_shown = _asked(self.questions, found)
        self._read_shown = self._read
        self.shown.emit()
        self._read_wanted()

    def _tell_written(self, path: object) -> None:
        self._session.exported.emit(path)
        self._read_wanted()

    def _note_work(self, busy: bool) -> None:
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
            self._at = [0, 0]
        self.busy.emit(busy)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Refusal):
            self._session.tell_refusal(error)
        else:
            self._session.broken.emit(error)
        self._read_wanted()


def _nothing() -> Read:
    from impactapp.store.several import Gathered

    return Read(Gathered())


def _asked(before: Sequence[Question], found: Rolled) -> tuple[Question, ...]:
    """What was answered, then what is open, each where it stood; what is asked no more goes."""
    open_now = {one.pair: one for one in found.likenesses}
    kept = [one for one in before if one.is_same is not None or one.likeness.pair in open_now]
    known = {one.likeness.pair for one in kept}
    said: Callable[[Likeness], Question] = partial(_question, found.rolled)
    return (*kept, *(said(one) for pair, one in open_now.items() if pair not in known))


def _question(rolled: "RollUp", likeness: "Likeness") -> Question:
    lines = [rolled.lines[key] for key in likeness.pair]
    places = [_where(rolled, line) for line in lines]
    return Question(likeness, (lines[0].title, lines[1].title), (places[0], places[1]))


def _where(rolled: "RollUp", line: "Line") -> str:
    """The establishments that list it, the first few by name."""
    names = list(dict.fromkeys(site.title for at, site in enumerate(rolled.sites) if line.listed_in >> at & 1))
    # one more is named rather than counted
    if len(names) <= MOST_NAMED + 1:
        return ", ".join(names)
    named = ", ".join(names[:MOST_NAMED])
    return _("{names} and {count} more").format(names=named, count=len(names) - MOST_NAMED)

"""Files that come back: which are read, what was confirmed of their rows, and taking what was accepted in one edit."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from impactapp import labels
from impactapp.domain.edits.edit import Edit
from impactapp.domain.incoming import Cell, Guess, Place, Reading
from impactapp.domain.problems import Refusal
from impactapp.domain.profession import Profession
from impactapp.i18n import _
from impactapp.ui.incoming_work import Found, Progress, compare_all, open_files, open_text, prepared, read_mapped
from impactapp.ui.models.incoming_entries import Belonging, Entry
from impactapp.ui.session import Session
from impactapp.ui.work_line import WorkLine

if TYPE_CHECKING:
    from impactapp.exchange.foreign.mapping import ColumnMapping
    from impactapp.exchange.foreign.table import Table

TICK = 100
# a change is shown before it is compared: the worker and the window share Python between them
PAUSE = 100


class Returns(QObject):
    """Holds what was read and not yet taken; nothing changes in the study before :meth:`take`.

    ``busy`` follows work that begins or ends and ``stepped`` its progress; ``opened`` brings what became of each file,
    ``compared`` a :class:`Found`; ``taken`` follows the edit, with what it took, and ``blamed(file, cell)`` a refusal
    that names a cell.
    """

    busy = Signal(bool)
    stepped = Signal(int, int)
    opened = Signal(object)
    compared = Signal(object)
    taken = Signal(object)
    blamed = Signal(str, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._readings: tuple[Reading, ...] = ()
        self._shown: tuple[Reading, ...] = ()
        self._paths: dict[str, Path | None] = {}
        self._matches: dict[Cell, Place | None] = {}
        self._added: tuple[Profession, ...] = ()
        self._at: Progress = [0, 0]
        self.found: Found | None = None
        self._line = WorkLine(self)
        self._line.failed.connect(self._fail)
        self._line.busy.connect(self._note_work)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._compare)
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(lambda: self.stepped.emit(*self._at))
        session.writing.connect(self._note_work)
        session.closing.connect(self.clear)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read, compared or written."""
        return self._line.is_busy or self._pause.isActive() or self._session.is_writing

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What the files say."""
        return self._readings

    @property
    def added(self) -> tuple[Profession, ...]:
        """The professions that are to come with what is taken."""
        return self._added

    def said_of(self, guess: Guess) -> Belonging:
        """What was said of a guessed row."""
        if guess.row.cell not in self._matches:
            return Belonging.UNSAID
        return Belonging.NEW if self._matches[guess.row.cell] is None else Belonging.HERE

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, beside those that are read already."""
        study = self._session.study
        if study is not None and paths:
            self._at = [0, len(paths) * 100]
            self._line.run(partial(open_files, tuple(paths), study, self._paths, self._at), self._open)

    def read_text(self, text: str) -> None:
        """Read what was pasted, beside what was pasted before."""
        self._at = [0, 0]
        self._line.run(partial(open_text, text, self._paths), self._open)

    def read_table(self, table: "Table", mapping: "ColumnMapping", target: Profession) -> None:
        """Read a table whose columns are known, for a profession of the study or one to come."""
        study = self._session.study
        if study is None:
            return
        if study.profession(target.id) is None and target not in self._added:
            self._added = (*self._added, target)
        self._line.run(partial(read_mapped, table, mapping, target.title), lambda reading: self.add([reading]))

    def add(self, readings: Iterable[object]) -> None:
        """Compare these too; a file that is read again takes the place of what it said before."""
        new = [one for one in readings if isinstance(one, Reading)]
        sources = {one.source for one in new}
        self._readings = (*(one for one in self._readings if one.source not in sources), *new)
        self._matches = {cell: to for cell, to in self._matches.items() if cell.source not in sources}
        self._compare()

    def say(self, guesses: Iterable[tuple[Guess, Belonging]]) -> None:
        """Say of guessed rows whether they belong where they were guessed to."""
        for guess, said in guesses:
            self._matches.pop(guess.row.cell, None)
            if said is not Belonging.UNSAID:
                self._matches[guess.row.cell] = guess.place if said is Belonging.HERE else None
        self._compare()

    def follow(self) -> None:
        """Compare with the study as it is now; for whoever shows it, as it takes a while."""
        if self._readings and (self.found is None or self.found.study is not self._session.study):
            self._pause.start()
            self.busy.emit(True)

    def take(self, entries: Sequence[Entry]) -> None:
        """Take what was accepted in one edit, off the window's thread; a refusal is told and changes nothing."""
        study, found = self._session.study, self.found
        if study is not None and found is not None and found.study is study and entries:
            work = partial(prepared, tuple(entries), found, self._added)
            self._line.run(work, lambda edit: self._apply(edit, entries))

    def cancel(self) -> None:
        """Stop what is under way, and keep what was compared before."""
        self._stop()
        self._readings = self._shown

    def clear(self) -> None:
        """Forget all that was read."""
        self._stop()
        self._readings, self._shown, self._added, self.found = (), (), (), None
        self._paths, self._matches = {}, {}

    def _stop(self) -> None:
        self._pause.stop()
        self._line.stop()
        self._note_work(False)

    def _open(self, outcomes: object) -> None:
        assert isinstance(outcomes, tuple)
        self._paths |= {one.source: one.path for one in outcomes}
        self.opened.emit(outcomes)

    def _apply(self, edit: object, entries: Sequence[Entry]) -> None:
        assert isinstance(edit, Edit)
        self._session.carry_out(edit, len(entries), lambda: self.taken.emit(entries))

    def _compare(self) -> None:
        self._pause.stop()
        study, readings = self._session.study, self._readings
        if study is not None and readings:
            work = partial(compare_all, study, readings, dict(self._matches), self._added)
            self._line.run(work, lambda found: self._show(found, readings), replaceable=True)

    def _show(self, found: object, readings: tuple[Reading, ...]) -> None:
        assert isinstance(found, Found)
        self.found, self._shown = found, readings
        self.compared.emit(found)

    def _note_work(self, _busy: bool) -> None:
        if self._line.is_busy:
            self._timer.start()
        else:
            self._timer.stop()
            self._at = [0, 0]
        self.busy.emit(self.is_busy)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, Refusal):
            self._session.broken.emit(error)
            return
        cell, file = error.values.get("cell", ""), error.values.get("file", "")
        if not cell:
            self._session.tell_refusal(error)
            return
        place = " · ".join(part for part in (file, cell) if part)
        self._session.refused.emit(_("{name}: {value}").format(name=place, value=labels.sentence(error)))
        self.blamed.emit(file, cell)

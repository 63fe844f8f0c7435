"""The one door to a study: apply an edit, undo it, redo it; each is written through before anyone hears of it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.history import History, Move, Step
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.study_file import LogEntry, LoggedEdit, ReadOnly, StudyFile

if TYPE_CHECKING:
    from impactapp.store.backups import Backup

Listener = Callable[[Study, Study], None]
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time of an edit, in UTC."""
    return datetime.now(UTC)


class Writing:
    """A change on its way: ``run`` prepares it and writes it on whichever thread, then the document completes it."""

    def __init__(self, make: Callable[[], Move | None], file: StudyFile) -> None:
        self._make = make
        self._file = file
        self._turn = Lock()
        self._is_done = False
        self._move: Move | None = None
        self._error: BaseException | None = None

    def run(self) -> Move | None:
        """Do it, once: whoever comes next waits for the end and has the same answer, or the same error."""
        with self._turn:
            if not self._is_done:
                self._is_done = True
                try:
                    self._move = self._written()
                except BaseException as error:
                    self._error = error
                    raise
            elif self._error is not None:
                raise self._error
            return self._move

    def taken(self) -> Move | None:
        """What came of it, once and for all; waits for it, or does it."""
        try:
            return self.run()
        finally:
            # an error holds the frames it went through, and these hold this
            self._error = None

    def _written(self) -> Move | None:
        move = self._make()
        if move is not None:
            self._file.write(move.before, move.after, LogEntry(move.at, move.kind, move.subject))
        return move


class Document:
    """An open study: its current value, its file and its history. Listeners hear one ``changed(before, after)``.

    A change is begun, run and completed: at once, or a large one in three calls, of which ``run`` may be on a thread of
    its own. Until it is completed every other one is refused, and closing waits.
    """

    def __init__(self, file: StudyFile, clock: Clock = utc_now) -> None:
        self._file = file
        self._clock = clock
        self._study = file.study
        self._history = History()
        self._listeners: list[Listener] = []
        self._saved_at: datetime | None = None
        self._writing: Writing | None = None
        self._is_closed = False

    @classmethod
    def open(cls, path: Path, clock: Clock = utc_now) -> "Document":
        """Open a study file; a newer or already open one comes read-only. Raises the store's refusals."""
        return cls(StudyFile.open(path), clock)

    @classmethod
    def create(cls, path: Path, study: Study, clock: Clock = utc_now) -> "Document":
        """Write a new study file and open it; refuses a path that exists."""
        return cls(StudyFile.create(path, study, clock()), clock)

    @property
    def study(self) -> Study:
        """The current value; compare with ``is`` to see change."""
        return self._study

    @property
    def path(self) -> Path:
        """Where the study is kept."""
        return self._file.path

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the study cannot be changed, ``None`` when it can."""
        return self._file.read_only

    @property
    def saved_at(self) -> datetime | None:
        """When the last edit of this session became durable (UTC), ``None`` before the first."""
        return self._saved_at

    @property
    def writing(self) -> Writing | None:
        """The change that was begun and is not completed, ``None`` when there is none."""
        return self._writing

    @property
    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._history.done[-1] if self._history.done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that redo would make again."""
        return self._history.undone[-1] if self._history.undone else None

    def subscribe(self, listener: Listener) -> None:
        """Hear of every change, after it is durable."""
        self._listeners.append(listener)

    def apply(self, edit: Edit) -> bool:
        """Make an edit durable, then announce it; ``False`` when nothing changes. A refusal changes nothing."""
        self.begin(edit)
        return self.complete()

    def record(self, edit: Edit) -> bool:
        """Make an edit durable that undo and redo pass over, such as time that went by; ``False`` when nothing changes.

        Every value of the history takes it too, so that none of them brings the former state back.
        """
        self._begin(lambda: self._history.recorded(self._study, edit, self._clock()))
        return self.complete()

    def undo(self) -> bool:
        """Take the last step back; ``False`` when there is none."""
        self.begin_undo()
        return self.complete()

    def redo(self) -> bool:
        """Make the last undone step again; ``False`` when there is none."""
        self.begin_redo()
        return self.complete()

    def restore(self, backup: "Backup") -> bool:
        """Bring a backup's study back as one edit that can be undone; the present one is kept as a backup first."""
        self.begin_restore(backup)
        return self.complete()

    def begin(self, edit: Edit) -> Writing:
        """Begin an edit that is to be run on a thread of its own."""
        return self._begin(lambda: self._history.applied(self._study, edit, self._clock()))

    def begin_undo(self) -> Writing:
        """Begin to take the last step back."""
        return self._begin(lambda: self._history.taken_back(self._clock()))

    def begin_redo(self) -> Writing:
        """Begin to make the last undone step again."""
        return self._begin(lambda: self._history.made_again(self._clock()))

    def begin_restore(self, backup: "Backup") -> Writing:
        """Begin to bring a backup's study back."""
        return self._begin(lambda: self._restored(backup))

    def complete(self) -> bool:
        """Take what was begun into the history and announce it; ``False`` when nothing changes.

        Waits for it where it is still run. A refusal changes nothing.
        """
        if self._writing is None:
            return False
        try:
            move = self._writing.taken()
        finally:
            self._writing = None
        if move is None:
            return False
        self._history, self._study, self._saved_at = move.history, move.after, move.at
        for listener in tuple(self._listeners):
            listener(move.before, move.after)
        return True

    def log(self) -> tuple[LoggedEdit, ...]:
        """Every edit since the file was created, the oldest first."""
        return self._file.log()

    def backups(self) -> "tuple[Backup, ...]":
        """The backups of this study, the newest first."""
        from impactapp.store import backups

        return backups.backups_of(self._study.id, self.path)

    def keep_backup(self) -> "Backup | None":
        """Copy the study to the user's backups; ``None`` when it is read-only or nothing changed since the last."""
        if self._file.read_only is not None:
            return None
        # not at start-up: with the checksums it brings, a tenth of a bare start
        from impactapp.store import backups

        return backups.keep(self._file, self._study, self._clock())

    def save_copy(self, path: Path) -> None:
        """Write the study with its log to another file, also when its own file is gone; replaces what is there."""
        self._file.copy_to(path, self._study, self._clock())

    def close(self) -> None:
        """Let the file go, with a backup when something was written; closing again does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        self._listeners.clear()
        try:
            self.complete()
            if self._saved_at is not None:
                # closing must not fail for want of room for a backup, every edit being in the file already
                with suppress(StoreError):
                    self.keep_backup()
        finally:
            self._file.close()

    def _begin(self, make: Callable[[], Move | None]) -> Writing:
        if self._file.read_only is not None:
            raise EditError(Problem.STUDY_READ_ONLY)
        if self._writing is not None:
            raise EditError(Problem.CHANGE_UNDER_WAY)
        self._writing = Writing(make, self._file)
        return self._writing

    def _restored(self, backup: "Backup") -> Move | None:
        restored = read_study(backup.path)
        self.keep_backup()
        subject = labels.moment(backup.at)
        edit = Edit(EditKind.RESTORE, lambda study: study if restored == study else restored, subject)
        return self._history.applied(self._study, edit, self._clock())

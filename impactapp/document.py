"""The one door to a study: apply an edit, undo it, redo it; each is written through before anyone hears of it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.study_file import LogEntry, LoggedEdit, ReadOnly, StudyFile

if TYPE_CHECKING:
    from impactapp.store.backups import Backup

Listener = Callable[[Study, Study], None]
Clock = Callable[[], datetime]
_ONE_SITTING = timedelta(seconds=60)
# said by one voter at a time: taken back alone, one of them would tell a vote
_IN_SECRET = (EditKind.CAST_BALLOTS, EditKind.SET_POSITIONS, EditKind.SET_SURVEY)


def utc_now() -> datetime:
    """The time of an edit, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history: the study before and after an edit, and the edit's name for the undo text."""

    kind: EditKind
    subject: str
    before: Study
    after: Study
    at: datetime
    merge_key: tuple[str, ...] | None = None


class Document:
    """An open study: its current value, its file and its history. Listeners hear one ``changed(before, after)``."""

    def __init__(self, file: StudyFile, clock: Clock = utc_now) -> None:
        self._file = file
        self._clock = clock
        self._study = file.study
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._listeners: list[Listener] = []
        self._saved_at: datetime | None = None
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
    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that redo would make again."""
        return self._undone[-1] if self._undone else None

    def subscribe(self, listener: Listener) -> None:
        """Hear of every change, after it is durable."""
        self._listeners.append(listener)

    def apply(self, edit: Edit) -> bool:
        """Make an edit durable, then announce it; ``False`` when nothing changes. A refusal changes nothing."""
        self._require_writable()
        before = self._study
        after = edit.change(before)
        if after is before:
            return False
        at = self._clock()
        made = Step(edit.kind, edit.subject, before, after, at, edit.merge_key)
        last = self._done[-1] if self._done and self._is_one_sitting(self._done[-1], made) else None
        step = made if last is None else replace(made, before=last.before)
        goes_back = last is not None and step.after == step.before
        if goes_back:
            after = step.before  # the very value it was, so that the history goes on from it
        self._write(before, after, edit.kind.value, edit.subject, at)
        self._undone.clear()
        self._done[len(self._done) - (last is not None) :] = [] if goes_back else [step]
        self._announce(before, after)
        return True

    def record(self, edit: Edit) -> bool:
        """Make an edit durable that undo and redo pass over, such as time that went by; ``False`` when nothing changes.

        Every value of the history takes it too, so that none of them brings the former state back.
        """
        self._require_writable()
        before = self._study
        after = edit.change(before)
        if after is before:
            return False
        self._write(before, after, edit.kind.value, edit.subject, self._clock())
        # steps that follow one another share their values, and are to share them still
        changed = {id(before): after}
        self._done = _that_change([_with(step, edit, changed) for step in self._done])
        self._undone = _that_change([_with(step, edit, changed) for step in self._undone])
        self._announce(before, after)
        return True

    def undo(self) -> bool:
        """Take the last step back; ``False`` when there is none."""
        self._require_writable()
        if not self._done:
            return False
        step = self._done[-1]
        self._write(step.after, step.before, f"undo:{step.kind.value}", step.subject, self._clock())
        self._undone.append(self._done.pop())
        self._announce(step.after, step.before)
        return True

    def redo(self) -> bool:
        """Make the last undone step again; ``False`` when there is none."""
        self._require_writable()
        if not self._undone:
            return False
        step = self._undone[-1]
        self._write(step.before, step.after, f"redo:{step.kind.value}", step.subject, self._clock())
        self._done.append(self._undone.pop())
        self._announce(step.before, step.after)
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

    def restore(self, backup: "Backup") -> bool:
        """Bring a backup's study back as one edit that can be undone; the present one is kept as a backup first."""
        self._require_writable()
        restored = read_study(backup.path)
        self.keep_backup()
        subject = labels.moment(backup.at)
        return self.apply(Edit(EditKind.RESTORE, lambda study: study if restored == study else restored, subject))

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
            if self._saved_at is not None:
                # closing must not fail for want of room for a backup, every edit being in the file already
                with suppress(StoreError):
                    self.keep_backup()
        finally:
            self._file.close()

    def _require_writable(self) -> None:
        if self._file.read_only is not None:
            raise EditError(Problem.STUDY_READ_ONLY)

    def _write(self, before: Study, after: Study, kind: str, subject: str, at: datetime) -> None:
        self._file.write(before, after, LogEntry(at, kind, subject))
        self._saved_at = at

    def _is_one_sitting(self, last: Step, step: Step) -> bool:
        """Whether both are taken back together: typing on in one place, without an undo or a pause in between.

        Voters who follow each other at one computer may take their time.
        """
        same_place = step.merge_key is not None and last.merge_key == step.merge_key
        soon = step.kind in _IN_SECRET or abs(step.at - last.at) < _ONE_SITTING
        return same_place and soon and not self._undone

    def _announce(self, before: Study, after: Study) -> None:
        self._study = after
        for listener in tuple(self._listeners):
            listener(before, after)


def _that_change(steps: list[Step]) -> list[Step]:
    """The steps that still change something: what an edit settles for all values no longer differs between them."""
    return [step for step in steps if step.before != step.after]


def _with(step: Step, edit: Edit, changed: dict[int, Study]) -> Step:
    """A step whose values have taken an edit; ``changed`` holds what came of each value, by its identity."""
    for study in (step.before, step.after):
        if id(study) not in changed:
            try:
                changed[id(study)] = edit.change(study)
            except EditError:
                # what it is about was not there yet, or no more
                changed[id(study)] = study
    return replace(step, before=changed[id(step.before)], after=changed[id(step.after)])

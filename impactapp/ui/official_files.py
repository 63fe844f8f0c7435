"""The official files that the user brought: read off the window's thread, taken up again another day when asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from impactapp import labels
from impactapp.domain.problems import Problem, Refusal
from impactapp.i18n import _, ngettext
from impactapp.labels.sources import ilo_line, rome_line
from impactapp.ui import background, official_memory
from impactapp.ui.message import Act, Message
from impactapp.ui.official_memory import Seen
from impactapp.ui.session import Session

if TYPE_CHECKING:
    from impactapp.exchange.sources.ilo import Ilo
    from impactapp.exchange.sources.rome import Rome

ROME, ILO = "rome", "ilo"


class _Read(NamedTuple):
    seen: tuple[Seen, ...]
    rome: Rome | None = None
    ilo: Ilo | None = None


class OfficialFiles(QObject):
    """``changed`` follows files that were read or forgotten; a refusal is told as one sentence and changes nothing."""

    changed = Signal()
    busy_changed = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._jobs: dict[str, background.Job] = {}
        self._recalled: set[str] = set()
        self._told: list[str] = []
        self._dialog: QFileDialog | None = None
        self.rome: Rome | None = None
        self.ilo: Ilo | None = None

    @property
    def is_busy(self) -> bool:
        """Whether files are being read."""
        return bool(self._jobs)

    def ask(self, kind: str, parent: QWidget | None = None) -> None:
        """Let the user choose files of a kind, from where the last ones were."""
        is_rome = kind == ROME
        title = _("ROME files of France Travail") if is_rome else _("Workbook of the ILO (Working Paper 140)")
        words = (
            _("ROME files ({patterns})").format(patterns="*.xlsx *.csv")
            if is_rome
            else _("Workbook ({patterns})").format(patterns="*.xlsx")
        )
        kept = self.kept(kind)
        folder = kept[0].parent if kept else Path.home()
        dialog = QFileDialog(parent or QApplication.activeWindow(), title, str(folder), words)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if is_rome else QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(lambda chosen: self.bring(kind, [Path(one) for one in chosen]))
        dialog.finished.connect(self._close)
        # a window that is not active is no parent: without this nothing would hold the dialog
        self._dialog = dialog
        dialog.open()

    def bring(self, kind: str, paths: Sequence[Path]) -> None:
        """Read files of a kind, in place of those before, and remember where they are; the ILO's is one."""
        if paths:
            self._start(kind, partial(_read, kind, tuple(paths)), self._fail)

    def recall(self, kind: str) -> None:
        """Take up the files that were read last, once in the life of the window, if they are there and unchanged."""
        if kind in self._recalled or kind in self._jobs:
            return
        self._recalled.add(kind)
        seen = official_memory.load(kind)
        if seen:
            self._start(kind, partial(_read_again, kind, seen), self._fail_again)

    def kept(self, kind: str) -> tuple[Path, ...]:
        """The files that are remembered."""
        return tuple(one.path for one in official_memory.load(kind))

    def forget(self, kind: str) -> None:
        """Remember no file of a kind, and let go of what was read of it; the file stays where it is."""
        job = self._jobs.pop(kind, None)
        if job is not None:
            job.cancel()
        official_memory.forget(kind)
        if kind == ROME:
            self.rome = None
        else:
            self.ilo = None
        self._session.informed.emit(_("Forgotten: the file stays where it is, nothing of it is kept here."))
        self.busy_changed.emit(self.is_busy)
        self.changed.emit()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _start(
        self, kind: str, read: Callable[[background.Ticket], object], fail: Callable[[str, BaseException], None]
    ) -> None:
        if kind in self._jobs:
            self._jobs[kind].cancel()
        self._jobs[kind] = background.run(read, partial(self._take, kind), partial(fail, kind), self)
        self.busy_changed.emit(True)

    def _take(self, kind: str, read: object) -> None:
        assert isinstance(read, _Read)
        del self._jobs[kind]
        self._recalled.add(kind)
        official_memory.keep(kind, read.seen)
        self.rome, self.ilo = read.rome or self.rome, read.ilo or self.ilo
        self._told.append(_told(read))
        if not self._jobs:
            # of files that came together
            self._session.informed.emit(" ".join(self._told))
            self._told.clear()
        self.busy_changed.emit(self.is_busy)
        self.changed.emit()

    def _fail(self, kind: str, error: BaseException) -> None:
        del self._jobs[kind]
        self.busy_changed.emit(self.is_busy)
        if isinstance(error, Refusal):
            self._session.tell_refusal(error)
        else:
            self._session.broken.emit(error)

    def _fail_again(self, kind: str, error: BaseException) -> None:
        """What was remembered cannot be taken up: say so once, with the ways out."""
        if not isinstance(error, Refusal):
            self._fail(kind, error)
            return
        del self._jobs[kind]
        self.busy_changed.emit(self.is_busy)
        acts = [Act(_("Choose the file…"), partial(self.ask, kind))]
        words = ngettext("Forget this file", "Forget these files", len(self.kept(kind)))
        acts.append(Act(words, partial(self.forget, kind)))
        if error.problem is Problem.SOURCE_CHANGED:
            acts.insert(0, Act(_("Read again"), partial(self.bring, kind, self.kept(kind))))
        self._session.told.emit(Message(labels.sentence(error), acts=tuple(acts)))


def _read(kind: str, paths: tuple[Path, ...], ticket: background.Ticket) -> _Read:
    from impactapp.exchange.sources.ilo import read_ilo
    from impactapp.exchange.sources.rome import read_rome

    ticket.breathe()
    try:
        seen = official_memory.see(paths)
    except OSError:
        # reading it says why
        seen = ()
    return _Read(seen, rome=read_rome(paths)) if kind == ROME else _Read(seen[:1], ilo=read_ilo(paths[0]))


def _read_again(kind: str, seen: tuple[Seen, ...], ticket: background.Ticket) -> _Read:
    official_memory.check(seen)
    return _read(kind, tuple(one.path for one in seen), ticket)


def _told(read: _Read) -> str:
    """How much was read, and the first line that was left out."""
    refused = (*(read.rome.refused if read.rome else ()), *(read.ilo.refused if read.ilo else ()))
    told = ""
    if read.rome:
        told = rome_line(len(read.rome.titles), len(read.rome.sheets), len(read.rome.statements))
    elif read.ilo:
        told = ilo_line(sum(len(one.tasks) for one in read.ilo.groups.values()), len(read.ilo.groups))
    if not refused:
        return told
    first = refused[0]
    return _("{told} Left out: {count}, the first at line {line}: {reason}").format(
        told=told,
        count=labels.headcount(len(refused)),
        line=first.line,
        reason=labels.sentence(Refusal(first.reason, text=first.text)),
    )


def official_files(session: Session) -> OfficialFiles:
    """Those of a session, which every part of its window shares."""
    found = session.findChild(OfficialFiles)
    return found if isinstance(found, OfficialFiles) else OfficialFiles(session)

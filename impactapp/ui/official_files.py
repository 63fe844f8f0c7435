"""The official files that the user brought to this window: read off its thread, kept until it closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from impactapp import labels
from impactapp.domain.problems import Refusal
from impactapp.i18n import _
from impactapp.ui import background
from impactapp.ui.session import Session

if TYPE_CHECKING:
    from impactapp.exchange.sources.ilo import Ilo
    from impactapp.exchange.sources.rome import Rome


class OfficialFiles(QObject):
    """``changed`` follows files that were read; a refusal is told as one sentence and changes nothing."""

    changed = Signal()
    busy_changed = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._job: background.Job | None = None
        self.rome: Rome | None = None
        self.ilo: Ilo | None = None

    @property
    def is_busy(self) -> bool:
        """Whether files are being read."""
        return self._job is not None

    def bring_rome(self, paths: Sequence[Path]) -> None:
        """Read files of ROME, in place of those before."""

        def read(_job: background.Ticket) -> object:
            from impactapp.exchange.sources.rome import read_rome

            return read_rome(paths)

        self._start(read)

    def bring_ilo(self, path: Path) -> None:
        """Read the workbook of the ILO."""

        def read(_job: background.Ticket) -> object:
            from impactapp.exchange.sources.ilo import read_ilo

            return read_ilo(path)

        self._start(read)

    def _start(self, read: Callable[[background.Ticket], object]) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = background.run(read, self._take, self._fail, self)
        self.busy_changed.emit(True)

    def _take(self, found: object) -> None:
        from impactapp.exchange.sources.ilo import Ilo
        from impactapp.exchange.sources.rome import Rome

        self._job = None
        if isinstance(found, Rome):
            self.rome = found
            words = _("ROME read: {titles} titles, {sheets} sheets, statements for {stated} of them.")
            told = words.format(titles=len(found.titles), sheets=len(found.sheets), stated=len(found.statements))
        else:
            assert isinstance(found, Ilo)
            self.ilo = found
            told = _("ILO file read: {tasks} tasks of {groups} occupations.").format(
                tasks=sum(len(one.tasks) for one in found.groups.values()), groups=len(found.groups)
            )
        if found.refused:
            first = found.refused[0]
            told = _("{told} Left out: {count}, the first at line {line}: {reason}").format(
                told=told,
                count=len(found.refused),
                line=first.line,
                reason=labels.sentence(Refusal(first.reason, text=first.text)),
            )
        self._session.informed.emit(told)
        self.busy_changed.emit(False)
        self.changed.emit()

    def _fail(self, error: BaseException) -> None:
        self._job = None
        self.busy_changed.emit(False)
        if isinstance(error, Refusal):
            self._session.refused.emit(labels.sentence(error))
        else:
            self._session.broken.emit(error)


def official_files(session: Session) -> OfficialFiles:
    """Those of a session, which every part of its window shares."""
    found = session.findChild(OfficialFiles)
    return found if isinstance(found, OfficialFiles) else OfficialFiles(session)

"""The maturities of the open study that have aged, by the log of its file, read off the window's thread."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from impactapp.domain.analysis.checks import Finding
from impactapp.domain.problems import Refusal
from impactapp.ui import background
from impactapp.ui.session import Session


class AgedRatings(QObject):
    """``read`` follows what was asked for; ``findings`` are those of the study that was current then."""

    read = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: background.Job | None = None
        self.findings: tuple[Finding, ...] = ()

    def ask(self) -> None:
        """Read the log again; what is under way is left."""
        document = self._session.document
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if document is None:
            return
        from impactapp.domain.analysis.movement import stale_ratings
        from impactapp.store.history import rated_at

        path, study, today = document.path, document.study, datetime.now(UTC).date()
        self._job = background.run(
            lambda _job: stale_ratings(study, rated_at(path), today), self._keep, self._fail, self
        )

    def of(self, profession_id: str) -> tuple[Finding, ...]:
        """Those of one profession."""
        return tuple(one for one in self.findings if one.profession_id == profession_id)

    def _keep(self, findings: object) -> None:
        assert isinstance(findings, tuple)
        self._job = None
        self.findings = findings
        self.read.emit()

    def _fail(self, error: BaseException) -> None:
        """A log that cannot be read dates nothing; what is wrong with the file is told where it is opened or saved."""
        self._job = None
        self.findings = ()
        self.read.emit()
        if not isinstance(error, Refusal):
            self._session.broken.emit(error)

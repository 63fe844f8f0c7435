"""What can be exported, and writing it off the window's thread with progress, cancel and a last word."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject

from impactapp import palette
from impactapp.domain.analysis.results import analyse
from impactapp.domain.problems import Refusal
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import background
from impactapp.ui.session import Session
from impactapp.ui.widgets.message_bar import MessageBar


class Kind(StrEnum):
    """A form an export takes; its value is the file's suffix, a chart has its own."""

    EXCEL = ".xlsx"
    CSV = ".csv"
    JSON = ".json"
    CHART = "chart"


@dataclass(frozen=True, slots=True)
class Export:
    """What to write: a chart needs its name, its profession and ``.png``, ``.svg`` or ``.pdf``."""

    kind: Kind
    chart: str = ""
    profession_id: str = ""
    chart_suffix: str = ""

    @property
    def suffix(self) -> str:
        """The suffix of the file."""
        return self.chart_suffix if self.kind is Kind.CHART else self.kind.value


class Exporter(QObject):
    """Runs one export at a time and tells the message bar about it."""

    def __init__(self, session: Session, bar: MessageBar) -> None:
        super().__init__(bar)
        self._session = session
        self._bar = bar
        self._job: background.Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def start(self, export: Export, target: Path) -> None:
        """Write the open study as it is now."""
        study = self._session.study
        if study is None or self.is_busy:
            return
        self._bar.work(_("Exporting to {name}…").format(name=target.name), self.cancel)
        self._job = background.run(
            lambda job: write(export, study, target, job), lambda _none: self._done(target), self._failed, self
        )
        self._job.progressed.connect(self._bar.step)

    def cancel(self) -> None:
        """Stop the export; what was in its place stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._session.informed.emit(_("Export cancelled. Nothing was written."))

    def _done(self, target: Path) -> None:
        self._job = None
        self._session.exported.emit(target)

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self._bar.clear()
        if isinstance(error, Refusal):
            self._session.tell_refusal(error)
        else:
            self._session.broken.emit(error)


def write(export: Export, study: Study, target: Path, job: background.Job) -> None:
    """Write an export; runs on any thread."""
    if export.kind is Kind.JSON:
        from impactapp.exchange.study_json import write_study_json

        write_study_json(study, target)
        return
    results = analyse(study)
    if export.kind is Kind.EXCEL:
        from impactapp.exchange.excel_export import write_excel

        write_excel(results, target, made_at=datetime.now(UTC), step=job.step)
    elif export.kind is Kind.CSV:
        from impactapp.exchange.csv_tables import write_csv

        write_csv(results, target)
    else:
        from impactapp.charts import catalogue

        look = catalogue.Look(palette.LIGHT, 1.0)
        catalogue.save(export.chart, results, export.profession_id, look, target)

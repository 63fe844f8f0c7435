"""Records for tests: of a study in a file, with figures that are quickly made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.record.writing import RecordFigure, RecordSources, write_record
from impactapp.exchange.report.blocks import Picture
from impactapp.store.copying import copy_study
from impactapp.store.study_file import StudyFile

MADE_AT = datetime(2026, 11, 22, 13, 3, 5, tzinfo=UTC)


def nothing_drawn(_picture: Picture) -> None:
    """A report without figures: they have their own tests."""


def sketched(name: str) -> RecordFigure:
    """A figure that says its name."""
    return RecordFigure(name, lambda path: path.write_text(f"{name}{path.suffix}", encoding="utf-8"))


@dataclass(frozen=True)
class Recorded:
    """A study and where its record goes."""

    study: Study
    folder: Path

    @property
    def target(self) -> Path:
        """The archive."""
        return self.folder / "archive.zip"

    def sources(self, figures: Sequence[RecordFigure] = ()) -> RecordSources:
        """What the record is made of, from a copy of a file that is open."""
        file = self.folder / "ouverte.impact"
        copy = self.folder / "copie.impact"
        opened = StudyFile.create(file, self.study, MADE_AT)
        try:
            found = copy_study(file, copy)
        finally:
            opened.close()
            file.unlink()
        return RecordSources(analyse(found), copy, figures, nothing_drawn, MADE_AT)

    def write(self, figures: Sequence[RecordFigure] = (), step: Callable[[int, int], None] | None = None) -> Path:
        """The archive, the only file left in its folder."""
        sources = self.sources(figures)
        try:
            write_record(sources, self.target, step)
        finally:
            sources.study_file.unlink()
        return self.target

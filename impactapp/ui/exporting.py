"""What can be exported, and having the twin write it, with cancel and a last word."""

import errno
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject

from impactapp import labels
from impactapp.charts.subject import Subject
from impactapp.domain.problems import Problem, Refusal
from impactapp.exchange.atomic import replacing
from impactapp.i18n import _
from impactapp.ui import background
from impactapp.ui.message import Act
from impactapp.ui.session import Session
from impactapp.ui.twin import Twin
from impactapp.ui.widgets.message_bar import MessageBar

WHOLE_STUDY = Subject()
TARGET_PROBLEMS = (Problem.DISK_FULL, Problem.TARGET_UNWRITABLE)


class Kind(StrEnum):
    """A form an export takes; its value is the file's suffix, where no other form shares it."""

    REPORT = "report"
    SUMMARY = "summary"
    WORD = ".docx"
    SLIDES = ".pptx"
    RECORD = ".zip"
    EXCEL = ".xlsx"
    CSV = ".csv"
    JSON = ".json"
    CHART = "chart"
    BALLOTS = "ballots"
    SLIPS = "slips"
    GUIDE = "guide"


OF_SITTING = (Kind.BALLOTS, Kind.SLIPS, Kind.GUIDE)
LAID_OUT = (Kind.REPORT, Kind.SUMMARY, Kind.WORD, Kind.SLIDES, Kind.RECORD)
REMARKED = (Kind.CHART, *LAID_OUT)
_PDF = (Kind.REPORT, Kind.SUMMARY, Kind.SLIPS, Kind.GUIDE)


@dataclass(frozen=True, slots=True)
class Export:
    """What to write: a chart needs its name, what it is about and ``.png``, ``.svg`` or ``.pdf``.

    Ballots (a folder of them), slips and the guide need a sitting; ``chosen`` is what more the twin is told of it.
    ``name`` is the one to suggest for the file; ``template`` the folder the dossier and the record are laid out by.
    """

    kind: Kind
    chart: str = ""
    subject: Subject = WHOLE_STUDY
    chart_suffix: str = ""
    name: str = ""
    sitting_id: str = ""
    chosen: tuple[str, ...] = ()
    template: Path | None = None

    @property
    def suffix(self) -> str:
        """The suffix of the file, none of a folder."""
        if self.kind is Kind.BALLOTS:
            return ""
        if self.kind in _PDF:
            return ".pdf"
        return self.chart_suffix if self.kind is Kind.CHART else self.kind.value

    @property
    def command(self) -> str:
        """What the twin is asked to do."""
        return "ballots" if self.kind in OF_SITTING else "export"

    @property
    def options(self) -> list[str]:
        """What the twin is told beside study and file."""
        if self.kind in OF_SITTING:
            own = {Kind.BALLOTS: [], Kind.SLIPS: ["--format", "pdf"], Kind.GUIDE: ["--guide"]}[self.kind]
            return ["--sitting", self.sitting_id, *own, *self.chosen]
        if self.kind is not Kind.CHART:
            template = ["--template", str(self.template)] if self.kind in LAID_OUT and self.template else []
            return [*template, "--summary"] if self.kind is Kind.SUMMARY else template
        ids = {"--profession": self.subject.profession_id, "--skill": self.subject.skill_id}
        about = [word for option, known in ids.items() if known for word in (option, known)]
        return ["--chart", self.chart, *about, "--hypothesis", self.subject.hypothesis.value]


class Exporter(QObject):
    """Runs one export at a time and tells the message bar about it."""

    def __init__(self, session: Session, bar: MessageBar, ask_again: Callable[[Export, Path], object]) -> None:
        super().__init__(bar)
        self._session = session
        self._bar = bar
        self._ask_again = ask_again
        self._choose_another: tuple[Act, ...] = ()
        self._twin: Twin | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an export is under way."""
        return self._twin is not None

    def start(self, export: Export, target: Path) -> None:
        """Write the open study as it is in its file."""
        document = self._session.document
        if document is None or self.is_busy:
            return
        self._choose_another = (Act(_("Choose another file…"), lambda: self._ask_again(export, target)),)
        try:
            self._folder = _folder_beside(target)
        except Refusal as refusal:
            self._session.tell_refusal(refusal, *self._choose_another)
            return
        # what the twin leaves when it is stopped goes with the folder
        made = Path(self._folder.name) / target.name
        self._bar.work(_("Exporting to {name}…").format(name=target.name), self.cancel)
        self._twin = twin = Twin(self)
        twin.progressed.connect(self._bar.step)
        # of the tables the twin would name those it wrote for us
        twin.done.connect(lambda: self._put(made, target, twin.remark if export.kind in REMARKED else ""))
        twin.refused.connect(lambda sentence: self._refused(sentence, made, target))
        twin.broken.connect(self._broken)
        twin.start([export.command, str(document.path), "--out", str(made), "--progress", *export.options])

    def cancel(self) -> None:
        """Stop the export; what was in its place stays."""
        if self._twin is not None:
            self._twin.stop()
            self._end()
            self._session.informed.emit(_("Export cancelled. Nothing was written."))

    def _put(self, made: Path, target: Path, remark: str) -> None:
        """Put the file in its place; a disk may take its time to make that durable."""
        background.run(
            lambda _job: _replace(made, target), lambda beside: self._done(target, beside, remark), self._failed, self
        )

    def _done(self, target: Path, beside: object, remark: str) -> None:
        assert isinstance(beside, list)
        self._end()
        self._session.exported.emit(target)
        if beside:
            self._bar.add(_("Beside it: {names}.").format(names=", ".join(beside)))
        if remark:
            self._bar.add(remark)

    def _failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Refusal):
            self._session.tell_refusal(error, *self._choose_another)
        else:
            self._session.broken.emit(error)

    def _refused(self, sentence: str, made: Path, target: Path) -> None:
        """The twin says a sentence: only those about the place it wrote to are mended by another one."""
        self._end()
        for problem in TARGET_PROBLEMS:
            if sentence == labels.sentence(Refusal(problem, path=made)):
                self._session.tell_refusal(Refusal(problem, path=target), *self._choose_another)
                return
        self._session.refused.emit(sentence.replace(str(made.parent), str(target.parent)))

    def _broken(self, error: object) -> None:
        self._end()
        self._session.broken.emit(error)

    def _end(self) -> None:
        self._bar.clear()
        if self._twin is not None:
            self._twin.deleteLater()
            self._twin = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _replace(made: Path, target: Path) -> list[str]:
    """Put what was made in its place, the file asked for last; gives the names of the others."""
    if made.is_dir():
        _move_folder(made, target)
        return []
    others = sorted(path for path in made.parent.iterdir() if path != made)
    for path in (*others, made):
        with replacing(target.with_name(path.name)) as temporary:
            path.replace(temporary)
    return [path.name for path in others]


def _move_folder(made: Path, target: Path) -> None:
    """Put a whole folder where there is none; another one that came meanwhile stays as it is."""
    if target.exists():
        raise Refusal(Problem.FILE_EXISTS, path=target)
    try:
        made.rename(target)
    except OSError as error:
        raise Refusal(Problem.TARGET_UNWRITABLE, path=target) from error


def _folder_beside(target: Path) -> tempfile.TemporaryDirectory[str]:
    """A folder on the same disk, so that the file can be put in its place in one move."""
    try:
        return tempfile.TemporaryDirectory(prefix=".impactapp-", dir=target.parent, ignore_cleanup_errors=True)
    except OSError as error:
        if not target.parent.is_dir():
            raise Refusal(Problem.FOLDER_MISSING, path=target.parent) from error
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Refusal(Problem.DISK_FULL if full else Problem.TARGET_UNWRITABLE, path=target) from error

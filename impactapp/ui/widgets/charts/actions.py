"""Copy a chart, or have it saved as PNG, SVG or PDF; always on a white ground."""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from impactapp import labels, palette
from impactapp.charts.catalogue import Look, Subject
from impactapp.domain.analysis.results import Results
from impactapp.domain.problems import Refusal
from impactapp.i18n import _
from impactapp.ui import background, clipboard
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.message import Act, Message
from impactapp.ui.session import Session
from impactapp.ui.widgets.charts.picture import Drawn, Wanted, draw

COPY_WIDTH = 1100
COPY_RATIO = 2.0
SUFFIXES = (".png", ".svg", ".pdf")
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class ChartActions(QObject):
    """What can be taken away of a chart; says what was done."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def copy(self, name: str, results: Results, subject: Subject) -> None:
        """Put the picture on the clipboard, twice as fine as a screen needs."""
        from impactapp.charts import catalogue

        height = round(catalogue.preferred_height(name, results, subject))
        look = Look(palette.LIGHT, 1.0)
        wanted = Wanted(name, results, subject, look, COPY_WIDTH, height, COPY_RATIO)
        background.run(lambda job: _drawn_twice(wanted, job.breathe), self._copied, self._failed, self)

    def copy_values(self, name: str, results: Results, subject: Subject) -> None:
        """Put what the figure shows on the clipboard, as a table that Word and Excel keep."""
        from impactapp.charts.values import values
        from impactapp.ui.copying import values_block

        found = values(name, results, subject)
        if found is not None:
            clipboard.put(values_block(found))
            self._session.informed.emit(_("Values of the chart copied: paste them into Excel, Word or an e-mail."))

    def save(self, name: str, title: str, results: Results, subject: Subject) -> None:
        """Ask where, then write; the name typed decides the form."""
        profession = results.study.profession(subject.profession_id)
        stem = file_stem(f"{profession.title if profession else results.study.title} - {title}")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, _("Save the chart"), str(Path(folder) / f"{stem}.png"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("PNG image, 300 dpi (*.png)"), _("SVG drawing (*.svg)"), _("PDF page (*.pdf)")])
        dialog.selectFile(f"{stem}.png")
        dialog.filterSelected.connect(lambda chosen: _follow_filter(dialog, chosen))
        dialog.fileSelected.connect(lambda path: self.write(name, subject, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, name: str, subject: Subject, target: Path) -> None:
        """Have the chart written; a name without a known suffix becomes a PNG image."""
        if target.suffix.lower() not in SUFFIXES:
            target = target.with_name(f"{target.name}.png")
        export = Export(Kind.CHART, name, subject, target.suffix.lower())
        self._session.export_asked.emit(export, target)

    def _copied(self, made: object) -> None:
        assert isinstance(made, tuple)
        drawn, drawing = made
        assert isinstance(drawn, Drawn)
        if drawn.image.isNull():
            self._session.refused.emit(drawn.words)
            return
        image = drawn.image
        image.setDevicePixelRatio(1.0)
        clipboard.put_figure(image, drawing)
        words = Act(_("Copy its alternative text"), lambda: self._copy_words(drawn.words))
        self._session.told.emit(Message(_("Chart copied: paste it into Word, PowerPoint or an e-mail."), acts=(words,)))

    def _copy_words(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._session.informed.emit(_("Alternative text copied: paste it into the properties of the picture."))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal):
            self._session.refused.emit(labels.sentence(error))
        else:
            self._session.broken.emit(error)


def _drawn_twice(wanted: Wanted, breathe: Callable[[], None]) -> tuple[Drawn, bytes]:
    """The picture, and the same as a drawing that stays sharp at every size; any thread."""
    from impactapp.charts import catalogue

    drawn = draw(wanted, breathe)
    if drawn.image.isNull():
        return drawn, b""
    breathe()
    with TemporaryDirectory(prefix="impactapp-") as folder:
        target = Path(folder) / "chart.svg"
        catalogue.save(wanted.name, wanted.results, wanted.subject, wanted.look, target)
        return drawn, target.read_bytes()


def file_stem(title: str) -> str:
    """A title as a file name that every system takes."""
    return " ".join(_UNFIT.sub(" ", title).split()).strip(" .")[:100].strip() or "impactapp"


def _follow_filter(dialog: QFileDialog, chosen: str) -> None:
    suffix = next((known for known in SUFFIXES if known in chosen), ".png")
    dialog.setDefaultSuffix(suffix)
    for path in dialog.selectedFiles()[:1]:
        dialog.selectFile(Path(path).with_suffix(suffix).name)

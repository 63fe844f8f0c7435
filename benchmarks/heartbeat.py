"""The longest time the window's thread is held while 100 cells are rated with the charts in sight, or files written.

A timer beats every few milliseconds: a beat that comes late was held up by whatever ran on the window's thread.
"""

import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer

from benchmarks.beat import HOLD_LIMIT, SETTLING_MS, Beat, Typist, let_run
from benchmarks.rating_stage import application, rating_page, sized, window_on
from impactapp.charts.subject import Subject
from impactapp.ui.exporting import LAID_OUT, Export, Exporter, Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.results_page import ResultsPage

SIZE, CELLS = 2000, 100
RHYTHMS_MS = (60, 250, 350)


def measure() -> list[tuple[str, float, float]]:
    """The longest hold over the 50 ms nobody notices: at each rhythm of typing, and while each export is written."""
    with tempfile.TemporaryDirectory() as name, window_on(Path(name), sized(SIZE)) as window:
        charts = _charts(window)
        let_run(SETTLING_MS)
        rating = [_while_typing(window, number, rhythm) for number, rhythm in enumerate(RHYTHMS_MS)]
        writing = [_while_writing(window, export, Path(name)) for export in _exports(window)]
        charts.deleteLater()
    return [
        (f"longest hold, {CELLS} cells of {SIZE} activities with charts / 50 ms", max(rating) / HOLD_LIMIT, 1.0),
        (f"longest hold, {len(writing)} exports of {SIZE} activities / 50 ms", max(writing) / HOLD_LIMIT, 1.0),
    ]


def _while_typing(window: MainWindow, number: int, rhythm: int) -> float:
    """Rate a third of the cells at one rhythm, wait for the charts; the longest hold in seconds."""
    count = CELLS // len(RHYTHMS_MS) + 1
    beat, typist = Beat(), Typist(rating_page(window), number * count, count, rhythm)
    application().exec()
    typist.deleteLater()
    beat.deleteLater()
    return beat.longest


def _while_writing(window: MainWindow, export: Export, folder: Path) -> float:
    """Write one export, with its progress in the message bar; the longest hold in seconds."""
    exporter = Exporter(window.session, window.message_bar, lambda _export, _target: None)
    beat = Beat()
    exporter.start(export, folder / f"export-{export.chart}{export.suffix}")
    watch = QTimer(interval=20)
    watch.timeout.connect(lambda: None if exporter.is_busy else application().exit())
    watch.start()
    application().exec()
    watch.stop()
    beat.deleteLater()
    return beat.longest


def _exports(window: MainWindow) -> list[Export]:
    profession = window.session.profession
    assert profession is not None
    files = [Export(kind) for kind in (Kind.EXCEL, Kind.CSV, Kind.JSON, *LAID_OUT)]
    return [*files, *(Export(Kind.CHART, "matrix", Subject(profession.id), suffix) for suffix in (".png", ".pdf"))]


def _charts(window: MainWindow) -> ResultsPage:
    """The results page in a window of its own, following each edit as it would in the main one."""
    charts = ResultsPage(window.session)
    charts.resize(1060, 700)
    charts.show()
    charts.refresh(None)
    window.session.changed.connect(lambda before, after: charts.refresh(before))
    return charts


if __name__ == "__main__":
    for name, found, limit in measure():
        print(f"{name}: {found:.2f} (limit {limit})")

"""The window on the rating step of one large profession, with its study in a file, for the figures of the window."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from impactapp import i18n
from impactapp.document import Document
from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.session import Session
from impactapp.ui.steadiness import keep_steady
from tests import builders

KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def application() -> QApplication:
    """The application of this process, dressed as ours."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    i18n.use_language("fr")
    app = theme.application(["benchmark"])
    theme.install(theme.Scheme.LIGHT, 1.0)
    keep_steady(app)
    return app


def sized(size: int) -> Study:
    """One profession of ``size`` unrated activities."""
    return builders.study(builders.profession(1, tuple(builders.task(number) for number in range(size)), 30.0))


@contextmanager
def window_on(folder: Path, study: Study) -> Iterator[MainWindow]:
    """The main window at 1280 × 800, showing the rating of the first profession of a study."""
    app = application()
    session = Session()
    window = MainWindow(session)
    path = folder / f"{sum(len(profession.tasks) for profession in study.professions)}.impact"
    session.adopt(Document.create(path, study))
    window.resize(1280, 800)
    window.show()
    window.go("rating")
    app.processEvents()
    yield window
    window.close()
    session.close()
    window.deleteLater()
    app.processEvents()


def rating_page(window: MainWindow) -> RatingPage:
    """The rating page the window shows."""
    page = window.stack.currentWidget()
    assert isinstance(page, RatingPage)
    return page


def press(page: RatingPage, key: Qt.Key) -> None:
    """Send a key to the matrix as the window system would."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(page.table, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

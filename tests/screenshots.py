"""The pictures of the README and the guide: the real window, in French, on the published secretary case.

``python -m tests.screenshots FOLDER`` writes them.
"""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QEventLoop, QSize, QTimer

from impactapp import i18n
from impactapp.document import Document
from impactapp.store.catalog import secretary_demo
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.session import Session

SIZE = QSize(1440, 900)
SETTLING = 1500
PAGES = ("study", "professions", "tasks", "rating", "results", "scenarios")
ALSO_DARK = ("rating", "results")
DAY = date(2026, 11, 22)


def main(folder: Path) -> None:
    """Take every picture, on a study and in user folders that go afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"XDG_DATA_HOME": place, "XDG_CONFIG_HOME": place, "LOCALAPPDATA": place}
        i18n.use_language("fr")
        app = theme.application(["impactapp"])
        theme.install(theme.Scheme.LIGHT, 1.0)
        session = Session()
        window = MainWindow(session)
        window.resize(SIZE)
        window.show()
        window.go("home")
        take(window, folder / "home.png")
        session.adopt(Document.create(Path(place) / "a.impact", secretary_demo(lambda: str(uuid4()), DAY)))
        for page in PAGES:
            window.go(page)
            take(window, folder / f"{page}.png")
        theme.signals().choose(theme.Scheme.DARK, 1.0)
        for page in ALSO_DARK:
            window.go(page)
            take(window, folder / f"{page}-dark.png")
        session.close()
        window.close()
        app.processEvents()


def take(window: MainWindow, target: Path) -> None:
    """One picture, once the window has settled."""
    # QTest.qWait would hold the interpreter, and the threads that draw would wait for it
    loop = QEventLoop()
    QTimer.singleShot(SETTLING, loop.quit)
    loop.exec()
    window.grab().save(str(target))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

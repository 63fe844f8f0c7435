"""The pictures of the README: the real window, in French, on the published secretary case.

``python -m tests.screenshots FOLDER`` writes them.
"""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_FOLDERS = tempfile.TemporaryDirectory()
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
    os.environ[_name] = _FOLDERS.name

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from impactapp import i18n
from impactapp.document import Document
from impactapp.store.catalog import secretary_demo
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.session import Session

SIZE = QSize(1440, 900)
SETTLING = 1500
PAGES = ("home", "study", "professions", "tasks", "rating", "results", "scenarios")
ALSO_DARK = ("rating", "results")


def main(folder: Path) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    i18n.use_language("fr")
    app = QApplication.instance() or QApplication([])
    theme.install("light", 1.0)
    session = Session()
    window = MainWindow(session)
    window.resize(SIZE)
    window.show()
    take(window, folder / "home.png")
    path = Path(_FOLDERS.name) / "Secrétaire médicale.impact"
    session.adopt(Document.create(path, secretary_demo(lambda: str(uuid4()), date.today())))
    for page in PAGES[1:]:
        window.go(page)
        take(window, folder / f"{page}.png")
    theme.install("dark", 1.0)
    for page in ALSO_DARK:
        window.go(page)
        take(window, folder / f"{page}-dark.png")
    session.close()
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

"""Windows that close while work goes on on other threads: a crash would end the process without a word."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# each window is destroyed at another moment of the drawing; the last one closes as the application quits
CLOSE_WHILE_DRAWING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from impactapp.document import Document
from impactapp.ui import theme
from impactapp.ui.app import Shell
from impactapp.ui.background import Job
from tests.builders import large
from tests.ui.work import under_way

app = theme.application([])
theme.install(theme.Scheme.LIGHT, 1.0)
app.setQuitOnLastWindowClosed(False)
path = Path(sys.argv[1])
Document.create(path, large(2, 60)).close()
drawing = 0


def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


for round in range(20):
    shell = Shell(app)
    shell.window.show()
    assert shell.window.doors.open(path)
    shell.window.go("results")
    while not shell.window.page.findChildren(Job):
        wait(1)
    wait(round * 3)
    drawing += len(under_way())
    shell.window.close()
    shell.window.deleteLater()
    shell.deleteLater()
    if round < 19:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
QTimer.singleShot(0, app.quit)
app.exec()
print(drawing)
"""

# the worker says it is done at the very moment the job is cancelled and destroyed
CANCEL_AT_THE_END = """
import random
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from impactapp.ui import background
from impactapp.ui.steadiness import keep_steady
from tests.ui.work import wait_for_work

app = QCoreApplication([])
keep_steady(app)
came = []
random.seed(1)
for round in range(5000):
    parent = QObject()
    jobs = [background.run(lambda job: round, came.append, came.append, parent) for _ in range(4)]
    for _turn in range(random.randrange(2000)):
        pass
    for job in jobs[:2]:
        job.cancel()
    app.processEvents()
    parent.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
wait_for_work()
print(len(came))
"""


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONFAULTHANDLER": "1",
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    arguments = [sys.executable, "-c", script, str(folder / "etude.impact")]
    return subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_window_that_closes_while_a_chart_is_drawn_ends_nothing_else(tmp_path: Path) -> None:
    done = run(CLOSE_WHILE_DRAWING, tmp_path)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0, "charts were being drawn"
    assert "Traceback" not in done.stderr


def test_work_that_ends_as_it_is_cancelled_ends_nothing_else(tmp_path: Path) -> None:
    done = run(CANCEL_AT_THE_END, tmp_path)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0, "some results came"
    assert "Traceback" not in done.stderr

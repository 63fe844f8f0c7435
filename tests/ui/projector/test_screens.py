"""Two screens: the projection goes to the one beside, the keyboard stays, and nothing is lost when that one goes."""

import json
import os
import subprocess
import sys
from pathlib import Path

STORY = """
import json, sys
from pathlib import Path
from impactapp import i18n
from impactapp.domain.workshop import Counts
from impactapp.ui import theme
i18n.use_language("fr")
app = theme.application([])
theme.install(theme.Scheme.LIGHT, 1.0)
from PySide6.QtWidgets import QMainWindow
from impactapp.ui.projector import Projector, other_screen
from impactapp.ui.workshop_room import room_of
from tests.ui.workshop.sittings import LOW, count, opened, sitting

def settle():
    for _ in range(20):
        app.processEvents()

session = opened(Path(sys.argv[1]), sitting())
room = room_of(session)
room.enter("w1")
window = QMainWindow()
window.setScreen(next(screen for screen in app.screens() if screen.name() == "laptop"))
window.setGeometry(100, 100, 800, 500)
window.show()
window.activateWindow()
settle()
projector = Projector(session, room, window)
said = {"screens": [screen.name() for screen in app.screens()]}
beside = other_screen(window)
said["beside"] = beside.name()
projector.project(beside)
settle()
said["on"] = projector.screen().name()
said["geometry"] = projector.geometry().getRect()
said["keyboard"] = app.activeWindow() is window
room.go("sec-8")
count(session, LOW, "g1", Counts(2, 5, 2), "sec-8")
room.reveal(True)
app.screenRemoved.emit(beside)
settle()
said["then on"] = projector.screen().name()
said["then"] = projector.geometry().getRect()
said["full"] = projector.isFullScreen()
said["title"] = projector.slide.title
said["total"] = projector.slide.votes.total.total
said["then keyboard"] = app.activeWindow() is projector
print(json.dumps(said))
session.close()
"""


def test_a_screen_unplugged_during_the_vote_takes_nothing_with_it(tmp_path: Path) -> None:
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "beamer", "x": 1366, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "dpr": 1},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "XDG_DATA_HOME": str(tmp_path)}
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", STORY, str(tmp_path)],
        cwd=root,
        env=os.environ | platform,
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout.splitlines()[-1])
    assert sorted(said["screens"]) == ["beamer", "laptop"]
    assert (said["beside"], said["on"], said["geometry"]) == ("beamer", "beamer", [1366, 0, 1280, 720])
    assert said["keyboard"]
    assert (said["then on"], said["then"], said["full"]) == ("laptop", [0, 0, 1366, 768], True)
    assert (said["title"], said["total"]) == ("Tenue à jour du dossier patient", 9)
    assert said["then keyboard"]

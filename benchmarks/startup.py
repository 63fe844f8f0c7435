"""Time to the first picture of the start page and of the secretary matrix, as ratios to a bare PySide6 window."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
LIMITS = {"start page": 1.8, "secretary matrix": 3.0}

BARE = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
window.show()
window.grab()
os._exit(0)
"""
OURS = """
import os, sys
from pathlib import Path
from impactapp.ui.quiet_start import start_quietly

start_quietly(with_study=len(sys.argv) > 1)
from impactapp.ui import app

shell = app.start(Path(sys.argv[1]) if len(sys.argv) > 1 else None, demo=False, language=None)
assert (shell.window.step == "rating") is (len(sys.argv) > 1)
shell.window.grab()
os._exit(0)
"""


def measure() -> list[tuple[str, float, float]]:
    """Whole processes that end when all of their window is painted, taking turns; the median of their ratios.

    The user's folder is one where the secretary study was opened before.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        study = _study(Path(folder), environment)
        programs = {
            "bare": [sys.executable, "-c", BARE],
            "start page": [sys.executable, "-c", OURS],
            "secretary matrix": [sys.executable, "-c", OURS, str(study)],
        }
        ratios = _ratios(programs, environment)
    return [
        (f"Time to the {name} painted / bare PySide6 window", statistics.median(ratios[name]), limit)
        for name, limit in LIMITS.items()
    ]


def _ratios(programs: dict[str, list[str]], environment: dict[str, str]) -> dict[str, list[float]]:
    """Each turn compares neighbours in time, so that another program's work weighs on both sides."""
    ratios: dict[str, list[float]] = {name: [] for name in LIMITS}
    # the first turn writes compiled files and fills the disk's cache
    _turn(programs, environment)
    for _ in range(ROUNDS):
        seconds = _turn(programs, environment)
        for name, measured in ratios.items():
            measured.append(seconds[name] / seconds["bare"])
    return ratios


def _turn(programs: dict[str, list[str]], environment: dict[str, str]) -> dict[str, float]:
    seconds = {}
    for name, command in programs.items():
        begun = time.perf_counter()
        subprocess.run(command, env=environment, check=True, stderr=subprocess.DEVNULL)
        seconds[name] = time.perf_counter() - begun
    return seconds


def _environment(folder: Path) -> dict[str, str]:
    root = str(Path(__file__).resolve().parent.parent)
    # an installed application is compiled once: a machine that forbids compiled files would compile it at each start
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return inherited | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(folder / "data"),
        "LOCALAPPDATA": str(folder / "data"),
        "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", "")))),
    }


def _study(folder: Path, environment: dict[str, str]) -> Path:
    study = folder / "secretary.impact"
    command = [sys.executable, "-m", "impactapp", "demo", "--out", str(study)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return study

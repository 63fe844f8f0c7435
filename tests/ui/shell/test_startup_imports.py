"""What the start page and the secretary matrix must not have imported: each costs more than a part of its picture."""

import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path

from impactapp.document import Document
from impactapp.store.catalog import secretary_demo

HEAVY = {
    "sqlite_utils",
    "sqlite3",
    "matplotlib",
    "numpy",
    "PIL",
    "openpyxl",
    "xlsxwriter",
    "filelock",
    "typst",
    "asyncio",
}
# the namespace is made at its first import, in a seventh of the time of a bare start
NAMESPACE = {"PySide6.QtCore.Qt"}
OURS = {"impactapp.document", "impactapp.store.study_file", "impactapp.labels", "impactapp.domain.study"}
# what the matrix of a study without sittings, staff and scenarios does without
LATER = {
    "impactapp.domain.workshop",
    "impactapp.domain.scenario",
    "impactapp.domain.analysis.sittings",
    "impactapp.domain.analysis.headcount",
    "impactapp.labels.findings",
    "impactapp.labels.skills",
    "impactapp.labels.workshop",
    "impactapp.store.sitting_rows",
    "impactapp.store.staff_rows",
    "impactapp.store.backups",
    "impactapp.ui.clipboard",
    "PySide6.QtGui.QAccessible",
    "PySide6.QtWidgets.QStyle",
}
MATRIX = """
import json, sys
from pathlib import Path
from impactapp.ui.quiet_start import start_quietly

start_quietly(with_study=True)
assert not any(name.startswith("PySide6") for name in sys.modules)
from impactapp.ui import app

shell = app.start(Path(sys.argv[1]), demo=False, language=None)
shell.window.grab()
assert shell.window.step == "rating"
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets

rooms = (PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets)
loaded = {f"{room.__name__}.{name}" for room in rooms for name in vars(room)}
print(json.dumps(sorted({*sys.modules, *loaded})))
"""
START = """
import json, sys
from impactapp.ui import theme
from impactapp.ui.app import Shell

app = theme.application([])
theme.install(theme.Scheme.SYSTEM, 1.0)
shell = Shell(app)
shell.reports.install()
shell.window.show()
shell.window.grab()
assert shell.window.step == "home"
import PySide6.QtCore

loaded = {f"PySide6.QtCore.{name}" for name in vars(PySide6.QtCore)}
print(json.dumps(sorted({*sys.modules, *loaded})))
"""


def test_the_start_page_imports_nothing_heavy(tmp_path: Path) -> None:
    imported = _imported(START, tmp_path)
    assert "impactapp.ui.pages.home_page" in imported
    assert imported & (HEAVY | OURS | NAMESPACE) == set()


def test_the_secretary_matrix_imports_only_what_it_shows(tmp_path: Path) -> None:
    study = tmp_path / "secretary.impact"
    number = count()
    Document.create(study, secretary_demo(lambda: str(next(number)), None)).close()
    imported = _imported(MATRIX, tmp_path, str(study))
    assert "impactapp.ui.pages.rating_page" in imported
    heavy = HEAVY - {"sqlite3", "filelock"}
    assert imported & (heavy | LATER) == set()


def _imported(program: str, folder: Path, *arguments: str) -> set[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder)}
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))

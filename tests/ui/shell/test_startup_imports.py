"""What the start page must not have imported: each costs more than the whole of its picture."""

import json
import os
import subprocess
import sys
from pathlib import Path

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
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path)}
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", START], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    imported = set(json.loads(done.stdout))
    assert "impactapp.ui.pages.home_page" in imported
    assert imported & (HEAVY | OURS | NAMESPACE) == set()

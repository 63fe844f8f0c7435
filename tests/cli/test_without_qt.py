"""The twin without Qt: every command in a process of its own where PySide6 cannot be imported."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from impactapp import ui
from impactapp.__main__ import has_display, main, open_window
from impactapp.domain.problems import Problem, Refusal
from impactapp.store.study_file import StudyFile
from tests.cli.ballots import STUDY
from tests.test_house import ROOT

BLOCK = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocked())
"""
HEAVY = ("matplotlib", "numpy", "xlsxwriter", "openpyxl", "typst", "docx", "pptx", "sqlite_utils", "sqlite3")
TELL = "; ".join(
    (
        "import sys, json",
        "from impactapp.__main__ import main",
        "code = main(sys.argv[1:])",
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]), file=sys.stderr)",
        "sys.exit(code)",
    )
)


@pytest.fixture
def without_qt(tmp_path: Path) -> dict[str, str]:
    """The environment of a process that has no PySide6."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(BLOCK, encoding="utf-8")
    kept = {
        name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "XDG_DATA_HOME", "HOME")
    }
    kept["PYTHONPATH"] = os.pathsep.join((str(site), str(ROOT)))
    kept["QT_QPA_PLATFORM"] = "offscreen"
    kept["MPLCONFIGDIR"] = str(tmp_path / "matplotlib")
    return kept


def call(
    environment: dict[str, str], folder: Path, *arguments: str, tell: bool = False
) -> subprocess.CompletedProcess[str]:
    python = [sys.executable, "-c", TELL] if tell else [sys.executable, "-m", "impactapp"]
    return subprocess.run(
        [*python, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_the_block_blocks(without_qt: dict[str, str], tmp_path: Path) -> None:
    tried = subprocess.run([sys.executable, "-c", "import PySide6"], env=without_qt, capture_output=True, check=False)
    assert b"ModuleNotFoundError" in tried.stderr


def test_every_command_works_without_qt(without_qt: dict[str, str], tmp_path: Path) -> None:
    lines = (
        ("demo", "--out", "s.impact"),
        ("show", "s.impact"),
        ("show", "s.impact", "--json"),
        ("check", "s.impact"),
        ("catalog",),
        ("export", "s.impact", "--out", "s.xlsx"),
        ("export", "s.impact", "--out", "s.csv"),
        ("export", "s.impact", "--out", "s.json"),
        ("export", "s.impact", "--out", "s.png", "--chart", "matrix"),
        ("export", "s.impact", "--out", "s.pdf"),
        ("export", "s.impact", "--out", "one.pdf", "--summary"),
        ("export", "s.impact", "--out", "s.docx"),
        ("export", "s.impact", "--out", "s.pptx"),
        ("export", "s.impact", "--out", "s.zip"),
        ("new", "n.impact", "--from", "s.json"),
        ("ballots", "w.impact", "--out", "b", "--count", "1"),
        ("ballots", "w.impact", "--out", "b.pdf", "--format", "pdf"),
        ("ballots", "w.impact", "--out", "g.pdf", "--guide"),
        ("--help",),
    )
    StudyFile.create(tmp_path / "w.impact", STUDY, datetime(2026, 11, 22, tzinfo=UTC)).close()
    outcomes = {line: call(without_qt, tmp_path, *line) for line in lines}
    assert {line: (done.returncode, done.stderr) for line, done in outcomes.items()} == dict.fromkeys(lines, (0, ""))
    rates = json.loads(outcomes["show", "s.impact", "--json"].stdout)["professions"][0]["rates"]
    assert rates == {
        "share_of_fort": {"low": 0.4, "high": 0.6},
        "weighted": {"low": 0.6, "high": 0.7},
        "three_quarters": {"low": 0.55, "high": 0.6},
    }


@pytest.mark.parametrize("line", [(), ("demo",)])
def test_a_window_without_qt_is_refused_naming_out(
    without_qt: dict[str, str], tmp_path: Path, line: tuple[str, ...]
) -> None:
    refused = call(without_qt, tmp_path, *line, "--lang", "fr")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "PySide6" in refused.stderr
    assert "--out" in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("line", [(), ("demo",)])
def test_a_window_without_display_is_refused_naming_out(
    without_qt: dict[str, str], tmp_path: Path, line: tuple[str, ...]
) -> None:
    environment = {name: value for name, value in without_qt.items() if name != "QT_QPA_PLATFORM"}
    refused = call(environment, tmp_path, *line)
    assert refused.returncode == 1
    assert "--out" in refused.stderr
    assert "PySide6" not in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_each_command_imports_only_what_it_needs(without_qt: dict[str, str], tmp_path: Path) -> None:
    assert call(without_qt, tmp_path, "demo", "--out", "s.impact").returncode == 0

    def loaded(*line: str) -> set[str]:
        return set(json.loads(call(without_qt, tmp_path, *line, tell=True).stderr.splitlines()[-1]))

    assert loaded("catalog") <= {"sqlite3", "sqlite_utils"}
    assert loaded("absent.impact") == set()
    for line in (("show", "s.impact"), ("check", "s.impact"), ("export", "s.impact", "--out", "s.csv")):
        assert loaded(*line) <= {"sqlite3", "sqlite_utils"}
    assert loaded("export", "s.impact", "--out", "s.xlsx").isdisjoint({"matplotlib", "numpy"})
    tables, office = {"xlsxwriter", "openpyxl"}, {"docx", "pptx"}
    assert loaded("export", "s.impact", "--out", "s.svg", "--chart", "matrix").isdisjoint(tables | office)
    assert loaded("export", "s.impact", "--out", "s.pdf").isdisjoint(tables | office)
    assert loaded("export", "s.impact", "--out", "s.docx").isdisjoint({"openpyxl"})
    assert loaded("export", "s.impact", "--out", "s.pptx").isdisjoint({"typst", "docx", "openpyxl"})


def test_output_is_utf_8_whatever_the_locale_and_a_closed_pipe_is_no_error(
    without_qt: dict[str, str], tmp_path: Path
) -> None:
    environment = {**without_qt, "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}
    assert "Catégorie" in call(environment, tmp_path, "catalog", "--lang", "fr").stdout
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "impactapp", "catalog"]
    with os.fdopen(writer, "w") as closed:
        done = subprocess.run(command, cwd=tmp_path, env=without_qt, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_looked_for_on_linux_only(environment: dict[str, str], platform: str, shown: bool) -> None:
    assert has_display(environment, platform) is shown


def test_a_window_opens_with_what_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def run(*what: object) -> int:
        asked.append(what)
        return 7

    window = ModuleType("impactapp.ui.app")
    vars(window)["run"] = run
    monkeypatch.setitem(sys.modules, "impactapp.ui.app", window)
    monkeypatch.setattr(ui, "app", window, raising=False)
    assert open_window(Path("s.impact"), False, "en") == 7
    assert asked == [(Path("s.impact"), False, "en")]


@pytest.mark.parametrize(
    ("missing", "said"), [("PySide6.QtCore", Problem.NO_WINDOW_LIBRARY), ("impactapp.ui.app", None)]
)
def test_only_the_absence_of_pyside_is_a_refusal(
    missing: str, said: Problem | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "impactapp.ui.app", raising=False)
    monkeypatch.delattr(ui, "app", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises((Refusal, ModuleNotFoundError)) as raised:
        open_window(None, False, None)
    assert getattr(raised.value, "problem", None) is said


def test_no_display_is_a_refusal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(Refusal) as refused:
        open_window(None, True, None)
    assert refused.value.problem is Problem.NO_DISPLAY
    assert main(["demo"]) == 1
    assert "--out" in capsys.readouterr().err

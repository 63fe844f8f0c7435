"""How the tests run the command line: in this process, with what it printed, and a window that is only asked for."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from impactapp.cli.main import main


@dataclass
class Outcome:
    """What one command line did."""

    code: int
    out: str
    err: str
    windows: list[tuple[Path | None, bool, str | None]] = field(default_factory=list)


Run = Callable[..., Outcome]


@pytest.fixture
def argparse_speaks_english_again() -> Iterator[None]:
    before = {name: vars(argparse)[name] for name in ("_", "ngettext")}
    yield
    vars(argparse).update(before)


@pytest.fixture
def run(
    argparse_speaks_english_again: None,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Run a command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def ran(*arguments: str) -> Outcome:
        windows: list[tuple[Path | None, bool, str | None]] = []

        def open_window(path: Path | None, demo: bool, language: str | None) -> int:
            windows.append((path, demo, language))
            return 0

        try:
            code = main(arguments, open_window)
        except SystemExit as left:
            code = int(left.code or 0)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err, windows)

    return ran


@pytest.fixture
def demo(run: Run) -> str:
    """The secretary study, written by the command line itself."""
    assert run("demo", "--out", "s.impact").code == 0
    return "s.impact"

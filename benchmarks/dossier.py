"""The dossier as PDF, from the command line, against typst compiling its finished source; and many professions."""

import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from unittest.mock import patch

ROUNDS = 5
PROFESSIONS = 50
RATIO_LIMIT, SECONDS_A_PROFESSION = 5.0, 1.0
MADE_AT = datetime(2026, 11, 22, tzinfo=UTC)
_NOTHING = [sys.executable, "-c", "pass"]


def measure() -> list[tuple[str, float, float]]:
    """Beyond the start of an interpreter: the secretary's dossier over its bare compilation; seconds a profession."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        study, target = folder / "study.impact", folder / "report.pdf"
        subprocess.run([sys.executable, "-m", "impactapp", "demo", "--out", study], check=True, capture_output=True)
        _run("record", folder)
        export = [sys.executable, "-m", "impactapp", "export", str(study), "--out", str(target)]
        rounds = [(_time(export), _time(_command("bare", folder)), _time(_NOTHING)) for _ in range(ROUNDS)]
        many = min(float(_run("many", folder)) for _ in range(2))
    whole, bare, start = (min(one[side] for one in rounds) for side in range(3))
    return [
        (
            "report of the secretary study / typst compiling its finished source",
            (whole - start) / (bare - start),
            RATIO_LIMIT,
        ),
        (f"report of {PROFESSIONS} professions, each / 1 s", many / PROFESSIONS / SECONDS_A_PROFESSION, 1.0),
    ]


def _time(command: list[str]) -> float:
    started = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - started


def _command(side: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.dossier", side, str(folder)]


def _run(side: str, folder: Path) -> str:
    return subprocess.run(_command(side, folder), check=True, capture_output=True, text=True).stdout


def _record(folder: Path) -> None:
    """Keep what the export hands to typst, to compile it bare."""
    import typst

    from impactapp.store.reading import read_study

    compiled = typst.compile

    def keep(template: Path, **how: Any) -> Any:
        (folder / "source.json").write_text(json.dumps({"template": str(template), "inputs": how["sys_inputs"]}))
        return compiled(template, **how)

    with patch.object(typst, "compile", keep):
        _write(read_study(folder / "study.impact"), folder / "recorded.pdf")


def _bare(folder: Path) -> None:
    import typst

    source = json.loads((folder / "source.json").read_text())
    template = Path(source["template"])
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(path) for path in _font_folders()])
    content = typst.compile(
        template, root=template.parent, font_paths=fonts, sys_inputs=source["inputs"], pdf_standards=["ua-1"]
    )
    (folder / "bare.pdf").write_bytes(content)


def _font_folders() -> list[Path]:
    from importlib.util import find_spec

    found = find_spec("matplotlib")
    folders = list(found.submodule_search_locations or []) if found is not None else []
    return [Path(folder) / "mpl-data" / "fonts" / "ttf" for folder in folders]


def _many(folder: Path) -> None:
    from benchmarks.skills import skilled

    study = skilled(PROFESSIONS)
    started = perf_counter()
    _write(study, folder / "many.pdf")
    print(perf_counter() - started)


def _write(study: Any, target: Path) -> None:
    from impactapp import i18n
    from impactapp.cli.drawing import drawer
    from impactapp.domain.analysis.results import analyse
    from impactapp.exchange.dossier import Form, write_dossier

    i18n.use_language("fr")
    results = analyse(study)
    write_dossier(Form.REPORT, results, target, draw=drawer(results), made_at=MADE_AT)


def _main(arguments: list[str]) -> None:
    if arguments:
        side, folder = arguments
        {"record": _record, "bare": _bare, "many": _many}[side](Path(folder))
        return
    for words, ratio, limit in measure():
        print(f"{words}: {ratio:.2f} (limit {limit:g})")


if __name__ == "__main__":
    _main(sys.argv[1:])

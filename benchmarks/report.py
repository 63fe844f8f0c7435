"""Run every benchmark, each in a process of its own, and print one table of ratios and limits."""

import json
import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
_MEASURE = "import importlib, json, sys; print(json.dumps(importlib.import_module(sys.argv[1]).measure()))"


def names() -> list[str]:
    """The modules here that measure something."""
    paths = sorted(FOLDER.glob("*.py"))
    return [path.stem for path in paths if "\ndef measure(" in path.read_text(encoding="utf-8")]


def measured(name: str) -> list[tuple[str, float, float]]:
    """What one benchmark measures; raises ``CalledProcessError`` when it fails."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-c", _MEASURE, f"benchmarks.{name}"]
    done = subprocess.run(
        command, cwd=FOLDER.parent, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    return [(words, float(ratio), float(limit)) for words, ratio, limit in json.loads(done.stdout.splitlines()[-1])]


def main() -> int:
    """Print the table; 1 when a figure is over its limit or could not be measured."""
    missed = 0
    print("| figure | measured | at most | |\n|---|---:|---:|---|", flush=True)
    for name in names():
        try:
            figures = measured(name)
        except subprocess.CalledProcessError:
            print(f"| {name} | – | – | failed |", flush=True)
            missed += 1
            continue
        for words, ratio, limit in figures:
            print(f"| {words} | {ratio:.2f} | {limit:g} | {'' if ratio <= limit else 'over'} |", flush=True)
            missed += ratio > limit
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

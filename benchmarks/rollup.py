"""The roll-up of 200 studies, against reading their rows with bare sqlite3; and its memory, against that of 20."""

import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from time import perf_counter

from impactapp.store.rows import COLUMNS
from impactapp.store.several import Gathered, with_file
from impactapp.store.study_file import StudyFile
from tests import builders

STUDIES, FEW, PROFESSIONS, TASKS, ROUNDS = 200, 20, 100, 12, 2
LIMIT, MEMORY_LIMIT = 10.0, 1.1
MADE_AT = datetime(2026, 11, 22, tzinfo=UTC)
_HERE = Path(__file__).resolve().parents[1]


def measure() -> list[tuple[str, float, float]]:
    """Time and memory as ratios, with their limits."""
    with tempfile.TemporaryDirectory() as name:
        paths = _files(Path(name))
        rounds = [(_seconds(lambda: roll_up(paths)), _seconds(lambda: _bare(paths))) for _ in range(ROUNDS)]
        ratio = min(rolled for rolled, _bare_one in rounds) / min(bare for _rolled, bare in rounds)
        memory = _peak(name, STUDIES) / _peak(name, FEW)
    size = f"roll-up of {STUDIES} studies of {PROFESSIONS} professions of {TASKS} activities"
    return [
        (f"{size} / their rows read with bare sqlite3", ratio, LIMIT),
        (f"peak memory of that / of {FEW} studies", memory, MEMORY_LIMIT),
    ]


def roll_up(paths: list[Path]) -> None:
    """Read the studies one after the other."""
    gathered = Gathered()
    for path in paths:
        gathered = with_file(gathered, path)
    lines = gathered.rolled.lines.values()
    if len(lines) != PROFESSIONS or any(line.studies != len(paths) for line in lines):
        raise ValueError("the studies were aligned wrong")


def peak_of(folder: str, count: int) -> int:
    """The most memory this process took, once so many studies are rolled up; in the unit of the system."""
    roll_up(sorted(Path(folder).iterdir())[:count])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _peak(folder: str, count: int) -> int:
    """In a process of its own, as what a process once took stays in its record."""
    work = f"from benchmarks.rollup import peak_of; print(peak_of({folder!r}, {count}))"
    done = subprocess.run([sys.executable, "-c", work], cwd=_HERE, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return int(done.stdout)


def _files(folder: Path) -> list[Path]:
    """One study written, and copies of its file that are other studies."""
    paths = [folder / f"{number:03}.impact" for number in range(STUDIES)]
    study = builders.large(PROFESSIONS, TASKS)
    StudyFile.create(paths[0], replace(study, establishment="CH 0"), MADE_AT).close()
    for number, path in enumerate(paths[1:], 1):
        copyfile(paths[0], path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE study SET id = ?, establishment = ?", (f"copy-{number}", f"CH {number}"))
            connection.execute("UPDATE profession SET fte = fte + ?", (number / 10,))
            connection.commit()
    return paths


def _bare(paths: list[Path]) -> None:
    for path in paths:
        with closing(sqlite3.connect(path)) as connection:
            for table, columns in COLUMNS.items():
                connection.execute(f"SELECT {columns} FROM {table}").fetchall()


def _seconds(work: Callable[[], None]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


if __name__ == "__main__":
    for words, found, limit in measure():
        print(f"{words}: {found:.2f} (limit {limit:g})")

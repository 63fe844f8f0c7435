"""Opening a study of 200 professions × 30 activities, against bare sqlite3 reading the same rows."""

import sqlite3
import statistics
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from impactapp.store.study_file import StudyFile
from tests import builders

PROFESSIONS, TASKS, ROUNDS = 200, 30, 15
LIMIT = 10.0
TABLES = ("study", "definition", "profession", "task", "judgement")


def measure() -> list[tuple[str, float, float]]:
    """The median of the ratios of neighbouring runs, both sides taking turns, with its limit."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.impact"
        StudyFile.create(path, builders.large(PROFESSIONS, TASKS), datetime.now(UTC)).close()
        _opening(path)
        ratios = [_opening(path) / _bare_reading(path) for _ in range(ROUNDS)]
    words = f"Opening {PROFESSIONS} professions × {TASKS} activities / bare sqlite3 reading the same rows"
    return [(words, statistics.median(ratios), LIMIT)]


def _opening(path: Path) -> float:
    started = perf_counter()
    with closing(StudyFile.open(path)) as file:
        seconds = perf_counter() - started
        assert len(file.study.professions) == PROFESSIONS
    return seconds


def _bare_reading(path: Path) -> float:
    started = perf_counter()
    with closing(sqlite3.connect(path)) as connection:
        rows = sum(len(connection.execute(f"SELECT * FROM {table}").fetchall()) for table in TABLES)
        seconds = perf_counter() - started
    assert rows > PROFESSIONS * TASKS
    return seconds


if __name__ == "__main__":
    for words, ratio, limit in measure():
        print(f"{words}: {ratio:.2f} (limit {limit:g})")

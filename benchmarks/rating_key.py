"""From a rating key to the committed row and the repainted cell, against a bare commit and a bare repaint."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import quantiles

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from benchmarks.rating_stage import KEYS, application, press, rating_page, sized, window_on
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.ui.models.rating_columns import COLUMN_COUNT, position_of
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.widgets.rating.table import RatingTable

LIMIT = 3.0
SIZES = (30, 2000)
WARM_UP, ROUNDS = 40, 240
ROWS = 8
CELLS = ROWS * len(Aspect)


def measure() -> list[tuple[str, float, float]]:
    """The 95th percentile of our key over that of the bare work, in one interleaved run, for each size."""
    return [
        (f"rating key at {size} activities, p95 / a bare commit and a bare repaint", ratio(size), LIMIT)
        for size in SIZES
    ]


def ratio(size: int) -> float:
    """How much slower than the bare work our key is at one size."""
    app = application()
    with tempfile.TemporaryDirectory() as name, window_on(Path(name), sized(size)) as window:
        page = rating_page(window)
        connection, table = _bare_file(Path(name), size), _bare_table(page.table, size)
        own, bare = [], []
        for turn in range(WARM_UP + ROUNDS):
            _choose_cell(page, turn, size)
            app.processEvents()
            bare.append(_timed(partial(_bare_work, connection, table, turn % size)))
            own.append(_timed(partial(press, page, KEYS[turn // CELLS % 3])))
        connection.close()
        table.deleteLater()
    return _p95(own[WARM_UP:]) / _p95(bare[WARM_UP:])


def _choose_cell(page: RatingPage, turn: int, size: int) -> None:
    """Another cell in view each time, so that each key changes a level and nothing scrolls."""
    row, aspect = turn % ROWS % size, tuple(Aspect)[turn // ROWS % len(Aspect)]
    page.table.go_to(row, position_of(Hypothesis.LOW, aspect))


def _bare_work(connection: sqlite3.Connection, table: QTableView, row: int) -> None:
    connection.execute("UPDATE rating SET level = level + 1 WHERE id = ?", (str(row),))
    connection.commit()
    table.viewport().update()


def _bare_file(folder: Path, size: int) -> sqlite3.Connection:
    """One row a task, written as durably as ours."""
    connection = sqlite3.connect(folder / "bare.sqlite")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("CREATE TABLE rating (id TEXT PRIMARY KEY, level INTEGER NOT NULL) STRICT")
    connection.executemany("INSERT INTO rating VALUES (?, 1)", ((str(row),) for row in range(size)))
    connection.commit()
    return connection


def _bare_table(like: RatingTable, size: int) -> QTableView:
    """A table of words that shows as many cells as ours."""
    model = QStandardItemModel(size, COLUMN_COUNT)
    for row in range(size):
        for column in range(COLUMN_COUNT):
            model.setItem(row, column, QStandardItem("Mo"))
    table = QTableView()
    model.setParent(table)
    table.setModel(model)
    table.verticalHeader().setDefaultSectionSize(like.rowHeight(0))
    for column in range(COLUMN_COUNT):
        table.setColumnWidth(column, like.columnWidth(column))
    table.resize(like.size())
    table.show()
    return table


def _timed(act: Callable[[], None]) -> float:
    """Seconds until the act and all it asks to be painted are done."""
    start = time.perf_counter()
    act()
    application().processEvents()
    return time.perf_counter() - start


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


if __name__ == "__main__":
    for name, found, limit in measure():
        print(f"{name}: {found:.2f} (limit {limit})")

"""The Excel export of 200 professions × 30 activities, against XlsxWriter writing the same cells bare.

Each run is a process of its own, so that peak memory is its own; both sides take turns and the best of each counts.
"""

import json
import pickle
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from xlsxwriter.workbook import Workbook

PROFESSIONS, TASKS, ROUNDS = 200, 30, 3
TIME_LIMIT, MEMORY_LIMIT = 3.0, 2.0
MADE_AT = datetime(2026, 11, 22, tzinfo=UTC)


def measure() -> list[tuple[str, float, float]]:
    """Time and peak memory as ratios, with their limits."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run("record", folder)
        rounds = [(_run("export", folder), _run("bare", folder)) for _ in range(ROUNDS)]
    export, bare = ([one[side] for one in rounds] for side in (0, 1))
    time = min(run["seconds"] for run in export) / min(run["seconds"] for run in bare)
    memory = min(run["peak"] for run in export) / min(run["peak"] for run in bare)
    size = f"Excel of {PROFESSIONS} professions × {TASKS} activities"
    return [
        (f"{size}, time / XlsxWriter writing the same cells bare", time, TIME_LIMIT),
        (f"{size}, peak memory / the same", memory, MEMORY_LIMIT),
    ]


def _run(side: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.excel", side, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _record(folder: Path) -> None:
    """Keep the cells that the export writes, row by row, to write them bare."""
    from impactapp.exchange.excel_export import write_sheets
    from impactapp.exchange.workbook.book import Book

    workbook = Workbook(str(folder / "recorded.xlsx"))
    write_sheets(Book(workbook, "x"), _results(), MADE_AT)
    words = list(workbook.str_table.string_table)
    with (folder / "cells").open("wb") as file:
        for index, sheet in enumerate(workbook.worksheets()):
            for row, cells in sheet.table.items():
                pickle.dump((index, row, [_plain(column, cell, words) for column, cell in cells.items()]), file)


def _plain(column: int, cell: Any, words: list[str]) -> tuple[int, str, Any, Any]:
    kind = type(cell).__name__
    if kind == "String":
        return column, kind, words[cell.string], None
    if kind == "Formula":
        return column, kind, cell.formula, cell.value
    return column, kind, getattr(cell, "number", None), None


def _export(folder: Path) -> None:
    from impactapp.exchange.excel_export import write_excel

    results = _results()
    _report(lambda: write_excel(results, folder / "export.xlsx", made_at=MADE_AT))


def _bare(folder: Path) -> None:
    def write() -> None:
        workbook = Workbook(str(folder / "bare.xlsx"))
        sheets: list[Any] = []
        for index, row, cells in _rows(folder / "cells"):
            while index >= len(sheets):
                sheets.append(workbook.add_worksheet())
            for column, kind, value, stored in cells:
                if kind == "String":
                    sheets[index].write_string(row, column, value)
                elif kind == "Formula":
                    sheets[index].write_formula(row, column, f"={value}", None, stored)
                elif value is not None:
                    sheets[index].write_number(row, column, value)
        workbook.close()

    _report(write)


def _rows(path: Path) -> Iterator[tuple[int, int, list[tuple[int, str, Any, Any]]]]:
    """The kept cells, a row at a time: their list would weigh on the memory that is measured."""
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return


def _results() -> Any:
    from impactapp import i18n
    from impactapp.domain.analysis.results import analyse
    from tests import builders

    i18n.use_language("fr")
    return analyse(builders.large(PROFESSIONS, TASKS))


def _report(work: Any) -> None:
    started = perf_counter()
    work()
    seconds = perf_counter() - started
    # kilobytes on Linux, bytes on macOS: only their ratio is used
    print(json.dumps({"seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))


def _main(arguments: list[str]) -> None:
    if arguments:
        side, folder = arguments
        {"record": _record, "export": _export, "bare": _bare}[side](Path(folder))
        if side == "record":
            print("{}")
        return
    for words, ratio, limit in measure():
        print(f"{words}: {ratio:.2f} (limit {limit:g})")


if __name__ == "__main__":
    _main(sys.argv[1:])

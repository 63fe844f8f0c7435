"""The import of a 6,000-row matrix that came back, against openpyxl reading the same file bare; both take turns."""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from openpyxl import load_workbook

from impactapp import i18n
from impactapp.domain.analysis.comparison import compare
from impactapp.domain.analysis.results import analyse
from impactapp.domain.incoming import Comparison
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.exchange.incoming.matching import propose
from impactapp.exchange.incoming.ours import read_ours
from tests import builders

PROFESSIONS, TASKS, ROUNDS = 200, 30, 3
LIMIT = 1.5
MADE_AT = datetime(2026, 11, 22, tzinfo=UTC)


def measure() -> list[tuple[str, float, float]]:
    """Time as ratios, with their limit: the file as it was written, and with a level changed on every row."""
    i18n.use_language("fr")
    study = builders.large(PROFESSIONS, TASKS)
    with tempfile.TemporaryDirectory() as name:
        same, changed = _files(study, Path(name))
        same_ratio = _ratio(study, same, 0)
        changed_ratio = _ratio(study, changed, PROFESSIONS * TASKS)
    size = f"import of a matrix of {PROFESSIONS * TASKS} activities"
    return [
        (f"{size}, nothing changed / openpyxl reading it bare", same_ratio, LIMIT),
        (f"{size}, a justification changed on each / the same", changed_ratio, LIMIT),
    ]


def _ratio(study: Study, path: Path, changes: int) -> float:
    rounds = [(_seconds(lambda: _import(study, path, changes)), _seconds(lambda: _bare(path))) for _ in range(ROUNDS)]
    return min(imported for imported, _bare_one in rounds) / min(bare for _imported, bare in rounds)


def _files(study: Study, folder: Path) -> tuple[Path, Path]:
    """As it was written, and as a program would save it with a justification typed on every row."""
    same, changed = folder / "same.xlsx", folder / "changed.xlsx"
    write_excel(analyse(study), same, made_at=MADE_AT)
    book = load_workbook(same)
    sheet = book.worksheets[2]
    for row in range(6, 6 + PROFESSIONS * TASKS):
        sheet.cell(row, 4).value = f"Justification {row}"
    book.save(changed)
    return same, changed


def _import(study: Study, path: Path, changes: int) -> None:
    found: Comparison = _compared(study, path)
    if len(found.changes) != changes or found.refused:
        raise ValueError("the file was read wrong")


def _compared(study: Study, path: Path) -> Comparison:
    reading = read_ours(path, study)
    return compare(study, reading, propose(reading, study))


def _bare(path: Path) -> None:
    book = load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for _row in sheet.iter_rows(values_only=True):
            pass
    book.close()


def _seconds(work: Callable[[], None]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


if __name__ == "__main__":
    for words, ratio, limit in measure():
        print(f"{words}: {ratio:.2f} (limit {limit:g})")

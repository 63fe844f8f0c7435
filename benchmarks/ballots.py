"""The import of 200 Excel ballots, against openpyxl reading the same files bare; both take turns, the best counts."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from openpyxl import load_workbook

from impactapp import i18n
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, GroupKind, Sitting
from impactapp.exchange.ballots.reading import read_ballots
from impactapp.exchange.ballots.writing import write_ballots
from tests import builders

BALLOTS, ROUNDS = 200, 3
LIMIT = 1.5
_SITTING = Sitting("sitting", "Séance", profession_ids=("sec",), groups=(Group("staff", GroupKind.STAFF, BALLOTS),))


def measure() -> list[tuple[str, float, float]]:
    """Time as a ratio, with its limit."""
    i18n.use_language("fr")
    study = replace(builders.secretary(), sittings=(_SITTING,))
    with tempfile.TemporaryDirectory() as name:
        paths = _filled(study, Path(name))
        rounds = [(_seconds(lambda: _import(study, paths)), _seconds(lambda: _bare(paths))) for _ in range(ROUNDS)]
    ratio = min(imported for imported, _bare_one in rounds) / min(bare for _imported, bare in rounds)
    return [(f"import of {BALLOTS} Excel ballots / openpyxl reading them bare", ratio, LIMIT)]


def _filled(study: Study, folder: Path) -> list[Path]:
    """Ballots as Excel would save them: every answer given."""
    paths = write_ballots(study, "sitting", "staff", [f"n{number}" for number in range(BALLOTS)], folder)
    for path in paths:
        book = load_workbook(path)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows():
            for cell in row:
                if not cell.protection.locked:
                    cell.value = "Moyen"
        book.save(path)
    return list(paths)


def _import(study: Study, paths: list[Path]) -> None:
    report = read_ballots(paths, study, "sitting", lambda _position, _total: None)
    if len(report.ballots) != BALLOTS:
        raise ValueError("a ballot was refused")


def _bare(paths: list[Path]) -> None:
    for path in paths:
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

"""Reading the SAE of a year, against csv.reader over the same files; both take turns, the best of each counts.

The files are official and no part of the product: they lie beside the project, in ``../shared/data/sae_2024``.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from impactapp import i18n
from impactapp.exchange.sources.sae import read_sae
from tests.exchange.sources.official import FOLDER

ROUNDS = 5
LIMIT = 3.0
LEAST_PLACES = 3000


def measure() -> list[tuple[str, float, float]]:
    """Time as a ratio, with its limit; raises, and says why, where the files are absent."""
    i18n.use_language("fr")
    paths = sorted((FOLDER / "sae_2024").glob("*_2024r.csv"))
    if not paths:
        raise FileNotFoundError(f"no official file in {FOLDER}: nothing to measure")
    rounds = [(_seconds(lambda: _read(paths)), _seconds(lambda: _bare(paths))) for _ in range(ROUNDS)]
    ratio = min(read for read, _bare_one in rounds) / min(bare for _read_one, bare in rounds)
    return [("SAE 2024 read / csv.reader over the same files", ratio, LIMIT)]


def _read(paths: list[Path]) -> None:
    if len(read_sae(paths).numbers) < LEAST_PLACES:
        raise ValueError("establishments are missing")


def _bare(paths: list[Path]) -> None:
    for path in paths:
        with path.open(encoding="cp1252", newline="") as file:
            for _row in csv.reader(file, delimiter=";"):
                pass


def _seconds(work: Callable[[], None]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


if __name__ == "__main__":
    for words, found, limit in measure():
        print(f"{words}: {found:.2f} (limit {limit:g})")

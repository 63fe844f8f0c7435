"""Reading the SAE of a year, against csv.reader over the same files, and a search over the titles of the real ROME.

The files are official and no part of the product: they lie beside the project, in ``../shared/data/sae_2024``.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.catalog import FRAME, TYPED
from impactapp import i18n
from impactapp.exchange.sources.rome import read_rome
from impactapp.exchange.sources.sae import read_sae
from impactapp.store import catalog
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
    return [("SAE 2024 read / csv.reader over the same files", ratio, LIMIT), _search()]


def _search() -> tuple[str, float, float]:
    """The slowest keystroke over the catalogue and the ROME, the median of its rounds, over one frame of 16 ms."""
    (tree,) = (FOLDER / "rome").glob("*.xlsx")
    rome = read_rome([tree])
    keys = dict.fromkeys(words[:end] for words in TYPED for end in range(1, len(words) + 1))

    def slowest(words: str) -> float:
        return median(_seconds(lambda: (catalog.search(words), rome.index.find(words))) for _round in range(ROUNDS))

    catalog.search("a")
    size = f"{len(catalog.entries())} professions and the {len(rome.titles)} titles of the ROME"
    return f"slowest keystroke of a search over {size} / 16 ms", max(map(slowest, keys)) / FRAME, 1.0


def _read(paths: list[Path]) -> None:
    if len(read_sae(paths).numbers) < LEAST_PLACES:
        raise ValueError("establishments are missing")


def _bare(paths: list[Path]) -> None:
    for path in paths:
        with path.open(encoding="cp1252", newline="") as file:
            for _row in csv.reader(file, delimiter=";"):
                pass


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


if __name__ == "__main__":
    for words, found, limit in measure():
        print(f"{words}: {found:.2f} (limit {limit:g})")

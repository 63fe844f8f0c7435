"""A keystroke of the catalogue's search, over all its professions and as many titles as ROME has, against one frame."""

import statistics
from time import perf_counter

from impactapp.domain.catalog_search import Findable, SearchIndex
from impactapp.store import catalog

TITLES, ROUNDS = 13_120, 5
FRAME = 0.016
TYPED = ("secrétaire médicale", "infirmier en soins", "manip radio", "d", "agent de service", "ASH", "J1501")


def measure() -> list[tuple[str, float, float]]:
    """The slowest keystroke of several searches, each the median of its rounds, over one frame of 16 ms."""
    index = SearchIndex(_titles())
    catalog.search("a")
    keys = dict.fromkeys(words[:end] for words in TYPED for end in range(1, len(words) + 1))
    slowest = max(statistics.median(_keystroke(index, words) for _round in range(ROUNDS)) for words in keys)
    size = len(catalog.entries())
    return [
        (f"slowest keystroke of a search over {size} professions and {TITLES} titles / 16 ms", slowest / FRAME, 1.0)
    ]


def _keystroke(index: SearchIndex, words: str) -> float:
    begun = perf_counter()
    found = (*catalog.search(words), *index.find(words))
    seconds = perf_counter() - begun
    assert found
    return seconds


def _titles() -> list[Findable]:
    """As many titles as ROME has, of the words that hospitals use: none of ROME's own texts is in the project."""
    entries = catalog.entries()
    names = [name for entry in entries for name in (entry.title, entry.feminine, *entry.synonyms) if name]
    made = []
    for number in range(TITLES):
        first, second = names[number % len(names)], names[(number * 7 + number // len(names)) % len(names)]
        both = (f"{first} en {second.lower()}", f"{second} pour {first.lower()}")
        made.append(Findable(str(number), both, (f"{'ABCDEFGHIJKLMN'[number % 14]}{1101 + number % 899}", str(number))))
    return made


if __name__ == "__main__":
    for words, ratio, limit in measure():
        print(f"{words}: {ratio:.2f} (limit {limit:g})")

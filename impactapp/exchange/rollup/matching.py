"""Professions of two studies whose titles are alike: RapidFuzz gives a score, somebody confirms."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from impactapp.domain.analysis.rollup import Line, RollUp
from impactapp.domain.catalog_search import plain

LEAST_SCORE, SAME_WORDS = 70.0, 100.0
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two professions that may be one, by their keys; ``score`` is 0..100, 100 for the same words."""

    key: str
    other: str
    score: float

    @property
    def pair(self) -> Pair:
        """Both keys."""
        return self.key, self.other


def propose(
    rolled: RollUp, refused: Collection[Pair] = (), step: Callable[[], None] = lambda: None
) -> tuple[Likeness, ...]:
    """The likest other profession of each without a code, the best score first, each pair once.

    Two that one study lists both are two professions, and so are two codes, unless their words are the same: a template
    of one's own has a code of its own. ``step`` is called every millisecond or so; what it raises ends the work.
    """
    from rapidfuzz import fuzz, process

    lines = tuple(rolled.lines.values())
    words = [_words(line.title) for line in lines]
    found: dict[frozenset[str], Likeness] = {}
    for position, line in enumerate(lines):
        step()
        least = SAME_WORDS if line.code else LEAST_SCORE
        near = process.extract(words[position], words, scorer=fuzz.ratio, limit=None, score_cutoff=least)
        others = ((lines[at], score) for _words_of, score, at in near if at != position)
        likest = next((one for one in others if _may_be_one(line, one[0], refused)), None)
        if likest is not None:
            other, score = likest
            found.setdefault(frozenset((line.key, other.key)), Likeness(line.key, other.key, round(score, 1)))
    return tuple(sorted(found.values(), key=lambda one: -one.score))


def _may_be_one(line: Line, other: Line, refused: Collection[Pair]) -> bool:
    pairs = ((line.key, other.key), (other.key, line.key))
    return not line.listed_in & other.listed_in and not any(pair in refused for pair in pairs)


def _words(title: str) -> str:
    """A title in small letters without accents, its words in one order."""
    letters = "".join(letter if letter.isalnum() else " " for letter in plain(title))
    return " ".join(sorted(letters.split()))

"""Titles found as one types, whatever the accents, the gender or the number.

The words are indexed once: a keystroke then costs a few look-ups, over thousands of titles.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_LAST = "\U0010ffff"
# words that link others: they are not asked for when something else is
_LINKING = {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "pour", "sur"}
# feminine endings with the masculine they are read as, the longest first
_ENDINGS = (
    ("trice", "teur"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("enne", "en"),
    ("onne", "on"),
    ("ffe", "f"),
    ("aux", "al"),
    ("ive", "if"),
    ("e", ""),
)


@dataclass(frozen=True, slots=True)
class Findable:
    """Something to find: its ``titles``, the ``codes`` and ``others`` it is called by, ``mentions`` of a word in it."""

    key: str
    titles: tuple[str, ...]
    codes: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class SearchIndex:
    """The words of things to find; answers keep the order the things came in."""

    def __init__(self, things: Iterable[Findable]) -> None:
        self._keys: list[str] = []
        self._whole_titles: dict[str, set[int]] = {}
        self._whole_others: dict[str, set[int]] = {}
        titled: dict[str, set[int]] = {}
        first: dict[str, set[int]] = {}
        others: dict[str, set[int]] = {}
        mentioned: dict[str, set[int]] = {}
        for place, thing in enumerate(things):
            self._keys.append(thing.key)
            for title in thing.titles:
                words = _words(title)
                _enter(self._whole_titles, (_whole(words),), place)
                _enter(titled, words, place)
                _enter(first, words[:1], place)
            for name in (*thing.others, *thing.codes):
                words = _words(name)
                _enter(self._whole_others, (_whole(words),), place)
                _enter(others, words, place)
            _enter(mentioned, _words(" ".join(thing.mentions)), place)
        self._titled, self._first = _Words(titled), _Words(first)
        self._others, self._mentioned = _Words(others), _Words(mentioned)

    def find(self, words: str) -> tuple[str, ...]:
        """Keys of what answers every word: by its title first, then by another name or a code, then by a mention.

        What is called exactly so comes before all, a title that begins so before one that holds the word. A word
        answers from its first letters on. No word at all finds everything.
        """
        asked = _words(words)
        wanted = [word for word in asked if word not in _LINKING] or asked
        if not wanted:
            return tuple(self._keys)
        titled = [self._titled.places(word) for word in wanted]
        called = [places | self._others.places(word) for word, places in zip(wanted, titled, strict=True)]
        told = [places | self._mentioned.places(word) for word, places in zip(wanted, called, strict=True)]
        in_title, whole = set.intersection(*titled), _whole(asked)
        ranks = (
            self._whole_titles.get(whole, set()),
            self._whole_others.get(whole, set()),
            in_title & self._first.places(wanted[0]),
            in_title,
            set.intersection(*called),
            set.intersection(*told),
        )
        seen: set[int] = set()
        ranked: list[int] = []
        for rank in ranks:
            ranked += sorted(rank - seen)
            seen |= rank
        return tuple(self._keys[place] for place in ranked)


class _Words:
    """Where each word stands, found by its first letters."""

    def __init__(self, places: dict[str, set[int]]) -> None:
        forms = dict(places)
        for word, found in places.items():
            forms[_stem(word)] = forms.get(_stem(word), set()) | found
        self._words: Sequence[str] = sorted(forms)
        self._places = [forms[form] for form in self._words]

    def places(self, word: str) -> set[int]:
        """Where a word that begins so stands, as it is written or in the other gender or number."""
        stem = _stem(word)
        if word.startswith(stem):
            # what begins with the word begins with its stem
            return self._beginning(stem)
        return self._beginning(word) | self._beginning(stem)

    def _beginning(self, letters: str) -> set[int]:
        first, end = bisect_left(self._words, letters), bisect_left(self._words, letters + _LAST)
        return set().union(*self._places[first:end])


def plain(text: str) -> str:
    """A text in small letters without accents."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "oe")))
    return text.casefold()


def _enter(known: dict[str, set[int]], words: Iterable[str], place: int) -> None:
    for word in words:
        known.setdefault(word, set()).add(place)


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


def _whole(words: Sequence[str]) -> str:
    return " ".join(_stem(word) for word in words)


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    singular = word[:-1] if len(word) > 3 and word.endswith("s") else word
    for ending, read_as in _ENDINGS:
        if singular.endswith(ending) and len(singular) > len(ending) + 2:
            return singular.removesuffix(ending) + read_as
    return singular

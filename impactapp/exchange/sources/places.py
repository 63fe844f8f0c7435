"""Establishments of an official file, found by words of their name, town or number, accents and case aside."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from impactapp.domain.text import title_key


@dataclass(frozen=True, slots=True)
class Place:
    """An establishment; ``legal`` is the FINESS number of the legal entity it belongs to."""

    finess: str
    legal: str
    name: str = ""
    town: str = ""


class Finder:
    """What is said of each place is made comparable once: a search at every key has no time for it."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._said = tuple(
            (place, _comparable(f"{place.name} {place.town} {place.finess} {place.legal}")) for place in places
        )

    def search(self, words: str) -> tuple[Place, ...]:
        """The places that answer to every word."""
        wanted = _comparable(words).split()
        return tuple(place for place, said in self._said if all(word in said for word in wanted))


def _comparable(text: str) -> str:
    """Without accents, capitals and what is not seen."""
    plain = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return title_key(plain)

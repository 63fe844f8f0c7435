"""How wide words are and where to cut them, from the font that matplotlib ships, without drawing them."""

import unicodedata
from functools import lru_cache

from impactapp.charts.advances import advances

REGULAR, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
ELLIPSIS = "…"
_UNITS = 100


def printable(words: str) -> str:
    """The words with what the font cannot draw replaced by a question mark in a lozenge."""
    drawable = advances(REGULAR)
    return "".join(
        character if ord(character) in drawable else "\ufffd"
        for character in words
        if unicodedata.category(character) not in ("Cf", "Mn") or ord(character) in drawable
    )


def width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide a line is, in the unit of ``size`` (the height of the font)."""
    moved = advances(BOLD if bold else REGULAR)
    return sum(moved.get(ord(character), _UNITS) for character in words) * size / _UNITS


def elided(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """The line, cut with an ellipsis where it is wider than its room."""
    if width(words, size, bold=bold) <= room:
        return words
    kept = words
    while kept and width(kept + ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1].rstrip()
    return kept + ELLIPSIS


@lru_cache(maxsize=4096)
def wrapped(words: str, room: float, size: float, lines: int) -> tuple[str, ...]:
    """The words on at most ``lines`` lines, the last one cut where they do not fit."""
    made: list[str] = []
    rest = words
    while rest and len(made) < lines - 1:
        head = _first_line(rest, room, size)
        if head == rest:
            break
        made.append(head)
        rest = rest[len(head) :].lstrip()
    return (*made, elided(rest, room, size)) if rest else tuple(made)


def _first_line(words: str, room: float, size: float) -> str:
    """As many whole words as fit; a single word too long for the room is cut in it."""
    if width(words, size) <= room:
        return words
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, size) > room:
            break
        line = longer
    if line:
        return line
    while words and width(words, size) > room:
        words = words[:-1]
    return words or ELLIPSIS

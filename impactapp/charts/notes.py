"""Paragraphs under a figure: what its shapes mean and what it cannot say, as tall as their words need."""

from collections.abc import Sequence

from impactapp.charts.lettering import printable, wrapped
from impactapp.charts.sheet import SMALL, Sheet

LINE, BETWEEN = 17.0, 5.0
MOST_LINES = 12
# letters as wide as DejaVu Sans draws them, or a little wider: no font is loaded only to know a height
NARROW, SLIM, WIDE = frozenset("iIjl.,:;!|'’ \u00a0"), frozenset("frt()[]-/1"), frozenset("mwMWQOG%@…—→")


def lines_of(words: str, room: float, size: float) -> int:
    """How many lines words need, without measuring them; seldom one too many."""
    lines, used = 1, 0.0
    for word in words.split(" "):
        wide = roughly(word, size)
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        while wide > room:
            lines, wide = lines + 1, wide - room
        used += wide + 0.33 * size
    return lines


def roughly(words: str, size: float) -> float:
    """About how wide a line is, not less."""
    return size * sum(_letter(character) for character in words)


def _letter(character: str) -> float:
    if character in NARROW:
        return 0.33
    if character in SLIM:
        return 0.42
    if character in WIDE or ord(character) > 0x2000:
        return 1.0
    return 0.72 if character.isupper() else 0.63


def notes_height(paragraphs: Sequence[str], width: float) -> float:
    """How tall they are at most."""
    return sum(lines_of(words, width, SMALL) * LINE + BETWEEN for words in paragraphs)


def draw_notes(sheet: Sheet, top: float, paragraphs: Sequence[str]) -> float:
    """Write them from ``top`` down; gives where they end."""
    y = top
    for words in paragraphs:
        for line in wrapped(printable(words), sheet.width - 4, SMALL, MOST_LINES):
            sheet.write(0, y + LINE / 2, line, size=SMALL, color=sheet.palette.muted)
            y += LINE
        y += BETWEEN
    return y

"""Paragraphs under a figure: what its shapes mean and what it cannot say, as tall as their words need."""

from collections.abc import Sequence
from math import ceil

from impactapp.charts.lettering import printable, wrapped
from impactapp.charts.sheet import SMALL, Sheet

LINE, BETWEEN = 17.0, 5.0
MOST_LINES = 12
# a letter of running text is this wide at most, in the unit of the font's height: no font is loaded for a height
LETTER = 0.58


def lines_of(words: str, room: float, size: float) -> int:
    """How many lines words need at most, without measuring them."""
    return max(1, ceil(len(words) * size * LETTER / max(40.0, room - 2.5 * size)))


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

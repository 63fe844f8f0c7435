"""Sentences in full under or over a figure: never cut, however narrow the figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from impactapp.charts.lettering import printable, wrapped
from impactapp.charts.sheet import SMALL, Sheet

NARROWEST = 560.0
LEADING, BETWEEN = 1.4, 6.0
MOST_LINES = 60
# wider than French words are in the font of our figures: a height is asked for before that font is loaded
_ADVANCE, _RAGGED = 0.6, 0.94


@dataclass(frozen=True, slots=True)
class Ink:
    """How words are written; at most ``lines`` of them."""

    size: float = SMALL
    color: str = ""
    bold: bool = False
    lines: int = MOST_LINES


def needed_height(sentences: Iterable[str], size: float = SMALL, room: float = NARROWEST) -> float:
    """The height that is enough for sentences at a width, without loading a font."""
    return sum(_estimated_lines(words, size, room) * size * LEADING + BETWEEN for words in sentences)


def write_paragraphs(sheet: Sheet, x: float, y: float, sentences: Sequence[str], room: float, ink: Ink) -> float:
    """Write sentences from ``y`` down, one below the other; returns where they end."""
    for words in sentences:
        for line in wrapped(printable(words), room * (0.86 if ink.bold else 1.0), ink.size, ink.lines):
            sheet.write(x, y + ink.size * LEADING / 2, line, size=ink.size, color=ink.color, bold=ink.bold)
            y += ink.size * LEADING
        y += BETWEEN
    return y


def _estimated_lines(words: str, size: float, room: float) -> int:
    return max(1, ceil(len(words) * size * _ADVANCE / (room * _RAGGED)))

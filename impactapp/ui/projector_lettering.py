"""The letters of the projector: as high as a twenty-fifth of the screen at least, and lines of them that fit."""

from dataclasses import dataclass
from functools import cache
from math import ceil

from PySide6.QtGui import QFont, QFontMetrics

from impactapp.ui import theme

# read at eight metres: the height of a capital letter is this part of the screen at least
LEAST = 1 / 25
LEADING = 1.2
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """A font and the height of its lines."""

    font: QFont
    metrics: QFontMetrics
    leading: int

    def width(self, words: str) -> int:
        """How wide words are."""
        return self.metrics.horizontalAdvance(words)

    def elided(self, words: str, width: int) -> str:
        """Words on one line, cut where there is no room."""
        if self.width(words) <= width:
            return words
        while words and self.width(words.rstrip() + ELLIPSIS) > width:
            words = words[:-1]
        return words.rstrip(" ,;(") + ELLIPSIS

    def wrapped(self, words: str, width: int, most: int) -> tuple[list[str], bool]:
        """Words on several lines, and whether all are there; no-break spaces keep words together."""
        lines: list[str] = []
        left = [word for word in words.split(" ") if word]
        while left:
            if len(lines) == most - 1:
                rest = " ".join(left)
                last = self.elided(rest, width)
                return [*lines, last], last == rest
            count = 1
            while count < len(left) and self.width(" ".join(left[: count + 1])) <= width:
                count += 1
            lines.append(self.elided(" ".join(left[:count]), width))
            left = left[count:]
        return lines, True


@cache
def lettering(height: int, scale: float = 1.0, *, bold: bool = False) -> Line:
    """Letters for a screen of this height in pixels, ``scale`` times the least that can be read."""
    font = QFont(theme.font("body"))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setPixelSize(200)
    share = QFontMetrics(font).capHeight() / 200
    size = ceil(height * LEAST * scale / share)
    font.setPixelSize(size)
    # hinting may round a letter down
    while QFontMetrics(font).capHeight() < height * LEAST * scale:
        size += 1
        font.setPixelSize(size)
    return Line(font, QFontMetrics(font), round(size * LEADING))

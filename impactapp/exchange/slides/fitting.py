"""How much text fits: widths by the letter, as in Arial, so that nothing overflows and nothing is under 18 points.

No font is asked: the measure errs on the wide side, and the program that shows the slide may use another font.
"""

from collections.abc import Sequence
from unicodedata import east_asian_width

LEAST = 18
SIZES = (24, 22, 20, LEAST)
LINE = 1.2
BETWEEN = 8.0  # points between paragraphs

_SAFETY = 1.06
_WIDTHS = {
    "ijl'’": 0.222,
    "It.,:;!/\\|[] f\u00a0\u202f·": 0.278,
    "r()-{}«»“”": 0.36,
    "cksvxyzJ": 0.5,
    "mMW…%": 0.95,
    "wCDGHNOQRUÉÈÀ&": 0.778,
    "ABEKPSTVXYZF+=<>": 0.667,
}
_BY_LETTER = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_OTHER, _WIDE = 0.556, 1.0


def width_of(text: str, size: float) -> float:
    """The width of a line in points, rather too much than too little."""
    return sum(map(_width, text)) * size * _SAFETY


def lines_of(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a width."""
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        filled = 0.0
        for word in paragraph.split(" "):
            needed = width_of(word, size)
            if filled and filled + width_of(" ", size) + needed > width:
                count += 1
                filled = 0.0
            filled += needed + (width_of(" ", size) if filled else 0.0)
            # a word longer than the line goes on in the next
            count += int(filled // width)
            filled %= width
    return count


def shortened(text: str, width: float, size: float, lines: int = 1) -> str:
    """The text, or as many of its words as fit in so many lines, with an ellipsis; line breaks become blanks."""
    whole = " ".join(text.split(" ")).replace("\n", " ")
    if lines_of(whole, width, size) <= lines:
        return whole
    least, most = 0, len(whole)
    while least < most:
        middle = (least + most + 1) // 2
        if lines_of(f"{whole[:middle].rstrip()}…", width, size) <= lines:
            least = middle
        else:
            most = middle - 1
    cut = whole[:least]
    # at the end of a word, unless that would cut half of the text away
    if whole[least] != " " and " " in cut[len(cut) // 2 :]:
        cut = cut.rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:(–…')}…"


def fitted(paragraphs: Sequence[str], width: float, height: float) -> tuple[int, tuple[str, ...]]:
    """The greatest size at which paragraphs fit, and their texts, shortened where even 18 points are too much."""
    for size in SIZES:
        if height_of(paragraphs, width, size) <= height:
            return size, tuple(paragraphs)
    for lines in (5, 4, 3, 2, 1):
        short = tuple(shortened(text, width, LEAST, lines) for text in paragraphs)
        if height_of(short, width, LEAST) <= height:
            return LEAST, short
    kept = [shortened(text, width, LEAST) for text in paragraphs]
    while len(kept) > 1 and height_of((*kept, "…"), width, LEAST) > height:
        kept.pop()
    return LEAST, (*kept, "…")


def height_of(paragraphs: Sequence[str], width: float, size: float) -> float:
    """The height of paragraphs in points."""
    lines = sum(lines_of(text, width, size) for text in paragraphs)
    return lines * size * LINE + BETWEEN * max(0, len(paragraphs) - 1)


def _width(letter: str) -> float:
    if letter in _BY_LETTER:
        return _BY_LETTER[letter]
    return _WIDE if east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF else _OTHER if letter.islower() else 0.62

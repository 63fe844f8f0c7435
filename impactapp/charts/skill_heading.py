"""The head of a figure of one skill: its name, and sentences under it."""

from collections.abc import Sequence

from impactapp.charts.lettering import printable, wrapped
from impactapp.charts.notes import draw_notes, lines_of, notes_height
from impactapp.charts.sheet import SECTION, Sheet

TITLE_LINES, LINE = 2, 24.0
_BOLDER = 0.86


def heading_height(title: str, sentences: Sequence[str], wide: float) -> float:
    """What the head needs at most on a figure of this width."""
    lines = min(TITLE_LINES, lines_of(title, wide * _BOLDER, SECTION))
    return lines * LINE + 4 + notes_height(sentences, wide - 4)


def draw_heading(sheet: Sheet, title: str, sentences: Sequence[str]) -> float:
    """Write the head from the top down; gives where it ends."""
    y = 0.0
    for line in wrapped(printable(title), sheet.width * _BOLDER, SECTION, TITLE_LINES):
        sheet.write(0, y + LINE / 2, line, size=SECTION, bold=True)
        y += LINE
    return draw_notes(sheet, y + 4, sentences)

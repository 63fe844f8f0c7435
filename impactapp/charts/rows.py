"""What the figures with one row an activity share: the labels at the left, the height of a row, how many are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.charts.sheet import BODY, SMALL, Sheet
from impactapp.i18n import ngettext

MOST_ROWS = 200
TALL, LOW = 40.0, 28.0
MANY = 40


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows from ``top`` down, labels up to ``left``."""

    top: float
    left: float
    step: float
    count: int

    def middle(self, position: int) -> float:
        """The middle of a row."""
        return self.top + (position + 0.5) * self.step

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top + self.count * self.step


def step_of(count: int) -> float:
    """Two lines a label while the rows are few, one when they are many."""
    return TALL if count <= MANY else LOW


def height_of(count: int, top: float, bottom: float) -> float:
    """The height of a figure of ``count`` rows under a heading and over a legend."""
    drawn = min(count, MOST_ROWS)
    return top + drawn * step_of(drawn) + bottom + (step_of(drawn) if count > MOST_ROWS else 0)


def lay_rows(sheet: Sheet, labels: Sequence[str], top: float, share: float = 0.42) -> Rows:
    """Write the labels; of more than ``MOST_ROWS`` the first ones, and how many are left out."""
    count = min(len(labels), MOST_ROWS)
    rows = Rows(top, min(sheet.width * share, 470.0), step_of(count), count)
    lines = 2 if rows.step == TALL else 1
    for position, label in enumerate(labels[:count]):
        sheet.write_wrapped(
            0, rows.middle(position), label, rows.left - 24, lines=lines, size=BODY if lines == 2 else 13
        )
    left_out = len(labels) - count
    if left_out:
        words = ngettext("and {count} more, in the exports", "and {count} more, in the exports", left_out)
        sheet.write(0, rows.bottom + rows.step / 2, words.format(count=left_out), size=SMALL, color=sheet.palette.muted)
    return rows

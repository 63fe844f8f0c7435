"""The shapes of the two hypotheses: open circle for the low one, filled for the high one, a ringed dot for both."""

from collections.abc import Sequence

from impactapp.charts.lettering import width
from impactapp.charts.sheet import BODY, Sheet
from impactapp.domain.level import Hypothesis
from impactapp.i18n import _
from impactapp.labels import hypothesis_word

RADIUS = 8.0
End = tuple[float | None, float | None, float]


def draw_ends(sheet: Sheet, ends: Sequence[End], color: str = "") -> None:
    """Draw intervals ``(x of low, x of high, y)``; an unknown end is left out."""
    strong = color or sheet.palette.accent
    apart = [(low, high, y) for low, high, y in ends if low is not None and high is not None and low != high]
    equal = [(low, y) for low, high, y in ends if low is not None and low == high]
    sheet.lines([(low, y, high, y) for low, high, y in apart], strong, 3.0)
    lows = [(low, y) for low, high, y in ends if low is not None and low != high]
    highs = [(high, y) for low, high, y in ends if high is not None and low != high]
    sheet.circles(lows, RADIUS, fill=sheet.palette.background, edge=strong)
    sheet.circles(highs, RADIUS + 1, fill=strong)
    sheet.circles(equal, RADIUS + 4, fill=sheet.palette.background, edge=strong)
    sheet.circles(equal, RADIUS, fill=strong)


def draw_legend(sheet: Sheet, y: float, color: str = "") -> None:
    """Say in words what the shapes are."""
    muted = sheet.palette.muted
    x = RADIUS
    shown = (
        (hypothesis_word(Hypothesis.LOW), (x, None)),
        (hypothesis_word(Hypothesis.HIGH), (None, x)),
        (_("both the same"), (x, x)),
    )
    at, gap = 12.0, 36.0
    natural = sum(20 + width(words, BODY) for words, _ends in shown) + at
    # closer together, then smaller, on a narrow page
    gap = max(12.0, min(gap, (sheet.width - natural) / (len(shown) - 1)))
    size = min(BODY, BODY * (sheet.width - at - 60 - gap * (len(shown) - 1)) / (natural - at - 60))
    for words, (low, high) in shown:
        draw_ends(sheet, [(at if low else None, at if high else None, y)], color)
        sheet.write(at + 20, y, words, size=size, color=muted)
        at += 20 + width(words, size) + gap

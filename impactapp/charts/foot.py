"""The foot of a figure of practice: the legend of every sign in words, then what the figure cannot say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from impactapp.charts.class_chips import CHIP, draw_classes
from impactapp.charts.lettering import printable, width, wrapped
from impactapp.charts.notes import BETWEEN, LINE, MOST_LINES, draw_notes, notes_height, roughly
from impactapp.charts.sheet import SMALL, Box, Sheet
from impactapp.charts.taken import RING, Fate, draw_shapes, edge, fate_word, fill
from impactapp.domain.level import HYPOTHESES, Hypothesis, Level
from impactapp.i18n import _
from impactapp.labels import hypothesis_word
from impactapp.labels.skills import exposure_word

Sign = Fate | Hypothesis | Level | None
LEGEND_LINE, ABOVE, UNDER_LEGEND = 24.0, 10.0, 6.0
SWATCH, BESIDE, APART = 26.0, 8.0, 22.0


@dataclass(frozen=True, slots=True)
class Foot:
    """The signs to explain (``None`` is the ring of two hypotheses that agree) and the sentences under them."""

    signs: tuple[Sign, ...]
    sentences: tuple[str, ...]

    def reserved(self, wide: float) -> float:
        """What it needs at most on a figure of this width, without loading a font."""
        lines = _lines(self._places(wide, roughly))
        return ABOVE + lines * LEGEND_LINE + UNDER_LEGEND + notes_height(self.sentences, wide - 4)

    def height(self, wide: float) -> float:
        """What it takes on a figure of this width."""
        lines = _lines(self._places(wide, width))
        blocks = [wrapped(printable(words), wide - 4, SMALL, MOST_LINES) for words in self.sentences]
        notes = sum(len(block) * LINE + BETWEEN for block in blocks)
        return ABOVE + lines * LEGEND_LINE + UNDER_LEGEND + notes

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it from ``top`` down."""
        y, lines = top + ABOVE, 0
        for sign, x, line in self._places(sheet.width, width):
            middle = y + (line + 0.5) * LEGEND_LINE
            _draw_sign(sheet, sign, x, middle)
            sheet.write(x + _wide(sign) + BESIDE, middle, _word(sign), size=SMALL, color=sheet.palette.muted)
            lines = line + 1
        draw_notes(sheet, y + lines * LEGEND_LINE + UNDER_LEGEND, self.sentences)

    def _places(self, wide: float, measure: Callable[[str, float], float]) -> list[tuple[Sign, float, int]]:
        """Each sign with where it stands on which line."""
        placed: list[tuple[Sign, float, int]] = []
        x, line = 0.0, 0
        for sign in self.signs:
            needed = _wide(sign) + BESIDE + measure(_word(sign), SMALL)
            if x and x + needed > wide:
                x, line = 0.0, line + 1
            placed.append((sign, x, line))
            x += needed + APART
        return placed


def _lines(places: Sequence[tuple[Sign, float, int]]) -> int:
    return 1 + max((line for _sign, _x, line in places), default=-1)


def signs_of(fates: Sequence[Fate], *, ring: bool) -> tuple[Sign, ...]:
    """The signs of a figure that shows these fates, and figures and classes where anything is computed."""
    if all(fate is Fate.UNKNOWN for fate in fates):
        return tuple(fates)
    return (*fates, *HYPOTHESES, *([None] if ring else []), *Level)


def _word(sign: Sign) -> str:
    if sign is None:
        return _("both the same")
    if isinstance(sign, Fate):
        return fate_word(sign)
    return hypothesis_word(sign) if isinstance(sign, Hypothesis) else exposure_word(sign)


def _wide(sign: Sign) -> float:
    if isinstance(sign, Fate):
        return SWATCH
    return CHIP if isinstance(sign, Level) else 2 * RING


def _draw_sign(sheet: Sheet, sign: Sign, x: float, y: float) -> None:
    if isinstance(sign, Fate):
        sheet.boxes([Box(x, y - 8, SWATCH, 16, fill(sheet.palette, sign), edge(sheet.palette, sign))], 3.0)
    elif isinstance(sign, Level):
        draw_classes(sheet, x, y, (sign,))
    else:
        middle = x + RING
        low, high = sign is not Hypothesis.HIGH, sign is not Hypothesis.LOW
        draw_shapes(sheet, middle if low else None, middle if high else None, y)

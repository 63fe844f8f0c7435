"""What becomes of a part of practice: the AI takes it in both hypotheses, in the high one, or it is kept."""

from collections.abc import Iterator, Sequence
from enum import Enum

from impactapp.charts.lettering import width
from impactapp.charts.paragraphs import NARROWEST
from impactapp.charts.sheet import SMALL, Box, Sheet
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.skills import LinkResult, SkillResult
from impactapp.domain.level import Level
from impactapp.i18n import _
from impactapp.labels import hypothesis_mark, level_letters, percent
from impactapp.domain.level import Hypothesis
from impactapp.palette import Palette

LEGEND_LINE = 26.0
SWATCH, BESIDE, APART = 26.0, 8.0, 22.0
LETTERS_WIDE, LETTERS_TALL = 30.0, 18.0


class Fate(Enum):
    """What becomes of a part of practice."""

    TAKEN = 1
    MORE = 2
    KEPT = 3
    UNKNOWN = 4


def taken(shown: SkillResult, link: LinkResult) -> Interval:
    """What the AI takes of a skill through one task; unknown where too little of the skill is rated to say anything."""
    return Interval() if shown.practice.low is None else link.taken


def fates(shown: SkillResult, link: LinkResult) -> Iterator[tuple[Fate, float]]:
    """The part of a skill's practice that comes from one task, divided; each 0..1 of the skill's whole practice."""
    lost = taken(shown, link)
    if lost.low is None or lost.high is None:
        yield Fate.UNKNOWN, link.part
        return
    divided = ((Fate.TAKEN, lost.low), (Fate.MORE, lost.high - lost.low), (Fate.KEPT, link.part - lost.high))
    for fate, part in divided:
        if part > 1e-9:
            yield fate, part


def fill(palette: Palette, fate: Fate) -> str:
    """The colour of a fate; none for what is not rated."""
    return {
        Fate.TAKEN: palette.exposure[Level.FORT - 1].ground,
        Fate.MORE: palette.exposure[Level.MOYEN - 1].ground,
        Fate.KEPT: palette.surface,
        Fate.UNKNOWN: "",
    }[fate]


def edge(palette: Palette, fate: Fate) -> str:
    """The outline of a fate, where its colour is close to the page."""
    return palette.line if fate in (Fate.KEPT, Fate.UNKNOWN) else fill(palette, fate)


def legend_height(lines: int = 2) -> float:
    """What the legend needs on a narrow figure."""
    return lines * LEGEND_LINE


def draw_legend(sheet: Sheet, y: float, fates_shown: Sequence[Fate]) -> float:
    """Say in words what the colours are, from ``y`` down; returns where that ends."""
    x = 0.0
    for fate in fates_shown:
        words = fate_word(fate)
        needed = SWATCH + BESIDE + width(words, SMALL)
        if x and x + needed > sheet.width:
            x, y = 0.0, y + LEGEND_LINE
        sheet.boxes([Box(x, y + 5, SWATCH, 16, fill(sheet.palette, fate), edge(sheet.palette, fate))], 3.0)
        sheet.write(x + SWATCH + BESIDE, y + 13, words, size=SMALL, color=sheet.palette.muted)
        x += needed + APART
    return y + LEGEND_LINE


def fate_word(fate: Fate) -> str:
    """What becomes of a part of practice, in words."""
    return {
        Fate.TAKEN: _("taken by AI in both hypotheses"),
        Fate.MORE: _("taken as well in the high hypothesis"),
        Fate.KEPT: _("practice kept"),
        Fate.UNKNOWN: _("not rated"),
    }[fate]


def both(interval: Interval) -> str:
    """The figures of the two hypotheses with their shapes, « ○ 79 % ● 57 % », or the one that holds for both."""
    low, high = percent(interval.low), percent(interval.high)
    if low == high:
        return low
    return f"{hypothesis_mark(Hypothesis.LOW)}\u00a0{low}  {hypothesis_mark(Hypothesis.HIGH)}\u00a0{high}"


def draw_classes(sheet: Sheet, x: float, y: float, classes: tuple[Level | None, Level | None]) -> float:
    """The class letters under both hypotheses on their colours, once where they agree; returns where they end."""
    listed = [level for level in dict.fromkeys(classes) if level is not None]
    for level in listed:
        swatch = sheet.palette.exposure[level - 1]
        shape = Box(x, y - LETTERS_TALL / 2, LETTERS_WIDE, LETTERS_TALL, swatch.ground, sheet.palette.line)
        sheet.boxes([shape], 4.0)
        sheet.write(x + LETTERS_WIDE / 2, y, level_letters(level), size=SMALL, color=swatch.ink, align="center", bold=True)
        x += LETTERS_WIDE + 4
    return x

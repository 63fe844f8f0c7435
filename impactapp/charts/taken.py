"""What becomes of a part of practice: the AI takes it in both hypotheses, in the high one only, or it is kept."""

from collections.abc import Iterator, Sequence
from enum import Enum

from impactapp.charts.sheet import Sheet
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.skills import LinkResult, SkillResult
from impactapp.domain.level import Hypothesis, Level
from impactapp.i18n import _
from impactapp.labels import hypothesis_mark, percent
from impactapp.labels.skills import link_sentence
from impactapp.palette import Palette

DOT, RING = 6.0, 8.5
_LEAST = 1e-9


class Fate(Enum):
    """What becomes of a part of practice."""

    TAKEN = 1
    MORE = 2
    KEPT = 3
    UNKNOWN = 4


def taken(shown: SkillResult, link: LinkResult) -> Interval:
    """What the AI takes of a skill through one activity; unknown where too little of the skill is rated."""
    return Interval() if shown.practice.low is None else link.taken


def fates(shown: SkillResult, link: LinkResult) -> Iterator[tuple[Fate, float]]:
    """The part of a skill's practice that comes from one activity, divided; each 0..1 of the whole practice."""
    lost = taken(shown, link)
    if lost.low is None or lost.high is None:
        yield Fate.UNKNOWN, link.part
        return
    divided = ((Fate.TAKEN, lost.low), (Fate.MORE, lost.high - lost.low), (Fate.KEPT, link.part - lost.high))
    for fate, part in divided:
        if part > _LEAST:
            yield fate, part


def shown_fates(results: Sequence[SkillResult]) -> list[Fate]:
    """The fates that these skills show, in the order of a legend."""
    found = {fate for shown in results for link in shown.links for fate, _part in fates(shown, link)}
    return [fate for fate in Fate if fate in found]


def most_taken_first(shown: SkillResult, link: LinkResult) -> tuple[float, float, float]:
    """The key that puts what the AI takes most of first, and what is not rated last."""
    lost = taken(shown, link)
    return (1.0 if lost.high is None else -lost.high, 1.0 if lost.low is None else -lost.low, -link.part)


def link_words(shown: SkillResult, link: LinkResult) -> str:
    """One activity's part in a skill, in words; without what is taken where too little is rated to compute."""
    if shown.practice.low is None and link.taken.low is not None:
        return _("{task}: {part} of the practice of this skill.").format(task=link.task.title, part=percent(link.part))
    return link_sentence(link)


def fill(palette: Palette, fate: Fate) -> str:
    """The colour of a fate; none for what is not rated."""
    return {
        Fate.TAKEN: palette.exposure[Level.FORT - 1].ground,
        Fate.MORE: palette.exposure[Level.MOYEN - 1].ground,
        Fate.KEPT: palette.surface,
        Fate.UNKNOWN: "",
    }[fate]


def edge(palette: Palette, fate: Fate) -> str:
    """The outline of a fate, which carries it where its colour is close to the page."""
    return palette.line if fate in (Fate.KEPT, Fate.UNKNOWN) else fill(palette, fate)


def fate_word(fate: Fate) -> str:
    """What becomes of a part of practice, in words."""
    return {
        Fate.TAKEN: _("taken by AI in both hypotheses"),
        Fate.MORE: _("taken in the high hypothesis only"),
        Fate.KEPT: _("practice kept"),
        Fate.UNKNOWN: _("not rated, or nothing computed"),
    }[fate]


def draw_shapes(sheet: Sheet, low: float | None, high: float | None, y: float) -> None:
    """The shapes of the two hypotheses on a bar: open circle, filled circle, a ringed dot where they agree."""
    ink, ground = sheet.palette.text, sheet.palette.background
    if low is not None and high is not None and abs(low - high) < 1:
        sheet.circles([(low, y)], RING, fill=ground, edge=ink)
        sheet.circles([(low, y)], RING - 4, fill=ink)
        return
    if low is not None:
        sheet.circles([(low, y)], DOT, fill=ground, edge=ink)
    if high is not None:
        # its rim tells it from a dark bar
        sheet.circles([(high, y)], DOT + 1, fill=ink, edge=ground, thickness=1.2)


def both(interval: Interval) -> str:
    """The figures of the two hypotheses with their shapes, « ○ 79 % ● 57 % », or the one that holds for both."""
    low, high = percent(interval.low), percent(interval.high)
    if low == high:
        return low
    return f"{hypothesis_mark(Hypothesis.LOW)}\u00a0{low}\u2002{hypothesis_mark(Hypothesis.HIGH)}\u00a0{high}"

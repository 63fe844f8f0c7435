"""What is left of a skill that nobody practises: a band of two shapes over twelve months, with all its limits."""

from dataclasses import dataclass
from itertools import pairwise

from impactapp.charts.chosen_skill import chosen_skill
from impactapp.charts.lettering import printable, width, wrapped
from impactapp.charts.notes import BETWEEN, LINE, MOST_LINES, draw_notes, lines_of, notes_height
from impactapp.charts.saving import WIDTH
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.charts.skill_heading import draw_heading, heading_height
from impactapp.charts.subject import Subject
from impactapp.charts.taken import both
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.retention import HALF_LIVES, LAST_MONTH, retention_exponential, retention_linear
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.skill import Retention
from impactapp.i18n import _
from impactapp.labels import fte, percent, share
from impactapp.labels.skills import basis_sentence, retention_limits, retention_word, skill_sentence

TOLD = (1, 6, 12)
TICKS = (0, 3, 6, 9, 12)
PLOT, MOST_PLOT = 280.0, 380.0
ABOVE, TABLE, TABLE_ROW = 34.0, 92.0, 24.0
LEFT, RIGHT = 164.0, 30.0
DOT, DASH = 3.5, 7.0


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where months and shares stand."""

    kind: Retention
    top: float
    bottom: float
    left: float
    right: float

    def x(self, month: float) -> float:
        """Where a month stands."""
        return self.left + (self.right - self.left) * month / LAST_MONTH

    def y(self, left: float) -> float:
        """Where a share 0..1 stands."""
        return self.bottom - (self.bottom - self.top) * left

    def exponential(self, month: float) -> tuple[float, float]:
        """The point of the one shape at a month."""
        return self.x(month), self.y(retention_exponential(self.kind, month))

    def linear(self, month: float) -> tuple[float, float]:
        """The point of the other."""
        return self.x(month), self.y(retention_linear(self.kind, month))


def height(result: ProfessionResult, subject: Subject) -> float:
    """How tall the figure wants to be in a file."""
    return height_at(WIDTH, result, subject)


def height_at(wide: float, result: ProfessionResult, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    shown = chosen_skill(result, subject)
    if shown is None:
        return 60.0
    lines = sum(lines_of(words, wide - 4, BODY) for words in _practice_words(shown))
    foot = lines * (LINE + 3) + 2 * BETWEEN + 8 + notes_height(_limits(shown), wide - 4)
    return heading_height(shown.skill.title, [_kind_words(shown)], wide) + ABOVE + PLOT + TABLE + foot + 24


def draw(sheet: Sheet, result: ProfessionResult, subject: Subject) -> None:
    """Draw it; the practice that the skill keeps is said under it, and never drawn into it."""
    shown = chosen_skill(result, subject)
    if shown is None:
        sheet.write(0, 30, _("No skill yet."))
        return
    top = draw_heading(sheet, shown.skill.title, [_kind_words(shown)])
    sheet.mark(0, 0, sheet.width, top, f"{shown.skill.title}\n{skill_sentence(shown)}", skill_id=shown.skill.id)
    tall = sheet.height - top - ABOVE - TABLE - _foot_height(sheet, shown) - 24
    bottom = top + ABOVE + max(PLOT, min(tall, MOST_PLOT))
    plot = _Plot(shown.skill.retention, top + ABOVE, bottom, LEFT, sheet.width - RIGHT)
    _axes(sheet, plot)
    _band(sheet, plot)
    _half(sheet, plot)
    _table(sheet, plot)
    _foot(sheet, shown, bottom + TABLE)
    words = " ".join(_values_words(shown.skill.retention))
    sheet.mark(0, top, sheet.width, bottom + TABLE - top, words, skill_id=shown.skill.id)


def describe(result: ProfessionResult, subject: Subject) -> list[str]:
    """The figure in words: the skill, its half-life, the values of both shapes, the practice kept, the limits."""
    shown = chosen_skill(result, subject)
    if shown is None:
        return [_("No skill yet.")]
    values = _values_words(shown.skill.retention)
    return [shown.skill.title, _kind_words(shown), *values, *_practice_words(shown), *_limits(shown)]


def _kind_words(shown: SkillResult) -> str:
    return _(
        "Type of retention: {kind}. Half of the acquired gain is lost after about {months} months without any practice "
        "(Tatel & Ackerman 2025)."
    ).format(kind=retention_word(shown.skill.retention).lower(), months=_half_life(shown.skill.retention))


def _half_life(kind: Retention) -> str:
    # as many decimals as it has, and the comma of French
    return fte(HALF_LIVES[kind])


def _practice_words(shown: SkillResult) -> list[str]:
    """What the skill keeps of its practice, and why the curve is not its forecast."""
    if shown.practice.low is None:
        return [basis_sentence(shown), _("The curve holds for total non-use.")]
    words = _("Practice kept: {kept} (○ low hypothesis, ● high hypothesis); the curve holds for total non-use.")
    if shown.practice.low == shown.practice.high:
        words = _("Practice kept: {kept} in both hypotheses; the curve holds for total non-use.")
    said = [words.format(kept=both(shown.practice))]
    left = shown.atrophy.residual
    if shown.atrophy.restored and left.low is not None and left.high is not None:
        kept = both(Interval(1 - left.low, 1 - left.high))
        said.append(_("With the measures decided or in place: {kept}.").format(kept=kept))
    return said


def _limits(shown: SkillResult) -> list[str]:
    return [f"– {words}" for words in (shown.skill.source, *retention_limits()) if words]


def _values_words(kind: Retention) -> list[str]:
    said = []
    for month in TOLD:
        exponential, linear = _figure(retention_exponential(kind, month)), _figure(retention_linear(kind, month))
        words = _("After {months} months without any practice: {exponential} (exponential), {linear} (linear).")
        if month == 1:
            words = _("After {months} month without any practice: {exponential} (exponential), {linear} (linear).")
        said.append(words.format(months=month, exponential=exponential, linear=linear))
    return said


def _figure(left: float) -> str:
    """Three digits, as the source's table has them."""
    return share(round(left, 3))


def _axes(sheet: Sheet, plot: _Plot) -> None:
    muted, faint = sheet.palette.muted, sheet.palette.faint_line
    sheet.write(0, plot.top - 20, _("part of the acquired gain that is left"), size=SMALL, color=muted)
    for quarter in range(5):
        y = plot.y(quarter / 4)
        sheet.lines([(plot.left, y, plot.right, y)], faint if quarter else sheet.palette.line)
        sheet.write(plot.left - 12, y, percent(quarter / 4), size=SMALL, color=muted, align="right")
    for month in TICKS:
        sheet.lines([(plot.x(month), plot.bottom, plot.x(month), plot.bottom + 5)], sheet.palette.line)
        sheet.write(plot.x(month), plot.bottom + 16, str(month), size=SMALL, color=muted, align="center")
    sheet.write(plot.left - 12, plot.bottom + 16, _("months without practice"), size=SMALL, color=muted, align="right")


def _band(sheet: Sheet, plot: _Plot) -> None:
    months = [month / 4 for month in range(4 * LAST_MONTH + 1)]
    upper, lower = [plot.exponential(month) for month in months], [plot.linear(month) for month in months]
    ground, ink = sheet.palette.exposure[0].ground, sheet.palette.text
    sheet.shapes([[*upper, *reversed(lower)]], fill=ground)
    sheet.lines([(*one, *other) for one, other in pairwise(upper)], ink, 2.2)
    _dashes(sheet, plot.linear(0), plot.linear(LAST_MONTH), ink)
    for month in TOLD:
        places = [plot.exponential(month), plot.linear(month)]
        sheet.circles(places, DOT, fill=ink)
        top = min(y for _x, y in places)
        sheet.lines([(plot.x(month), top, plot.x(month), plot.bottom)], sheet.palette.line, 0.8)


def _dashes(sheet: Sheet, start: tuple[float, float], end: tuple[float, float], color: str) -> None:
    long = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    count = max(1, int(long / (2 * DASH)))

    def point(at: float) -> tuple[float, float]:
        return start[0] + (end[0] - start[0]) * at / count, start[1] + (end[1] - start[1]) * at / count

    sheet.lines([(*point(at), *point(at + 0.55)) for at in range(count)], color, 2.2)


def _half(sheet: Sheet, plot: _Plot) -> None:
    """Where both shapes cross: half of the gain is lost; beyond twelve months only in words."""
    month = HALF_LIVES[plot.kind]
    if month > LAST_MONTH:
        return
    x, y = plot.exponential(month)
    words = _("half lost after about {months} months").format(months=_half_life(plot.kind))
    wide = width(words, SMALL)
    left = min(max(x - wide / 2, plot.left + 8), plot.right - wide)
    before = (left - plot.left) / (plot.right - plot.left) * LAST_MONTH
    above = plot.linear(before)[1] - 16
    ink = sheet.palette.accent
    sheet.lines([(x, y - 6, x, above + 10)], ink, 1.2)
    sheet.circles([(x, y)], DOT + 2, fill=sheet.palette.background, edge=ink)
    sheet.boxes([Box(left - 4, above - 9, wide + 8, 18, sheet.palette.background)], 0.0)
    sheet.write(left, above, words, size=SMALL, color=ink)


def _table(sheet: Sheet, plot: _Plot) -> None:
    """The values under their months; the lines before the words are the legend of the plot."""
    palette, top = sheet.palette, plot.bottom + 40
    ink = palette.text
    for at, (words, shape) in enumerate(((_("exponential"), retention_exponential), (_("linear"), retention_linear))):
        y = top + at * TABLE_ROW
        if shape is retention_exponential:
            sheet.lines([(0, y, 26, y)], ink, 2.2)
        else:
            _dashes(sheet, (0, y), (30, y), ink)
        sheet.write(34, y, words, size=SMALL, color=palette.muted)
        for month in TOLD:
            value = _figure(shape(plot.kind, month))
            # the last one stays inside the figure, under the end of its shape
            x = min(plot.x(month), sheet.width - width(value, BODY, bold=True) / 2)
            sheet.write(x, y, value, align="center", bold=True)


def _foot(sheet: Sheet, shown: SkillResult, top: float) -> None:
    y = top
    for words in _practice_words(shown):
        for line in wrapped(printable(words), sheet.width - 4, BODY, MOST_LINES):
            sheet.write(0, y + LINE / 2, line)
            y += LINE + 3
        y += BETWEEN
    draw_notes(sheet, y + 4, _limits(shown))


def _foot_height(sheet: Sheet, shown: SkillResult) -> float:
    said = sum(
        len(wrapped(printable(words), sheet.width - 4, BODY, MOST_LINES)) * (LINE + 3) + BETWEEN
        for words in _practice_words(shown)
    )
    limits = [wrapped(printable(words), sheet.width - 4, SMALL, MOST_LINES) for words in _limits(shown)]
    return said + sum(len(block) * LINE + BETWEEN for block in limits) + 8

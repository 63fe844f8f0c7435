"""Why one skill is exposed: how much of its practice each activity makes, and what the AI takes of it."""

from dataclasses import dataclass

from impactapp.charts.chosen_skill import chosen_skill
from impactapp.charts.class_chips import draw_classes
from impactapp.charts.foot import Foot, signs_of
from impactapp.charts.lettering import width
from impactapp.charts.rows import Rows
from impactapp.charts.saving import WIDTH
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.charts.skill_heading import draw_heading, heading_height
from impactapp.charts.skill_limits import first_limits
from impactapp.charts.subject import Subject
from impactapp.charts.taken import (
    Fate,
    both,
    draw_shapes,
    edge,
    fates,
    fill,
    link_words,
    most_taken_first,
    shown_fates,
    taken,
)
from impactapp.domain.analysis.exposure import FIRST_THIRD, SECOND_THIRD
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import LinkResult, SkillResult
from impactapp.domain.level import Level
from impactapp.i18n import _, ngettext
from impactapp.labels import level_letters, level_word, percent
from impactapp.labels.skills import basis_sentence, exposure_range_word, exposure_word, skill_sentence, stage_word

MOST_ROWS = 100
STEP, MOST_STEP, BAR, COLUMNS = 58.0, 66.0, 16.0, 44.0
TOTAL = 94.0
TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the bars run, where the two columns of figures end, and what part of practice the whole length is."""

    rows: Rows
    right: float
    parts: float
    whole: float

    def place(self, part: float) -> float:
        """Where a part of practice ends."""
        return self.rows.left + (self.right - self.rows.left) * part / self.whole


def height(result: ProfessionResult, subject: Subject) -> float:
    """How tall the figure wants to be in a file."""
    return height_at(WIDTH, result, subject)


def height_at(wide: float, result: ProfessionResult, subject: Subject) -> float:
    """How tall it wants to be on a page so wide."""
    shown = chosen_skill(result, subject)
    if shown is None or not shown.links:
        return 110.0
    rows = min(len(shown.links), MOST_ROWS)
    more = 24.0 if len(shown.links) > MOST_ROWS else 0.0
    head = heading_height(shown.skill.title, [basis_sentence(shown)], wide)
    return head + COLUMNS + rows * STEP + more + TOTAL + _foot(shown, result, subject).reserved(wide)


def draw(sheet: Sheet, result: ProfessionResult, subject: Subject) -> None:
    """Draw it, what the AI takes most of first; or say why nothing can be drawn."""
    shown = chosen_skill(result, subject)
    if shown is None:
        sheet.write(0, 20, _("No skill yet."))
        return
    top = draw_heading(sheet, shown.skill.title, [basis_sentence(shown)])
    sheet.mark(0, 0, sheet.width, top, f"{shown.skill.title}\n{skill_sentence(shown)}", skill_id=shown.skill.id)
    if not shown.links:
        return
    below = TOTAL + _foot(shown, result, subject).height(sheet.width) + (24 if len(shown.links) > MOST_ROWS else 0)
    plot = _plot(sheet, shown, top + COLUMNS, sheet.height - below)
    _axis(sheet, plot)
    for at, link in enumerate(_ordered(shown)[: plot.rows.count]):
        _row(sheet, plot, shown, link, at)
    y = plot.rows.bottom
    left_out = len(shown.links) - plot.rows.count
    if left_out:
        words = ngettext("and {count} more, in the exports", "and {count} more, in the exports", left_out)
        sheet.write(0, y + 12, words.format(count=left_out), size=SMALL, color=sheet.palette.muted)
        y += 24
    _total(sheet, plot, shown, y)
    y += TOTAL
    _foot(shown, result, subject).draw(sheet, y)


def describe(result: ProfessionResult, subject: Subject) -> list[str]:
    """The figure in words: the skill, a line an activity, then what is kept of the whole."""
    shown = chosen_skill(result, subject)
    if shown is None:
        return [_("No skill yet.")]
    said = [_("{skill}: {words}").format(skill=shown.skill.title, words=skill_sentence(shown))]
    return [
        *said,
        *(_row_words(shown, link) for link in _ordered(shown)),
        *_total_words(shown),
        *_notes(result, subject),
    ]


def _notes(result: ProfessionResult, subject: Subject) -> tuple[str, ...]:
    return (
        _("Formative: trainees learn the skill by this activity; what AI takes there exposes them to non-acquisition."),
        *first_limits(result, subject),
    )


def _taken_head() -> str:
    return _("taken by AI")


def _foot(shown: SkillResult, result: ProfessionResult, subject: Subject) -> Foot:
    return Foot(signs_of(shown_fates([shown]), ring=True), _notes(result, subject))


def _ordered(shown: SkillResult) -> list[LinkResult]:
    return sorted(shown.links, key=lambda link: most_taken_first(shown, link))


def _plot(sheet: Sheet, shown: SkillResult, top: float, bottom: float) -> _Plot:
    left = min(sheet.width * 0.38, 430.0)
    figures = [*(taken(shown, link) for link in shown.links), shown.atrophy.exposure]
    widest = max(width(both(lost), BODY, bold=True) for lost in figures)
    parts = sheet.width - max(widest, width(_taken_head(), SMALL)) - 18
    right = parts - 60
    largest = max(link.part for link in shown.links)
    tick = next((tick for tick in TICKS if largest / tick <= 5), TICKS[-1])
    whole = min(1.0, tick * -(-largest // tick)) if largest else 1.0
    count = min(len(shown.links), MOST_ROWS)
    step = max(STEP, min((bottom - top) / count, MOST_STEP))
    return _Plot(Rows(top, left, step, count), right, parts, whole)


def _axis(sheet: Sheet, plot: _Plot) -> None:
    rows, muted = plot.rows, sheet.palette.muted
    step = next((step for step in TICKS if plot.whole / step <= 5.01), TICKS[-1])
    ticks = [step * count for count in range(int(plot.whole / step + 1e-9) + 1)]
    if (plot.right - rows.left) / max(1, len(ticks) - 1) < 46:
        ticks = [0.0, ticks[-1]]
    sheet.lines(
        [(plot.place(tick), rows.top - 6, plot.place(tick), rows.bottom) for tick in ticks], sheet.palette.faint_line
    )
    for tick in ticks:
        sheet.write(plot.place(tick), rows.top - 15, percent(tick), size=SMALL, color=muted, align="center")
    heads = rows.top - 34
    sheet.write(0, heads, _("Activity"), size=SMALL, color=muted)
    sheet.write(rows.left, heads, _("Part of the practice"), size=SMALL, color=muted, room=plot.parts - rows.left)
    sheet.write(sheet.width, heads, _taken_head(), size=SMALL, color=muted, align="right")


def _row(sheet: Sheet, plot: _Plot, shown: SkillResult, link: LinkResult, at: int) -> None:
    rows, palette = plot.rows, sheet.palette
    top, y = rows.top + at * rows.step, rows.middle(at) - 8
    sheet.write_wrapped(0, rows.middle(at), link.task.title, rows.left - 24, lines=3, size=13)
    start = 0.0
    for fate, part in fates(shown, link):
        _bar(sheet, plot.place(start), plot.place(start + part), y, fill(palette, fate), edge(palette, fate))
        start += part
    lost = taken(shown, link)
    if lost.low is not None and lost.high is not None:
        draw_shapes(sheet, plot.place(lost.low), plot.place(lost.high), y)
    sheet.write(plot.parts, y, percent(link.part), align="right")
    sheet.write(sheet.width, y, _lost_words(lost.low, link, shown), align="right")
    marks = _marks(link)
    if marks:
        # the lines of the axis stop at the words
        sheet.boxes([Box(rows.left + 1, y + 12, width(marks, SMALL) + 3, 17, palette.background)], 0.0)
    sheet.write(rows.left, y + 20, marks, size=SMALL, color=palette.muted, room=sheet.width - rows.left)
    sheet.mark(0, top, sheet.width, STEP, _row_words(shown, link), task_id=link.task.id, skill_id=shown.skill.id)


def _lost_words(low: float | None, link: LinkResult, shown: SkillResult) -> str:
    if low is None and link.taken.low is None:
        return level_word(None)
    return both(taken(shown, link))


def _bar(sheet: Sheet, start: float, end: float, y: float, ground: str, outline: str) -> None:
    sheet.boxes([Box(start, y - BAR / 2, end - start, BAR, ground, outline)], 1.5)


def _marks(link: LinkResult) -> str:
    """The stage, whether trainees learn by it, whether a human validates: what is so, in words."""
    said = [stage_word(link.link.stage).lower()] if link.link.stage else []
    if link.link.formative:
        said.append(_("formative"))
    if link.task.human_validates:
        said.append(_("validated by a human"))
    return " · ".join(said)


def _row_words(shown: SkillResult, link: LinkResult) -> str:
    marks = _marks(link)
    return f"{link_words(shown, link)} ({marks})" if marks else link_words(shown, link)


def _total(sheet: Sheet, plot: _Plot, shown: SkillResult, top: float) -> None:
    """The whole practice on its own scale: three classes under the bar, and where both hypotheses end."""
    palette, left, right = sheet.palette, plot.rows.left, plot.right
    y = top + 30
    sheet.lines([(0, top + 6, sheet.width, top + 6)], palette.line)
    whole = _("The whole practice") if shown.basis and shown.basis > 1 - 1e-9 else _("The rated practice")
    sheet.write(0, y, whole, bold=True)
    lost = shown.atrophy.exposure
    if lost.low is None or lost.high is None:
        sheet.write_wrapped(left, y, basis_sentence(shown), sheet.width - left, size=SMALL, color=palette.muted)
        return

    def place(part: float) -> float:
        return left + (right - left) * part

    classes = ((0.0, FIRST_THIRD), (FIRST_THIRD, SECOND_THIRD), (SECOND_THIRD, 1.0))
    _bars_of_whole(sheet, y, [place(part) for part in (0.0, lost.low, lost.high, 1.0)])
    draw_shapes(sheet, place(lost.low), place(lost.high), y)
    narrow = any(width(f"{level_letters(level)} {exposure_word(level)}", SMALL) > (right - left) / 3 for level in Level)
    for level, (first, last) in zip(Level, classes, strict=True):
        sheet.lines([(place(last), y - 14, place(last), y + 26)], palette.line)
        words = level_letters(level) if narrow else f"{level_letters(level)} {exposure_word(level)}"
        sheet.write((place(first) + place(last)) / 2, y + 22, words, size=SMALL, color=palette.muted, align="center")
    sheet.write(plot.parts, y, percent(1.0), align="right")
    sheet.write(sheet.width, y, both(lost), align="right", bold=True)
    _kept(sheet, shown, top + 74)
    sheet.mark(0, top + 6, sheet.width, TOTAL - 6, " ".join(_total_words(shown)), skill_id=shown.skill.id)


def _bars_of_whole(sheet: Sheet, y: float, places: list[float]) -> None:
    for fate, start, end in zip((Fate.TAKEN, Fate.MORE, Fate.KEPT), places[:-1], places[1:], strict=True):
        if end > start:
            _bar(sheet, start, end, y, fill(sheet.palette, fate), edge(sheet.palette, fate))


def _kept(sheet: Sheet, shown: SkillResult, y: float) -> None:
    x = draw_classes(sheet, 0, y, shown.atrophy.exposed_class)
    words = " · ".join(_total_words(shown))
    sheet.write(x + 6, y, words, room=sheet.width - x - 6)


def _total_words(shown: SkillResult) -> list[str]:
    if shown.practice.low is None:
        return []
    return [
        _("Practice kept: {kept}").format(kept=both(shown.practice)),
        exposure_range_word(shown.atrophy.exposed_class),
    ]

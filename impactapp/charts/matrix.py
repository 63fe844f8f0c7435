"""The rating matrix as a heat map: criteria, proposal and decision of each activity under both hypotheses."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.charts.lettering import width
from impactapp.charts.rows import Rows, height_of, lay_rows
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.domain.analysis.results import ProfessionResult, TaskResult, TaskSide
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.i18n import _
from impactapp.labels import (
    aspect_short,
    aspect_word,
    hypothesis_mark,
    hypothesis_short,
    hypothesis_word,
    level_letters,
    level_word,
)

TOP, BOTTOM = 68.0, 44.0
GAP = 18.0
COLUMNS = len(CRITERIA) + 2
SMALLEST = 9.5
# a page narrower than this gives the columns some of the room of the titles
NARROW = 560.0
ONLY_WORDS, NO_PROPOSAL, DIFFERS = "✎", "–", "◥"
LEGEND_LINE = 26.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: where it is, its level, and the sign that stands there without one; a decision may differ."""

    x: float
    y: float
    level: Level | None
    sign: str = ""
    differs: bool = False


def height(result: ProfessionResult) -> float:
    """How tall the figure wants to be."""
    return height_of(len(result.tasks), TOP, BOTTOM + (LEGEND_LINE if _any_differs(result) else 0))


def draw(sheet: Sheet, result: ProfessionResult) -> None:
    """Draw it, the activities in the order of the study."""
    share = 0.40 if sheet.width >= NARROW else 0.32
    rows = lay_rows(sheet, [shown.task.title for shown in result.tasks], TOP, share)
    step = (sheet.width - rows.left - GAP) / (2 * COLUMNS)
    cells: list[_Cell] = []
    for side, hypothesis in enumerate(HYPOTHESES):
        left = rows.left + side * (COLUMNS * step + GAP)
        _head(sheet, hypothesis, left, step)
        sheet.lines([(left - GAP / 2, TOP - 60, left - GAP / 2, rows.bottom)], sheet.palette.faint_line)
        for at, shown in enumerate(result.tasks[: rows.count]):
            cells += _row(shown, hypothesis, left + step / 2, step, rows.middle(at))
    for at, shown in enumerate(result.tasks[: rows.count]):
        sheet.mark(0, rows.top + at * rows.step, sheet.width, rows.step, words(shown), task_id=shown.task.id)
    _paint(sheet, cells, min(step - 6, 44.0), rows)
    differing = any(cell.differs for cell in cells)
    _legend(sheet, any(cell.sign == ONLY_WORDS for cell in cells), LEGEND_LINE if differing else 0)
    if differing:
        _legend_of_difference(sheet)


def words(shown: TaskResult) -> str:
    """One activity in words."""
    low, high = (_side_in_words(shown, hypothesis) for hypothesis in HYPOTHESES)
    return _("{activity}: {low}; {high}").format(activity=shown.task.title, low=low, high=high)


def describe(result: ProfessionResult) -> list[str]:
    """The figure in words, a line an activity."""
    return [words(shown) for shown in result.tasks]


def _differs(side: TaskSide) -> bool:
    """Whether the group decided another level than the proposed one."""
    return None not in (side.substitution, side.proposal) and side.substitution is not side.proposal


def _any_differs(result: ProfessionResult) -> bool:
    return any(_differs(shown.under(hypothesis)) for shown in result.tasks for hypothesis in HYPOTHESES)


def _side_in_words(shown: TaskResult, hypothesis: Hypothesis) -> str:
    side = shown.under(hypothesis)
    told = [
        _("{name}: {value}").format(
            name=aspect_word(criterion), value=_criterion_in_words(shown, hypothesis, criterion)
        )
        for criterion in CRITERIA
    ]
    told.append(_("proposed {level}").format(level=level_word(side.proposal)) if side.proposal else _("no proposal"))
    decided = side.substitution
    words = _("decided {level}, unlike the proposal") if _differs(side) else _("decided {level}")
    told.append(words.format(level=level_word(decided)) if decided else _("no decision"))
    return _("{hypothesis} ({levels})").format(hypothesis=hypothesis_word(hypothesis), levels=", ".join(told))


def _criterion_in_words(shown: TaskResult, hypothesis: Hypothesis, criterion: Aspect) -> str:
    judged = shown.task.judgement(hypothesis, criterion)
    return _("justified in words, without a level") if judged.text and not judged.level else level_word(judged.level)


def _head(sheet: Sheet, hypothesis: Hypothesis, left: float, step: float) -> None:
    word, mark = hypothesis_word(hypothesis).capitalize(), hypothesis_mark(hypothesis)
    heading, room = f"{word} {mark}", COLUMNS * step
    size = max(SMALL, min(BODY, BODY * room / width(heading, BODY, bold=True)))
    if width(heading, size, bold=True) > room:
        heading = f"{hypothesis_short(hypothesis)} {mark}"
    sheet.write(left + room / 2, TOP - 46, heading, size=size, bold=True, align="center", room=room)
    titles = _titles(step)
    widest = max(width(title, SMALL) for title in titles)
    size = max(SMALLEST, min(SMALL, SMALL * step / 62, SMALL * (step - 2) / widest))
    muted = sheet.palette.muted
    for at, title in enumerate(titles):
        x = left + (at + 0.5) * step
        sheet.write(x, TOP - 16, title, size=size, color=muted, align="center", room=step)


def _titles(step: float) -> list[str]:
    """The words over the columns, the shortest ones where there is no room for others."""
    titles = [*(aspect_short(criterion) for criterion in CRITERIA), _("Proposed"), aspect_short(Aspect.SUBSTITUTION)]
    if max(width(title, SMALLEST) for title in titles) <= step - 2:
        return titles
    return [_("Mat."), _("Acc."), _("ROI"), _("Prop."), _("Dec.")]


def _row(shown: TaskResult, hypothesis: Hypothesis, x: float, step: float, y: float) -> list[_Cell]:
    side = shown.under(hypothesis)
    said = [shown.task.judgement(hypothesis, criterion) for criterion in CRITERIA]
    row = [_Cell(x + at * step, y, judged.level, ONLY_WORDS if judged.text else "") for at, judged in enumerate(said)]
    return [
        *row,
        _Cell(x + len(CRITERIA) * step, y, side.proposal, NO_PROPOSAL),
        _Cell(x + (len(CRITERIA) + 1) * step, y, side.substitution, differs=_differs(side)),
    ]


def _paint(sheet: Sheet, cells: list[_Cell], wide: float, rows: Rows) -> None:
    tall = rows.step - (12 if rows.step > 30 else 6)

    def box(cell: _Cell, fill: str) -> Box:
        return Box(cell.x - wide / 2, cell.y - tall / 2, wide, tall, fill, "" if fill else sheet.palette.line)

    size = BODY if wide >= 30 else BODY * wide / 30
    inset = min(6.0, wide / 7)
    for level in Level:
        swatch = sheet.palette.level(level)
        chosen = [cell for cell in cells if cell.level is level]
        sheet.boxes(box(cell, swatch.ground) for cell in chosen)
        sheet.stamp([(cell.x, cell.y) for cell in chosen], level_letters(level), color=swatch.ink, size=size)
        # in the corner, as in the matrix that is rated
        corners = [(cell.x + wide / 2 - inset, cell.y - tall / 2 + inset) for cell in chosen if cell.differs]
        sheet.stamp(corners, DIFFERS, color=swatch.ink, size=1.6 * inset, bold=False)
    empty = [cell for cell in cells if cell.level is None]
    # nobody rates a proposal: where there is none, a dash instead of a box that waits for a level
    sheet.boxes(box(cell, "") for cell in empty if cell.sign != NO_PROPOSAL)
    for sign in (ONLY_WORDS, NO_PROPOSAL):
        places = [(cell.x, cell.y) for cell in empty if cell.sign == sign]
        sheet.stamp(places, sign, color=sheet.palette.muted, size=size, bold=False)


def _legend(sheet: Sheet, with_words: bool, raised: float) -> None:
    y, x = sheet.height - BOTTOM / 2 + 2 - raised, 0.0
    muted = sheet.palette.muted
    shown: Sequence[Level | None] = (*Level, None)
    words = _("justified in words, without a level")
    gap = 18.0
    natural = sum(42 + width(level_word(level), SMALL) + gap for level in shown) + 20
    if with_words and natural + width(words, SMALL) > sheet.width:
        # on a narrow page; the words of each mark say it in full
        words, gap = _("in words"), 8.0
    for level in shown:
        swatch = sheet.palette.level(level) if level else None
        sheet.boxes([Box(x, y - 11, 34, 22, swatch.ground if swatch else "", "" if swatch else sheet.palette.line)])
        if swatch:
            sheet.stamp([(x + 17, y)], level_letters(level), color=swatch.ink, size=SMALL)
        sheet.write(x + 42, y, level_word(level), size=SMALL, color=muted)
        x += 42 + width(level_word(level), SMALL) + gap
    if with_words:
        sheet.stamp([(x + 6, y)], ONLY_WORDS, color=muted, bold=False)
        sheet.write(x + 20, y, words, size=SMALL, color=muted, room=sheet.width - x - 20)


def _legend_of_difference(sheet: Sheet) -> None:
    y, muted = sheet.height - BOTTOM / 2 + 2, sheet.palette.muted
    sheet.stamp([(6, y)], DIFFERS, color=muted, size=SMALL, bold=False)
    sheet.write(20, y, _("the decision differs from the proposal"), size=SMALL, color=muted, room=sheet.width - 20)

"""The rating matrix as a heat map: criteria, proposal and decision of each activity under both hypotheses."""

from dataclasses import dataclass

from impactapp.charts.rows import Rows, height_of, lay_rows
from impactapp.charts.sheet import BODY, SMALL, Box, Sheet
from impactapp.domain.analysis.results import ProfessionResult, TaskResult
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.i18n import _
from impactapp.labels import aspect_short, aspect_word, hypothesis_mark, hypothesis_word, level_letters, level_word

TOP, BOTTOM = 68.0, 44.0
GAP = 18.0
COLUMNS = len(CRITERIA) + 2


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: where it is, its level, and whether only words were written."""

    x: float
    y: float
    level: Level | None
    only_words: bool


def height(result: ProfessionResult) -> float:
    """How tall the figure wants to be."""
    return height_of(len(result.tasks), TOP, BOTTOM)


def draw(sheet: Sheet, result: ProfessionResult) -> None:
    """Draw it, the activities in the order of the study."""
    rows = lay_rows(sheet, [shown.task.title for shown in result.tasks], TOP, 0.40)
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
    _legend(sheet)


def words(shown: TaskResult) -> str:
    """One activity in words."""
    sides = "; ".join(
        _("{hypothesis}: {levels}, proposed {proposed}, decided {decided}").format(
            hypothesis=hypothesis_word(hypothesis),
            levels=", ".join(
                f"{aspect_word(criterion)} {level_word(shown.task.level(hypothesis, criterion))}"
                for criterion in CRITERIA
            ),
            proposed=level_word(shown.under(hypothesis).proposal) if shown.under(hypothesis).proposal else "–",
            decided=level_word(shown.under(hypothesis).substitution),
        )
        for hypothesis in HYPOTHESES
    )
    return _("{activity}: {sides}").format(activity=shown.task.title, sides=sides)


def describe(result: ProfessionResult) -> list[str]:
    """The figure in words, a line an activity."""
    return [words(shown) for shown in result.tasks]


def _head(sheet: Sheet, hypothesis: Hypothesis, left: float, step: float) -> None:
    heading = f"{hypothesis_word(hypothesis).capitalize()} {hypothesis_mark(hypothesis)}"
    sheet.write(left + COLUMNS * step / 2, TOP - 46, heading, bold=True, align="center")
    titles = [*(aspect_short(criterion) for criterion in CRITERIA), _("Proposed"), aspect_short(Aspect.SUBSTITUTION)]
    size = SMALL if step >= 62 else SMALL * max(step, 38.0) / 62
    for at, title in enumerate(titles):
        sheet.write(left + (at + 0.5) * step, TOP - 16, title, size=size, color=sheet.palette.muted, align="center")


def _row(shown: TaskResult, hypothesis: Hypothesis, x: float, step: float, y: float) -> list[_Cell]:
    side = shown.under(hypothesis)
    said = [shown.task.judgement(hypothesis, criterion) for criterion in CRITERIA]
    row = [_Cell(x + at * step, y, judged.level, bool(judged.text)) for at, judged in enumerate(said)]
    return [
        *row,
        _Cell(x + len(CRITERIA) * step, y, side.proposal, False),
        _Cell(x + (len(CRITERIA) + 1) * step, y, side.substitution, False),
    ]


def _paint(sheet: Sheet, cells: list[_Cell], wide: float, rows: Rows) -> None:
    tall = rows.step - (12 if rows.step > 30 else 6)

    def box(cell: _Cell, fill: str) -> Box:
        return Box(cell.x - wide / 2, cell.y - tall / 2, wide, tall, fill, "" if fill else sheet.palette.line)

    size = BODY if wide >= 30 else BODY * wide / 30
    for level in Level:
        swatch = sheet.palette.level(level)
        chosen = [cell for cell in cells if cell.level is level]
        sheet.boxes(box(cell, swatch.ground) for cell in chosen)
        sheet.stamp([(cell.x, cell.y) for cell in chosen], level_letters(level), color=swatch.ink, size=size)
    empty = [cell for cell in cells if cell.level is None]
    sheet.boxes(box(cell, "") for cell in empty)
    sheet.stamp([(c.x, c.y) for c in empty if c.only_words], "✎", color=sheet.palette.muted, size=size, bold=False)


def _legend(sheet: Sheet) -> None:
    y, x = sheet.height - BOTTOM / 2 + 2, 0.0
    muted = sheet.palette.muted
    for level in Level:
        swatch = sheet.palette.level(level)
        sheet.boxes([Box(x, y - 11, 34, 22, swatch.ground)])
        sheet.stamp([(x + 17, y)], level_letters(level), color=swatch.ink, size=SMALL)
        sheet.write(x + 42, y, level_word(level), size=SMALL, color=muted)
        x += 112
    sheet.boxes([Box(x, y - 11, 34, 22, "", sheet.palette.line)])
    sheet.write(x + 42, y, level_word(None), size=SMALL, color=muted)
    sheet.stamp([(x + 147, y)], "✎", color=muted, bold=False)
    sheet.write(x + 162, y, _("justified in words, without a level"), size=SMALL, color=muted)

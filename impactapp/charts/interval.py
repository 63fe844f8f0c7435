"""The interval of each activity: from its level under the low hypothesis to its level under the high one."""

from impactapp.charts.ends import draw_ends, draw_legend
from impactapp.charts.rows import height_of, lay_rows
from impactapp.charts.sheet import SMALL, Sheet
from impactapp.domain.analysis.results import ProfessionResult, TaskResult
from impactapp.domain.level import Level
from impactapp.i18n import _
from impactapp.labels import level_word

TOP, BOTTOM = 44.0, 48.0


def height(result: ProfessionResult) -> float:
    """How tall the figure wants to be."""
    return height_of(len(result.tasks), TOP, BOTTOM)


def draw(sheet: Sheet, result: ProfessionResult) -> None:
    """Draw it, the most substitutable activities first."""
    tasks = _ordered(result)
    rows = lay_rows(sheet, [shown.task.title for shown in tasks], TOP)
    places = _places(rows.left, sheet.width)
    sheet.lines([(x, TOP, x, rows.bottom) for x in places.values()], sheet.palette.faint_line)
    for level, x in places.items():
        sheet.write(x, TOP - 20, level_word(level), bold=True, color=sheet.palette.muted, align="center")
    shown_tasks = tasks[: rows.count]
    draw_ends(sheet, [(*_ends(shown, places), rows.middle(at)) for at, shown in enumerate(shown_tasks)])
    for at, shown in enumerate(shown_tasks):
        if shown.low.substitution is None and shown.high.substitution is None:
            x = (places[Level.FAIBLE] + places[Level.FORT]) / 2
            sheet.write(x, rows.middle(at), level_word(None), size=SMALL, color=sheet.palette.muted, align="center")
        sheet.mark(0, rows.top + at * rows.step, sheet.width, rows.step, words(shown), task_id=shown.task.id)
    draw_legend(sheet, sheet.height - BOTTOM / 2)


def words(shown: TaskResult) -> str:
    """One activity in words."""
    return _("{activity}: low hypothesis {low}, high hypothesis {high}").format(
        activity=shown.task.title, low=level_word(shown.low.substitution), high=level_word(shown.high.substitution)
    )


def describe(result: ProfessionResult) -> list[str]:
    """The figure in words, a line an activity."""
    return [words(shown) for shown in _ordered(result)]


def _ordered(result: ProfessionResult) -> list[TaskResult]:
    return sorted(result.tasks, key=lambda shown: (-(shown.low.substitution or 0), -(shown.high.substitution or 0)))


def _places(left: float, right: float) -> dict[Level, float]:
    first, last = left + 48, right - 48
    return {level: first + (last - first) * (level - 1) / 2 for level in Level}


def _ends(shown: TaskResult, places: dict[Level, float]) -> tuple[float | None, float | None]:
    low, high = shown.low.substitution, shown.high.substitution
    return (None if low is None else places[low], None if high is None else places[high])

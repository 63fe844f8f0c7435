"""The leverage of each activity: how far the rate of the profession moves when it moves one level."""

from impactapp.charts.ends import RADIUS, draw_ends, draw_legend
from impactapp.charts.rows import height_of, lay_rows
from impactapp.charts.sheet import SMALL, Sheet
from impactapp.domain.analysis.results import ProfessionResult, TaskResult
from impactapp.i18n import _
from impactapp.labels import points

TOP, BOTTOM = 52.0, 48.0
VALUES = 110.0
_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0)


def height(result: ProfessionResult) -> float:
    """How tall the figure wants to be."""
    return height_of(len(result.tasks), TOP, BOTTOM)


def draw(sheet: Sheet, result: ProfessionResult) -> None:
    """Draw it, the largest first; or say why it cannot be known."""
    tasks = _ordered(result)
    top = max((_largest(shown) or 0.0 for shown in tasks), default=0.0)
    if not any(_largest(shown) is not None for shown in tasks):
        sheet.write_wrapped(0, TOP + 20, _unknown(), sheet.width - 20, lines=3)
        sheet.mark(0, 0, sheet.width, TOP + 60, _unknown())
        return
    rows = lay_rows(sheet, [shown.task.title for shown in tasks], TOP)
    first, last = rows.left + RADIUS, sheet.width - VALUES

    def place(value: float | None) -> float | None:
        return None if value is None else first + (last - first) * (value / top if top else 0)

    _axis(sheet, top, first, last, rows.bottom)
    shown_tasks = tasks[: rows.count]
    drawn = [
        (place(shown.low.leverage), place(shown.high.leverage), rows.middle(at)) for at, shown in enumerate(shown_tasks)
    ]
    reaches = [(max(low or first, high or first), y) for low, high, y in drawn]
    sheet.lines([(first, y, reach, y) for reach, y in reaches], sheet.palette.line, 2.0)
    draw_ends(sheet, drawn)
    for at, shown in enumerate(shown_tasks):
        sheet.write(sheet.width, rows.middle(at), points(_largest(shown)), align="right")
        sheet.mark(0, rows.top + at * rows.step, sheet.width, rows.step, words(shown), task_id=shown.task.id)
    draw_legend(sheet, sheet.height - BOTTOM / 2)


def words(shown: TaskResult) -> str:
    """One activity in words."""
    return _("{activity}: one level moves the rate by {low} (low hypothesis), {high} (high hypothesis)").format(
        activity=shown.task.title, low=points(shown.low.leverage), high=points(shown.high.leverage)
    )


def describe(result: ProfessionResult) -> list[str]:
    """The figure in words, a line an activity."""
    if not any(_largest(shown) is not None for shown in result.tasks):
        return [_unknown()]
    return [words(shown) for shown in _ordered(result)]


def _axis(sheet: Sheet, top: float, first: float, last: float, bottom: float) -> None:
    step = next((step for step in _STEPS if top / step <= 5), 1.0)
    count = int(top / step + 1e-9) if top else 0
    places = [first + (last - first) * (tick * step / top if top else 0) for tick in range(count + 1)]
    sheet.lines([(x, TOP - 6, x, bottom) for x in places], sheet.palette.faint_line)
    for tick, x in enumerate(places):
        sheet.write(
            x,
            TOP - 18,
            points(tick * step).split("\u00a0")[0].split(" ")[0],
            size=SMALL,
            align="center",
            color=sheet.palette.muted,
        )
    heading = _("points of the rate for one level")
    sheet.write(first - RADIUS, TOP - 40, heading, size=SMALL, color=sheet.palette.muted)


def _ordered(result: ProfessionResult) -> list[TaskResult]:
    return sorted(result.tasks, key=_largest_first)


def _largest_first(shown: TaskResult) -> float:
    largest = _largest(shown)
    return 1.0 if largest is None else -largest


def _largest(shown: TaskResult) -> float | None:
    known = [value for value in (shown.low.leverage, shown.high.leverage) if value is not None]
    return max(known, default=None)


def _unknown() -> str:
    return _(
        "The leverage of an activity is known once it is decided, and where time shares are used, once they add up."
    )

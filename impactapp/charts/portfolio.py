"""The portfolio: the rate of each profession, low to high, beside the working time it exposes."""

from impactapp.charts.ends import draw_ends, draw_legend
from impactapp.charts.lettering import width
from impactapp.charts.rows import height_of, lay_rows
from impactapp.charts.sheet import BODY, SMALL, Sheet
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.i18n import _
from impactapp.labels import fte, fte_range, headline, missing_sentence, percent, percent_range

TOP, BOTTOM = 52.0, 48.0
VALUES, BESIDE = 200.0, 28.0
NARROWEST_TICK = 44.0
# a page narrower than this gives the rates some of the room of titles and values
NARROW = 560.0


def height(results: Results) -> float:
    """How tall the figure wants to be."""
    return height_of(len(results.professions), TOP, BOTTOM)


def draw(sheet: Sheet, results: Results) -> None:
    """Draw it, the most exposed working time first."""
    shown = _ordered(results)
    narrow = sheet.width < NARROW
    rows = lay_rows(sheet, [result.profession.title for result in shown], TOP, 0.28 if narrow else 0.34)
    drawn = shown[: rows.count]
    widest = max((width(_exposed(result), BODY) for result in drawn), default=0.0)
    first, last = rows.left + 24, sheet.width - max(VALUES if not narrow else 0.0, widest + BESIDE)
    _axis(sheet, first, last, rows.bottom)
    muted = sheet.palette.muted

    def place(rate: float | None) -> float | None:
        return None if rate is None else first + (last - first) * rate

    draw_ends(sheet, [(place(r.rate.low), place(r.rate.high), rows.middle(at)) for at, r in enumerate(drawn)])
    for at, result in enumerate(drawn):
        y = rows.middle(at)
        if result.rate.low is None and result.rate.high is None:
            sheet.write(first, y, missing_sentence(result), size=SMALL, color=muted, room=last - first)
        sheet.write(sheet.width, y, _exposed(result), align="right")
        sheet.mark(
            0, rows.top + at * rows.step, sheet.width, rows.step, words(result), profession_id=result.profession.id
        )
    draw_legend(sheet, sheet.height - BOTTOM / 2)


def words(result: ProfessionResult) -> str:
    """One profession in words."""
    title = result.profession.title
    if result.rate.low is None or result.rate.high is None:
        return _("{profession}: {missing}").format(profession=title, missing=headline(result))
    return _("{profession}: rate {rate}, working time exposed {exposed}").format(
        profession=title, rate=percent_range(result.rate), exposed=_exposed(result)
    )


def describe(results: Results) -> list[str]:
    """The figure in words, a line a profession."""
    return [words(result) for result in _ordered(results)]


def _axis(sheet: Sheet, first: float, last: float, bottom: float) -> None:
    parts = next((parts for parts in (4, 2) if (last - first) / parts >= NARROWEST_TICK), 1)
    places = [first + (last - first) * tick / parts for tick in range(parts + 1)]
    sheet.lines([(x, TOP - 6, x, bottom) for x in places], sheet.palette.faint_line)
    muted = sheet.palette.muted
    for tick, x in enumerate(places):
        sheet.write(x, TOP - 18, percent(tick / parts), size=SMALL, color=muted, align="center")
    sheet.write(first - 20, TOP - 40, _("substitution rate"), size=SMALL, color=muted)
    sheet.write(sheet.width, TOP - 40, _("working time exposed"), size=SMALL, color=muted, align="right")


def _exposed(result: ProfessionResult) -> str:
    if result.profession.fte is None:
        return _("FTE unknown")
    if result.fte_exposed.low is None:
        return _("out of {total} FTE").format(total=fte(result.profession.fte))
    return _("{figures} out of {total}").format(
        figures=fte_range(result.fte_exposed, result.profession.fte), total=fte(result.profession.fte)
    )


def _ordered(results: Results) -> list[ProfessionResult]:
    def key(result: ProfessionResult) -> tuple[float, float]:
        return (-(result.fte_exposed.high or 0.0), -(result.rate.high if result.rate.high is not None else -1.0))

    return sorted(results.professions, key=key)

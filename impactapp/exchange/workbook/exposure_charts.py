"""The native charts of the sheet *Exposition*: exposure before and after the measures, a pair of bars a skill."""

from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.domain.level import Hypothesis
from impactapp.domain.skill import Mechanism
from impactapp.exchange.workbook import charts as drawn
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.skill_layout import SkillLayout
from impactapp.exchange.workbook.styles import number_format
from impactapp.i18n import _, ngettext
from impactapp.labels import skills as skill_labels
from impactapp.palette import LIGHT

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_RESTORABLE = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)


def insert_exposure_charts(
    book: Book, sheet: "Worksheet", where: SkillLayout, columns: tuple[int, int, int], width: int
) -> None:
    """Put a chart for each mechanism that measures work against, side by side in a width in pixels.

    ``columns`` hold the name of a bar, its figure before, and after.
    """
    each = (width - drawn.GAP) // 2
    words = _("Pairs of bars: the exposure of each skill under the high hypothesis, and what is left after measures.")
    for position, mechanism in enumerate(_RESTORABLE):
        chart = _before_and_after(book, sheet, where, mechanism, columns)
        chart.set_size({"width": each, "height": drawn.ROW * (where.chart_rows - 1)})
        left = position * (each + drawn.GAP)
        sheet.insert_chart(where.charts, 0, chart, {"x_offset": left, "description": words})


def _before_and_after(
    book: Book, sheet: "Worksheet", where: SkillLayout, mechanism: Mechanism, columns: tuple[int, int, int]
) -> Any:
    chart = book.workbook.add_chart({"type": "bar"})
    chart.show_hidden_data()
    label, before, after = columns
    first, last = where.mechanism_row(mechanism, 0), where.mechanism_row(mechanism, where.charted - 1)
    strong = LIGHT.exposure[2].ground
    for column, title, ground in (
        (before, _("Exposure, before the measures"), LIGHT.background),
        (after, _("Left, after the measures"), strong),
    ):
        chart.add_series(
            {
                "name": title,
                "categories": [sheet.name, first, label, last, label],
                "values": [sheet.name, first, column, last, column],
                "fill": {"color": ground},
                "border": {"color": strong, "width": 1.25},
                "data_labels": {"value": True, "num_format": number_format("0%"), "font": drawn.FONT},
                "gap": 60,
            }
        )
    chart.set_y_axis({"reverse": True, "num_font": drawn.FONT, "line": {"color": LIGHT.line}})
    chart.set_x_axis({**drawn.VALUES, "min": 0, "max": 1, "major_unit": 0.2, "num_format": number_format("0%")})
    drawn.finish(chart, _title(where, mechanism))
    return chart


def _title(where: SkillLayout, mechanism: Mechanism) -> str:
    title = _("{mechanism}, {hypothesis}: before and after the measures").format(
        mechanism=skill_labels.mechanism_word(mechanism), hypothesis=labels.hypothesis_word(Hypothesis.HIGH)
    )
    if where.charted == len(where.skills):
        return title
    first = ngettext("the first skill", "the first {count} skills", where.charted).format(count=where.charted)
    return f"{title} ({first})"

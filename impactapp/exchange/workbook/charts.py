"""The native charts of the sheet *Résultats*: counts by level, and low to high by rule or by profession."""

from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.domain.level import HYPOTHESES, Hypothesis, Level
from impactapp.exchange.workbook import results_layout as on
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.results_layout import ResultsLayout
from impactapp.exchange.workbook.styles import number_format
from impactapp.i18n import _, ngettext
from impactapp.palette import LIGHT

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FONT = {"color": LIGHT.text, "size": 10}
GAP = 12
ROW = 20  # pixels
VALUES = {
    "major_gridlines": {"visible": True, "line": {"color": LIGHT.faint_line}},
    "num_font": FONT,
    # the categories run downwards, which would put the figures of this axis at the top
    "label_position": "high",
}


def insert_charts(book: Book, sheet: "Worksheet", where: ResultsLayout, width: int) -> None:
    """Put both charts between the summary and the details, side by side in a width in pixels."""
    counts = _("Stacked bars: number of activities at each level, under each hypothesis.")
    rates = _("Bars: the rates under the low and the high hypothesis.")
    each = (width - GAP) // 2
    for chart, words, left in (
        (_counts(book, sheet, where), counts, 0),
        (_rates(book, sheet, where), rates, each + GAP),
    ):
        chart.set_size({"width": each, "height": ROW * (where.chart_rows - 1)})
        sheet.insert_chart(where.charts, 0, chart, {"x_offset": left, "description": words})


def _counts(book: Book, sheet: "Worksheet", where: ResultsLayout) -> Any:
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    first, last = where.detail(0, Hypothesis.LOW), where.detail(where.charted - 1, Hypothesis.HIGH)
    name = where.label_column if where.layout.several else on.HYPOTHESIS
    categories = [sheet.name, first, name, last, name]
    chart.show_hidden_data()
    for level in reversed(Level):
        column, swatch = on.level_column(level), LIGHT.level(level)
        chart.add_series(
            {
                "name": [sheet.name, where.details_header, column],
                "categories": categories,
                "values": [sheet.name, first, column, last, column],
                "fill": {"color": swatch.ground},
                "border": {"color": LIGHT.line},
                "data_labels": {"value": True, "font": {"color": swatch.ink, "bold": True}, "num_format": "0;;"},
                "gap": 60,
            }
        )
    chart.set_y_axis({"reverse": True, "num_font": FONT, "line": {"color": LIGHT.line}})
    chart.set_x_axis({**VALUES, "num_format": "0"})
    finish(chart, _title(_("Activities by level"), where))
    return chart


def _rates(book: Book, sheet: "Worksheet", where: ResultsLayout) -> Any:
    chart = book.workbook.add_chart({"type": "bar"})
    for hypothesis in HYPOTHESES:
        filled = hypothesis is Hypothesis.HIGH
        if where.layout.several:
            rows = (on.SUMMARY_FIRST, on.SUMMARY_FIRST + where.charted - 1)
            categories = [sheet.name, rows[0], on.TITLE, rows[1], on.TITLE]
            values = [sheet.name, rows[0], on.RATE[hypothesis], rows[1], on.RATE[hypothesis]]
        else:
            row = where.detail(0, hypothesis)
            categories = [sheet.name, where.details_header, where.first_rate, where.details_header, where.last_rate]
            values = [sheet.name, row, where.first_rate, row, where.last_rate]
        chart.add_series(
            {
                "name": labels.definition_title(hypothesis.value),
                "categories": categories,
                "values": values,
                "fill": {"color": LIGHT.accent if filled else LIGHT.background},
                "border": {"color": LIGHT.accent, "width": 1.25},
                "data_labels": {"value": True, "num_format": number_format("0%"), "font": FONT},
                "gap": 70,
            }
        )
    chart.set_y_axis({"reverse": True, "num_font": FONT, "line": {"color": LIGHT.line}})
    chart.set_x_axis({**VALUES, "min": 0, "max": 1, "major_unit": 0.2, "num_format": number_format("0%")})
    title = _("Rate by profession, low to high") if where.layout.several else _("Rate by rule, low to high")
    finish(chart, _title(title, where))
    return chart


def _title(title: str, where: ResultsLayout) -> str:
    charted = where.charted
    if charted == where.professions:
        return title
    first = ngettext("the first profession", "the first {count} professions", charted).format(count=charted)
    return f"{title} ({first})"


def finish(chart: Any, title: str) -> None:
    """The title, the legend and the frame that every chart has."""
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True, "color": LIGHT.text}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": FONT})
    chart.set_chartarea({"border": {"color": LIGHT.faint_line}})

"""The native charts of the sheet *Résultats*: counts by level, and low to high by rule or by profession."""

from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.domain.level import HYPOTHESES, Hypothesis, Level
from impactapp.exchange.workbook import results_layout as on
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.results_layout import ResultsLayout
from impactapp.i18n import _, ngettext
from impactapp.palette import LIGHT

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_PROFESSIONS = 12  # beyond, a bar is too thin to read
_SIZE = {"width": 600, "height": 20 * (on.CHART_ROWS - 1)}
_FONT = {"color": LIGHT.text, "size": 10}
_SECOND_COLUMN = 5


def insert_charts(book: Book, sheet: "Worksheet", where: ResultsLayout) -> None:
    """Put both charts between the summary and the details."""
    charted = min(where.professions, MOST_PROFESSIONS)
    counts = _("Stacked bars: number of activities at each level, under each hypothesis.")
    rates = _("Bars: the rates under the low and the high hypothesis.")
    sheet.insert_chart(where.charts, 0, _counts(book, sheet, where, charted), {"description": counts})
    sheet.insert_chart(where.charts, _SECOND_COLUMN, _rates(book, sheet, where, charted), {"description": rates})


def _counts(book: Book, sheet: "Worksheet", where: ResultsLayout, charted: int) -> Any:
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    first, last = where.detail(0, Hypothesis.LOW), where.detail(charted - 1, Hypothesis.HIGH)
    categories = [sheet.name, first, 0 if where.layout.several else on.HYPOTHESIS, last, on.HYPOTHESIS]
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
    chart.set_y_axis({"reverse": True, "num_font": _FONT, "line": {"color": LIGHT.line}})
    chart.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": LIGHT.faint_line}}, "num_font": _FONT})
    _finish(chart, _title(_("Activities by level"), where, charted))
    return chart


def _rates(book: Book, sheet: "Worksheet", where: ResultsLayout, charted: int) -> Any:
    chart = book.workbook.add_chart({"type": "bar"})
    for hypothesis in HYPOTHESES:
        filled = hypothesis is Hypothesis.HIGH
        if where.layout.several:
            rows = (on.SUMMARY_FIRST, on.SUMMARY_FIRST + charted - 1)
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
                "data_labels": {"value": True, "num_format": '0"\u00a0"%', "font": _FONT},
                "gap": 70,
            }
        )
    chart.set_y_axis({"reverse": True, "num_font": _FONT, "line": {"color": LIGHT.line}})
    axis = {"min": 0, "max": 1, "num_format": '0"\u00a0"%', "num_font": _FONT}
    chart.set_x_axis({**axis, "major_gridlines": {"visible": True, "line": {"color": LIGHT.faint_line}}})
    title = _("Rate by profession, low to high") if where.layout.several else _("Rate by rule, low to high")
    _finish(chart, _title(title, where, charted))
    return chart


def _title(title: str, where: ResultsLayout, charted: int) -> str:
    if charted == where.professions:
        return title
    first = ngettext("the first profession", "the first {count} professions", charted).format(count=charted)
    return f"{title} ({first})"


def _finish(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True, "color": LIGHT.text}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _FONT})
    chart.set_chartarea({"border": {"color": LIGHT.faint_line}})
    chart.set_size(_SIZE)

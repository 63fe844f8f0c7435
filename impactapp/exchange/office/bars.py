"""Charts as Office draws them itself: bars with their figures, whose table opens in Excel and can be changed there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from impactapp import i18n
from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.office.house import hexadecimal
from impactapp.palette import LIGHT

# of the whole length, so that the figure of a bar of 100 % has room
_ROOM = 1.15
_GAP = 45
# without the noise of binary sums, as other programs read them: 0.4, never 0.40000000000000002
_PRECISION = 12


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers 0..1 for each category, drawn open or filled in one colour."""

    name: str
    values: tuple[float, ...]
    ground: str
    line: str


def bar_table(categories: Sequence[str], series: Sequence[Series]) -> Any:
    """The table behind a chart."""
    from pptx.chart import data

    tables: Any = data
    made = tables.CategoryChartData(number_format=percent_format())
    made.categories = [_plain_text(cell_text(name)) for name in categories]
    for one in series:
        made.add_series(_plain_text(cell_text(one.name)), [round(value, _PRECISION) for value in one.values])
    return made


def dress(chart: Any, series: Sequence[Series], size: int) -> None:
    """Bars from 0 to 100 %, the first category on top; text at a size in points."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    chart.font.size = Pt(size)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    across, down, plot = chart.value_axis, chart.category_axis, chart.plots[0]
    across.minimum_scale, across.maximum_scale, across.visible = 0, _ROOM, False
    across.has_major_gridlines = False
    down.reverse_order, down.major_tick_mark = True, XL_TICK_MARK.NONE
    down.format.line.color.rgb = colour_of(LIGHT.line)
    plot.gap_width, plot.overlap, plot.has_data_labels = _GAP, 0, True
    shown = plot.data_labels
    shown.number_format, shown.number_format_is_linked = percent_format(), False
    shown.position, shown.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
    shown.font.size = Pt(size)
    shown._element.txPr.bodyPr.set("wrap", "none")
    for drawn, one in zip(plot.series, series, strict=True):
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = colour_of(one.ground)
        drawn.format.line.color.rgb = colour_of(one.line)
        drawn.format.line.width = Pt(size / 9)
        drawn.invert_if_negative = False


def percent_format() -> str:
    """How a spreadsheet writes a rate as a percentage."""
    return "0\u00a0%" if i18n.language() == "fr" else "0%"


def colour_of(colour: str) -> Any:
    """A colour of the palette as the library wants it."""
    from pptx.dml.color import RGBColor

    made: Any = RGBColor
    return made(*bytes.fromhex(hexadecimal(colour)))


def _plain_text(name: str) -> str:
    """The table would take such a name for a formula."""
    return f"\u00a0{name}" if name.startswith(("=", "{=")) else name

"""Charts of the slides: few bars, legible from the back of the room."""

from collections.abc import Sequence
from typing import Any

from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.office.bars import Series, bar_table, dress
from impactapp.exchange.slides.deck import EMU_A_POINT, Region
from impactapp.exchange.slides.drawing import tell
from impactapp.exchange.slides.fitting import LEAST, shortened

MOST = 4
_ROW, _FEW, _LEGEND = 68.0, 100.0, 40.0  # points for a category with its two bars, one of at most two, the legend
_BAR = 21.0  # points: the line of its figure
_NAME_PART = 0.3  # of the width, for the names at the left
_NAME_LINES = 2


def rows_that_fit(region: Region, bars: int) -> int:
    """How many categories of so many bars are legible in a region."""
    return max(1, min(MOST, int((region.high - _LEGEND) // (_BAR * bars))))


def add_bars(slide: Any, region: Region, categories: Sequence[str], series: Sequence[Series], told: str) -> None:
    """A chart in a region, with what a voice reads instead of it."""
    from pptx.enum.chart import XL_CHART_TYPE

    room = region.wide * _NAME_PART
    names = [shortened(cell_text(name), room, LEAST, _NAME_LINES) for name in categories]
    row = _FEW if len(names) <= 2 else _ROW
    height = min(region.height, round((row * len(names) + _LEGEND) * EMU_A_POINT))
    kind, table = XL_CHART_TYPE.BAR_CLUSTERED, bar_table(names, series)
    frame = slide.shapes.add_chart(kind, region.left, region.top, region.width, height, table)
    tell(frame, told)
    dress(frame.chart, series, LEAST)

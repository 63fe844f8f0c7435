"""The figures of a document as images, made beside each other: one at a time, they would be most of the waiting."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from impactapp.exchange.report.blocks import Picture, Report

Draw = Callable[[Picture], bytes | None]
_MOST_AT_ONCE = 4


@contextmanager
def imaged(report: Report, draw: Draw) -> Iterator[Draw]:
    """Give what finds the PNG of a figure of the report; ``draw`` makes its SVG, and ``None`` leaves it out.

    What is not yet begun when the writing ends, well or not, is never made.
    """
    from impactapp.exchange.pdf.typeset import raster

    drawn = {one: draw(one) for section in report.sections for one in section.blocks if isinstance(one, Picture)}
    pool = ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1))
    try:
        made = {one: pool.submit(raster, svg, one.width) for one, svg in drawn.items() if svg is not None}
        yield lambda picture: made[picture].result() if picture in made else None
    finally:
        pool.shutdown(cancel_futures=True)

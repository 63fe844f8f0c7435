"""A figure for a page that names it and says its rule already: bare, without heading or foot."""

from typing import cast

from impactapp import palette
from impactapp.charts.catalogue import draw, preferred_height
from impactapp.charts.sheet import Sheet, Step, go_on
from impactapp.charts.subject import Subject
from impactapp.charts.vector import VectorSheet
from impactapp.domain.analysis.results import Results


def paper(name: str, results: Results, subject: Subject, width: float, step: Step = go_on) -> bytes:
    """Draw to be ``width`` pixels wide at 100 %, as SVG with its words as text (DejaVu Sans)."""
    sheet = VectorSheet(palette.LIGHT, width, preferred_height(name, results, subject, width), step)
    # a figure knows the methods of a sheet only, and these are all here: a test compares them
    draw(name, cast(Sheet, sheet), results, subject)
    return sheet.svg().encode()

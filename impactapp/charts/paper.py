"""A figure for a page that names it and says its rule already: bare, without heading or foot."""

from io import BytesIO
from typing import TYPE_CHECKING, Literal, cast

from impactapp import palette
from impactapp.charts.catalogue import draw, preferred_height
from impactapp.charts.saving import MOST_PIXELS, PRINT_DPI, SCREEN_DPI
from impactapp.charts.sheet import Look, Sheet, Step, go_on
from impactapp.charts.subject import Subject
from impactapp.charts.vector import VectorSheet
from impactapp.domain.analysis.results import Results

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Form = Literal["svg", "png"]


def paper(name: str, results: Results, subject: Subject, width: float, form: Form = "svg", step: Step = go_on) -> bytes:
    """Draw to be ``width`` pixels wide at 100 %: SVG with its words as text (DejaVu Sans), or PNG at 300 dpi.

    PNG one at a time: what matplotlib caches belongs to the whole process.
    """
    height = preferred_height(name, results, subject, width)
    if form == "svg":
        sheet = VectorSheet(palette.LIGHT, width, height, step)
        # a figure knows the methods of a sheet only, and these are all here: a test compares them
        draw(name, cast(Sheet, sheet), results, subject)
        return sheet.svg().encode()
    from matplotlib.figure import Figure

    figure = Figure((width / SCREEN_DPI, height / SCREEN_DPI), dpi=SCREEN_DPI)
    draw(name, Sheet(figure, Look(palette.LIGHT), width, height, step=step), results, subject)
    return _png(figure)


def _png(figure: "Figure") -> bytes:
    drawn = BytesIO()
    dpi = min(PRINT_DPI, int(MOST_PIXELS / figure.get_figheight()))
    figure.savefig(drawn, format="png", dpi=dpi, metadata={"Software": "impactapp"})
    return drawn.getvalue()

"""The figures there are: drawn to pixels with what each part means, written to files, or told in words."""

from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Protocol

from impactapp.charts import criteria, interval, leverage, matrix, portfolio
from impactapp.charts.pixels import draw_pixels
from impactapp.charts.sheet import Look, Mark, Sheet, Step, go_on
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.i18n import _

__all__ = [
    "CHARTS",
    "Look",
    "Mark",
    "Picture",
    "Subject",
    "is_available",
    "preferred_height",
    "render",
    "save",
    "text_alternative",
    "title",
]

CHARTS = ("matrix", "interval", "criteria", "leverage", "portfolio")
PORTFOLIO = "portfolio"
LOGICAL_DPI = 96
# fonts and glyphs are cached by matplotlib for the whole process: one figure at a time
_DRAWING = Lock()


class _ProfessionFigure(Protocol):
    """A module that draws one profession."""

    def height(self, result: ProfessionResult) -> float: ...
    def draw(self, sheet: Sheet, result: ProfessionResult) -> None: ...
    def describe(self, result: ProfessionResult) -> list[str]: ...


_OF_PROFESSION: dict[str, _ProfessionFigure] = {
    "matrix": matrix,
    "interval": interval,
    "criteria": criteria,
    "leverage": leverage,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels, row by row, four bytes each (RGBA), and the parts that have something to say, in those pixels."""

    rgba: bytes
    width: int
    height: int
    marks: tuple[Mark, ...]


def title(name: str) -> str:
    """What a figure is called."""
    return {
        "matrix": _("Matrix"),
        "interval": _("Low to high by activity"),
        "criteria": _("Criteria"),
        "leverage": _("Leverage"),
        PORTFOLIO: _("Professions"),
    }[name]


def is_available(name: str, results: Results, subject: Subject) -> bool:
    """Whether there is anything to draw."""
    if name == PORTFOLIO:
        return bool(results.professions)
    result = results.profession(subject.profession_id)
    return result is not None and bool(result.tasks)


def preferred_height(name: str, results: Results, subject: Subject) -> float:
    """How tall a figure wants to be, in pixels at 100 %."""
    if not is_available(name, results, subject):
        return 120.0
    if name == PORTFOLIO:
        return portfolio.height(results)
    return _OF_PROFESSION[name].height(_result(results, subject))


def render(
    name: str,
    results: Results,
    subject: Subject,
    look: Look,
    width_px: int,
    height_px: int,
    dpi: int,
    step: Step = go_on,
) -> Picture:
    """Draw to ``width_px`` × ``height_px`` pixels; ``dpi`` 96 is a screen without magnification. Any thread.

    ``step`` is called every few milliseconds; what it raises ends the drawing.
    """
    from matplotlib.figure import Figure

    ratio = dpi / LOGICAL_DPI * look.scale
    with _DRAWING:
        figure = Figure((width_px / dpi, height_px / dpi), dpi=dpi)
        sheet = Sheet(figure, look, width_px / ratio, height_px / ratio, step=step)
        draw(name, sheet, results, subject)
        rgba, width, height = draw_pixels(figure, step)
    return Picture(rgba, width, height, tuple(_magnified(mark, ratio) for mark in sheet.marks))


def draw(name: str, sheet: Sheet, results: Results, subject: Subject) -> None:
    """Draw a figure on a sheet."""
    if name == PORTFOLIO:
        portfolio.draw(sheet, results)
    else:
        _OF_PROFESSION[name].draw(sheet, _result(results, subject))


def text_alternative(name: str, results: Results, subject: Subject) -> str:
    """The figure in words, complete, a line for each thing it shows."""
    if not is_available(name, results, subject):
        return _("No profession yet.") if not results.professions else _("No activity yet.")
    if name == PORTFOLIO:
        return "\n".join((title(name), *portfolio.describe(results)))
    result = _result(results, subject)
    heading = _("{chart} — {profession}").format(chart=title(name), profession=result.profession.title)
    return "\n".join((heading, *_OF_PROFESSION[name].describe(result)))


def save(name: str, results: Results, subject: Subject, look: Look, target: Path) -> None:
    """Write a figure with its heading and its source; the suffix .png (300 dpi), .svg or .pdf decides the form.

    The file is written in place: give it a temporary one where an old one must stay whole.
    """
    from impactapp.charts.saving import framed, write

    with _DRAWING:
        figure, body = framed(title(name), results, subject, look, preferred_height(name, results, subject))
        draw(name, body, results, subject)
        write(figure, title(name), text_alternative(name, results, subject), target)


def _result(results: Results, subject: Subject) -> ProfessionResult:
    result = results.profession(subject.profession_id)
    if result is None:
        raise KeyError(subject.profession_id)
    return result


def _magnified(mark: Mark, ratio: float) -> Mark:
    return replace(mark, x=mark.x * ratio, y=mark.y * ratio, w=mark.w * ratio, h=mark.h * ratio)

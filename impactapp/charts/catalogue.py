"""The figures there are: drawn to pixels with what each part means, written to files, or told in words."""

from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Protocol

from impactapp.charts import (
    bridge,
    criteria,
    exposure,
    fan,
    holders,
    interval,
    leverage,
    matrix,
    portfolio,
    retention_band,
    skill_flow,
    skill_map,
    skill_practice,
    time_by_category,
    time_by_profession,
    timeline,
)
from impactapp.charts.chosen_scenario import chosen_scenario, is_countable
from impactapp.charts.pixels import draw_pixels
from impactapp.charts.saving import WIDTH, framed, write
from impactapp.charts.sheet import Look, Mark, Sheet, Step, go_on
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.analysis.scenarios import scenario_result
from impactapp.i18n import _
from impactapp.labels.scenarios import headline

__all__ = [
    "ALL_CHARTS",
    "CHARTS",
    "SCENARIO_CHARTS",
    "SKILL_CHARTS",
    "TIMELINE",
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
SKILL_CHARTS = ("skill_map", "exposure", "holders", "skill_flow", "skill_practice", "retention")
SCENARIO_CHARTS = ("bridge", "fan", "time_by_profession", "time_by_category")
TIMELINE = "timeline"
ALL_CHARTS = (*CHARTS, *SKILL_CHARTS, *SCENARIO_CHARTS, TIMELINE)
PORTFOLIO = "portfolio"
LOGICAL_DPI = 96
# fonts and glyphs are cached by matplotlib for the whole process: one figure at a time
_DRAWING = Lock()


class _ProfessionFigure(Protocol):
    """A module that draws one profession."""

    def height(self, result: ProfessionResult) -> float: ...
    def draw(self, sheet: Sheet, result: ProfessionResult) -> None: ...
    def describe(self, result: ProfessionResult) -> list[str]: ...


class _SkillFigure(Protocol):
    """A module that draws the skills of one profession, or one of them; as tall as its width asks for."""

    def height_at(self, width: float, result: ProfessionResult, subject: Subject) -> float: ...
    def draw(self, sheet: Sheet, result: ProfessionResult, subject: Subject) -> None: ...
    def describe(self, result: ProfessionResult, subject: Subject) -> list[str]: ...


class _StudyFigure(Protocol):
    """A module that draws one scenario of the study, or a profession over time; as tall as its width asks for."""

    def height_at(self, wide: float, results: Results, subject: Subject) -> float: ...
    def draw(self, sheet: Sheet, results: Results, subject: Subject) -> None: ...
    def describe(self, results: Results, subject: Subject) -> list[str]: ...


_OF_PROFESSION: dict[str, _ProfessionFigure] = {
    "matrix": matrix,
    "interval": interval,
    "criteria": criteria,
    "leverage": leverage,
}
_OF_SKILLS: dict[str, _SkillFigure] = {
    "skill_map": skill_map,
    "exposure": exposure,
    "holders": holders,
    "skill_flow": skill_flow,
    "skill_practice": skill_practice,
    "retention": retention_band,
}
_OF_STUDY: dict[str, _StudyFigure] = {
    "bridge": bridge,
    "fan": fan,
    "time_by_profession": time_by_profession,
    "time_by_category": time_by_category,
    TIMELINE: timeline,
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
        "skill_map": _("Skills before and after the barriers"),
        "exposure": _("Exposure of the skills"),
        "holders": _("Experienced staff and trainees"),
        "skill_flow": _("From activities to skills"),
        "skill_practice": _("Practice kept of a skill"),
        "retention": _("Retention of an unused skill"),
        "bridge": _("From gross to net"),
        "fan": _("Range by year"),
        "time_by_profession": _("Time by profession"),
        "time_by_category": _("Time by category"),
        TIMELINE: _("Rate over time"),
    }[name]


def is_available(name: str, results: Results, subject: Subject) -> bool:
    """Whether there is anything to draw."""
    if name == PORTFOLIO:
        return bool(results.professions)
    if name in SCENARIO_CHARTS:
        scenario = chosen_scenario(results, subject)
        return scenario is not None and is_countable(results, scenario)
    if name == TIMELINE:
        return bool(subject.history)
    result = results.profession(subject.profession_id)
    if result is None:
        return False
    return bool(result.skills if name in SKILL_CHARTS else result.tasks)


def preferred_height(name: str, results: Results, subject: Subject, width: float = WIDTH) -> float:
    """How tall a figure wants to be on a page so wide, in pixels at 100 %."""
    if not is_available(name, results, subject):
        return 120.0
    if name == PORTFOLIO:
        return portfolio.height(results)
    if name in _OF_STUDY:
        return _OF_STUDY[name].height_at(width, results, subject)
    if name in SKILL_CHARTS:
        return _OF_SKILLS[name].height_at(width, _result(results, subject), subject)
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
    elif name in _OF_STUDY:
        _OF_STUDY[name].draw(sheet, results, subject)
    elif name in SKILL_CHARTS:
        _OF_SKILLS[name].draw(sheet, _result(results, subject), subject)
    else:
        _OF_PROFESSION[name].draw(sheet, _result(results, subject))


def text_alternative(name: str, results: Results, subject: Subject) -> str:
    """The figure in words, complete, a line for each thing it shows."""
    if not is_available(name, results, subject):
        return _nothing(name, results, subject)
    if name == PORTFOLIO:
        return "\n".join((title(name), *portfolio.describe(results)))
    if name in _OF_STUDY:
        return "\n".join((title(name), *_OF_STUDY[name].describe(results, subject)))
    result = _result(results, subject)
    heading = _("{chart} — {profession}").format(chart=title(name), profession=result.profession.title)
    if name in SKILL_CHARTS:
        return "\n".join((heading, *_OF_SKILLS[name].describe(result, subject)))
    return "\n".join((heading, *_OF_PROFESSION[name].describe(result)))


def save(name: str, results: Results, subject: Subject, look: Look, target: Path) -> int:
    """Write a figure with its heading and its source; the suffix .png (300 dpi), .svg or .pdf decides the form.

    Gives the dots per inch, fewer than 300 where a PNG would be too high. The file is written in place: give it a
    temporary one where an old one must stay whole.
    """
    with _DRAWING:
        tall, of_skills = preferred_height(name, results, subject), name in SKILL_CHARTS
        figure, body = framed(title(name), results, subject, look, tall, of_skills=of_skills)
        draw(name, body, results, subject)
        return write(figure, title(name), text_alternative(name, results, subject), target)


def _nothing(name: str, results: Results, subject: Subject) -> str:
    if not results.professions:
        return _("No profession yet.")
    if name == TIMELINE:
        return timeline.nothing()
    if name in SCENARIO_CHARTS:
        scenario = chosen_scenario(results, subject)
        return _("No scenario yet.") if scenario is None else headline(scenario_result(results, scenario))
    return _("No skill yet.") if name in SKILL_CHARTS else _("No activity yet.")


def _result(results: Results, subject: Subject) -> ProfessionResult:
    result = results.profession(subject.profession_id)
    if result is None:
        raise KeyError(subject.profession_id)
    return result


def _magnified(mark: Mark, ratio: float) -> Mark:
    return replace(mark, x=mark.x * ratio, y=mark.y * ratio, w=mark.w * ratio, h=mark.h * ratio)

"""The map of the skills: exposure × criticality before and after the measures, under one hypothesis."""

from dataclasses import dataclass

from impactapp.charts.exposure_words import MAPPED, before_after_in_words, is_known, parted
from impactapp.charts.map_legend import draw_legend, legend_height
from impactapp.charts.map_panel import FOOT, HEAD, Panel, draw_panel, panel_of, row_heights, spots_of
from impactapp.charts.notes import draw_notes, notes_height
from impactapp.charts.sheet import Sheet
from impactapp.charts.skill_limits import all_limits
from impactapp.charts.skill_list import HEAD as LIST_HEAD
from impactapp.charts.skill_list import Row, draw_list, list_height, list_rows
from impactapp.charts.skill_rows import MOST_SKILLS, left_out_words
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.level import Hypothesis
from impactapp.domain.skill import Criticality
from impactapp.i18n import _
from impactapp.labels import hypothesis_mark, hypothesis_word
from impactapp.labels.skills import basis_sentence, criticality_word, mechanism_word

TOP, BETWEEN, SECTION = 44.0, 28.0, 18.0
SIDE_BY_SIDE = 860.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """The parts of the figure at one width."""

    panels: tuple[Panel, ...]
    corners: tuple[tuple[float, float], ...]
    heights: dict[Criticality, float]
    legend: float
    rows: list[Row]
    listed: float
    notes: float
    bottom: float


def height_at(width: float, result: ProfessionResult, subject: Subject) -> float:
    """How tall the figure is on a page so wide."""
    return _layout(result, subject, width).bottom


def draw(sheet: Sheet, result: ProfessionResult, subject: Subject) -> None:
    """Draw it: a panel a mechanism, what the signs mean, the list of the skills, what the map cannot say."""
    laid = _layout(result, subject, sheet.width)
    _heading(sheet, subject.hypothesis)
    for panel, (x, y) in zip(laid.panels, laid.corners, strict=True):
        draw_panel(sheet, panel, x, y, laid.heights)
    draw_legend(sheet, laid.legend)
    draw_list(sheet, laid.listed, laid.rows, subject.hypothesis)
    draw_notes(sheet, laid.notes, _notes(result, subject, laid.panels))
    _mark(sheet, laid, subject.hypothesis)


def describe(result: ProfessionResult, subject: Subject) -> list[str]:
    """The figure in words: a line a skill, then what its signs mean and what it cannot say."""
    told = [_words(number, shown, subject.hypothesis) for number, shown in enumerate(result.skills, 1)]
    return [_title(subject.hypothesis), *told, *all_limits(result, subject)]


def _layout(result: ProfessionResult, subject: Subject, width: float) -> _Layout:
    beside = width >= SIDE_BY_SIDE
    wide = (width - BETWEEN) / 2 if beside else width
    skills = result.skills[:MOST_SKILLS]
    panels = tuple(panel_of(skills, mechanism, subject.hypothesis, wide) for mechanism in MAPPED)
    heights = row_heights(panels)
    tall = HEAD + sum(heights.values()) + FOOT
    second = (wide + BETWEEN, TOP) if beside else (0.0, TOP + tall + BETWEEN)
    legend = second[1] + tall + SECTION
    rows = list_rows(skills, width)
    listed = legend + legend_height(width) + SECTION
    notes = listed + list_height(rows) + SECTION
    bottom = notes + notes_height(_notes(result, subject, panels), width)
    return _Layout(panels, ((0.0, TOP), second), heights, legend, rows, listed, notes, bottom)


def _heading(sheet: Sheet, hypothesis: Hypothesis) -> None:
    sheet.write(0, 14, _title(hypothesis), size=16, bold=True, room=sheet.width)


def _title(hypothesis: Hypothesis) -> str:
    return _("{mark} {hypothesis}: before and after the measures").format(
        mark=hypothesis_mark(hypothesis), hypothesis=hypothesis_word(hypothesis).capitalize()
    )


def _notes(result: ProfessionResult, subject: Subject, panels: tuple[Panel, ...]) -> list[str]:
    said = left_out_words(result)
    if any(panel.is_set_aside for panel in panels):
        said.append(_("Dots too close to one another are set side by side: the list has the exact figures."))
    return [*said, *all_limits(result, subject)]


def _mark(sheet: Sheet, laid: _Layout, hypothesis: Hypothesis) -> None:
    told = {row.number: (_words(row.number, row.shown, hypothesis), row.shown.skill.id) for row in laid.rows}
    for panel, (x, y) in zip(laid.panels, laid.corners, strict=True):
        for number, box in sorted(spots_of(panel, x, y, laid.heights), key=lambda found: found[0]):
            said, skill_id = told[number]
            sheet.mark(box.x, box.y, box.w, box.h, said, skill_id=skill_id)
    y = laid.listed + LIST_HEAD
    for row in laid.rows:
        said, skill_id = told[row.number]
        sheet.mark(0, y, sheet.width, row.tall, said, skill_id=skill_id)
        y += row.tall


def _words(number: int, shown: SkillResult, hypothesis: Hypothesis) -> str:
    """One skill in words."""
    told = (
        basis_sentence(shown)
        if not is_known(shown.atrophy)
        else parted(
            _("{name}: {value}").format(
                name=mechanism_word(mechanism), value=before_after_in_words(shown, mechanism, hypothesis)
            )
            for mechanism in MAPPED
        )
    )
    return _("{number}. {skill}, criticality {criticality}. {told}").format(
        number=number, skill=shown.skill.title, criticality=criticality_word(shown.skill.criticality), told=told
    )

"""Skills before and after the measures, and the measures with the functions and dates that hold them."""

from collections.abc import Iterator
from datetime import date

from impactapp import labels
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import MechanismResult, SkillResult
from impactapp.domain.level import Level
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier, Mechanism
from impactapp.domain.study import Study
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.report import cells
from impactapp.exchange.report.blocks import Block, Bullets, Grid, GridCell, Picture, Section, Style, Words
from impactapp.exchange.report.cells import Row
from impactapp.i18n import _
from impactapp.labels import report as report_labels
from impactapp.labels import skills as skill_labels

# wide enough for its two panels to stand side by side
_MAP_WIDTH = 900.0
_MOST_MAPPED = 16
# of a title that stands whole in the table of the skills
_SHORT = 60


def skills_section(found: ProfessionResult, study: Study) -> Section:
    """Their exposure before and after the measures, and what the human oversight rests on."""
    return Section("skills", _("Skills"), tuple(_skills(found, study)), 2, found.profession.id)


def measures_section(found: ProfessionResult) -> Section:
    """Every measure, those abandoned too: by whom, from when, to be reviewed when."""
    profession = found.profession
    head = (
        *map(cells.words, (_("Measure"), _("Skills"))),
        cells.number(_("Hours a month")),
        *map(cells.words, (_("Owner (function)"), _("Start"), _("Review"), _("State"))),
    )
    rows = [_measure(profession, barrier) for barrier in profession.barriers]
    note = _("Hours a month: restored to each skill; only measures that are decided or in place count.")
    grid = cells.grid("", head, rows, (21, 15, 13, 15, 12, 12, 12), note)
    said = Words(report_labels.measures_sentence(profession.barriers))
    return Section("measures", _("Measures"), (said, grid), 2, profession.id)


def _skills(found: ProfessionResult, study: Study) -> Iterator[Block]:
    yield Words(skill_labels.skills_headline(found), Style.LEAD)
    sources = skill_labels.sources_sentence([found.profession])
    yield _exposures(found)
    if found.oversight:
        yield Words(_("Human oversight of what the AI produces:"))
        yield Bullets(tuple(skill_labels.oversight_sentence(one) for one in found.oversight))
    yield Words(f"{skill_labels.exposure_rule_sentence(study)} {skill_labels.unrestored_limit()}", Style.SMALL)
    if sources:
        yield Words(f"{skill_labels.SOURCE_MARK} {sources}", Style.SMALL)
    known = any(one.basis is not None and one.practice.high is not None for one in found.skills)
    if known and len(found.skills) <= _MOST_MAPPED:
        limits = (*skill_labels.model_limits(), skill_labels.never_skilling_limit())
        yield Picture(
            "skill_map",
            cells.captioned(_("Skills before and after the measures"), found.profession),
            report_labels.skill_map_words(found),
            found.profession.id,
            width=_MAP_WIDTH,
            said=tuple(filter(None, (sources, *limits))),
        )


def _exposures(found: ProfessionResult) -> Grid:
    before, after = _("before"), _("after")
    names = [skill_labels.mechanism_word(mechanism) for mechanism in Mechanism]
    head = (
        cells.words(_("Skill")),
        cells.words(_("Criticality")),
        *(cells.middle(f"{name}\n{when}") for name in names[:2] for when in (before, after)),
        cells.middle(names[2]),
    )
    note = _(
        "Exposure from the low to the high hypothesis, before and after the measures decided or in place. "
        "Class: {low} under one third, {medium} under two thirds, {high} above."
    ).format(**{name: labels.level_letters(one) for name, one in zip(("low", "medium", "high"), Level, strict=True)})
    return cells.grid(
        _("Exposure of the skills, before and after the measures"),
        head,
        (_exposure(one) for one in found.skills),
        (19, 15, 13.5, 13.5, 13.5, 13.5, 12),
        note,
    )


def _exposure(result: SkillResult) -> Row:
    return (
        cells.words(skill_labels.skill_title(result.skill)),
        cells.words(skill_labels.criticality_word(result.skill.criticality)),
        *(cell for side in (result.atrophy, result.non_acquisition) for cell in _sides(side)),
        cells.exposed(labels.percent_range(result.mis_skilling.exposure), result.mis_skilling.exposed_class),
    )


def _sides(side: MechanismResult) -> tuple[GridCell, GridCell]:
    return (
        cells.exposed(labels.percent_range(side.exposure), side.exposed_class),
        cells.exposed(labels.percent_range(side.residual), side.residual_class),
    )


def _measure(profession: Profession, barrier: Barrier) -> Row:
    named = [skill.title for skill in profession.skills if skill.id in barrier.skill_ids]
    against = skill_labels.against_words(barrier.against)
    about = _("against {mechanisms}").format(mechanisms=against) if against else ""
    hours = labels.hours(barrier.hours_per_month)
    team = _("team: {hours}").format(hours=labels.hours(barrier.team_hours)) if barrier.team_hours is not None else ""
    return (
        cells.words(_lines(barrier.title, about, barrier.note)),
        cells.words(skill_labels.listed([shorten(one, _SHORT) for one in named]) or labels.UNKNOWN),
        cells.number(_lines(hours, team)),
        cells.words(barrier.owner or _("not filled in")),
        cells.words(_day(barrier.start)),
        cells.words(_day(barrier.review)),
        cells.words(skill_labels.state_word(barrier.state)),
    )


def _day(when: date | None) -> str:
    """On several lines where the column is narrow."""
    return labels.day(when).replace("\u00a0", " ")


def _lines(*said: str) -> str:
    return "\n".join(filter(None, said))

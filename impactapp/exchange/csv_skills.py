"""Skills, links, exposures and measures as rows of flat tables, a table a file."""

from collections.abc import Iterator
from datetime import date

from impactapp import labels
from impactapp.domain.analysis.exposure import priority
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.level import HYPOTHESES
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier, Mechanism
from impactapp.exchange.cell_text import csv_text
from impactapp.exchange.csv_cells import decimal, level_word, percent, whole
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

Rows = Iterator[list[str]]


def skill_tables(results: Results) -> dict[str, Rows]:
    """The tables that have a row, by the word their file is named with; none where no profession has a skill."""
    skilled = any(profession.skills for profession in results.study.professions)
    tables = {_("skills"): _skills, _("links"): _links, _("exposure"): _exposures} if skilled else {}
    made = {name: table(results) for name, table in tables.items()}
    if any(profession.barriers for profession in results.study.professions):
        made[_("measures")] = _measures(results)
    return made


def _each(results: Results) -> Iterator[tuple[ProfessionResult, SkillResult]]:
    for profession in results.professions:
        for skill in profession.skills:
            yield profession, skill


def _skills(results: Results) -> Rows:
    yield [
        *(_("Profession"), _("Skill"), _("Description"), _("Kind"), _("Criticality"), _("Retention: what fades")),
        *(_("Experienced holders"), _("Trainees"), _("Hours of practice a month, before AI"), _("Source")),
    ]
    for profession, found in _each(results):
        skill = found.skill
        yield [
            csv_text(profession.profession.title),
            csv_text(skill.title),
            csv_text(skill.description),
            skill_labels.kind_word(skill.kind),
            skill_labels.criticality_word(skill.criticality),
            skill_labels.retention_word(skill.retention),
            whole(skill.experienced),
            whole(skill.trainees),
            decimal(skill.baseline_hours),
            csv_text(skill.source),
        ]


def _links(results: Results) -> Rows:
    yield [
        *(_("Profession"), _("Skill"), _("Activity"), _("Intensity"), _("Learning stage"), _("Formative")),
        *(_("A human validates the AI"), _("Part of the practice (%)")),
    ]
    for profession, found in _each(results):
        parts = {result.task.id: result.part for result in found.links}
        for task in profession.profession.tasks:
            link = found.skill.link(task.id)
            if link is None:
                continue
            yield [
                csv_text(profession.profession.title),
                csv_text(found.skill.title),
                csv_text(task.title),
                str(link.intensity),
                "" if link.stage is None else skill_labels.stage_word(link.stage),
                _yes(link.formative),
                _yes(task.human_validates),
                percent(parts.get(task.id)),
            ]


def _exposures(results: Results) -> Rows:
    titles = [_("Profession"), _("Skill"), _("Criticality"), _("Mechanism"), _("What it rests on")]
    for hypothesis in HYPOTHESES:
        side = labels.hypothesis_word(hypothesis)
        names = [_("Practice kept (%)"), _("Exposure (%)"), _("Class"), _("Priority")]
        names += [_("Left after measures (%)"), _("Class after"), _("Priority after")]
        titles += [_("{column}, {hypothesis}").format(column=name, hypothesis=side) for name in names]
    yield [*titles, _("Given back by measures (%)")]
    for profession, found in _each(results):
        for mechanism in Mechanism:
            yield _exposure(profession.profession, found, mechanism)


def _exposure(profession: Profession, found: SkillResult, mechanism: Mechanism) -> list[str]:
    result = found.mechanism(mechanism)
    cells = [
        csv_text(profession.title),
        csv_text(found.skill.title),
        skill_labels.criticality_word(found.skill.criticality),
        skill_labels.mechanism_word(mechanism),
        skill_labels.basis_sentence(found),
    ]
    for at, hypothesis in enumerate(HYPOTHESES):
        cells.append(percent(found.practice.under(hypothesis)))
        sides = ((result.exposure, result.exposed_class), (result.residual, result.residual_class))
        for interval, classes in sides:
            level = classes[at]
            score = "" if level is None else str(priority(level, found.skill.criticality))
            cells += [percent(interval.under(hypothesis)), level_word(level), score]
    return [*cells, percent(result.restored)]


def _measures(results: Results) -> Rows:
    yield [
        *(_("Profession"), _("Measure"), _("Against"), _("Skills"), _("Hours a month"), _("Team hours a month")),
        *(_("Owner (function)"), _("Start"), _("Review"), _("State"), _("Note"), _("Limit of what is known")),
    ]
    for profession in results.study.professions:
        for barrier in profession.barriers:
            yield _measure(profession, barrier)


def _measure(profession: Profession, barrier: Barrier) -> list[str]:
    skills = [skill.title for skill in profession.skills if skill.id in barrier.skill_ids]
    return [
        csv_text(profession.title),
        csv_text(barrier.title),
        skill_labels.against_words(barrier.against),
        csv_text("\n".join(skills)),
        decimal(barrier.hours_per_month),
        decimal(barrier.team_hours),
        csv_text(barrier.owner),
        _day(barrier.start),
        _day(barrier.review),
        skill_labels.state_word(barrier.state),
        csv_text(barrier.note),
        skill_labels.barrier_words(barrier.code).limit,
    ]


def _day(when: date | None) -> str:
    """The one way that spreadsheets of every country read alike."""
    return "" if when is None else when.isoformat()


def _yes(said: bool) -> str:
    return _("Yes") if said else ""

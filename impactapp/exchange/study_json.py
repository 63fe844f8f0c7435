"""A whole study as JSON and back, complete: what is read equals what was written."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from impactapp.domain.level import HYPOTHESES, Aspect, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.rating import NOTHING_SAID, Judgement, Rating
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Definitions, Origin, Study
from impactapp.domain.text import clean_line, clean_text, clean_title
from impactapp.exchange.atomic import replacing
from impactapp.exchange.json_fields import Field, Members, distinct, iso_day, load_json, own_id
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.study_json_sittings import sitting_from_json, sitting_to_json
from impactapp.exchange.study_json_skills import barrier_from_json, barrier_to_json, skill_from_json, skill_to_json
from impactapp.exchange.study_json_staff import scenario_to_json, staffing_to_json, with_scenario, with_staffing

FORMAT = "impactapp/study"
# Still 1 with skills and sittings: who says nothing of them reads as before, and a program that does not know them
# refuses their fields by name instead of reading a study without them.
VERSION = 1

_STUDY = (
    *("format", "version", "id", "title", "establishment", "authors", "purpose", "day", "origin", "rule"),
    *("custom_rates", "weighting", "definitions", "exposure_rule", "professions", "sittings"),
    *("staffing", "scenarios"),
)
_PROFESSION = (
    *("id", "code", "title", "category", "headcount", "fte", "family", "rome", "isco08", "source", "tasks"),
    *("skills", "barriers", "difference"),
)
_TASK = ("id", "title", "share", "low", "high", "human_validates")
_LEVELS = ("faible", "moyen", "fort")
_DEFINITIONS = (*_LEVELS, "low", "high", "maturity", "acceptability", "roi")
_ASPECTS = tuple(aspect.value for aspect in Aspect)


def write_study_json(study: Study, target: Path) -> None:
    """Write the whole study, in UTF-8; the same study always gives the same bytes."""
    text = json.dumps(study_to_json(study), ensure_ascii=False, allow_nan=False, indent=2)
    with replacing(target) as temporary:
        temporary.write_text(text + "\n", encoding="utf-8", newline="\n")


def read_study_json(path: Path) -> Study:
    """Read a whole study; raises ``ExchangeError`` that names the file and the line or the field."""
    return study_from_json(load_json(path), str(path))


def study_to_json(study: Study) -> dict[str, Any]:
    """The study as JSON values; dates in ISO form, levels by code, null where nothing was said."""
    rates = study.custom_rates
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": study.id,
        "title": study.title,
        "establishment": study.establishment,
        "authors": study.authors,
        "purpose": study.purpose,
        "day": None if study.day is None else study.day.isoformat(),
        "origin": study.origin.value,
        "rule": study.rule.value,
        "custom_rates": None if rates is None else {name: getattr(rates, name) for name in _LEVELS},
        "weighting": study.weighting.value,
        "definitions": {name: getattr(study.definitions, name) for name in _DEFINITIONS},
        "exposure_rule": study.exposure_rule.value,
        "professions": [_profession_to_json(profession) for profession in study.professions],
        "sittings": [sitting_to_json(sitting) for sitting in study.sittings],
        "staffing": staffing_to_json(study.staffing),
        "scenarios": [scenario_to_json(scenario) for scenario in study.scenarios],
    }


def study_from_json(value: object, path: str = "") -> Study:
    """The study of JSON values, each through the gate of the edits; ``path`` is what a refusal names.

    Absent fields but ids, titles, professions and tasks stand for nothing said, as skills and sittings do in a file
    written before there were any; unknown ones are refused.
    """
    root = Field(value, "", path)
    _refuse_foreign(root)
    members = root.members(_STUDY)
    rates = members.field("custom_rates").optional(_custom_rates)
    study = Study(
        id=own_id(members.field("id")),
        title=members.field("title").text(clean_title),
        establishment=members.field("establishment", "").text(clean_line),
        authors=members.field("authors", "").text(clean_line),
        purpose=members.field("purpose", "").text(clean_text),
        day=members.field("day").optional(lambda field: field.code(iso_day)),
        origin=members.field("origin", Origin.ESTABLISHMENT.value).code(Origin),
        rule=members.field("rule", Rule.SHARE_OF_FORT.value).code(Rule),
        custom_rates=rates,
        weighting=members.field("weighting", Weighting.EQUAL.value).code(Weighting),
        definitions=_definitions(members.field("definitions", {})),
        professions=distinct(members, "professions", _profession),
        exposure_rule=members.field("exposure_rule", Rule.WEIGHTED.value).code(Rule),
    )
    if rates is None and Rule.CUSTOM in (study.rule, study.exposure_rule):
        members.field("custom_rates").refuse(EditError(Problem.RULE_NEEDS_RATES))
    _refuse_shared_ids(members, study)
    known = {profession.id for profession in study.professions}
    held = distinct(members, "sittings", lambda found: sitting_from_json(found, known, study.origin), optional=True)
    study = with_staffing(replace(study, sittings=held), members.field("staffing", {}))
    for found in members.field("scenarios", []).items():
        study = with_scenario(study, found)
    return study


def _refuse_foreign(root: Field) -> None:
    if not isinstance(root.value, dict):
        Field(root.value, "format", root.path).refuse()
    members = Members(root, root.value)
    if members.field("format").value != FORMAT:
        members.field("format").refuse()
    version = members.field("version")
    if version.whole(1_000_000) > VERSION:
        raise ExchangeError(Problem.JSON_NEWER, path=root.path)
    if version.value != VERSION:
        version.refuse()


def _profession_to_json(profession: Profession) -> dict[str, Any]:
    return {
        "id": profession.id,
        "code": profession.code,
        "title": profession.title,
        "category": profession.category.value,
        "headcount": profession.headcount,
        "fte": profession.fte,
        "family": profession.family,
        "rome": list(profession.rome),
        "isco08": list(profession.isco08),
        "source": profession.source,
        "tasks": [_task_to_json(task) for task in profession.tasks],
        "skills": [skill_to_json(skill) for skill in profession.skills],
        "barriers": [barrier_to_json(barrier) for barrier in profession.barriers],
        "difference": profession.difference,
    }


def _task_to_json(task: Task) -> dict[str, Any]:
    ratings = {hypothesis.value: _rating_to_json(task.rating(hypothesis)) for hypothesis in HYPOTHESES}
    return {
        "id": task.id,
        "title": task.title,
        "share": task.share,
        **ratings,
        "human_validates": task.human_validates,
    }


def _rating_to_json(rating: Rating) -> dict[str, Any]:
    return {aspect.value: _judgement_to_json(rating.get(aspect)) for aspect in Aspect}


def _judgement_to_json(judgement: Judgement | None) -> dict[str, Any] | None:
    if judgement is None:
        return None
    return {"level": None if judgement.level is None else judgement.level.code, "text": judgement.text}


def _profession(field: Field) -> Profession:
    members = field.members(_PROFESSION)
    tasks = distinct(members, "tasks", _task)
    profession = Profession(
        id=own_id(members.field("id")),
        title=members.field("title").text(clean_title),
        category=members.field("category", Category.OTHER.value).code(Category),
        headcount=members.field("headcount").optional(lambda found: found.whole(LARGEST_HEADCOUNT)),
        fte=members.field("fte").optional(lambda found: found.number(LARGEST_HEADCOUNT)),
        tasks=tasks,
        code=members.field("code", "").text(clean_line),
        family=members.field("family", "").text(clean_line),
        rome=tuple(item.text(clean_title) for item in members.field("rome", []).items()),
        isco08=tuple(item.text(clean_title) for item in members.field("isco08", []).items()),
        source=members.field("source", "").text(clean_text),
        skills=distinct(members, "skills", lambda found: skill_from_json(found, tasks), optional=True),
        difference=members.field("difference", "").text(clean_text),
    )
    barriers = distinct(members, "barriers", lambda found: barrier_from_json(found, profession), optional=True)
    return replace(profession, barriers=barriers)


def _task(field: Field) -> Task:
    members = field.members(_TASK)
    task = Task(
        id=own_id(members.field("id")),
        title=members.field("title").text(clean_title),
        share=members.field("share").optional(lambda found: found.number(1)),
        low=_rating(members.field("low", {})),
        high=_rating(members.field("high", {})),
        human_validates=members.field("human_validates", False).flag(),
    )
    breach = task.breach()
    if breach is not None:
        told = {"task": task.title, "aspect": breach.aspect.value, "low": breach.low.code, "high": breach.high.code}
        reason = EditError(Problem.HIGH_BELOW_LOW, **told)
        Field(None, f"{field.place}.high.{breach.aspect.value}", field.path).refuse(reason)
    return task


def _rating(field: Field) -> Rating:
    members = field.members(_ASPECTS)
    return Rating(**{name: members.field(name).optional(_judgement) for name in _ASPECTS})


def _judgement(field: Field) -> Judgement | None:
    members = field.members(("level", "text"))
    level = members.field("level").optional(lambda found: found.code(Level.from_code))
    judgement = Judgement(level, members.field("text", "").text(clean_text))
    return None if judgement == NOTHING_SAID else judgement


def _custom_rates(field: Field) -> LevelRates:
    members = field.members(_LEVELS)
    rates = LevelRates(*(members.field(name).number(1) for name in _LEVELS))
    if not rates.faible <= rates.moyen <= rates.fort:
        field.refuse(EditError(Problem.RATES_NOT_ORDERED))
    return rates


def _definitions(field: Field) -> Definitions:
    members = field.members(_DEFINITIONS)
    return Definitions(**{name: members.field(name, "").text(clean_text) for name in _DEFINITIONS})


def _refuse_shared_ids(members: Members, study: Study) -> None:
    """A task, a skill and a barrier are each found by their id alone, whatever their profession."""
    for name in ("tasks", "skills", "barriers"):
        seen: set[str] = set()
        for at, profession in enumerate(study.professions):
            for index, thing in enumerate(getattr(profession, name)):
                if thing.id in seen:
                    place = members.field(f"professions[{at}].{name}[{index}].id")
                    place.refuse(EditError(Problem.ID_TAKEN, id=thing.id))
                seen.add(thing.id)

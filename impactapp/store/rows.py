"""Studies as rows and rows as studies: one row per thing that has an identity, one per judgement."""

import json
import sqlite3
from dataclasses import fields
from datetime import date
from typing import Any

from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.rating import UNRATED, Judgement, Rating
from impactapp.domain.study import Definitions, LevelRates, Origin, Rule, Study, Weighting

Row = dict[str, str | int | float | None]

ASPECTS = tuple(Aspect)
_SLOTS = {
    (hypothesis.value, aspect.value): row * len(ASPECTS) + column
    for row, hypothesis in enumerate(HYPOTHESES)
    for column, aspect in enumerate(ASPECTS)
}
_LEVELS = {None: None, **{level.code: level for level in Level}}
_BARE = {code: Judgement(level) for code, level in _LEVELS.items()}
_READ = {
    "study": "SELECT id, title, establishment, authors, purpose, day, origin, rule, custom_faible, custom_moyen, "
    "custom_fort, weighting FROM study",
    "definition": "SELECT key, text FROM definition",
    "profession": "SELECT id, title, category, headcount, fte, code, family, rome, isco08, source FROM profession "
    "ORDER BY position, rowid",
    "task": "SELECT profession_id, id, title, share FROM task ORDER BY position, rowid",
    "judgement": "SELECT task_id, hypothesis, aspect, level, text FROM judgement",
}


class UnreadableRowsError(Exception):
    """The rows do not make a study: one is missing, doubled or without its parent."""


def read_rows(connection: sqlite3.Connection) -> Study:
    """The study in a file; raises ``UnreadableRowsError`` when its rows contradict themselves."""
    with_transaction = connection.in_transaction
    if not with_transaction:
        connection.execute("BEGIN")
    try:
        found = {table: connection.execute(query).fetchall() for table, query in _READ.items()}
    finally:
        if not with_transaction:
            connection.execute("ROLLBACK")
    try:
        return _assembled(found)
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableRowsError(str(error)) from error


def study_row(study: Study) -> Row:
    """The columns of the study itself."""
    custom = study.custom_rates
    return {
        "id": study.id,
        "title": study.title,
        "establishment": study.establishment,
        "authors": study.authors,
        "purpose": study.purpose,
        "day": study.day.isoformat() if study.day else None,
        "origin": study.origin.value,
        "rule": study.rule.value,
        "custom_faible": custom.faible if custom else None,
        "custom_moyen": custom.moyen if custom else None,
        "custom_fort": custom.fort if custom else None,
        "weighting": study.weighting.value,
    }


def definition_rows(definitions: Definitions) -> dict[str, Row]:
    """The definitions the group worded itself, by their key."""
    texts = {field.name: getattr(definitions, field.name) for field in fields(definitions)}
    return {key: {"key": key, "text": text} for key, text in texts.items() if text}


def profession_row(profession: Profession, position: int) -> Row:
    """The columns of a profession at its place in the study."""
    return {
        "id": profession.id,
        "position": position,
        "title": profession.title,
        "category": profession.category.value,
        "headcount": profession.headcount,
        "fte": profession.fte,
        "code": profession.code,
        "family": profession.family,
        "rome": json.dumps(profession.rome, ensure_ascii=False),
        "isco08": json.dumps(profession.isco08, ensure_ascii=False),
        "source": profession.source,
    }


def task_row(task: Task, profession_id: str, position: int) -> Row:
    """The columns of a task at its place in its profession, without its ratings."""
    return {
        "id": task.id,
        "profession_id": profession_id,
        "position": position,
        "title": task.title,
        "share": task.share,
    }


def judgement_row(task_id: str, hypothesis: Hypothesis, aspect: Aspect, judgement: Judgement) -> Row:
    """The columns of one judgement."""
    return {
        "task_id": task_id,
        "hypothesis": hypothesis.value,
        "aspect": aspect.value,
        "level": judgement.level.code if judgement.level else None,
        "text": judgement.text,
    }


def _assembled(found: dict[str, list[Any]]) -> Study:
    ((*texts, day, origin, rule, faible, moyen, fort, weighting),) = found["study"]
    return Study(
        *texts,
        day=date.fromisoformat(day) if day else None,
        origin=Origin(origin),
        rule=Rule(rule),
        custom_rates=None if faible is None else LevelRates(faible, moyen, fort),
        weighting=Weighting(weighting),
        definitions=Definitions(**dict(found["definition"])),
        professions=_professions(found["profession"], _tasks(found["task"], found["judgement"])),
    )


def _professions(rows: list[Any], tasks: dict[str, list[Task]]) -> tuple[Profession, ...]:
    professions = tuple(
        Profession(
            id,
            title,
            Category(category),
            headcount,
            fte,
            tuple(tasks.pop(id, ())),
            code,
            family,
            _codes(rome),
            _codes(isco08),
            source,
        )
        for id, title, category, headcount, fte, code, family, rome, isco08, source in rows
    )
    if tasks:
        raise ValueError("tasks without their profession")
    return professions


def _tasks(rows: list[Any], judgements: list[Any]) -> dict[str, list[Task]]:
    ratings = _ratings(judgements)
    tasks: dict[str, list[Task]] = {}
    for profession_id, id, title, share in rows:
        low, high = ratings.pop(id, (UNRATED, UNRATED))
        tasks.setdefault(profession_id, []).append(Task(id, title, share, low, high))
    if ratings:
        raise ValueError("judgements without their task")
    return tasks


def _ratings(rows: list[Any]) -> dict[str, tuple[Rating, Rating]]:
    slots: dict[str, list[Judgement | None]] = {}
    for task_id, hypothesis, aspect, level, text in rows:
        said = slots.get(task_id)
        if said is None:
            said = slots[task_id] = [None] * len(_SLOTS)
        said[_SLOTS[hypothesis, aspect]] = Judgement(_LEVELS[level], text) if text else _BARE[level]
    middle = len(ASPECTS)
    return {
        task_id: (_rating(said[:middle]), _rating(said[middle:])) for task_id, said in slots.items()
    }


def _rating(said: list[Judgement | None]) -> Rating:
    return Rating(*said) if any(said) else UNRATED


def _codes(text: str) -> tuple[str, ...]:
    codes = json.loads(text)
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise TypeError(text)
    return tuple(codes)

"""Studies as rows and rows as studies: one row per thing that has an identity, one per judgement."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.rating import UNRATED, Judgement, Rating
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.skill import Barrier, Skill
from impactapp.domain.staff import NO_STAFFING, Staffing
from impactapp.domain.study import Definitions, Origin, Study
from impactapp.store import skill_rows, table_columns
from impactapp.store.row_values import MOST_STAFF, Row, day_of, day_text, flag_of, number_of
from impactapp.store.schema import KEYS, WITHOUT_ROWID

if TYPE_CHECKING:
    from impactapp.domain.scenario import Scenario
    from impactapp.domain.workshop import Sitting

ASPECTS = tuple(Aspect)
_SLOTS = {
    (hypothesis.value, aspect.value): row * len(ASPECTS) + column
    for row, hypothesis in enumerate(HYPOTHESES)
    for column, aspect in enumerate(ASPECTS)
}
_LEVELS: dict[str | None, Level | None] = {None: None, **{level.code: level for level in Level}}
_BARE = {code: Judgement(level) for code, level in _LEVELS.items()}
COLUMNS = {
    "study": "id, title, establishment, authors, purpose, day, origin, rule, custom_faible, custom_moyen, custom_fort, "
    "weighting, exposure_rule",
    "definition": "key, text",
    "profession": "id, title, category, headcount, fte, code, family, rome, isco08, source, difference",
    "task": "profession_id, id, title, share, human_validates",
    "judgement": "task_id, hypothesis, aspect, level, text",
    **skill_rows.COLUMNS,
    **table_columns.SITTING_COLUMNS,
    **table_columns.STAFF_COLUMNS,
}
ORDERED = ("profession", "task", *skill_rows.ORDERED, *table_columns.SITTINGS_ORDERED, *table_columns.STAFF_ORDERED)


class UnreadableRowsError(Exception):
    """The rows do not make a study: one is missing, doubled, without its parent, or has a number that cannot be."""


def read_rows(connection: sqlite3.Connection) -> Study:
    """The study in a file; raises ``UnreadableRowsError`` when its rows contradict themselves."""
    connection.execute("BEGIN")
    try:
        found = {
            table: connection.execute(f"SELECT {columns} FROM {table}{order_of(table)}").fetchall()
            for table, columns in COLUMNS.items()
        }
    finally:
        if connection.in_transaction:  # damage ends a transaction by itself
            connection.execute("ROLLBACK")
    try:
        return _assembled(found)
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableRowsError(str(error)) from error


def order_of(table: str) -> str:
    """How the rows of a table are sorted: as the study has them, or by their key, which says nothing of the votes."""
    if table in WITHOUT_ROWID:
        return f" ORDER BY {', '.join(KEYS[table])}"
    return " ORDER BY position, rowid" if table in ORDERED else ""


def study_row(study: Study) -> Row:
    """The columns of the study itself."""
    custom = study.custom_rates
    return {
        "id": study.id,
        "title": study.title,
        "establishment": study.establishment,
        "authors": study.authors,
        "purpose": study.purpose,
        "day": day_text(study.day),
        "origin": study.origin.value,
        "rule": study.rule.value,
        "custom_faible": custom.faible if custom else None,
        "custom_moyen": custom.moyen if custom else None,
        "custom_fort": custom.fort if custom else None,
        "weighting": study.weighting.value,
        "exposure_rule": study.exposure_rule.value,
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
        "difference": profession.difference,
    }


def task_row(task: Task, profession_id: str, position: int) -> Row:
    """The columns of a task at its place in its profession, without its ratings."""
    return {
        "id": task.id,
        "profession_id": profession_id,
        "position": position,
        "title": task.title,
        "share": task.share,
        "human_validates": int(task.human_validates),
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


def study_of(
    row: Sequence[Any],
    definitions: Definitions,
    professions: tuple[Profession, ...],
    sittings: "tuple[Sitting, ...]" = (),
    staffing: Staffing = NO_STAFFING,
    scenarios: "tuple[Scenario, ...]" = (),
) -> Study:
    """The study of its row; raises ``ValueError`` or ``TypeError`` on values that mean nothing."""
    id, title, establishment, authors, purpose, day, origin, rule, faible, moyen, fort, weighting, exposure_rule = row
    return Study(
        id,
        title,
        establishment,
        authors,
        purpose,
        day=day_of(day or None),
        origin=Origin(origin),
        rule=Rule(rule),
        custom_rates=_rates(faible, moyen, fort),
        weighting=Weighting(weighting),
        definitions=definitions,
        professions=professions,
        exposure_rule=Rule(exposure_rule),
        sittings=sittings,
        staffing=staffing,
        scenarios=scenarios,
    )


def profession_of(
    row: Sequence[Any],
    tasks: tuple[Task, ...],
    skills: tuple[Skill, ...] = (),
    barriers: tuple[Barrier, ...] = (),
) -> Profession:
    """The profession of its row; raises ``ValueError`` or ``TypeError`` on values that mean nothing."""
    id, title, category, headcount, fte, code, family, rome, isco08, source, difference = row
    codes = (_codes(rome), _codes(isco08))
    staff = (number_of(headcount, MOST_STAFF), number_of(fte, MOST_STAFF))
    said = (Category(category), *staff, tasks, code, family, *codes)
    return Profession(id, title, *said, source, skills, barriers, difference)


def rating_of(said: Sequence[Judgement | None]) -> Rating:
    """The rating of its judgements, in the order of the aspects."""
    return Rating(*said) if any(said) else UNRATED


def judgement_of(level: str | None, text: str) -> Judgement:
    """The judgement of its row; raises ``KeyError`` on an unknown level."""
    return Judgement(_LEVELS[level], text) if text else _BARE[level]


def slot_of(hypothesis: str, aspect: str) -> int:
    """Where a judgement stands among those of its task: the low hypothesis first; raises ``KeyError``."""
    return _SLOTS[hypothesis, aspect]


def _assembled(found: dict[str, list[Any]]) -> Study:
    (study,) = found["study"]
    tasks = _tasks(found["task"], found["judgement"])
    skills = skill_rows.skills_by_profession(found["skill"], found["link"])
    barriers = skill_rows.barriers_by_profession(found["barrier"], found["barrier_skill"])
    professions = tuple(
        profession_of(row, tuple(tasks.pop(row[0], ())), tuple(skills.pop(row[0], ())), tuple(barriers.pop(row[0], ())))
        for row in found["profession"]
    )
    if tasks or skills or barriers:
        raise ValueError("tasks, skills or barriers without their profession")
    for profession in professions:
        skill_rows.require_own(profession)
    ids = {profession.id for profession in professions}
    definitions = Definitions(**dict(found["definition"]))
    return study_of(study, definitions, professions, _sittings(found, ids), *_staff(found, ids))


def _sittings(found: dict[str, list[Any]], ids: set[str]) -> "tuple[Sitting, ...]":
    if not any(found[table] for table in table_columns.SITTING_COLUMNS):
        return ()
    from impactapp.store.sitting_rows import sittings_of  # start-up does without where there are none

    return sittings_of(found, ids)


def _staff(found: dict[str, list[Any]], ids: set[str]) -> "tuple[Staffing, tuple[Scenario, ...]]":
    if not any(found[table] for table in table_columns.STAFF_COLUMNS):
        return NO_STAFFING, ()
    from impactapp.store import staff_rows  # start-up does without where there are none

    return staff_rows.staffing_of(found, ids), staff_rows.scenarios_of(found)


def _tasks(rows: list[Any], judgements: list[Any]) -> dict[str, list[Task]]:
    ratings = _ratings(judgements)
    tasks: dict[str, list[Task]] = {}
    for profession_id, id, title, share, validated in rows:
        low, high = ratings.pop(id, (UNRATED, UNRATED))
        task = Task(id, title, number_of(share, 1), low, high, flag_of(validated))
        tasks.setdefault(profession_id, []).append(task)
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
    return {task_id: (rating_of(said[:middle]), rating_of(said[middle:])) for task_id, said in slots.items()}


def _rates(*rates: float | None) -> LevelRates | None:
    faible, moyen, fort = rates
    if faible is None and moyen is None and fort is None:
        return None
    if faible is None or moyen is None or fort is None or not 0 <= faible <= moyen <= fort <= 1:
        raise ValueError(f"rates {rates}")
    return LevelRates(faible, moyen, fort)


def _codes(text: str) -> tuple[str, ...]:
    codes = json.loads(text)
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise TypeError(text)
    return tuple(codes)

"""One thing of a study with what files say of it: each value through the gate of its field, each rule checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from impactapp.domain.edits.task_links import ordered
from impactapp.domain.incoming import TITLE_OF, Cell, Field, Said, Value
from impactapp.domain.incoming_fields import (
    DEFINITIONS,
    LEVELS,
    TEXTS,
    with_barrier_value,
    with_link_value,
    with_profession_value,
    with_skill_value,
    with_study_value,
    with_task_value,
)
from impactapp.domain.intensities import MOST_INTENSE, TEAM_HOURS_LIMIT, require_practice_hours
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.skill import Barrier, Link, Skill
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_text, clean_title

_ORDER = {field: position for position, field in enumerate(Field)}
_TITLES = tuple(TITLE_OF.values())
_CLEAN: Mapping[Field, Callable[[str], str]] = {
    **dict.fromkeys(_TITLES, clean_title),
    **dict.fromkeys((Field.SOURCE, Field.OWNER), clean_line),
    **dict.fromkeys((*DEFINITIONS, *TEXTS, Field.DESCRIPTION, Field.NOTE, Field.SCENARIO_NOTE), clean_text),
}
_MOST: Mapping[Field, tuple[float, Problem]] = {
    Field.SHARE: (1, Problem.SHARE_OUT_OF_RANGE),
    Field.HEADCOUNT: (LARGEST_HEADCOUNT, Problem.HEADCOUNT_OUT_OF_RANGE),
    Field.EXPERIENCED: (LARGEST_HEADCOUNT, Problem.HEADCOUNT_OUT_OF_RANGE),
    Field.TRAINEES: (LARGEST_HEADCOUNT, Problem.HEADCOUNT_OUT_OF_RANGE),
    Field.FTE: (LARGEST_HEADCOUNT, Problem.FTE_OUT_OF_RANGE),
    Field.TEAM_HOURS: (TEAM_HOURS_LIMIT, Problem.HOURS_OUT_OF_RANGE),
    Field.INTENSITY: (MOST_INTENSE, Problem.INTENSITY_OUT_OF_RANGE),
}


@contextmanager
def at(cell: Cell) -> Iterator[None]:
    """Name the cell that is to blame in a refusal, as ``cell``, where it is not named already."""
    try:
        yield
    except EditError as refusal:
        if "cell" in refusal.values:
            raise
        place = f"{cell.sheet}!{cell.ref}" if cell.sheet and cell.ref else cell.ref
        raise EditError(refusal.problem, **{**refusal.values, "cell": place, "file": cell.source}) from refusal


def cleaned(field: Field, value: Value) -> Value:
    """A value through the gate of its field; raises ``EditError`` where no edit would let it in."""
    if isinstance(value, str) and field in _CLEAN:
        return _CLEAN[field](value)
    if field in (Field.HOURS, Field.BASELINE) and isinstance(value, int | float):
        require_practice_hours(value)
    limit = _MOST.get(field)
    if limit is not None and isinstance(value, int | float) and not 0 <= value <= limit[0]:
        raise EditError(limit[1], text=f"{value * 100 if field is Field.SHARE else value:.12g}")
    return value


def changed_study(study: Study, asked: Iterable[Said]) -> Study:
    """The study with its definitions and rules."""
    for said in asked:
        with at(said.cell):
            study = with_study_value(study, said.field, cleaned(said.field, said.value))
            if None in (study.level_rates(study.rule), study.level_rates(study.exposure_rule)):
                raise EditError(Problem.RULE_NEEDS_RATES)
    return study


def changed_profession(profession: Profession, asked: Iterable[Said]) -> Profession:
    """A profession with what is said of itself."""
    for said in asked:
        with at(said.cell):
            profession = with_profession_value(profession, said.field, cleaned(said.field, said.value))
    return profession


def changed_task(task: Task, asked: Iterable[Said]) -> Task:
    """A task with what is said of it; refuses a high level below the low one."""
    last: Cell | None = None
    for said in sorted(asked, key=lambda one: _ORDER[one.field]):
        with at(said.cell):
            task = with_task_value(task, said.field, cleaned(said.field, said.value))
        last = said.cell if said.field in LEVELS else last
    found = task.breach() if last is not None else None
    if found is not None and last is not None:
        with at(last):
            levels = {"low": found.low.code, "high": found.high.code}
            raise EditError(Problem.HIGH_BELOW_LOW, task=task.title, aspect=found.aspect, **levels)
    return task


def changed_skill(skill: Skill, asked: Iterable[Said]) -> Skill:
    """A skill with what is said of it, its links aside."""
    for said in asked:
        with at(said.cell):
            skill = with_skill_value(skill, said.field, cleaned(said.field, said.value))
    return skill


def linked(skill: Skill, task: Task, asked: Sequence[Said]) -> Skill:
    """A skill with what is said of its link with a task; an intensity of 0 takes it away."""
    link = skill.link(task.id)
    for said in sorted(asked, key=lambda one: _ORDER[one.field]):
        with at(said.cell):
            value = cleaned(said.field, said.value)
            if said.field is Field.INTENSITY and value == 0:
                link = None
            elif said.field is Field.INTENSITY and link is None:
                link = with_link_value(Link(task.id, 1), Field.INTENSITY, value)
            elif link is not None:
                link = with_link_value(link, said.field, value)
            elif value:
                raise EditError(Problem.LINK_WITHOUT_INTENSITY, title=task.title)
    others = [one for one in skill.links if one.task_id != task.id]
    links = ordered(others if link is None else [*others, link])
    return skill if links == skill.links else replace(skill, links=links)


def changed_barrier(barrier: Barrier, asked: Iterable[Said]) -> Barrier:
    """A measure with what is said of it; whether it is sound is for its profession to say."""
    for said in asked:
        with at(said.cell):
            barrier = with_barrier_value(barrier, said.field, cleaned(said.field, said.value))
    return barrier

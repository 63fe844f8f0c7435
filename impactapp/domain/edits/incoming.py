"""The edit that takes what files say, once it was accepted: one step to undo, and every rule of the study holds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from impactapp.domain.edits.barriers import require_sound
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.incoming_parts import (
    at,
    changed_barrier,
    changed_profession,
    changed_skill,
    changed_study,
    changed_task,
    linked,
)
from impactapp.domain.edits.incoming_plans import PLANNED, planned, with_new_unit, without, without_units
from impactapp.domain.edits.professions import ids_of
from impactapp.domain.edits.task_links import without_tasks
from impactapp.domain.incoming import Cell, Change, Kind, MissingRow, NewRow, Place, Said
from impactapp.domain.incoming_fields import KIND_OF
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import Barrier, Skill
from impactapp.domain.study import Study
from impactapp.domain.text import clean_title, title_key

_MISSING = {
    Kind.PROFESSION: Problem.UNKNOWN_PROFESSION,
    Kind.TASK: Problem.UNKNOWN_TASK,
    Kind.SKILL: Problem.UNKNOWN_SKILL,
    Kind.LINK: Problem.UNKNOWN_SKILL,
    Kind.BARRIER: Problem.UNKNOWN_BARRIER,
    Kind.UNIT: Problem.UNKNOWN_UNIT,
}


def take(
    changes: Sequence[Change],
    new: Sequence[NewRow] = (),
    removed: Sequence[MissingRow] = (),
    ids: Mapping[str, str] | None = None,
    subject: str = "",
) -> Edit:
    """Take accepted changes, add rows and remove others, all in one edit.

    ``ids`` gives each of :func:`ids_needed` an id that nothing else has. A refusal names the cell that is to blame in
    its value ``cell``, where there is one.
    """

    def change(study: Study) -> Study:
        plan = _Plan(ids or {})
        for row in new:
            plan.add(row)
        for one in changes:
            plan.ask(KIND_OF[one.field], one.place, Said(one.field, one.after, one.cell))
        for missing in removed:
            plan.remove(missing)
        return plan.carried_out(study)

    return Edit(EditKind.IMPORT, change, subject)


def ids_needed(new: Sequence[NewRow]) -> tuple[str, ...]:
    """The ids that new rows bear until they are added."""
    return tuple(_own_id(row.kind, row.place) for row in new)


def _own_id(kind: Kind, place: Place) -> str:
    if kind is Kind.PROFESSION:
        return place.profession_id
    own = {Kind.SKILL: place.skill_id, Kind.BARRIER: place.barrier_id, Kind.UNIT: place.unit_id}
    return own.get(kind, place.task_id)


@dataclass(slots=True)
class _Plan:
    """What is accepted, by the id of what it is about; links by skill and task."""

    ids: Mapping[str, str]
    study: list[Said] = field(default_factory=list)
    asked: dict[tuple[Kind, str], list[Said]] = field(default_factory=dict)
    links: dict[str, dict[str, list[Said]]] = field(default_factory=dict)
    new: dict[tuple[Kind, str], list[tuple[str, str, Cell]]] = field(default_factory=dict)
    gone: set[tuple[Kind, str]] = field(default_factory=set)
    planned: dict[tuple[Kind, Place], list[Said]] = field(default_factory=dict)
    unplanned: list[MissingRow] = field(default_factory=list)

    def add(self, row: NewRow) -> None:
        """Plan a new row, with all that is said of it."""
        own = self._id(_own_id(row.kind, row.place))
        self.new.setdefault((row.kind, row.place.profession_id), []).append((own, row.title, row.cell))
        for said in row.said:
            place = replace(row.place, skill_id=said.skill_id) if said.skill_id else row.place
            self.ask(KIND_OF[said.field], place, said)

    def ask(self, kind: Kind, place: Place, said: Said) -> None:
        """Plan one value."""
        if kind is Kind.STUDY:
            self.study.append(said)
        elif kind in PLANNED:
            place = replace(place, unit_id=self._id(place.unit_id))
            self.planned.setdefault((kind, place), []).append(said)
        elif kind is Kind.LINK:
            of_skill = self.links.setdefault(self._id(place.skill_id), {})
            of_skill.setdefault(self._id(place.task_id), []).append(said)
        else:
            self.asked.setdefault((kind, self._id(_own_id(kind, place))), []).append(said)

    def remove(self, row: MissingRow) -> None:
        """Plan to remove a row."""
        if row.kind in PLANNED:
            self.unplanned.append(row)
        else:
            self.gone.add((row.kind, _own_id(row.kind, row.place)))

    def carried_out(self, study: Study) -> Study:
        """The study with all of it; refuses what is about nothing."""
        self._refuse_taken_ids(study)
        kept = self._with_plans(changed_study(study, self.study))
        cells = {key: said[-1].cell for key, said in self.asked.items()}
        professions = tuple(self._profession(one) for one in study.professions)
        _refuse_shared_titles(Kind.PROFESSION, study.professions, professions, cells)
        for kind, _id in (*self.asked, *self.gone, *self.new, *((Kind.LINK, one) for one in self.links)):
            raise EditError(_MISSING[kind])
        if all(one is other for one, other in zip(professions, study.professions, strict=True)):
            return kept
        return replace(kept, professions=professions)

    def _with_plans(self, study: Study) -> Study:
        """The study with its sites and services, then what stands in them, the official count and the scenarios."""
        for own, title, cell in self.new.pop((Kind.UNIT, ""), ()):
            study = with_new_unit(study, own, title, cell, self.planned.pop((Kind.UNIT, Place(unit_id=own)), ()))
        for (kind, place), asked in sorted(self.planned.items(), key=lambda one: PLANNED.index(one[0][0])):
            study = planned(study, kind, place, asked)
        for row in self.unplanned:
            if row.kind is not Kind.UNIT:
                study = without(study, row.kind, row.place)
        units = [row.place.unit_id for row in self.unplanned if row.kind is Kind.UNIT]
        # after the lines that stand in them, and all at once: services of one name may leave with their sites
        return without_units(study, units) if units else study

    def _id(self, known: str) -> str:
        return self.ids.get(known, known)

    def _profession(self, before: Profession) -> Profession:
        cells = {key: said[-1].cell for key, said in self.asked.items()}
        cells |= {(kind, own): cell for (kind, _of), rows in self.new.items() for own, _title, cell in rows}
        kept = changed_profession(before, self.asked.pop((Kind.PROFESSION, before.id), ()))
        tasks = [changed_task(one, self._of(Kind.TASK, one.id)) for one in self._tasks(kept)]
        lost = {one.id for one in kept.tasks} - {one.id for one in tasks}
        kept = without_tasks(replace(kept, tasks=tuple(tasks)), lost) if lost else _with(kept, tasks=tuple(tasks))
        skills = [self._linked(changed_skill(one, self._of(Kind.SKILL, one.id)), kept) for one in self._skills(kept)]
        kept = _without_skills(_with(kept, skills=tuple(skills)), {one.id for one in skills})
        barriers = [changed_barrier(one, self._of(Kind.BARRIER, one.id)) for one in self._barriers(kept)]
        kept = _with(kept, barriers=tuple(barriers))
        if kept == before:
            return before
        _check(before, kept, cells)
        return kept

    def _of(self, kind: Kind, own_id: str) -> Sequence[Said]:
        return self.asked.pop((kind, own_id), ())

    def _tasks(self, of: Profession) -> Iterable[Task]:
        yield from (one for one in of.tasks if not self._is_gone(Kind.TASK, one.id))
        for own, title, cell in self.new.pop((Kind.TASK, of.id), ()):
            with at(cell):
                yield Task(own, clean_title(title))

    def _skills(self, of: Profession) -> Iterable[Skill]:
        yield from (one for one in of.skills if not self._is_gone(Kind.SKILL, one.id))
        for own, title, cell in self.new.pop((Kind.SKILL, of.id), ()):
            with at(cell):
                yield Skill(own, clean_title(title))

    def _barriers(self, of: Profession) -> Iterable[Barrier]:
        yield from (one for one in of.barriers if not self._is_gone(Kind.BARRIER, one.id))
        for own, title, cell in self.new.pop((Kind.BARRIER, of.id), ()):
            with at(cell):
                yield Barrier(own, clean_title(title))

    def _is_gone(self, kind: Kind, own_id: str) -> bool:
        if (kind, own_id) not in self.gone:
            return False
        self.gone.remove((kind, own_id))
        return True

    def _linked(self, skill: Skill, of: Profession) -> Skill:
        for task_id, asked in self.links.pop(skill.id, {}).items():
            at_task = of.index_of(task_id)
            if at_task < 0:
                raise EditError(Problem.UNKNOWN_TASK)
            skill = linked(skill, of.tasks[at_task], asked)
        return skill

    def _refuse_taken_ids(self, study: Study) -> None:
        taken = {known for one in study.professions for known in ids_of(one)}
        taken |= {one.id for one in study.staffing.units}
        for rows in self.new.values():
            for own, _title, _cell in rows:
                if own in taken:
                    raise EditError(Problem.ID_TAKEN, id=own)
                taken.add(own)


def _with(profession: Profession, **parts: Any) -> Profession:
    """The profession with a list replaced; the list itself where nothing in it changed."""
    if all(getattr(profession, name) == part for name, part in parts.items()):
        return profession
    return replace(profession, **parts)


def _without_skills(profession: Profession, kept: set[str]) -> Profession:
    """Measures let go of skills that went."""
    barriers = tuple(
        one if kept.issuperset(one.skill_ids) else replace(one, skill_ids=tuple(k for k in one.skill_ids if k in kept))
        for one in profession.barriers
    )
    return _with(profession, barriers=barriers)


Cells = Mapping[tuple[Kind, str], Cell]


def _check(before: Profession, after: Profession, cells: Cells) -> None:
    _refuse_shared_titles(Kind.TASK, before.tasks, after.tasks, cells)
    _refuse_shared_titles(Kind.SKILL, before.skills, after.skills, cells)
    for barrier in after.barriers:
        with at(cells.get((Kind.BARRIER, barrier.id), Cell(""))):
            require_sound(after, barrier)


def _refuse_shared_titles(
    kind: Kind,
    before: Sequence[Profession | Task | Skill],
    after: Sequence[Profession | Task | Skill],
    cells: Cells,
) -> None:
    """Refuse a title that another one bears, of what was renamed or added."""
    known = {one.id: one.title for one in before}
    moved = [one for one in after if known.get(one.id) != one.title]
    if not moved:
        return
    counts = Counter(title_key(one.title) for one in after)
    for one in moved:
        if counts[title_key(one.title)] > 1:
            with at(cells.get((kind, one.id), Cell(""))):
                raise EditError(Problem.TITLE_TAKEN, title=one.title)

"""Edits of the list of professions and of their staff."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from impactapp.domain.edits.edit import Edit, EditKind, replace_profession
from impactapp.domain.edits.staff import without_profession
from impactapp.domain.edits.task_links import ordered
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category, Profession
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.skill import Barrier, Skill
from impactapp.domain.study import Study
from impactapp.domain.text import clean_text, clean_title, same_title
from impactapp.domain.workshop import Sitting


def add_profession(profession: Profession, position: int | None = None) -> Edit:
    """Add a profession, at the end or at a position; its title and ids must be new to the study."""

    def change(study: Study) -> Study:
        named = replace(profession, title=clean_title(profession.title))
        _refuse_taken_title(study, named.title, named.id)
        _refuse_taken_ids(study, named)
        at = len(study.professions) if position is None else position
        return replace(study, professions=(*study.professions[:at], named, *study.professions[at:]))

    return Edit(EditKind.ADD_PROFESSION, change, profession.title)


def add_professions(professions: Sequence[Profession]) -> Edit:
    """Add professions together at the end, all of them or none."""

    def change(study: Study) -> Study:
        for profession in professions:
            study = add_profession(profession).change(study)
        return study

    subject = professions[0].title if len(professions) == 1 else ""
    return Edit(EditKind.ADD_PROFESSION, change, subject)


def duplicate_profession(original: Profession, new_title: str, new_ids: Mapping[str, str]) -> Edit:
    """Add a copy after the original; ``new_ids`` gives a new id for each of :func:`ids_of` the original."""
    copy = replace(
        original,
        id=new_ids[original.id],
        title=new_title,
        tasks=tuple(replace(task, id=new_ids[task.id]) for task in original.tasks),
        skills=tuple(_copied_skill(skill, new_ids) for skill in original.skills),
        barriers=tuple(_copied_barrier(barrier, new_ids) for barrier in original.barriers),
    )

    def change(study: Study) -> Study:
        index = study.index_of(original.id)
        if index < 0:
            raise EditError(Problem.UNKNOWN_PROFESSION)
        return add_profession(copy, index + 1).change(study)

    return Edit(EditKind.ADD_PROFESSION, change, new_title)


def ids_of(profession: Profession) -> list[str]:
    """The ids a profession brings: its own, its tasks', its skills' and its barriers'."""
    return [
        profession.id,
        *(task.id for task in profession.tasks),
        *(skill.id for skill in profession.skills),
        *(barrier.id for barrier in profession.barriers),
    ]


def remove_profession(profession_id: str, title: str) -> Edit:
    """Remove a profession with its tasks."""

    def change(study: Study) -> Study:
        if study.index_of(profession_id) < 0:
            raise EditError(Problem.UNKNOWN_PROFESSION)
        kept = tuple(other for other in study.professions if other.id != profession_id)
        return replace(
            study,
            professions=kept,
            sittings=tuple(_without(sitting, profession_id) for sitting in study.sittings),
            staffing=without_profession(study.staffing, profession_id),
        )

    return Edit(EditKind.REMOVE_PROFESSION, change, title)


def _without(sitting: Sitting, profession_id: str) -> Sitting:
    """What was said stays for the minutes; a sitting on this profession alone is then about none, rather than all."""
    if profession_id not in sitting.profession_ids:
        return sitting
    kept = tuple(other for other in sitting.profession_ids if other != profession_id)
    return replace(sitting, profession_ids=kept, is_about_none=not kept)


def move_profession(profession_id: str, title: str, position: int) -> Edit:
    """Put a profession at a position, counted without it and kept within the list."""

    def change(study: Study) -> Study:
        moved = study.profession(profession_id)
        if moved is None:
            raise EditError(Problem.UNKNOWN_PROFESSION)
        others = [kept for kept in study.professions if kept.id != profession_id]
        others.insert(max(0, min(position, len(others))), moved)
        professions = tuple(others)
        return study if professions == study.professions else replace(study, professions=professions)

    return Edit(EditKind.MOVE_PROFESSION, change, title)


def rename_profession(profession_id: str, title: str) -> Edit:
    """Rename a profession; no other of the study may bear the name."""

    def change(study: Study) -> Study:
        cleaned = clean_title(title)
        _refuse_taken_title(study, cleaned, profession_id)
        return replace_profession(study, profession_id, lambda found: replace(found, title=cleaned))

    return Edit(EditKind.RENAME_PROFESSION, change, title)


def set_category(profession: Profession, category: Category) -> Edit:
    """Place a profession in a staff category."""

    def change(study: Study) -> Study:
        return replace_profession(study, profession.id, lambda found: replace(found, category=category))

    return Edit(EditKind.SET_CATEGORY, change, profession.title)


def set_headcount(profession: Profession, persons: int | None) -> Edit:
    """State the number of persons, or that it is unknown."""

    def change(study: Study) -> Study:
        if persons is not None and not 0 <= persons <= LARGEST_HEADCOUNT:
            raise EditError(Problem.HEADCOUNT_OUT_OF_RANGE, text=persons)
        return replace_profession(study, profession.id, lambda found: replace(found, headcount=persons))

    return Edit(EditKind.SET_HEADCOUNT, change, profession.title)


def set_fte(profession: Profession, fte: float | None) -> Edit:
    """State the full-time equivalents, or that they are unknown."""

    def change(study: Study) -> Study:
        if fte is not None and not 0 <= fte <= LARGEST_HEADCOUNT:
            raise EditError(Problem.FTE_OUT_OF_RANGE, text=fte)
        return replace_profession(study, profession.id, lambda found: replace(found, fte=fte))

    return Edit(EditKind.SET_FTE, change, profession.title)


def set_difference(profession: Profession, words: str) -> Edit:
    """Say why the group's rating differs from an outside measure."""

    def change(study: Study) -> Study:
        said = clean_text(words)
        return replace_profession(study, profession.id, lambda found: replace(found, difference=said))

    return Edit(EditKind.SET_DIFFERENCE, change, profession.title)


def _refuse_taken_title(study: Study, title: str, own_id: str) -> None:
    if any(same_title(other.title, title) for other in study.professions if other.id != own_id):
        raise EditError(Problem.TITLE_TAKEN, title=title)


def _refuse_taken_ids(study: Study, profession: Profession) -> None:
    taken = {known for other in study.professions for known in ids_of(other)}
    for new in ids_of(profession):
        if new in taken:
            raise EditError(Problem.ID_TAKEN, id=new)
        taken.add(new)


def _copied_skill(skill: Skill, new_ids: Mapping[str, str]) -> Skill:
    links = ordered([replace(link, task_id=new_ids[link.task_id]) for link in skill.links])
    return replace(skill, id=new_ids[skill.id], links=links)


def _copied_barrier(barrier: Barrier, new_ids: Mapping[str, str]) -> Barrier:
    return replace(barrier, id=new_ids[barrier.id], skill_ids=tuple(new_ids[kept] for kept in barrier.skill_ids))

"""Edits of the tasks of a profession: add, rename, move, split, merge, and their part of working time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from impactapp.domain.edits.edit import Edit, EditKind, find_task, replace_profession, replace_task
from impactapp.domain.edits.task_links import copied_to, merged_into, without_tasks
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.domain.text import clean_title, title_key


def add_tasks(profession_id: str, tasks: Sequence[Task], position: int | None = None) -> Edit:
    """Add tasks together, at the end or at a position; titles and ids must be new."""

    def change(study: Study) -> Study:
        if not tasks:
            raise EditError(Problem.NOTHING_TO_PASTE)
        taken = {task.id for _, task in study.tasks()}
        for task in tasks:
            if task.id in taken:
                raise EditError(Problem.ID_TAKEN, id=task.id)
            taken.add(task.id)
        named = [replace(task, title=clean_title(task.title)) for task in tasks]
        return replace_profession(study, profession_id, lambda found: _inserted(found, named, position))

    return Edit(EditKind.ADD_TASKS, change, tasks[0].title if len(tasks) == 1 else "")


def duplicate_task(task: Task, new_id: str, new_title: str) -> Edit:
    """Add a copy, with its ratings and without its share, just after the original."""

    def change(study: Study) -> Study:
        profession, index = find_task(study, task.id)
        copy = replace(task, id=new_id, title=new_title, share=None)
        added = add_tasks(profession.id, [copy], index + 1).change(study)
        return replace_profession(added, profession.id, lambda found: copied_to(found, task.id, [new_id]))

    return Edit(EditKind.ADD_TASKS, change, new_title)


def remove_tasks(profession_id: str, task_ids: Sequence[str], subject: str = "") -> Edit:
    """Remove tasks of one profession with their ratings."""

    def change(study: Study) -> Study:
        def without(found: Profession) -> Profession:
            _require(found, task_ids)
            gone = set(task_ids)
            kept = replace(found, tasks=tuple(task for task in found.tasks if task.id not in gone))
            return without_tasks(kept, gone)

        return replace_profession(study, profession_id, without)

    return Edit(EditKind.REMOVE_TASKS, change, subject)


def move_tasks(profession_id: str, task_ids: Sequence[str], position: int, subject: str = "") -> Edit:
    """Put tasks together at a position, counted without them and kept within the list; their order stays."""

    def change(study: Study) -> Study:
        def moved(found: Profession) -> Profession:
            _require(found, task_ids)
            chosen = [task for task in found.tasks if task.id in set(task_ids)]
            others = [task for task in found.tasks if task.id not in set(task_ids)]
            at = max(0, min(position, len(others)))
            return replace(found, tasks=(*others[:at], *chosen, *others[at:]))

        return replace_profession(study, profession_id, moved)

    return Edit(EditKind.MOVE_TASKS, change, subject)


def rename_task(task_id: str, title: str) -> Edit:
    """Rename a task; no other task of the profession may bear the name."""

    def change(study: Study) -> Study:
        cleaned = clean_title(title)
        profession, _ = find_task(study, task_id)
        _refuse_taken_titles([task for task in profession.tasks if task.id != task_id], [cleaned])
        return replace_task(study, task_id, lambda task: replace(task, title=cleaned))

    return Edit(EditKind.RENAME_TASK, change, title)


def split_task(task_id: str, parts: Sequence[Task], subject: str = "") -> Edit:
    """Replace a task by at least two, each with its ratings; a stated share is divided equally."""

    def change(study: Study) -> Study:
        if len(parts) < 2:
            raise EditError(Problem.SPLIT_NEEDS_TWO)
        profession, index = find_task(study, task_id)
        original = profession.tasks[index]
        share = None if original.share is None else original.share / len(parts)
        pieces = [replace(original, id=part.id, title=part.title, share=share) for part in parts]
        new_ids = [part.id for part in parts]
        linked = replace_profession(study, profession.id, lambda found: copied_to(found, task_id, new_ids))
        without = remove_tasks(profession.id, [task_id]).change(linked)
        return add_tasks(profession.id, pieces, index).change(without)

    return Edit(EditKind.SPLIT_TASK, change, subject)


def merge_tasks(profession_id: str, task_ids: Sequence[str], title: str, new_id: str = "") -> Edit:
    """Make one task of several: the first one's place and ratings, and the sum of the shares if all are stated.

    What was voted on one of them was not voted on all: it stays in the minutes under the former names. Where the first
    was voted the task takes ``new_id``, for it is to be voted itself; without one it is refused.
    """

    def change(study: Study) -> Study:
        def merged(found: Profession) -> Profession:
            _require(found, task_ids)
            chosen = [task for task in found.tasks if task.id in set(task_ids)]
            if len(chosen) < 2:
                raise EditError(Problem.MERGE_NEEDS_TWO)
            first = chosen[0]
            kept = replace(first, title=clean_title(title), share=_sum_of_shares(chosen))
            if was_voted(study, [first.id]):
                kept = replace(kept, id=_free(study, new_id, first.title))
            others = [task for task in found.tasks if task not in chosen]
            _refuse_taken_titles(others, [kept.title])
            tasks = tuple(kept if task is first else task for task in found.tasks if task not in chosen[1:])
            return merged_into(replace(found, tasks=tasks), kept.id, set(task_ids))

        return replace_profession(study, profession_id, merged)

    return Edit(EditKind.MERGE_TASKS, change, title)


def was_voted(study: Study, task_ids: Sequence[str]) -> bool:
    """Whether one of these tasks was voted in a sitting."""
    return any(talk.tallies for sitting in study.sittings for talk in sitting.talks if talk.task_id in task_ids)


def set_shares(profession_id: str, shares: Mapping[str, float | None], subject: str = "") -> Edit:
    """State the part of working time of tasks, 0..1 each, or that it is not stated."""

    def change(study: Study) -> Study:
        def shared(found: Profession) -> Profession:
            _require(found, list(shares))
            for share in shares.values():
                if share is not None and not 0 <= share <= 1:
                    raise EditError(Problem.SHARE_OUT_OF_RANGE, text=f"{share * 100:g}")
            return replace(
                found, tasks=tuple(replace(t, share=shares[t.id]) if t.id in shares else t for t in found.tasks)
            )

        return replace_profession(study, profession_id, shared)

    return Edit(EditKind.SET_SHARES, change, subject)


def _free(study: Study, new_id: str, title: str) -> str:
    if not new_id:
        raise EditError(Problem.MERGE_OF_VOTED, title=title)
    if any(task.id == new_id for _profession, task in study.tasks()):
        raise EditError(Problem.ID_TAKEN, id=new_id)
    return new_id


def _inserted(found: Profession, tasks: list[Task], position: int | None) -> Profession:
    _refuse_taken_titles(found.tasks, [task.title for task in tasks])
    at = len(found.tasks) if position is None else position
    return replace(found, tasks=(*found.tasks[:at], *tasks, *found.tasks[at:]))


def _refuse_taken_titles(others: Sequence[Task], titles: Sequence[str]) -> None:
    taken = {title_key(task.title) for task in others}
    for title in titles:
        if title_key(title) in taken:
            raise EditError(Problem.TITLE_TAKEN, title=title)
        taken.add(title_key(title))


def _require(profession: Profession, task_ids: Sequence[str]) -> None:
    here = {task.id for task in profession.tasks}
    if not here.issuperset(task_ids):
        raise EditError(Problem.UNKNOWN_TASK)


def _sum_of_shares(tasks: Sequence[Task]) -> float | None:
    shares = [task.share for task in tasks if task.share is not None]
    return min(1.0, round(sum(shares), 12)) if len(shares) == len(tasks) else None

"""What differs between two studies, as rows to add, change and remove; the same object is never looked into."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from impactapp.domain.level import HYPOTHESES
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.store import rows
from impactapp.store.rows import Row


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row added (no ``old``), removed (no ``new``) or changed (the columns that differ, in both).

    ``key`` holds the values of the table's key columns as they were before the change.
    """

    table: str
    key: tuple[str, ...]
    old: Row | None
    new: Row | None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A task, with the profession it is in and its position there."""

    task: Task
    profession_id: str
    position: int

    def row(self) -> Row:
        return rows.task_row(self.task, self.profession_id, self.position)


def changes_between(before: Study | None, after: Study) -> Iterator[RowChange]:
    """The changes that lead from one study to the other, in an order that never leaves a row without its parent."""
    old = rows.study_row(before) if before else None
    yield from _of_row("study", (before.id if before else after.id,), old, rows.study_row(after))
    if before is None or before.definitions is not after.definitions:
        yield from _of_definitions(before, after)
    if before is None or before.professions is not after.professions:
        yield from _of_professions(before.professions if before else (), after.professions)


def _of_definitions(before: Study | None, after: Study) -> Iterator[RowChange]:
    olds = rows.definition_rows(before.definitions) if before else {}
    news = rows.definition_rows(after.definitions)
    for key in {**olds, **news}:
        yield from _of_row("definition", (key,), olds.get(key), news.get(key))


def _of_professions(before: tuple[Profession, ...], after: tuple[Profession, ...]) -> Iterator[RowChange]:
    olds = {profession.id: (position, profession) for position, profession in enumerate(before)}
    news = {profession.id: (position, profession) for position, profession in enumerate(after)}
    changed: list[tuple[Profession | None, Profession | None]] = []
    for id, (position, new) in news.items():
        old_position, old = olds.get(id, (-1, None))
        if old is not new or old_position != position:
            old_row = rows.profession_row(old, old_position) if old else None
            yield from _of_row("profession", (id,), old_row, rows.profession_row(new, position))
            changed.append((old, new))
    gone = [(position, old) for id, (position, old) in olds.items() if id not in news]
    yield from _of_tasks([*changed, *((old, None) for _, old in gone)])
    for position, old in gone:
        yield RowChange("profession", (old.id,), rows.profession_row(old, position), None)


def _of_tasks(pairs: list[tuple[Profession | None, Profession | None]]) -> Iterator[RowChange]:
    olds, news = _differing(pairs)
    for id, new in news.items():
        old = olds.get(id)
        yield from _of_row("task", (id,), old.row() if old else None, new.row())
        yield from _of_judgements(old.task if old else None, new.task)
    for id, old in olds.items():
        if id not in news:
            yield from _of_judgements(old.task, None)
            yield RowChange("task", (id,), old.row(), None)


def _differing(
    pairs: list[tuple[Profession | None, Profession | None]],
) -> tuple[dict[str, _Placed], dict[str, _Placed]]:
    """The tasks, before and after, that are not the same object at the same place."""
    olds: dict[str, _Placed] = {}
    news: dict[str, _Placed] = {}
    for before, after in pairs:
        together = zip_longest(before.tasks if before else (), after.tasks if after else ())
        for position, (old, new) in enumerate(together):
            if old is new:
                continue
            if before and old:
                olds[old.id] = _Placed(old, before.id, position)
            if after and new:
                news[new.id] = _Placed(new, after.id, position)
    return olds, news


def _of_judgements(before: Task | None, after: Task | None) -> Iterator[RowChange]:
    if before is after:
        return
    id = before.id if before else after.id if after else ""
    for hypothesis in HYPOTHESES:
        was = before.rating(hypothesis) if before else None
        now = after.rating(hypothesis) if after else None
        if was is now:
            continue
        for aspect in rows.ASPECTS:
            old = was.get(aspect) if was else None
            new = now.get(aspect) if now else None
            if old is not new:
                yield from _of_row(
                    "judgement",
                    (id, hypothesis.value, aspect.value),
                    rows.judgement_row(id, hypothesis, aspect, old) if old else None,
                    rows.judgement_row(id, hypothesis, aspect, new) if new else None,
                )


def _of_row(table: str, key: tuple[str, ...], old: Row | None, new: Row | None) -> Iterator[RowChange]:
    if old is None or new is None:
        yield RowChange(table, key, old, new)
        return
    differing = [column for column, value in new.items() if old[column] != value]
    if differing:
        was = {column: old[column] for column in differing}
        yield RowChange(table, key, was, {column: new[column] for column in differing})

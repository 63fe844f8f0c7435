"""What differs between two studies, as rows to add, change and remove; the same object is never looked into."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from impactapp.domain.level import HYPOTHESES
from impactapp.domain.profession import Profession, Task
from impactapp.domain.staff import NO_STAFFING
from impactapp.domain.study import Study
from impactapp.store import rows, skill_changes
from impactapp.store.row_changes import Pairs, RowChange, differing_things, of_row

if TYPE_CHECKING:
    from impactapp.domain.workshop import Sitting


def changes_between(before: Study | None, after: Study) -> Iterator[RowChange]:
    """The changes that lead from one study to the other, in an order that never leaves a row without its parent."""
    old = rows.study_row(before) if before else None
    yield from of_row("study", (before.id if before else after.id,), old, rows.study_row(after))
    if before is None or before.definitions is not after.definitions:
        yield from _of_definitions(before, after)
    gone, kept = _of_sittings(before.sittings if before else (), after.sittings)
    staff_gone, staff_kept = _of_staff(before, after)
    yield from gone
    yield from staff_gone
    if before is None or before.professions is not after.professions:
        yield from _of_professions(before.professions if before else (), after.professions)
    yield from kept
    yield from staff_kept


def _of_sittings(
    before: "tuple[Sitting, ...]", after: "tuple[Sitting, ...]"
) -> tuple[list[RowChange], list[RowChange]]:
    if before is after:
        return [], []
    from impactapp.store.sitting_changes import sitting_changes  # start-up does without

    return sitting_changes(before, after)


def _of_staff(before: Study | None, after: Study) -> tuple[list[RowChange], list[RowChange]]:
    staffing, scenarios = (before.staffing, before.scenarios) if before else (NO_STAFFING, ())
    if staffing is after.staffing and scenarios is after.scenarios:
        return [], []
    from impactapp.store.staff_changes import staff_changes  # start-up does without

    return staff_changes(before, after)


def _of_definitions(before: Study | None, after: Study) -> Iterator[RowChange]:
    olds = rows.definition_rows(before.definitions) if before else {}
    news = rows.definition_rows(after.definitions)
    for key in {**olds, **news}:
        yield from of_row("definition", (key,), olds.get(key), news.get(key))


def _of_professions(before: tuple[Profession, ...], after: tuple[Profession, ...]) -> Iterator[RowChange]:
    olds = {profession.id: (position, profession) for position, profession in enumerate(before)}
    news = {profession.id: (position, profession) for position, profession in enumerate(after)}
    pairs: Pairs = []
    for id, (position, new) in news.items():
        old_position, old = olds.get(id, (-1, None))
        if old is not new or old_position != position:
            old_row = rows.profession_row(old, old_position) if old else None
            yield from of_row("profession", (id,), old_row, rows.profession_row(new, position))
            pairs.append((old, new))
    gone = [(position, old) for id, (position, old) in olds.items() if id not in news]
    pairs += [(old, None) for _, old in gone]
    yield from skill_changes.ties_cut(pairs)
    yield from _of_tasks(pairs)
    yield from skill_changes.skills_and_barriers(pairs)
    for position, old in gone:
        yield RowChange("profession", (old.id,), rows.profession_row(old, position), None)


def _of_tasks(pairs: Pairs) -> Iterator[RowChange]:
    olds, news = differing_things(pairs, lambda profession: profession.tasks)
    for id, new in news.items():
        old = olds.get(id)
        yield from of_row("task", (id,), rows.task_row(*old) if old else None, rows.task_row(*new))
        yield from _of_judgements(old[0] if old else None, new[0])
    for id, old in olds.items():
        if id not in news:
            yield from _of_judgements(old[0], None)
            yield RowChange("task", (id,), rows.task_row(*old), None)


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
                yield from of_row(
                    "judgement",
                    (id, hypothesis.value, aspect.value),
                    rows.judgement_row(id, hypothesis, aspect, old) if old else None,
                    rows.judgement_row(id, hypothesis, aspect, new) if new else None,
                )

"""What differs between the skills and barriers of two studies, as rows to add, change and remove."""

from collections.abc import Callable, Iterator

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier, Skill
from impactapp.store import skill_rows
from impactapp.store.row_changes import Pairs, Placed, RowChange, T, differing_things, of_row
from impactapp.store.row_values import Row


def ties_cut(pairs: Pairs) -> Iterator[RowChange]:
    """The links that go and the skills that barriers let go of: before the tasks and skills they stand on."""
    if any(before for before, _after in pairs):
        yield from (change for change in _ties(pairs) if change.new is None)


def skills_and_barriers(pairs: Pairs) -> Iterator[RowChange]:
    """The skills and barriers themselves, then what ties them; their tasks are there, what goes is tied no more."""
    yield from _of_things("skill", *differing_things(pairs, _skills), skill_rows.skill_row)
    yield from _of_things("barrier", *differing_things(pairs, _barriers), skill_rows.barrier_row)
    yield from (change for change in _ties(pairs) if change.new is not None)


def _of_things(
    table: str, olds: dict[str, Placed[T]], news: dict[str, Placed[T]], columns: Callable[[T, str, int], Row]
) -> Iterator[RowChange]:
    for id, new in news.items():
        old = olds.get(id)
        yield from of_row(table, (id,), columns(*old) if old else None, columns(*new))
    for id, old in olds.items():
        if id not in news:
            yield RowChange(table, (id,), columns(*old), None)


def _ties(pairs: Pairs) -> Iterator[RowChange]:
    yield from _of_ties("link", *differing_things(pairs, _skills), skill_rows.link_rows)
    yield from _of_ties("barrier_skill", *differing_things(pairs, _barriers), skill_rows.barrier_skill_rows)


def _of_ties(
    table: str, olds: dict[str, Placed[T]], news: dict[str, Placed[T]], rows: Callable[[T], dict[str, Row]]
) -> Iterator[RowChange]:
    for id in {**olds, **news}:
        old, new = olds.get(id), news.get(id)
        if old and new and old[0] is new[0]:
            continue
        before = rows(old[0]) if old else {}
        after = rows(new[0]) if new else {}
        for other in {**before, **after}:
            yield from of_row(table, (id, other), before.get(other), after.get(other))


def _skills(profession: Profession) -> tuple[Skill, ...]:
    return profession.skills


def _barriers(profession: Profession) -> tuple[Barrier, ...]:
    return profession.barriers

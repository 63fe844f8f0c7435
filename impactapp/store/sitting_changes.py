"""What differs between the sittings of two studies, as rows to add, change and remove."""

from impactapp.domain.workshop import Sitting
from impactapp.store.row_changes import RowChange, of_rows
from impactapp.store.sitting_rows import sitting_rows
from impactapp.store.table_columns import SITTING_COLUMNS

# what stands on another row comes after it
_PLACES = {table: place for place, table in enumerate(SITTING_COLUMNS)}


def sitting_changes(before: tuple[Sitting, ...], after: tuple[Sitting, ...]) -> tuple[list[RowChange], list[RowChange]]:
    """The rows that go, then those added or changed: professions are removed after the first, added before the second.

    A talk that is the same object at the same place is never looked into.
    """
    olds = {sitting.id: (position, sitting) for position, sitting in enumerate(before)}
    news = {sitting.id: (position, sitting) for position, sitting in enumerate(after)}
    changes: list[RowChange] = []
    for id in {**olds, **news}:
        (was_at, old), (position, new) = olds.get(id, (-1, None)), news.get(id, (-1, None))
        if old is new and was_at == position:
            continue
        untouched = _untouched(old, new) if old and new else frozenset()
        was = dict(sitting_rows(old, was_at, untouched)) if old else {}
        changes += of_rows(was, dict(sitting_rows(new, position, untouched)) if new else {})
    changes.sort(key=lambda change: _PLACES[change.table])
    gone = [change for change in reversed(changes) if change.new is None]
    return gone, [change for change in changes if change.new is not None]


def _untouched(old: Sitting, new: Sitting) -> frozenset[str]:
    return frozenset(was.task_id for was, now in zip(old.talks, new.talks, strict=False) if was is now)

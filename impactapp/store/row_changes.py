"""The change of one row, and where things stand in two studies that are compared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import Barrier, Skill
from impactapp.store.row_values import Row

T = TypeVar("T", Task, Skill, Barrier)
# a thing of a profession, with the id of that profession and its position there
Placed = tuple[T, str, int]
Pairs = list[tuple[Profession | None, Profession | None]]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row added (no ``old``), removed (no ``new``) or changed (the columns that differ, in both).

    ``key`` holds the values of the table's key columns as they were before the change.
    """

    table: str
    key: tuple[str, ...]
    old: Row | None
    new: Row | None


def of_row(table: str, key: tuple[str, ...], old: Row | None, new: Row | None) -> Iterator[RowChange]:
    """The change of a row that is there before, after or both; nothing when it stays the same."""
    if old is None or new is None:
        yield RowChange(table, key, old, new)
        return
    differing = [column for column, value in new.items() if old[column] != value]
    if differing:
        was = {column: old[column] for column in differing}
        yield RowChange(table, key, was, {column: new[column] for column in differing})


def of_rows(was: dict[tuple[str, ...], Row], now: dict[tuple[str, ...], Row]) -> list[RowChange]:
    """The changes between two sets of rows, each by its table and key."""
    return [change for key in {**was, **now} for change in of_row(key[0], key[1:], was.get(key), now.get(key))]


def differing_things(
    pairs: Pairs, things: Callable[[Profession], tuple[T, ...]]
) -> tuple[dict[str, Placed[T]], dict[str, Placed[T]]]:
    """The things, before and after, that are not the same object at the same place."""
    olds: dict[str, Placed[T]] = {}
    news: dict[str, Placed[T]] = {}
    for before, after in pairs:
        together = zip_longest(things(before) if before else (), things(after) if after else ())
        for position, (old, new) in enumerate(together):
            if old is new:
                continue
            if before and old:
                olds[old.id] = (old, before.id, position)
            if after and new:
                news[new.id] = (new, after.id, position)
    return olds, news

"""The gates of the edits on what comes from JSON: a refusal names the field it is about."""

from collections.abc import Callable
from typing import TypeVar

from impactapp.domain.problems import EditError, Problem
from impactapp.exchange.json_fields import Field, Members

T = TypeVar("T")


def through(gate: Callable[[], None], field: Field) -> None:
    """Refuse at a field what a gate refuses."""
    try:
        gate()
    except EditError as refused:
        field.refuse(refused)


def each_once(
    field: Field, read: Callable[[Field], T], key: Callable[[T], object] = lambda thing: thing, blamed: str = ""
) -> tuple[T, ...]:
    """The things of a list; the second of a kind is refused at the field that tells it apart."""
    found: dict[object, T] = {}
    for item in field.items():
        thing = read(item)
        if key(thing) in found:
            place = Members(item, item.value).field(blamed) if blamed else item
            place.refuse(EditError(Problem.ID_TAKEN, id=place.value if blamed else key(thing)))
        found[key(thing)] = thing
    return tuple(found.values())

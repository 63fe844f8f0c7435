"""Reading JSON without trust: each value is checked where it stands, and a refusal names that place."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from impactapp import labels
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import Barrier, Skill
from impactapp.domain.text import clean_title, title_key
from impactapp.domain.workshop import Sitting
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.problems import ExchangeError

T = TypeVar("T")
Thing = TypeVar("Thing", Profession, Task, Skill, Barrier, Sitting)
_MOST_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Field:
    """A JSON value with its place in the file, as ``professions[2].tasks[0].share``."""

    value: Any
    place: str
    path: str

    def refuse(self, reason: EditError | None = None) -> NoReturn:
        """Refuse this field: JSON_FIELD_REFUSED where an edit would be refused too, else JSON_WRONG_FIELD."""
        if reason is None:
            raise ExchangeError(Problem.JSON_WRONG_FIELD, path=self.path, field=self.place)
        words = labels.sentence(reason)
        raise ExchangeError(Problem.JSON_FIELD_REFUSED, path=self.path, field=self.place, reason=words) from reason

    def _refuse_range(self, most: float) -> NoReturn:
        text = shorten(str(self.value), _MOST_DIGITS)
        limit = labels.headcount(int(most))
        raise ExchangeError(Problem.JSON_OUT_OF_RANGE, path=self.path, field=self.place, text=text, most=limit)

    def members(self, allowed: tuple[str, ...]) -> "Members":
        """An object; refuses another type and the first unknown field."""
        if not isinstance(self.value, dict):
            self.refuse()
        members = Members(self, self.value)
        for name in self.value:
            if name not in allowed:
                raise ExchangeError(Problem.JSON_FIELD_UNKNOWN, path=self.path, field=members.field(name).place)
        return members

    def items(self) -> Iterator["Field"]:
        """The elements of a list."""
        if not isinstance(self.value, list):
            self.refuse()
        for index, value in enumerate(self.value):
            yield Field(value, f"{self.place}[{index}]", self.path)

    def text(self, clean: Callable[[str], str]) -> str:
        """Text through the gate of the edits."""
        if not isinstance(self.value, str):
            self.refuse()
        try:
            return clean(self.value)
        except EditError as error:
            self.refuse(error)

    def code(self, read: Callable[[str], T]) -> T:
        """A code of ours, read by a function that raises ``ValueError`` on another text."""
        if not isinstance(self.value, str):
            self.refuse()
        try:
            return read(self.value)
        except ValueError as error:
            raise ExchangeError(Problem.JSON_WRONG_FIELD, path=self.path, field=self.place) from error

    def number(self, most: float) -> float:
        """A finite number from 0 to ``most``."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self.refuse()
        if not 0 <= self.value <= most:  # neither NaN nor an infinite number passes
            self._refuse_range(most)
        return float(self.value)

    def whole(self, most: int) -> int:
        """A whole number from 0 to ``most``."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            self.refuse()
        if not 0 <= self.value <= most:
            self._refuse_range(most)
        return self.value

    def flag(self) -> bool:
        """Yes or no."""
        if not isinstance(self.value, bool):
            self.refuse()
        return self.value

    def optional(self, read: Callable[["Field"], T]) -> T | None:
        """``None`` for null, else what ``read`` makes of the field."""
        return None if self.value is None else read(self)


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a JSON object."""

    owner: Field
    values: Mapping[str, Any]

    def field(self, name: str, default: Any = None) -> Field:
        """A member with its place, the default where it is absent."""
        place = f"{self.owner.place}.{name}" if self.owner.place else name
        return Field(self.values.get(name, default), place, self.owner.path)


def load_json(path: Path) -> Any:
    """The JSON value of a file in UTF-8; refuses what is missing, not JSON, or says one field twice."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise ExchangeError(Problem.FILE_MISSING, path=path) from error
    except OSError as error:
        raise ExchangeError(Problem.DISK_ERROR, path=path) from error
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_repeats(path))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ExchangeError(Problem.JSON_UNREADABLE, path=path, line=line) from error
    except json.JSONDecodeError as error:
        raise ExchangeError(Problem.JSON_UNREADABLE, path=path, line=error.lineno) from error
    except (RecursionError, ValueError) as error:
        # nested without end, or a number of thousands of digits: no line is known, the file as a whole is refused
        raise ExchangeError(Problem.JSON_UNREADABLE, path=path, line=1) from error


def distinct(
    members: Members, name: str, read: Callable[[Field], Thing], *, optional: bool = False
) -> tuple[Thing, ...]:
    """The things of a list, each with a title and an id of its own; an absent list is empty where it is optional."""
    found: list[Thing] = []
    ids: set[str] = set()
    titles: set[str] = set()
    for field in members.field(name, [] if optional else None).items():
        thing = read(field)
        within = Members(field, field.value)
        if thing.id in ids:
            within.field("id").refuse(EditError(Problem.ID_TAKEN, id=thing.id))
        if title_key(thing.title) in titles:  # the test of same_title, once a title instead of once a pair
            within.field("title").refuse(EditError(Problem.TITLE_TAKEN, title=thing.title))
        ids.add(thing.id)
        titles.add(title_key(thing.title))
        found.append(thing)
    return tuple(found)


def own_id(field: Field) -> str:
    """An id of ours: a line as it stands, so that what is written equals what was read."""
    text = field.text(clean_title)
    if text != field.value:
        field.refuse()
    return text


def iso_day(text: str) -> date:
    """A date as 2026-11-22; Python reads more spellings than we write."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def _without_repeats(path: Path) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in pairs:
            if name in found:
                raise ExchangeError(Problem.JSON_FIELD_TWICE, path=path, field=name)
            found[name] = value
        return found

    return members

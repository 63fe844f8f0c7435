"""The values that columns hold, and those that no edit would have let in."""

from datetime import date
from typing import TypeVar

from impactapp.domain.intensities import MONTH_HOURS

Row = dict[str, str | int | float | None]

MOST_STAFF = 10**15  # far above what an edit lets in, far below what makes a sum infinite
_MOST_COUNTED = 10**12  # far above what edits let in, seconds of talk included
_FLAGS = {0: False, 1: True}
_Number = TypeVar("_Number", int, float)


def number_of(value: _Number | None, most: _Number) -> _Number | None:
    """The number of its column; raises ``ValueError`` or ``TypeError`` on one that no edit would have let in."""
    if value is not None and not 0 <= value <= most:
        raise ValueError(f"{value} is not between 0 and {most}")
    return value


def whole_of(value: int | None, most: int) -> int | None:
    """The whole number of its column, as :func:`number_of`."""
    if value is not None and not isinstance(value, int):
        raise TypeError(f"{value} is no whole number")
    return number_of(value, most)


def count_of(value: int) -> int:
    """A count of its column; raises ``ValueError`` or ``TypeError`` on what is none."""
    if not isinstance(value, int):
        raise TypeError(f"{value} is no whole number")
    if not 0 <= value <= _MOST_COUNTED:
        raise ValueError(f"{value} counts nothing")
    return value


def text_of(value: str) -> str:
    """The text of its column; raises ``TypeError`` on what is none."""
    if not isinstance(value, str):
        raise TypeError(f"{value} is no text")
    return value


def hours_of(value: float | None) -> float | None:
    """Hours of practice a month, never 0; raises ``ValueError`` or ``TypeError`` on others."""
    if value is not None and not 0 < value <= MONTH_HOURS:
        raise ValueError(f"{value} is not above 0 and at most {MONTH_HOURS}")
    return value


def flag_of(value: int) -> bool:
    """Yes or no of its column; raises ``KeyError`` on another value."""
    return _FLAGS[value]


def day_of(text: str | None) -> date | None:
    """The date of its column; raises ``ValueError`` or ``TypeError`` on another text."""
    return None if text is None else date.fromisoformat(text)


def day_text(day: date | None) -> str | None:
    """A date as its column holds it."""
    return None if day is None else day.isoformat()

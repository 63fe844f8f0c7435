"""The value of one cell of a sheet, from what stands in its XML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WHOLE = re.compile(r"-?[0-9]{1,15}")


class Flaw(StrEnum):
    """Why a cell has no value that can be read."""

    ERROR = "error"  # #REF!, #N/A…
    UNCOMPUTED = "uncomputed"  # a formula that the program that saved it never computed


@dataclass(frozen=True, slots=True)
class Flawed:
    """A cell without a value; ``text`` is its error or its formula."""

    flaw: Flaw
    text: str


Read = str | int | float | bool | datetime | date | time | timedelta | Flawed


def text_of(text: str) -> str:
    """Text as it was typed: ``_x000A_`` stands for a line break, and so for any character."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def value_of(kind: str, text: str, shared: Sequence[str], is_date: bool, is_1904: bool) -> Read | None:
    """The value of a cell of a kind (``t``) from the text of its ``v``; ``None`` for an empty one.

    Raises ``ValueError`` or ``LookupError`` where the file is not what it should be.
    """
    if kind == "s":
        return shared[int(text)] or None
    if kind in ("str", "inlineStr"):
        return text_of(text) or None
    if not text:
        return None
    if kind == "b":
        return text.strip() in ("1", "true")
    if kind == "e":
        return Flawed(Flaw.ERROR, text)
    if kind == "d":
        return datetime.fromisoformat(text)
    number = int(text) if _WHOLE.fullmatch(text) else float(text)
    if number != number or number in (float("inf"), float("-inf")):
        return Flawed(Flaw.ERROR, text[:20])
    return _day(number, is_1904) if is_date else number


def _day(number: float, is_1904: bool) -> Read:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    try:
        found: Read | None = from_excel(number, CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900)
    except (OverflowError, ValueError):
        found = None
    return number if found is None else found

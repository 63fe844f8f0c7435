"""A level as somebody wrote it in a cell: words in French or English, letters, 1 to 3, whatever their case."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.i18n import _, language

LONGEST_QUOTED = 40
_LETTERS = 2  # of a level in a cell: Fa, Mo, Fo
# « élevé » is a class of exposure to some and a level to others: it is asked about
_UNSURE = re.compile(r"[ée]lev[ée]e?s?", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?([123])\)?\s*(?:[-–—·:.=/]\s*)?([^\W\d]+)|([^\W\d]+)\s*(?:[-–—·:.=/]\s*)?\(?([123])\)?")


def read_level(value: object) -> Level | None:
    """A level from a cell's value (text, number, date…), ``None`` for an empty one; raises ``EditError`` otherwise.

    « Fort », « FORT », « Fo », « high », 3, 3.0, « 3 - Fort » are one level; a date, a truth value, « élevé » are none.
    """
    if value is None:
        return None
    if isinstance(value, bool | date | datetime | time):
        raise EditError(Problem.UNKNOWN_LEVEL, text=shown(value))
    text = " ".join(as_text(value).split())
    if _UNSURE.fullmatch(text):
        raise EditError(Problem.UNKNOWN_LEVEL, text=text)
    try:
        return labels.read_level(text)
    except EditError as refusal:
        level = _numbered(text)
        if level is None:
            raise EditError(Problem.UNKNOWN_LEVEL, text=shown(text)) from refusal
        return level


def as_text(value: object) -> str:
    """What a cell says as text: Excel makes the number 3.0 of a 3."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def shown(value: object) -> str:
    """The beginning of what a cell says, on one line, for a sentence."""
    if isinstance(value, bool):
        value = _("TRUE") if value else _("FALSE")
    elif isinstance(value, datetime):
        # a day as a spreadsheet shows it, not as a file keeps it
        value = labels.day(value.date()) if value.time() == time() else value.isoformat(" ", "minutes")
    elif isinstance(value, date):
        value = labels.day(value)
    elif isinstance(value, float) and not value.is_integer():
        value = _as_typed(value)
    kept = " ".join(as_text(value).split())
    return kept if len(kept) <= LONGEST_QUOTED else f"{kept[: LONGEST_QUOTED - 1]}…"


def _as_typed(value: float) -> str:
    """A number with the decimal sign that a spreadsheet shows, and no exponent."""
    text = f"{Decimal(repr(value)):f}"
    return text.replace(".", ",") if language() == "fr" else text


def _numbered(text: str) -> Level | None:
    """« 3 - Fort », « Fort (3) », « Fo · Fort » as our reports print it: two ways to say a level that agree."""
    letters, dot, word = text.partition(" · ")
    if dot and len(letters) == _LETTERS:
        level = _alone(letters)
        return level if level is _alone(word) else None
    found = _NUMBERED.fullmatch(text)
    if found is None or _UNSURE.fullmatch(found[2] or found[3]):
        return None
    level = _alone(found[2] or found[3])
    return level if level is not None and int(level) == int(found[1] or found[4]) else None


def _alone(word: str) -> Level | None:
    try:
        return labels.read_level(word)
    except EditError:
        return None

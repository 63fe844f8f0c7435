"""Parts of time as other people write them: « 50 % », 0,5 in a cell of percent, 12,5 below a heading in percent.

A number that may mean two things is refused with both: nothing tells 0.5 % from one half where the column does not.
"""

from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from impactapp.domain.problems import EditError, Problem
from impactapp.domain.quantities import parse_share, percentage
from impactapp.exchange.foreign.table import Table
from impactapp.exchange.incoming.levels import shown

_TOLERANCE = 0.005
_NOTHING = frozenset({"", "-", "–", "—", "/", "."})


class ShareUnit(StrEnum):
    """What a number without a sign of percent counts in: per cent, parts of one, or nobody knows."""

    PERCENT = "percent"
    PART = "part"
    UNSURE = "unsure"


def unit_of(table: Table, first_row: int, column: int, heading: str) -> ShareUnit:
    """What the numbers of a column count in: told by their sum, else by a sign of percent in their heading."""
    amounts = [
        amount
        for row in range(first_row, len(table.rows))
        if (row, column) not in table.percents and (amount := _amount(table.text(row, column))) is not None
    ]
    if not amounts:
        return ShareUnit.UNSURE
    # a total below the column counts it twice
    total = sum(amounts[:-1]) if len(amounts) > 2 and _near(amounts[-1], sum(amounts[:-1])) else sum(amounts)
    if len(amounts) > 1 and _near(total, 1):
        return ShareUnit.PART
    if len(amounts) > 1 and _near(total, 100):
        return ShareUnit.PERCENT
    says_percent = "%" in heading or "percent" in heading.casefold() or "pourcent" in heading.casefold()
    return ShareUnit.PERCENT if says_percent and total > 1 else ShareUnit.UNSURE


def read_share(table: Table, row: int, column: int, unit: ShareUnit) -> float | None:
    """A part of time, 0..1; ``None`` for an empty cell; raises ``EditError`` with what the cell may mean."""
    value = table.value(row, column)
    if isinstance(value, bool | date | time | timedelta):
        raise EditError(Problem.FOREIGN_NOT_A_SHARE, text=shown(value))
    text = _decimal(value) if isinstance(value, int | float) else table.text(row, column)
    if text in _NOTHING:
        return None
    if (row, column) in table.percents or unit is ShareUnit.PART:
        return _part(text)
    return percentage(text) if unit is ShareUnit.PERCENT else parse_share(text)


def _part(text: str) -> float | None:
    """0,5 is one half here; a sign of percent still means what it says."""
    if "%" in text:
        return percentage(text)
    part = percentage(text)
    if part is not None and part > 0.01:
        raise EditError(Problem.SHARE_OUT_OF_RANGE, text=text)
    return part if part is None else round(part * 100, 12)


def _decimal(number: float) -> str:
    """Every digit a person would write, none of the noise of sums in a spreadsheet; no exponent."""
    return f"{round(Decimal(repr(number)), 9):f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"


def _amount(text: str) -> float | None:
    try:
        return None if "%" in text or text in _NOTHING else float(Decimal(text.replace(",", ".")))
    except (InvalidOperation, ValueError):
        return None


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE * abs(other)

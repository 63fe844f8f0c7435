"""What could not be saved of a damaged study."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from impactapp.i18n import _
from impactapp.store.words import table_word

MEANINGLESS = (KeyError, ValueError, TypeError)


class LossCode(StrEnum):
    """What could not be read, or not be put where it was."""

    ROWS = "rows"
    ROW = "row"
    PARENT = "parent"
    STUDY = "study"


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing lost: its table, how many rows at most (``None`` when that cannot be known), and what is left of it."""

    code: LossCode
    table: str
    count: int | None = None
    rest: str = ""


def loss_sentence(loss: Loss) -> str:
    """A loss in one sentence."""
    if loss.code is LossCode.STUDY:
        return _("The title page of the study could not be read.")
    table = table_word(loss.table)
    if loss.code is LossCode.PARENT:
        return _("What this belongs to could not be read ({table}): {rest}").format(table=table, rest=loss.rest)
    if loss.code is LossCode.ROW:
        return _("A row of “{table}” makes no sense: {rest}").format(table=table, rest=loss.rest)
    if loss.count is None:
        return _("Some rows of “{table}” could not be read.").format(table=table)
    return _("Rows of “{table}” that could not be read: at most {count}.").format(table=table, count=loss.count)


def row_lost(table: str, row: tuple[Any, ...]) -> Loss:
    """A row that makes no sense, with what can be shown of it."""
    return Loss(LossCode.ROW, table, 1, " · ".join(str(value) for value in row if value not in (None, "")))


def without(row: tuple[Any, ...], *columns: slice) -> tuple[Any, ...]:
    """A row whose values in these columns were never said."""
    emptied = {place for part in columns for place in range(*part.indices(len(row)))}
    return tuple(None if place in emptied else value for place, value in enumerate(row))

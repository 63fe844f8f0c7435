"""Sums of staff that say when they are incomplete."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from impactapp import labels
from impactapp.domain.profession import Profession
from impactapp.i18n import ngettext


@dataclass(frozen=True, slots=True)
class Staff:
    """The sum of what is known, and how many professions are not; ``total`` is ``None`` when nothing is known."""

    total: float | None
    unknown: int

    @classmethod
    def headcount(cls, professions: Iterable[Profession]) -> "Staff":
        """Persons."""
        return cls._of([profession.headcount for profession in professions])

    @classmethod
    def fte(cls, professions: Iterable[Profession]) -> "Staff":
        """Full-time equivalents."""
        return cls._of([profession.fte for profession in professions])

    @classmethod
    def _of(cls, numbers: list[int | None] | list[float | None]) -> "Staff":
        known = [number for number in numbers if number is not None]
        return cls(fsum(known) if known else None, len(numbers) - len(known))


def staff_words(staff: Staff, is_fte: bool) -> str:
    """« 34 », « 34 + ? » when a profession is not counted, a dash when none is."""
    if staff.total is None:
        return labels.UNKNOWN
    words = labels.fte(staff.total) if is_fte else labels.headcount(round(staff.total))
    return f"{words}\u00a0+\u00a0?" if staff.unknown else words


def staff_tip(staff: Staff) -> str | None:
    """How many professions the sum leaves out."""
    if not staff.unknown:
        return None
    return ngettext("{count} profession not filled in", "{count} professions not filled in", staff.unknown).format(
        count=staff.unknown
    )

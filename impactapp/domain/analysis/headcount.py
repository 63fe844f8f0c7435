"""Whether the headcounts agree: the staff by unit with the profession, the professions with the official count."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results
from impactapp.domain.profession import Category, Profession
from impactapp.domain.staff import StaffLine, Unit, UnitKind
from impactapp.domain.study import Study

MOST_FTE_A_PERSON = 1.2


@dataclass(frozen=True, slots=True)
class Agreement:
    """One number stated twice: as a whole and as the sum of its parts; ``None`` where it is not known."""

    whole: float | None
    parts: float | None

    @property
    def difference(self) -> float | None:
        """The sum of the parts less the whole."""
        return None if self.whole is None or self.parts is None else self.parts - self.whole


@dataclass(frozen=True, slots=True)
class ProfessionStaff:
    """The staff of a profession against the sum over its units."""

    profession: Profession
    headcount: Agreement
    fte: Agreement


@dataclass(frozen=True, slots=True)
class CategoryStaff:
    """The staff of a category: the official count against the professions of the study."""

    category: Category
    headcount: Agreement
    fte: Agreement


@dataclass(frozen=True, slots=True)
class UnitStaff:
    """What follows for one unit: its staff, and its time exposed, a site with all its services."""

    unit: Unit
    lines: tuple[StaffLine, ...]
    headcount: float | None
    fte: float | None
    fte_exposed: Interval


def profession_staff(study: Study) -> tuple[ProfessionStaff, ...]:
    """Every profession of which some staff is stated by unit."""
    found = ((profession, study.staffing.lines_of(profession.id)) for profession in study.professions)
    return tuple(
        ProfessionStaff(
            profession,
            Agreement(profession.headcount, total(line.headcount for line in lines)),
            Agreement(profession.fte, total(line.fte for line in lines)),
        )
        for profession, lines in found
        if lines
    )


def category_staff(study: Study) -> tuple[CategoryStaff, ...]:
    """Every category that the official count or the study knows; empty without an official count."""
    census = study.staffing.census
    if census is None:
        return ()
    found = []
    for category in Category:
        official = [line for line in census.lines if line.category is category]
        listed = [profession for profession in study.professions if profession.category is category]
        if official or listed:
            counts = Agreement(total(one.headcount for one in official), total(one.headcount for one in listed))
            fte = Agreement(total(one.fte for one in official), total(one.fte for one in listed))
            found.append(CategoryStaff(category, counts, fte))
    return tuple(found)


def unit_staff(results: Results) -> tuple[UnitStaff, ...]:
    """Every unit in its order; its time exposed sums the professions whose rate and FTE there are known."""
    staffing = results.study.staffing
    rates = {result.profession.id: result.rate for result in results.professions}
    made = []
    for unit in staffing.units:
        inside = {unit.id, *(other.id for other in staffing.units if other.site_id == unit.id)}
        lines = tuple(line for line in staffing.lines if line.unit_id in inside)
        exposed = summed(rates[line.profession_id].times(line.fte) for line in lines)
        count, fte = total(line.headcount for line in lines), total(line.fte for line in lines)
        made.append(UnitStaff(unit, lines, count, fte, exposed))
    return tuple(made)


def is_above_headcount(headcount: int | None, fte: float | None) -> bool:
    """Whether there are more full-time equivalents than 1.2 a person."""
    return headcount is not None and fte is not None and fte > headcount * MOST_FTE_A_PERSON


def persons_in_parts(line: StaffLine) -> int | None:
    """Those experienced and those in training, ``None`` where neither is stated."""
    parts = [part for part in (line.experienced, line.trainees) if part is not None]
    return sum(parts) if parts else None


def sites(study: Study) -> tuple[Unit, ...]:
    """The sites of the establishment."""
    return tuple(unit for unit in study.staffing.units if unit.kind is UnitKind.SITE)


def total(numbers: Iterable[float | None]) -> float | None:
    """The sum of what is known, ``None`` when nothing is."""
    known = [number for number in numbers if number is not None]
    return fsum(known) if known else None


def summed(intervals: Iterable[Interval]) -> Interval:
    """Both ends over the same parts: those where both are known."""
    known = [(one.low, one.high) for one in intervals if one.low is not None and one.high is not None]
    return Interval(fsum(low for low, _ in known), fsum(high for _, high in known)) if known else Interval()

"""Where the staff works: sites and services, the staff of each profession there, and an official count beside it."""

from dataclasses import dataclass
from enum import StrEnum

from impactapp.domain.profession import Category


class UnitKind(StrEnum):
    """A part of the establishment."""

    SITE = "site"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Unit:
    """A site, or a service; ``site_id`` is the site a service belongs to, empty when it is not stated."""

    id: str
    title: str
    kind: UnitKind = UnitKind.SERVICE
    site_id: str = ""


@dataclass(frozen=True, slots=True)
class StaffLine:
    """The staff of one profession in one unit; ``None`` stands for what is not known.

    ``headcount``, ``experienced`` and ``trainees`` count persons, ``fte`` and ``vacancies`` full-time equivalents,
    ``departures`` persons a year.
    """

    profession_id: str
    unit_id: str
    headcount: int | None = None
    fte: float | None = None
    experienced: int | None = None
    trainees: int | None = None
    departures: float | None = None
    vacancies: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is stated."""
        numbers = (self.headcount, self.fte, self.experienced, self.trainees, self.departures, self.vacancies)
        return all(number is None for number in numbers)


@dataclass(frozen=True, slots=True)
class CensusLine:
    """One group of an official count: persons at the end of the year, full-time equivalents over the year."""

    code: str
    title: str
    category: Category
    headcount: int | None = None
    fte: float | None = None


@dataclass(frozen=True, slots=True)
class Census:
    """What an official source says of the establishment's staff; its lines never count anybody twice."""

    source: str
    year: int
    place: str
    code: str = ""
    lines: tuple[CensusLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Staffing:
    """The units of the establishment, the staff of each, and the official count, if one was taken over."""

    units: tuple[Unit, ...] = ()
    lines: tuple[StaffLine, ...] = ()
    census: Census | None = None

    def unit(self, unit_id: str) -> Unit | None:
        """A unit by its id, ``None`` when it is not here."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def line(self, profession_id: str, unit_id: str) -> StaffLine:
        """The staff of a profession in a unit; an empty line where nothing was said."""
        found = (line for line in self.lines if (line.profession_id, line.unit_id) == (profession_id, unit_id))
        return next(found, StaffLine(profession_id, unit_id))

    def lines_of(self, profession_id: str) -> tuple[StaffLine, ...]:
        """The staff of a profession, unit by unit."""
        return tuple(line for line in self.lines if line.profession_id == profession_id)


NO_STAFFING = Staffing()

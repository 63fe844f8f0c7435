"""The sites and services of one study for a roll-up: what each sums, a site with its services, and its professions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.rollup_sums import NO_SUMS, Sums
from impactapp.domain.profession import Profession
from impactapp.domain.staff import StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from impactapp.domain.text import title_key


@dataclass(frozen=True, slots=True)
class UnitPart:
    """One profession in one unit, under the title of its study; ``key`` is that of its line before any answer."""

    key: str
    title: str
    code: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class UnitSums:
    """A site or a service of an establishment; ``parts`` are the professions stated for the unit itself.

    The sums of a site are over its services too: only ``parts`` may be added up over units.
    """

    study_id: str
    place: str
    title: str
    kind: UnitKind
    site: str
    sums: Sums
    parts: tuple[UnitPart, ...]


def key_of(profession: Profession) -> str:
    """By what a profession is the same in two studies: its code, else its title, which never passes for a code."""
    return profession.code or f"= {title_key(profession.title)}"


def units_of(study: Study, rates: Mapping[str, Interval], place: str) -> tuple[UnitSums, ...]:
    """The units of a study, each site followed by its services; ``place`` is the establishment."""
    known = {unit.id: unit for unit in study.staffing.units}
    inside: dict[str, list[Unit]] = {}
    for unit in known.values():
        inside.setdefault(unit.site_id if unit.site_id in known else "", []).append(unit)
    own: dict[str, list[StaffLine]] = {}
    for line in study.staffing.lines:
        own.setdefault(line.unit_id, []).append(line)

    def made(unit: Unit, services: list[Unit]) -> UnitSums:
        lines = [line for one in (unit, *services) for line in own.get(one.id, ())]
        site = known[unit.site_id].title if unit.site_id in known else ""
        parts = tuple(_part(study, line, rates) for line in own.get(unit.id, ()))
        return UnitSums(study.id, place, unit.title, unit.kind, site, summed(lines, rates), parts)

    found: list[UnitSums] = []
    for top in inside.get("", ()):
        services = inside.get(top.id, [])
        found += [made(top, services), *(made(service, []) for service in services)]
    return tuple(found)


def _part(study: Study, line: StaffLine, rates: Mapping[str, Interval]) -> UnitPart:
    profession = study.professions[study.index_of(line.profession_id)]
    return UnitPart(key_of(profession), profession.title, profession.code, summed([line], rates))


def summed(lines: Iterable[StaffLine], rates: Mapping[str, Interval]) -> Sums:
    """Over lines of staff, each at the rate of its profession."""
    sums = NO_SUMS
    for line in lines:
        sums = sums.plus(line.headcount, line.fte, rates[line.profession_id].times(line.fte))
    return sums

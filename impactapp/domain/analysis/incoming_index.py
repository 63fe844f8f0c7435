"""A study looked up by place, as comparing and taking what files say needs it."""

from collections.abc import Iterator

from impactapp.domain.incoming import TITLE_OF, Field, Kind, Place, Value
from impactapp.domain.incoming_fields import (
    KIND_OF,
    barrier_value,
    link_value,
    profession_value,
    skill_value,
    study_value,
    task_value,
)
from impactapp.domain.incoming_plans import census_value, scenario_value, staff_value, unit_value
from impactapp.domain.profession import Profession, Task
from impactapp.domain.scenario import Scenario
from impactapp.domain.skill import Barrier, Skill
from impactapp.domain.staff import CensusLine, StaffLine, Unit
from impactapp.domain.study import Study
from impactapp.domain.text import title_key


class Index:
    """The things of a study by their ids."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.professions: dict[str, Profession] = {one.id: one for one in study.professions}
        self.tasks: dict[str, tuple[str, Task]] = {task.id: (of.id, task) for of, task in study.tasks()}
        self.skills: dict[str, tuple[str, Skill]] = {
            one.id: (of.id, one) for of in study.professions for one in of.skills
        }
        self.barriers: dict[str, tuple[str, Barrier]] = {
            one.id: (of.id, one) for of in study.professions for one in of.barriers
        }
        self.units: dict[str, Unit] = {one.id: one for one in study.staffing.units}
        census = study.staffing.census
        self.groups: dict[str, CensusLine] = {one.code: one for one in census.lines} if census else {}
        self.scenarios: dict[str, Scenario] = {one.id: one for one in study.scenarios}
        self._lines = {(one.profession_id, one.unit_id): one for one in study.staffing.lines}

    def has(self, kind: Kind, place: Place) -> bool:
        """Whether there is something of that kind at a place."""
        if kind is Kind.STUDY:
            return True
        if kind is Kind.PROFESSION:
            return place.profession_id in self.professions
        if kind is Kind.SKILL:
            return place.skill_id in self.skills
        if kind is Kind.BARRIER:
            return place.barrier_id in self.barriers
        if kind is Kind.UNIT:
            return place.unit_id in self.units
        if kind is Kind.STAFF:
            return place.profession_id in self.professions and place.unit_id in self.units
        if kind is Kind.CENSUS:
            return place.group in self.groups
        if kind is Kind.SCENARIO:
            return place.scenario_id in self.scenarios
        has_task = place.task_id in self.tasks
        return has_task if kind is Kind.TASK else has_task and place.skill_id in self.skills

    def states(self, kind: Kind, place: Place) -> bool:
        """The same, and of staff whether anything is stated of it."""
        stated = kind is not Kind.STAFF or (place.profession_id, place.unit_id) in self._lines
        return stated and self.has(kind, place)

    def knows(self, place: Place, field: Field) -> bool:
        """Whether a field has a value at a place."""
        return self.has(KIND_OF[field], place)

    def value(self, place: Place, field: Field) -> Value:
        """What is said of a field of something that is there."""
        kind = KIND_OF[field]
        if kind is Kind.STUDY:
            return study_value(self.study, field)
        if kind is Kind.PROFESSION:
            return profession_value(self.professions[place.profession_id], field)
        if kind is Kind.TASK:
            return task_value(self.tasks[place.task_id][1], field)
        if kind is Kind.SKILL:
            return skill_value(self.skills[place.skill_id][1], field)
        if kind is Kind.LINK:
            return link_value(self.skills[place.skill_id][1].link(place.task_id), field)
        if kind is Kind.BARRIER:
            return barrier_value(self.barriers[place.barrier_id][1], field)
        return self._planned(kind, place, field)

    def _planned(self, kind: Kind, place: Place, field: Field) -> Value:
        if kind is Kind.UNIT:
            return unit_value(self.units[place.unit_id], field)
        if kind is Kind.STAFF:
            at = (place.profession_id, place.unit_id)
            # where nothing was stated yet, a line says nothing
            return staff_value(self._lines.get(at, StaffLine(*at)), field)
        if kind is Kind.CENSUS:
            return census_value(self.groups[place.group], field)
        return scenario_value(self.scenarios[place.scenario_id], field)

    def value_or_none(self, place: Place | None, field: Field) -> Value:
        """The same, ``None`` where nothing is there."""
        return self.value(place, field) if place is not None and self.knows(place, field) else None

    def title(self, place: Place, kind: Kind) -> str:
        """The title of what stands at a place, empty where nothing does."""
        return str(self.value_or_none(place, TITLE_OF[kind]) or "")

    def rows(self, kind: Kind, profession_id: str) -> Iterator[tuple[Place, str]]:
        """The things of a kind in a profession, or in the study where they are in none, with their titles, in order."""
        profession = self.professions.get(profession_id)
        if kind is Kind.UNIT:
            yield from ((Place(unit_id=one.id), one.title) for one in self.study.staffing.units)
        elif kind is Kind.STAFF:
            yield from ((Place(of, unit_id=at), self.staff_title(of, at)) for of, at in self._lines)
        elif kind is Kind.CENSUS:
            yield from ((Place(group=one.code), one.title) for one in self.groups.values())
        elif kind is Kind.SCENARIO:
            yield from ((Place(scenario_id=one.id), one.title) for one in self.study.scenarios)
        elif profession is not None:
            yield from _rows_of(profession, kind)

    def unit_title(self, unit_id: str) -> str:
        """« Médecine (Site Nord) »: two sites may have a service of one name."""
        unit = self.units[unit_id]
        site = self.units.get(unit.site_id)
        return unit.title if site is None else f"{unit.title} ({site.title})"

    def staff_title(self, profession_id: str, unit_id: str) -> str:
        """« Secrétaire médicale, Médecine (Site Nord) »."""
        return f"{self.professions[profession_id].title}, {self.unit_title(unit_id)}"

    def unit_named(self, words: str) -> str | None:
        """The id of a unit by its title with its site, or by a title that only one bears; ``None`` for none."""
        wanted = _key(words)
        whole = [own for own in self.units if _key(self.unit_title(own)) == wanted]
        found = whole or [own for own, unit in self.units.items() if _key(unit.title) == wanted]
        return found[0] if len(found) == 1 else None

    def profession_named(self, title: str) -> str | None:
        """The id of a profession by its title, or of the only one where no title is given; ``None`` for none."""
        if not title.strip():
            return self.study.professions[0].id if len(self.study.professions) == 1 else None
        return next((one.id for one in self.study.professions if _key(one.title) == _key(title)), None)


def _key(title: str) -> str:
    return title_key(" ".join(title.split()))


def _rows_of(profession: Profession, kind: Kind) -> Iterator[tuple[Place, str]]:
    if kind is Kind.TASK:
        yield from ((Place(profession.id, task_id=one.id), one.title) for one in profession.tasks)
    elif kind is Kind.SKILL:
        yield from ((Place(profession.id, skill_id=one.id), one.title) for one in profession.skills)
    elif kind is Kind.BARRIER:
        yield from ((Place(profession.id, barrier_id=one.id), one.title) for one in profession.barriers)

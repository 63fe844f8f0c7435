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
from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import Barrier, Skill
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
        has_task = place.task_id in self.tasks
        return has_task if kind is Kind.TASK else has_task and place.skill_id in self.skills

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
        return barrier_value(self.barriers[place.barrier_id][1], field)

    def value_or_none(self, place: Place | None, field: Field) -> Value:
        """The same, ``None`` where nothing is there."""
        return self.value(place, field) if place is not None and self.knows(place, field) else None

    def title(self, place: Place, kind: Kind) -> str:
        """The title of what stands at a place, empty where nothing does."""
        return str(self.value_or_none(place, TITLE_OF[kind]) or "")

    def rows(self, kind: Kind, profession_id: str) -> Iterator[tuple[Place, str]]:
        """The things of a kind in a profession, with their titles, in order."""
        profession = self.professions.get(profession_id)
        if profession is None:
            return
        if kind is Kind.TASK:
            yield from ((Place(profession_id, task_id=one.id), one.title) for one in profession.tasks)
        elif kind is Kind.SKILL:
            yield from ((Place(profession_id, skill_id=one.id), one.title) for one in profession.skills)
        elif kind is Kind.BARRIER:
            yield from ((Place(profession_id, barrier_id=one.id), one.title) for one in profession.barriers)

    def profession_named(self, title: str) -> str | None:
        """The id of a profession by its title, or of the only one where no title is given; ``None`` for none."""
        if not title.strip():
            return self.study.professions[0].id if len(self.study.professions) == 1 else None
        wanted = title_key(" ".join(title.split()))
        return next(
            (one.id for one in self.study.professions if title_key(" ".join(one.title.split())) == wanted), None
        )

"""Activities that several professions of a study have in common: of the same title, whatever its case."""

from dataclasses import dataclass
from functools import lru_cache

from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.domain.text import title_key

# asked at each key of a rating, over all the titles of the study
_key = lru_cache(maxsize=1 << 15)(title_key)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same activity in another profession."""

    profession: Profession
    task: Task


def elsewhere(study: Study, task: Task) -> tuple[Elsewhere, ...]:
    """Where else an activity is, in the order of the professions; never in its own."""
    wanted = _key(task.title)
    return tuple(
        Elsewhere(profession, other)
        for profession in study.professions
        if profession.index_of(task.id) < 0
        for other in profession.tasks
        if _key(other.title) == wanted
    )


def shared_ids(study: Study, profession: Profession) -> frozenset[str]:
    """The activities of a profession that are in another one too."""
    others = {_key(task.title) for other in study.professions if other is not profession for task in other.tasks}
    return frozenset(task.id for task in profession.tasks if _key(task.title) in others)

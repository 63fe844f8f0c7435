"""How far each step of the method is, for the rail."""

from dataclasses import dataclass

from impactapp.domain.level import HYPOTHESES, Aspect
from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from impactapp.i18n import _


@dataclass(frozen=True, slots=True)
class Progress:
    """Whether a step is done, and its count in figures (« 6 / 10 ») or nothing."""

    done: bool = False
    count: str = ""


def progress(study: Study, chosen: Profession | None) -> dict[str, Progress]:
    """By step; activities and rating are those of the chosen profession."""
    professions = study.professions
    staffed = sum(one.headcount is not None and one.fte is not None for one in professions)
    tasks = chosen.tasks if chosen else ()
    decided = sum(all(task.level(h, Aspect.SUBSTITUTION) is not None for h in HYPOTHESES) for task in tasks)
    return {
        "headcount": Progress(0 < len(professions) == staffed, _ratio(staffed, len(professions))),
        "professions": Progress(bool(professions), str(len(professions)) if professions else ""),
        "tasks": Progress(bool(tasks), str(len(tasks)) if tasks else ""),
        "rating": Progress(0 < len(tasks) == decided, _ratio(decided, len(tasks))),
        "results": Progress(),
        "scenarios": Progress(),
    }


def next_page(study: Study, chosen: Profession | None) -> str:
    """The page where there is something to do next."""
    if chosen is None:
        return "professions" if study.establishment else "study"
    return "rating" if chosen.tasks else "tasks"


def _ratio(part: int, whole: int) -> str:
    return _("{part} / {whole}").format(part=part, whole=whole) if whole else ""

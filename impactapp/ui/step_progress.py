"""How far each step of the method is, for the rail."""

from dataclasses import dataclass

from impactapp.domain.profession import Profession, Task
from impactapp.domain.skill import EFFECTIVE_STATES, BarrierState
from impactapp.domain.study import Study
from impactapp.i18n import _


@dataclass(frozen=True, slots=True)
class Progress:
    """Whether a step is done, and its count in figures (« 6 / 10 ») or nothing."""

    done: bool = False
    count: str = ""


def progress(study: Study, chosen: Profession | None) -> dict[str, Progress]:
    """By step and page; activities, rating, skills and measures are those of the chosen profession."""
    professions = study.professions
    staffed = sum(one.headcount is not None and one.fte is not None for one in professions)
    tasks = chosen.tasks if chosen else ()
    decided = sum(_is_decided(task) for task in tasks)
    return {
        "headcount": Progress(0 < len(professions) == staffed, _ratio(staffed, len(professions))),
        "professions": Progress(bool(professions), str(len(professions)) if professions else ""),
        "tasks": Progress(bool(tasks), str(len(tasks)) if tasks else ""),
        "rating": Progress(0 < len(tasks) == decided, _ratio(decided, len(tasks))),
        "results": Progress(),
        "scenarios": Progress(),
        "skills": _skills(chosen),
        "barriers": _barriers(chosen),
        "workshop": _workshop(study),
    }


def _is_decided(task: Task) -> bool:
    # asked of thousands at each change: a decision follows nothing, so it is looked up where it stands
    low, high = task.low.substitution, task.high.substitution
    return low is not None and high is not None and low.level is not None and high.level is not None


def _workshop(study: Study) -> Progress:
    """The activities that the last sitting settled, of all it is about."""
    if not study.sittings:
        return Progress()
    sitting = study.sittings[-1]
    about = [one for one in study.professions if sitting.is_about(one.id)]
    tasks = {task.id for profession in about for task in profession.tasks}
    settled = sum(talk.is_settled and talk.task_id in tasks for talk in sitting.talks)
    return Progress(0 < len(tasks) == settled, _ratio(settled, len(tasks)))


def _skills(chosen: Profession | None) -> Progress:
    """The skills linked to an activity, of all."""
    skills = chosen.skills if chosen else ()
    linked = sum(bool(skill.links) for skill in skills)
    return Progress(0 < len(skills) == linked, _ratio(linked, len(skills)))


def _barriers(chosen: Profession | None) -> Progress:
    """The measures decided or in place, of all that are not abandoned."""
    kept = [one for one in (chosen.barriers if chosen else ()) if one.state is not BarrierState.ABANDONED]
    effective = sum(one.state in EFFECTIVE_STATES for one in kept)
    return Progress(0 < len(kept) == effective, _ratio(effective, len(kept)))


def next_page(study: Study, chosen: Profession | None) -> str:
    """The page where there is something to do next."""
    if chosen is None:
        return "professions" if study.establishment else "study"
    return "rating" if chosen.tasks else "tasks"


def _ratio(part: int, whole: int) -> str:
    return _("{part} / {whole}").format(part=part, whole=whole) if whole else ""

"""The values of the sheets of skills that the results do not hold as such: masses behind an exposure, and weights."""

from dataclasses import dataclass
from math import fsum

from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.level import HYPOTHESES, Aspect
from impactapp.domain.profession import Task
from impactapp.domain.rule import LevelRates, Weighting
from impactapp.domain.skill import Mechanism
from impactapp.exchange.workbook.skill_layout import SkillRow


@dataclass(frozen=True, slots=True)
class Masses:
    """Weight × intensity of the activities that practise a skill, and of those that are rated."""

    links: int
    total: float
    rated: float
    own: float
    own_rated: float


def weight_of(task: Task, found: ProfessionResult) -> float | None:
    """What an activity weighs, not normalised; ``None`` while the shares cannot be used."""
    if found.weighting is Weighting.EQUAL:
        return 1.0
    usable = not found.tasks or found.tasks[0].weight is not None
    return (task.share or 0.0) if usable else None


def shares_known(found: ProfessionResult) -> tuple[int, float | None]:
    """How many activities have a share of time, and the sum; ``None`` where it is none that can be used."""
    stated = [task.share for task in found.profession.tasks if task.share is not None]
    total = fsum(stated) if stated else 0.0
    complete = len(stated) == len(found.profession.tasks) and abs(total - 1) <= 0.005 + 1e-9
    return len(stated), total if complete else None


def masses(row: SkillRow, mechanism: Mechanism, rates: LevelRates | None) -> Masses:
    """The masses of a skill, and those that a mechanism looks at: formative links only for non-acquisition."""
    found = row.block.result
    tasks = {task.id: task for task in row.profession.tasks}
    linked = [(link, tasks[link.task_id]) for link in row.found.skill.links if link.task_id in tasks]
    weighed = [(link, task, (weight_of(task, found) or 0.0) * link.intensity) for link, task in linked]
    own = [one for one in weighed if one[0].formative or mechanism is not Mechanism.NON_ACQUISITION]
    return Masses(
        len(linked),
        fsum(mass for _link, _task, mass in weighed),
        fsum(mass for _link, task, mass in weighed if _is_rated(task, rates)),
        fsum(mass for _link, _task, mass in own),
        fsum(mass for _link, task, mass in own if _is_rated(task, rates)),
    )


def _is_rated(task: Task, rates: LevelRates | None) -> bool:
    decided = all(task.level(hypothesis, Aspect.SUBSTITUTION) is not None for hypothesis in HYPOTHESES)
    return decided and rates is not None

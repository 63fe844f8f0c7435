"""What AI costs each skill of a profession, and what the barriers give back, under both hypotheses."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from impactapp.domain.analysis.exposure import (
    FIRST_THIRD,
    SECOND_THIRD,
    Exposure,
    Practice,
    exposure,
    exposure_class,
    residual,
)
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rule import LevelRates
from impactapp.domain.skill import EFFECTIVE_STATES, Barrier, Link, Mechanism, Skill

CEILINGS = {Level.FAIBLE: FIRST_THIRD, Level.MOYEN: SECOND_THIRD}


@dataclass(frozen=True, slots=True)
class LinkResult:
    """One task's part in a skill: ``part`` of its practice 0..1, and what of that part the AI takes, low–high."""

    task: Task
    link: Link
    part: float
    taken: Interval


@dataclass(frozen=True, slots=True)
class MechanismResult:
    """One mechanism for one skill: exposure 0..1, what barriers restore, what is left, and their classes."""

    exposure: Interval
    restored: float
    residual: Interval
    exposed_class: tuple[Level | None, Level | None]
    residual_class: tuple[Level | None, Level | None]


@dataclass(frozen=True, slots=True)
class SkillResult:
    """What follows for one skill. ``basis`` is the rated share of its practice, ``None`` without any link."""

    skill: Skill
    basis: float | None
    practice: Interval
    atrophy: MechanismResult
    non_acquisition: MechanismResult
    mis_skilling: MechanismResult
    links: tuple[LinkResult, ...]

    def mechanism(self, mechanism: Mechanism) -> MechanismResult:
        """The result of one mechanism."""
        results: dict[Mechanism, MechanismResult] = {
            Mechanism.ATROPHY: self.atrophy,
            Mechanism.NON_ACQUISITION: self.non_acquisition,
            Mechanism.MIS_SKILLING: self.mis_skilling,
        }
        return results[mechanism]


def skill_results(
    profession: Profession, weights: tuple[float, ...], rates: LevelRates | None
) -> Iterator[SkillResult]:
    """Every skill of a profession; ``weights`` one a task, empty where unusable; ``rates`` of the exposure rule."""
    by_task = {task.id: (task, weight) for task, weight in zip(profession.tasks, weights, strict=False)}
    for skill in profession.skills:
        yield _skill(skill, profession.barriers, by_task, rates)


def hours_to_reach(result: MechanismResult, baseline_hours: float | None, target: Level) -> float | None:
    """Hours a month, beyond those already restored, that bring the worse residual into a class or a lower one.

    Rounded up to a tenth of an hour, so that what is printed is enough; 0 where it is there already; ``None`` without
    exposure or baseline.
    """
    worst = result.residual.high
    if worst is None or baseline_hours is None:
        return None
    if exposure_class(worst) <= target:
        return 0.0
    tenths = ceil((worst - CEILINGS[target]) * baseline_hours * 10)
    while exposure_class(max(0.0, worst - tenths / 10 / baseline_hours)) > target:
        tenths += 1
    return tenths / 10


def restored_share(skill: Skill, barriers: tuple[Barrier, ...], mechanism: Mechanism) -> float:
    """The share of practice the effective barriers give back, 0..1: their hours over the baseline hours."""
    if skill.baseline_hours is None:
        return 0.0
    hours = sum(
        barrier.hours_per_month or 0.0
        for barrier in barriers
        if skill.id in barrier.skill_ids and mechanism in barrier.against and barrier.state in EFFECTIVE_STATES
    )
    return min(1.0, hours / skill.baseline_hours)


def _skill(
    skill: Skill, barriers: tuple[Barrier, ...], by_task: dict[str, tuple[Task, float]], rates: LevelRates | None
) -> SkillResult:
    linked = [(link, *by_task[link.task_id]) for link in skill.links if link.task_id in by_task]
    sides = {
        h: exposure([_practice(link, task, weight, h, rates) for link, task, weight in linked]) for h in HYPOTHESES
    }
    low, high = sides[Hypothesis.LOW], sides[Hypothesis.HIGH]
    total = sum(weight * link.intensity for link, _, weight in linked)
    return SkillResult(
        skill=skill,
        basis=min(low.basis, high.basis) if total > 0 else None,
        practice=Interval(low.kept, high.kept),
        atrophy=_mechanism(skill, barriers, Mechanism.ATROPHY, low, high),
        non_acquisition=_mechanism(skill, barriers, Mechanism.NON_ACQUISITION, low, high),
        mis_skilling=_mechanism(skill, barriers, Mechanism.MIS_SKILLING, low, high),
        links=tuple(_link(link, task, weight, total, rates) for link, task, weight in linked),
    )


def _practice(link: Link, task: Task, weight: float, hypothesis: Hypothesis, rates: LevelRates | None) -> Practice:
    rate = _rates_of(task, rates).under(hypothesis)
    return Practice(weight * link.intensity, rate, link.formative, task.human_validates)


def _rates_of(task: Task, rates: LevelRates | None) -> Interval:
    """Both ends or none: what is known under one hypothesis only would make the two incomparable."""
    low = task.level(Hypothesis.LOW, Aspect.SUBSTITUTION)
    high = task.level(Hypothesis.HIGH, Aspect.SUBSTITUTION)
    if low is None or high is None or rates is None:
        return Interval()
    return Interval(rates.of(low), rates.of(high))


def _link(link: Link, task: Task, weight: float, total: float, rates: LevelRates | None) -> LinkResult:
    part = weight * link.intensity / total if total > 0 else 0.0
    return LinkResult(task, link, part, _rates_of(task, rates).times(part))


def _mechanism(
    skill: Skill, barriers: tuple[Barrier, ...], mechanism: Mechanism, low: Exposure, high: Exposure
) -> MechanismResult:
    exposed = Interval(getattr(low, mechanism.value), getattr(high, mechanism.value))
    restored = restored_share(skill, barriers, mechanism)
    left = Interval(residual(exposed.low, restored), residual(exposed.high, restored))
    return MechanismResult(exposed, restored, left, _classes(exposed), _classes(left))


def _classes(interval: Interval) -> tuple[Level | None, Level | None]:
    return (_class(interval.low), _class(interval.high))


def _class(value: float | None) -> Level | None:
    return None if value is None else exposure_class(value)

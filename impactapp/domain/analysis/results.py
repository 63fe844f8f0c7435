"""The only cook: one Results value for screens, charts, exports and the command line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum
from types import MappingProxyType
from typing import TypeVar

from impactapp.domain.analysis.checks import Finding, profession_findings, study_findings
from impactapp.domain.analysis.leverage import leverages
from impactapp.domain.analysis.oversight import Oversight, oversights
from impactapp.domain.analysis.proposal import differs_from_proposal, proposal_of
from impactapp.domain.analysis.rates import Counts, Interval, Masses, hull
from impactapp.domain.analysis.skill_checks import skill_findings
from impactapp.domain.analysis.skills import SkillResult, skill_results
from impactapp.domain.analysis.weights import weights_of
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rule import SHIPPED_RULES, LevelRates, Rule, Weighting
from impactapp.domain.study import Study

Step = Callable[[], None]
Made = TypeVar("Made")
TASKS_A_STEP = 20


def _go_on() -> None:
    """The step of whoever waits for the result."""


@dataclass(frozen=True, slots=True)
class TaskSide:
    """What follows for one task under one hypothesis; ``leverage`` is 0..1 of the profession's rate."""

    proposal: Level | None
    substitution: Level | None
    leverage: float | None
    differs: bool


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What follows for one task. ``weight`` is its part of the profession, 0..1, ``None`` when unusable."""

    task: Task
    weight: float | None
    low: TaskSide
    high: TaskSide

    def under(self, hypothesis: Hypothesis) -> TaskSide:
        """The side of one hypothesis."""
        return self.low if hypothesis is Hypothesis.LOW else self.high


@dataclass(frozen=True, slots=True)
class ProfessionResult:
    """What follows for one profession.

    ``rates`` holds the shipped rules and the custom one where it has rates, 0..1; ``rate`` is the one of ``rule``;
    ``interval`` spans all of them; ``weighting`` is the one in effect (equal where no share is stated).
    """

    profession: Profession
    weighting: Weighting
    tasks: tuple[TaskResult, ...]
    counts_low: Counts
    counts_high: Counts
    rates: Mapping[Rule, Interval]
    rule: Rule
    rate: Interval
    interval: Interval
    fte_exposed: Interval
    skills: tuple[SkillResult, ...]
    oversight: tuple[Oversight, ...]
    findings: tuple[Finding, ...]

    def counts(self, hypothesis: Hypothesis) -> Counts:
        """Counts by level under one hypothesis."""
        return self.counts_low if hypothesis is Hypothesis.LOW else self.counts_high

    @property
    def decided(self) -> int:
        """How many tasks have a decision under both hypotheses."""
        return sum(t.low.substitution is not None and t.high.substitution is not None for t in self.tasks)


@dataclass(frozen=True, slots=True)
class Results:
    """What follows from a study; ``fte_exposed`` sums the professions where both ends are known."""

    study: Study
    professions: tuple[ProfessionResult, ...]
    fte_exposed: Interval
    findings: tuple[Finding, ...]

    def profession(self, profession_id: str) -> ProfessionResult | None:
        """The result of one profession, ``None`` when it is not here."""
        return next((found for found in self.professions if found.profession.id == profession_id), None)


def analyse(study: Study, previous: Results | None = None, step: Step = _go_on) -> Results:
    """Derive everything; ``previous`` spares the professions that have not changed since.

    ``step`` is called every millisecond or so of work; what it raises ends the work.
    """
    known = _reusable(study, previous)
    professions = tuple(
        known.get(id(profession)) or analyse_profession(profession, study, step) for profession in study.professions
    )
    of_professions = (finding for result in professions for finding in result.findings)
    findings = (*study_findings(study), *_of_sittings(study), *_of_staff(study), *of_professions)
    return Results(study, professions, _sum(professions), findings)


def _of_sittings(study: Study) -> tuple[Finding, ...]:
    """What the sittings lack; read from the workshop's rooms only where there was one."""
    if not study.sittings:
        return ()
    from impactapp.domain.analysis.sitting_checks import sitting_findings

    return tuple(sitting_findings(study))


def _of_staff(study: Study) -> tuple[Finding, ...]:
    """What does not agree in the staff; its rooms are read only where some is stated by unit or counted officially."""
    if not study.staffing.lines and study.staffing.census is None:
        return ()
    from impactapp.domain.analysis.staff_checks import staff_findings

    return tuple(staff_findings(study))


def analyse_profession(profession: Profession, study: Study, step: Step = _go_on) -> ProfessionResult:
    """Derive one profession under the study's rule and weighting."""
    weights = weights_of(profession, study.weighting)
    levels = _decided(profession)
    masses = {h: Masses.of(levels[h], weights.values) for h in HYPOTHESES}
    rates = {rule: _interval(masses, study.level_rates(rule)) for rule in _rules(study)}
    chosen = rates[study.rule] if study.rule in rates else Interval()
    skills = tuple(_skill_results(profession, weights.values, study.level_rates(study.exposure_rule), step))
    oversight = oversights(profession)
    return ProfessionResult(
        profession=profession,
        weighting=weights.weighting,
        tasks=tuple(_paced(_task_results(profession, weights.values, levels, study.level_rates(study.rule)), step)),
        counts_low=Counts.of(levels[Hypothesis.LOW]),
        counts_high=Counts.of(levels[Hypothesis.HIGH]),
        rates=MappingProxyType(rates),
        rule=study.rule,
        rate=chosen,
        interval=hull(rates.values()),
        fte_exposed=chosen.times(profession.fte),
        skills=skills,
        oversight=oversight,
        findings=(
            *_paced(profession_findings(profession, study.weighting), step),
            *skill_findings(skills, oversight, profession),
        ),
    )


def rate_of(profession: Profession, study: Study) -> Interval:
    """The rate that the result of a profession has, for whoever needs nothing else of it."""
    weights, levels = weights_of(profession, study.weighting), _decided(profession)
    return _interval({h: Masses.of(levels[h], weights.values) for h in HYPOTHESES}, study.level_rates(study.rule))


def _decided(profession: Profession) -> dict[Hypothesis, list[Level | None]]:
    return {h: [task.level(h, Aspect.SUBSTITUTION) for task in profession.tasks] for h in HYPOTHESES}


def _reusable(study: Study, previous: Results | None) -> dict[int, ProfessionResult]:
    if previous is None:
        return {}
    old = previous.study
    same = _settings(old) == _settings(study)
    return {id(result.profession): result for result in previous.professions} if same else {}


def _settings(study: Study) -> tuple[object, ...]:
    """What every profession's result depends on besides the profession."""
    return (study.rule, study.weighting, study.custom_rates, study.exposure_rule)


def _rules(study: Study) -> tuple[Rule, ...]:
    return SHIPPED_RULES if study.custom_rates is None else (*SHIPPED_RULES, Rule.CUSTOM)


def _interval(masses: Mapping[Hypothesis, Masses | None], rates: LevelRates | None) -> Interval:
    def rate(mass: Masses | None) -> float | None:
        return None if mass is None or rates is None else mass.rate(rates)

    return Interval(rate(masses[Hypothesis.LOW]), rate(masses[Hypothesis.HIGH]))


def _task_results(
    profession: Profession,
    weights: tuple[float, ...],
    levels: Mapping[Hypothesis, list[Level | None]],
    rates: LevelRates | None,
) -> Iterator[TaskResult]:
    moved = {h: leverages(levels[h], weights, rates) for h in HYPOTHESES}
    total = sum(weights)

    def side(index: int, hypothesis: Hypothesis) -> TaskSide:
        task = profession.tasks[index]
        return TaskSide(
            proposal_of(task, hypothesis),
            levels[hypothesis][index],
            moved[hypothesis][index],
            differs_from_proposal(task, hypothesis),
        )

    for index, task in enumerate(profession.tasks):
        weight = weights[index] / total if total > 0 else None
        yield TaskResult(task, weight, side(index, Hypothesis.LOW), side(index, Hypothesis.HIGH))


def _skill_results(
    profession: Profession, weights: tuple[float, ...], rates: LevelRates | None, step: Step
) -> Iterator[SkillResult]:
    for result in skill_results(profession, weights, rates):
        step()
        yield result


def _paced(made: Iterable[Made], step: Step) -> Iterator[Made]:
    for count, one in enumerate(made):
        if count % TASKS_A_STEP == 0:
            step()
        yield one


def _sum(professions: tuple[ProfessionResult, ...]) -> Interval:
    """Both ends over the same professions: those where both are known."""
    exposed = [result.fte_exposed for result in professions]
    known = [(one.low, one.high) for one in exposed if one.low is not None and one.high is not None]
    return Interval(fsum(low for low, _ in known), fsum(high for _, high in known)) if known else Interval()

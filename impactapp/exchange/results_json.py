"""What follows from a study, in the documented JSON shape that other programs read."""

from collections.abc import Mapping
from typing import Any

from impactapp.domain.analysis.benchmarks import Card, benchmark_cards
from impactapp.domain.analysis.checks import Finding
from impactapp.domain.analysis.rates import Counts, Interval
from impactapp.domain.analysis.results import ProfessionResult, Results, TaskResult
from impactapp.domain.analysis.skills import MechanismResult, SkillResult
from impactapp.domain.benchmark import NO_BENCHMARKS, Benchmark
from impactapp.domain.level import CRITERIA, HYPOTHESES, Hypothesis, Level
from impactapp.domain.skill import Barrier, Mechanism
from impactapp.domain.study import Study
from impactapp.exchange.results_json_benchmark import benchmark_fields
from impactapp.exchange.results_json_scenarios import scenario_fields
from impactapp.exchange.results_json_staff import headcount_fields
from impactapp.exchange.results_json_votes import sitting_fields, votes_by_task
from impactapp.labels import found as finding_labels
from impactapp.labels.benchmark import credit_lines

FORMAT = "impactapp/results"
VERSION = 1


def results_to_json(results: Results, benchmarks: Mapping[str, Benchmark] = NO_BENCHMARKS) -> dict[str, Any]:
    """The results as JSON values: levels by code or null, rates and shares 0..1, words in the chosen language.

    ``benchmarks`` are the outside measures by code, which the store holds.
    """
    study = results.study
    cards = {card.profession_id: card for card in benchmark_cards(results, benchmarks)}
    return {
        "format": FORMAT,
        "version": VERSION,
        "study": {
            "title": study.title,
            "rule": study.rule.value,
            "weighting": study.weighting.value,
            "exposure_rule": study.exposure_rule.value,
            "headcounts": headcount_fields(results),
            "scenarios": scenario_fields(results),
        },
        "professions": [_profession(found, study, cards.get(found.profession.id)) for found in results.professions],
        "benchmark_credits": list(credit_lines()) if cards else [],
        "findings": [_finding(finding, study) for finding in results.findings],
    }


def _profession(found: ProfessionResult, study: Study, card: Card | None) -> dict[str, Any]:
    profession = found.profession
    votes = votes_by_task(study, profession)
    return {
        "code": profession.code,
        "title": profession.title,
        "category": profession.category.value,
        "headcount": profession.headcount,
        "fte": _plain(profession.fte),
        "tasks": [{**_task(task), "votes": votes.get(task.task.id, [])} for task in found.tasks],
        "counts": {h.value: _counts(found.counts(h)) for h in HYPOTHESES},
        "rates": {rule.value: _interval(interval) for rule, interval in found.rates.items()},
        "rate": {"rule": study.rule.value, **_interval(found.rate)},
        "interval": _interval(found.interval),
        "fte_exposed": _interval(found.fte_exposed),
        "skills": [_skill(skill) for skill in found.skills],
        "barriers": [_barrier(barrier) for barrier in profession.barriers],
        "benchmark": benchmark_fields(profession, card),
        **sitting_fields(found, study),
    }


def _task(result: TaskResult) -> dict[str, Any]:
    task = result.task
    return {
        "id": task.id,
        "title": task.title,
        "share": _plain(task.share),
        "weight": _plain(result.weight),
        "criteria": {h.value: {c.value: _code(task.level(h, c)) for c in CRITERIA} for h in HYPOTHESES},
        "proposal": {h.value: _code(result.under(h).proposal) for h in HYPOTHESES},
        "substitution": {h.value: _code(result.under(h).substitution) for h in HYPOTHESES},
        "leverage": {h.value: _plain(result.under(h).leverage) for h in HYPOTHESES},
    }


def _skill(result: SkillResult) -> dict[str, Any]:
    sides = {mechanism.value: result.mechanism(mechanism) for mechanism in Mechanism}
    return {
        "id": result.skill.id,
        "title": result.skill.title,
        "criticality": int(result.skill.criticality),
        "retention": result.skill.retention.value,
        "practice": _interval(result.practice),
        "exposure": {name: _interval(side.exposure) for name, side in sides.items()},
        "class": {name: _classes(side) for name, side in sides.items()},
        "residual": {name: _interval(side.residual) for name, side in sides.items()},
        "basis": _plain(result.basis),
    }


def _classes(side: MechanismResult) -> dict[str, str | None]:
    return {h.value: _code(level) for h, level in zip(HYPOTHESES, side.exposed_class, strict=True)}


def _barrier(barrier: Barrier) -> dict[str, Any]:
    return {
        "id": barrier.id,
        "title": barrier.title,
        "skills": list(barrier.skill_ids),
        "hours_per_month": _plain(barrier.hours_per_month),
        "state": barrier.state.value,
    }


def _finding(finding: Finding, study: Study) -> dict[str, str]:
    return {
        "code": finding.code.value,
        "where": finding_labels.finding_where(finding, study),
        "message": finding_labels.finding_message(finding, study),
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {"faible": counts.faible, "moyen": counts.moyen, "fort": counts.fort}


def _interval(interval: Interval) -> dict[str, float | None]:
    return {h.value: _plain(interval.under(h)) for h in (Hypothesis.LOW, Hypothesis.HIGH)}


def _code(level: Level | None) -> str | None:
    return None if level is None else level.code


def _plain(number: float | None) -> float | None:
    """Without the noise of binary sums: 0.4, never 0.40000000000000002."""
    return None if number is None else round(number, 12)

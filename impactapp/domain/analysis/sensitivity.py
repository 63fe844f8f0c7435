"""Which assumption of a scenario moves its result most [ours]: each is moved alone, the others kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from math import fsum

from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult, scenario_result
from impactapp.domain.level import HYPOTHESES, Hypothesis
from impactapp.domain.scenario import Adoption, Cost, Scenario


class Assumption(StrEnum):
    """What can be moved."""

    HYPOTHESIS = "hypothesis"
    RULE = "rule"
    ADOPTION = "adoption"
    CONTROL = "control"
    TRAINING = "training"
    DRILLS = "drills"


@dataclass(frozen=True, slots=True)
class Sway:
    """How far one assumption moves the net time summed over the years, in FTE × years."""

    assumption: Assumption
    least: float
    most: float

    @property
    def span(self) -> float:
        """How much it moves the result."""
        return self.most - self.least


def sensitivity(results: Results, scenario: Scenario) -> tuple[Sway, ...]:
    """Every assumption, the one that moves most first; empty while a setting is not stated or nothing is counted.

    The hypothesis goes from low to high, the rule and the curve over those shipped, a cost from nothing to its double;
    all but the hypothesis are taken midway between the two hypotheses.
    """
    as_it_is = scenario_result(results, scenario)
    if as_it_is.unset or scenario.lacks_adoption or not as_it_is.parts:
        return ()
    sways = [_sway(Assumption.HYPOTHESIS, (_summed(as_it_is, side) for side in HYPOTHESES))]
    for assumption, variants in _variants(results, scenario):
        made = (scenario_result(results, variant) for variant in variants)
        sways.append(_sway(assumption, (_midway(one) for one in made if one.parts)))
    return tuple(sorted(sways, key=lambda sway: -sway.span))


def _variants(results: Results, scenario: Scenario) -> Iterator[tuple[Assumption, list[Scenario]]]:
    rules = list(results.professions[0].rates)
    yield Assumption.RULE, [replace(scenario, rule=rule) for rule in rules]
    curves = [replace(scenario, adoption=curve) for curve in (Adoption.LINEAR, Adoption.LOGISTIC)]
    yield Assumption.ADOPTION, [scenario, *curves]
    for assumption, cost in zip((Assumption.CONTROL, Assumption.TRAINING, Assumption.DRILLS), Cost, strict=True):
        part = scenario.cost(cost) or 0.0
        yield assumption, [scenario.with_cost(cost, value) for value in (0.0, min(1.0, 2 * part))]


def _sway(assumption: Assumption, values: Iterable[float]) -> Sway:
    found = list(values)
    return Sway(assumption, min(found), max(found))


def _summed(result: ScenarioResult, side: Hypothesis) -> float:
    return fsum(year.net.under(side) or 0.0 for year in result.years)


def _midway(result: ScenarioResult) -> float:
    return fsum(_summed(result, side) for side in HYPOTHESES) / 2

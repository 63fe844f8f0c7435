"""Words of what weighs most in a scenario: each assumption moved alone, from what to what; a calculation of ours."""

from impactapp.domain.analysis.scenarios import ScenarioResult
from impactapp.domain.analysis.sensitivity import Assumption, Sway
from impactapp.domain.scenario import Adoption, Cost, Scenario
from impactapp.i18n import _
from impactapp.labels.numbers import share
from impactapp.labels.scenarios import NOISE, amount, cost_word, headline, unset_sentence


def assumption_word(assumption: Assumption) -> str:
    """What is moved."""
    return {
        Assumption.HYPOTHESIS: _("low or high hypothesis"),
        Assumption.RULE: _("rule"),
        Assumption.ADOPTION: _("adoption curve"),
        Assumption.CONTROL: cost_word(Cost.CONTROL),
        Assumption.TRAINING: cost_word(Cost.TRAINING),
        Assumption.DRILLS: cost_word(Cost.DRILLS),
    }[assumption]


def assumption_varied(assumption: Assumption, scenario: Scenario) -> str:
    """From what to what it is moved, the others kept."""
    costs = {
        Assumption.CONTROL: Cost.CONTROL,
        Assumption.TRAINING: Cost.TRAINING,
        Assumption.DRILLS: Cost.DRILLS,
    }
    if assumption in costs:
        return _varied_cost(scenario.cost(costs[assumption]) or 0.0)
    # the logistic curve is the linear one bent as much upwards as downwards
    ours = _("the linear and the logistic curve in turn: they differ year by year, and sum up to the same")
    typed = _("the curve of the scenario, the linear and the logistic one in turn")
    return {
        Assumption.HYPOTHESIS: _("from the low to the high hypothesis"),
        Assumption.RULE: _("each rule in turn, from the one that gives least to the one that gives most"),
        Assumption.ADOPTION: typed if scenario.adoption is Adoption.STATED else ours,
    }[assumption]


def _varied_cost(part: float) -> str:
    if not part:
        return _("set to {none}: there is nothing to double").format(none=share(0.0))
    if 2 * part > 1:
        return _("from {none} to {all}, the whole").format(none=share(0.0), all=share(1.0))
    return _("from {none} to {double}, twice what is set").format(none=share(0.0), double=share(2 * part))


def sway_line(rank: int, sway: Sway, scenario: Scenario) -> str:
    """One assumption with its place and its numbers."""
    return _("{rank}. {assumption}: {least} to {most} FTE × years, a span of {span} ({varied})").format(
        rank=rank,
        assumption=assumption_word(sway.assumption),
        least=amount(sway.least),
        most=amount(sway.most),
        span=amount(sway.span),
        varied=assumption_varied(sway.assumption, scenario),
    )


def sensitivity_sentence(sways: tuple[Sway, ...], result: ScenarioResult) -> str:
    """Which assumption weighs most, or why that cannot be said."""
    if not sways:
        return (unset_sentence(result.scenario) if result.parts else "") or headline(result)
    if sways[0].span <= NOISE:
        return _("No assumption moves the net time of this scenario.")
    return _("The assumption that weighs most: {assumption}.").format(assumption=assumption_word(sways[0].assumption))


def sensitivity_method() -> str:
    """What is measured, and how."""
    return _(
        "Calculation of this application: each assumption is moved alone, the others kept; the figures are the net "
        "time summed over the years, in FTE × years, midway between the two hypotheses but for the first of them."
    )

"""Where each number of the results comes from, in plain sentences."""

from impactapp import labels
from impactapp.domain.analysis.rates import Counts, Interval
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.level import HYPOTHESES, Hypothesis, Level
from impactapp.domain.study import Study
from impactapp.i18n import _


def of_rate(result: ProfessionResult, study: Study) -> str:
    """The rate of a profession: how many activities at each level, and the rule that makes a rate of them."""
    counted = " ".join(_counted(hypothesis, result.counts(hypothesis)) for hypothesis in HYPOTHESES)
    return f"{counted} {labels.rule_sentence(study)}"


def of_interval(result: ProfessionResult) -> str:
    """The interval across rules: the rate each rule gives."""
    each = _("; ").join(
        _("{rule}: {rate}").format(rule=labels.rule_word(rule), rate=labels.percent_range(rate))
        for rule, rate in result.rates.items()
    )
    return _(
        "From the least to the greatest of what the rules of this application give with the same levels. {each}. "
        "The 2019 note gives no formula, so the choice of a rule is the group's."
    ).format(each=each)


def of_exposed(result: ProfessionResult) -> str:
    """The working time exposed: FTE times the rate."""
    known = labels.UNKNOWN if result.profession.fte is None else labels.fte(result.profession.fte)
    return _(
        "FTE of the profession ({fte}) multiplied by the rate ({rate}): {exposed}. A calculation of this application, "
        "gross: it deducts neither the control of what AI produces nor training, and it forecasts nothing."
    ).format(fte=known, rate=labels.percent_range(result.rate), exposed=_exposed(result.fte_exposed))


def _exposed(interval: Interval) -> str:
    return labels.UNKNOWN if interval.low is None or interval.high is None else labels.fte_range(interval)


def _counted(hypothesis: Hypothesis, counts: Counts) -> str:
    words = labels.hypothesis_word(hypothesis)
    return _("{hypothesis}: {fort} {fort_word}, {moyen} {moyen_word}, {faible} {faible_word}.").format(
        hypothesis=words[:1].upper() + words[1:],
        fort=counts.fort,
        moyen=counts.moyen,
        faible=counts.faible,
        fort_word=labels.level_word(Level.FORT),
        moyen_word=labels.level_word(Level.MOYEN),
        faible_word=labels.level_word(Level.FAIBLE),
    )

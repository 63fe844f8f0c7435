"""The rules and weightings in words; always presented as this application's, never as the note's."""

from impactapp.domain.analysis.weights import weights_of
from impactapp.domain.rule import SHIPPED_RATES, LevelRates, Rule, Weighting
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels.numbers import share


def rule_word(rule: Rule) -> str:
    """The short name of a rule."""
    return {
        Rule.SHARE_OF_FORT: _("share of activities rated High"),
        Rule.WEIGHTED: _("High 100%, Medium 50%, Low 0%"),
        Rule.THREE_QUARTERS: _("High 75%, Medium 50%, Low 25%"),
        Rule.CUSTOM: _("rule of the group"),
    }[rule]


def weighting_word(weighting: Weighting) -> str:
    """How the activities are weighted."""
    return _("equal weights") if weighting is Weighting.EQUAL else _("by time share")


def rule_sentence(of: Study | Rule, rates: LevelRates | None = None) -> str:
    """The rule in words, said to be ours or the group's; ``rates`` are those of a custom rule without its study."""
    rule = of.rule if isinstance(of, Study) else of
    if isinstance(of, Study):
        rates = of.custom_rates
    weighed = " " + weighting_sentence(of) if isinstance(of, Study) else ""
    return _said_of(rule, rates) + weighed


def _said_of(rule: Rule, custom: LevelRates | None) -> str:
    if rule is Rule.SHARE_OF_FORT:
        return _(
            "Rule of this application (the 2019 note gives no formula): the rate is the share of activities rated High."
        )
    rates = SHIPPED_RATES.get(rule, custom)
    if rates is None:
        return _("Rule of the group: its three rates are still to be set.")
    words = _("High counts for {fort}, Medium for {moyen}, Low for {faible}; the rate is their average.").format(
        fort=share(rates.fort), moyen=share(rates.moyen), faible=share(rates.faible)
    )
    if rule is Rule.CUSTOM:
        return _("Rule of the group (the 2019 note gives no formula): {words}").format(words=words)
    return _("Rule of this application (the 2019 note gives no formula): {words}").format(words=words)


def weighting_sentence(study: Study) -> str:
    """What is done in effect: without any share stated, a profession has equal weights."""
    weighed = {
        weights_of(profession, study.weighting).weighting for profession in study.professions if profession.tasks
    }
    if len(weighed) > 1:
        return _("Each activity counts for its share of working time; where no share is stated, all count the same.")
    if weighed == {Weighting.TIME} or (not weighed and study.weighting is Weighting.TIME):
        return _("Each activity counts for its share of working time.")
    if study.weighting is Weighting.TIME:
        return _("All activities count the same, as no time share is stated.")
    return _("All activities count the same.")

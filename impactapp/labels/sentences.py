"""The sentences of the results: the headline of a profession, its interval, its exposed time, and why a proposal."""

from impactapp.domain.analysis.proposal import proposal_of
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.weights import Shares, shares_of
from impactapp.domain.level import CRITERIA, Aspect, Hypothesis, Level
from impactapp.domain.profession import Task
from impactapp.domain.rule import Rule, Weighting
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import fte, fte_figures, percent_range
from impactapp.labels.words import aspect_word, level_word


def headline(result: ProfessionResult) -> str:
    """« 4 à 6 activités sur 10 — 40 % à 60 % », the percentages alone, or what is missing to know them."""
    if result.rate.low is None or result.rate.high is None:
        return missing_sentence(result)
    figures = percent_range(result.rate)
    if result.rule is not Rule.SHARE_OF_FORT or result.weighting is not Weighting.EQUAL:
        return figures
    return _("{activities} — {figures}").format(activities=_activities_of(result), figures=figures)


def missing_sentence(result: ProfessionResult) -> str:
    """What is still missing to know the rate of a profession; empty when it is known."""
    tasks = result.profession.tasks
    if not tasks:
        return _("No activity yet.")
    if result.weighting is Weighting.TIME and shares_of(result.profession) is Shares.PARTIAL:
        return _("The time shares are to be completed.")
    if result.weighting is Weighting.TIME and shares_of(result.profession) is Shares.OFF_TOTAL:
        return _("The time shares do not add up to 100%.")
    left = len(tasks) - result.decided
    if left:
        return ngettext("{count} activity still to decide.", "{count} activities still to decide.", left).format(
            count=left
        )
    return "" if result.rule in result.rates else _("The rule of the group still needs its three rates.")


def interval_sentence(result: ProfessionResult) -> str:
    """« Entre les règles : 40 % à 70 % »; empty while it cannot be known."""
    if result.interval.low is None or result.interval.high is None:
        return ""
    return _("Across rules: {figures}").format(figures=percent_range(result.interval))


def exposed_sentence(result: ProfessionResult) -> str:
    """« Temps de travail exposé : 12 à 18 ETP sur 30 », or that the staff is not known; empty without a rate."""
    if result.rate.low is None or result.rate.high is None:
        return ""
    if result.profession.fte is None:
        return _("Working time exposed: the FTE of this profession are not filled in.")
    return _("Working time exposed: {figures} FTE out of {total}").format(
        figures=fte_figures(result.fte_exposed, result.profession.fte), total=fte(result.profession.fte)
    )


def proposal_reason(task: Task, hypothesis: Hypothesis) -> str:
    """Why this level is proposed, by our rule, or which criteria are missing."""
    levels = {criterion: task.level(hypothesis, criterion) for criterion in CRITERIA}
    missing = [aspect_word(criterion) for criterion, level in levels.items() if level is None]
    proposed = proposal_of(task, hypothesis)
    if proposed is None:
        return _("No proposal: still to rate: {criteria}.").format(criteria=", ".join(missing))
    middle = sorted(level for level in levels.values() if level is not None)[1]
    return _reason(proposed, levels[Aspect.MATURITY], middle)


def _reason(proposed: Level, maturity: Level | None, middle: Level) -> str:
    if maturity is not None and maturity < middle:
        return _(
            "Proposed {proposed}: the median of the three criteria is {middle}, but a maturity rated {maturity} caps "
            "it. Rule of this application; the group decides."
        ).format(proposed=level_word(proposed), middle=level_word(middle), maturity=level_word(maturity))
    return _(
        "Proposed {proposed}: the median of the three criteria, which maturity does not cap. "
        "Rule of this application; the group decides."
    ).format(proposed=level_word(proposed))


def _activities_of(result: ProfessionResult) -> str:
    low, high, total = result.counts_low.fort, result.counts_high.fort, len(result.tasks)
    if low == high:
        return ngettext("{count} activity out of {total}", "{count} activities out of {total}", low).format(
            count=low, total=total
        )
    return ngettext(
        "{low} to {high} activity out of {total}", "{low} to {high} activities out of {total}", high
    ).format(low=low, high=high, total=total)

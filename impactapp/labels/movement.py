"""The words of what moved between two moments of a study, or two studies, and of ratings that have aged."""

from dataclasses import dataclass
from datetime import date

from impactapp.domain.analysis.movement import Fate, MovedLevel, MovedShare, Movement
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.timeline import RateOn
from impactapp.domain.profession import Profession
from impactapp.domain.skill import BarrierState
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import UNKNOWN, day, fte, headcount, percent_range, share
from impactapp.labels.rules import rule_word, weighting_word
from impactapp.labels.skill_words import state_word
from impactapp.labels.words import aspect_word, hypothesis_word, level_word


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that moved: what it is, what was there, what is there now; ``task_id`` of the activity, if any."""

    what: str
    before: str
    after: str
    task_id: str = ""


def differences(moved: Movement) -> tuple[Difference, ...]:
    """Everything that moved in a profession, its rate first."""
    if moved.before is None or moved.after is None:
        there = _("profession added") if moved.before is None else _("profession removed")
        return (Difference(there, _rate(moved.before), _rate(moved.after)),)
    return (
        Difference(_("Substitution rate"), _rate(moved.before), _rate(moved.after)),
        *_staff(moved, moved.before.profession, moved.after.profession),
        *(_share(one) for one in moved.shares),
        *(_level(one) for one in moved.levels),
        *(
            Difference(_("{activity} — activity added").format(activity=title), UNKNOWN, _there())
            for title in moved.added
        ),
        *(
            Difference(_("{activity} — activity removed").format(activity=title), _there(), UNKNOWN)
            for title in moved.removed
        ),
        *(_fate(one) for one in moved.measures),
    )


def rules_sentence(before: Study, after: Study) -> str:
    """That the rates were not read by the same rule, and compare badly; empty where they were."""
    old, new = (f"{rule_word(one.rule)}, {weighting_word(one.weighting)}" for one in (before, after))
    same = old == new and before.custom_rates == after.custom_rates
    if same:
        return ""
    return _(
        "The rates were not read by the same rule (then: {old}; now: {new}): part of what moved may come from that."
    ).format(old=old, new=new)


def moved_sentence(count: int) -> str:
    """How many professions moved, or that none did."""
    if not count:
        return _("Nothing moved: neither a rate nor the staff, nor a rating, an activity or a measure.")
    return ngettext("{count} profession moved.", "{count} professions moved.", count).format(count=count)


def one_day_sentence(when: date) -> str:
    """Why there is nothing to compare yet, and what can be."""
    return _(
        "The log of this file knows one day only, {day}: days can be compared once the study has changed on another. "
        "Until then, compare with another file."
    ).format(day=day(when))


def still_sentence(count: int) -> str:
    """How many professions did not move."""
    return ngettext("{count} profession did not move.", "{count} professions did not move.", count).format(count=count)


def reread_sentence(study: Study) -> str:
    """By which rule all days of a timeline are read."""
    return _("Every day is read again by the rule of today: {rule}, {weighting}.").format(
        rule=rule_word(study.rule), weighting=weighting_word(study.weighting)
    )


def rate_on_words(one: RateOn) -> str:
    """« 22 novembre 2026 : 40 % à 60 % »."""
    known = one.rate.low is not None or one.rate.high is not None
    said = percent_range(one.rate) if known else _("not all activities decided")
    return _("{day}: {rate}").format(day=day(one.day), rate=said)


def _rate(result: ProfessionResult | None) -> str:
    rate = Interval() if result is None else result.rate
    return percent_range(rate)


def _staff(moved: Movement, old: Profession, new: Profession) -> list[Difference]:
    said = {
        "headcount": Difference(_("Headcount"), headcount(old.headcount), headcount(new.headcount)),
        "fte": Difference(_("FTE"), fte(old.fte), fte(new.fte)),
    }
    return [said[name] for name in moved.moved_staff]


def _share(one: MovedShare) -> Difference:
    what = _("{activity} — share of working time").format(activity=one.title)
    return Difference(what, share(one.before), share(one.after), one.task_id)


def _level(one: MovedLevel) -> Difference:
    aspect = aspect_word(one.aspect)
    what = _("{activity} — {aspect}, {hypothesis}").format(
        activity=one.title,
        aspect=aspect if aspect.isupper() else aspect.lower(),
        hypothesis=hypothesis_word(one.hypothesis),
    )
    return Difference(what, level_word(one.before), level_word(one.after), one.task_id)


def _fate(one: Fate) -> Difference:
    after = _state(one.after)
    if one.before is BarrierState.IN_PLACE:
        after = (
            _("{state} (holds)").format(state=after) if one.is_held else _("{state} (did not hold)").format(state=after)
        )
    return Difference(_("Measure: {title}").format(title=one.title), _state(one.before), after)


def _state(state: BarrierState | None) -> str:
    return _("absent") if state is None else state_word(state)


def _there() -> str:
    return _("present")

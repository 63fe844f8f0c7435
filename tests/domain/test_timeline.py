"""Rates over the days: all read by the rule of the last day, each profession on the days it was there."""

from dataclasses import replace
from datetime import date

from impactapp.domain.analysis.moments import Moment, compared
from impactapp.domain.analysis.movement import movements
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.timeline import RateOn, rates_over
from impactapp.domain.rule import Rule
from tests import builders
from tests.builders import FO

FIRST, SECOND = date(2026, 1, 5), date(2026, 3, 1)


def test_each_day_has_the_rate_it_would_have_by_the_rule_of_today() -> None:
    then = replace(builders.secretary(), rule=Rule.WEIGHTED)
    task = replace(then.professions[0].tasks[0], low=builders.decided(FO))
    changed = replace(then.professions[0], tasks=(task, *then.professions[0].tasks[1:]))
    now = replace(then, rule=Rule.SHARE_OF_FORT, professions=(changed,))
    found = rates_over([(SECOND, now), (FIRST, then)])
    assert found == {"sec": (RateOn(FIRST, Interval(0.4, 0.6)), RateOn(SECOND, Interval(0.5, 0.6)))}


def test_a_profession_is_there_on_its_days_only_and_unknown_while_undecided() -> None:
    before = builders.study(builders.profession(1, (builders.task(1, FO),)))
    after = builders.study(builders.profession(2, (builders.task(2, FO, FO),)))
    found = rates_over([(SECOND, after), (FIRST, before)])
    assert found == {"p1": (RateOn(FIRST, Interval(1.0, None)),), "p2": (RateOn(SECOND, Interval(1.0, 1.0)),)}


def test_no_day_gives_no_rate() -> None:
    assert rates_over([]) == {}


def test_a_comparison_holds_both_sides_and_what_moved_between_them() -> None:
    before, after = (
        Moment(analyse(builders.secretary()), "a.impact", FIRST),
        Moment(analyse(builders.study()), "b.impact"),
    )
    found = compared(before, after)
    assert found.moved == movements(before.results, after.results)
    assert (found.before, found.after, found.stale) == (before, after, ())

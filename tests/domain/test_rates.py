"""From the levels to the rate of the profession: the published vectors (method §1.2 and §1.3) and what always holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.leverage import leverages
from impactapp.domain.analysis.rates import Counts, Interval, Masses, hull
from impactapp.domain.analysis.results import analyse
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession
from impactapp.domain.rule import SHIPPED_RATES, LevelRates, Rule, Weighting
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO

ROUNDING = 1e-12


def by_time() -> Study:
    """The secretary, with « Prise de notes » at 40 % and the nine others sharing 60 %."""
    study = builders.secretary()
    tasks = tuple(
        replace(task, share=0.4 if task.title.startswith("Prise de notes") else 0.6 / 9)
        for task in study.professions[0].tasks
    )
    return replace(study, weighting=Weighting.TIME, professions=(replace(study.professions[0], tasks=tasks),))


@pytest.mark.parametrize(
    ("rule", "low", "high"),
    [(Rule.SHARE_OF_FORT, 0.4, 0.6), (Rule.WEIGHTED, 0.6, 0.7), (Rule.THREE_QUARTERS, 0.55, 0.6)],
)
def test_the_secretary_has_the_rates_of_the_method(rule: Rule, low: float, high: float) -> None:
    result = analyse(builders.secretary()).professions[0]
    assert result.rates[rule].low == pytest.approx(low)
    assert result.rates[rule].high == pytest.approx(high)


def test_the_secretary_has_the_published_counts_and_ranges() -> None:
    result = analyse(builders.secretary()).professions[0]
    assert result.counts(Hypothesis.LOW) == Counts(2, 4, 4)
    assert result.counts(Hypothesis.HIGH) == Counts(2, 2, 6)
    assert result.interval.low == pytest.approx(0.4)
    assert result.interval.high == pytest.approx(0.7)
    assert result.fte_exposed.low == pytest.approx(12)
    assert result.fte_exposed.high == pytest.approx(18)
    assert result.rate == result.rates[Rule.SHARE_OF_FORT]
    assert result.decided == 10


def test_the_secretary_by_time_has_the_rates_of_the_method() -> None:
    result = analyse(by_time()).professions[0]
    assert result.weighting is Weighting.TIME
    assert result.rates[Rule.SHARE_OF_FORT].low == pytest.approx(0.60)
    assert result.rates[Rule.SHARE_OF_FORT].high == pytest.approx(0.7333, abs=5e-5)


def test_a_custom_rule_joins_the_interval_once_it_has_rates() -> None:
    study = replace(builders.secretary(), rule=Rule.CUSTOM)
    without = analyse(study).professions[0]
    assert without.rate == Interval()
    assert Rule.CUSTOM not in without.rates
    custom = analyse(replace(study, custom_rates=LevelRates(0.0, 0.0, 0.1))).professions[0]
    assert custom.rate.low == pytest.approx(0.04)
    assert custom.interval.low == pytest.approx(0.04)
    assert custom.interval.high == pytest.approx(0.7)
    assert custom.rule is Rule.CUSTOM


@given(builders.studies())
def test_rates_are_within_0_and_1_and_low_never_exceeds_high(study: Study) -> None:
    for result in analyse(study).professions:
        for interval in (*result.rates.values(), result.rate, result.interval):
            for rate in (interval.low, interval.high):
                assert rate is None or 0 <= rate <= 1
            if interval.low is not None and interval.high is not None:
                assert interval.low <= interval.high + ROUNDING
        for task in result.tasks:
            for side in (task.low, task.high):
                assert side.leverage is None or 0 <= side.leverage <= 1


@given(
    st.lists(st.tuples(st.sampled_from(Level), st.integers(1, 100)), min_size=1, max_size=15),
    st.sampled_from([2, 10, 0.01, 3.7]),
)
def test_scaling_all_weights_changes_no_rate(tasks: list[tuple[Level, int]], factor: float) -> None:
    levels = [level for level, _ in tasks]
    weights = [weight / 100 for _, weight in tasks]
    for rates in SHIPPED_RATES.values():
        plain, scaled = Masses.of(levels, weights), Masses.of(levels, [weight * factor for weight in weights])
        assert plain is not None
        assert scaled is not None
        assert scaled.rate(rates) == pytest.approx(plain.rate(rates))


@given(st.lists(st.sampled_from(Level), min_size=1, max_size=15), st.data())
def test_leverage_is_how_far_one_level_moves_the_rate(levels: list[Level], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(1, 9), min_size=len(levels), max_size=len(levels)))
    index = data.draw(st.integers(0, len(levels) - 1))
    for rates in SHIPPED_RATES.values():
        base = Masses.of(levels, weights)
        assert base is not None
        moves = []
        for other in Level:
            if abs(other - levels[index]) == 1:
                moved = Masses.of([*levels[:index], other, *levels[index + 1 :]], weights)
                assert moved is not None
                moves.append(abs(moved.rate(rates) - base.rate(rates)))
        assert leverages(levels, weights, rates)[index] == pytest.approx(max(moves))


def test_leverage_is_unknown_without_level_rule_or_weights() -> None:
    rates = SHIPPED_RATES[Rule.SHARE_OF_FORT]
    assert leverages([FO, None], [1, 1], rates) == [0.5, None]
    assert leverages([FO, MO], [1, 1], None) == [None, None]
    assert leverages([FO, MO], [], rates) == [None, None]
    assert leverages([FO], [0], rates) == [None]


def test_no_rate_is_given_for_part_of_a_profession() -> None:
    undecided = builders.study(
        builders.profession(tasks=(builders.task(1, FO, FO), builders.task(2, None, FO)), fte=10)
    )
    result = analyse(undecided).professions[0]
    assert result.rate == Interval(None, 1.0)
    assert result.fte_exposed == Interval(None, 10.0)
    assert result.decided == 1
    assert Masses.of([], []) is None
    assert Masses.of([FO], [0]) is None
    assert Masses.of([FO], []) is None


def test_an_interval_is_multiplied_where_both_are_known() -> None:
    assert Interval(0.5, None).times(4) == Interval(2.0, None)
    assert Interval(None, 0.5).times(4) == Interval(None, 2.0)
    assert Interval(0.5, 0.6).times(None) == Interval()
    assert Interval(0.1, 0.2).under(Hypothesis.LOW) == 0.1
    assert Interval(0.1, 0.2).under(Hypothesis.HIGH) == 0.2
    assert hull([]) == Interval()
    assert hull([Interval(0.2, 0.5), Interval(None, 0.9), Interval(0.1, None)]) == Interval(0.1, 0.9)


def test_the_study_sums_the_professions_whose_both_ends_are_known() -> None:
    known = builders.profession(1, (builders.task(1, FA, FO),), fte=10)
    half = builders.profession(2, (builders.task(2, FO, None),), fte=100)
    staffless = builders.profession(3, (builders.task(3, FO, FO),))
    assert analyse(builders.study(known, half, staffless)).fte_exposed == Interval(0.0, 10.0)
    assert analyse(builders.study(half)).fte_exposed == Interval()


def test_results_are_found_by_profession_and_side() -> None:
    results = analyse(builders.secretary())
    found = results.profession("sec")
    assert found is results.professions[0]
    assert results.profession("nobody") is None
    assert found is not None
    task = found.tasks[0]
    assert task.under(Hypothesis.LOW) is task.low
    assert task.under(Hypothesis.HIGH) is task.high
    assert task.weight == pytest.approx(0.1)
    assert task.low.substitution is found.profession.tasks[0].level(Hypothesis.LOW, Aspect.SUBSTITUTION)


def test_only_what_changed_is_derived_again() -> None:
    study = builders.study(builders.profession(1, (builders.task(1, FO, FO),)), builders.profession(2))
    before = analyse(study)
    changed = replace(study, professions=(study.professions[0], Profession("p2", "Autre")))
    after = analyse(changed, before)
    assert after.professions[0] is before.professions[0]
    assert after.professions[1] is not before.professions[1]
    assert after == analyse(changed)
    other_rule = replace(study, rule=Rule.WEIGHTED)
    assert analyse(other_rule, before) == analyse(other_rule)


@given(builders.studies(), builders.studies())
def test_results_do_not_depend_on_what_was_known_before(one: Study, other: Study) -> None:
    assert analyse(other, analyse(one)) == analyse(other)

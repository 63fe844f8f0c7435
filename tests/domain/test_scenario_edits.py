"""The settings of a scenario: in range, or refused with nothing changed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.edits.scenarios import add_scenario, remove_scenario, set_scenario
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Cost, Scenario, Use
from impactapp.domain.study import Study
from tests import builders

PRUDENT = Scenario("a", "Prudent", 3, control=0.2, training=0.01, drills=0.0)


def made() -> Study:
    return add_scenario(PRUDENT).change(builders.study(builders.profession(1)))


def refused(scenario: Scenario) -> Problem:
    with pytest.raises(EditError) as caught:
        set_scenario(scenario).change(made())
    return caught.value.problem


def test_a_scenario_is_added_changed_and_removed() -> None:
    study = made()
    assert study.scenario("a") == PRUDENT
    bolder = replace(PRUDENT, horizon=10, note="Deux\nlignes")
    assert set_scenario(bolder).change(study).scenarios == (bolder,)
    assert set_scenario(PRUDENT).change(study) is study
    assert remove_scenario(PRUDENT).change(study).scenarios == ()
    assert study.scenario("b") is None


def test_two_scenarios_bear_two_names() -> None:
    study = made()
    for twin, problem in ((PRUDENT, Problem.ID_TAKEN), (Scenario("b", "prudent"), Problem.TITLE_TAKEN)):
        with pytest.raises(EditError) as caught:
            add_scenario(twin).change(study)
        assert caught.value.problem is problem
    for edit in (set_scenario(Scenario("b", "B")), remove_scenario(Scenario("b", "B"))):
        with pytest.raises(EditError) as caught:
            edit.change(study)
        assert caught.value.problem is Problem.UNKNOWN_SCENARIO


@pytest.mark.parametrize("horizon", [0, -1, 11, 200])
def test_a_horizon_is_one_to_ten_years(horizon: int) -> None:
    assert refused(replace(PRUDENT, horizon=horizon)) is Problem.HORIZON_OUT_OF_RANGE


@pytest.mark.parametrize("part", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_part_is_none_to_all(part: float) -> None:
    for cost in Cost:
        assert refused(PRUDENT.with_cost(cost, part)) is Problem.PART_OUT_OF_RANGE
    assert refused(replace(PRUDENT, departures=part)) is Problem.PART_OUT_OF_RANGE
    assert refused(replace(PRUDENT, stated=(part,))) is Problem.PART_OUT_OF_RANGE
    assert refused(replace(PRUDENT, uses=(Use("Accueil", part),))) is Problem.PART_OUT_OF_RANGE


def test_the_uses_of_time_are_parts_of_one_whole_each_named_once() -> None:
    assert refused(replace(PRUDENT, uses=(Use("A", 0.6), Use("B", 0.5)))) is Problem.USES_ABOVE_WHOLE
    assert refused(replace(PRUDENT, uses=(Use("A"), Use("a")))) is Problem.TITLE_TAKEN
    thirds = replace(PRUDENT, uses=(Use("A", 1 / 3), Use("B", 1 / 3), Use("C", 1 / 3), Use("D")))
    assert set_scenario(thirds).change(made()).scenarios == (thirds,)


def test_what_was_adopted_is_not_given_back_and_years_past_the_horizon_are_dropped() -> None:
    assert refused(replace(PRUDENT, stated=(0.5, 0.4))) is Problem.ADOPTION_FALLS
    long = replace(PRUDENT, stated=(0.1, 0.2, 0.3, 0.9))
    assert set_scenario(long).change(made()).scenarios[0].stated == (0.1, 0.2, 0.3)


def test_the_rule_of_a_scenario_has_its_rates() -> None:
    assert refused(replace(PRUDENT, rule=Rule.CUSTOM)) is Problem.RULE_NEEDS_RATES
    assert set_scenario(replace(PRUDENT, rule=Rule.WEIGHTED)).change(made()).scenarios[0].rule is Rule.WEIGHTED


@given(st.integers(1, 10), st.sampled_from([Adoption.LINEAR, Adoption.LOGISTIC]))
def test_a_curve_starts_at_nothing_never_falls_and_ends_at_all(horizon: int, adoption: Adoption) -> None:
    scenario = Scenario("a", "A", horizon, adoption)
    adopted = [part for year in range(horizon + 1) if (part := scenario.adopted(year)) is not None]
    assert len(adopted) == horizon + 1
    assert adopted[0] == 0
    assert adopted[-1] == pytest.approx(1)
    assert adopted == sorted(adopted)


def test_the_logistic_curve_is_half_way_at_half_time() -> None:
    assert Scenario("a", "A", 4, Adoption.LOGISTIC).adopted(2) == pytest.approx(0.5)
    assert Scenario("a", "A", 4, Adoption.LOGISTIC).adopted(1) == pytest.approx(0.0701, abs=1e-4)
    assert Scenario("a", "A", 4).adopted(1) == 0.25


def test_of_a_stated_curve_the_last_year_said_holds_on() -> None:
    stated = Scenario("a", "A", 4, Adoption.STATED, (0.1, 0.4))
    assert [stated.adopted(year) for year in (1, 2, 3, 4)] == [0.1, 0.4, 0.4, 0.4]
    assert not stated.lacks_adoption


def test_of_a_stated_curve_without_a_year_nothing_is_assumed() -> None:
    empty = Scenario("a", "A", 4, Adoption.STATED)
    assert [empty.adopted(year) for year in (1, 4)] == [None, None]
    assert empty.lacks_adoption
    assert not replace(empty, adoption=Adoption.LINEAR).lacks_adoption

"""What a scenario gives, on the published secretary case: 0.4 to 0.6 of the time exposed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.analysis.scenarios import LeftOut, Missing, ScenarioResult, scenario_result
from impactapp.domain.analysis.sensitivity import Assumption, sensitivity
from impactapp.domain.profession import Profession
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Cost, Scenario, Use
from impactapp.domain.staff import Staffing, StaffLine, Unit
from tests import builders

PLAIN = Scenario("a", "A", 5, control=0.25, training=0.02, drills=0.01, departures=0.03)
parts = st.floats(0, 1)


def secretaries(fte: float | None = 20.0) -> Profession:
    return replace(builders.secretary().professions[0], headcount=25, fte=fte)


def results(*professions: Profession, staffing: Staffing | None = None) -> Results:
    study = builders.study(*(professions or (secretaries(),)))
    return analyse(study if staffing is None else replace(study, staffing=staffing))


def test_the_horizon_adds_up() -> None:
    last = scenario_result(results(), PLAIN).last
    assert last.gross == Interval(8.0, 12.0)
    assert last.control == Interval(2.0, 3.0)
    assert (last.training, last.drills) == (0.4, 0.2)
    assert last.net.low == pytest.approx(5.4)
    assert last.net.high == pytest.approx(8.4)
    assert last.departures == pytest.approx(3.0)


def test_the_first_year_has_a_fifth_of_the_time_and_all_of_the_training() -> None:
    first = scenario_result(results(), PLAIN).years[0]
    assert first.adopted == pytest.approx(0.2)
    assert first.gross.low == pytest.approx(1.6)
    assert first.training == 0.4
    assert first.departures == pytest.approx(0.6)


def test_without_a_cost_there_is_no_net_and_it_is_named() -> None:
    found = scenario_result(results(), Scenario("a", "A", 1, training=0.1))
    assert found.unset == (Cost.CONTROL, Cost.DRILLS)
    assert found.last.net == Interval()
    assert found.last.gross == Interval(8.0, 12.0)
    assert found.last.departures is None
    assert sensitivity(results(), found.scenario) == ()


def test_without_a_year_of_its_own_curve_neither_gross_nor_net_is_known() -> None:
    found = scenario_result(results(), replace(PLAIN, adoption=Adoption.STATED))
    assert all(year.adopted is None for year in found.years)
    assert (found.last.gross, found.last.control, found.last.net) == (Interval(), Interval(), Interval())
    assert found.last.training == 0.4
    assert found.last.departures == pytest.approx(3.0)
    assert found.parts[0].last.gross == Interval()
    assert found.small_teams == ()
    assert sensitivity(results(), found.scenario) == ()


def test_departures_never_pass_the_staff() -> None:
    all_gone = scenario_result(results(), replace(PLAIN, departures=0.5)).last
    assert all_gone.departures == 20.0


def test_professions_that_cannot_be_counted_are_named() -> None:
    unrated, unknown = builders.profession(7, (builders.task(1),), 3.0), replace(secretaries(None), id="u", title="U")
    found = scenario_result(results(secretaries(), unrated, unknown), PLAIN)
    assert found.left_out == (LeftOut(unrated.id, Missing.RATE), LeftOut("u", Missing.FTE))
    assert [part.profession_id for part in found.parts] == [secretaries().id]
    assert found.fte == 20.0
    nothing = scenario_result(results(unrated), PLAIN)
    assert nothing.last.gross == Interval()
    assert sensitivity(results(unrated), PLAIN) == ()


def test_the_rule_of_the_scenario_goes_before_the_study_s() -> None:
    found = scenario_result(results(), replace(PLAIN, rule=Rule.WEIGHTED))
    assert found.rule is Rule.WEIGHTED
    assert found.last.gross == Interval(12.0, 14.0)


def test_a_team_under_half_an_fte_has_nothing_to_redeploy() -> None:
    units = (Unit("w", "Médecine"), Unit("x", "Chirurgie"))
    lines = (StaffLine(secretaries().id, "w", 1, 1.0), StaffLine(secretaries().id, "x", 24, 19.0))
    found = scenario_result(results(staffing=Staffing(units, lines)), PLAIN)
    (small,) = found.small_teams
    assert small.unit_id == "w"
    assert small.net_high == pytest.approx(0.42)
    whole = scenario_result(results(secretaries(1.0)), PLAIN)
    assert [team.unit_id for team in whole.small_teams] == [""]
    gross = scenario_result(results(secretaries(0.5)), Scenario("a", "A"))
    assert gross.small_teams[0].net_high == pytest.approx(0.3)


def test_the_time_is_for_what_the_group_says() -> None:
    uses = (Use("Accueil", 0.5), Use("Coordination"))
    found = scenario_result(results(), replace(PLAIN, uses=uses)).uses
    assert found[0].fte.low == pytest.approx(2.7)
    assert found[1].fte == Interval()


def test_the_assumption_that_moves_most_comes_first() -> None:
    found = sensitivity(results(), PLAIN)
    assert {sway.assumption for sway in found} == set(Assumption)
    assert [sway.span for sway in found] == sorted((sway.span for sway in found), reverse=True)
    by = {sway.assumption: sway for sway in found}
    hypothesis = by[Assumption.HYPOTHESIS]
    assert hypothesis.least == pytest.approx(sum(year.net.low or 0 for year in years(PLAIN).years))
    assert hypothesis.most == pytest.approx(sum(year.net.high or 0 for year in years(PLAIN).years))
    assert by[Assumption.TRAINING].span == pytest.approx(5 * 2 * 0.4)
    assert by[Assumption.RULE].span > 0


def years(scenario: Scenario) -> ScenarioResult:
    return scenario_result(results(), scenario)


@given(parts, parts, parts, st.sampled_from(Adoption), st.integers(1, 10))
def test_net_is_never_more_than_gross_and_low_never_above_high(
    control: float, training: float, drills: float, adoption: Adoption, horizon: int
) -> None:
    scenario = Scenario("a", "A", horizon, adoption, (0.1, 0.5), None, control, training, drills)
    for year in years(scenario).years:
        ends = (year.net.low, year.net.high, year.gross.low, year.gross.high)
        net_low, net_high, gross_low, gross_high = (end for end in ends if end is not None)
        assert net_low <= gross_low
        assert net_high <= gross_high
        assert net_low <= net_high + 1e-9


@given(parts)
def test_the_professions_sum_to_the_whole(control: float) -> None:
    two = results(secretaries(), replace(secretaries(3.5), id="p2", title="Autre", tasks=secretaries().tasks[:3]))
    found = scenario_result(two, replace(PLAIN, control=control))
    for end in ("low", "high"):
        assert sum(getattr(part.last.net, end) for part in found.parts) == pytest.approx(getattr(found.last.net, end))

"""Words of scenarios: neutral, ours said ours, nothing assumed, and no sign before nothing."""

from dataclasses import replace

import pytest

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.scenarios import scenario_result
from impactapp.domain.analysis.sensitivity import Assumption
from impactapp.domain.scenario import Adoption, Cost, Scenario
from impactapp.domain.study import Rule
from impactapp.labels import scenarios as words
from tests.scenario_builders import SIMPLE, projected, secretary
from tests.staff_builders import NORTH, PRUDENT, STATED, SURGERY, WARD, staffing


def plain(said: str) -> str:
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_uses_proposed_have_no_share() -> None:
    assert [(use.title, use.share) for use in words.proposed_uses()] == [
        ("Accueil", None),
        ("Coordination", None),
        ("Absences couvertes", None),
    ]


def test_both_curves_shipped_are_said_to_be_ours_and_the_third_to_be_the_groups() -> None:
    said = {one: words.adoption_sentence(one) for one in Adoption}
    assert "de cette application" in said[Adoption.LINEAR]
    assert "de cette application" in said[Adoption.LOGISTIC]
    assert said[Adoption.STATED].startswith("Courbe du groupe")


def test_no_word_promises_posts() -> None:
    told = " ".join((words.scenario_caution(), words.sensitivity_method(), *map(words.cost_sentence, Cost)))
    assert "ni une prévision, ni un nombre de postes" in told
    assert "supprim" not in told
    assert "gain" not in told


def test_what_is_to_be_set_is_named_until_all_is_set() -> None:
    assert words.unset_sentence(PRUDENT) == ""
    said = plain(words.unset_sentence(replace(PRUDENT, training=None)))
    assert said == "À fixer : formation. D’ici là, seul le temps exposé brut est connu ; rien n’est supposé."


def test_the_headline_has_gross_and_net_or_gross_alone_or_says_that_nothing_is_counted() -> None:
    simple = scenario_result(analyse(secretary(SIMPLE)), SIMPLE)
    assert plain(words.headline(simple)).startswith("À 4 ans : 12 à 18 ETP de temps de travail exposé, brut ; 11 à 16")
    stated = scenario_result(analyse(secretary(STATED)), STATED)
    assert plain(words.headline(stated)) == "À 3 ans : 7,2 à 11 ETP de temps de travail exposé, brut."
    nobody = scenario_result(analyse(replace(secretary(), professions=())), SIMPLE)
    assert "rien ne peut encore être compté" in words.headline(nobody)


def test_a_net_time_under_nothing_is_said() -> None:
    costly = replace(SIMPLE, training=0.5)
    result = scenario_result(analyse(secretary(costly)), costly)
    assert "prennent plus de temps qu’il n’y en a d’exposé" in words.net_caution(result)
    assert words.net_caution(scenario_result(analyse(secretary(SIMPLE)), SIMPLE)) == ""
    assert "−4,2" in words.time_range(result.last.net)


@pytest.mark.parametrize(("number", "said"), [(-0.02, "0"), (-0.3, "−0,3"), (10.4, "10"), (0.0, "0"), (None, "–")])
def test_no_sign_stands_before_nothing(number: float | None, said: str) -> None:
    assert words.amount(number) == said


def test_a_range_is_unknown_when_an_end_is() -> None:
    assert words.time_range(Interval(1.0, None)) == "–"
    assert words.time_figures(Interval()) == "–"


def test_the_rule_of_a_scenario_is_its_own_or_the_studys() -> None:
    study = secretary(SIMPLE)
    assert words.rule_used(SIMPLE, study).startswith("celle de l’étude")
    assert "75" in words.rule_used(replace(SIMPLE, rule=Rule.THREE_QUARTERS), study)


def test_a_team_is_a_profession_or_its_part_in_a_unit() -> None:
    study = projected()
    result = scenario_result(analyse(study), PRUDENT)
    assert [words.small_team_line(team, study) for team in result.small_teams] == [
        "Psychologue\u00a0: 0,43 ETP au plus",
    ]
    units = replace(study, staffing=staffing("small"))
    assert {NORTH, WARD, SURGERY} == set(units.staffing.units)
    small = replace(PRUDENT, control=0.99)
    found = scenario_result(analyse(units), small).small_teams
    assert any(words.team_title(team, units) == "Psychologue, Médecine" for team in found)


def test_what_was_varied_is_said_for_every_assumption() -> None:
    said = {one: plain(words.assumption_varied(one, PRUDENT)) for one in Assumption}
    assert said[Assumption.CONTROL] == "de 0 % à 50 %, le double de ce qui est fixé"
    assert all(said.values())
    assert len(set(said.values())) == len(Assumption)


def test_without_a_ranking_what_the_scenario_gives_stands_in_its_place() -> None:
    still = Scenario("s", "Immobile", 1, control=0.0, training=0.0, drills=0.0)
    result = scenario_result(analyse(secretary(still)), still)
    assert words.sensitivity_sentence((), result) == words.headline(result)

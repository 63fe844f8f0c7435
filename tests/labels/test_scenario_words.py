"""Words of scenarios: neutral, ours said ours, nothing assumed, and no sign before nothing."""

from dataclasses import replace

import pytest

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.scenarios import scenario_result
from impactapp.domain.analysis.sensitivity import Assumption
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Cost, Scenario
from impactapp.labels import scenario_sways as swayed
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
    told = " ".join((words.scenario_caution(), swayed.sensitivity_method(), *map(words.cost_sentence, Cost)))
    assert "ni une prévision, ni un nombre de postes" in told
    assert "supprim" not in told
    assert "gain" not in told


def test_what_is_to_be_set_is_named_until_all_is_set() -> None:
    assert words.unset_sentence(PRUDENT) == ""
    said = plain(words.unset_sentence(replace(PRUDENT, training=None)))
    assert said == "À fixer : formation. D’ici là, il n’y a pas de temps net ; rien n’est supposé."
    own = plain(words.unset_sentence(replace(PRUDENT, adoption=Adoption.STATED, training=None)))
    assert own.startswith("À fixer : adoption année par année, formation. D’ici là, ni le temps brut ni le temps net")


def test_the_headline_has_gross_and_net_or_gross_alone_or_says_that_nothing_is_counted() -> None:
    simple = scenario_result(analyse(secretary(SIMPLE)), SIMPLE)
    assert plain(words.headline(simple)).startswith("À 4 ans : 12 à 18 ETP de temps de travail exposé, brut ; 11 à 16")
    stated = scenario_result(analyse(secretary(STATED)), STATED)
    assert plain(words.headline(stated)) == "À 3 ans : 7,2 à 10,8 ETP de temps de travail exposé, brut."
    nobody = scenario_result(analyse(replace(secretary(), professions=())), SIMPLE)
    assert words.headline(nobody).endswith("Indiquez les ETP des métiers et terminez leur cotation.")
    untyped = replace(SIMPLE, adoption=Adoption.STATED)
    found = scenario_result(analyse(secretary(untyped)), untyped)
    assert plain(words.headline(found)).startswith("L’adoption est à saisir, année par année : rien ne peut encore")


def test_a_net_time_under_nothing_is_said() -> None:
    costly = replace(SIMPLE, training=0.5)
    result = scenario_result(analyse(secretary(costly)), costly)
    assert words.net_caution(result).startswith("En hypothèse basse")
    assert words.net_caution(scenario_result(analyse(secretary(SIMPLE)), SIMPLE)) == ""
    assert words.net_caution(scenario_result(analyse(secretary(STATED)), STATED)) == ""
    assert "−4,2" in words.time_range(result.last.net)


def test_a_net_time_under_nothing_under_both_hypotheses_frees_nothing() -> None:
    ruinous = replace(SIMPLE, training=0.9)
    result = scenario_result(analyse(secretary(ruinous)), ruinous)
    assert words.net_caution(result).startswith("Dans les deux hypothèses")
    assert plain(words.headline(result)).endswith("brut ; −16 à −11 ETP net : aucun temps n’est libérable.")
    use = result.uses[0]
    told = plain(words.use_line(use.use.title, use.use.share, use.fte, result.fte))
    assert told == "Accueil : 25 % du temps net, mais aucun temps n’est libérable"


def test_the_first_years_under_nothing_are_said_though_the_horizon_is_not() -> None:
    slow = replace(SIMPLE, adoption=Adoption.LOGISTIC, horizon=5, training=0.02)
    assert words.net_caution(scenario_result(analyse(secretary(slow)), slow)).startswith("La première année")
    slower = replace(slow, training=0.1)
    assert words.net_caution(scenario_result(analyse(secretary(slower)), slower)).startswith("Les 2 premières années")


@pytest.mark.parametrize(
    ("number", "said"), [(-22.3, "−22"), (-0.02, "0"), (-0.3, "−0,3"), (10.4, "10"), (0.0, "0"), (None, "–")]
)
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
    said = {one: plain(swayed.assumption_varied(one, PRUDENT)) for one in Assumption}
    assert said[Assumption.CONTROL] == "de 0 % à 50 %, le double de ce qui est fixé"
    assert said[Assumption.ADOPTION].endswith("mais leur total est le même")
    assert all(said.values())
    assert len(set(said.values())) == len(Assumption)


def test_what_cannot_be_doubled_is_not_said_to_be() -> None:
    none, most = (replace(PRUDENT, control=part) for part in (0.0, 0.6))
    assert plain(swayed.assumption_varied(Assumption.CONTROL, none)) == "fixé à 0 % : il n’y a rien à doubler"
    assert plain(swayed.assumption_varied(Assumption.CONTROL, most)) == "de 0 % à 100 %, le tout"
    own = swayed.assumption_varied(Assumption.ADOPTION, replace(PRUDENT, adoption=Adoption.STATED))
    assert own == "tour à tour la courbe du scénario, la linéaire et la logistique"


def test_without_fte_the_ranking_asks_for_them_first() -> None:
    unset = replace(SIMPLE, control=None)
    nobody = scenario_result(analyse(replace(secretary(), professions=())), unset)
    assert swayed.sensitivity_sentence((), nobody) == words.headline(nobody)
    someone = scenario_result(analyse(secretary(unset)), unset)
    assert swayed.sensitivity_sentence((), someone) == words.unset_sentence(unset)


def test_without_a_ranking_what_the_scenario_gives_stands_in_its_place() -> None:
    still = Scenario("s", "Immobile", 1, control=0.0, training=0.0, drills=0.0)
    result = scenario_result(analyse(secretary(still)), still)
    assert swayed.sensitivity_sentence((), result) == words.headline(result)

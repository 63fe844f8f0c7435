"""The figures of scenarios: complete in words, inside their sheet, in every colour; a sentence where none can be."""

from dataclasses import replace

import pytest

from impactapp import palette
from impactapp.charts import catalogue
from impactapp.charts.catalogue import Look, Picture
from impactapp.charts.fan import shown_years
from impactapp.charts.fte_scale import scale_of
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import analyse
from impactapp.domain.scenario import Adoption, Scenario
from impactapp.domain.study import Study
from tests import builders
from tests.scenario_builders import SIMPLE, many, projected, secretary
from tests.staff_builders import PRUDENT, STATED

NAMES = catalogue.SCENARIO_CHARTS


def drawn(name: str, study: Study, wide: int = 900, scenario_id: str = "", scheme: str = "LIGHT") -> Picture:
    results, subject = analyse(study), Subject(scenario_id=scenario_id)
    height = round(catalogue.preferred_height(name, results, subject, wide))
    return catalogue.render(name, results, subject, Look(getattr(palette, scheme)), wide, height, 96)


def words(name: str, study: Study, scenario_id: str = "") -> list[str]:
    said = catalogue.text_alternative(name, analyse(study), Subject(scenario_id=scenario_id))
    return said.replace("\u00a0", " ").replace("\u202f", " ").splitlines()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("wide", [320, 600, 1100])
def test_marks_lie_inside_the_picture_and_what_is_drawn_fits_its_height(name: str, wide: int) -> None:
    picture = drawn(name, projected(), wide)
    assert picture.marks
    assert all(mark.x >= 0 and mark.x + mark.w <= picture.width + 1 for mark in picture.marks)
    assert all(mark.y >= 0 and mark.y + mark.h <= picture.height for mark in picture.marks)
    row = picture.width * 4
    last = picture.rgba[-row:]
    assert last == last[:4] * picture.width, "words run over the foot of the figure"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scenario", [STATED, replace(SIMPLE, horizon=1), replace(PRUDENT, horizon=10)])
def test_any_scenario_is_drawn_in_any_colours(name: str, scenario: Scenario) -> None:
    for scheme in ("LIGHT", "DARK", "HIGH_CONTRAST"):
        assert drawn(name, projected(scenario), 500, scenario.id, scheme).marks


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_a_figure_say_whose_calculation_it_is(name: str) -> None:
    said = words(name, projected())
    assert said[1] == "Scénario « Prudent », 5 ans"
    assert said[-1].startswith("Calcul de cette application.")
    assert "supprimé" not in " ".join(said)


def test_the_bridge_goes_from_gross_to_net_step_by_step() -> None:
    # 30 FTE at 40 % to 60 %, all adopted; control 10 % of it, training 1 % of 30 FTE, no practice
    assert words("bridge", secretary(SIMPLE))[3:8] == [
        "Brut : 12 à 18 ETP",
        "Contrôle humain : − 1,2 à 1,8 ETP",
        "Formation : − 0,3 ETP",
        "Entraînement au mode dégradé : 0 ETP",
        "Net : 11 à 16 ETP",
    ]


def test_a_bridge_without_costs_says_what_is_to_be_set() -> None:
    said = words("bridge", secretary(STATED))
    assert said[4:8] == [
        "Contrôle humain : à fixer",
        "Formation : à fixer",
        "Entraînement au mode dégradé : à fixer",
        "Net : pas encore connu",
    ]


def test_the_fan_has_a_line_a_year_with_the_departures_beside() -> None:
    said = words("fan", secretary(SIMPLE))
    assert said[3] == "année 1 : adoption 25 %, brut 3 à 4,5 ETP, net 2,4 à 3,8 ETP, départs 1,5 ETP"
    assert said[7].startswith("Départs d’ici là : 6 ETP")
    assert len(drawn("fan", secretary(SIMPLE)).marks) == 4


def test_the_professions_stand_by_their_time_and_those_left_out_are_named() -> None:
    said = words("time_by_profession", projected())
    assert [line.split(" : ")[0] for line in said[3:6]] == [
        "Infirmier en soins généraux",
        "Secrétaire médicale",
        "Psychologue",
    ]
    assert said[6] == "2 métiers ne sont pas comptés : leur taux ou leurs ETP ne sont pas connus."
    ids = [mark.profession_id for mark in drawn("time_by_profession", projected()).marks]
    assert ids == ["ide", "sec", "small"]


def test_each_category_that_is_counted_has_its_panel() -> None:
    said = words("time_by_category", projected())
    assert [line.split(" — ")[0] for line in said[3:6]] == [
        "Personnel administratif",
        "Personnel soignant",
        "Autre personnel",
    ]
    assert len(drawn("time_by_category", projected()).marks) == 3


@pytest.mark.parametrize("name", NAMES)
def test_without_scenario_or_fte_there_is_no_figure_but_a_sentence(name: str) -> None:
    nobody = analyse(secretary())
    assert not catalogue.is_available(name, nobody, Subject())
    assert words(name, secretary()) == ["Aucun scénario pour l’instant."]
    assert words(name, builders.study()) == ["Pas encore de métier."]
    study = secretary(SIMPLE)
    bare = replace(study, professions=(replace(study.professions[0], fte=None),))
    assert not catalogue.is_available(name, analyse(bare), Subject())
    assert words(name, bare)[0].startswith("Aucun métier n’a à la fois un taux et des ETP")
    untyped = secretary(replace(SIMPLE, adoption=Adoption.STATED))
    assert not catalogue.is_available(name, analyse(untyped), Subject())
    assert words(name, untyped)[0].startswith("L’adoption est à saisir, année par année")


def test_sixty_professions_are_all_drawn_and_told() -> None:
    assert len(drawn("time_by_profession", many()).marks) == 60
    assert len(words("time_by_profession", many())) == 65


@pytest.mark.parametrize("values", [[0.0], [0.03], [-2.7, 81.0], [-1.0], [1234.5, 3.0], [7.0]])
def test_a_scale_holds_nothing_and_all_values_on_round_steps(values: list[float]) -> None:
    scale = scale_of(values, 0.0, 100.0)
    assert scale.least <= min(0.0, *values)
    assert scale.most >= max(0.0, *values)
    assert any(abs(tick) < 1e-9 for tick in scale.ticks())
    assert 2 <= len(scale.ticks()) <= 8
    assert all(0 <= scale.place(value) <= 100 for value in values)


def test_years_without_room_are_left_out_but_the_last_one_never_is() -> None:
    assert shown_years(10, 1000) == list(range(1, 11))
    assert shown_years(10, 250) == [2, 4, 6, 8, 10]
    assert shown_years(10, 20)[-1] == 10

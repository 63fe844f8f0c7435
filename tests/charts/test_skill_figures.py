"""What the map, the exposures and the holders of skills say, and where a click on them leads."""

from dataclasses import replace

import pytest

from impactapp import palette
from impactapp.charts import catalogue
from impactapp.charts.catalogue import Look, Picture
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.level import Hypothesis
from impactapp.domain.skill import BarrierState
from impactapp.domain.study import Study
from impactapp.labels.skills import model_limits, never_skilling_limit
from tests.builders import secretary, skilled, study
from tests.charts.skill_studies import many_skills

OURS = ("skill_map", "exposure", "holders")
LOW = Subject("sec", "", Hypothesis.LOW)


def words(name: str, results: Results, subject: Subject | None = None) -> list[str]:
    told = catalogue.text_alternative(name, results, subject or Subject("sec"))
    return told.replace("\u00a0", " ").splitlines()


def drawn(name: str, results: Results, subject: Subject, scheme: palette.Palette = palette.LIGHT) -> Picture:
    height = round(catalogue.preferred_height(name, results, subject, 1000))
    return catalogue.render(name, results, subject, Look(scheme), 1000, height, 96)


def without_measures(shown: Study) -> Study:
    found = shown.professions[0]
    considered = tuple(replace(barrier, state=BarrierState.CONSIDERED) for barrier in found.barriers)
    return replace(shown, professions=(replace(found, barriers=considered),))


@pytest.mark.parametrize("name", catalogue.SKILL_CHARTS)
def test_a_profession_without_skills_has_no_figure_of_them_but_a_sentence(name: str) -> None:
    results = analyse(secretary())
    assert not catalogue.is_available(name, results, Subject("sec"))
    assert not catalogue.is_available(name, results, Subject("nobody"))
    assert words(name, results) == ["Aucune compétence pour l’instant."]
    assert words(name, analyse(study())) == ["Pas encore de métier."]


@pytest.mark.parametrize("name", catalogue.SKILL_CHARTS)
def test_a_profession_with_skills_has_each_figure_of_them_with_a_title(name: str) -> None:
    results = analyse(skilled())
    assert catalogue.is_available(name, results, Subject("sec"))
    assert words(name, results)[0] == f"{catalogue.title(name)} — Secrétaire médicale"
    assert drawn(name, results, Subject("sec")).marks


def test_the_map_says_before_and_after_with_classes_and_priorities() -> None:
    told = words("skill_map", analyse(skilled()))
    assert told[1] == "● Hypothèse haute : avant et après les mesures"
    assert "1. Rédaction, criticité 3 · vitale" in told[2]
    assert (
        "93 % (exposition forte, priorité 9) avant les mesures, 63 % (exposition moyenne, priorité 6) après" in told[2]
    )
    assert "43 % (exposition moyenne, priorité 4), qu’aucune mesure ne modifie" in told[3]
    assert "Non renseigné : aucune activité n’est reliée" in told[4]
    assert "0 %" not in told[4]


def test_the_map_is_of_the_hypothesis_asked_for_and_says_so() -> None:
    told = words("skill_map", analyse(skilled()), LOW)
    assert told[1] == "○ Hypothèse basse : avant et après les mesures"
    assert "21 % (exposition faible, priorité 2)" in told[3]
    assert (
        drawn("skill_map", analyse(skilled()), LOW).rgba != drawn("skill_map", analyse(skilled()), Subject("sec")).rgba
    )


def test_measures_that_are_only_considered_move_nothing_on_the_map() -> None:
    told = words("skill_map", analyse(without_measures(skilled())))
    assert "93 % (exposition forte, priorité 9), qu’aucune mesure ne modifie" in told[2]


def test_the_map_marks_each_dot_and_each_line_of_its_list_with_the_skill() -> None:
    marks = drawn("skill_map", analyse(skilled()), Subject("sec")).marks
    assert [mark.skill_id for mark in marks] == ["k1", "k2", "k1", "k2", "k1", "k2", "k3"]
    assert all("Rédaction" in mark.text for mark in marks if mark.skill_id == "k1")


def test_a_click_at_the_middle_of_a_dot_hits_one_dot_only() -> None:
    marks = [mark for mark in drawn("skill_map", analyse(many_skills(40)), Subject("p1")).marks if mark.w < 400]
    assert len(marks) > 40
    for mark in marks:
        x, y = mark.x + mark.w / 2, mark.y + mark.h / 2
        hit = [one for one in marks if one.x <= x <= one.x + one.w and one.y <= y <= one.y + one.h]
        assert [one.skill_id for one in hit] == [mark.skill_id]


@pytest.mark.parametrize("name", OURS)
def test_every_skill_has_a_mark_that_names_it_and_lies_inside_the_picture(name: str) -> None:
    picture = drawn(name, analyse(many_skills(40)), Subject("p1"))
    assert {mark.skill_id for mark in picture.marks} == {f"k{n}" for n in range(1, 41)}
    assert all(f"{mark.skill_id[1:]} Conduite d’un entretien" in mark.text for mark in picture.marks)
    assert all(mark.x >= 0 and mark.x + mark.w <= picture.width + 1 for mark in picture.marks)
    assert all(mark.y >= 0 and mark.y + mark.h <= picture.height for mark in picture.marks)


@pytest.mark.parametrize("name", OURS)
def test_the_limits_of_the_model_stand_beside_its_figures(name: str) -> None:
    told = catalogue.text_alternative(name, analyse(skilled()), Subject("sec")).splitlines()
    assert set(model_limits()) <= set(told)
    assert never_skilling_limit() in told


def test_the_exposures_say_low_to_high_with_the_class_and_the_practice_they_rest_on() -> None:
    told = words("exposure", analyse(skilled()))
    assert told[1].startswith("Rédaction. Exposition, atrophie : 93 % (exposition forte) ; non-acquisition : 100 %")
    assert "atrophie : 21 % à 43 % (exposition faible à moyenne)" in told[2]
    assert told[3] == "Archivage : non renseigné : aucune activité n’est reliée à cette compétence."
    partly = [line for line in words("exposure", analyse(many_skills(12)), Subject("p1")) if "oté sur" in line]
    assert any(line.startswith("5 Conduite") and "Exposition, atrophie" in line for line in partly)
    assert any(line.startswith("9 Conduite") and "rien n’est calculé" in line for line in partly)


def test_the_most_exposed_skills_come_first_and_those_without_a_value_last() -> None:
    shown = many_skills(12)
    marks = drawn("exposure", analyse(shown), Subject("p1")).marks
    assert [mark.skill_id for mark in marks][-2:] == ["k9", "k10"]
    assert marks[0].skill_id in {"k3", "k4"}


def test_the_holders_are_counted_or_said_not_to_be() -> None:
    told = words("holders", analyse(skilled()))
    assert told[1].startswith("Rédaction : 30 expérimentés, atrophie 93 % (exposition forte) ; 4 en formation, non-acq")
    assert told[2].startswith("Relation avec le patient : effectif non renseigné, atrophie 21 % à 43 %")


def test_trainees_without_a_formative_activity_have_no_value_and_the_figure_says_why() -> None:
    for name in OURS:
        told = next(line for line in words(name, analyse(many_skills(12)), Subject("p1")) if "3 Conduite" in line)
        assert "non renseigné (aucune activité formatrice)" in told


@pytest.mark.parametrize("scheme", [palette.LIGHT, palette.DARK, palette.HIGH_CONTRAST])
@pytest.mark.parametrize("name", OURS)
def test_the_figures_of_skills_are_painted_in_the_colours_of_exposure(name: str, scheme: palette.Palette) -> None:
    picture = drawn(name, analyse(skilled()), Subject("sec"), scheme)
    pixels = {tuple(picture.rgba[at : at + 3]) for at in range(0, len(picture.rgba), 4)}
    assert tuple(bytes.fromhex(scheme.exposure[2].ground[1:])) in pixels
    assert tuple(bytes.fromhex(scheme.background[1:])) in pixels

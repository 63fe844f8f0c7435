"""The skills of the shipped professions say that they are ours, give the vectors of the model, and invent no figure."""

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from impactapp import paths
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Criticality, SkillKind, Stage
from impactapp.store import catalog
from impactapp.store.reading import read_study
from tests.store.files import written

OURS = "Proposition de l’outil, à valider en atelier"


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


@pytest.fixture
def demo(new_id: Callable[[], str]) -> Profession:
    return catalog.secretary_demo(new_id, date(2026, 11, 22)).professions[0]


def linked(profession: Profession, title: str) -> dict[str, int]:
    """The first word of each activity that practises a skill, with its intensity."""
    names = {task.id: task.title.partition(" ")[0] for task in profession.tasks}
    skill = next(skill for skill in profession.skills if skill.title == title)
    return {names[link.task_id]: link.intensity for link in skill.links}


def test_the_secretary_has_the_skills_of_the_vectors_and_six_more(demo: Profession) -> None:
    assert [skill.title for skill in demo.skills] == [
        "Rédaction",
        "Relation avec le patient",
        "Identitovigilance",
        "Relecture critique d’un document",
        "Vocabulaire médical",
        "Codage de l’activité",
        "Priorisation des demandes",
        "Organisation et coordination",
    ]
    assert linked(demo, "Rédaction") == {"Conception": 3, "Prise": 3, "Traitement": 1}
    assert linked(demo, "Relation avec le patient") == {"Accueil": 3, "Identification": 3, "Vérification": 1}


def test_both_vectors_hold_for_the_shipped_case(new_id: Callable[[], str]) -> None:
    (result,) = analyse(catalog.secretary_demo(new_id, date(2026, 11, 22))).professions
    found: dict[str, SkillResult] = {skill.skill.title: skill for skill in result.skills}
    writing, patients = (found[title].atrophy.exposure for title in ("Rédaction", "Relation avec le patient"))
    assert [writing.low, writing.high] == pytest.approx([0.9286, 0.9286], abs=5e-5)
    assert [patients.low, patients.high] == pytest.approx([0.2143, 0.4286], abs=5e-5)


def test_every_shipped_skill_says_that_it_is_ours(new_id: Callable[[], str]) -> None:
    for entry in catalog.entries():
        for skill in catalog.profession(entry.code, new_id).skills:
            assert skill.source == OURS
            assert skill.description.endswith(".")
            assert skill.links
    assert "**Skills are ours.**" in (paths.job_catalog() / "SOURCES.md").read_text(encoding="utf-8")


def test_the_source_of_the_activities_is_not_that_of_the_skills(demo: Profession) -> None:
    assert "Institut Montaigne" in demo.source
    assert not any("Montaigne" in skill.source or "HOURAA" in skill.source for skill in demo.skills)


def test_no_hours_no_holders_and_no_measure_are_invented(demo: Profession) -> None:
    assert {(skill.baseline_hours, skill.experienced, skill.trainees) for skill in demo.skills} == {(None, None, None)}
    assert demo.barriers == ()


def test_what_a_human_validates_is_what_the_file_says(demo: Profession) -> None:
    validated = [task.title.partition(" ")[0] for task in demo.tasks if task.human_validates]
    assert validated == ["Conception", "Prise", "Saisie", "Tenue"]


def test_skills_are_of_more_than_one_kind_and_weight(demo: Profession) -> None:
    kinds = {skill.kind for skill in demo.skills}
    assert kinds == {SkillKind.COGNITIVE, SkillKind.RELATIONAL, SkillKind.ORGANISATIONAL}
    assert {link.stage for skill in demo.skills for link in skill.links} == {*Stage, None}
    by_title = {skill.title: skill.criticality for skill in demo.skills}
    assert by_title["Identitovigilance"] is Criticality.VITAL
    assert by_title["Rédaction"] is Criticality.IMPORTANT


def test_a_shipped_study_is_kept_in_a_file_as_it_is(
    new_id: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    study = catalog.secretary_demo(new_id, date(2026, 11, 22))
    assert read_study(written(tmp_path_factory.mktemp("demo") / "s.impact", study)) == study

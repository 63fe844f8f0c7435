"""A figure of skills prints who proposed them and its limits, but not what the page beside it prints already."""

from dataclasses import replace

import pytest

from impactapp.charts import catalogue
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.labels import skills as skill_labels
from tests import builders

WITH_LIMITS = ("skill_map", "exposure", "holders", "skill_flow", "skill_practice")


def results(source: str = "") -> Results:
    study = builders.skilled()
    (found,) = study.professions
    skills = tuple(replace(skill, source=source) for skill in found.skills)
    return analyse(replace(study, professions=(replace(found, skills=skills),)))


def subject(*said: str) -> Subject:
    return Subject(builders.skilled().professions[0].id, said=said)


@pytest.mark.parametrize("name", WITH_LIMITS)
def test_what_stands_beside_the_figure_is_not_printed_again(name: str) -> None:
    limits = skill_labels.model_limits()[:2]
    alone = catalogue.text_alternative(name, results(), subject())
    beside = catalogue.text_alternative(name, results(), subject(*limits))
    assert all(limit in alone and limit not in beside for limit in limits)
    assert skill_labels.model_limits()[2] in beside
    assert catalogue.preferred_height(name, results(), subject(*limits)) < catalogue.preferred_height(
        name, results(), subject()
    )


@pytest.mark.parametrize("name", catalogue.SKILL_CHARTS)
def test_a_figure_that_leaves_the_application_says_that_its_skills_are_proposals(name: str) -> None:
    said = catalogue.text_alternative(name, results("Proposition de l’outil, à valider en atelier"), subject())
    assert "à valider en atelier" in said
    assert "à valider" not in catalogue.text_alternative(name, results(), subject())

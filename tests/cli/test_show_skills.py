"""`show` and `check` on skills: the figures of the method beside their limit, and what nobody keeps alive."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from impactapp.domain.study import Study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.cli.conftest import Run


def written(study: Study) -> str:
    Path("s.impact").unlink(missing_ok=True)
    StudyFile.create(Path("s.impact"), study, datetime(2026, 11, 22, tzinfo=UTC)).close()
    return "s.impact"


def told(run: Run, command: str, study: Study) -> str:
    outcome = run(command, written(study))
    assert outcome.code == 0
    return outcome.out.replace("\u00a0", " ")


def test_the_json_has_the_two_vectors_of_the_method(run: Run) -> None:
    (profession,) = json.loads(run("show", written(builders.skilled()), "--json").out)["professions"]
    writing, patients, _filing = (skill["exposure"]["atrophy"] for skill in profession["skills"])
    assert (writing["low"], writing["high"]) == pytest.approx((0.9286, 0.9286), abs=5e-5)
    assert (patients["low"], patients["high"]) == pytest.approx((0.2143, 0.4286), abs=5e-5)


def test_the_text_has_a_line_a_skill_with_class_and_basis(run: Run) -> None:
    lines = [" ".join(line.split()) for line in told(run, "show", builders.skilled()).splitlines()]
    assert "Compétence Atrophie Non-acquisition Erreurs adoptées Pratique cotée" in lines
    assert "Rédaction 93 % Fo 100 % Fo 50 % Mo 100 %" in lines
    assert "→ après les mesures 63 % Mo 70 % Fo 50 % Mo" in lines
    assert any(line.endswith("21 % à 43 % Fa → Mo 25 % à 50 % Fa → Mo 0 % Fa 100 %") for line in lines)
    assert "Archivage – – – non renseigné" in lines


def test_the_text_prints_the_limits_beside_the_figures(run: Run) -> None:
    text = " ".join(told(run, "show", builders.skilled()).split())
    assert "ni une mesure, ni une prévision." in text
    assert "Ces taux sont ceux de cet outil" in text
    assert "la preuve directe « est absente »" in text
    made = builders.skilled().professions[0]
    learnt = tuple(replace(s, links=tuple(replace(link, formative=False) for link in s.links)) for s in made.skills)
    text = " ".join(told(run, "show", builders.study(replace(made, skills=learnt))).split())
    assert "est absente" not in text
    assert "ni une mesure, ni une prévision." in text


def test_a_study_without_skills_says_nothing_of_them(run: Run) -> None:
    assert "ompétence" not in told(run, "show", builders.secretary())


def test_check_lists_oversight_without_a_maintained_skill(run: Run) -> None:
    made = builders.skilled().professions[0]
    text = told(run, "check", builders.study(replace(made, barriers=())))
    assert "Secrétaire médicale — 2 activités : contrôle humain sans compétence entretenue." in " ".join(text.split())
    assert "Archivage — Aucune activité n’est reliée à cette compétence" in text
    assert "compétence entretenue" not in told(run, "check", builders.skilled())


def test_proposed_skills_are_said_to_be_proposals(run: Run) -> None:
    study = builders.skilled()
    (found,) = study.professions
    proposed = tuple(replace(skill, source="Proposition de l’outil, à valider en atelier") for skill in found.skills)
    said = " ".join(told(run, "show", replace(study, professions=(replace(found, skills=proposed),))).split())
    assert "Proposition de l’outil, à valider en atelier : 3 compétences et leurs liens." in said
    assert "à valider en atelier" not in told(run, "show", study)

"""`show` on scenarios as text and JSON, and their figures by the name of the scenario."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from impactapp.charts import catalogue
from impactapp.cli import export
from impactapp.domain.study import Study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.cli.conftest import Run
from tests.scenario_builders import projected


def written(study: Study) -> str:
    StudyFile.create(Path("s.impact"), study, datetime(2026, 11, 22, tzinfo=UTC)).close()
    return "s.impact"


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.replace("\u00a0", " ").replace("\u202f", " ").splitlines()]


def test_the_text_tells_each_scenario_with_its_years_and_what_is_missing(run: Run) -> None:
    told = lines(run("show", written(projected())).out)
    assert "Année Adoption Brut Contrôle humain Formation Entraînement au mode dégradé Net Départs" in told
    assert "5 100 % 58,3 à 81,6 14,6 à 20,4 3 1,5 39,2 à 56,7 22,6" in told
    whole = " ".join(told)
    assert "À fixer : contrôle humain, formation, entraînement au mode dégradé." in whole
    assert "Moins de 0,5 ETP par équipe à l’horizon : rien ne peut y être redéployé Psychologue : 0,43 ETP" in whole
    assert "Technicien : ses ETP ne sont pas renseignés" in whole
    assert "L’hypothèse de travail qui pèse le plus : contrôle humain." in whole


def test_a_study_without_scenario_tells_nothing_of_them(run: Run) -> None:
    assert "cénario" not in run("show", written(builders.secretary())).out


def test_the_json_lists_the_scenarios_of_the_study(run: Run) -> None:
    found = json.loads(run("show", written(projected()), "--json").out)["study"]["scenarios"]
    assert [one["title"] for one in found] == ["Prudent", "Année par année", "Simple"]


@pytest.mark.parametrize("name", catalogue.SCENARIO_CHARTS)
def test_a_figure_is_drawn_of_the_scenario_named(run: Run, name: str) -> None:
    assert name in export.CHARTS
    study = written(projected())
    assert run("export", study, "--chart", name, "--scenario", "simple", "--out", "a.svg").code == 0
    assert run("export", study, "--chart", name, "--out", "b.svg").code == 0
    assert Path("a.svg").read_text(encoding="utf-8") != Path("b.svg").read_text(encoding="utf-8")


def test_a_scenario_that_is_not_there_is_refused_with_the_names_of_those_that_are(run: Run) -> None:
    outcome = run("export", written(projected()), "--chart", "bridge", "--scenario", "Autre", "--out", "a.png")
    assert outcome.code != 0
    assert "Prudent, Année par année, Simple" in outcome.err.replace("\u00a0", " ")
    assert not Path("a.png").exists()


def test_without_a_scenario_there_is_no_figure(run: Run) -> None:
    outcome = run("export", written(builders.secretary()), "--chart", "fan", "--out", "a.png")
    assert outcome.code != 0
    assert not Path("a.png").exists()

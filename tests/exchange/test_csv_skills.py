"""Skills in CSV: a table a file beside the matrix, that a French spreadsheet opens by a click."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.csv_tables import write_csv
from impactapp.exchange.problems import ExchangeError
from tests import builders
from tests.exchange import skill_cases

NAMES = ["étude.csv", "étude.compétences.csv", "étude.liens.csv", "étude.exposition.csv", "étude.mesures.csv"]


def written(study: Study, folder: Path) -> dict[str, list[dict[str, str]]]:
    tables = {}
    for path in write_csv(analyse(study), folder / "étude.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            tables[path.name] = list(csv.DictReader(file, delimiter=";"))
    return tables


def test_a_study_with_skills_has_a_file_for_each_table(tmp_path: Path) -> None:
    assert list(written(builders.skilled(), tmp_path)) == NAMES
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)


def test_a_study_without_skills_has_one_file(tmp_path: Path) -> None:
    assert list(written(builders.secretary(), tmp_path)) == NAMES[:1]


def test_each_file_is_one_that_a_french_excel_opens(tmp_path: Path) -> None:
    for path in write_csv(analyse(builders.skilled()), tmp_path / "étude.csv"):
        content = path.read_bytes()
        assert content.startswith("\ufeffMétier;".encode())
        assert content.count(b"\r\n") == content.count(b"\n")


def test_the_tables_hold_skills_links_exposures_and_measures(tmp_path: Path) -> None:
    tables = written(builders.skilled(), tmp_path)
    skill = list(tables[NAMES[1]][0].values())
    assert skill[1:9] == ["Rédaction", "", "Cognitive", "3 · vitale", "Précision", "30", "4", "40"]
    link = list(tables[NAMES[2]][0].values())
    assert link[1:7] == ["Rédaction", builders.SECRETARY_MATRIX[1][0], "3", "Pratique", "Oui", "Oui"]
    assert len(tables[NAMES[2]]) == 6
    exposed = tables[NAMES[3]][0]
    assert exposed["Exposition (%), hypothèse basse"] == "92,857142857"
    assert (exposed["Classe, hypothèse haute"], exposed["Priorité, hypothèse haute"]) == ("Fort", "9")
    assert (exposed["Rendu par les mesures (%)"], exposed["Classe après, hypothèse haute"]) == ("30", "Moyen")
    measure = list(tables[NAMES[4]][0].values())
    assert measure[1:6] == ["Rédaction sans IA", "atrophie et non-acquisition", "Rédaction", "12", "24"]


def test_a_skill_without_links_has_no_figure_and_says_why(tmp_path: Path) -> None:
    row = next(row for row in written(builders.skilled(), tmp_path)[NAMES[3]] if row["Compétence"] == "Archivage")
    assert row["Sur quoi cela repose"].startswith("Non renseigné")
    assert [row[key] for key in row if "hypothèse" in key] == [""] * 14


def test_text_and_numbers_follow_the_language_and_run_nothing(tmp_path: Path) -> None:
    i18n.use_language("en")
    tables = written(skill_cases.several(), tmp_path)
    assert list(tables) == ["étude.csv", *(f"étude.{name}.csv" for name in ("skills", "links", "exposure", "measures"))]
    assert tables["étude.skills.csv"][5]["Skill"] == '\'=SUM(A1) "cité" *?~'
    assert tables["étude.measures.csv"][0]["Hours a month"] == "12.5"
    assert tables["étude.measures.csv"][5]["Measure"] == "'=mesure"
    assert tables["étude.measures.csv"][0]["Start"] == "2026-12-01"


def test_a_file_that_cannot_be_written_leaves_all_of_them_as_they_were(tmp_path: Path) -> None:
    write_csv(analyse(builders.skilled()), tmp_path / "étude.csv")
    before = (tmp_path / NAMES[0]).read_bytes()
    (tmp_path / NAMES[3]).unlink()
    (tmp_path / NAMES[3]).mkdir()
    study = builders.skilled()
    with pytest.raises(ExchangeError):
        write_csv(analyse(replace(study, professions=study.professions * 2)), tmp_path / "étude.csv")
    assert (tmp_path / NAMES[0]).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)

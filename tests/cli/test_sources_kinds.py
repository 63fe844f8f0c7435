"""`impactapp sources` with the ROME and the ILO: recognised, searched, refused in a sentence, and as JSON."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run
from tests.cli.test_sources import plain
from tests.exchange.sources.ilo_files import ilo_book
from tests.exchange.sources.made_up import name_file, staff_file
from tests.exchange.sources.official import FOLDER, needs_official_files
from tests.exchange.sources.rome_files import listed, tree

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/schema/sources.schema.json").read_text(encoding="utf-8")))
SOUTH = {"fi": "010000024", "fi_ej": "2A0000089", "effpnm_aid": "3"}


def test_rome_is_searched_by_words_and_its_sheets_say_what_people_do(run: Run, tmp_path: Path) -> None:
    files = str(tree(tmp_path)), str(listed(tmp_path))
    alone = plain(run("sources", *files).out)
    assert alone.startswith("ROME lu : 4 appellations, 2 fiches, des énoncés pour 2 d’entre elles.")
    assert "« Arbo Principale 18-09-2025 »" in alone
    found = plain(run("sources", *files, "--find", "barreuse").out)
    assert "Barreur" in found
    assert "– Monter au mât, de jour" in found
    assert "Tenir le livre de bord" not in found
    assert "Rien dans le ROME" in plain(run("sources", *files, "--find", "boulanger").out)


def test_a_code_of_rome_lists_its_statements_without_the_tree(run: Run, tmp_path: Path) -> None:
    found = plain(run("sources", str(listed(tmp_path)), "--find", "A1102").out)
    assert "A1102 : Secrétariat de bord" in found
    assert "– Tenir le livre de bord" in found


def test_occupations_of_the_ilo_are_shown_with_their_tasks_and_their_credit(run: Run, tmp_path: Path) -> None:
    path = str(ilo_book(tmp_path))
    found = plain(run("sources", path, "--find", "filing").out)
    for said in ("CITP-08 3344", "0,80 — Filing", "0,60", "Exposé : gradient 4", "CC BY 4.0", "adaptation"):
        assert said in found
    alone = plain(run("sources", path).out)
    assert alone.startswith("Fichier de l’OIT lu : 3 tâches de 2 professions.")
    assert "ilo.xlsx, ligne 4 : La tâche 3344/3 n’a pas de texte" in alone
    assert "code CITP-08" in plain(run("sources", path, "--find", "boulanger").out)


def test_files_of_every_kind_are_answered_together(run: Run, tmp_path: Path) -> None:
    files = [str(one) for one in (tree(tmp_path), listed(tmp_path), ilo_book(tmp_path), staff_file(tmp_path, SOUTH))]
    answer = json.loads(run("sources", *files, "--find", "3344", "--json").out)
    SCHEMA.validate(answer)
    assert (answer["source"], answer["year"], answer["rome"]["titles"], answer["ilo"]["tasks"]) == ("sae", 2024, 4, 3)
    assert [one["isco08"] for one in answer["ilo"]["found"]] == ["3344"]
    assert answer["ilo"]["found"][0]["tasks"][1] == {"number": 2, "text": "Filing", "score": 0.8}
    assert {line["file"] for line in answer["refused"]} == {"rome.xlsx", "enonces.csv", "ilo.xlsx"}
    assert answer["rome"]["found"] == {"titles": [], "sheets": []}


def test_json_without_the_sae_has_no_source_nor_year(run: Run, tmp_path: Path) -> None:
    answer = json.loads(run("sources", str(tree(tmp_path)), "--find", "mousse", "--json").out)
    SCHEMA.validate(answer)
    assert (answer["source"], answer["year"], answer["ilo"]) == (None, None, None)
    assert answer["rome"]["found"] == {
        "titles": [{"ogr": "404030", "code": "A1102", "title": "Mousse", "feminine": "Mousse"}],
        "sheets": [{"code": "A1102", "title": "Secrétaire médical / médicale de bord", "statements": []}],
    }


def test_a_folder_is_read_and_an_empty_one_refused(run: Run, tmp_path: Path) -> None:
    inside = tmp_path / "sae"
    inside.mkdir()
    staff_file(inside, SOUTH)
    name_file(inside)
    assert "CŒUR DU SUD" in run("sources", str(inside), "--find", "bourg").out
    (tmp_path / "vide").mkdir()
    outcome = run("sources", str(tmp_path / "vide"))
    assert (outcome.code, outcome.out) == (1, "")
    assert "« vide » ne contient aucun des fichiers officiels" in plain(outcome.err)


def test_without_the_file_of_names_the_search_says_what_to_add(run: Run, tmp_path: Path) -> None:
    path = str(staff_file(tmp_path, SOUTH))
    assert "ajoutez le fichier ID" in plain(run("sources", path, "--find", "bourg").out)


def test_of_many_lines_left_out_the_first_are_listed_and_the_others_counted(run: Run, tmp_path: Path) -> None:
    wrong = [{**SOUTH, "fi": f"0100001{number:02}", "effpnm_aid": "x"} for number in range(30)]
    out = plain(run("sources", str(staff_file(tmp_path, SOUTH, *wrong))).out)
    assert out.count("illisible") == 20
    assert "et 10 autres lignes laissées de côté" in out


def test_more_fte_than_persons_can_work_is_told_and_not_refused(run: Run, tmp_path: Path) -> None:
    path = str(staff_file(tmp_path, {**SOUTH, "etppnm_aid": "3,61", "effpnm_ash": "10", "etppnm_ash": "12"}))
    out = plain(run("sources", path, "--finess", "010000024").out).replace("-\n", "-").replace("\n", " ")
    assert "Plus de 1,2 ETP par personne : Aides-soignants (3,61 ETP pour 3 personnes)." in out
    assert "ASH et autres (" not in out


@pytest.mark.parametrize("asked", [("--finess", "1"), ("--finess", "1", "--legal")])
def test_staff_is_not_looked_for_in_the_rome(run: Run, tmp_path: Path, asked: tuple[str, ...]) -> None:
    outcome = run("sources", str(tree(tmp_path)), *asked)
    assert (outcome.code, outcome.out) == (1, "")
    assert "SYGEN" in outcome.err


@needs_official_files
def test_the_real_hospital_says_why_its_doctors_do_not_add_up(run: Run) -> None:
    out = plain(run("sources", str(FOLDER / "sae_2024"), "--finess", "010000024").out).replace("\n", " ")
    assert "178,26 ETP" in out
    assert "173,46" in out
    assert "il n’y a rien à corriger" in out
    assert "Vérifiez que le fichier" not in out

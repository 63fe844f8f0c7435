"""`catalog`: the shipped professions, listed, searched, and as JSON that meets its documented schema."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from impactapp.domain.profession import Category
from impactapp.store import user_catalog
from tests import builders
from tests.cli.conftest import Run
from tests.test_house import ROOT


def test_the_catalogue_is_listed_and_searched(run: Run) -> None:
    assert "secretaire-medicale" in run("catalog").out
    found = json.loads(run("catalog", "secretaire", "medicale", "--json").out)["professions"]
    secretary = next(entry for entry in found if entry["code"] == "secretaire-medicale")
    assert [task["title"] for task in secretary["tasks"]] == [title for title, _, _ in builders.SECRETARY_MATRIX]
    assert [task["title"].split()[0] for task in secretary["tasks"] if task["validated"]] == [
        *("Conception", "Prise", "Saisie", "Tenue"),
    ]
    nothing = run("catalog", "xyzzy")
    assert (nothing.code, nothing.out) == (0, "Aucun métier du catalogue ne correspond à «\u00a0xyzzy\u00a0».\n")
    assert json.loads(run("catalog", "xyzzy", "--json").out) == {"professions": []}


def test_a_profession_is_found_by_the_name_hospitals_give_it(run: Run) -> None:
    lines = run("catalog", "IDE").out.splitlines()
    assert lines[1].startswith("Infirmier en soins généraux")
    found = json.loads(run("catalog", "manip", "radio", "--json").out)["professions"]
    assert (found[0]["feminine"], found[0]["rome"]) == ("Manipulatrice en électroradiologie médicale", ["J1306"])


def test_codes_that_differ_say_their_source(run: Run) -> None:
    nurse = json.loads(run("catalog", "IDE", "--json").out)["professions"][0]
    assert nurse["isco08_sources"] == {"3221": "France Travail", "2221": "ESCO"}


def test_the_json_is_what_its_schema_says(run: Run) -> None:
    schema = json.loads((ROOT / "docs" / "schema" / "catalog.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    answer = json.loads(run("catalog", "--json").out)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(answer)] == []
    assert len(answer["professions"]) > 80
    described = schema["$defs"]["profession"]["properties"]
    assert list(answer["professions"][0]) == list(described)
    assert described["category"]["enum"] == [category.value for category in Category]


def test_ones_own_catalogue_goes_out_and_comes_in_as_files(run: Run, tmp_path: Path) -> None:
    assert run("catalog", "--mine").out.startswith("Votre catalogue est vide")
    user_catalog.keep(builders.profession(7, (builders.task(1),)))
    assert run("catalog", "--export", "metier-7", "m.toml").out == "Fichier écrit\u00a0: m.toml\n"
    user_catalog.remove("metier-7")
    assert run("catalog", "--import", "m.toml").out == (
        "«\u00a0Métier 7\u00a0» est dans votre catalogue, sous le code metier-7.\n"
    )
    listed = run("catalog", "--mine").out.splitlines()
    assert listed[1].startswith("Métier 7 (mon catalogue)")
    found = json.loads(run("catalog", "metier 7", "--json").out)["professions"]
    assert [(one["code"], one["mine"]) for one in found] == [("metier-7", True)]
    assert json.loads(run("catalog", "IDE", "--json").out)["professions"][0]["mine"] is False
    assert run("new", "n.impact", "--profession", "metier-7").code == 0


def test_a_catalogue_file_that_is_wrong_is_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text('format = 2\ncode = "a b"\n', encoding="utf-8")
    refused = run("catalog", "--import", "f.toml")
    assert (refused.code, "ligne" in refused.err, "f.toml" in refused.err) == (1, True, True)
    assert run("catalog", "--export", "aide-soignant", "a.toml").code == 1
    assert run("catalog", "--import", "absent.toml").code == 1
    assert not (tmp_path / "a.toml").exists()

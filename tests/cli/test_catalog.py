"""`catalog`: the shipped professions, listed, searched, and as JSON that meets its documented schema."""

import json

from jsonschema import Draft202012Validator

from impactapp.domain.profession import Category
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

"""The staff in the JSON of results: units with sums, lines, the official count, and what agrees with what."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from impactapp.domain.analysis.results import analyse
from impactapp.exchange.csv_tables import write_csv
from impactapp.exchange.results_json import results_to_json
from tests import builders
from tests.exchange import staff_cases

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/schema/results.schema.json").read_text(encoding="utf-8")))


def headcounts() -> dict[str, object]:
    made = results_to_json(analyse(staff_cases.staffed()))
    SCHEMA.validate(json.loads(json.dumps(made)))
    found: dict[str, object] = made["study"]["headcounts"]
    return found


def test_a_unit_has_its_sums_and_its_time_exposed() -> None:
    units = headcounts()["units"]
    assert isinstance(units, list)
    assert units[0] == {
        "id": "n",
        "title": "Site Nord",
        "kind": "site",
        "site_id": None,
        "headcount": 22,
        "fte": 19.1,
        "fte_exposed": {"low": 7.64, "high": 11.46},
    }
    assert [(unit["site_id"], unit["headcount"]) for unit in units] == [
        *((None, 22), ("n", 20), (None, 12), ("s", 8), (None, 14)),
    ]


def test_a_line_names_its_profession_and_its_unit_and_null_is_not_known() -> None:
    lines = headcounts()["lines"]
    assert isinstance(lines, list)
    assert lines[0] == {
        "profession": "Secrétaire médicale",
        "unit_id": "n",
        "headcount": 2,
        "fte": 2.0,
        "experienced": 1,
        "trainees": 1,
        "departures": 0.5,
        "vacancies": 0.25,
    }
    assert lines[4]["headcount"] is None


def test_sums_stand_beside_their_wholes_with_the_difference() -> None:
    found = headcounts()["reconciliation"]
    assert isinstance(found, dict)
    assert found["professions"][0] == {
        "profession": "Secrétaire médicale",
        "headcount": {"whole": 34, "parts": 36, "difference": 2},
        "fte": {"whole": 30.0, "parts": 30.3, "difference": pytest.approx(0.3)},
    }
    administrative = next(one for one in found["categories"] if one["category"] == "administrative")
    assert administrative["headcount"] == {"whole": 40, "parts": 34, "difference": -6}


def test_the_official_count_carries_its_source_year_and_place() -> None:
    census = headcounts()["census"]
    assert isinstance(census, dict)
    assert {name: census[name] for name in ("source", "year", "place", "code")} == {
        "source": "DREES, SAE",
        "year": 2024,
        "place": "CH du Nord",
        "code": "010000024",
    }
    assert census["groups"][1] == {
        "code": "DIR",
        "title": "Direction",
        "category": "management",
        "headcount": 7,
        "fte": None,
    }


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("units", 0, "kind"), "pôle"),
        (("units", 0, "headcount"), -1),
        (("lines", 0, "headcount"), 1.5),
        (("lines", 0, "profession"), ""),
        (("census", "year"), "2024"),
        (("census", "groups", 0, "category"), "autre"),
        (("reconciliation", "professions", 0, "headcount"), 3),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], wrong: object) -> None:
    value = json.loads(json.dumps(results_to_json(analyse(staff_cases.staffed()))))
    place = value["study"]["headcounts"]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    assert not SCHEMA.is_valid(value)


def test_staff_and_the_official_count_stand_in_files_beside_the_table(tmp_path: Path) -> None:
    written = write_csv(analyse(staff_cases.staffed()), tmp_path / "étude.csv")
    assert [path.name for path in written][-2:] == ["étude.effectifs.csv", "étude.source-officielle.csv"]
    lines = written[-2].read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].split(";")[:5] == ["Métier", "Site ou service", "Nature", "Dans le site", "Effectif"]
    assert lines[2] == "Secrétaire médicale;Médecine;Service;Site Nord;20;17,1;15;;;"
    assert lines[3].split(";")[1] == "'=Chirurgie"
    count = written[-1].read_text(encoding="utf-8-sig").splitlines()
    assert count[2] == "Direction;Personnel de direction;7;;CH du Nord;2024;DREES, SAE"
    assert len(write_csv(analyse(builders.secretary()), tmp_path / "autre.csv")) == 1

"""`impactapp sources`: establishments found, the staff of one, and that staff in a study, as the files say it."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from impactapp.store.reading import read_study
from impactapp.store.study_file import StudyFile
from tests.cli.conftest import Run
from tests.exchange import staff_cases
from tests.exchange.sources.made_up import name_file, staff_file
from tests.exchange.sources.official import FOLDER, needs_official_files

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/schema/sources.schema.json").read_text(encoding="utf-8")))
NORTH = {"fi": "2A0000014", "fi_ej": "2A0000089", "effpnm_autadm": "34", "etppnm_autadm": "31,5", "effpnm_aid": "12"}
SOUTH = {"fi": "010000024", "fi_ej": "2A0000089", "effpnm_aid": "3", "effpnm_tot_pnm": "4"}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """The two files of a year."""
    return [str(staff_file(tmp_path, NORTH, SOUTH, SOUTH)), str(name_file(tmp_path))]


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_files_alone_say_their_year_and_what_was_left_out(run: Run, files: list[str]) -> None:
    outcome = run("sources", *files)
    assert outcome.code == 0
    lines = plain(outcome.out).splitlines()
    assert lines[0] == "SAE 2024 : 2 établissements."
    assert lines[1].strip().startswith("SYGEN_2024r.csv, ligne 4 : L’établissement « 010000024 » y est deux fois")


def test_establishments_are_found_by_words(run: Run, files: list[str]) -> None:
    out = plain(run("sources", *files, "--find", "ile ajaccio").out)
    assert "CH DE L’ÎLE" in out
    assert "CŒUR DU SUD" not in out
    assert "Aucun établissement ne répond" in plain(run("sources", *files, "--find", "nulle part").out)


def test_the_staff_of_one_is_shown_with_its_source_and_its_gaps(run: Run, files: list[str]) -> None:
    out = plain(run("sources", *files, "--finess", "010000024").out)
    assert "Source : DREES, statistique annuelle des établissements (SAE), 2024, CŒUR DU SUD (010000024)" in out
    assert "Le fichier totalise 4 personnes de personnel non médical" in out
    whole = plain(run("sources", *files, "--finess", "2A0000089", "--legal").out)
    assert "CH DE L’ÎLE + CŒUR DU SUD" in whole


def test_json_holds_the_same_and_meets_its_schema(run: Run, files: list[str]) -> None:
    answer = json.loads(run("sources", *files, "--find", "sud", "--finess", "2A0000014", "--json").out)
    SCHEMA.validate(answer)
    assert [place["finess"] for place in answer["found"]] == ["010000024"]
    assert (answer["census"]["headcount"], answer["census"]["fte"], answer["year"]) == (46, 31.5, 2024)
    assert answer["refused"][0]["line"] == 4
    nothing = json.loads(run("sources", *files, "--json").out)
    SCHEMA.validate(nothing)
    assert (nothing["census"], nothing["found"]) == (None, [])


def test_the_staff_goes_into_a_study_as_one_edit(run: Run, demo: str, files: list[str]) -> None:
    assert run("sources", *files, "--finess", "2A0000014", "--into", demo).code == 0
    census = read_study(Path(demo)).staffing.census
    assert census is not None
    assert (census.place, census.year, len(census.lines)) == ("CH DE L’ÎLE", 2024, 2)
    answer = json.loads(run("show", demo, "--json").out)
    (category, *_others) = answer["study"]["headcounts"]["reconciliation"]["categories"]
    assert (category["category"], category["headcount"]["whole"]) == ("administrative", 34)


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--finess", "999999999"), 1, "999999999"),
        (("--legal",), 2, "--finess"),
        (("--into", "s.impact"), 2, "--finess"),
        (("--finess", "010000024", "--into", "absent.impact"), 1, "absent.impact"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    run: Run, files: list[str], options: tuple[str, ...], code: int, said: str
) -> None:
    outcome = run("sources", *files, *options)
    assert outcome.code == code
    assert said in outcome.err
    assert outcome.out == ""


def test_check_counts_the_remarks_on_staff(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "effectifs.impact"
    made = replace(staff_cases.staffed(), id="staffed")
    with closing(StudyFile.create(path, made, datetime(2026, 11, 22, tzinfo=UTC))):
        pass
    findings = json.loads(run("check", str(path), "--json").out)["findings"]
    codes = [finding["code"] for finding in findings]
    for code in ("staff_fte_above_headcount", "units_above_headcount", "units_above_fte", "study_above_census"):
        assert code in codes
    assert "5,5 ETP pour 4 personnes" in plain(run("check", str(path)).out)


@needs_official_files
def test_a_named_hospital_is_shown_right_from_the_real_files(run: Run) -> None:
    paths = [str(path) for path in sorted((FOLDER / "sae_2024").glob("*_2024r.csv"))]
    answer = json.loads(run("sources", *paths, "--find", "fleyriat viriat", "--finess", "010000024", "--json").out)
    assert [place["name"] for place in answer["found"]] == ["CH DE FLEYRIAT"]
    groups = {group["code"]: (group["headcount"], group["fte"]) for group in answer["census"]["groups"]}
    assert groups["AUTADM"] == (295, 266.01)
    assert answer["establishments"] == 3980

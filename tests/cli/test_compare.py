"""`impactapp compare`: two days of one file by its log, or two files; what moved, and what has aged."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.edits.studies import set_rule
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.rule import Rule
from impactapp.domain.skill import Barrier, BarrierState
from impactapp.domain.study import Study
from impactapp.store.edit_log import LogEntry
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.cli.conftest import Run
from tests.test_house import ROOT

SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/schema/comparison.schema.json").read_text(encoding="utf-8")))
LONG_AGO = datetime(2024, 1, 5, 9, tzinfo=UTC)
MATURITY = Cell("sec-1", Hypothesis.LOW, Aspect.MATURITY)
DECISION = Cell("sec-8", Hypothesis.LOW, Aspect.SUBSTITUTION)


def lives() -> list[Study]:
    """Four days: a maturity, then a decision, then a measure that does not hold."""
    made = builders.secretary()
    kept, left = (Barrier(f"b{n}", f"Mesure {n}", state=BarrierState.IN_PLACE) for n in (1, 2))
    first = replace(made, professions=(replace(made.professions[0], barriers=(kept, left)), builders.profession(2)))
    second = rate([MATURITY], Level.MOYEN).change(first)
    third = rate([DECISION], Level.FORT).change(second)
    secretary = third.professions[0]
    fallen = replace(secretary, barriers=(kept, replace(left, state=BarrierState.ABANDONED)))
    return [first, second, third, replace(third, professions=(fallen, *third.professions[1:]))]


@pytest.fixture
def lived(tmp_path: Path) -> str:
    """A file that was each of these, a day apart."""
    path = tmp_path / "étude.impact"
    with closing(StudyFile.create(path, lives()[0], LONG_AGO)) as file:
        for number, (before, after) in enumerate(pairwise(lives()), 1):
            file.write(before, after, LogEntry(LONG_AGO + timedelta(days=number), "rate", ""))
    return path.name


def compared(run: Run, *arguments: str) -> dict[str, Any]:
    outcome = run("compare", "--json", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    answer: dict[str, Any] = json.loads(outcome.out)
    assert [error.message for error in SCHEMA.iter_errors(answer)] == []
    return answer


def test_the_whole_life_of_a_file_is_compared_without_dates(run: Run, lived: str) -> None:
    answer = compared(run, lived)
    assert (answer["before"]["day"], answer["after"]["day"]) == ("2024-01-05", "2024-01-08")
    secretary, still = answer["professions"]
    assert (secretary["before"]["rate"], secretary["after"]["rate"]) == (
        {"low": 0.4, "high": 0.6},
        {"low": 0.5, "high": 0.6},
    )
    moved = [(one["task"], one["hypothesis"], one["aspect"], one["after"]) for one in secretary["levels"]]
    # a criterion of the high hypothesis that follows the low one is not told twice
    assert moved == [("sec-1", "low", "maturity", "moyen"), ("sec-8", "low", "substitution", "fort")]
    assert [(one["title"], one["after"], one["held"]) for one in secretary["measures"]] == [
        ("Mesure 1", "in_place", True),
        ("Mesure 2", "abandoned", False),
    ]
    assert (secretary["moved"], still["moved"]) == (True, False)


def test_dates_choose_the_two_days(run: Run, lived: str) -> None:
    answer = compared(run, lived, "--from", "2024-01-06", "--to", "2024-01-07")
    assert (answer["before"]["day"], answer["after"]["day"]) == ("2024-01-06", "2024-01-07")
    assert [one["task"] for one in answer["professions"][0]["levels"]] == ["sec-8"]
    assert answer["stale"]["maturities"] == []


def test_what_has_aged_is_listed_with_the_threshold(run: Run, lived: str) -> None:
    (aged,) = compared(run, lived)["stale"]["maturities"]
    assert (aged["profession"], aged["task"], aged["hypothesis"]) == ("sec", "sec-1", "low")
    assert aged["months"] >= 18
    assert "Cotations à revoir" in run("compare", lived).out


def test_check_finds_what_has_aged(run: Run, lived: str) -> None:
    outcome = run("check", lived)
    told = " ".join(outcome.out.replace("\u00a0", " ").split())
    assert outcome.code == 0
    assert "Maturité cotée il y a" in told
    assert "à revoir (à partir de 18 mois, seuil de cette application)" in told
    found = json.loads(run("check", "--json", lived).out)["findings"]
    assert [one["severity"] for one in found if one["code"] == "maturity_stale"] == ["remark"]


def test_a_fresh_rating_has_not_aged(run: Run, demo: str) -> None:
    assert "cotée il y a" not in run("check", demo).out


def test_two_files_are_compared_as_they_are_now(run: Run, tmp_path: Path, lived: str) -> None:
    other = set_rule(Rule.WEIGHTED).change(replace(lives()[0], id="other", title="Ailleurs"))
    StudyFile.create(tmp_path / "autre.impact", other, LONG_AGO).close()
    answer = compared(run, "autre.impact", lived)
    assert (answer["before"]["file"], answer["after"]["file"]) == ("autre.impact", lived)
    assert (answer["before"]["day"], answer["after"]["day"], answer["one_rule"]) == (None, None, False)
    assert len(answer["professions"]) == 2
    said = run("compare", "autre.impact", lived).out.replace("\u00a0", " ")
    assert "Avant : « autre.impact » ; après : « étude.impact »" in said
    assert "n’ont pas été lus par la même règle" in said


def test_the_text_says_what_moved_and_counts_what_did_not(run: Run, lived: str) -> None:
    said = run("compare", lived).out.replace("\u00a0", " ")
    for part in (
        "Avant : 5 janvier 2024 ; après : 8 janvier 2024",
        "40 % à 60 %",
        "50 % à 60 %",
        "En place (tient)",
        "n’a pas tenu",
    ):
        assert part in said
    assert "1 métier n’a pas bougé." in said


def test_what_cannot_be_compared_is_refused(run: Run, lived: str) -> None:
    early = run("compare", lived, "--from", "2023-12-31")
    assert early.code == 1
    assert "remonte jusqu’au 2024-01-05" in early.err
    for wrong in (("--from", "hier"), ("--from", "2024-01-07", "--to", "2024-01-06"), (lived, "--from", "2024-01-07")):
        assert run("compare", lived, *wrong).code == 2
    assert run("compare", "absent.impact").code == 1


def test_the_file_is_read_and_left_alone(run: Run, tmp_path: Path, lived: str) -> None:
    before = (tmp_path / lived).read_bytes()
    run("compare", lived)
    assert (tmp_path / lived).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [lived]


def test_the_chart_of_a_life_is_drawn_by_the_command_line(run: Run, tmp_path: Path, lived: str) -> None:
    outcome = run("export", lived, "--chart", "timeline", "--profession", "sec", "--out", "taux.svg")
    assert outcome.code == 0
    drawn = (tmp_path / "taux.svg").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "7 janvier 2024 : 50 % à 60 %" in drawn

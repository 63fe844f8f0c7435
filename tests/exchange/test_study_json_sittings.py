"""Sittings go to JSON and come back the same; what no edit would let in is refused at its place."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from impactapp import labels
from impactapp.domain.problems import Problem
from impactapp.domain.study import Origin, Study
from impactapp.domain.workshop import Sitting
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.study_json import read_study_json, study_from_json, study_to_json, write_study_json
from impactapp.store.reading import read_study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT
from tests.test_house import ROOT

Spoil = Callable[[Any], Any]
SITTING = ("sittings", 0)
TALK = (*SITTING, "talks", 0)
TALLY = (*TALK, "tallies", 0)
DOCUMENTED: dict[str, Any] = json.loads((ROOT / "docs/schema/study.schema.json").read_text(encoding="utf-8"))
SCHEMA = Draft202012Validator(DOCUMENTED)


def put(*path: str | int, to: Any) -> Spoil:
    def spoil(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        value[path[-1]] = to

    return spoil


def doubled(*path: str | int) -> Spoil:
    def spoil(value: Any) -> None:
        for step in path:
            value = value[step]
        value.append(value[0])

    return spoil


def refusal(spoil: Spoil) -> ExchangeError:
    value = study_to_json(builders.workshop())
    spoil(value)
    with pytest.raises(ExchangeError) as error:
        study_from_json(value, "s.json")
    return error.value


def test_from_a_file_to_json_to_a_file_nothing_changes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    with closing(StudyFile.create(tmp_path / "s.impact", builders.workshop(), AT)) as file:
        write_study_json(file.study, one)
    with closing(StudyFile.create(tmp_path / "again.impact", read_study_json(one), AT)) as file:
        write_study_json(file.study, two)
    assert read_study(tmp_path / "again.impact") == builders.workshop()
    assert one.read_bytes() == two.read_bytes()


def test_a_study_written_before_there_were_sittings_still_reads() -> None:
    value = study_to_json(builders.secretary())
    del value["sittings"]
    assert study_from_json(value) == builders.secretary()


def test_a_sitting_is_said_in_two_fields() -> None:
    value = study_to_json(builders.secretary()) | {"sittings": [{"id": "w", "title": "Séance"}]}
    assert study_from_json(value).sittings == (Sitting("w", "Séance"),)
    assert list(SCHEMA.iter_errors(value)) == []


def test_votes_are_read_in_any_order_and_written_in_one() -> None:
    value = study_to_json(builders.workshop())
    sitting = value["sittings"][0]
    for listed in (sitting["talks"][0]["tallies"], sitting["positions"], sitting["survey"], sitting["received"]):
        listed.reverse()
    assert study_from_json(value) == builders.workshop()


def test_a_vote_of_nobody_is_no_vote() -> None:
    value = study_to_json(builders.workshop())
    value["sittings"][0]["talks"][4]["tallies"] = [{"hypothesis": "low", "group_id": "staff"}]
    assert study_from_json(value) == builders.workshop()


def test_a_talk_on_an_activity_that_is_gone_still_reads() -> None:
    study = builders.workshop()
    (profession,) = study.professions
    without = replace(study, professions=(replace(profession, tasks=profession.tasks[1:]),))
    assert study_from_json(study_to_json(without)) == without


@pytest.mark.parametrize(
    ("spoil", "field", "problem"),
    [
        (put(*SITTING, "title", to=""), "title", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "day", to="demain"), "day", Problem.JSON_WRONG_FIELD),
        (put(*SITTING, "voters", to=[]), "voters", Problem.JSON_FIELD_UNKNOWN),
        (put(*SITTING, "profession_ids", to=["gone"]), "profession_ids[0]", Problem.JSON_FIELD_REFUSED),
        (doubled(*SITTING, "profession_ids"), "profession_ids[1]", Problem.JSON_FIELD_REFUSED),
        (doubled(*SITTING, "groups"), "groups[3].id", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "groups", 0, "size", to=0), "groups[0].size", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "groups", 0, "size", to=1001), "groups[0].size", Problem.JSON_OUT_OF_RANGE),
        (put(*SITTING, "groups", 0, "kind", to="boss"), "groups[0].kind", Problem.JSON_WRONG_FIELD),
        (put(*SITTING, "groups", 0, "kind", to="other"), "groups[0].title", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "groups", 0, "name", to="X"), "groups[0].name", Problem.JSON_FIELD_UNKNOWN),
        (put(*SITTING, "protocol", "rounds", to=0), "protocol", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "protocol", "rounds", to=6), "protocol.rounds", Problem.JSON_OUT_OF_RANGE),
        (put(*SITTING, "protocol", "majority", to=0.9), "protocol", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "protocol", "scope", to="all"), "protocol.scope", Problem.JSON_WRONG_FIELD),
        (put(*SITTING, "protocol", "scope", to="criteria"), "talks[0].tallies[0]", Problem.JSON_FIELD_REFUSED),
        (doubled(*SITTING, "talks"), "talks[5].task_id", Problem.JSON_FIELD_REFUSED),
        (put(*TALK, "round", to=0), "talks[0].round", Problem.JSON_WRONG_FIELD),
        (put(*TALK, "round", to=1), "talks[0].tallies[6]", Problem.JSON_FIELD_REFUSED),
        (put(*TALK, "dissent", to=15), "talks[0].dissent", Problem.JSON_FIELD_REFUSED),
        (put(*TALK, "seconds", to=-1), "talks[0].seconds", Problem.JSON_OUT_OF_RANGE),
        (put(*TALK, "parked", to=1), "talks[0].parked", Problem.JSON_WRONG_FIELD),
        (put(*TALLY, "fort", to=6), "talks[0].tallies[0]", Problem.JSON_FIELD_REFUSED),
        (put(*TALLY, "fort", to=-1), "talks[0].tallies[0].fort", Problem.JSON_OUT_OF_RANGE),
        (put(*TALLY, "round", to=0), "talks[0].tallies[0]", Problem.JSON_FIELD_REFUSED),
        (put(*TALLY, "group_id", to="gone"), "talks[0].tallies[0]", Problem.JSON_FIELD_REFUSED),
        (put(*TALLY, "aspect", to="roi"), "talks[0].tallies[0]", Problem.JSON_FIELD_REFUSED),
        (put(*TALLY, "hypothesis", to=None), "talks[0].tallies[0]", Problem.JSON_FIELD_REFUSED),
        (put(*TALLY, "voter", to="X"), "talks[0].tallies[0].voter", Problem.JSON_FIELD_UNKNOWN),
        (doubled(*TALK, "tallies"), "talks[0].tallies[12]", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "positions", 0, "counts", to=[6, 0, 0, 0]), "positions[0]", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "positions", 0, "counts", to=[1, 0, 0]), "positions[0].counts", Problem.JSON_WRONG_FIELD),
        (doubled(*SITTING, "positions"), "positions[6].group_id", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "survey", 0, "counts", to=[15, 0, 0, 0]), "survey[0].counts", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "survey", 0, "number", to=6), "survey[0].number", Problem.JSON_OUT_OF_RANGE),
        (put(*SITTING, "survey", 0, "number", to=0), "survey[0].number", Problem.JSON_WRONG_FIELD),
        (put(*SITTING, "survey", 0, "number", to=2), "survey[1].number", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "received", 1, to="B-007"), "received[1]", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "received", 1, to=7), "received[1]", Problem.JSON_WRONG_FIELD),
        (put(*SITTING, "training", to=True), "training", Problem.JSON_FIELD_REFUSED),
        (put(*SITTING, "simulated", to=True), "simulated", Problem.JSON_FIELD_REFUSED),
    ],
)
def test_a_wrong_sitting_is_refused_at_its_place(spoil: Spoil, field: str, problem: Problem) -> None:
    refused = refusal(spoil)
    assert (refused.problem, refused.values["field"]) == (problem, f"sittings[0].{field}")
    assert labels.sentence(refused)


def test_two_sittings_of_one_name_are_refused() -> None:
    second = {"id": "w2", "title": "SÉANCE DU 22 novembre"}
    refused = refusal(lambda value: value["sittings"].append(second))
    assert refused.values["field"] == "sittings[1].title"


def test_a_demonstration_may_hold_training() -> None:
    trained = replace(builders.workshop().sittings[0], is_training=True, is_simulated=True)
    study: Study = replace(builders.workshop(), origin=Origin.DEMONSTRATION, sittings=(trained,))
    assert study_from_json(study_to_json(study)) == study


def test_the_schema_describes_every_field_of_sittings() -> None:
    value = study_to_json(builders.workshop())
    sitting, defined = value["sittings"][0], DOCUMENTED["$defs"]
    parts = {
        "sitting": sitting,
        "group": sitting["groups"][0],
        "protocol": sitting["protocol"],
        "talk": sitting["talks"][0],
        "tally": sitting["talks"][0]["tallies"][0],
        "position": sitting["positions"][0],
        "survey_item": sitting["survey"][0],
    }
    for name, part in parts.items():
        assert set(part) == set(defined[name]["properties"])
    assert list(SCHEMA.iter_errors(value)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        put(*SITTING, "groups", 0, "size", to=0),
        put(*SITTING, "protocol", "rounds", to=6),
        put(*TALLY, "fort", to=-1),
        put(*SITTING, "survey", 0, "number", to=0),
        put(*SITTING, "positions", 0, "counts", to=[1, 0, 0]),
        put(*TALLY, "voter", to="X"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(spoil: Spoil) -> None:
    value = study_to_json(builders.workshop())
    spoil(value)
    assert list(SCHEMA.iter_errors(value))
    with pytest.raises(ExchangeError):
        study_from_json(value)

"""Skills and barriers go to JSON and come back the same; what no edit would let in is refused at its place."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from impactapp import labels
from impactapp.domain.problems import Problem
from impactapp.domain.rule import Rule
from impactapp.domain.skill import Barrier, BarrierState, Mechanism, Skill
from impactapp.domain.study import Study
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.study_json import read_study_json, study_from_json, study_to_json, write_study_json
from impactapp.store.reading import read_study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import AT
from tests.test_house import ROOT

Spoil = Callable[[Any], Any]
SKILLS = ("professions", 0, "skills")
BARRIER = ("professions", 0, "barriers", 0)
DOCUMENTED: dict[str, Any] = json.loads((ROOT / "docs/schema/study.schema.json").read_text(encoding="utf-8"))
SCHEMA = Draft202012Validator(DOCUMENTED)


def skilled() -> Study:
    """A study whose skills and barriers say something in every field."""
    made = builders.skilled()
    (profession,) = made.professions
    told = replace(profession.skills[0], description="Écrire\njuste", source="À valider")
    dated = replace(profession.barriers[0], start=date(2026, 1, 5), review=date(2026, 1, 5), note="À revoir")
    own = Barrier("b2", "Tutorat", skill_ids=("k2", "k1"), state=BarrierState.ABANDONED)
    whole = replace(profession, skills=(told, *profession.skills[1:]), barriers=(dated, own))
    return replace(made, professions=(whole,), exposure_rule=Rule.THREE_QUARTERS)


def put(*path: str | int, to: Any) -> Spoil:
    def spoil(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        value[path[-1]] = to

    return spoil


def refusal(spoil: Spoil) -> ExchangeError:
    value = study_to_json(skilled())
    spoil(value)
    with pytest.raises(ExchangeError) as error:
        study_from_json(value, "s.json")
    return error.value


def test_from_a_file_to_json_to_a_file_nothing_changes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    with closing(StudyFile.create(tmp_path / "s.impact", skilled(), AT)) as file:
        write_study_json(file.study, one)
    with closing(StudyFile.create(tmp_path / "again.impact", read_study_json(one), AT)) as file:
        assert file.study == skilled()
        write_study_json(file.study, two)
    assert read_study(tmp_path / "again.impact") == skilled()
    assert one.read_bytes() == two.read_bytes()


def test_a_study_written_before_there_were_skills_still_reads() -> None:
    value = study_to_json(builders.secretary())
    del value["exposure_rule"]
    for profession in value["professions"]:
        del profession["skills"], profession["barriers"]
        for task in profession["tasks"]:
            del task["human_validates"]
    assert study_from_json(value) == builders.secretary()


def test_a_skill_and_a_barrier_are_said_in_two_fields_each() -> None:
    value = study_to_json(builders.secretary())
    value["professions"][0]["skills"] = [{"id": "k", "title": "Rédaction"}]
    value["professions"][0]["barriers"] = [{"id": "b", "title": "Tutorat"}]
    (profession,) = study_from_json(value).professions
    assert (profession.skills, profession.barriers) == ((Skill("k", "Rédaction"),), (Barrier("b", "Tutorat"),))
    assert list(SCHEMA.iter_errors(value)) == []


def test_links_are_read_in_any_order_and_an_intensity_of_0_is_no_link() -> None:
    value = study_to_json(skilled())
    links = value["professions"][0]["skills"][0]["links"]
    links.reverse()
    links.append({"task_id": "sec-3", "intensity": 0})
    assert study_from_json(value) == skilled()
    assert list(SCHEMA.iter_errors(value)) == []


def test_mechanisms_are_read_in_any_order() -> None:
    value = study_to_json(skilled())
    value["professions"][0]["barriers"][0]["against"] = ["non_acquisition", "atrophy"]
    (profession,) = study_from_json(value).professions
    assert profession.barriers[0].against == (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)


@pytest.mark.parametrize(
    ("spoil", "field", "problem"),
    [
        (put(*SKILLS, 0, "links", 0, "intensity", to=4), "links[0].intensity", Problem.JSON_OUT_OF_RANGE),
        (put(*SKILLS, 0, "links", 0, "intensity", to=-1), "links[0].intensity", Problem.JSON_OUT_OF_RANGE),
        (put(*SKILLS, 0, "links", 0, "intensity", to="x"), "links[0].intensity", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "links", 0, "intensity", to="3"), "links[0].intensity", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "links", 0, "intensity", to=1.5), "links[0].intensity", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "links", 0, "intensity", to=None), "links[0].intensity", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "links", 0, "task_id", to="gone"), "links[0].task_id", Problem.JSON_FIELD_REFUSED),
        (put(*SKILLS, 0, "links", 1, "task_id", to="sec-2"), "links[1].task_id", Problem.JSON_FIELD_REFUSED),
        (put(*SKILLS, 0, "links", 0, "stage", to="magic"), "links[0].stage", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "links", 0, "formative", to=1), "links[0].formative", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "links", 0, "weight", to=1), "links[0].weight", Problem.JSON_FIELD_UNKNOWN),
        (put(*SKILLS, 0, "links", to={}), "links", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "title", to=""), "title", Problem.JSON_FIELD_REFUSED),
        (put(*SKILLS, 0, "kind", to="magic"), "kind", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "criticality", to=0), "criticality", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "criticality", to=4), "criticality", Problem.JSON_OUT_OF_RANGE),
        (put(*SKILLS, 0, "retention", to="ever"), "retention", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "experienced", to=-1), "experienced", Problem.JSON_OUT_OF_RANGE),
        (put(*SKILLS, 0, "trainees", to=1.5), "trainees", Problem.JSON_WRONG_FIELD),
        (put(*SKILLS, 0, "baseline_hours", to=0), "baseline_hours", Problem.JSON_FIELD_REFUSED),
        (put(*SKILLS, 0, "baseline_hours", to=745), "baseline_hours", Problem.JSON_OUT_OF_RANGE),
        (put(*SKILLS, 0, "salary", to=1), "salary", Problem.JSON_FIELD_UNKNOWN),
    ],
)
def test_a_wrong_skill_is_refused_at_its_place(spoil: Spoil, field: str, problem: Problem) -> None:
    refused = refusal(spoil)
    assert (refused.problem, refused.values["field"]) == (problem, f"professions[0].skills[0].{field}")


@pytest.mark.parametrize(
    ("spoil", "field", "problem"),
    [
        (put(*BARRIER, "hours_per_month", to=0), "hours_per_month", Problem.JSON_FIELD_REFUSED),
        (put(*BARRIER, "hours_per_month", to=10_000), "hours_per_month", Problem.JSON_OUT_OF_RANGE),
        (put(*BARRIER, "hours_per_month", to=float("nan")), "hours_per_month", Problem.JSON_OUT_OF_RANGE),
        (put(*BARRIER, "team_hours", to=-1), "team_hours", Problem.JSON_OUT_OF_RANGE),
        (put(*BARRIER, "review", to="2026-01-04"), "review", Problem.JSON_FIELD_REFUSED),
        (put(*BARRIER, "review", to="demain"), "review", Problem.JSON_WRONG_FIELD),
        (put(*BARRIER, "start", to=20260105), "start", Problem.JSON_WRONG_FIELD),
        (put(*BARRIER, "skill_ids", to=["k1", "gone"]), "skill_ids", Problem.JSON_FIELD_REFUSED),
        (put(*BARRIER, "skill_ids", to=["k1", "k1"]), "skill_ids[1]", Problem.JSON_FIELD_REFUSED),
        (put(*BARRIER, "skill_ids", to="k1"), "skill_ids", Problem.JSON_WRONG_FIELD),
        (put(*BARRIER, "against", to=[]), "against", Problem.JSON_FIELD_REFUSED),
        (put(*BARRIER, "against", to=["mis_skilling"]), "against", Problem.JSON_FIELD_REFUSED),
        (put(*BARRIER, "against", to=["rust"]), "against[0]", Problem.JSON_WRONG_FIELD),
        (put(*BARRIER, "state", to="dreamt"), "state", Problem.JSON_WRONG_FIELD),
        (put(*BARRIER, "price", to=1), "price", Problem.JSON_FIELD_UNKNOWN),
    ],
)
def test_a_wrong_barrier_is_refused_at_its_place(spoil: Spoil, field: str, problem: Problem) -> None:
    refused = refusal(spoil)
    assert (refused.problem, refused.values["field"]) == (problem, f"professions[0].barriers[0].{field}")


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (put(*SKILLS, 1, "title", to="RÉDACTION"), "professions[0].skills[1].title"),
        (put(*SKILLS, 1, "id", to="k1"), "professions[0].skills[1].id"),
        (put("professions", 0, "barriers", 1, "title", to="rédaction SANS IA"), "professions[0].barriers[1].title"),
        (put("professions", 0, "barriers", 1, "id", to="b1"), "professions[0].barriers[1].id"),
        (put("professions", 0, "skills", to=None), "professions[0].skills"),
        (put("professions", 0, "tasks", 0, "human_validates", to="oui"), "professions[0].tasks[0].human_validates"),
        (put("exposure_rule", to="best"), "exposure_rule"),
        (put("exposure_rule", to="custom"), "custom_rates"),
    ],
)
def test_names_ids_and_rules_are_refused_at_their_place(spoil: Spoil, field: str) -> None:
    assert refusal(spoil).values["field"] == field


@pytest.mark.parametrize(("name", "thing"), [("skills", "k1"), ("barriers", "b1")])
def test_an_id_is_unique_in_the_whole_study(name: str, thing: str) -> None:
    value = study_to_json(skilled())
    value["professions"].append({"id": "p", "title": "Autre", "tasks": [], name: [{"id": thing, "title": "Autre"}]})
    with pytest.raises(ExchangeError) as error:
        study_from_json(value)
    assert error.value.values["field"] == f"professions[1].{name}[0].id"


def test_a_review_that_is_past_still_reads() -> None:
    value = study_to_json(skilled())
    value["professions"][0]["barriers"][0] |= {"start": "1999-01-01", "review": "1999-06-01"}
    assert study_from_json(value).professions[0].barriers[0].review == date(1999, 6, 1)


def test_a_refusal_says_what_is_wrong() -> None:
    words = labels.sentence(refusal(put(*SKILLS, 0, "links", 0, "intensity", to=4))).replace("\u00a0", " ")
    assert "« professions[0].skills[0].links[0].intensity » vaut 4" in words


def test_three_hundred_skills_come_back() -> None:
    (profession,) = builders.secretary().professions
    listed = tuple(Skill(f"k{number}", f"Compétence {number}") for number in range(300))
    study = replace(builders.secretary(), professions=(replace(profession, skills=listed),))
    assert study_from_json(study_to_json(study)) == study


def test_the_schema_describes_every_field_of_skills_and_barriers() -> None:
    value = study_to_json(skilled())
    profession, defined = value["professions"][0], DOCUMENTED["$defs"]
    assert set(profession["tasks"][0]) == set(defined["task"]["properties"])
    assert set(profession["skills"][0]) == set(defined["skill"]["properties"])
    assert set(profession["skills"][0]["links"][0]) == set(defined["link"]["properties"])
    assert set(profession["barriers"][0]) == set(defined["barrier"]["properties"])
    assert list(SCHEMA.iter_errors(value)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        put(*SKILLS, 0, "links", 0, "intensity", to=4),
        put(*SKILLS, 0, "criticality", to=0),
        put(*SKILLS, 0, "baseline_hours", to=0),
        put(*BARRIER, "hours_per_month", to=10_000),
        put(*BARRIER, "against", to=[]),
        put("exposure_rule", to="custom"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(spoil: Spoil) -> None:
    value = study_to_json(skilled())
    spoil(value)
    assert list(SCHEMA.iter_errors(value))
    with pytest.raises(ExchangeError):
        study_from_json(value)

"""The documented JSON Schemas: valid themselves, met by whatever the application writes, strict about what is wrong."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from impactapp.domain.analysis.checks import FindingCode
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.sensitivity import Assumption
from impactapp.domain.profession import Category
from impactapp.domain.skill import BarrierState, Criticality, Mechanism, Retention
from impactapp.domain.study import Study
from impactapp.exchange.results_json import results_to_json
from impactapp.exchange.study_json import study_from_json, study_to_json
from tests import builders
from tests.scenario_builders import projected
from tests.test_house import ROOT


def documented(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return schema


RESULTS_SCHEMA, STUDY_SCHEMA = documented("results"), documented("study")
RESULTS, STUDY = Draft202012Validator(RESULTS_SCHEMA), Draft202012Validator(STUDY_SCHEMA)


@given(builders.studies())
def test_whatever_is_written_meets_its_schema(study: Study) -> None:
    for schema, value in ((RESULTS, results_to_json(analyse(study))), (STUDY, study_to_json(study))):
        text = json.dumps(value, allow_nan=False)
        assert [error.message for error in schema.iter_errors(json.loads(text))] == []


def test_the_schemas_name_every_code() -> None:
    finding = RESULTS_SCHEMA["properties"]["findings"]["items"]["properties"]["code"]["enum"]
    assert set(finding) == set(FindingCode)
    sway = RESULTS_SCHEMA["$defs"]["scenario"]["properties"]["sensitivity"]["items"]["properties"]["assumption"]
    assert set(sway["enum"]) == set(Assumption)
    for schema in (RESULTS_SCHEMA, STUDY_SCHEMA):
        assert set(schema["$defs"]["profession"]["properties"]["category"]["enum"]) == set(Category)
    defined = RESULTS_SCHEMA["$defs"]
    assert set(defined["skill"]["properties"]["criticality"]["enum"]) == set(Criticality)
    assert set(defined["skill"]["properties"]["retention"]["enum"]) == set(Retention)
    assert set(defined["barrier"]["properties"]["state"]["enum"]) == set(BarrierState)
    assert set(defined["exposures"]["properties"]) == set(Mechanism)


def test_the_schemas_describe_every_field_that_is_written() -> None:
    results = results_to_json(analyse(builders.skilled()))
    profession, defined = results["professions"][0], RESULTS_SCHEMA["$defs"]
    scenario = results_to_json(analyse(projected()))["study"]["scenarios"][0]
    assert set(scenario) == set(defined["scenario"]["properties"])
    assert set(scenario["years"][0]) == set(defined["scenario"]["properties"]["years"]["items"]["properties"])
    assert set(results["study"]) == set(RESULTS_SCHEMA["properties"]["study"]["properties"])
    assert set(profession["skills"][0]) == set(defined["skill"]["properties"])
    assert set(profession["skills"][0]["exposure"]) == set(defined["exposures"]["properties"])
    assert set(profession["barriers"][0]) == set(defined["barrier"]["properties"])
    assert set(profession) == set(defined["profession"]["properties"])
    assert set(profession["tasks"][0]) == set(defined["task"]["properties"])
    whole = study_to_json(builders.secretary())
    assert set(whole) == set(STUDY_SCHEMA["properties"])
    assert set(whole["professions"][0]) == set(STUDY_SCHEMA["$defs"]["profession"]["properties"])


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("professions", 0, "tasks", 0, "substitution", "low"), "Fort"),
        (("professions", 0, "rate", "low"), 40),
        (("professions", 0, "rate", "rule"), "montaigne"),
        (("professions", 0, "counts", "low", "fort"), -1),
        (("professions", 0, "tasks", 0, "id"), None),
        (("version",), 2),
        (("study", "title"), ""),
        (("study", "exposure_rule"), "montaigne"),
        (("professions", 0, "skills", 0, "criticality"), 4),
        (("professions", 0, "skills", 0, "retention"), "Mixte"),
        (("professions", 0, "skills", 0, "class", "atrophy", "low"), "Fort"),
        (("professions", 0, "skills", 0, "exposure", "mis_skilling", "high"), 1.2),
        (("professions", 0, "skills", 0, "residual"), None),
        (("professions", 0, "skills", 0, "basis"), 50),
        (("professions", 0, "barriers", 0, "hours_per_month"), 0),
        (("professions", 0, "barriers", 0, "state"), "en place"),
    ],
)
def test_the_schema_of_results_refuses_what_is_wrong(path: tuple[Any, ...], wrong: object) -> None:
    value = changed(results_to_json(analyse(builders.skilled())), path, wrong)
    assert not RESULTS.is_valid(value)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("professions", 0, "tasks", 0, "share"), 1.5),
        (("professions", 0, "tasks", 0, "low", "substitution", "level"), "Fort"),
        (("professions", 0, "tasks", 0, "extra"), 1),
        (("professions", 0, "fte"), -1),
        (("professions", 0, "headcount"), 1.5),
        (("rule",), "custom"),
        (("day",), "22/11/2026"),
        (("title",), ""),
        (("professions", 0, "category"), "unknown"),
        (("format",), "impactapp/results"),
    ],
)
def test_the_schema_of_studies_and_the_reader_refuse_the_same(path: tuple[Any, ...], wrong: object) -> None:
    value = changed(study_to_json(builders.secretary()), path, wrong)
    assert not STUDY.is_valid(value)
    with pytest.raises(Exception, match=r"^json_(wrong_field|field_unknown|field_refused|out_of_range)"):
        study_from_json(value)


def changed(value: dict[str, Any], path: tuple[Any, ...], wrong: object) -> dict[str, Any]:
    """A copy with one value replaced."""
    copy = deepcopy(value)
    at: Any = copy
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = wrong
    return copy

"""A whole study goes to JSON and comes back the same; what is not a study of ours is refused at its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from impactapp import labels
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.study_json import read_study_json, study_from_json, study_to_json, write_study_json
from tests import builders
from tests.exchange.cases import complete, three_professions

Spoil = Callable[[dict[str, Any]], Any]
FIELD_PROBLEMS = {
    Problem.JSON_WRONG_FIELD,
    Problem.JSON_FIELD_REFUSED,
    Problem.JSON_FIELD_UNKNOWN,
    Problem.JSON_OUT_OF_RANGE,
}


def refused(value: object) -> tuple[Problem, str]:
    with pytest.raises(ExchangeError) as error:
        study_from_json(value, "s.json")
    assert error.value.values["path"] == "s.json"
    return error.value.problem, error.value.values.get("field", "")


def spoiled(spoil: Spoil) -> dict[str, Any]:
    value = study_to_json(complete())
    spoil(value)
    return value


def put(*path: str | int, to: Any) -> Spoil:
    def spoil(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        value[path[-1]] = to

    return spoil


@pytest.mark.parametrize("study", [complete(), builders.secretary(), builders.study(), three_professions()])
def test_a_study_comes_back_the_same(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "study.json"
    write_study_json(study, path)
    assert read_study_json(path) == study


@given(builders.studies())
def test_any_study_round_trips_through_the_gates(study: Study) -> None:
    once = study_from_json(study_to_json(study))
    again = study_from_json(json.loads(json.dumps(study_to_json(once))))
    assert again == once
    assert [p.tasks == q.tasks for p, q in zip(once.professions, again.professions, strict=True)].count(False) == 0


def test_the_same_study_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    write_study_json(complete(), one)
    write_study_json(read_study_json(one), two)
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(b'{\n  "format": "impactapp/study",\n  "version": 1,\n')
    assert "Étude".encode() in one.read_bytes()


def test_a_short_hand_written_study_is_enough() -> None:
    value = {"format": "impactapp/study", "version": 1, "id": "s", "title": "Étude", "professions": []}
    assert study_from_json(value) == Study("s", "Étude")


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (put("format", to="autre"), "format"),
        (put("version", to=0), "version"),
        (put("version", to=True), "version"),
        (put("version", to="1"), "version"),
        (put("id", to=" s"), "id"),
        (put("id", to=""), "id"),
        (put("title", to=""), "title"),
        (put("title", to="x" * 501), "title"),
        (put("title", to=None), "title"),
        (put("purpose", to="\ud800"), "purpose"),
        (put("day", to="22/11/2026"), "day"),
        (put("day", to="20261122"), "day"),
        (put("day", to=20261122), "day"),
        (put("rule", to="best"), "rule"),
        (put("custom_rates", to=None), "custom_rates"),
        (put("custom_rates", "fort", to=0.2), "custom_rates"),
        (put("custom_rates", "fort", to=1.5), "custom_rates.fort"),
        (put("custom_rates", "fort", to=None), "custom_rates.fort"),
        (put("definitions", "autre", to=""), "definitions.autre"),
        (put("note", to="?"), "note"),
        (put("professions", to={}), "professions"),
        (put("professions", 0, to="Secrétaire"), "professions[0]"),
        (put("professions", 1, "category", to="vip"), "professions[1].category"),
        (put("professions", 1, "id", to="p-1"), "professions[1].id"),
        (put("professions", 1, "title", to="SECRÉTAIRE MÉDICALE"), "professions[1].title"),
        (put("professions", 0, "headcount", to=1.5), "professions[0].headcount"),
        (put("professions", 0, "headcount", to=-1), "professions[0].headcount"),
        (put("professions", 0, "headcount", to=True), "professions[0].headcount"),
        (put("professions", 0, "fte", to=float("nan")), "professions[0].fte"),
        (put("professions", 0, "fte", to=float("inf")), "professions[0].fte"),
        (put("professions", 0, "fte", to="30"), "professions[0].fte"),
        (put("professions", 0, "rome", to="M1609"), "professions[0].rome"),
        (put("professions", 0, "rome", 0, to=""), "professions[0].rome[0]"),
        (put("professions", 0, "tasks", 1, "share", to=1.01), "professions[0].tasks[1].share"),
        (put("professions", 0, "tasks", 1, "share", to=True), "professions[0].tasks[1].share"),
        (put("professions", 0, "tasks", 1, "share", to=-(10**400)), "professions[0].tasks[1].share"),
        (put("professions", 0, "tasks", 1, "id", to="crit"), "professions[0].tasks[1].id"),
        (put("professions", 0, "tasks", 1, "title", to="activité À critères"), "professions[0].tasks[1].title"),
        (
            put("professions", 0, "tasks", 1, "high", "substitution", "level", to="faible"),
            "professions[0].tasks[1].high.substitution",
        ),
        (
            put("professions", 0, "tasks", 0, "low", "maturity", "level", to="Fort"),
            "professions[0].tasks[0].low.maturity.level",
        ),
        (put("professions", 0, "tasks", 0, "low", "cost", to=None), "professions[0].tasks[0].low.cost"),
    ],
)
def test_a_wrong_field_is_refused_at_its_place(spoil: Spoil, field: str) -> None:
    problem, place = refused(spoiled(spoil))
    assert place == field
    assert problem in FIELD_PROBLEMS


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (put("professions", 1, "title", to="SECRÉTAIRE MÉDICALE"), "« SECRÉTAIRE MÉDICALE » existe déjà"),
        (put("professions", 1, "id", to="p-1"), "le même identifiant (p-1)"),
        (put("professions", 0, "tasks", 1, "id", to="crit"), "le même identifiant (crit)"),
        (put("title", to="x" * 10_000), "10000 caractères"),
        (put("professions", 0, "tasks", 1, "share", to=120), "vaut 120, alors qu’il va de 0 à 1 "),
        (put("professions", 0, "headcount", to=-1), "vaut -1, alors qu’il va de 0 à 1 000 000 "),
        (put("note", to="?"), "le champ « note » n’est pas connu"),
        (
            put("professions", 0, "tasks", 1, "high", "substitution", "level", to="faible"),
            "l’hypothèse haute (Faible) ne peut pas être inférieure",
        ),
        (put("custom_rates", "fort", to=0.2), "Les trois taux"),
        (put("custom_rates", to=None), "La règle du groupe"),
        (put("professions", 0, "category", to="vip"), "manque ou est erroné"),
    ],
)
def test_a_refusal_says_what_is_wrong(spoil: Spoil, said: str) -> None:
    with pytest.raises(ExchangeError) as error:
        study_from_json(spoiled(spoil), "s.json")
    words = labels.sentence(error.value).replace("\u00a0", " ").replace("\u202f", " ")
    assert words.startswith("« s.json » : le champ «")
    assert said in words


def test_a_task_id_is_unique_in_the_whole_study() -> None:
    value = study_to_json(complete())
    value["professions"][1]["tasks"] = [{"id": "crit", "title": "Autre"}]
    assert refused(value) == (Problem.JSON_FIELD_REFUSED, "professions[1].tasks[0].id")


def test_a_task_that_names_its_high_criterion_below_the_low_one_is_refused() -> None:
    value = study_to_json(complete())
    value["professions"][0]["tasks"][0]["high"]["maturity"]["level"] = "faible"
    assert refused(value) == (Problem.JSON_FIELD_REFUSED, "professions[0].tasks[0].high.maturity")


def test_a_newer_version_is_said_to_be_newer() -> None:
    assert refused({"format": "impactapp/study", "version": 2, "anything": 1})[0] is Problem.JSON_NEWER


@pytest.mark.parametrize("value", [None, [], "study", 1, {}])
def test_what_is_no_study_at_all_is_refused(value: object) -> None:
    assert refused(value) == (Problem.JSON_WRONG_FIELD, "format")


def test_words_pass_the_gate_of_the_edits() -> None:
    value = study_to_json(complete()) | {"title": " Étude\x0bdes\x00 métiers ", "purpose": "a\r\nb"}
    read = study_from_json(value)
    assert (read.title, read.purpose) == ("Étude des métiers", "a\nb")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'{\n"format": }', "2"),
        (b"{\n\n\xff}", "3"),
        (b"", "1"),
        (b"[" * 200_000, "1"),
        (b"1" * 5000, "1"),
    ],
)
def test_a_file_that_is_no_json_is_refused_with_its_line(tmp_path: Path, content: bytes, line: str) -> None:
    path = tmp_path / "s.json"
    path.write_bytes(content)
    with pytest.raises(ExchangeError) as error:
        read_study_json(path)
    assert error.value.problem is Problem.JSON_UNREADABLE
    assert error.value.values == {"path": str(path), "line": line}


def test_a_field_said_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_text('{"format": "impactapp/study", "title": "a", "title": "b"}', encoding="utf-8")
    with pytest.raises(ExchangeError) as error:
        read_study_json(path)
    assert error.value.problem is Problem.JSON_FIELD_TWICE
    assert error.value.values["field"] == "title"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_text(json.dumps(study_to_json(complete())), encoding="utf-8-sig")
    assert read_study_json(path) == complete()


@pytest.mark.parametrize(("name", "problem"), [("none.json", Problem.FILE_MISSING), (".", Problem.DISK_ERROR)])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str, problem: Problem) -> None:
    with pytest.raises(ExchangeError) as error:
        read_study_json(tmp_path / name)
    assert error.value.problem is problem

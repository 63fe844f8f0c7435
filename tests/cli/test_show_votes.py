"""`show --json` and `check` on sittings: votes that may be shown, the agenda, alpha, and the remark on the panel."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from impactapp.domain.analysis.reliability import alpha_ordinal
from impactapp.domain.edits import votes
from impactapp.domain.edits.edit import Edit
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.study import Origin, Study
from impactapp.domain.workshop import Counts, Protocol, Question, Scope
from tests.cli.ballots import SITTING, STUDY, written
from tests.cli.conftest import Run
from tests.test_house import ROOT

LOW, HIGH = (Question(Aspect.SUBSTITUTION, hypothesis) for hypothesis in Hypothesis)
SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/schema/results.schema.json").read_text(encoding="utf-8")))
TWO_ROUNDS = (
    votes.count_hands(SITTING, "sec-1", LOW, "g1", Counts(0, 8, 0)),
    votes.count_hands(SITTING, "sec-8", LOW, "g1", Counts(4, 0, 4)),
    votes.count_hands(SITTING, "sec-8", HIGH, "g2", Counts(1, 0, 2)),
    votes.new_round(SITTING, "sec-8"),
    votes.count_hands(SITTING, "sec-8", LOW, "g1", Counts(1, 7, 0)),
)


def after(edits: Sequence[Edit], study: Study = STUDY) -> Study:
    for edit in edits:
        study = edit.change(study)
    return study


def shown(run: Run, study: Study) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("show", written(study), "--json").out)
    assert [error.message for error in SCHEMA.iter_errors(answer)] == []
    (profession,) = answer["professions"]
    assert isinstance(profession, dict)
    return profession


def test_a_task_has_its_votes_by_round_and_hypothesis(run: Run) -> None:
    found = shown(run, after(TWO_ROUNDS))["tasks"][7]["votes"]
    assert [(one["round"], one["hypothesis"], one["criterion"]) for one in found] == [
        (1, "low", "substitution"),
        (1, "high", "substitution"),
        (2, "low", "substitution"),
    ]
    assert found[0]["counts"] == {"faible": 4, "moyen": 0, "fort": 4}
    assert found[0]["consensus"] == 0
    assert found[2]["consensus"] == pytest.approx(0.81477, abs=5e-6)


def test_what_may_not_be_shown_is_null(run: Run) -> None:
    found = shown(run, after(TWO_ROUNDS))["tasks"][7]["votes"][1]
    assert (found["counts"], found["consensus"]) == (None, None)


def test_a_vote_asked_once_has_no_hypothesis(run: Run) -> None:
    once = replace(SITTING, protocol=Protocol(scope=Scope.SUBSTITUTION_ONCE))
    cast = votes.count_hands(once, "sec-8", Question(Aspect.SUBSTITUTION), "g1", Counts(0, 4, 4))
    (found,) = shown(run, after([cast], replace(STUDY, sittings=(once,))))["tasks"][7]["votes"]
    assert found["hypothesis"] is None


def test_a_profession_has_its_agenda_alpha_and_sitting(run: Run) -> None:
    profession = shown(run, after(TWO_ROUNDS))
    assert profession["sitting"] == {"title": "Séance 1", "day": "2026-11-22", "simulated": False}
    assert [item["task"] for item in profession["agenda"][:2]] == ["sec-8", "sec-1"]
    assert profession["agenda"][0]["score"] == pytest.approx((1 - 0.81477) * 0.1, abs=5e-6)
    assert len(profession["agenda"]) == 10
    assert profession["alpha"] == pytest.approx(alpha_ordinal([(0, 8, 0), (4, 0, 4)]))


def test_few_voters_give_no_consensus_and_no_alpha(run: Run) -> None:
    few = [
        votes.count_hands(SITTING, task_id, LOW, "g2", counts)
        for task_id, counts in (("sec-1", Counts(3, 0, 0)), ("sec-8", Counts(0, 0, 3)))
    ]
    profession = shown(run, after(few))
    assert profession["alpha"] is None
    assert {item["consensus"] for item in profession["agenda"]} == {None}


def test_a_study_without_sittings_has_none(run: Run) -> None:
    profession = shown(run, replace(STUDY, sittings=()))
    assert (profession["sitting"], profession["agenda"], profession["alpha"]) == (None, [], None)
    assert {len(task["votes"]) for task in profession["tasks"]} == {0}


def test_training_is_left_out_of_the_results_and_made_up_votes_are_marked(run: Run) -> None:
    demonstration = replace(STUDY, origin=Origin.DEMONSTRATION)
    training, made_up = replace(SITTING, is_training=True), replace(SITTING, is_simulated=True)
    profession = shown(run, after(TWO_ROUNDS, replace(demonstration, sittings=(training,))))
    assert (profession["sitting"], profession["agenda"]) == (None, [])
    profession = shown(run, after(TWO_ROUNDS, replace(demonstration, sittings=(made_up,))))
    assert profession["sitting"]["simulated"] is True


def test_check_remarks_a_panel_that_lacks_somebody(run: Run) -> None:
    alone = replace(STUDY, sittings=(replace(SITTING, groups=SITTING.groups[:1]),))
    said = run("check", written(alone)).out.replace("\u00a0", " ")
    assert "Séance 1 — Prévoyez au moins un représentant du personnel." in said
    assert "Prévoyez" not in run("check", written()).out


def test_alpha_needs_two_questions_to_compare(run: Run) -> None:
    assert shown(run, after(TWO_ROUNDS[1:2]))["alpha"] is None


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("round", 0), ("hypothesis", "both"), ("criterion", "cost"), ("counts", {"faible": -1}), ("consensus", 1.2)],
)
def test_the_schema_refuses_a_wrong_vote(run: Run, field: str, wrong: object) -> None:
    answer = json.loads(run("show", written(after(TWO_ROUNDS)), "--json").out)
    assert SCHEMA.is_valid(answer)
    answer["professions"][0]["tasks"][7]["votes"][0][field] = wrong
    assert not SCHEMA.is_valid(answer)

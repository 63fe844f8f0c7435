"""The results in JSON have the documented shape and the published figures."""

import json
from dataclasses import replace

import pytest

from impactapp.domain.analysis.results import analyse
from impactapp.domain.rule import Rule
from impactapp.exchange.results_json import results_to_json
from tests import builders
from tests.exchange.cases import by_time, complete, custom, partly_rated


def test_the_secretary_case_has_the_published_figures() -> None:
    made = results_to_json(analyse(builders.secretary()))
    assert (made["format"], made["version"]) == ("impactapp/results", 1)
    assert {name: made["study"][name] for name in ("title", "rule", "weighting", "exposure_rule")} == {
        "title": "Secrétaire médicale",
        "rule": "share_of_fort",
        "weighting": "equal",
        "exposure_rule": "weighted",
    }
    (profession,) = made["professions"]
    assert profession["rates"] == {
        "share_of_fort": {"low": 0.4, "high": 0.6},
        "weighted": {"low": 0.6, "high": 0.7},
        "three_quarters": {"low": 0.55, "high": 0.6},
    }
    assert profession["counts"] == {
        "low": {"faible": 2, "moyen": 4, "fort": 4},
        "high": {"faible": 2, "moyen": 2, "fort": 6},
    }
    assert profession["rate"] == {"rule": "share_of_fort", "low": 0.4, "high": 0.6}
    assert profession["interval"] == {"low": 0.4, "high": 0.7}
    assert profession["fte_exposed"] == {"low": 12.0, "high": 18.0}
    assert (profession["code"], profession["category"]) == ("secretaire-medicale", "administrative")
    assert (profession["headcount"], profession["fte"]) == (34, 30.0)


def test_time_shares_give_the_figures_of_the_method() -> None:
    (profession,) = results_to_json(analyse(by_time(builders.secretary())))["professions"]
    assert profession["rate"]["low"] == 0.6
    assert profession["rate"]["high"] == pytest.approx(0.7333, abs=5e-5)
    assert profession["tasks"][5]["weight"] == 0.4


def test_a_task_says_its_criteria_proposal_decision_and_leverage() -> None:
    (task,) = results_to_json(analyse(replace(complete())))["professions"][0]["tasks"][:1]
    assert task == {
        "id": "crit",
        "title": "Activité à critères",
        "share": 0.125,
        "weight": 0.125,
        "criteria": {
            "low": {"maturity": "moyen", "acceptability": "fort", "roi": "fort"},
            "high": {"maturity": "fort", "acceptability": "fort", "roi": "fort"},
        },
        "proposal": {"low": "moyen", "high": "fort"},
        "substitution": {"low": "faible", "high": "fort"},
        "leverage": {"low": 0.05, "high": 0.05},
        "votes": [],
    }


def test_figures_carry_no_noise_of_binary_sums() -> None:
    text = json.dumps(results_to_json(analyse(custom(builders.secretary()))))
    assert "0000000" not in text
    assert "9999999" not in text


def test_a_custom_rule_with_rates_is_among_the_rates() -> None:
    (profession,) = results_to_json(analyse(custom(builders.secretary())))["professions"]
    assert profession["rate"] == {"rule": Rule.CUSTOM.value, **profession["rates"]["custom"]}


def test_what_is_not_known_is_null_and_found() -> None:
    made = results_to_json(analyse(partly_rated()))
    assert made["professions"][0]["rate"] == {"rule": "share_of_fort", "low": 0.4, "high": None}
    assert made["professions"][0]["fte_exposed"] == {"low": None, "high": None}
    unrated = [finding for finding in made["findings"] if finding["code"] == "unrated"]
    assert len(unrated) == 3
    assert set(unrated[0]) == {"code", "where", "message"}
    assert "hypothèse haute" in unrated[0]["where"]


def test_the_skills_have_the_figures_of_the_method() -> None:
    (profession,) = results_to_json(analyse(builders.skilled()))["professions"]
    writing, patients, filing = profession["skills"]
    assert list(writing) == [
        *("id", "title", "criticality", "retention", "practice", "exposure", "class", "residual", "basis")
    ]
    assert writing["exposure"]["atrophy"] == {"low": pytest.approx(0.9286, abs=5e-5), "high": pytest.approx(13 / 14)}
    assert writing["practice"] == {"low": pytest.approx(1 / 14), "high": pytest.approx(1 / 14)}
    assert writing["residual"]["atrophy"]["high"] == pytest.approx(13 / 14 - 12 / 40)
    assert writing["class"] == {
        "atrophy": {"low": "fort", "high": "fort"},
        "non_acquisition": {"low": "fort", "high": "fort"},
        "mis_skilling": {"low": "moyen", "high": "moyen"},
    }
    assert (writing["id"], writing["criticality"], writing["retention"], writing["basis"]) == ("k1", 3, "accuracy", 1.0)
    assert patients["exposure"]["atrophy"] == {
        "low": pytest.approx(0.2143, abs=5e-5),
        "high": pytest.approx(0.4286, abs=5e-5),
    }
    assert patients["class"]["atrophy"] == {"low": "faible", "high": "moyen"}
    nothing = {"low": None, "high": None}
    assert filing["basis"] is None
    assert filing["practice"] == nothing
    for name in ("exposure", "class", "residual"):
        assert filing[name] == {"atrophy": nothing, "non_acquisition": nothing, "mis_skilling": nothing}


def test_the_barriers_say_which_skills_they_keep() -> None:
    (profession,) = results_to_json(analyse(builders.skilled()))["professions"]
    assert profession["barriers"] == [
        {"id": "b1", "title": "Rédaction sans IA", "skills": ["k1"], "hours_per_month": 12.0, "state": "in_place"}
    ]


def test_a_skill_rated_on_less_than_half_of_its_practice_has_its_basis_and_no_figure() -> None:
    study = builders.skilled()
    made = study.professions[0]
    tasks = tuple(replace(task, high=builders.decided(None)) if task.id == "sec-2" else task for task in made.tasks)
    unrated = replace(tasks[5], low=builders.decided(None))
    found = replace(made, tasks=(*tasks[:5], unrated, *tasks[6:]))
    skill = results_to_json(analyse(replace(study, professions=(found,))))["professions"][0]["skills"][0]
    assert skill["basis"] == pytest.approx(1 / 7)
    assert skill["exposure"]["atrophy"] == {"low": None, "high": None}


def test_figures_on_skills_carry_no_noise_of_binary_sums() -> None:
    assert '"low": 0.071428571429' in json.dumps(results_to_json(analyse(builders.skilled())))

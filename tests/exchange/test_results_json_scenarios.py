"""Scenarios in the JSON of results, and in a CSV file of their own."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from impactapp.domain.analysis.results import analyse
from impactapp.domain.scenario import Adoption
from impactapp.exchange.csv_tables import write_csv
from impactapp.exchange.results_json import results_to_json
from tests import builders
from tests.scenario_builders import SIMPLE, projected, secretary
from tests.staff_builders import STATED


def scenarios(*asked: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = results_to_json(analyse(secretary(*asked)))["study"]["scenarios"]
    return found


def test_a_study_without_scenario_has_an_empty_list() -> None:
    assert scenarios() == []


def test_a_scenario_says_its_settings_and_its_years() -> None:
    (found,) = scenarios(SIMPLE)
    assert [found[name] for name in ("title", "horizon", "adoption", "rule", "control", "training", "drills")] == [
        *("Simple", 4, "linear", "share_of_fort", 0.1, 0.01, 0.0)
    ]
    assert found["unset"] == []
    assert found["years"][3] == {
        "year": 4,
        "adoption": 1.0,
        "gross": {"low": 12.0, "high": 18.0},
        "control": {"low": 1.2, "high": 1.8},
        "training": 0.3,
        "drills": 0.0,
        "net": {"low": 10.5, "high": 15.9},
        "departures": 6.0,
    }
    assert found["professions"][0]["net"] == {"low": 10.5, "high": 15.9}
    assert found["uses"][0] == {"title": "Accueil", "share": 0.25, "fte": {"low": 2.625, "high": 3.975}}


def test_a_curve_of_the_group_without_a_year_leaves_no_time_at_all() -> None:
    (found,) = scenarios(replace(SIMPLE, adoption=Adoption.STATED))
    assert found["unset"] == ["adoption"]
    assert {year["adoption"] for year in found["years"]} == {None}
    assert all(year[time] == {"low": None, "high": None} for year in found["years"] for time in ("gross", "net"))
    assert found["sensitivity"] == []


def test_what_is_not_set_leaves_no_net_and_nothing_ranked() -> None:
    (found,) = scenarios(STATED)
    assert found["unset"] == ["control", "training", "drills"]
    assert found["stated"] == [0.1, 0.25, 0.6]
    assert all(year["net"] == {"low": None, "high": None} for year in found["years"])
    assert found["sensitivity"] == []


def test_who_is_left_out_and_who_is_too_small_is_named() -> None:
    found = results_to_json(analyse(projected()))["study"]["scenarios"][0]
    assert found["left_out"] == [
        {"profession": "Agent", "why": "rate"},
        {"profession": "Technicien", "why": "fte"},
    ]
    (small,) = found["small_teams"]
    assert (small["profession"], small["unit"]) == ("Psychologue", None)
    assert small["most"] == pytest.approx(0.432)
    spans = [one["span"] for one in found["sensitivity"]]
    assert spans == sorted(spans, reverse=True)


def test_the_csv_of_scenarios_has_a_row_a_year_with_its_settings(tmp_path: Path) -> None:
    written = write_csv(analyse(secretary(SIMPLE, STATED)), tmp_path / "étude.csv")
    assert [path.name for path in written] == ["étude.csv", "étude.scénarios.csv"]
    with written[1].open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";")
    assert len(rows) == 4 + 3
    first = dict(zip(header, rows[0], strict=True))
    assert (first["Scénario"], first["Année"], first["Adoption (%)"]) == ("Simple", "1", "25")
    assert (first["Brut, hypothèse haute"], first["Net, hypothèse haute"]) == ("4,5", "3,75")
    unset = dict(zip(header, rows[-1], strict=True))
    assert (unset["Contrôle humain (%)"], unset["Net, hypothèse basse"]) == ("", "")


def test_a_study_without_scenario_writes_no_file_for_them(tmp_path: Path) -> None:
    assert len(write_csv(analyse(builders.secretary()), tmp_path / "étude.csv")) == 1

"""Staff and scenarios in the whole-study JSON: complete, and what makes no sense is refused where it stands."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.study_json import study_from_json, study_to_json
from impactapp.labels import sentence
from tests import builders, staff_builders

PERSON = builders.secretary().professions[0].id
STUDY = replace(
    builders.secretary(),
    staffing=staff_builders.staffing(PERSON),
    scenarios=(staff_builders.PRUDENT, staff_builders.STATED),
)
WHOLE = study_to_json(STUDY)


def test_what_is_written_is_read_back() -> None:
    assert study_from_json(WHOLE) == STUDY


def test_who_says_nothing_of_staff_reads_as_before() -> None:
    silent = {name: value for name, value in WHOLE.items() if name not in ("staffing", "scenarios")}
    assert study_from_json(silent) == builders.secretary()


def test_a_service_may_be_listed_before_its_site() -> None:
    turned = deepcopy(WHOLE)
    turned["staffing"]["units"].reverse()
    assert study_from_json(turned).staffing.units == tuple(reversed(STUDY.staffing.units))


def test_staff_of_which_nothing_is_said_is_left_out() -> None:
    empty = deepcopy(WHOLE)
    empty["staffing"]["lines"].append({"profession_id": PERSON, "unit_id": staff_builders.NORTH.id})
    assert study_from_json(empty) == STUDY


@pytest.mark.parametrize(
    ("place", "value", "named"),
    [
        (("staffing", "units", 1, "site_id"), "?", "staffing.units[1]"),
        (("staffing", "units", 1, "title"), " ", "staffing.units[1].title"),
        (("staffing", "units", 2, "id"), "u-ward", "staffing.units[2]"),
        (("staffing", "lines", 0, "unit_id"), "?", "staffing.lines[0]"),
        (("staffing", "lines", 0, "headcount"), -1, "staffing.lines[0].headcount"),
        (("staffing", "lines", 1, "unit_id"), "u-ward", "staffing.lines[1]"),
        (("staffing", "census", "year"), 24, "staffing.census"),
        (("staffing", "census", "lines", 1, "code"), "AUTADM", "staffing.census"),
        (("scenarios", 0, "horizon"), 200, "scenarios[0]"),
        (("scenarios", 0, "control"), 1.5, "scenarios[0].control"),
        (("scenarios", 1, "stated", 0), 0.9, "scenarios[1]"),
        (("scenarios", 1, "title"), "prudent", "scenarios[1]"),
        (("scenarios", 0, "uses", 1, "share"), 0.6, "scenarios[0]"),
    ],
)
def test_what_makes_no_sense_is_refused_where_it_stands(
    place: tuple[str | int, ...], value: object, named: str
) -> None:
    wrong: Any = deepcopy(WHOLE)
    at = wrong
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = value
    with pytest.raises(ExchangeError) as caught:
        study_from_json(wrong, "etude.json")
    assert caught.value.values["field"] == named
    assert "etude.json" in sentence(caught.value)

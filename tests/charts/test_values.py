"""The values of each figure as a table: one number a cell, the same numbers as the figure says in words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from impactapp.charts.catalogue import ALL_CHARTS, text_alternative
from impactapp.charts.subject import Subject
from impactapp.charts.value_cells import Number
from impactapp.charts.values import values
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.analysis.timeline import RateOn
from impactapp.domain.level import Level
from tests import builders, scenario_builders
from tests.staff_builders import PRUDENT, STATED

SUBJECT = Subject("sec", "k1", history=(RateOn(date(2026, 1, 5), Interval(0.4, None)),))


def told() -> Results:
    """The secretary with skills and a scenario."""
    return analyse(replace(builders.skilled(), scenarios=(PRUDENT,)))


def rows(name: str, results: Results, subject: Subject = SUBJECT) -> list[list[str]]:
    """The table with its head, as it is read."""
    found = values(name, results, subject)
    assert found is not None
    return [list(found.head), *([str(getattr(cell, "text", cell)) for cell in row] for row in found.rows)]


@pytest.mark.parametrize("name", ALL_CHARTS)
def test_every_figure_has_values_under_as_many_headings(name: str) -> None:
    found = values(name, told(), SUBJECT)
    assert found is not None
    assert found.rows
    assert {len(row) for row in found.rows} == {len(found.head)}
    assert len({*found.head}) == len(found.head)


@pytest.mark.parametrize("name", ALL_CHARTS)
def test_a_figure_with_nothing_to_draw_has_no_values(name: str) -> None:
    assert values(name, analyse(builders.study()), Subject()) is None


@pytest.mark.parametrize("name", ["exposure", "portfolio", "fan", "time_by_profession", "retention", "skill_practice"])
def test_the_numbers_are_those_that_the_figure_says_in_words(name: str) -> None:
    results = told()
    words = re.sub(r"[\s\u00a0\u202f]", " ", text_alternative(name, results, SUBJECT))
    found = values(name, results, SUBJECT)
    assert found is not None
    numbers = {cell.text for row in found.rows for cell in row if isinstance(cell, Number)}
    said = {number for number in numbers if number.replace("\u00a0", " ").replace("−", "").removesuffix(" %") in words}
    # a curve says only some of its months in words
    assert len(said) > len(numbers) * 0.4


def test_the_matrix_is_levels_by_activity() -> None:
    found = values("matrix", told(), SUBJECT)
    assert found is not None
    assert found.head == ("Activité", "Hypothèse basse", "Hypothèse haute")
    assert found.rows[0][1:] == (Level.MOYEN, Level.FORT)


def test_low_and_high_are_apart_and_what_is_unknown_is_empty() -> None:
    assert rows("timeline", told())[1] == ["5\u00a0janvier\u00a02026", "40\u00a0%", ""]
    by_title = {row[0]: row[1:] for row in rows("portfolio", analyse(scenario_builders.projected()))[1:]}
    assert by_title["Secrétaire médicale"] == ["30", "40\u00a0%", "60\u00a0%", "12", "18"]
    assert by_title["Technicien"][0] == ""
    assert by_title["Agent"][2:] == ["", "50", ""]


def test_a_scenario_without_all_its_costs_has_no_net() -> None:
    bridge = {row[0]: row[1:] for row in rows("bridge", analyse(scenario_builders.secretary(STATED)))[1:]}
    assert bridge["Net"] == ["", ""]
    assert bridge["Brut"] == ["7,2", "11"]


def test_the_leverage_is_in_points_without_their_unit() -> None:
    assert {row[1] for row in rows("leverage", told())[1:]} == {"0", "10"}
    assert "Points de taux" in rows("leverage", told())[0][1]


def test_the_practice_is_that_of_the_skill_asked_for() -> None:
    assert {row[0] for row in rows("skill_practice", told())[1:]} == {"Rédaction"}
    assert len({row[0] for row in rows("skill_flow", told())[1:]}) == 2


def test_a_study_without_skills_or_with_an_unknown_profession_has_none() -> None:
    assert values("matrix", told(), Subject("nobody")) is None
    assert values("retention", analyse(builders.secretary()), SUBJECT) is None


def test_retention_starts_whole_and_ends_after_a_year() -> None:
    found = rows("retention", told())
    assert found[1] == ["0", "100\u00a0%", "100\u00a0%"]
    assert found[-1] == ["12", "28\u00a0%", "8\u00a0%"]

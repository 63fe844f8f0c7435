"""Dots of the map of skills: each at its value, none over another."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from impactapp.charts.map_panel import APART, MOVED_APART, RADIUS, panel_of
from impactapp.charts.map_places import Place, Spot, lane_count, places
from impactapp.domain.analysis.results import analyse
from impactapp.domain.level import Hypothesis
from impactapp.domain.skill import Mechanism
from tests.charts.skill_studies import alike, many_skills

BANDS = ((0.0, 130.0), (130.0, 260.0), (260.0, 400.0))


@st.composite
def spots(draw: st.DrawFn) -> list[Spot]:
    """Dots that stand still, or move at least as far as two of them need."""
    made = []
    for number in range(draw(st.integers(0, 40))):
        band = draw(st.sampled_from(BANDS))
        before = draw(st.floats(*band))
        moves = draw(st.booleans()) and before > MOVED_APART
        after = draw(st.floats(0.0, before - MOVED_APART)) if moves else before
        made.append(Spot(number, before, after, band))
    return made


def reach(place: Place) -> tuple[float, float]:
    ends = place.spot.before + place.aside, place.spot.after + place.aside
    return min(ends), max(ends)


def overlapping(placed: tuple[Place, ...]) -> list[tuple[int, int]]:
    return [
        (one.spot.number, other.spot.number)
        for one, other in combinations(placed, 2)
        if one.lane == other.lane
        and reach(one)[0] < reach(other)[1] + 2 * RADIUS
        and reach(other)[0] < reach(one)[1] + 2 * RADIUS
    ]


@given(spots())
def test_no_dot_stands_on_another_and_none_is_lost(found: list[Spot]) -> None:
    placed = places(found, APART)
    assert {place.spot.number for place in placed} == {spot.number for spot in found}
    assert overlapping(placed) == []


@given(spots())
def test_a_dot_set_aside_stays_in_its_class_and_one_that_moves_stands_at_its_values(found: list[Spot]) -> None:
    for place in places(found, APART):
        low, high = place.spot.band
        assert not place.aside or low <= place.spot.before + place.aside <= high
        assert not place.aside or place.spot.before == place.spot.after


def test_dots_with_room_stand_on_one_lane_at_their_values() -> None:
    placed = places([Spot(n, 100.0 * n, 100.0 * n, (0.0, 1000.0)) for n in range(5)], APART)
    assert lane_count(placed) == 1
    assert not any(place.aside for place in placed)


def test_forty_skills_at_one_value_do_not_make_forty_lanes() -> None:
    skills = analyse(alike(40)).professions[0].skills
    panel = panel_of(skills, Mechanism.ATROPHY, Hypothesis.HIGH, 534.0)
    placed = [place for row in panel.rows.values() for place in row]
    assert len(placed) == 40
    assert max(place.lane for place in placed) < 12
    assert panel.is_set_aside


def test_before_and_after_of_one_skill_stay_apart_within_their_classes() -> None:
    skills = analyse(many_skills(40)).professions[0].skills
    panel = panel_of(skills, Mechanism.ATROPHY, Hypothesis.HIGH, 420.0)
    moved = [p.spot for row in panel.rows.values() for p in row if p.spot.before != p.spot.after]
    assert moved
    assert all(spot.before - spot.after >= MOVED_APART - 0.001 for spot in moved)
    for row in panel.rows.values():
        assert overlapping(row) == []

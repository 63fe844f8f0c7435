"""Edits of barriers: ranges, dates, the skills they keep, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from impactapp.domain.barrier_cards import BARRIER_CARDS, card
from impactapp.domain.edits import barriers
from impactapp.domain.edits.barriers import RESTORABLE
from impactapp.domain.edits.edit import Edit
from impactapp.domain.intensities import parse_hours, parse_intensity
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.skill import Barrier, BarrierState, Mechanism, Skill
from impactapp.domain.study import Study
from tests.builders import profession, study

TODAY = date(2026, 11, 22)
MEASURE = Barrier("b1", "Rappels", skill_ids=("k1",))
OTHER = Barrier("b2", "Relecture")
SKILLS = (Skill("k1", "Rédaction"), Skill("k2", "Accueil"))
MADE = study(replace(profession(1), skills=SKILLS, barriers=(MEASURE, OTHER)))


def after(edit: Edit, made: Study = MADE) -> Barrier:
    return edit.change(made).professions[0].barriers[0]


def refusal(edit: Edit, made: Study = MADE) -> Problem:
    with pytest.raises(EditError) as refused:
        edit.change(made)
    return refused.value.problem


def test_a_barrier_is_added_at_the_end_and_removed() -> None:
    new = Barrier("b3", " Test initial ", against=(Mechanism.NON_ACQUISITION,))
    added = barriers.add_barrier("p1", new).change(MADE).professions[0].barriers
    assert [barrier.title for barrier in added] == ["Rappels", "Relecture", "Test initial"]
    assert refusal(barriers.add_barrier("p1", replace(new, title="RAPPELS"))) is Problem.TITLE_TAKEN
    assert refusal(barriers.add_barrier("p1", replace(new, id="b1"))) is Problem.ID_TAKEN
    assert refusal(barriers.add_barrier("p1", replace(new, skill_ids=("k9",)))) is Problem.UNKNOWN_SKILL
    assert after(barriers.remove_barriers("p1", ["b1"])).id == "b2"
    assert refusal(barriers.remove_barriers("p1", ["b9"])) is Problem.UNKNOWN_BARRIER


def test_a_barrier_is_described() -> None:
    assert after(barriers.rename_barrier("p1", MEASURE, "Rappels mensuels")).title == "Rappels mensuels"
    assert refusal(barriers.rename_barrier("p1", MEASURE, "relecture")) is Problem.TITLE_TAKEN
    assert after(barriers.set_barrier_owner("p1", MEASURE, " Cadre ")).owner == "Cadre"
    assert after(barriers.set_barrier_note("p1", MEASURE, "Le mardi")).note == "Le mardi"
    assert after(barriers.set_barrier_state("p1", MEASURE, BarrierState.DECIDED)).state is BarrierState.DECIDED
    assert after(barriers.set_barrier_skills("p1", MEASURE, ["k2"])).skill_ids == ("k2",)
    assert (
        refusal(barriers.set_barrier_state("p1", Barrier("b9", "X"), BarrierState.DECIDED)) is Problem.UNKNOWN_BARRIER
    )


def test_a_barrier_works_against_one_mechanism_or_both_but_not_none() -> None:
    assert after(barriers.set_barrier_against("p1", MEASURE, RESTORABLE[::-1])).against == RESTORABLE
    assert refusal(barriers.set_barrier_against("p1", MEASURE, [])) is Problem.BARRIER_WITHOUT_MECHANISM
    mis_skilling = barriers.set_barrier_against("p1", MEASURE, [Mechanism.MIS_SKILLING])
    assert refusal(mis_skilling) is Problem.BARRIER_WITHOUT_MECHANISM


@pytest.mark.parametrize("hours", [0, -2, 745, 10_000])
def test_hours_no_month_has_are_refused(hours: float) -> None:
    assert refusal(barriers.set_barrier_hours("p1", MEASURE, hours)) is Problem.HOURS_OUT_OF_RANGE


def test_hours_and_cost_are_stated() -> None:
    assert after(barriers.set_barrier_hours("p1", MEASURE, 4.5)).hours_per_month == 4.5
    assert after(barriers.set_barrier_cost("p1", MEASURE, 0)).team_hours == 0
    assert refusal(barriers.set_barrier_cost("p1", MEASURE, -1)) is Problem.HOURS_OUT_OF_RANGE


def test_a_review_is_neither_in_the_past_nor_before_the_start() -> None:
    started = barriers.set_barrier_start("p1", MEASURE, date(2027, 1, 1)).change(MADE)
    assert after(barriers.set_barrier_review("p1", MEASURE, date(2027, 6, 1), TODAY), started).review is not None
    early = barriers.set_barrier_review("p1", MEASURE, date(2026, 12, 1), TODAY)
    assert refusal(early, started) is Problem.REVIEW_BEFORE_START
    assert refusal(barriers.set_barrier_review("p1", MEASURE, date(2026, 11, 21), TODAY)) is Problem.REVIEW_IN_THE_PAST


def test_a_review_that_has_passed_may_stay_and_be_taken_back() -> None:
    past = replace(MEASURE, review=date(2020, 1, 1))
    made = study(replace(MADE.professions[0], barriers=(past,)))
    kept = barriers.set_barrier_review("p1", past, past.review, TODAY)
    assert kept.change(made) is made
    assert after(barriers.set_barrier_review("p1", past, None, TODAY), made).review is None


@pytest.mark.parametrize(("text", "intensity"), [("", 0), (" 0 ", 0), ("1", 1), ("3", 3)])
def test_an_intensity_is_read(text: str, intensity: int) -> None:
    assert parse_intensity(text) == intensity


@pytest.mark.parametrize("text", ["4", "-1", "x", "1,5", "2.0"])
def test_what_is_no_intensity_is_refused(text: str) -> None:
    with pytest.raises(EditError) as refused:
        parse_intensity(text)
    assert refused.value.problem is Problem.INTENSITY_OUT_OF_RANGE


def test_hours_are_read_with_comma_or_point() -> None:
    assert (parse_hours("4,5"), parse_hours("4.5"), parse_hours(" ")) == (4.5, 4.5, None)


@pytest.mark.parametrize(("text", "problem"), [("-1", Problem.HOURS_OUT_OF_RANGE), ("abc", Problem.NOT_A_NUMBER)])
def test_what_is_no_hours_is_refused(text: str, problem: Problem) -> None:
    with pytest.raises(EditError) as refused:
        parse_hours(text)
    assert refused.value.problem is problem


def test_every_card_of_the_catalogue_rests_on_a_work_and_can_be_found() -> None:
    assert len({known.code for known in BARRIER_CARDS}) == len(BARRIER_CARDS)
    for known in BARRIER_CARDS:
        assert known.evidence
        assert set(known.against) <= set(RESTORABLE)
        assert card(known.code) is known
    assert card("") is None

"""A replay: made-up votes mark their sitting, a real one refuses them, and what was published never changes."""

from dataclasses import replace

import pytest

from impactapp.domain.edits import votes, workshop
from impactapp.domain.edits.simulated import replay_again, simulate_votes
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Origin
from impactapp.domain.workshop import Counts, Group, GroupKind, Question, Sitting, empty_survey
from tests.builders import profession, study, task

LOW = Question(Aspect.SUBSTITUTION, Hypothesis.LOW)
STAFF = Group("staff", GroupKind.STAFF, 6)
REPLAY = Sitting("s1", "Rejeu 1", groups=(STAFF,), survey=empty_survey(), is_training=True)
REAL = replace(REPLAY, id="s2", title="Séance 1", is_training=False)
MADE = replace(study(profession(1, (task(1), task(2)))), sittings=(REPLAY, REAL), origin=Origin.DEMONSTRATION)
FIRST, SECOND = Counts(1, 2, 3), Counts(0, 5, 1)


def test_made_up_votes_are_counted_and_mark_the_sitting() -> None:
    made = simulate_votes(REPLAY, "t1", {(LOW, "staff"): FIRST}).change(MADE)
    talk = made.sittings[0].talks[0]
    assert made.sittings[0].is_simulated
    assert talk.tally(1, LOW, "staff") is not None
    assert talk.tally(1, LOW, "staff") == votes.count_hands(REPLAY, "t1", LOW, "staff", FIRST).change(MADE).sittings[
        0
    ].talks[0].tally(1, LOW, "staff")


def test_made_up_votes_change_neither_the_matrix_nor_another_sitting() -> None:
    made = simulate_votes(REPLAY, "t1", {(LOW, "staff"): FIRST}).change(MADE)
    assert made.professions is MADE.professions
    assert made.sittings[1] is REAL


def test_a_made_up_second_round_keeps_the_first() -> None:
    first = simulate_votes(REPLAY, "t1", {(LOW, "staff"): FIRST}).change(MADE)
    talk = simulate_votes(REPLAY, "t1", {(LOW, "staff"): SECOND}, again=True).change(first).sittings[0].talks[0]
    assert talk.round == 2
    assert [tally.counts for tally in talk.tallies] == [FIRST, SECOND]


def test_a_real_sitting_takes_no_made_up_vote() -> None:
    with pytest.raises(EditError) as refused:
        simulate_votes(REAL, "t1", {(LOW, "staff"): FIRST}).change(MADE)
    assert refused.value.problem is Problem.TRAINING_NEEDS_DEMONSTRATION


def test_more_made_up_votes_than_the_group_has_are_refused() -> None:
    with pytest.raises(EditError) as refused:
        simulate_votes(REPLAY, "t1", {(LOW, "staff"): Counts(7, 0, 0)}).change(MADE)
    assert refused.value.problem is Problem.COUNTS_ABOVE_GROUP


def test_a_replay_that_starts_again_is_as_it_was_before_anyone_voted() -> None:
    voted = simulate_votes(REPLAY, "t1", {(LOW, "staff"): FIRST}).change(MADE)
    assert replay_again(REPLAY).change(voted) == MADE


def test_a_training_sitting_belongs_to_the_demonstration() -> None:
    own = replace(MADE, origin=Origin.ESTABLISHMENT, sittings=())
    with pytest.raises(EditError) as refused:
        workshop.add_sitting(REPLAY).change(own)
    assert refused.value.problem is Problem.TRAINING_NEEDS_DEMONSTRATION

"""Made-up participants vote around a level, and come nearer in a second round."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.consensus import consensus
from impactapp.domain.level import Level
from impactapp.domain.simulation import simulated_second_round, simulated_vote
from impactapp.domain.workshop import Counts


@given(st.sampled_from(Level), st.integers(0, 200), st.integers())
def test_everybody_votes_once_in_both_rounds(around: Level, voters: int, seed: int) -> None:
    pick = Random(seed).random
    first = simulated_vote(around, voters, pick)
    assert first.total == voters
    assert simulated_second_round(first, pick).total == voters


def test_most_vote_the_level_they_are_given() -> None:
    made = simulated_vote(Level.FORT, 200, Random(1).random)
    assert made.fort > 100
    assert made.faible > 0


def test_without_a_vote_nobody_moves() -> None:
    assert simulated_second_round(Counts(), Random(1).random) == Counts()


def test_the_room_agrees_more_after_the_talk() -> None:
    first = Counts(4, 6, 5)
    second = simulated_second_round(first, Random(3).random)
    before, after = (consensus((one.faible, one.moyen, one.fort)) for one in (first, second))
    assert before is not None
    assert after is not None
    assert after > before

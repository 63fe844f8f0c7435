"""Consensus and reliability: the reference values of the method, and what must hold for any vote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.consensus import Agreement, consensus, consensus_of
from impactapp.domain.analysis.reliability import Reliability, alpha_ordinal, reliability
from impactapp.domain.workshop import Counts, Protocol

THREE_LEVELS = [
    ((5, 0, 0), 1.0),
    ((4, 1, 0), 0.7310),
    ((3, 2, 0), 0.6010),
    ((1, 3, 1), 0.6000),
    ((2, 2, 1), 0.3800),
    ((3, 1, 1), 0.2795),
    ((4, 0, 1), 0.2781),
    ((2, 1, 2), 0.2000),
    ((3, 0, 2), 0.0290),
    ((1, 1, 1), 0.3333),
    ((1, 0, 1), 0.0),
]
TABLE = (
    "2 3 3 2 1 3 3 2 2 1",
    "3 3 3 2 1 3 3 3 2 1",
    "2 3 2 2 1 3 3 3 2 2",
    "3 3 3 1 2 3 2 2 3 1",
    "2 2 3 2 1 3 3 . 2 1",
)
votes = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))


def units(table: tuple[str, ...]) -> list[list[int]]:
    """How often 1, 2 and 3 stand in each column."""
    rows = [row.split() for row in table]
    return [[sum(row[at] == str(value) for row in rows) for value in (1, 2, 3)] for at in range(len(rows[0]))]


def test_seven_levels_agree_as_published() -> None:
    assert consensus((30, 40, 210, 130, 530, 50, 10)) == pytest.approx(0.7256876, abs=5e-8)


@pytest.mark.parametrize(("counts", "value"), THREE_LEVELS)
def test_three_levels_agree_as_the_method_says(counts: tuple[int, int, int], value: float) -> None:
    assert consensus(counts) == pytest.approx(value, abs=5e-5)


def test_nobody_agrees_on_nothing() -> None:
    assert consensus((0, 0, 0)) is None
    assert consensus_of(Counts(), Protocol()).agreement is Agreement.TOO_FEW


@pytest.mark.parametrize(
    ("counts", "agreement", "is_split"),
    [
        (Counts(4, 1, 0), Agreement.AGREED, False),
        (Counts(3, 2, 0), Agreement.MAJORITY, False),
        (Counts(1, 3, 1), Agreement.MAJORITY, True),
        (Counts(2, 2, 1), Agreement.TO_DISCUSS, True),
        (Counts(4, 0, 0), Agreement.TOO_FEW, False),
    ],
)
def test_a_vote_is_labelled_from_five_votes_on(counts: Counts, agreement: Agreement, is_split: bool) -> None:
    found = consensus_of(counts, Protocol())
    assert (found.agreement, found.is_split) == (agreement, is_split)


def test_the_thresholds_are_those_of_the_sitting() -> None:
    assert consensus_of(Counts(3, 2, 0), Protocol(agreement=0.6)).agreement is Agreement.AGREED


@given(votes)
def test_consensus_is_a_share_and_does_not_know_up_from_down(counts: tuple[int, int, int]) -> None:
    value = consensus(counts)
    if value is None:
        assert sum(counts) == 0
    else:
        assert 0 <= value <= 1
        assert consensus(counts[::-1]) == pytest.approx(value)


@given(votes, st.integers(2, 9))
def test_more_voters_of_the_same_mind_change_nothing(counts: tuple[int, int, int], times: int) -> None:
    value = consensus(counts)
    assert consensus(tuple(count * times for count in counts)) == (value if value is None else pytest.approx(value))


def test_alpha_is_the_reference_value_with_a_vote_missing() -> None:
    assert alpha_ordinal(units(TABLE)) == pytest.approx(0.616112, abs=5e-7)


def test_alpha_of_one_mind_is_one_and_of_one_value_unknown() -> None:
    assert alpha_ordinal([(3, 0, 0), (0, 0, 3)]) == 1.0
    assert alpha_ordinal([(3, 0, 0), (4, 0, 0)]) is None
    assert alpha_ordinal([(1, 0, 0), (0, 0, 0)]) is None
    assert alpha_ordinal([]) is None


@given(st.lists(votes, min_size=1, max_size=12))
def test_the_order_of_units_never_matters(listed: list[tuple[int, int, int]]) -> None:
    here = alpha_ordinal(listed)
    there = alpha_ordinal(listed[::-1])
    assert here == (there if there is None else pytest.approx(there))
    assert here is None or here <= 1 + 1e-12


@pytest.mark.parametrize(
    ("alpha", "called"), [(0.9, Reliability.HIGH), (0.7, Reliability.MIDDLE), (0.616112, Reliability.LOW)]
)
def test_an_alpha_is_called_high_middle_or_low(alpha: float, called: Reliability) -> None:
    assert reliability(alpha) is called

"""From the criteria to the proposal (method §1.4)."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.proposal import differs_from_proposal, proposal_of, propose
from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.profession import Task
from tests import builders
from tests.builders import FA, FO, MO

LEVELS = st.sampled_from(Level)


@pytest.mark.parametrize(
    ("criteria", "proposed"),
    [
        ((FO, FO, FO), FO),
        ((FO, FO, FA), FO),
        ((FO, FA, MO), MO),
        ((FO, FA, FA), FA),
        ((MO, FO, FO), MO),
        ((FA, FO, FO), FA),
        ((MO, FA, FO), MO),
        ((FO, MO, MO), MO),
    ],
)
def test_the_proposal_is_the_median_capped_by_maturity(criteria: tuple[Level, Level, Level], proposed: Level) -> None:
    assert propose(*criteria) is proposed


@given(LEVELS, LEVELS, LEVELS, LEVELS, LEVELS, LEVELS)
def test_better_criteria_never_lower_the_proposal(a: Level, b: Level, c: Level, d: Level, e: Level, f: Level) -> None:
    worse = propose(min(a, d), min(b, e), min(c, f))
    better = propose(max(a, d), max(b, e), max(c, f))
    assert worse <= better


def test_without_maturity_nothing_is_substituted_and_no_other_criterion_decides_alone() -> None:
    for acceptability, roi in product(Level, Level):
        assert propose(FA, acceptability, roi) is FA
    assert propose(FO, FO, FA) is propose(FO, FA, FO) is FO


def test_there_is_no_proposal_while_a_criterion_is_missing() -> None:
    for missing in range(3):
        levels: list[Level | None] = [FO, FO, FO]
        levels[missing] = None
        task = Task("t", "T", low=builders.criteria(*levels))
        assert proposal_of(task, Hypothesis.LOW) is None
        assert not differs_from_proposal(task, Hypothesis.LOW)


def test_the_high_proposal_follows_the_low_criteria() -> None:
    task = Task("t", "T", low=builders.criteria(MO, FO, FO), high=builders.criteria(FO, None, None))
    assert proposal_of(task, Hypothesis.LOW) is MO
    assert proposal_of(task, Hypothesis.HIGH) is FO


def test_a_decision_differs_only_from_a_proposal_that_exists() -> None:
    task = builders.task(1, low=FO)
    assert not differs_from_proposal(task, Hypothesis.LOW)
    rated = replace(task, low=replace(builders.criteria(MO, MO, MO), substitution=task.low.substitution))
    assert differs_from_proposal(rated, Hypothesis.LOW)
    assert not differs_from_proposal(rated, Hypothesis.HIGH)

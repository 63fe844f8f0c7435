"""Findings: what a study lacks or contradicts, and where."""

from dataclasses import replace
from typing import Any

import pytest

from impactapp.domain.analysis.checks import Finding, FindingCode, Severity
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.weights import Shares, shares_of, weights_of
from impactapp.domain.level import Hypothesis
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement
from impactapp.domain.rule import Weighting
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO


def complete(count: int = 8, **fields: Any) -> Profession:
    """A profession nothing is to be said of."""
    rated = replace(builders.criteria(FO, FO, FO), substitution=Judgement(FO))
    tasks = tuple(Task(f"t{n}", f"Activité {n}", None, rated, builders.decided(FO)) for n in range(count))
    made = Profession("p", "Métier", headcount=10, fte=9.5, tasks=tasks)
    return replace(made, **fields)


def findings(profession: Profession, weighting: Weighting = Weighting.EQUAL) -> tuple[Finding, ...]:
    return analyse(Study("s", "S", weighting=weighting, professions=(profession,))).findings


def codes(profession: Profession, weighting: Weighting = Weighting.EQUAL) -> list[FindingCode]:
    return [finding.code for finding in findings(profession, weighting)]


def shared(*shares: float | None) -> Profession:
    whole = complete(len(shares))
    return replace(whole, tasks=tuple(replace(t, share=s) for t, s in zip(whole.tasks, shares, strict=True)))


def with_first(profession: Profession, **fields: Any) -> Profession:
    first = replace(profession.tasks[0], **fields)
    return replace(profession, tasks=(first, *profession.tasks[1:]))


def test_a_complete_profession_has_no_finding() -> None:
    assert codes(complete()) == []


def test_a_study_without_professions_is_found() -> None:
    found = analyse(Study("s", "S")).findings
    assert [(finding.code, finding.severity) for finding in found] == [(FindingCode.NO_PROFESSIONS, Severity.GAP)]


def test_an_unknown_staff_is_found() -> None:
    assert codes(complete(headcount=None)) == [FindingCode.HEADCOUNT_MISSING]
    assert codes(complete(fte=None)) == [FindingCode.FTE_MISSING]
    assert codes(complete(headcount=9)) == [FindingCode.FTE_ABOVE_HEADCOUNT]
    assert codes(complete(headcount=None, fte=None)) == [FindingCode.HEADCOUNT_MISSING, FindingCode.FTE_MISSING]


@pytest.mark.parametrize(
    ("count", "found"),
    [
        (0, [FindingCode.NO_TASKS]),
        (7, [FindingCode.FEW_TASKS]),
        (8, []),
        (12, []),
        (13, [FindingCode.MANY_TASKS]),
    ],
)
def test_a_profession_has_8_to_12_activities(count: int, found: list[FindingCode]) -> None:
    assert codes(complete(count)) == found


def test_a_decision_still_to_make_is_found_under_each_hypothesis() -> None:
    found = findings(with_first(complete(), low=builders.criteria(FO, FO, FO), high=builders.decided(None)))
    assert [(f.code, f.task_id, f.hypothesis) for f in found] == [
        (FindingCode.UNRATED, "t0", Hypothesis.LOW),
        (FindingCode.UNRATED, "t0", Hypothesis.HIGH),
    ]


def test_missing_criteria_are_counted_once_while_high_follows_low() -> None:
    decided = builders.decided(FO)
    found = findings(with_first(complete(), low=decided))
    assert [(f.code, f.hypothesis, f.number) for f in found] == [(FindingCode.CRITERIA_MISSING, Hypothesis.LOW, 3)]
    own = replace(decided, maturity=Judgement(FO))
    assert [f.number for f in findings(with_first(complete(), low=decided, high=own))] == [3, 2]


def test_a_decision_that_differs_asks_for_a_reason() -> None:
    rated = replace(builders.criteria(FO, FO, FO), substitution=Judgement(MO))
    found = findings(with_first(complete(), low=rated, high=builders.decided(FO)))
    assert [(f.code, f.hypothesis) for f in found] == [(FindingCode.DECISION_WITHOUT_REASON, Hypothesis.LOW)]
    explained = replace(rated, substitution=Judgement(MO, "le logiciel n'est pas déployé"))
    assert codes(with_first(complete(), low=explained)) == []


def test_a_high_level_below_the_low_one_is_an_error_for_criteria_and_decision() -> None:
    broken = with_first(complete(), high=builders.decided(FA, "erreur"))
    found = [f for f in findings(broken) if f.code is FindingCode.HIGH_BELOW_LOW]
    assert [(f.task_id, f.severity) for f in found] == [("t0", Severity.ERROR)]
    criterion = with_first(complete(), high=replace(builders.decided(FO), roi=Judgement(FA)))
    assert FindingCode.HIGH_BELOW_LOW in codes(criterion)


def test_shares_that_are_partly_filled_are_an_error_and_give_no_weight() -> None:
    partial = shared(0.5, None, *([0.05] * 6))
    assert shares_of(partial) is Shares.PARTIAL
    assert [(f.code, f.number) for f in findings(partial)] == [(FindingCode.SHARES_INCOMPLETE, 1)]
    assert weights_of(partial, Weighting.TIME).values == ()
    assert analyse(Study("s", "S", weighting=Weighting.TIME, professions=(partial,))).professions[0].rate.low is None


@pytest.mark.parametrize(
    ("total", "state"), [(1.005, Shares.COMPLETE), (0.995, Shares.COMPLETE), (1.006, Shares.OFF_TOTAL)]
)
def test_shares_sum_to_100_within_half_a_point(total: float, state: Shares) -> None:
    profession = shared(*([total / 8] * 8))
    assert shares_of(profession) is state
    found = findings(profession, Weighting.TIME)
    assert [f.code for f in found] == ([] if state is Shares.COMPLETE else [FindingCode.SHARES_OFF_TOTAL])
    assert [f.number for f in found] == ([] if state is Shares.COMPLETE else [pytest.approx(total)])


def test_complete_shares_that_are_not_used_are_a_remark() -> None:
    profession = shared(*([0.125] * 8))
    assert [(f.code, f.severity) for f in findings(profession)] == [(FindingCode.SHARES_UNUSED, Severity.REMARK)]
    assert weights_of(profession, Weighting.EQUAL).values == (1.0,) * 8
    assert weights_of(profession, Weighting.TIME).values == (0.125,) * 8


def test_without_any_share_weights_are_equal_and_said_so() -> None:
    assert shares_of(complete()) is Shares.NONE
    assert weights_of(complete(), Weighting.TIME).weighting is Weighting.EQUAL
    found = findings(complete(), Weighting.TIME)
    assert [(f.code, f.severity) for f in found] == [(FindingCode.SHARES_MISSING, Severity.GAP)]
    assert codes(complete(), Weighting.EQUAL) == []
    assert codes(complete(0), Weighting.TIME) == [FindingCode.NO_TASKS]

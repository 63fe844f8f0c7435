"""What moved between two moments: nothing that did not, everything that did, on both sides."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from impactapp.domain.analysis.checks import Finding, FindingCode, Severity
from impactapp.domain.analysis.movement import (
    Fate,
    MovedLevel,
    MovedShare,
    Movement,
    months_between,
    movements,
    stale_ratings,
)
from impactapp.domain.analysis.results import analyse
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rule import Rule
from impactapp.domain.skill import Barrier, BarrierState
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FA, FO, MO

SECRETARY = builders.secretary().professions[0]


def moved(before: tuple[Profession, ...], after: tuple[Profession, ...]) -> tuple[Movement, ...]:
    return movements(analyse(builders.study(*before)), analyse(builders.study(*after)))


@given(builders.studies())
def test_a_study_against_itself_has_not_moved(study: Study) -> None:
    found = movements(analyse(study), analyse(study))
    assert [one.title for one in found] == [profession.title for profession in study.professions]
    for one in found:
        assert (one.levels, one.added, one.removed) == ((), (), ())
        assert all(fate.before is fate.after for fate in one.measures)
        assert one.is_still


def test_a_level_that_moved_is_told_with_the_rate_it_moved() -> None:
    task = replace(SECRETARY.tasks[0], low=builders.decided(FO))
    (found,) = moved((SECRETARY,), (replace(SECRETARY, tasks=(task, *SECRETARY.tasks[1:])),))
    assert found.levels == (MovedLevel(task.id, task.title, Hypothesis.LOW, Aspect.SUBSTITUTION, MO, FO),)
    assert found.before is not None
    assert found.after is not None
    assert (found.before.rate.low, found.after.rate.low) == (0.4, 0.5)


def test_a_criterion_that_follows_is_told_once_and_one_of_its_own_apart() -> None:
    task = replace(SECRETARY.tasks[0], low=builders.criteria(MO, None, None), high=builders.decided(FO))
    more = replace(task, low=builders.criteria(FO, None, None))
    own = replace(more, high=builders.criteria(FO, None, FO))

    def told(before: Task, after: Task) -> list[tuple[Hypothesis, Aspect]]:
        one, other = (replace(SECRETARY, tasks=(task,)) for task in (before, after))
        (found,) = moved((one,), (other,))
        return [(level.hypothesis, level.aspect) for level in found.levels]

    low, high = Hypothesis.LOW, Hypothesis.HIGH
    assert told(task, more) == [(low, Aspect.MATURITY)]
    assert told(more, own) == [(high, Aspect.ROI), (high, Aspect.SUBSTITUTION)]
    assert told(task, own)[:2] == [(low, Aspect.MATURITY), (high, Aspect.MATURITY)]


def test_staff_and_shares_of_time_move_as_well() -> None:
    shared = replace(SECRETARY.tasks[0], share=0.4)
    after = replace(SECRETARY, headcount=12, fte=9.5, tasks=(shared, *SECRETARY.tasks[1:]))
    (found,) = moved((replace(SECRETARY, headcount=12, fte=8.0),), (after,))
    assert found.moved_staff == ("fte",)
    assert found.shares == (MovedShare(shared.id, shared.title, None, 0.4),)
    assert not found.is_still
    (come,) = moved((), (SECRETARY,))
    assert (come.moved_staff, come.shares) == ((), ())


@pytest.mark.parametrize(
    "after",
    [
        replace(SECRETARY, tasks=(replace(SECRETARY.tasks[0], low=builders.criteria(FO, None, None)),)),
        replace(SECRETARY, tasks=SECRETARY.tasks[1:]),
        replace(SECRETARY, headcount=99),
        replace(SECRETARY, fte=99.5),
        replace(SECRETARY, tasks=(replace(SECRETARY.tasks[0], share=0.1), *SECRETARY.tasks[1:])),
        replace(SECRETARY, tasks=(*SECRETARY.tasks, builders.task(9, FA, FA))),
        replace(SECRETARY, barriers=(Barrier("b", "Mesure"),)),
    ],
)
def test_whatever_moved_a_profession_that_moved_is_not_still(after: Profession) -> None:
    (found,) = moved((SECRETARY,), (after,))
    assert not found.is_still


def test_a_profession_of_one_side_is_not_still() -> None:
    assert [one.is_still for one in moved((builders.profession(1),), (builders.profession(2),))] == [False, False]


def test_another_rule_alone_moves_the_rate() -> None:
    study = builders.secretary()
    other = replace(study, rule=Rule.WEIGHTED)
    (found,) = movements(analyse(study), analyse(other))
    assert not found.is_still
    assert found.levels == ()


def test_activities_are_the_same_by_id_then_by_title() -> None:
    copied = replace(SECRETARY.tasks[0], id="other")
    renamed = replace(SECRETARY.tasks[1], title="Autre nom")
    new = builders.task(99, FA, FA)
    (found,) = moved((SECRETARY,), (replace(SECRETARY, tasks=(copied, renamed, new)),))
    assert found.levels == ()
    assert found.added == (new.title,)
    assert found.removed == tuple(task.title for task in SECRETARY.tasks[2:])


def test_professions_of_two_files_are_the_same_by_code_then_by_title() -> None:
    coded = replace(SECRETARY, id="a", code="secretaire-medicale", title="Assistante")
    other = replace(SECRETARY, id="b", code="secretaire-medicale")
    assert [one.title for one in moved((coded,), (other,))] == [other.title]
    titled = replace(SECRETARY, id="c", title=SECRETARY.title.upper())
    (found,) = moved((SECRETARY,), (titled,))
    assert found.before is not None
    come, gone = moved((builders.profession(1),), (builders.profession(2),))
    assert (come.before, come.added) == (None, ())
    assert (gone.after, gone.removed) == (None, ())


def test_two_of_one_code_are_not_taken_for_the_same_one_twice() -> None:
    twins = (replace(SECRETARY, id="a", code="x", title="A"), replace(SECRETARY, id="b", code="x", title="B"))
    found = moved((replace(SECRETARY, id="z", code="x", title="Z"),), twins)
    assert [one.before is None for one in found] == [False, True]


def test_what_became_of_each_measure_is_told() -> None:
    planned, held, gone = (Barrier(f"b{n}", f"Mesure {n}", state=BarrierState.IN_PLACE) for n in range(3))
    new = Barrier("b9", "Nouvelle")
    before = replace(SECRETARY, barriers=(replace(planned, state=new.state), held, gone))
    (found,) = moved((before,), (replace(SECRETARY, barriers=(planned, held, new)),))
    assert found.measures == (
        Fate("Mesure 0", new.state, BarrierState.IN_PLACE),
        Fate("Mesure 1", BarrierState.IN_PLACE, BarrierState.IN_PLACE),
        Fate("Nouvelle", None, new.state),
        Fate("Mesure 2", BarrierState.IN_PLACE, None),
    )
    assert [fate.is_held for fate in found.measures] == [False, True, False, False]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2025, 1, 31), date(2025, 2, 28), 0),
        (date(2025, 1, 15), date(2025, 2, 15), 1),
        (date(2024, 11, 30), date(2026, 5, 30), 18),
        (date(2024, 11, 30), date(2026, 5, 29), 17),
    ],
)
def test_months_are_whole(first: date, last: date, months: int) -> None:
    assert months_between(first, last) == months


def test_a_maturity_rated_eighteen_months_ago_is_stale() -> None:
    rated = replace(SECRETARY.tasks[0], low=builders.criteria(FO, None, None))
    fresh = replace(SECRETARY.tasks[1], low=builders.criteria(FO, None, None))
    study = builders.study(replace(SECRETARY, tasks=(rated, fresh, *SECRETARY.tasks[2:])))
    old, new = datetime(2025, 1, 5, tzinfo=UTC), datetime(2026, 5, 5, tzinfo=UTC)
    at = {
        (rated.id, Hypothesis.LOW, Aspect.MATURITY): old,
        (rated.id, Hypothesis.LOW, Aspect.ROI): old,
        (fresh.id, Hypothesis.LOW, Aspect.MATURITY): new,
        (SECRETARY.tasks[2].id, Hypothesis.LOW, Aspect.MATURITY): old,
    }
    aged = Finding(FindingCode.MATURITY_STALE, SECRETARY.id, rated.id, Hypothesis.LOW, 18)
    assert stale_ratings(study, at, date(2026, 7, 10)) == (aged,)
    assert aged.severity is Severity.REMARK
    assert stale_ratings(study, at, date(2026, 7, 4)) == ()

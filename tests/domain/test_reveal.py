"""What of a vote may be shown, what it proposes, and where to talk."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.agenda import agenda, gap
from impactapp.domain.analysis.reveal import reveal
from impactapp.domain.analysis.sittings import distances, sitting_result
from impactapp.domain.analysis.votes import lower_median, quartiles, upper_median
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.rule import SHIPPED_RATES, Rule
from impactapp.domain.workshop import Counts, Group, GroupKind, Protocol, Question, Scope, Sitting, Talk, Tally
from tests.builders import FA, FO, MO, profession, secretary, task

LOW = Question(Aspect.SUBSTITUTION, Hypothesis.LOW)
HIGH = Question(Aspect.SUBSTITUTION, Hypothesis.HIGH)
counts = st.builds(Counts, st.integers(0, 8), st.integers(0, 8), st.integers(0, 8))


def tallied(*voted: Counts) -> Talk:
    """One tally a group, in the first round."""
    tallies = tuple(Tally(1, LOW, f"g{number}", one) for number, one in enumerate(voted))
    return Talk("t1", "Activité 1", "Métier 1", tallies=tallies)


@given(st.lists(counts, max_size=6), st.integers(1, 12))
def test_nothing_of_a_small_group_is_shown_not_even_by_subtraction(voted: list[Counts], least: int) -> None:
    revealed = reveal(tallied(*voted), 1, LOW, least)
    assert all(shown.total >= least for _group, shown in revealed.groups)
    if revealed.total is None:
        assert revealed.groups == ()
        return
    assert revealed.total.total >= least
    rest = revealed.total.total - sum(shown.total for _group, shown in revealed.groups)
    assert rest == 0 or rest >= least


def test_a_small_group_takes_the_smallest_other_with_it() -> None:
    revealed = reveal(tallied(Counts(2, 1, 0), Counts(3, 3, 0), Counts(0, 5, 5)), 1, LOW, 5)
    assert revealed.total == Counts(5, 9, 5)
    assert [group for group, _counts in revealed.groups] == ["g2"]
    assert revealed.hidden == ("g0", "g1")


def test_two_small_groups_hide_each_other() -> None:
    revealed = reveal(tallied(Counts(2, 1, 0), Counts(1, 1, 1), Counts(0, 5, 5)), 1, LOW, 5)
    assert revealed.hidden == ("g0", "g1")
    assert [group for group, _counts in revealed.groups] == ["g2"]


def test_a_room_under_the_least_size_is_not_shown_at_all() -> None:
    assert reveal(tallied(Counts(2, 2, 0)), 1, LOW, 5).total is None


@given(st.lists(st.sampled_from(Level), min_size=1, max_size=25))
def test_medians_and_quartiles_are_votes_that_were_cast_in_order(voted: list[Level]) -> None:
    made = Counts(*(voted.count(level) for level in Level))
    ordered = sorted(voted)
    assert lower_median(made) is ordered[(len(voted) - 1) // 2]
    assert upper_median(made) is ordered[len(voted) // 2]
    low, high = quartiles(made)
    assert low is ordered[-(-len(voted) // 4) - 1]
    assert high is ordered[-(-3 * len(voted) // 4) - 1]


def sitting(
    scope: Scope = Scope.SUBSTITUTION_TWICE, *, tallies: tuple[Tally, ...] = (), round_number: int = 1
) -> Sitting:
    """Two groups that talked of one task."""
    groups = (Group("g0", GroupKind.STAFF, 6), Group("g1", GroupKind.REPRESENTATIVES, 2))
    made = Talk("t1", "Activité 1", "Métier 1", round=round_number, tallies=tallies)
    return Sitting("s", "Séance", groups=groups, protocol=Protocol(scope=scope), talks=(made,))


def test_two_questions_propose_the_lower_and_the_upper_median() -> None:
    voted = (Tally(1, LOW, "g0", Counts(3, 3, 0)), Tally(1, HIGH, "g0", Counts(0, 3, 3)))
    proposed = sitting_result(sitting(tallies=voted)).talks[0].proposed[0]
    assert (proposed.low, proposed.high) == (FA, FO)


def test_a_high_median_under_the_low_one_is_raised_to_it() -> None:
    voted = (Tally(1, LOW, "g0", Counts(0, 0, 6)), Tally(1, HIGH, "g0", Counts(0, 6, 0)))
    proposed = sitting_result(sitting(tallies=voted)).talks[0].proposed[0]
    assert (proposed.low, proposed.high) == (FO, FO)


def test_one_question_proposes_the_quartiles() -> None:
    voted = (Tally(1, Question(Aspect.SUBSTITUTION), "g0", Counts(2, 2, 2)),)
    proposed = sitting_result(sitting(Scope.SUBSTITUTION_ONCE, tallies=voted)).talks[0].proposed[0]
    assert (proposed.low, proposed.high) == (FA, FO)


def test_nothing_is_proposed_from_votes_that_may_not_be_shown() -> None:
    voted = (Tally(1, LOW, "g0", Counts(0, 4, 0)), Tally(1, HIGH, "g0", Counts(0, 4, 0)))
    result = sitting_result(sitting(tallies=voted)).talks[0]
    assert result.proposed == ()
    assert [one.consensus for one in result.questions] == [None, None]


def test_a_panel_without_staff_or_representatives_is_remarked() -> None:
    made = sitting()
    assert not sitting_result(made).lacks_staff
    alone = replace(made, groups=(Group("g0", GroupKind.STAFF, 1),))
    assert sitting_result(alone).lacks_staff
    assert sitting_result(alone).lacks_representatives


def test_the_agenda_puts_first_what_splits_and_weighs() -> None:
    made = profession(1, (task(1), task(2), task(3), task(4)))
    split, agreed = Counts(3, 0, 3), Counts(0, 6, 0)
    talks = (
        Talk("t1", "1", "", tallies=(Tally(1, LOW, "g0", agreed),)),
        Talk("t2", "2", "", tallies=(Tally(1, LOW, "g0", split),)),
        Talk("t3", "3", "", tallies=(Tally(1, LOW, "g0", split),), is_parked=True),
        Talk("t4", "4", "", tallies=(Tally(1, LOW, "g0", split),), is_settled=True),
    )
    listed = agenda(made, replace(sitting(), talks=talks), (), SHIPPED_RATES[Rule.WEIGHTED])
    assert [item.task_id for item in listed] == ["t2", "t1", "t3", "t4"]
    assert listed[0].score == pytest.approx((1 - 0.0) * 0.25 * 0.5)


def test_two_activities_carry_the_gap_of_the_secretary() -> None:
    tasks = secretary().professions[0].tasks
    listed = [
        (
            task.id,
            task.level(Hypothesis.LOW, Aspect.SUBSTITUTION),
            task.level(Hypothesis.HIGH, Aspect.SUBSTITUTION),
        )
        for task in tasks
    ]
    found = gap(listed, (1.0,) * len(tasks), SHIPPED_RATES[Rule.SHARE_OF_FORT])
    assert found.task_ids == ("sec-1", "sec-8")
    assert found.part == 1.0


def test_hypotheses_that_do_not_differ_leave_no_gap() -> None:
    assert gap([("a", MO, MO)], (1.0,), SHIPPED_RATES[Rule.WEIGHTED]).task_ids == ()


def test_the_distance_to_the_decision_is_counted_in_levels() -> None:
    made = profession(1, (task(1, FA, FO), task(2, MO, MO)))
    voted = (Tally(1, LOW, "g0", Counts(0, 0, 6)), Tally(1, HIGH, "g0", Counts(0, 0, 6)))
    found = distances(made, sitting_result(sitting(tallies=voted)))
    assert [(one.task_id, one.hypothesis, one.levels) for one in found] == [
        ("t1", Hypothesis.LOW, 2),
        ("t1", Hypothesis.HIGH, 0),
    ]


def test_unusable_weights_and_rates_leave_an_agenda_by_votes_alone() -> None:
    made = profession(1, (task(1), task(2)))
    talks = (Talk("t1", "1", ""), Talk("t2", "2", "", round=2, tallies=(Tally(1, LOW, "g0", Counts(3, 0, 3)),)))
    listed = agenda(made, replace(sitting(), talks=talks), (0.0, 0.0), None)
    assert [item.task_id for item in listed] == ["t2", "t1"]
    assert listed[0].consensus == 0.0
    assert listed[1].consensus is None


def test_the_gap_stops_at_most_of_it() -> None:
    listed = [(name, FA, FO) for name in "abcde"]
    found = gap(listed, (4.0, 3.0, 1.0, 1.0, 1.0), SHIPPED_RATES[Rule.WEIGHTED])
    assert found.task_ids == ("a", "b", "c")
    assert found.part == pytest.approx(0.8)
    assert gap([("a", None, FO)], (1.0,), SHIPPED_RATES[Rule.WEIGHTED]).task_ids == ()


def test_a_question_that_was_not_voted_has_no_result_and_a_round_has_one_alpha() -> None:
    voted = (Tally(1, LOW, "g0", Counts(3, 3, 0)), Tally(2, LOW, "g0", Counts(0, 6, 0)))
    result = sitting_result(sitting(tallies=voted, round_number=2))
    assert result.talks[0].result(1, LOW) is not None
    assert result.talks[0].result(1, HIGH) is None
    assert len(result.alphas) == 2
    assert distances(profession(1, (task(1, FA, FO),)), result)[0].levels == 1
    nothing = sitting_result(sitting())
    assert nothing.talks[0].proposed == ()
    assert distances(profession(1, (task(1, FA, FO),)), nothing) == ()
    assert result.talks[0].proposed[0].under(Hypothesis.HIGH) is None


def test_criteria_are_proposed_one_by_one() -> None:
    question = Question(Aspect.ROI, Hypothesis.LOW)
    proposed = sitting_result(sitting(Scope.CRITERIA, tallies=(Tally(1, question, "g0", Counts(0, 6, 0)),))).talks[0]
    assert [(one.aspect, one.low) for one in proposed.proposed][-1] == (Aspect.ROI, MO)

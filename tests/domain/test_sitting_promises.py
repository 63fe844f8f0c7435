"""What was said to those who voted holds: the least size shown, the rounds begun, and sittings that come whole."""

from dataclasses import replace

import pytest

from impactapp.domain.analysis.agenda import agenda
from impactapp.domain.analysis.sittings import alpha_of
from impactapp.domain.edits import votes, workshop
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.sitting_gates import MOST_ROUNDS
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.rule import SHIPPED_RATES, Rule
from impactapp.domain.study import Study
from impactapp.domain.workshop import (
    Counts,
    Group,
    GroupKind,
    Moment,
    Protocol,
    Question,
    Sitting,
    Talk,
    Tally,
    empty_survey,
)
from tests.builders import profession, study, task

LOW = Question(Aspect.SUBSTITUTION, Hypothesis.LOW)
STAFF = Group("staff", GroupKind.STAFF, 9)
SITTING = Sitting("s1", "Séance 1", groups=(STAFF,), survey=empty_survey())
MADE = replace(study(profession(1, (task(1), task(2)))), sittings=(SITTING,))
HANDS = votes.count_hands(SITTING, "t1", LOW, "staff", Counts(2, 4, 3))
LESS = workshop.set_protocol(SITTING, Protocol(least_shown=1))


def refusal(edit: Edit, made: Study = MADE) -> Problem:
    with pytest.raises(EditError) as refused:
        edit.change(made)
    return refused.value.problem


@pytest.mark.parametrize(
    "said",
    [
        HANDS,
        workshop.set_positions(SITTING, Moment.BEFORE, "staff", (1, 2, 0, 0)),
        workshop.set_survey_counts(SITTING, 1, (0, 0, 2, 1)),
    ],
)
def test_less_is_never_hidden_than_what_was_said_to_those_who_answered(said: Edit) -> None:
    assert refusal(LESS, said.change(MADE)) is Problem.LEAST_SHOWN_PROMISED


def test_the_least_size_is_free_before_anyone_answered_and_may_be_raised_after() -> None:
    assert LESS.change(MADE).sittings[0].protocol.least_shown == 1
    more = workshop.set_protocol(SITTING, Protocol(least_shown=8))
    assert more.change(HANDS.change(MADE)).sittings[0].protocol.least_shown == 8


def test_there_are_no_fewer_rounds_than_have_begun() -> None:
    second = votes.new_round(SITTING, "t1").change(HANDS.change(MADE))
    assert refusal(workshop.set_protocol(SITTING, Protocol(rounds=1)), second) is Problem.ROUND_REACHED
    kept = workshop.set_protocol(SITTING, Protocol(rounds=2, minutes=90)).change(second)
    assert kept.sittings[0].protocol.minutes == 90


@pytest.mark.parametrize(
    "talk",
    [
        Talk("t1", "Accueil", "Métier", round=MOST_ROUNDS + 1),
        Talk("t1", "Accueil", "Métier", round=1, tallies=(Tally(2, LOW, "staff", Counts(1, 0, 0)),)),
    ],
)
def test_a_sitting_that_comes_whole_holds_no_round_that_was_not_reached(talk: Talk) -> None:
    whole = replace(SITTING, id="s2", title="Séance 2", talks=(talk,))
    assert refusal(workshop.add_sitting(whole)) is Problem.NO_ROUND_LEFT


def test_before_a_word_is_said_the_agenda_goes_by_leverage_alone() -> None:
    items = agenda(MADE.professions[0], SITTING, (0.3, 0.7), SHIPPED_RATES[Rule.WEIGHTED])
    assert [(item.task_id, item.consensus, item.score) for item in items] == [("t2", None, None), ("t1", None, None)]


def test_alpha_looks_at_the_activities_it_is_asked_for() -> None:
    counted = HANDS.change(MADE)
    for task_id, question in (("t1", Question(Aspect.SUBSTITUTION, Hypothesis.HIGH)), ("t2", LOW)):
        counted = votes.count_hands(SITTING, task_id, question, "staff", Counts(0, 0, 9)).change(counted)
    both = alpha_of(counted.sittings[0], ["t1", "t2"], 1)
    assert alpha_of(counted.sittings[0], ["t1"], 1) not in (None, both)
    assert alpha_of(counted.sittings[0], ["t2"], 1) is None


def test_a_sitting_is_found_by_its_id() -> None:
    assert MADE.sitting("s1") is SITTING
    assert MADE.sitting("gone") is None

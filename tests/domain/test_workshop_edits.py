"""Edits of a sitting: what is let in, what is refused, and what undo brings back."""

from dataclasses import replace
from datetime import date

import pytest

from impactapp.domain.analysis.sittings import last_sitting
from impactapp.domain.analysis.votes import VotedLevels
from impactapp.domain.edits import professions, votes, workshop
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.outcomes import cells_of, decide_levels
from impactapp.domain.edits.votes import Ballot
from impactapp.domain.level import CRITERIA, Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Origin, Study
from impactapp.domain.workshop import (
    Counts,
    Group,
    GroupKind,
    Moment,
    Pool,
    Protocol,
    Question,
    Scope,
    Sitting,
    Tally,
    empty_survey,
    questions,
)
from tests.builders import FA, FO, MO, profession, study, task

LOW = Question(Aspect.SUBSTITUTION, Hypothesis.LOW)
HIGH = Question(Aspect.SUBSTITUTION, Hypothesis.HIGH)
STAFF, UNIONS = Group("staff", GroupKind.STAFF, 6), Group("unions", GroupKind.REPRESENTATIVES, 2)
SITTING = Sitting("s1", "Séance 1", profession_ids=("p1",), groups=(STAFF, UNIONS), survey=empty_survey())
MADE = replace(study(profession(1, (task(1), task(2))), profession(2)), sittings=(SITTING,))


def after(edit: Edit, made: Study = MADE) -> Sitting:
    return edit.change(made).sittings[0]


def refusal(edit: Edit, made: Study = MADE) -> Problem:
    with pytest.raises(EditError) as refused:
        edit.change(made)
    return refused.value.problem


def voted(*edits: Edit) -> Study:
    made = MADE
    for edit in edits:
        made = edit.change(made)
    return made


HANDS = votes.count_hands(SITTING, "t1", LOW, "staff", Counts(3, 2, 1))


def test_a_sitting_is_added_and_removed() -> None:
    second = Sitting("s2", " Séance 2 ", profession_ids=("p2",))
    assert [one.title for one in workshop.add_sitting(second).change(MADE).sittings] == ["Séance 1", "Séance 2"]
    assert refusal(workshop.add_sitting(replace(second, id="s1"))) is Problem.ID_TAKEN
    assert refusal(workshop.add_sitting(replace(second, title="SÉANCE 1"))) is Problem.TITLE_TAKEN
    assert refusal(workshop.add_sitting(replace(second, profession_ids=("p9",)))) is Problem.UNKNOWN_PROFESSION
    assert workshop.remove_sitting(SITTING).change(MADE).sittings == ()
    assert refusal(workshop.remove_sitting(second)) is Problem.UNKNOWN_SITTING


def test_a_sitting_is_described() -> None:
    assert after(workshop.rename_sitting(SITTING, "Atelier")).title == "Atelier"
    assert after(workshop.set_sitting_day(SITTING, date(2026, 11, 22))).day == date(2026, 11, 22)
    assert after(workshop.set_sitting_place(SITTING, " Salle 4 ")).place == "Salle 4"
    assert after(workshop.set_sitting_professions(SITTING, ["p2", "p1"])).profession_ids == ("p1", "p2")
    other = workshop.add_sitting(Sitting("s2", "Atelier")).change(MADE)
    assert refusal(workshop.rename_sitting(SITTING, "Atelier"), other) is Problem.TITLE_TAKEN
    assert workshop.set_sitting_place(SITTING, "").change(MADE) is MADE


def test_a_profession_that_goes_leaves_the_sitting() -> None:
    assert professions.remove_profession("p1", "").change(MADE).sittings[0].profession_ids == ()
    assert professions.remove_profession("p2", "").change(MADE).sittings[0] is SITTING


def test_a_sitting_that_loses_its_only_profession_is_about_none_until_one_is_chosen() -> None:
    gone = professions.remove_profession("p1", "").change(MADE)
    orphan = gone.sittings[0]
    assert (orphan.is_about_none, orphan.is_about("p2")) == (True, False)
    assert after(workshop.set_sitting_professions(orphan, ["p2"]), gone).is_about("p2")
    everything = after(workshop.set_sitting_professions(orphan, []), gone)
    assert (everything.is_about_none, everything.is_about("p2")) == (False, True)
    of_two = workshop.set_sitting_professions(SITTING, ["p1", "p2"]).change(MADE)
    assert not professions.remove_profession("p1", "").change(of_two).sittings[0].is_about_none


@pytest.mark.parametrize(
    "protocol",
    [Protocol(rounds=0), Protocol(rounds=6), Protocol(least_shown=0), Protocol(agreement=0.4), Protocol(minutes=0)],
)
def test_a_protocol_out_of_range_is_refused(protocol: Protocol) -> None:
    assert refusal(workshop.set_protocol(SITTING, protocol)) is Problem.PROTOCOL_OUT_OF_RANGE


def test_what_is_voted_cannot_change_once_something_was() -> None:
    once = Protocol(scope=Scope.SUBSTITUTION_ONCE)
    assert after(workshop.set_protocol(SITTING, once)).protocol is once
    assert refusal(workshop.set_protocol(SITTING, once), voted(HANDS)) is Problem.SCOPE_IN_USE
    assert after(workshop.set_protocol(SITTING, Protocol(rounds=3)), voted(HANDS)).protocol.rounds == 3


def test_groups_are_counted_and_never_smaller_than_what_they_voted() -> None:
    users = Group("users", GroupKind.USERS, 3)
    assert after(workshop.set_group(SITTING, users)).groups == (STAFF, UNIONS, users)
    assert after(workshop.set_group(SITTING, replace(STAFF, size=9))).groups[0].size == 9
    assert refusal(workshop.set_group(SITTING, replace(STAFF, size=0))) is Problem.GROUP_SIZE_OUT_OF_RANGE
    assert refusal(workshop.set_group(SITTING, replace(users, kind=GroupKind.OTHER))) is Problem.TITLE_EMPTY
    assert refusal(workshop.set_group(SITTING, replace(STAFF, size=5)), voted(HANDS)) is Problem.COUNTS_ABOVE_GROUP
    assert after(workshop.remove_group(SITTING, "unions")).groups == (STAFF,)
    assert refusal(workshop.remove_group(SITTING, "nobody")) is Problem.UNKNOWN_GROUP
    assert refusal(workshop.remove_group(SITTING, "staff"), voted(HANDS)) is Problem.GROUP_HAS_VOTED


def test_hands_are_counted_and_counted_again() -> None:
    talk = voted(HANDS).sittings[0].talks[0]
    assert (talk.title, talk.profession) == ("Activité 1", "Métier 1")
    assert talk.tallies == (Tally(1, LOW, "staff", Counts(3, 2, 1)),)
    again = after(votes.count_hands(SITTING, "t1", LOW, "staff", Counts(0, 6, 0)), voted(HANDS))
    assert again.talks[0].tallies == (Tally(1, LOW, "staff", Counts(0, 6, 0)),)
    assert after(votes.count_hands(SITTING, "t1", LOW, "staff", Counts()), voted(HANDS)).talks[0].tallies == ()


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (votes.count_hands(SITTING, "t1", LOW, "staff", Counts(7, 0, 0)), Problem.COUNTS_ABOVE_GROUP),
        (votes.count_hands(SITTING, "t1", LOW, "staff", Counts(-1, 0, 0)), Problem.COUNT_NEGATIVE),
        (votes.count_hands(SITTING, "t1", LOW, "nobody", Counts(1, 0, 0)), Problem.UNKNOWN_GROUP),
        (votes.count_hands(SITTING, "t9", LOW, "staff", Counts(1, 0, 0)), Problem.UNKNOWN_TASK),
        (
            votes.count_hands(SITTING, "t1", Question(Aspect.ROI, Hypothesis.LOW), "staff", Counts(1, 0, 0)),
            Problem.QUESTION_NOT_ASKED,
        ),
    ],
)
def test_counts_that_cannot_be_are_refused(edit: Edit, problem: Problem) -> None:
    assert refusal(edit) is problem


def ballot(number: str = "", level: Level = MO, group: str = "unions") -> Ballot:
    return Ballot(number, group, {("t1", LOW): level, ("t2", HIGH): FO})


def test_the_order_of_ballots_never_matters() -> None:
    one, other = ballot("b", FA), ballot("a", FO)
    here = votes.cast_ballots(SITTING, [one, other]).change(MADE)
    there = votes.cast_ballots(SITTING, [other, one]).change(MADE)
    assert here == there
    assert here.sittings[0].received == ("a", "b")
    talk = here.sittings[0].talks[0]
    assert talk.tallies == (Tally(1, LOW, "unions", Counts(), apart=2),)
    assert talk.pools == (Pool(1, LOW, waiting=Counts(1, 0, 1)),)


def test_what_the_first_ballot_leaves_blank_does_not_order_the_talks() -> None:
    one, other = Ballot("a", "unions", {("t2", LOW): FA}), Ballot("b", "unions", {("t1", LOW): FA})
    here = votes.cast_ballots(SITTING, [one, other]).change(MADE)
    assert [talk.task_id for talk in here.sittings[0].talks] == ["t1", "t2"]
    assert here == votes.cast_ballots(SITTING, [other, one]).change(MADE)


def test_a_ballot_counts_once_and_one_too_many_changes_nothing() -> None:
    counted = votes.cast_ballots(SITTING, [ballot("a")]).change(MADE)
    assert refusal(votes.cast_ballots(SITTING, [ballot("a")]), counted) is Problem.BALLOT_COUNTED_BEFORE
    three = [ballot("b"), ballot("c"), ballot("d")]
    assert refusal(votes.cast_ballots(SITTING, three)) is Problem.COUNTS_ABOVE_GROUP
    assert votes.cast_ballots(SITTING, [ballot()]).change(MADE).sittings[0].received == ()


def test_a_second_round_keeps_the_first() -> None:
    again = votes.new_round(SITTING, "t1").change(voted(HANDS))
    second = votes.count_hands(SITTING, "t1", LOW, "staff", Counts(0, 6, 0)).change(again)
    assert [(t.round, t.counts) for t in second.sittings[0].talks[0].tallies] == [
        (1, Counts(3, 2, 1)),
        (2, Counts(0, 6, 0)),
    ]
    assert refusal(votes.new_round(SITTING, "t1"), again) is Problem.ROUND_WITHOUT_VOTES
    assert refusal(votes.new_round(SITTING, "t1"), second) is Problem.NO_ROUND_LEFT
    assert refusal(votes.new_round(SITTING, "t2")) is Problem.ROUND_WITHOUT_VOTES


def test_a_task_is_parked_taken_up_settled_and_noted() -> None:
    parked = votes.park(SITTING, "t1", parked=True).change(MADE)
    assert parked.sittings[0].talks[0].is_parked
    assert not after(HANDS, parked).talks[0].is_parked
    assert after(votes.settle(SITTING, "t1", settled=True), parked).talks[0].is_settled
    assert after(votes.set_note(SITTING, "t1", " à revoir ")).talks[0].note == "à revoir"
    spent = voted(votes.spend(SITTING, "t1", 90), votes.spend(SITTING, "t1", 30))
    assert spent.sittings[0].talks[0].seconds == 120


def test_dissent_is_a_count_and_a_sentence() -> None:
    told = after(votes.set_dissent(SITTING, "t1", 2, "Le volume est sous-estimé.")).talks[0]
    assert (told.dissent, told.dissent_text) == (2, "Le volume est sous-estimé.")
    assert refusal(votes.set_dissent(SITTING, "t1", 9, "")) is Problem.COUNTS_ABOVE_GROUP


def test_positions_and_answers_are_counted_within_the_group() -> None:
    placed = after(workshop.set_positions(SITTING, Moment.BEFORE, "staff", (3, 2, 1, 0)))
    assert placed.positions[0].counts == (3, 2, 1, 0)
    assert after(workshop.set_positions(placed, Moment.BEFORE, "staff", (0, 0, 0, 0))).positions == ()
    assert refusal(workshop.set_positions(SITTING, Moment.AFTER, "unions", (3, 0, 0, 0))) is Problem.COUNTS_ABOVE_GROUP
    asked = after(workshop.set_survey_text(SITTING, 2, "Utile ?"))
    assert [item.text for item in asked.survey][:3] == ["", "Utile ?", ""]
    assert after(workshop.set_survey_counts(SITTING, 2, (1, 2, 3, 2))).survey[1].counts == (1, 2, 3, 2)
    assert refusal(workshop.set_survey_counts(SITTING, 2, (9, 0, 0, 0))) is Problem.COUNTS_ABOVE_GROUP


def test_a_decision_is_written_in_the_matrix_with_its_reason_and_settles() -> None:
    cells = cells_of("t1", [VotedLevels(Aspect.SUBSTITUTION, MO, FO)])
    made = decide_levels(SITTING, "t1", cells, "Vote du second tour").change(MADE)
    decided = made.professions[0].tasks[0]
    assert decided.level(Hypothesis.LOW, Aspect.SUBSTITUTION) is MO
    assert decided.judgement(Hypothesis.HIGH, Aspect.SUBSTITUTION).text == "Vote du second tour"
    assert made.sittings[0].talks[0].is_settled
    assert refusal(decide_levels(SITTING, "t2", cells)) is Problem.UNKNOWN_TASK
    again = decide_levels(SITTING, "t1", cells).change(made)
    assert again.professions[0].tasks[0] == decided
    below = cells_of("t1", [VotedLevels(Aspect.SUBSTITUTION, FO, FA)])
    assert refusal(decide_levels(SITTING, "t1", below)) is Problem.HIGH_BELOW_LOW
    assert cells_of("t1", [VotedLevels(Aspect.SUBSTITUTION, None, None)]) == {}


def test_training_belongs_to_the_demonstration_and_leaves_its_decisions_alone() -> None:
    training = Sitting("s2", "Formation", groups=(STAFF,), is_training=True)
    assert refusal(workshop.add_sitting(training)) is Problem.TRAINING_NEEDS_DEMONSTRATION
    demonstration = replace(MADE, origin=Origin.DEMONSTRATION)
    made = workshop.add_sitting(training).change(demonstration)
    settled = decide_levels(training, "t1", cells_of("t1", [VotedLevels(Aspect.SUBSTITUTION, MO, FO)])).change(made)
    assert settled.professions == made.professions
    assert settled.sittings[1].talks[0].is_settled


def test_the_last_sitting_that_voted_a_profession_speaks_for_it() -> None:
    assert last_sitting(MADE, "p1") is None
    counted = voted(HANDS)
    assert last_sitting(counted, "p1") is counted.sittings[0]
    assert last_sitting(counted, "p2") is None


def test_a_reset_takes_back_the_votes_and_keeps_the_participants() -> None:
    made = voted(HANDS, votes.cast_ballots(SITTING, [ballot("a")]), votes.spend(SITTING, "t1", 5))
    assert after(votes.reset_votes(SITTING), made) == SITTING


def test_criteria_are_asked_under_both_hypotheses() -> None:
    asked = questions(Scope.CRITERIA)
    assert len(asked) == 2 * len(CRITERIA)
    assert {question.hypothesis for question in asked} == set(Hypothesis)

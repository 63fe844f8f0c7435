"""Secret votes are shown in packets of the least size or more, whatever is compared with whatever."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.agenda import least_consensus
from impactapp.domain.analysis.reveal import Revealed, reveal
from impactapp.domain.analysis.sittings import sitting_result
from impactapp.domain.edits import votes, workshop
from impactapp.domain.edits.urn import can_open, open_urn
from impactapp.domain.edits.votes import Ballot
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Group, GroupKind, Pool, Protocol, Question, Sitting, Talk, Tally
from tests.builders import FA, FO, MO, profession, study, task

LOW = Question(Aspect.SUBSTITUTION, Hypothesis.LOW)
STAFF, MANAGERS = Group("staff", GroupKind.STAFF, 30), Group("managers", GroupKind.MANAGEMENT, 30)
UNIONS, ALONE = Group("unions", GroupKind.REPRESENTATIVES, 3), Group("alone", GroupKind.HUMAN_RESOURCES, 1)
GROUPS = (STAFF, MANAGERS, UNIONS, ALONE)
SITTING = Sitting("s1", "Séance 1", groups=GROUPS)
MADE = replace(study(profession(1, (task(1), task(2)))), sittings=(SITTING,))


def cast(made: Study, group_id: str, *levels: Level, task_id: str = "t1") -> Study:
    ballots = [Ballot("", group_id, {(task_id, LOW): level}) for level in levels]
    return votes.cast_ballots(SITTING, ballots).change(made)


def shown_after(made: Study) -> Study:
    return open_urn(made.sittings[0]).change(made)


def seen(made: Study, least: int = 5) -> Revealed:
    (talk,) = made.sittings[0].talks
    return reveal(talk, 1, LOW, least)


def test_late_votes_wait_until_there_are_enough_of_them_to_be_shown() -> None:
    first = shown_after(cast(MADE, "staff", MO, MO, FO, FA, MO, MO))
    assert seen(first).total == Counts(1, 4, 1)
    late = shown_after(cast(first, "staff", FO))
    assert (seen(late).total, seen(late).groups, seen(late).waiting) == (Counts(1, 4, 1), seen(first).groups, 1)
    enough = shown_after(cast(late, "staff", FO, FO, FO, FO))
    assert (seen(enough).total, seen(enough).waiting) == (Counts(1, 4, 6), 0)


def test_nothing_is_shown_before_the_urn_is_opened_nor_opened_with_too_few() -> None:
    six = cast(MADE, "staff", *[MO] * 6)
    assert (seen(six).total, seen(six).waiting) == (None, 6)
    assert can_open(six.sittings[0], "t1")
    four = cast(MADE, "staff", *[MO] * 4)
    assert not can_open(four.sittings[0])
    assert shown_after(four) == four


def test_the_agenda_consensus_and_proposal_follow_the_votes_that_are_shown() -> None:
    first = shown_after(cast(MADE, "staff", *[MO] * 5))
    late = cast(first, "staff", FA, FO)
    (before,), (after,) = (sitting_result(made.sittings[0]).talks for made in (first, late))
    assert after.proposed == before.proposed != ()
    assert [one.consensus for one in after.questions] == [one.consensus for one in before.questions]
    assert least_consensus(late.sittings[0].talks[0], Protocol()) == 1


def test_the_vote_of_a_group_of_one_is_nowhere_told_from_those_of_others() -> None:
    made = cast(MADE, "alone", FO)
    talk = made.sittings[0].talks[0]
    assert talk.tallies == (Tally(1, LOW, "alone", Counts(), apart=1),)
    shown = shown_after(cast(cast(made, "unions", FA, FA), "staff", MO, MO))
    (talk,) = shown.sittings[0].talks
    assert talk.pools == (Pool(1, LOW, Counts(2, 2, 1)),)
    assert [(tally.group_id, tally.counts, tally.apart) for tally in talk.tallies] == [
        ("alone", Counts(), 1),
        ("staff", Counts(), 2),
        ("unions", Counts(), 2),
    ]
    assert seen(shown).groups == ()


def test_a_group_of_one_votes_once() -> None:
    made = cast(MADE, "alone", FO)
    with pytest.raises(EditError) as refused:
        cast(made, "alone", FO)
    assert refused.value.problem is Problem.COUNTS_ABOVE_GROUP


def test_hands_are_shown_at_once_and_stand_for_the_ballots_of_the_group() -> None:
    made = cast(MADE, "staff", *[FO] * 3)
    hands = votes.count_hands(SITTING, "t1", LOW, "staff", Counts(1, 4, 1)).change(made)
    assert (seen(hands).total, seen(hands).waiting) == (Counts(1, 4, 1), 0)


def test_hands_never_take_votes_out_of_those_told_together() -> None:
    made = shown_after(cast(cast(MADE, "unions", FA, FA), "staff", MO, MO, MO))
    with pytest.raises(EditError) as refused:
        votes.count_hands(SITTING, "t1", LOW, "unions", Counts(0, 2, 0)).change(made)
    assert refused.value.problem is Problem.SECRET_VOTES_COUNTED
    other = votes.count_hands(SITTING, "t1", LOW, "unions", Counts(0, 0, 1)).change(made)
    assert seen(other).total == Counts(2, 3, 1)


def test_all_of_a_room_of_small_groups_is_told_together() -> None:
    shown = shown_after(cast(cast(cast(MADE, "unions", FA, MO, MO), "alone", FO), "managers", MO))
    assert (seen(shown).total, seen(shown).groups) == (Counts(1, 3, 1), ())
    assert set(seen(shown).hidden) == {"unions", "alone", "managers"}


def test_votes_that_are_all_the_same_are_told_as_such() -> None:
    assert seen(shown_after(cast(MADE, "staff", *[FO] * 5))).is_unanimous
    assert not seen(shown_after(cast(MADE, "staff", *[FO] * 5, MO))).is_unanimous


def test_one_round_and_one_activity_are_opened_without_the_others() -> None:
    made = cast(cast(MADE, "staff", *[MO] * 5), "staff", *[FO] * 5, task_id="t2")
    first = open_urn(made.sittings[0], ["t1"]).change(made).sittings[0]
    assert [talk.waiting(1, LOW) for talk in first.talks] == [0, 5]


def test_pools_that_hold_other_votes_than_the_groups_gave_are_refused() -> None:
    tally = Tally(1, LOW, "unions", Counts(), apart=2)
    for pools in ((), (Pool(1, LOW, Counts(0, 1, 0)),), (Pool(1, LOW, Counts(0, 3, -1)),)):
        talk = Talk("t1", "Activité", "Métier", tallies=(tally,), pools=pools)
        with pytest.raises(EditError) as refused:
            workshop.add_sitting(replace(SITTING, id="s2", title="Autre", talks=(talk,))).change(MADE)
        assert refused.value.problem is Problem.VOTES_OF_NOBODY


def test_a_sitting_comes_whole_with_the_votes_of_its_urn() -> None:
    shown = shown_after(cast(cast(MADE, "unions", FA, FA), "staff", MO, MO, MO))
    late = cast(shown, "alone", FO).sittings[0]
    whole = replace(late, id="s2", title="Autre")
    assert workshop.add_sitting(whole).change(MADE).sittings[1] == whole


@dataclass
class Observer:
    """Somebody who knows who cast which ballot but not what, and keeps a photograph of everything ever shown."""

    waiting: dict[str, set[int]] = field(default_factory=dict)
    alone: dict[str, set[int]] = field(default_factory=dict)
    together: set[int] = field(default_factory=set)
    photographs: list[frozenset[int]] = field(default_factory=list)

    def cast(self, group_id: str, number: int) -> None:
        self.waiting.setdefault(group_id, set()).add(number)

    def opened(self, before: Study, after: Study) -> None:
        """The urn is opened whole: who voted is now in the bars of the group, or with all."""
        talk, former = after.sittings[0].talks[0], before.sittings[0].talks[0]
        for group_id, numbers in self.waiting.items():
            now, then = talk.tally(1, LOW, group_id), former.tally(1, LOW, group_id)
            assert now is not None
            assert then is not None
            own = self.alone.setdefault(group_id, set())
            (own if now.counts != then.counts else self.together).update(numbers)
        self.waiting = {}

    def looks(self, shown: Revealed) -> None:
        if shown.total is None:
            return
        everybody = self.together.union(*self.alone.values()) if self.alone else set(self.together)
        assert shown.total.total == len(everybody)
        self.photographs.append(frozenset(everybody))
        for group_id, counts in shown.groups:
            assert counts.total == len(self.alone[group_id])
            self.photographs.append(frozenset(self.alone[group_id]))

    def smallest_told(self) -> int:
        """Of all votes that the same photographs hold, those of which the photographs together say the least."""
        told: dict[tuple[bool, ...], int] = {}
        for number in frozenset().union(*self.photographs):
            signature = tuple(number in photograph for photograph in self.photographs)
            told[signature] = told.get(signature, 0) + 1
        return min(told.values(), default=10**6)


_votes = st.tuples(st.sampled_from(GROUPS), st.integers(1, 6), st.sampled_from(Level))
_acts = st.lists(st.none() | _votes, max_size=14)


@given(_acts, st.integers(2, 8))
def test_no_two_photographs_tell_fewer_votes_than_the_least_size(
    acts: Sequence[tuple[Group, int, Level] | None], least: int
) -> None:
    sitting = replace(SITTING, protocol=Protocol(least_shown=least))
    made, observer, number = replace(MADE, sittings=(sitting,)), Observer(), 0
    for act in (*acts, None):
        before = made
        if act is None:
            made = shown_after(made)
            if made is not before:
                observer.opened(before, made)
        else:
            group, many, level = act
            for _vote in range(many):
                talks = made.sittings[0].talks
                tally = talks[0].tally(1, LOW, group.id) if talks else None
                if tally is None or tally.voted < group.size:
                    made = cast(made, group.id, level)
                    observer.cast(group.id, number)
                    number += 1
        if made.sittings[0].talks:
            observer.looks(seen(made, least))
    assert observer.smallest_told() >= least


@given(st.permutations([("staff", FA), ("staff", FO), ("unions", MO), ("alone", FO), ("managers", FA), ("staff", MO)]))
def test_the_order_of_the_voters_never_matters(order: Iterable[tuple[str, Level]]) -> None:
    made = MADE
    for group_id, level in order:
        made = cast(made, group_id, level)
    assert _said(made) == _said(_cast_all(sorted(order)))
    assert _said(shown_after(made)) == _said(shown_after(_cast_all(sorted(order))))


def _cast_all(order: Iterable[tuple[str, Level]]) -> Study:
    made = MADE
    for group_id, level in order:
        made = cast(made, group_id, level)
    return made


def _said(made: Study) -> Mapping[str, object]:
    (talk,) = made.sittings[0].talks
    return {"tallies": talk.tallies, "pools": talk.pools}

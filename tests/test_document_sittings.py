"""Any sequence of what happens in sittings, between all other edits: the file holds what the document shows."""

from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from impactapp.domain.edits import outcomes, votes, workshop
from impactapp.domain.edits.edit import EditKind
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.edits.urn import open_urn
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.workshop import (
    Counts,
    Group,
    GroupKind,
    Moment,
    Protocol,
    Question,
    Scope,
    Sitting,
    empty_survey,
    questions,
)
from tests.test_document_machine import NUMBERS, TITLES, DocumentMachine

VOTES = {"tally", "vote_pool", "received_ballot", "self_position"}
_levels = st.sampled_from(Level)
_few = st.integers(0, 3)


class SittingMachine(DocumentMachine):
    """The document, with sittings that are prepared, voted in, taken back and removed."""

    @rule(title=TITLES, number=NUMBERS, scope=st.sampled_from(Scope), flag=st.integers(0, 8))
    def add_sitting(self, title: str, number: int, scope: Scope, flag: int) -> None:
        about = (self._profession(number),) if self._profession(number) else ()
        groups = (Group("a", GroupKind.STAFF, 9), Group("b", GroupKind.OTHER, 2, title))
        made = Sitting(
            self._new_id(),
            title,
            None,
            "",
            about,
            groups,
            Protocol(scope=scope, least_shown=2 + flag % 5),
            survey=empty_survey(),
        )
        self._apply(workshop.add_sitting(made))
        self._apply(workshop.add_sitting(Sitting(self._new_id(), f"{title} 2", is_training=flag == 0)))

    @rule(number=NUMBERS, title=TITLES, day=st.none() | st.dates(), rounds=st.integers(0, 4))
    def describe_sitting(self, number: int, title: str, day: date | None, rounds: int) -> None:
        sitting = self._sitting(number)
        self._apply(workshop.rename_sitting(sitting, title))
        self._apply(workshop.set_sitting_day(sitting, day))
        self._apply(workshop.set_sitting_place(sitting, title))
        self._apply(workshop.set_sitting_professions(sitting, [p.id for p in self._document.study.professions]))
        self._apply(workshop.set_protocol(sitting, Protocol(rounds, sitting.protocol.scope, least_shown=number)))

    @rule(number=NUMBERS, kind=st.sampled_from(GroupKind), size=st.integers(0, 6), id=st.sampled_from("abc"))
    def change_groups(self, number: int, kind: GroupKind, size: int, id: str) -> None:
        self._apply(workshop.set_group(self._sitting(number), Group(id, kind, size)))

    @rule(number=NUMBERS, id=st.sampled_from("abc"))
    def remove_group(self, number: int, id: str) -> None:
        self._apply(workshop.remove_group(self._sitting(number), id))

    @rule(number=NUMBERS, task=NUMBERS, asked=NUMBERS, id=st.sampled_from("ab"), counts=st.tuples(_few, _few, _few))
    def count_hands(self, number: int, task: int, asked: int, id: str, counts: tuple[int, int, int]) -> None:
        sitting = self._sitting(number)
        question = self._question(sitting, asked)
        self._apply(votes.count_hands(sitting, self._task(task), question, id, Counts(*counts)))

    @rule(number=NUMBERS, task=NUMBERS, asked=NUMBERS, levels=st.lists(_levels, max_size=6), ballot=NUMBERS)
    def cast_ballots(self, number: int, task: int, asked: int, levels: list[Level], ballot: int) -> None:
        sitting = self._sitting(number)
        vote = (self._task(task), self._question(sitting, asked))
        voters = ["a" if ballot % 2 else "b", *"aaaaa"]
        cast = [votes.Ballot(f"{ballot + at}" if at else "", voters[at], {vote: one}) for at, one in enumerate(levels)]
        self._apply(votes.cast_ballots(sitting, cast))

    @rule(number=NUMBERS)
    def open_urn(self, number: int) -> None:
        """No step of its own: every value of the history holds the votes as they are shown from now on."""
        sitting = self._sitting(number)
        if self._document.study.sitting(sitting.id) is not None and self._document.record(open_urn(sitting)):
            self._forget_history()

    @rule(number=NUMBERS, task=NUMBERS, text=TITLES, persons=_few)
    def talk(self, number: int, task: int, text: str, persons: int) -> None:
        sitting, id = self._sitting(number), self._task(task)
        self._apply(votes.park(sitting, id, parked=persons > 1))
        self._apply(votes.set_dissent(sitting, id, persons, text))
        self._apply(votes.set_note(sitting, id, text))
        self._apply(votes.spend(sitting, id, persons * 10))

    @rule(number=NUMBERS, task=NUMBERS)
    def new_round(self, number: int, task: int) -> None:
        self._apply(votes.new_round(self._sitting(number), self._task(task)))

    @rule(number=NUMBERS, task=NUMBERS, level=_levels)
    def decide(self, number: int, task: int, level: Level) -> None:
        id = self._task(task)
        cells = {Cell(id, hypothesis, Aspect.SUBSTITUTION): level for hypothesis in Hypothesis}
        self._apply(outcomes.decide_levels(self._sitting(number), id, cells, "Vote"))

    @rule(number=NUMBERS, moment=st.sampled_from(Moment), counts=st.tuples(_few, _few, _few, _few), text=TITLES)
    def place_and_ask(self, number: int, moment: Moment, counts: tuple[int, int, int, int], text: str) -> None:
        self._apply(workshop.set_positions(self._sitting(number), moment, "a", counts))
        self._apply(workshop.set_survey_counts(self._sitting(number), 1 + number % 6, counts))
        self._apply(workshop.set_survey_text(self._sitting(number), 1 + number % 6, text))

    @rule(number=NUMBERS)
    def reset_votes(self, number: int) -> None:
        self._apply(votes.reset_votes(self._sitting(number)))

    @rule(number=NUMBERS)
    def remove_sitting(self, number: int) -> None:
        self._apply(workshop.remove_sitting(self._sitting(number)))

    def teardown(self) -> None:
        logged = self._document.log()
        assert not VOTES & {change.table for line in logged for change in line.changes}
        assert not any(line.at.hour for line in logged if line.kind.endswith(EditKind.CAST_BALLOTS))
        super().teardown()

    def _sitting(self, number: int) -> Sitting:
        found = self._document.study.sittings
        return found[number % len(found)] if found else Sitting("", "")

    def _question(self, sitting: Sitting, number: int) -> Question:
        asked = questions(sitting.protocol.scope)
        return asked[number % len(asked)]


SittingMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestSittingMachine = SittingMachine.TestCase

"""The votes of an activity, from the keyboard alone: counting hands, and showing the votes."""

import pytest

from impactapp.domain.workshop import Counts, Group, GroupKind
from impactapp.ui.message import Message
from impactapp.ui.session import Session
from impactapp.ui.widgets.workshop.counts import KEPT
from tests.ui.workshop.sittings import HIGH, LOW, count, sitting, with_groups
from tests.ui.workshop.stage import Key, MakeStage, turns

ONE_GROUP = (Group("g1", GroupKind.STAFF, 9),)


def test_one_activity_is_counted_and_shown_with_twelve_keys(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("3\t5\t1\t2\t6\t1")
    stage.press(Key.Key_Return)
    assert stage.keys <= 12
    assert stage.counts(LOW, "g1") == Counts(3, 5, 1)
    assert stage.counts(HIGH, "g1") == Counts(2, 6, 1)
    assert stage.page.room.is_revealed
    assert "faible 3, moyen 5, fort 1" in stage.page.votes.reveal.words


def test_a_row_of_counts_is_one_step_of_undo(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("3\t5\t1\t")
    assert stage.session.undo()
    turns()
    assert stage.counts(LOW, "g1") is None
    assert stage.texts()[:3] == ["", "", ""]


def test_counts_above_the_group_are_refused_with_one_sentence_and_stay_to_be_corrected(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    before = stage.study
    stage.type("9\t9\t1\t")
    assert stage.study is before
    assert len(stage.refused) == 1
    assert stage.texts()[:3] == ["9", "9", "1"]
    assert stage.focused is stage.page.votes.board.rows[0].fields[0]
    stage.type("3\t5\t1\t")
    assert stage.counts(LOW, "g1") == Counts(3, 5, 1)


def test_a_count_can_be_corrected_though_the_sum_is_too_large_on_the_way(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("3\t5\t1")
    stage.press(Key.Key_Return)
    stage.page.votes.board.take_focus()
    stage.type("5\t3\t1\t")
    assert stage.refused == []
    assert stage.counts(LOW, "g1") == Counts(5, 3, 1)


def test_what_is_no_number_is_refused(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    for typed in ("x", "-1", "1,5"):
        before = stage.study
        stage.page.votes.board.take_focus()
        stage.type(f"{typed}\t\t\t")
        assert stage.study is before, typed
        assert stage.refused, typed
        stage.refused.clear()


def test_enter_shows_no_votes_while_counts_are_refused(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("99")
    stage.press(Key.Key_Return)
    assert not stage.page.room.is_revealed
    assert len(stage.refused) == 1


def test_what_was_typed_goes_to_the_activity_it_was_typed_for(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("3\t5\t1")
    stage.press(Key.Key_PageDown)
    assert stage.page.room.position == 1
    assert stage.counts(LOW, "g1") == Counts(3, 5, 1)
    assert stage.counts(LOW, "g1", "sec-2") is None
    assert stage.texts() == [""] * 6
    stage.type("1")
    # as the projector does
    stage.page.room.step(-1)
    turns()
    assert stage.counts(LOW, "g1", "sec-2") == Counts(1)


def test_secret_votes_are_not_read_from_the_fields(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    count(stage.session, LOW, "g1", Counts(3, 5, 1))
    count(stage.session, LOW, "g2", Counts(1, 1, 1))
    count(stage.session, LOW, "g3", Counts(0, 5))
    turns()
    rows = stage.page.votes.board.rows
    assert stage.texts()[:6] == [""] * 6
    assert rows[0].fields[0].placeholderText() == KEPT
    assert rows[0].said.text() == "9\xa0/\xa09"
    stage.page.room.reveal(True)
    turns()
    assert stage.texts()[:6] == ["3", "5", "1", "", "", ""]
    assert stage.texts()[6:9] == [""] * 3


def test_a_small_group_is_not_shown_and_the_reason_is_said(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    for group, counts in (("g1", Counts(3, 5, 1)), ("g2", Counts(1, 1, 1)), ("g3", Counts(0, 5))):
        count(stage.session, LOW, group, counts)
    stage.page.votes.show_button.click()
    turns()
    card = stage.page.votes.reveal.cards[0]
    assert [bar.title for bar in card.bars.bars] == ["Ensemble", "Agents du métier"]
    assert "Encadrement" in card.hidden.text()
    assert "Représentants du personnel" in card.hidden.text()
    assert "Faible et Fort" in card.consensus.text()


def test_a_sitting_without_participants_says_what_to_do_first(made: MakeStage) -> None:
    stage = made(with_groups())
    stage.open_votes()
    assert "qui participe" in stage.page.votes.nobody.text()
    assert not stage.page.votes.nobody.isHidden()


def test_a_study_that_cannot_be_changed_says_so_on_the_first_key(
    made: MakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = made(sitting())
    stage.open_votes()
    told: list[Message] = []
    stage.session.told.connect(told.append)
    monkeypatch.setattr(Session, "is_writable", property(lambda _self: False))
    stage.page.refresh(None)
    stage.type("3")
    stage.press(Key.Key_F9)
    assert len(told) == 2
    assert stage.texts()[:1] == [""]
    assert not stage.page.room.is_running

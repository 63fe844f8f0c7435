"""After the votes: deciding, voting again, setting aside, notes and who disagrees."""

from PySide6.QtWidgets import QLineEdit, QMessageBox

from impactapp.domain.edits import votes
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.workshop import Counts, Group, GroupKind, Scope
from tests.ui.workshop.sittings import LOW, count, sitting, with_groups
from tests.ui.workshop.stage import CTRL, Key, MakeStage, Stage, turns

ONE_GROUP = (Group("g1", GroupKind.STAFF, 9),)


def level(stage: Stage, hypothesis: Hypothesis, task: int = 0) -> Level | None:
    return stage.study.professions[0].tasks[task].level(hypothesis, Aspect.SUBSTITUTION)


def reason(stage: Stage) -> str:
    judgement = stage.study.professions[0].tasks[0].judgement(Hypothesis.LOW, Aspect.SUBSTITUTION)
    assert judgement is not None
    return judgement.text


def test_what_the_votes_propose_is_kept_with_two_keys(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("9\t\t\t0\t9\t0")
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Return, CTRL)
    assert (level(stage, Hypothesis.LOW), level(stage, Hypothesis.HIGH)) == (Level.FAIBLE, Level.MOYEN)
    assert stage.talk().is_settled
    assert stage.session.undo()
    assert (level(stage, Hypothesis.LOW), level(stage, Hypothesis.HIGH)) == (Level.MOYEN, Level.FORT)


def test_another_decision_than_the_votes_propose_asks_for_its_reason(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("9\t\t\t0\t9\t0")
    stage.press(Key.Key_Return)
    decide = stage.page.votes.decide
    decide.choices[(Aspect.SUBSTITUTION, Hypothesis.HIGH)].setCurrentIndex(3)
    before = stage.study
    assert not decide.decide()
    assert stage.study is before
    assert stage.focused is decide.reason
    stage.type("Accord du groupe")
    stage.press(Key.Key_Return)
    assert level(stage, Hypothesis.HIGH) is Level.FORT
    assert reason(stage) == "Accord du groupe"


def test_a_high_decision_below_the_low_one_is_refused(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.page.room.reveal(True)
    decide = stage.page.votes.decide
    decide.choices[(Aspect.SUBSTITUTION, Hypothesis.LOW)].setCurrentIndex(3)
    decide.choices[(Aspect.SUBSTITUTION, Hypothesis.HIGH)].setCurrentIndex(1)
    decide.reason.setText("Essai")
    before = stage.study
    assert not decide.decide()
    assert stage.study is before
    assert len(stage.refused) == 1


def test_what_is_being_chosen_stays_while_time_goes_by(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.page.room.reveal(True)
    decide = stage.page.votes.decide
    decide.choices[(Aspect.SUBSTITUTION, Hypothesis.LOW)].setCurrentIndex(1)
    decide.reason.setText("Motif en cours")
    assert stage.session.record(votes.spend(stage.sitting, "sec-1", 5))
    turns()
    assert decide.choices[(Aspect.SUBSTITUTION, Hypothesis.LOW)].currentIndex() == 1
    assert decide.reason.text() == "Motif en cours"


def test_a_new_round_asks_first_keeps_the_votes_and_can_be_undone(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("3\t5\t1")
    stage.press(Key.Key_Return)
    tab = stage.page.votes
    tab.again.click()
    turns()
    assert isinstance(tab.question, QMessageBox)
    assert stage.talk().round == 1
    tab.question.buttons()[1].click()
    turns()
    assert stage.talk().round == 1
    tab.again.click()
    turns()
    assert tab.question is not None
    tab.question.buttons()[0].click()
    turns()
    assert stage.talk().round == 2
    assert stage.counts(LOW, "g1") == Counts(3, 5, 1)
    assert stage.texts()[:3] == ["", "", ""]
    assert not stage.page.room.is_revealed
    assert stage.session.undo()
    assert stage.talk().round == 1


def test_the_former_round_is_shown_beside_the_second_one(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    count(stage.session, LOW, "g1", Counts(3, 5, 1))
    assert stage.session.apply(votes.new_round(stage.sitting, "sec-1"))
    count(stage.session, LOW, "g1", Counts(0, 8, 1))
    stage.page.room.reveal(True)
    turns()
    bars = stage.page.votes.reveal.cards[0].bars.bars
    assert [(bar.counts, bar.is_former) for bar in bars if bar.is_total] == [
        (Counts(0, 8, 1), False),
        (Counts(3, 5, 1), True),
    ]


def test_an_activity_is_set_aside_and_taken_up_again(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    stage.page.votes.park.click()
    assert stage.talk().is_parked
    stage.page.votes.park.click()
    assert not stage.talk().is_parked


def test_the_note_and_the_dissent_are_written_for_the_activity_they_were_typed_for(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    panel = stage.page.votes.panel
    panel.note.setFocus()
    stage.type("Revoir")
    panel.persons.setFocus()
    stage.type("2")
    panel.dissent.setFocus()
    stage.type("Trop vite")
    stage.page.room.step(1)
    turns()
    talk = stage.talk()
    assert (talk.note, talk.dissent, talk.dissent_text) == ("Revoir", 2, "Trop vite")
    assert (panel.note.toPlainText(), panel.persons.text(), panel.dissent.text()) == ("", "", "")


def test_more_who_disagree_than_take_part_are_refused(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    stage.page.votes.panel.persons.setFocus()
    stage.type("99\t")
    assert len(stage.refused) == 1
    assert stage.sitting.talk("sec-1") is None


def test_undo_turns_to_the_activity_it_changed(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("3\t5\t1")
    stage.press(Key.Key_PageDown)
    assert stage.session.undo()
    turns()
    assert stage.page.room.position == 0


def test_criteria_have_a_block_each_under_both_hypotheses(made: MakeStage) -> None:
    stage = made(sitting(Scope.CRITERIA, ONE_GROUP))
    stage.open_votes()
    assert len(stage.page.votes.board.rows) == 6
    assert len(stage.page.votes.decide.choices) == 0
    stage.type("9\t\t\t" * 6)
    stage.page.room.reveal(True)
    turns()
    stage.press(Key.Key_Return, CTRL)
    task = stage.study.professions[0].tasks[0]
    assert {task.level(h, a) for h in Hypothesis for a in (Aspect.MATURITY, Aspect.ROI)} == {Level.FAIBLE}


def test_tab_leads_from_the_last_count_to_the_votes(made: MakeStage) -> None:
    stage = made(with_groups(*ONE_GROUP))
    stage.open_votes()
    stage.type("\t" * 6)
    assert stage.page.votes.show_button.hasFocus()
    stage.press(Key.Key_Backtab)
    assert stage.page.votes.board.rows[1].fields[2].hasFocus()


def test_f9_starts_and_stops_the_time(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    stage.press(Key.Key_F9)
    assert stage.page.room.is_running
    stage.press(Key.Key_F9)
    assert not stage.page.room.is_running


def test_every_count_has_a_name_and_the_number_of_its_group(made: MakeStage) -> None:
    stage = made(sitting())
    stage.open_votes()
    field = stage.page.votes.board.rows[0].fields[2]
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Agents du métier, Substitution · Hyp. basse, Fort"
    assert field.accessibleDescription() == "0 vote sur 9"

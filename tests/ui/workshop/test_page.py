"""The page of the workshop: preparing a sitting, what to talk about, the minutes, and where nothing is yet."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from impactapp.domain.edits import votes
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, GroupKind, Scope
from impactapp.ui.pages.workshop_page import AGENDA, MINUTES, SITTING, VOTES
from tests import builders
from tests.ui.workshop.sittings import LOW, count, sitting, with_groups
from tests.ui.workshop.stage import Key, MakeStage, turns


def button(part: QWidget) -> QPushButton:
    found = part.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_a_sitting_is_prepared_from_the_keyboard_in_one_row_a_group(made: MakeStage) -> None:
    stage = made()
    assert not stage.page.no_sitting.isHidden()
    button(stage.page.no_sitting).click()
    turns()
    assert stage.sitting.title == "Séance 1"
    for persons in ("9", "3", "1", "2"):
        stage.type(persons)
        stage.press(Key.Key_Return)
    assert [(group.kind, group.size) for group in stage.sitting.groups] == [
        (GroupKind.STAFF, 9),
        (GroupKind.MANAGEMENT, 3),
        (GroupKind.HUMAN_RESOURCES, 1),
        (GroupKind.REPRESENTATIVES, 2),
    ]


def test_whom_the_panel_lacks_is_said_and_nothing_is_held_back(made: MakeStage) -> None:
    stage = made(with_groups(sitting().groups[0]))
    assert "représentant" in stage.page.sitting.people.remark.text()
    stage.page.sitting.starting.emit()
    turns()
    assert stage.page.tabs.current == VOTES
    assert stage.page.room.is_running
    assert any("représentant" in words for words in stage.informed)
    stage.page.room.pause()


def test_a_panel_without_a_gap_has_no_remark(made: MakeStage) -> None:
    stage = made(sitting())
    assert stage.page.sitting.people.remark.isHidden()


def test_removing_a_sitting_is_undone_with_its_votes(made: MakeStage) -> None:
    stage = made(sitting())
    count(stage.session, LOW, "g1", Counts(3, 5, 1))
    stage.page.sitting.remove()
    turns()
    assert stage.study.sittings == ()
    assert not stage.page.no_sitting.isHidden()
    assert stage.session.undo()
    turns()
    assert stage.counts(LOW, "g1") == Counts(3, 5, 1)
    assert stage.page.room.sitting is not None


def test_the_protocol_is_checked_as_it_is_typed(made: MakeStage) -> None:
    stage = made(sitting())
    fields = stage.page.sitting.protocol
    for field, typed in ((fields.agreement, "0,8"), (fields.rounds, "3"), (fields.least, "4")):
        field.setFocus()
        field.selectAll()
        field.insert(typed)
        field.committing.leave()
    protocol = stage.sitting.protocol
    assert (protocol.agreement, protocol.rounds, protocol.least_shown) == (0.8, 3, 4)
    for field, typed in ((fields.majority, "0,9"), (fields.rounds, "99"), (fields.minutes, "deux heures")):
        field.setFocus()
        field.setText(typed)
        field.committing.leave()
        field.setText("")
        field.committing.show("x", anew=True)
    assert len(stage.refused) == 3
    assert stage.sitting.protocol == protocol


def test_what_is_voted_stays_once_something_was(made: MakeStage) -> None:
    stage = made(sitting())
    count(stage.session, LOW, "g1", Counts(3, 5, 1))
    scope = stage.page.sitting.protocol.scope
    scope.setCurrentIndex(scope.findData(Scope.CRITERIA.value))
    turns()
    assert len(stage.refused) == 1
    assert scope.currentData() == Scope.SUBSTITUTION_TWICE.value


def test_enter_in_the_agenda_opens_the_votes_on_the_activity(made: MakeStage) -> None:
    stage = made(sitting())
    count(stage.session, LOW, "g1", Counts(5, 0, 4), "sec-7")
    stage.page.tabs.choose(AGENDA)
    turns()
    stage.page.agenda.view.setFocus()
    stage.page.agenda.view.go_to(0, 1)
    stage.press(Key.Key_Return)
    assert stage.page.tabs.current == VOTES
    assert stage.page.room.task is not None
    assert stage.page.room.task.id == "sec-7"
    assert stage.focused is stage.page.votes.board.rows[0].fields[0]


def test_the_agenda_says_what_carries_the_gap_and_the_time_left(made: MakeStage) -> None:
    stage = made(sitting())
    stage.session.record(votes.spend(stage.sitting, "sec-1", 600))
    stage.page.tabs.choose(AGENDA)
    turns()
    assert "10" in stage.page.agenda.gap.text()
    assert "10:00" in stage.page.agenda.time.text()
    assert "1:50:00" in stage.page.agenda.time.text()


def test_the_minutes_are_copied_and_saved_as_they_are_read(made: MakeStage, tmp_path: Path) -> None:
    stage = made(sitting())
    count(stage.session, LOW, "g1", Counts(3, 5, 1))
    stage.page.tabs.choose(MINUTES)
    turns()
    words = stage.page.minutes.words.toPlainText()
    assert "Agents du métier" in words
    stage.page.minutes.copy()
    assert QApplication.clipboard().text() == words
    target = tmp_path / "compte rendu.txt"
    stage.page.minutes.write(target)
    assert target.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") == words + "\n"
    stage.page.minutes.write(tmp_path / "absent" / "x.txt")
    assert len(stage.refused) == 1


def test_an_activity_asked_for_from_elsewhere_is_shown(made: MakeStage) -> None:
    stage = made(sitting())
    stage.page.show_task("sec-4")
    turns()
    assert stage.page.room.position == 3


def test_without_an_activity_the_page_leads_to_them(made: MakeStage) -> None:
    empty = replace(builders.secretary(), professions=(replace(builders.secretary().professions[0], tasks=()),))
    stage = made(sitting(), study=empty)
    stage.page.tabs.choose(VOTES)
    turns()
    assert not stage.page.no_task.isHidden()
    button(stage.page.no_task).click()
    assert stage.navigated == [("tasks", "")]


def test_without_a_profession_preparing_leads_to_them(made: MakeStage) -> None:
    stage = made(study=Study("s0", "Vide"))
    button(stage.page.no_sitting).click()
    assert stage.navigated == [("professions", "")]
    assert stage.study.sittings == ()


def test_every_tab_has_its_help(made: MakeStage) -> None:
    stage = made(sitting())
    told = []
    for tab in (SITTING, VOTES, AGENDA, MINUTES):
        stage.page.tabs.choose(tab)
        turns()
        told.append(stage.page.help_text())
    assert len(set(told)) == 4
    assert all(len(words) > 80 for words in told)

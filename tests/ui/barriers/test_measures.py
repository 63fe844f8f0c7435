"""Measures are added, changed, refused, removed and taken back by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from impactapp.domain.skill import BarrierState, Mechanism
from impactapp.ui.models.barrier_columns import BarrierColumn, today
from impactapp.ui.widgets.barriers.list_tab import CATALOG, EMPTY, TABLE
from tests import builders
from tests.ui.barriers.conftest import MakeStage
from tests.ui.barriers.stage import Key, bare
from tests.ui.results.stage import plain, wait_until

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NEXT_YEAR = date(today().year + 1, 3, 5)


def test_the_model_keeps_its_promises_through_edits(staged: MakeStage) -> None:
    stage = staged()
    board = stage.page.list.board
    QAbstractItemModelTester(board.barriers, FATAL, stage.page)
    board.add()
    stage.type("Double lecture")
    stage.at(0, BarrierColumn.TITLE)
    board.remove()
    assert stage.window.session.undo()
    assert [one.title for one in stage.profession.barriers] == ["Rédaction sans IA", "Double lecture"]


def test_a_measure_is_named_then_given_its_hours(staged: MakeStage) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.TITLE)
    stage.press(Key.Key_Insert)
    stage.type("Double lecture")
    assert stage.page.list.board.view.currentIndex().column() == BarrierColumn.HOURS
    stage.type("2,5")
    assert stage.barrier("Double lecture").hours_per_month == 2.5
    assert stage.barrier("Double lecture").state is BarrierState.CONSIDERED


def test_a_card_of_the_catalogue_becomes_a_measure(staged: MakeStage) -> None:
    stage = staged(bare())
    tab = stage.page.list
    assert tab.stack.current == EMPTY
    tab.open_catalog()
    stage.press(Key.Key_Down)
    shown = plain(tab.catalog.panel.words)
    for said in ("58 %", "Limite : ", "Source : Anderson 2019"):
        assert said in shown
    stage.press(Key.Key_Return)
    assert tab.stack.current == TABLE
    made = stage.profession.barriers[0]
    assert (made.code, made.state, made.against) == ("refreshers", BarrierState.CONSIDERED, (Mechanism.ATROPHY,))
    assert tab.board.view.currentIndex().column() == BarrierColumn.HOURS


def test_the_same_card_twice_gets_a_name_of_its_own(staged: MakeStage) -> None:
    stage = staged(bare())
    for _time in range(2):
        stage.page.list.open_catalog()
        stage.press(Key.Key_Return)
    titles = [one.title for one in stage.profession.barriers]
    assert titles == ["Pratique planifiée sans IA", "Pratique planifiée sans IA (2)"]


def test_escape_leaves_the_catalogue(staged: MakeStage) -> None:
    stage = staged()
    stage.page.list.open_catalog()
    assert stage.page.list.stack.current == CATALOG
    stage.press(Key.Key_Escape)
    assert stage.page.list.board.view.hasFocus()
    assert len(stage.profession.barriers) == 1


@pytest.mark.parametrize(
    ("column", "typed", "said"),
    [
        (BarrierColumn.HOURS, "0", "« 0 » n’est pas un nombre d’heures"),
        (BarrierColumn.HOURS, "10000", "n’est pas un nombre d’heures"),
        (BarrierColumn.HOURS, "abc", "« abc »"),
        (BarrierColumn.COST, "abc", "« abc »"),
        (BarrierColumn.START, "31/02/2027", "« 31/02/2027 » n’est pas une date"),
        (BarrierColumn.REVIEW, "demain", "« demain » n’est pas une date"),
        (BarrierColumn.REVIEW, "01/01/2020", "la date de revue est passée"),
        (BarrierColumn.TITLE, "", "nom"),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    staged: MakeStage, column: BarrierColumn, typed: str, said: str
) -> None:
    stage = staged()
    before = stage.study
    stage.at(0, column)
    stage.type(typed)
    assert len(stage.refused) == 1
    assert said in stage.refused[0]
    assert stage.study is before
    wait_until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    editor = stage.focused
    assert isinstance(editor, QLineEdit)
    assert editor.text() == typed
    stage.press(Key.Key_Escape)


def test_a_review_before_the_start_is_refused(staged: MakeStage) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.START)
    stage.type(f"{NEXT_YEAR:%d/%m/%Y}")
    stage.at(0, BarrierColumn.REVIEW)
    stage.type(f"01/02/{NEXT_YEAR.year}")
    assert "la revue est avant le début" in stage.refused[0]
    assert stage.barrier("Rédaction sans IA").review is None
    stage.press(Key.Key_Escape)


def test_two_measures_of_one_name_are_refused(staged: MakeStage) -> None:
    stage = staged()
    stage.page.list.board.add()
    stage.type("RÉDACTION sans IA")
    assert len(stage.refused) == 1
    assert len(stage.profession.barriers) == 1
    stage.press(Key.Key_Escape)


@pytest.mark.parametrize("typed", ["05/03/{year}", "5.3.{year}", "5-3-{year}", "5 3 {year}"])
def test_a_date_is_typed_as_people_write_it(staged: MakeStage, typed: str) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.REVIEW)
    stage.type(typed.format(year=NEXT_YEAR.year))
    assert stage.barrier("Rédaction sans IA").review == NEXT_YEAR
    assert stage.cell(0, BarrierColumn.REVIEW) == f"05/03/{NEXT_YEAR.year}"


def test_the_owner_is_asked_for_as_a_function(staged: MakeStage) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.OWNER)
    stage.press(Key.Key_F2)
    editor = stage.focused
    assert isinstance(editor, QLineEdit)
    assert editor.placeholderText() == "fonction, pas de nom"
    stage.press(Key.Key_Escape)


def test_delete_clears_a_figure_and_removes_a_measure(staged: MakeStage) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.HOURS)
    stage.press(Key.Key_Delete)
    assert stage.barrier("Rédaction sans IA").hours_per_month is None
    stage.at(0, BarrierColumn.TITLE)
    stage.press(Key.Key_Delete)
    assert stage.profession.barriers == ()
    document = stage.window.session.document
    assert document is not None
    assert stage.window.session.undo()
    assert stage.barrier("Rédaction sans IA").hours_per_month is None
    assert stage.window.session.undo()
    assert stage.barrier("Rédaction sans IA").hours_per_month == 12


def test_skills_are_ticked_from_the_cell_and_escape_comes_back(staged: MakeStage) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.SKILLS)
    stage.press(Key.Key_F2)
    boxes = stage.page.list.fields.skills
    assert boxes.hasFocus()
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Space)
    assert stage.barrier("Rédaction sans IA").skill_ids == ("k1", "k2")
    assert boxes.currentRow() == 1
    stage.press(Key.Key_Escape)
    wait_until(stage.page.list.board.view.hasFocus)
    assert stage.cell(0, BarrierColumn.SKILLS) == "Rédaction et Relation avec le patient"


def test_a_measure_against_nothing_is_refused_and_its_box_ticked_again(staged: MakeStage) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.SKILLS)
    stage.press(Key.Key_Space)
    boxes = stage.page.list.fields.mechanisms
    boxes[Mechanism.NON_ACQUISITION].click()
    assert stage.barrier("Rédaction sans IA").against == (Mechanism.ATROPHY,)
    boxes[Mechanism.ATROPHY].click()
    assert len(stage.refused) == 1
    assert boxes[Mechanism.ATROPHY].isChecked()
    assert stage.barrier("Rédaction sans IA").against == (Mechanism.ATROPHY,)


def test_undo_is_named_and_seen(staged: MakeStage) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.OWNER)
    stage.type("Cadre de pôle")
    action = stage.window.actions_by_menu.by_key["undo"]
    assert plain(action.text()) == "Annuler « Modifier une mesure : Rédaction sans IA »"
    action.trigger()
    assert stage.cell(0, BarrierColumn.OWNER) == "Cadre"


def test_a_note_is_written_to_the_study(staged: MakeStage) -> None:
    stage = staged()
    stage.at(0, BarrierColumn.TITLE)
    stage.page.list.show_skills()
    note = stage.page.list.fields.note
    note.setFocus()
    note.setPlainText("Vu en atelier")
    stage.press(Key.Key_Escape)
    assert stage.barrier("Rédaction sans IA").note == "Vu en atelier"


def test_a_renamed_skill_is_renamed_in_its_measures(staged: MakeStage) -> None:
    from impactapp.domain.edits.skills import rename_skill

    stage = staged()
    assert stage.window.session.apply(rename_skill("sec", "k1", "Écriture"))
    assert stage.cell(0, BarrierColumn.SKILLS) == "Écriture"


def test_without_skills_the_page_leads_to_them(staged: MakeStage) -> None:
    made = builders.skilled()
    stage = staged(replace(made, professions=(replace(made.professions[0], skills=(), barriers=()),)))
    assert not stage.page.list.isVisible()
    stage.page.tabs.choose("evidence")
    assert stage.page.evidence.isVisible()

"""Workbooks of ours that come back: dropped, looked at line by line, taken in one step or not at all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from impactapp.domain.edits import ratings
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.ui.background import Ticket
from impactapp.ui.dropped_files import Sorted, sort_files
from impactapp.ui.models.incoming_entries import Sort
from impactapp.ui.models.incoming_model import Column
from impactapp.ui.pages.incoming_page import BOARD, NOTHING
from tests.ui.incoming.stage import Key, Stage, press, type_in, wait_until

WELCOME = "Accueil physique et téléphonique des patients, des familles"
NEEDS = "Identification et recensement des besoins et attentes des patients et des familles"
LOW, HIGH, SHARE = "C", "D", "B"


def decided(stage: Stage, title: str, hypothesis: Hypothesis = Hypothesis.LOW) -> Level | None:
    return stage.task(title).level(hypothesis, Aspect.SUBSTITUTION)


def rate(stage: Stage, title: str, level: Level) -> None:
    cell = Cell(stage.task(title).id, Hypothesis.LOW, Aspect.SUBSTITUTION)
    assert stage.window.session.apply(ratings.rate([cell], level, title))


def test_dropped_looked_at_taken_in_part_and_taken_back(stage: Stage) -> None:
    path = stage.returned("jour.xlsx", {(WELCOME, LOW): "Faible", (NEEDS, HIGH): "fort ", (NEEDS, LOW): "Moyen"})
    before = stage.study
    stage.drop(path)
    assert stage.settled().shown == BOARD
    assert stage.study is before
    assert stage.headline == "3 différences, 0 acceptée"
    assert not stage.page.board.apply.isEnabled()
    welcome, *_rest = stage.entries(Sort.CHANGE)
    assert (welcome.where, welcome.before.words, welcome.after.words) == (WELCOME, "Moyen", "Faible")
    assert welcome.cell.source == "jour.xlsx"
    stage.accept(welcome)
    assert stage.headline == "3 différences, 1 acceptée"
    assert stage.study is before
    stage.apply()
    assert decided(stage, WELCOME) is Level.FAIBLE
    assert decided(stage, NEEDS) is Level.FAIBLE
    assert stage.said == "1 valeur reprise."
    assert stage.headline == "2 différences, 0 acceptée"
    stage.window.commands.undo()
    assert stage.study == before
    stage.settled()
    assert stage.headline == "3 différences, 0 acceptée"


def test_the_message_of_what_was_done_leads_back(stage: Stage) -> None:
    before = stage.study
    stage.drop(stage.returned("jour.xlsx", {(WELCOME, LOW): "Faible"}))
    stage.settled()
    stage.accept(*stage.entries())
    stage.apply()
    button = next(one for one in stage.window.message_bar.buttons if one.text() == "Annuler")
    button.click()
    assert stage.study == before


def test_a_file_that_says_what_the_study_says_has_nothing_to_take(stage: Stage) -> None:
    stage.drop(stage.export("jour.xlsx"))
    assert stage.settled().shown == BOARD
    assert stage.headline == "Les fichiers disent la même chose que l’étude."
    assert stage.page.board.summary.text() == "202 valeurs lues dans 1 fichier, 202 inchangées"


def test_what_the_study_changed_meanwhile_is_a_conflict_that_shows_both_and_the_beginning(stage: Stage) -> None:
    path = stage.returned("jour.xlsx", {(WELCOME, LOW): "Fort"})
    rate(stage, WELCOME, Level.FAIBLE)
    stage.drop(path)
    stage.settled()
    (entry,) = stage.entries()
    assert entry.sort is Sort.CONFLICT
    cards = [(card.option.title, card.option.value.words) for card in stage.page.board.details.cards]
    assert cards == [
        ("Garder celle de l’étude", "Faible"),
        ("Quand le fichier a été écrit", "Moyen"),
        ("Prendre celle du fichier", "Fort"),
    ]
    stage.page.board.model.accept_shown(taken=True)
    assert stage.page.board.model.accepted == []
    stage.accept(entry)
    stage.apply()
    assert decided(stage, WELCOME) is Level.FORT


def test_two_managers_who_disagree_are_chosen_between_from_the_keyboard(stage: Stage) -> None:
    day = stage.returned("jour.xlsx", {(WELCOME, LOW): "Fort", (NEEDS, HIGH): "Moyen"})
    night = stage.returned("nuit.xlsx", {(WELCOME, LOW): "Faible", (NEEDS, HIGH): "Moyen"})
    stage.drop(day, night)
    stage.settled()
    assert [entry.sort for entry in stage.entries()] == [Sort.DISAGREEMENT] * 2 + [Sort.CHANGE]
    assert stage.headline == "2 différences, 0 acceptée"
    board = stage.page.board
    assert board.table.hasFocus()
    press(board.table, Key.Key_Return)
    assert [button.isChecked() for button in board.details.buttons] == [True, False, False]
    focused = QApplication.focusWidget()
    assert focused is board.details.buttons[0]
    press(board.details.buttons[0], Key.Key_Right)
    press(board.details.buttons[1], Key.Key_Right)
    assert [entry.cell.source for entry in board.model.accepted] == ["nuit.xlsx"]
    press(board.details.buttons[2], Key.Key_Escape)
    assert board.table.hasFocus()
    stage.apply()
    assert decided(stage, WELCOME) is Level.FAIBLE
    assert decided(stage, NEEDS) is Level.FAIBLE


def test_a_row_that_is_gone_stays_unless_its_removal_is_accepted(stage: Stage) -> None:
    path = stage.export("jour.xlsx")
    without(path, WELCOME)
    stage.drop(path)
    stage.settled()
    (entry,) = stage.entries()
    assert entry.sort is Sort.MISSING
    assert [button.text() for button in stage.page.board.details.buttons] == ["La garder", "La retirer"]
    assert stage.page.board.details.buttons[0].isChecked()
    stage.accept(entry)
    stage.apply()
    assert WELCOME not in [task.title for _profession, task in stage.study.tasks()]
    assert stage.said == "1 ligne retirée."


def test_what_is_not_understood_is_listed_with_its_cell_and_the_rest_is_taken(stage: Stage) -> None:
    stage.drop(stage.returned("jour.xlsx", {(WELCOME, LOW): "élevé", (NEEDS, HIGH): "Fort"}))
    stage.settled()
    assert [entry.sort for entry in stage.entries()] == [Sort.CHANGE, Sort.REFUSED]
    refused = stage.entries(Sort.REFUSED)[0]
    assert "élevé" in refused.where
    assert refused.cell.ref == "C5"


def test_a_set_that_breaks_a_rule_is_refused_whole_with_its_place(stage: Stage) -> None:
    """Accepting the low one alone would put it over the high one."""
    stage.drop(stage.returned("jour.xlsx", {(NEEDS, LOW): "Fort", (NEEDS, HIGH): "Fort"}))
    stage.settled()
    low = next(entry for entry in stage.entries() if "basse" in entry.field)
    before = stage.study
    stage.accept(low)
    stage.apply()
    assert stage.study is before
    assert len(stage.refused) == 1
    assert [entry.key for entry in stage.page.board.model.accepted] == [low.key]


def test_the_cell_that_is_to_blame_is_named_and_stood_on(stage: Stage) -> None:
    stage.drop(stage.returned("jour.xlsx", {(WELCOME, HIGH): "Moyen", (NEEDS, LOW): "Fort", (NEEDS, HIGH): "Fort"}))
    stage.settled()
    low = next(entry for entry in stage.entries() if entry.where == NEEDS and "basse" in entry.field)
    stage.accept(low)
    stage.page.board.table.go_to(0)
    stage.apply()
    assert stage.refused[0].startswith(f"jour.xlsx · {low.cell.sheet}!{low.cell.ref}\u00a0: ")
    assert stage.page.board.model.entry(stage.page.board.table.currentIndex().row()) == low


def test_files_of_one_name_in_two_folders_are_told_apart(stage: Stage) -> None:
    day, night = stage.folder / "jour", stage.folder / "nuit"
    paths = []
    for folder, level in ((day, "Fort"), (night, "Faible")):
        folder.mkdir()
        paths.append(stage.returned(f"{folder.name}/matrice.xlsx", {(WELCOME, LOW): level}))
    stage.drop(*paths)
    stage.settled()
    assert [entry.cell.source for entry in stage.entries(Sort.DISAGREEMENT)] == ["matrice.xlsx", "nuit/matrice.xlsx"]
    type_in(paths[1], {(WELCOME, LOW): "Fort"})
    stage.drop(paths[1])
    wait_until(lambda: not stage.entries(Sort.DISAGREEMENT))
    assert [entry.sort for entry in stage.entries()] == [Sort.CHANGE]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"\xd0\xcf\x11\xe0 old"])
def test_a_refused_file_gives_one_sentence_and_changes_nothing(stage: Stage, content: bytes) -> None:
    before, path = stage.study, stage.folder / "abîmé.xlsx"
    path.write_bytes(content)
    stage.drop(path)
    assert stage.settled().shown == NOTHING
    assert len(stage.refused) == 1
    assert "abîmé.xlsx" in stage.refused[0]
    assert stage.study is before


def test_one_refused_file_does_not_keep_the_other_out(stage: Stage) -> None:
    broken = stage.folder / "abîmé.xlsx"
    broken.write_bytes(b"PK")
    stage.drop(broken, stage.returned("jour.xlsx", {(WELCOME, LOW): "Faible"}))
    stage.settled()
    assert len(stage.refused) == 1
    assert stage.headline == "1 différence, 0 acceptée"


def test_another_change_of_the_study_is_compared_anew_and_ticks_stay(stage: Stage) -> None:
    stage.drop(stage.returned("jour.xlsx", {(WELCOME, LOW): "Faible", (NEEDS, HIGH): "Fort"}))
    stage.settled()
    stage.accept(stage.entries()[1])
    rate(stage, WELCOME, Level.FAIBLE)
    stage.settled()
    assert stage.headline == "1 différence, 1 acceptée"


def test_files_are_set_aside_without_a_trace(stage: Stage) -> None:
    before = stage.study
    stage.drop(stage.returned("jour.xlsx", {(WELCOME, LOW): "Faible"}))
    stage.settled()
    stage.page.board.forget_asked.emit()
    assert stage.page.shown == NOTHING
    assert stage.study is before
    rate(stage, WELCOME, Level.FAIBLE)
    assert not stage.page.returns.is_busy


def test_closing_the_study_lets_go_of_what_was_read(stage: Stage) -> None:
    stage.drop(stage.returned("jour.xlsx", {(WELCOME, LOW): "Faible"}))
    page = stage.settled()
    stage.window.session.close()
    assert page.shown == NOTHING
    assert page.returns.readings == ()


def test_reading_is_stopped_and_changes_nothing(stage: Stage) -> None:
    before, day = stage.study, stage.export("jour.xlsx")
    stage.window.go("incoming")
    stopped: list[bool] = []

    def stop(is_busy: bool) -> None:
        if is_busy and not stopped:
            stopped.append(True)
            stage.page.work.stop.click()

    stage.page.returns.busy.connect(stop, Qt.ConnectionType.QueuedConnection)
    stage.drop(day)
    wait_until(lambda: bool(stopped))
    assert not stage.page.returns.is_busy
    assert stage.page.shown == NOTHING
    assert stage.study is before


def test_lines_are_filtered_by_kind_file_and_words(stage: Stage) -> None:
    day = stage.returned("jour.xlsx", {(WELCOME, LOW): "Faible"})
    night = stage.returned("nuit.xlsx", {(NEEDS, HIGH): "Fort", (NEEDS, LOW): "élevé"})
    stage.drop(day, night)
    stage.settled()
    board = stage.page.board
    board.source.setCurrentIndex(board.source.findText("nuit.xlsx"))
    board.source.activated.emit(board.source.currentIndex())
    assert board.model.rowCount() == 2
    board.sort.setCurrentIndex(board.sort.findText("Cellules refusées"))
    board.sort.activated.emit(board.sort.currentIndex())
    assert board.model.rowCount() == 1
    board.sought.setText("introuvable")
    assert board.model.rowCount() == 0
    assert not board.details.isVisible()


def test_the_table_is_copied_with_its_headings(stage: Stage) -> None:
    stage.drop(stage.returned("jour.xlsx", {(WELCOME, LOW): "Faible"}))
    stage.settled()
    press(stage.page.board.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, line = QApplication.clipboard().text().splitlines()
    assert head.split("\t")[Column.WHERE] == "Où"
    assert line.split("\t")[Column.WHERE] == WELCOME


def test_a_dropped_file_goes_where_it_belongs(stage: Stage, tmp_path: Path) -> None:
    ours = stage.export("jour.xlsx")
    found = sort_files((ours, tmp_path / "rien.csv"), Ticket(), has_sittings=True)
    assert found == Sorted((), (ours, tmp_path / "rien.csv"))


def test_the_menu_and_the_palette_lead_here(stage: Stage) -> None:
    assert stage.window.actions_by_menu.by_key["take_back"].text() == "Reprendre un classeur…"
    stage.window.commands.go("incoming")
    assert stage.page.shown == NOTHING
    rate(stage, WELCOME, Level.FAIBLE)
    assert stage.page.shown == NOTHING


def without(path: Path, title: str) -> None:
    """Delete the row of an activity in every sheet, as a person does in Excel."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for sheet in book.worksheets[1:3]:
        row = next(cell.row for cell in sheet["A"] if cell.value == title)
        sheet.delete_rows(row)
    book.save(path)

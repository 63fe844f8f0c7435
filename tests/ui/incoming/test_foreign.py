"""Lists and matrices of others: what their columns hold is asked once, then they are looked at like the rest."""

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtWidgets import QApplication

from impactapp.domain.incoming import Field
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.ui.models.incoming_entries import Sort
from impactapp.ui.pages.incoming_page import ASKING, BOARD, NOTHING
from impactapp.ui.widgets.elided_choice import ElidedChoice
from tests.ui.incoming.stage import Stage, wait_until

WELCOME = "Accueil physique et téléphonique des patients, des familles"
LIKE = "Accueil physique et téléphonique des patients et familles"
NEW = "Télé-expertise : préparation"
LINES = ("Activité;Part du temps;Hypothèse basse;Hypothèse haute", f"{WELCOME};12,5 %;Faible;Fort")


def written(stage: Stage, *lines: str, name: str = "liste.csv", encoding: str = "cp1252") -> Path:
    path = stage.folder / name
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def choose(choice: ElidedChoice, data: object) -> None:
    """Choose an item, as a user does."""
    choice.setCurrentIndex(choice.findData(data))
    choice.activated.emit(choice.currentIndex())


def read(stage: Stage) -> None:
    """Press « Lire ce tableau »."""
    stage.page.mapping.read.click()
    stage.settled()


def test_a_windows_file_is_asked_about_compared_and_taken_in_one_step(stage: Stage) -> None:
    before = stage.study
    stage.drop(written(stage, *LINES, f"{NEW};5 %;Faible;Moyen"))
    assert stage.settled().shown == ASKING
    assert list(stage.page.mapping.columns.choices) == [0, 1, 2, 3]
    held = [choice.currentData() for choice in stage.page.mapping.columns.choices.values()]
    assert held == [Field.TITLE, Field.SHARE, Field.SUBSTITUTION_LOW, Field.SUBSTITUTION_HIGH]
    read(stage)
    assert stage.page.shown == BOARD
    assert stage.study is before
    assert [entry.sort for entry in stage.entries()] == [Sort.CHANGE, Sort.CHANGE, Sort.NEW]
    stage.page.board.model.accept_shown(taken=True)
    stage.apply()
    assert stage.task(WELCOME).share == 0.125
    assert stage.task(NEW).level(Hypothesis.HIGH, Aspect.SUBSTITUTION) is Level.MOYEN
    assert stage.said == "2 valeurs reprises, 1 ligne ajoutée."
    stage.window.commands.undo()
    assert stage.study == before


def test_a_row_that_is_only_alike_is_asked_about(stage: Stage) -> None:
    stage.drop(written(stage, LINES[0], f"{LIKE};12,5 %;Faible;Fort"))
    stage.settled()
    read(stage)
    (entry,) = stage.entries()
    assert entry.sort is Sort.GUESS
    assert stage.headline == "0 différence, 0 acceptée"
    titles = [button.text() for button in stage.page.board.details.buttons]
    assert titles == ["C’est bien celle-ci", "C’en est une nouvelle", "La laisser de côté pour l’instant"]
    stage.accept(entry)
    stage.settled()
    assert [one.sort for one in stage.entries()] == [Sort.GUESS, *[Sort.CHANGE] * 3]
    assert stage.headline == "3 différences, 0 acceptée"
    stage.page.board.details.buttons[1].click()
    stage.settled()
    assert [one.sort for one in stage.entries()] == [Sort.GUESS, Sort.NEW]
    stage.accept(stage.entries(Sort.GUESS)[0])
    stage.settled()
    assert [one.sort for one in stage.entries()] == [Sort.GUESS]
    assert stage.page.board.model.accepted == []


def test_a_new_profession_comes_with_its_activities_in_the_same_step(stage: Stage) -> None:
    before = stage.study
    stage.drop(written(stage, *LINES))
    stage.settled()
    mapping = stage.page.mapping
    choose(mapping.target, "")
    assert not mapping.read.isEnabled()
    mapping.name.setText("Aide-soignant")
    read(stage)
    assert [profession.title for profession in stage.study.professions] == ["Secrétaire médicale"]
    assert [entry.sort for entry in stage.entries()] == [Sort.NEW]
    stage.page.board.model.accept_shown(taken=True)
    stage.apply()
    assert [profession.title for profession in stage.study.professions] == ["Secrétaire médicale", "Aide-soignant"]
    assert [task.title for task in stage.study.professions[1].tasks] == [WELCOME]
    stage.window.commands.undo()
    assert stage.study == before


def test_columns_are_put_right_and_remembered_for_the_next_file(stage: Stage) -> None:
    lines = ("Ce qu’on fait;A;B", f"{WELCOME};Faible;Fort")
    stage.drop(written(stage, *lines))
    stage.settled()
    columns = stage.page.mapping.columns.choices
    choose(columns[0], Field.TITLE.value)
    choose(columns[1], Field.MATURITY_LOW.value)
    choose(columns[2], Field.MATURITY_LOW.value)
    assert columns[1].currentData() == ""
    read(stage)
    stage.page.board.forget_asked.emit()
    stage.drop(written(stage, *lines, name="autre.csv"))
    stage.settled()
    held = [choice.currentData() for choice in stage.page.mapping.columns.choices.values()]
    assert held == [Field.TITLE, "", Field.MATURITY_LOW]


def test_another_line_of_headings_is_chosen(stage: Stage) -> None:
    stage.drop(written(stage, "Service de nuit;;;", *LINES))
    stage.settled()
    mapping = stage.page.mapping
    assert mapping.heads.currentData() == "1 2"
    choose(mapping.heads, "0 0")
    assert mapping.mapping is not None
    assert mapping.mapping.first_row == 0


def test_hidden_sheets_are_named_as_hidden_and_not_shown_first(stage: Stage) -> None:
    book = Workbook()
    sheets_made = [book.create_sheet("Ancienne"), book.create_sheet("Actuelle")]
    del book["Sheet"]
    sheets_made[0].sheet_state = "hidden"
    for sheet in sheets_made:
        sheet.append(["Activité", "Hypothèse basse"])
        sheet.append([WELCOME, "Faible"])
    path = stage.folder / "liste.xlsx"
    book.save(path)
    stage.drop(path)
    stage.settled()
    sheets = stage.page.mapping.sheet
    assert [sheets.itemText(at) for at in range(sheets.count())] == ["Actuelle", "Ancienne (masquée)"]
    choose(sheets, None)
    sheets.setCurrentIndex(1)
    sheets.activated.emit(1)
    assert "masquée" in stage.page.mapping.notes.text()


def test_a_pasted_table_goes_the_same_way(stage: Stage) -> None:
    QApplication.clipboard().setText("\n".join(LINES).replace(";", "\t"))
    stage.window.actions_by_menu.by_key["paste_table"].trigger()
    assert stage.settled().shown == ASKING
    read(stage)
    assert [entry.sort for entry in stage.entries()] == [Sort.CHANGE, Sort.CHANGE]


def test_an_empty_clipboard_is_answered(stage: Stage) -> None:
    QApplication.clipboard().clear()
    stage.window.actions_by_menu.by_key["paste_table"].trigger()
    assert stage.page.shown == NOTHING
    assert stage.said == "Il n’y a rien à coller\u00a0: copiez d’abord un tableau."


def test_several_files_are_asked_about_one_after_the_other(stage: Stage) -> None:
    first, second = written(stage, *LINES), written(stage, *LINES, name="b.csv")
    stage.drop(first, second)
    stage.settled()
    assert "liste.csv" in stage.page.mapping.title.text()
    stage.page.mapping.skip.click()
    assert "b.csv" in stage.page.mapping.title.text()
    stage.page.mapping.skip.click()
    assert stage.page.shown == NOTHING


def test_two_pasted_tables_stand_side_by_side(stage: Stage) -> None:
    for level in ("Faible", "Fort"):
        QApplication.clipboard().setText(f"Activité\tHypothèse basse\n{WELCOME}\t{level}")
        stage.window.actions_by_menu.by_key["paste_table"].trigger()
        wait_until(lambda: stage.page.shown == ASKING)
        read(stage)
    assert [entry.sort for entry in stage.entries()] == [Sort.DISAGREEMENT] * 2


def test_a_title_that_another_profession_bears_is_no_new_one(stage: Stage) -> None:
    stage.drop(written(stage, *LINES))
    stage.settled()
    mapping = stage.page.mapping
    choose(mapping.target, "")
    mapping.name.setText("SECRÉTAIRE médicale")
    assert not mapping.read.isEnabled()
    assert "SECRÉTAIRE médicale" in mapping.wrong.text()
    assert mapping.wrong.isVisible()


def test_reading_two_tables_at_once_loses_neither(stage: Stage) -> None:
    second = written(stage, LINES[0], f"{NEW};5 %;Faible;Moyen", name="b.csv")
    stage.drop(written(stage, *LINES), second)
    stage.settled()
    stage.page.mapping.read.click()
    stage.page.mapping.read.click()
    stage.settled()
    assert [entry.sort for entry in stage.entries()] == [Sort.CHANGE, Sort.CHANGE, Sort.NEW]


def test_a_csv_named_as_a_workbook_is_read_and_the_window_says_so(stage: Stage) -> None:
    stage.drop(written(stage, *LINES, name="liste.xlsx", encoding="utf-8"))
    assert stage.settled().shown == ASKING
    said = stage.page.mapping.notes.text()
    assert said == "« liste.xlsx » est un texte et non un classeur Excel\u00a0: il a été lu comme un CSV.".replace(
        "« ", "«\u00a0"
    ).replace(" »", "\u00a0»")
    read(stage)
    assert [entry.sort for entry in stage.entries()] == [Sort.CHANGE, Sort.CHANGE]


def test_a_grid_of_ticks_is_shown_as_it_is_read(stage: Stage) -> None:
    lines = ("Activité;Faible;Moyen;Fort", f"{WELCOME};X;;", f"{NEW};;X;X")
    stage.drop(written(stage, *lines))
    assert stage.settled().shown == ASKING
    assert stage.page.mapping.notes.text().startswith("Ici, chaque niveau a sa colonne")
    held = [choice.currentData() for choice in stage.page.mapping.columns.choices.values()]
    assert held == [Field.TITLE, Field.SUBSTITUTION_LOW]
    read(stage)
    (ticked,) = stage.entries(Sort.REFUSED)
    assert (ticked.cell.ref, ticked.where[:24]) == ("D3", "Deux niveaux sont cochés")

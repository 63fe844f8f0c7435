"""The HR director's workshop on the demonstration, by keyboard alone, in French."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from impactapp.ui.app import Shell
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.results_page import ResultsPage
from impactapp.ui.pages.tasks_page import TasksPage
from tests.stories.conftest import Start
from tests.stories.eyes import cell, message, page_of, profession, saved
from tests.stories.keyboard import focused, name_the_file, plain, press, tab_to, type_words, until

pytestmark = pytest.mark.display

WELCOME = "Accueil physique et téléphonique des patients, des familles"
RECORD, RECORD_ROW = "Tenue à jour du dossier patient", 7
REASON = "Le standard vocal traite déjà deux appels sur trois."
# as French keyboards type it: what was copied elsewhere has bullets
COPIED = "• Accueil des nouveaux internes\n• Suivi des commandes de fournitures\n"
AFTER_RATING = "5 à 6 activités sur 10 — 50 % à 60 %"


def test_a_workshop_from_the_demonstration_to_the_excel_matrix_and_back(start: Start, tmp_path: Path) -> None:
    shell = start()
    _open_the_demonstration(shell)
    _rate_and_justify(shell)
    _clear_and_be_led_back(shell)
    _read_the_results(shell)
    _undo_and_redo(shell)
    _change_the_rule(shell)
    _share_the_time(shell)
    _paste_a_list(shell)
    _rate_what_is_new(shell)
    workbook = tmp_path / "Matrice de l'atelier.xlsx"
    _export(shell, workbook)
    assert _row_of(workbook, WELCOME)[2:4] == ("Fort", "Fort")
    assert _row_of(workbook, "Suivi des commandes de fournitures")[2:4] == ("Moyen", "Moyen")
    kept = shell.session.study
    press("Ctrl+Q")
    assert not shell.window.isVisible()
    again = start()
    _open_the_recent_study(again)
    assert again.session.study == kept


def _open_the_demonstration(shell: Shell) -> None:
    tab_to("Ouvrir la démonstration")
    press("Return")
    until(lambda: shell.session.study is not None, "the demonstration is open")
    press("Ctrl+4")
    assert focused() == "Matrice de cotation"


def _rate_and_justify(shell: Shell) -> None:
    """Change a decision and say why; its high hypothesis cannot be lower."""
    table = page_of(shell, RatingPage).table
    press("Ctrl+Home")
    press("Right", 5)
    assert cell(table) == f"{WELCOME}, décision, hypothèse basse : Moyen"
    press("3")
    assert cell(table) == f"{WELCOME}, décision, hypothèse basse : Fort"
    assert saved(shell).startswith("Enregistré à ")
    press("Return")
    assert focused().endswith(" : Décision, hypothèse basse")
    type_words(REASON)
    press("Escape")
    assert focused() == "Matrice de cotation"
    assert cell(table).startswith(f"{WELCOME}, décision, hypothèse basse : Fort, avec ")
    press("Right", 5)
    press("1")
    assert message(shell).startswith(f"« {WELCOME} », décision : l’hypothèse haute (Faible) ne peut pas être ")
    assert cell(table) == f"{WELCOME}, décision, hypothèse haute : Fort"


def _clear_and_be_led_back(shell: Shell) -> None:
    table = page_of(shell, RatingPage).table
    press("Down", RECORD_ROW)
    press("Delete")
    assert cell(table) == f"{RECORD}, décision, hypothèse haute : non coté"
    press("Ctrl+Home")
    press("End")
    press("Tab")
    assert cell(table) == f"{RECORD}, décision, hypothèse haute : non coté"
    press("3")
    assert cell(table) == f"{RECORD}, décision, hypothèse haute : Fort"


def _read_the_results(shell: Shell) -> None:
    press("Ctrl+5")
    page = page_of(shell, ResultsPage)
    until(lambda: plain(page.headline.text()) == AFTER_RATING, "the headline follows")
    until(lambda: page.charts.view.marks, "the chart is drawn")
    tab_to("De l’hypothèse basse à la haute")
    press("Down")
    assert plain(page.charts.view.current_text) == f"{WELCOME} : hypothèse basse Fort, hypothèse haute Fort"
    press("End")
    assert "hypothèse basse Faible, hypothèse haute Faible" in plain(page.charts.view.current_text)


def _undo_and_redo(shell: Shell) -> None:
    page = page_of(shell, ResultsPage)
    press("Ctrl+Z")
    until(lambda: plain(page.headline.text()) == "Il reste 1 activité à coter.", "the headline follows undo")
    press("Ctrl+Y")
    until(lambda: plain(page.headline.text()) == AFTER_RATING, "the headline follows redo")


def _change_the_rule(shell: Shell) -> None:
    page = page_of(shell, ResultsPage)
    tab_to("Changer de règle")
    press("Return")
    until(QApplication.activePopupWidget, "the rules are listed")
    press("Down", 2)
    press("Return")
    until(lambda: plain(page.headline.text()) == "65 % à 70 %", "the headline follows the rule")
    assert plain(page.rule.text()) == "Règle : Fort 100 %, Moyen 50 %, Faible 0 % · poids égaux"


def _share_the_time(shell: Shell) -> None:
    press("Ctrl+3")
    page = page_of(shell, TasksPage)
    assert focused() == "Activités du métier"
    press("Ctrl+Home")
    press("Right")
    type_words("0,5")
    press("Return")
    assert plain(message(shell)) == "« 0,5 » peut vouloir dire 0,5 % ou 50 % : écrivez 0,5 % ou 50 %."
    until(lambda: focused() == "Part du temps", "the doubtful share can be made plain")
    press("End")
    type_words(" %")
    press("Return")
    type_words("50 %")
    press("Return")
    assert [task.share for task in profession(shell).tasks[:3]] == [0.005, 0.5, None]
    assert plain(page.total.text()).startswith("Total : 50,5 %")
    type_words("abc")
    press("Return")
    assert message(shell).startswith("« abc » n’est pas un nombre")
    # what was refused is there to be corrected
    until(lambda: focused() == "Part du temps", "the refused share can be corrected")
    press("Escape")
    assert focused() == "Activités du métier"
    assert profession(shell).tasks[2].share is None


def _paste_a_list(shell: Shell) -> None:
    QApplication.clipboard().setText(COPIED)
    press("Ctrl+End")
    press("Ctrl+V")
    assert message(shell) == "2 activités ajoutées."
    titles = [task.title for task in profession(shell).tasks]
    assert titles[10:] == ["Accueil des nouveaux internes", "Suivi des commandes de fournitures"]


def _rate_what_is_new(shell: Shell) -> None:
    """Tab leads from a decision to those that are missing, and says when none is left."""
    press("Ctrl+4")
    press("Ctrl+Home")
    press("End")
    for _missing in range(4):
        press("Tab")
        press("2")
    press("Tab")
    assert message(shell).startswith("Tout est coté")


def _export(shell: Shell, target: Path) -> None:
    press("Ctrl+E")
    until(lambda: focused() == "Classeur Excel (.xlsx)", "what to export is asked")
    press("Return")
    name_the_file(target)
    until(lambda: message(shell).endswith(str(target)), "the workbook is written")


def _row_of(workbook: Path, title: str) -> tuple[object, ...]:
    """The row of an activity in the matrix, as another program reads it."""
    rows = openpyxl.load_workbook(workbook)["Matrice"].iter_rows(values_only=True)
    return next(row for row in rows if row[0] == title)


def _open_the_recent_study(shell: Shell) -> None:
    tab_to("Ouvrir Démonstration : secrétaire médicale")
    press("Return")
    until(lambda: shell.session.study is not None, "the study is open again")
    press("Ctrl+4")
    press("Ctrl+Home")
    press("Right", 5)
    table = page_of(shell, RatingPage).table
    assert cell(table).startswith(f"{WELCOME}, décision, hypothèse basse : Fort, avec ")
    press("Return")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == REASON

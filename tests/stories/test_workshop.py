"""The HR director's workshop on the demonstration, by keyboard alone, in French."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.ui.app import Shell
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.results_page import ResultsPage
from impactapp.ui.pages.tasks_page import TasksPage
from tests.stories.conftest import Start
from tests.stories.keyboard import focused, plain, press, tab_to, type_words, until

pytestmark = pytest.mark.display

LOW, HIGH = Hypothesis.LOW, Hypothesis.HIGH
WELCOME, RECORD = 0, 7
REASON = "Le standard vocal traite déjà deux appels sur trois"


def test_a_workshop_from_the_demonstration_to_the_excel_matrix_and_back(start: Start, tmp_path: Path) -> None:
    shell = start()
    _open_the_demonstration(shell)
    _rate(shell)
    _read_the_results(shell)
    _undo_and_redo(shell)
    _change_the_rule(shell)
    _share_the_time(shell)
    _paste_a_list(shell)
    _rate_what_is_new(shell)
    workbook = tmp_path / "Matrice de l'atelier.xlsx"
    _export(shell, workbook)
    _find_the_changed_level(workbook)
    kept = shell.session.study
    press("Ctrl+Q")
    assert not shell.window.isVisible()
    again = start()
    _open_the_last_study(again)
    assert again.session.study == kept
    assert _cell(again, WELCOME, 5).endswith("décision, hypothèse basse : Fort, avec une justification")


def _open_the_demonstration(shell: Shell) -> None:
    tab_to("Ouvrir la démonstration")
    press("Return")
    until(lambda: shell.session.study is not None, "the demonstration is open")
    press("Ctrl+4")
    assert isinstance(shell.window.page, RatingPage)
    assert focused() == "Matrice de cotation"


def _rate(shell: Shell) -> None:
    """Change a decision, be refused another, justify, clear one and be led back to it."""
    page = _rating(shell)
    press("Ctrl+Home")
    while "Décision, hypothèse basse" not in _shown(page):
        press("Right")
    press("3")
    assert _level(shell, WELCOME, LOW) is Level.FORT
    assert plain(shell.window.frame.top_bar.saved.text()).startswith("Enregistré à ")
    press("Return")
    assert focused() == "Justification : Décision, hypothèse basse"
    type_words(REASON)
    press("Escape")
    assert focused() == "Matrice de cotation"
    press("Right", 5)
    press("1")
    assert _message(shell) == (
        "« Accueil physique et téléphonique des patients, des familles », décision : l’hypothèse haute (Faible) "
        "ne peut pas être sous la basse (Fort) ; changez l’une des deux."
    )
    assert _level(shell, WELCOME, HIGH) is Level.FORT
    press("Down", RECORD)
    press("Delete")
    assert _level(shell, RECORD, HIGH) is None
    press("Ctrl+Home")
    press("End")
    press("Tab")
    assert page.table.currentIndex().row() == RECORD
    press("3")
    assert _level(shell, RECORD, HIGH) is Level.FORT


def _read_the_results(shell: Shell) -> None:
    press("Ctrl+5")
    page = _results(shell)
    until(lambda: _headline(page) == "5 à 6 activités sur 10 — 50 % à 60 %", "the headline follows")
    until(lambda: page.charts.view.marks, "the chart is drawn")
    assert plain(page.charts.view.words).startswith("")
    tab_to("De l’hypothèse basse à la haute")
    press("Down")
    first = page.charts.view.current_text
    press("Down")
    assert page.charts.view.current_text != first
    print(first, page.charts.view.current_text)


def _undo_and_redo(shell: Shell) -> None:
    page = _results(shell)
    press("Ctrl+Z")
    print(_headline(page))
    until(lambda: "50 %" not in _headline(page), "the headline follows undo")
    print(_headline(page))
    press("Ctrl+Y")
    until(lambda: _headline(page) == "5 à 6 activités sur 10 — 50 % à 60 %", "the headline follows redo")
    print(focused())


def _change_the_rule(shell: Shell) -> None:
    page = _results(shell)
    tab_to("Changer de règle")
    press("Return")
    until(QApplication.activePopupWidget, "the rules are listed")
    press("Down",2)
    press("Return")
    until(lambda: _headline(page) != "5 à 6 activités sur 10 — 50 % à 60 %", "the headline follows the rule")
    print(_headline(page), page.rule.text())


def _share_the_time(shell: Shell) -> None:
    press("Ctrl+3")
    page = _tasks(shell)
    print(focused())
    tab_to("Activités du métier")
    press("Ctrl+Home")
    press("Right")
    for x in ("0,5","50 %"):
        type_words(x); press("Return"); print(page.total.text(), _message(shell))
    type_words("abc")
    press("Return")
    print(_message(shell), focused(), QApplication.focusWidget())
    press("Escape")
    print(focused(), page.table.currentIndex())


def _paste_a_list(shell: Shell) -> None:
    QApplication.clipboard().setText("• Accueil des nouveaux internes\n• Suivi des commandes de fournitures\n")
    press("Ctrl+End")
    print(_tasks(shell).table.currentIndex())
    press("Ctrl+V")
    print(_message(shell))
    print([t.title for t in shell.session.profession.tasks])

def _rate_what_is_new(shell: Shell) -> None:
    press("Ctrl+4")
    press("Ctrl+Home")
    press("End")
    n=0
    press("Tab")
    while "Tout est coté" not in _message(shell):
        print(_rating(shell).table.currentIndex())
        press("2")
        press("Tab")
        n+=1
        assert n<20
    print(n)

def _export(shell: Shell, target: Path) -> None:
    press("Ctrl+E")
    assert focused() == "Classeur Excel (.xlsx)"
    press("Return")
    until(lambda: "Nom de fichier" in focused(), "the file is asked for")
    type_words(str(target))
    press("Return")
    until(lambda: _message(shell) == f"Écrit : {target}", "")

def _find_the_changed_level(workbook: Path) -> None:
    import openpyxl
    for row in openpyxl.load_workbook(workbook)["Matrice"].iter_rows(values_only=True):
        print(row)

def _open_the_last_study(shell: Shell) -> None:
    until(lambda: True, "")
    tab_to("Ouvrir Démonstration : secrétaire médicale")
    press("Return")
    until(lambda: shell.session.study is not None, "the study is open again")
    press("Ctrl+4")

def _level(shell: Shell, row: int, hypothesis: Hypothesis) -> Level | None:
    profession = shell.session.profession
    assert profession is not None
    return profession.tasks[row].level(hypothesis, Aspect.SUBSTITUTION)

def _shown(page):
    return page.panel._where.text()
def _rating(shell): return shell.window.page
_results=_tasks=_rating
def _headline(page): return plain(page.headline.text())
def _message(shell):
    m=shell.window.message_bar.message
    return plain(m.text) if m else ""
def _cell(shell,row,col):
    from PySide6.QtCore import Qt
    page=_rating(shell)
    return plain(page.model.index(row,col).data(Qt.ItemDataRole.AccessibleTextRole))

"""Professions taken from the catalogue: searched by initials, read, ticked, added, taken back, by keyboard alone."""

import pytest

from impactapp.ui.app import Shell
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.widgets.catalog.browser import CatalogBrowser
from tests.stories.conftest import Start
from tests.stories.doors import leave_and_come_back, open_the_demonstration
from tests.stories.eyes import message, page_of, profession
from tests.stories.keyboard import focused, plain, press, tab_to, type_words, until

pytestmark = pytest.mark.display

NURSE, CARER, OWN = "Infirmier en soins généraux", "Aide-soignant", "Vigie des brancards"


def test_professions_of_the_catalogue_from_search_to_the_file(start: Start) -> None:
    shell = start()
    open_the_demonstration(shell)
    _search(shell, "IDE")
    _read_the_first(shell)
    _tick_two_and_add_both(shell)
    _take_them_back_and_again(shell)
    _make_one_that_is_not_there(shell)
    again = leave_and_come_back(shell, start)
    press("Ctrl+2")
    assert _titles(again) == ["Secrétaire médicale", NURSE, CARER, OWN]
    _see_the_activities(again)


def _browser(shell: Shell) -> CatalogBrowser:
    return page_of(shell, ProfessionsPage).catalog.browser


def _titles(shell: Shell) -> list[str]:
    assert shell.session.study is not None
    return [found.title for found in shell.session.study.professions]


def _found(shell: Shell) -> str:
    """The first line that answers."""
    return str(_browser(shell).model.index(0).data()).partition("\n")[0]


def _search(shell: Shell, words: str) -> None:
    press("Ctrl+2")
    tab_to("Depuis le catalogue…")
    press("Return")
    until(lambda: focused() == "Chercher dans le catalogue", "the catalogue can be searched")
    type_words(words)
    until(lambda: _found(shell) == NURSE, "the initials lead to the nurse")


def _read_the_first(shell: Shell) -> None:
    """What the profession holds stands beside the list, and is read with the keyboard too."""
    panel = _browser(shell).preview.panel
    until(lambda: "IDE, Infirmier diplômé d’État" in panel.words, "the nurse is shown")
    assert "Proposition de l’outil, à valider en atelier" in panel.words
    assert "12 activités" in plain(panel.words)
    tab_to("Le métier choisi")
    press("PageDown")
    assert panel.verticalScrollBar().value() > 0
    tab_to("Chercher dans le catalogue")


def _tick_two_and_add_both(shell: Shell) -> None:
    press("Ctrl+Return")
    assert focused() == "Chercher dans le catalogue"
    # the words are selected: the next search replaces them
    type_words("aide soignante")
    until(lambda: _found(shell) == CARER, "the feminine leads to the carer")
    press("Ctrl+Return")
    assert plain(_browser(shell).count.text()).endswith("2 cochés")
    press("Return")
    until(lambda: len(_titles(shell)) == 3, "both are added")
    assert profession(shell).title == NURSE
    assert len(profession(shell).tasks) == 12
    assert all(task.low.substitution is None for task in profession(shell).tasks)


def _take_them_back_and_again(shell: Shell) -> None:
    press("Ctrl+Z")
    assert _titles(shell) == ["Secrétaire médicale"]
    press("Ctrl+Y")
    assert _titles(shell) == ["Secrétaire médicale", NURSE, CARER]


def _make_one_that_is_not_there(shell: Shell) -> None:
    tab_to("Depuis le catalogue…")
    press("Return")
    until(lambda: focused() == "Chercher dans le catalogue", "the catalogue can be searched")
    type_words(OWN)
    until(lambda: not _browser(shell).current, "nothing answers")
    press("Return")
    until(lambda: len(_titles(shell)) == 4, "it is made under the words typed")
    assert profession(shell).title == OWN
    assert profession(shell).tasks == ()


def _see_the_activities(shell: Shell) -> None:
    press("Ctrl+3")
    page_of(shell, TasksPage)
    press("Ctrl+PageDown")
    assert profession(shell).title == NURSE
    assert len(profession(shell).tasks) == 12
    assert message(shell) == ""

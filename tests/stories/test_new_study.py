"""A study of one's own from nothing to a rate, by keyboard alone, in French."""

from pathlib import Path

import pytest

from impactapp.domain.profession import Category
from impactapp.ui.app import Shell
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.results_page import ResultsPage
from tests.stories.conftest import Start
from tests.stories.eyes import cell, message, page_of, profession
from tests.stories.keyboard import focused, name_the_file, plain, press, tab_to, type_words, until

pytestmark = pytest.mark.display

ACTIVITIES = {"Transporter les patients": "1", "Nettoyer le matériel": "2", "Tenir le cahier de liaison": "3"}
# three criteria and a decision, then the high decision: high criteria follow the low ones
CELLS_TO_RATE = 5


def test_a_study_from_nothing_to_a_rate(start: Start, tmp_path: Path) -> None:
    shell = start()
    path = tmp_path / "Étude.impact"
    _put_the_study_together(shell, path)
    _add_a_profession(shell)
    _type_the_activities(shell)
    _rate_all(shell)
    press("Ctrl+5")
    page = page_of(shell, ResultsPage)
    until(lambda: plain(page.headline.text()) == "1 activité sur 3 — 33 %", "the rate is there")
    assert plain(page.exposed.text()) == "Temps de travail exposé : 4 ETP sur 12"


def _put_the_study_together(shell: Shell, path: Path) -> None:
    assert focused() == "Nouvelle étude…"
    press("Return")
    assert focused() == "Titre"
    press("Ctrl+A")
    type_words("Les métiers du transport")
    press("Tab")
    assert focused() == "Établissement"
    type_words("CH de Saint-Aubin")
    tab_to("Choisir où")
    press("Return")
    # without a suffix, as people type names
    name_the_file(path.with_suffix(""))
    until(lambda: shell.session.document is not None, "the study is open")
    document = shell.session.document
    assert document is not None
    assert document.path == path
    assert document.study.title == "Les métiers du transport"
    assert document.study.establishment == "CH de Saint-Aubin"


def _add_a_profession(shell: Shell) -> None:
    press("Ctrl+2")
    tab_to("Ligne vide")
    press("Return")
    type_words("Brancardier")
    press("Return")
    press("Right")
    press("F2")
    press("Home")
    press("Return")
    press("Right")
    type_words("13")
    press("Return")
    press("Right")
    type_words("12,0")
    press("Return")
    made = profession(shell)
    assert (made.title, made.headcount, made.fte) == ("Brancardier", 13, 12.0)
    assert made.category is next(iter(Category))


def _type_the_activities(shell: Shell) -> None:
    press("Ctrl+3")
    assert focused() == "Ajouter la première activité"
    press("Return")
    for title in ACTIVITIES:
        type_words(title)
        press("Return")
    press("Return")
    assert [task.title for task in profession(shell).tasks] == list(ACTIVITIES)


def _rate_all(shell: Shell) -> None:
    press("Ctrl+4")
    table = page_of(shell, RatingPage).table
    assert cell(table) == "Transporter les patients, maturité, hypothèse basse : non coté"
    for level in ACTIVITIES.values():
        for _cell in range(CELLS_TO_RATE):
            press(level)
            press("Tab")
    assert message(shell).startswith("Tout est coté")

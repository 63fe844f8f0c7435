"""The command palette: found by a few letters, run from the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from impactapp.ui import matching
from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets.command_palette import CommandPalette


def palette_of(window: MainWindow) -> CommandPalette:
    """The palette, opened by its keys."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(CommandPalette)
    assert isinstance(found, CommandPalette)
    assert found.isVisible()
    return found


def first(palette: CommandPalette) -> str:
    return palette.list.item(0).text()


def test_letters_without_accents_lead_to_a_page(opened: MainWindow) -> None:
    palette = palette_of(opened)
    QTest.keyClicks(palette.field, "resul")
    assert first(palette) == "5 Résultats"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.step == "results"
    assert palette.isHidden()


def test_a_command_runs(opened: MainWindow) -> None:
    palette = palette_of(opened)
    QTest.keyClicks(palette.field, "fermer l")
    assert first(palette) == "Fermer l’étude"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.session.document is None
    assert opened.step == "home"


def test_an_activity_is_shown_where_it_is_rated(opened: MainWindow) -> None:
    opened.go("study")
    palette = palette_of(opened)
    QTest.keyClicks(palette.field, "identito")
    assert first(palette).startswith("Vérification des informations")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.step == "rating"


def test_arrows_move_and_escape_gives_the_focus_back(opened: MainWindow) -> None:
    opened.go("study")
    opened.commands.go("study")
    before = QApplication.focusWidget()
    palette = palette_of(opened)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert QApplication.focusWidget() is before


def test_what_cannot_be_done_now_is_not_offered(window: MainWindow) -> None:
    palette = palette_of(window)
    QTest.keyClicks(palette.field, "exporter")
    assert palette.list.count() == 0
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


@pytest.mark.parametrize(
    ("better", "worse", "typed"),
    [
        ("cotation", "tenue du dossier, cotation", "cot"),
        ("gestion des agendas", "agent de gestion", "gestion ag"),
        ("contraste eleve", "conception de documents relatifs", "cote"),
    ],
)
def test_the_nearer_match_comes_first(better: str, worse: str, typed: str) -> None:
    assert matching.score(typed, better) >= matching.score(typed, worse)


def test_letters_that_are_not_there_do_not_match() -> None:
    assert matching.score("xyz", "cotation") == 0
    assert matching.folded("Cœur À l’Été") == "coeur a l'ete"

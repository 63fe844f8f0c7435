"""Over time is a page of its own: reached from the palette and from the menu, once a study is open."""

from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.evolution_page import EvolutionPage
from impactapp.ui.palette_entries import entries


def test_the_palette_and_the_menu_lead_to_it_once_a_study_is_open(window: MainWindow, opened: MainWindow) -> None:
    assert opened is window
    (entry,) = [one for one in entries(window) if one.title == "Évolution"]
    entry.run()
    assert isinstance(window.page, EvolutionPage)
    assert window.step == "evolution"


def test_without_a_study_it_cannot_be_reached(window: MainWindow) -> None:
    assert not window.actions_by_menu.by_key["go_evolution"].isEnabled()

"""A scenario from nothing to the net time it leaves, taken back, brought back and found again, by keyboard alone."""

import pytest

from impactapp.domain.scenario import Adoption, Scenario
from impactapp.ui.app import Shell
from impactapp.ui.pages.scenarios_page import ScenariosPage
from tests.stories.conftest import Start
from tests.stories.doors import leave_and_come_back, open_the_demonstration
from tests.stories.eyes import cell, message, page_of, profession
from tests.stories.keyboard import MOST_TABS, focused, plain, press, tab_to, type_words, until

pytestmark = pytest.mark.display

TABS = ("Temps exposé", "Scénarios", "Année par année", "Figures", "Ce qui pèse le plus")
# human control, training, practice for downtime, departures a year
PARTS = ("25", "2 %", "1", "3")
NET = ("Prudent", "3 ans", "12,2 à 18,3 ETP", "8,2 à 12,8 ETP", "2,7", "")
LAST_YEAR = ("3", "100 %", "12,2 à 18,3", "3,1 à 4,6", "0,6", "0,3", "8,2 à 12,8", "2,7")


def test_a_scenario_from_nothing_to_its_net_time(start: Start) -> None:
    shell = start()
    open_the_demonstration(shell)
    _state_the_staff(shell)
    _add_a_scenario(shell)
    _state_what_takes_time_back(shell)
    until(lambda: _compared(shell) == NET, "the net time is there")
    _take_the_practice_back(shell)
    _say_what_the_time_is_for(shell)
    _read_year_by_year(shell)
    again = leave_and_come_back(shell, start)
    press("Alt+6")
    _turn_to("Scénarios")
    until(lambda: _compared(again) == NET, "the net time is there again")
    _read_year_by_year(again)


def _page(shell: Shell) -> ScenariosPage:
    return page_of(shell, ScenariosPage)


def _scenario(shell: Shell) -> Scenario:
    assert shell.session.study is not None
    (found,) = shell.session.study.scenarios
    return found


def _compared(shell: Shell) -> tuple[str, ...]:
    """The scenario in the table that lays them side by side."""
    model = _page(shell).list.comparison
    return tuple(plain(str(model.index(0, column).data() or "")) for column in range(model.columnCount()))


def _turn_to(tab: str) -> None:
    """Walk to the tabs of the page, then along them."""
    for _step in range(MOST_TABS):
        if focused() in TABS:
            break
        press("Tab")
    press("Left", TABS.index(focused()))
    press("Right", TABS.index(tab))
    assert focused() == tab


def _state_the_staff(shell: Shell) -> None:
    press("Alt+1")
    type_words("34")
    press("Return")
    press("Right")
    type_words("30,5")
    press("Return")
    assert (profession(shell).headcount, profession(shell).fte) == (34, 30.5)


def _add_a_scenario(shell: Shell) -> None:
    """The empty page offers one; a horizon that cannot be is refused, and can be corrected."""
    press("Alt+6")
    _turn_to("Scénarios")
    tab_to("Ajouter un scénario")
    press("Return")
    view = _page(shell).list.board.view
    assert focused() == "Scénarios et leurs réglages"
    assert cell(view) == "Horizon (ans) : 5"
    type_words("20")
    press("Return")
    assert "de 1 à 10 ans" in message(shell)
    press("Escape")
    type_words("3")
    press("Return")
    # Enter leads to the row below
    press("Up")
    assert cell(view) == "Horizon (ans) : 3"
    press("Home")
    press("F2")
    press("Ctrl+A")
    type_words("Prudent")
    press("Return")
    assert (_scenario(shell).title, _scenario(shell).horizon) == ("Prudent", 3)
    assert _scenario(shell).adoption is Adoption.LINEAR


def _state_what_takes_time_back(shell: Shell) -> None:
    view = _page(shell).list.board.view
    press("Ctrl+Home")
    press("Right", 4)
    for words in PARTS:
        assert cell(view).endswith(" : à fixer")
        type_words(words)
        press("Return")
        press("Up")
        press("Right")
    made = _scenario(shell)
    assert (made.control, made.training, made.drills, made.departures) == (0.25, 0.02, 0.01, 0.03)


def _take_the_practice_back(shell: Shell) -> None:
    """Two steps back, and the practice is to be set again: there is no net without it."""
    press("Ctrl+Z", 2)
    until(lambda: _compared(shell)[3] == "–", "there is no net time any more")
    press("Ctrl+Y")
    until(lambda: _compared(shell)[3:5] == (NET[3], "–"), "the net time is back, without departures")
    press("Ctrl+Y")
    until(lambda: _compared(shell) == NET, "all of it is back")


def _say_what_the_time_is_for(shell: Shell) -> None:
    tab_to("À quoi sert ce temps")
    press("Ctrl+Home")
    press("Right")
    type_words("50 %")
    press("Return")
    assert _scenario(shell).uses[0].share == 0.5


def _read_year_by_year(shell: Shell) -> None:
    _turn_to("Année par année")
    years = _page(shell).years
    model = years.years.model()

    def last() -> tuple[str, ...]:
        row = model.rowCount() - 1
        return tuple(plain(str(model.index(row, column).data() or "")) for column in range(model.columnCount()))

    until(model.rowCount, "the years are counted")
    assert last() == LAST_YEAR
    assert "Accueil" in years.uses.text()

"""What stands side by side stays on one line, and what has no room there is still offered."""

import pytest
from PySide6.QtCore import QPoint

from impactapp.domain.study import Study
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.barriers_page import BarriersPage
from impactapp.ui.pages.professions_page import UNITS, ProfessionsPage
from impactapp.ui.pages.results_page import ResultsPage
from impactapp.ui.pages.scenarios_page import CHARTS, ScenariosPage
from impactapp.ui.pages.skills_page import LINKS, SkillsPage
from impactapp.ui.widgets.charts.panel import ChartPanel
from tests import screenshot_cases as cases
from tests.ui.results.stage import wait_until
from tests.ui.small.conftest import MakeWindow

WIDTHS = ((1280, 720), (1440, 900))


def panel_of(window: MainWindow, key: str) -> ChartPanel:
    """The charts of a page, in front."""
    window.go(key)
    page = window.page
    if isinstance(page, ResultsPage):
        return page.charts
    if isinstance(page, ScenariosPage):
        page.tabs.choose(CHARTS)
        return page.charts
    assert isinstance(page, BarriersPage)
    page.tabs.choose("effect")
    return page.effect.charts


def is_one_row(panel: ChartPanel) -> bool:
    """Whether the tabs and the buttons that are seen overlap in height."""
    shown = [one for one in (panel.tabs, panel.copy_button, panel.save_button, panel.words_button) if one.isVisible()]
    middles = [one.mapTo(panel, QPoint(0, one.height() // 2)).y() for one in shown]
    return len(shown) >= 3 and max(middles) - min(middles) <= 2


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize(
    ("key", "study"), [("results", cases.secretary()), ("scenarios", cases.hospital()), ("barriers", cases.measured())]
)
def test_the_actions_of_a_chart_stand_beside_its_tabs(
    small: MakeWindow, key: str, study: Study, size: tuple[int, int]
) -> None:
    window = small(study, 1.0)
    window.resize(*size)
    panel = panel_of(window, key)
    wait_until(lambda: panel.width() > 0 and is_one_row(panel))
    assert panel.save_button.isVisible() is not panel.copy_button.save.isVisible()
    assert [one.isVisible() for one in (panel.copy_button.image, panel.copy_button.values)] == [True, True]


def test_saving_has_its_own_button_again_where_there_is_room(small: MakeWindow) -> None:
    window = small(cases.secretary(), 1.0)
    panel = panel_of(window, "results")
    wait_until(panel.copy_button.save.isVisible)
    assert panel.copy_button.accessibleName() == "Copier ou enregistrer le graphique"
    window.resize(1440, 900)
    wait_until(panel.save_button.isVisible)
    assert panel.copy_button.accessibleName() == "Copier le graphique"


@pytest.mark.parametrize("size", WIDTHS)
def test_the_units_are_seen_without_scrolling_while_there_is_room_below(
    small: MakeWindow, size: tuple[int, int]
) -> None:
    window = small(cases.hospital(), 1.0)
    window.resize(*size)
    window.go("professions")
    page = window.page
    assert isinstance(page, ProfessionsPage)
    page.tabs.choose(UNITS)
    units, staff = page.units.units, page.units.staff
    wait_until(lambda: units.isVisible() and units.table.verticalScrollBar().maximum() == 0)
    assert units.table.model().rowCount() == 5
    assert staff.height() >= units.height()


def test_no_word_of_a_heading_is_broken_in_the_middle(small: MakeWindow) -> None:
    window = small(cases.measured(), 1.0)
    window.go("skills")
    page = window.page
    assert isinstance(page, SkillsPage)
    page.tabs.choose(LINKS)
    table = page.links.table
    heads = [str(table.model().headerData(at, table.horizontalHeader().orientation())) for at in range(9)]
    at = next(at for at, words in enumerate(heads) if words.startswith("Identitovigilance"))
    wait_until(lambda: table.columnWidth(at) > table.columnWidth(at + 1))
    assert table.columnWidth(at) <= 150


def test_a_skill_of_one_long_word_is_read_whole_beside_its_hours(small: MakeWindow) -> None:
    window = small(cases.measured(), 1.0)
    panel_of(window, "barriers")
    page = window.page
    assert isinstance(page, BarriersPage)
    table = page.effect.table
    wait_until(lambda: table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("Identitovigilance") + 22)

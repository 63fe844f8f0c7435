"""At 200 % on 1280 × 720 each page still shows what it is there for, and cuts no words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPushButton, QTableView, QWidget

from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.results_page import BENCHMARK, ResultsPage
from impactapp.ui.pages.scenarios_page import ScenariosPage
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.tables.header import BESIDE
from impactapp.ui.widgets.tables.tools import TableTools
from impactapp.ui.widgets.tables.view import TableView
from tests import builders
from tests.ui.results.stage import settled, wait_until
from tests.ui.small.conftest import MakeWindow

ZOOMS = (1.0, 1.5, 2.0)
LEAST_CHART = 240


def several() -> Study:
    """Six professions with the activities of the secretary."""
    tasks = builders.secretary().professions[0].tasks
    named = [(number, tuple(replace(one, id=f"{number}-{one.id}") for one in tasks)) for number in range(1, 7)]
    return builders.study(*(builders.profession(number, own, 12.5) for number, own in named))


def on_screen(widget: QWidget, place: QRect) -> bool:
    """Whether a place in a widget is seen in full."""
    return widget.visibleRegion().boundingRect().contains(place)


def seen_rows(table: QTableView) -> int:
    """The rows that are seen in full."""
    rows = [table.visualRect(table.model().index(row, 0)) for row in range(table.model().rowCount())]
    return sum(on_screen(table.viewport(), QRect(0, row.top(), 1, row.height())) for row in rows)


def fitted(table: TableView) -> None:
    """Wait until the rows have their heights."""
    with_timers = [timer for timer in table.children() if timer.metaObject().className() == "QTimer"]
    wait_until(lambda: not any(timer.property("active") for timer in with_timers))


def charts_of(window: MainWindow) -> ResultsPage:
    """The results, their chart drawn."""
    window.go("results")
    page = window.page
    assert isinstance(page, ResultsPage)
    wait_until(lambda: bool(page.charts.view.words) and settled(page.charts.view))
    return page


@pytest.mark.parametrize(("zoom", "least"), [(1.0, 8), (1.5, 3), (2.0, 4)])
def test_activities_are_seen(small: MakeWindow, zoom: float, least: int) -> None:
    """Whole titles at 150 %, two lines of each at 200 %."""
    window = small(builders.secretary(), zoom)
    window.go("tasks")
    page = window.page
    assert isinstance(page, TasksPage)
    fitted(page.table)
    assert seen_rows(page.table) >= least


@pytest.mark.parametrize("zoom", ZOOMS)
def test_four_rows_of_professions_are_seen(small: MakeWindow, zoom: float) -> None:
    window = small(several(), zoom)
    window.go("professions")
    page = window.page
    assert isinstance(page, ProfessionsPage)
    fitted(page.table)
    assert seen_rows(page.table) >= 4


def test_a_warning_above_the_activities_takes_none_of_their_four_rows(small: MakeWindow) -> None:
    window = small(builders.study(builders.profession(1, tuple(builders.task(n) for n in range(1, 40)))), 2.0)
    window.go("tasks")
    page = window.page
    assert isinstance(page, TasksPage)
    fitted(page.table)
    assert page.remark.isVisible()
    assert page.table.height() >= page.table.height_of_rows(4)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_chart_keeps_its_height(small: MakeWindow, zoom: float) -> None:
    page = charts_of(small(builders.secretary(), zoom))
    area = page.charts.view.parentWidget()
    assert area is not None
    assert area.height() >= theme.px(LEAST_CHART)


def test_a_chart_in_a_low_page_is_whole_and_the_page_scrolls_to_its_end(small: MakeWindow) -> None:
    page = charts_of(small(builders.secretary(), 2.0))
    view = page.charts.view

    def end_is_seen() -> bool:
        end = QRect(0, view.height() - 20, 10, 20)
        view.scroll_to(end)
        return on_screen(view, end)

    wait_until(end_is_seen)
    assert view.visibleRegion().boundingRect().height() > page.height() // 2


@pytest.mark.parametrize("zoom", ZOOMS)
def test_no_chart_is_hidden_behind_arrows(small: MakeWindow, zoom: float) -> None:
    tabs = charts_of(small(builders.secretary(), zoom)).charts.tabs
    titles = [tabs.bar.tabText(index) for index in range(tabs.bar.count())]
    assert "Taux par règle" in titles
    if tabs.bar.isVisible():
        assert all(on_screen(tabs.bar, tabs.bar.tabRect(index)) for index in range(tabs.bar.count()))
    else:
        assert [tabs.list.itemText(index) for index in range(tabs.list.count())] == titles
        assert tabs.list.width() >= tabs.list.sizeHint().width()


def test_the_list_of_charts_chooses_as_the_tabs_do(small: MakeWindow) -> None:
    page = charts_of(small(builders.secretary(), 2.0))
    tabs = page.charts.tabs
    assert tabs.list.isVisible()
    last = tabs.list.count() - 1
    tabs.list.setCurrentIndex(last)
    tabs.list.activated.emit(last)
    assert page.charts.chart == BENCHMARK
    assert page.benchmark.isVisible()
    tabs.choose("matrix")
    assert tabs.list.currentText() == "Matrice"


@pytest.mark.parametrize("zoom", ZOOMS)
def test_no_heading_of_a_table_is_cut(small: MakeWindow, zoom: float) -> None:
    window = small(several(), zoom)
    for key in ("professions", "scenarios", "tasks"):
        window.go(key)
        page = window.page
        assert isinstance(page, ProfessionsPage | ScenariosPage | TasksPage)
        QApplication.processEvents()
        assert cut_headings(page.table) == []


def cut_headings(table: TableView) -> list[str]:
    """The headings with a word wider than its column."""
    header, metrics = table.horizontalHeader(), table.horizontalHeader().fontMetrics()
    shown = [section for section in range(header.count()) if not header.isSectionHidden(section)]
    words = {section: str(header.model().headerData(section, header.orientation())) for section in shown}
    widest = {at: max(metrics.horizontalAdvance(one) for one in said.split(" ")) for at, said in words.items()}
    return [words[at] for at in shown if widest[at] + 2 * theme.px(BESIDE) > header.sectionSize(at)]


@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_tool_is_a_button_or_in_the_menu(small: MakeWindow, zoom: float) -> None:
    window = small(builders.secretary(), zoom)
    window.go("tasks")
    page = window.page
    assert isinstance(page, TasksPage)
    tools = page.tools
    buttons = [button.text() for button in tools.buttons if button.isVisible()]
    folded = [action.text().split("\t")[0] for action in menu_of(tools).actions()]
    assert buttons + folded == [button.text() for button in tools.buttons]
    assert tools.more.isVisible() is bool(folded)
    assert all(button.width() >= button.sizeHint().width() for button in tools.buttons if button.isVisible())


def test_a_tool_of_the_menu_does_what_its_button_does(small: MakeWindow) -> None:
    window = small(builders.secretary(), 2.0)
    window.go("tasks")
    page = window.page
    assert isinstance(page, TasksPage)
    page.table.go_to(3, 0)
    actions = {action.text().split("\t")[0]: action for action in menu_of(page.tools).actions()}
    assert page.tools.more.accessibleName() == "Plus d’actions"
    actions["Supprimer"].trigger()
    assert window.session.profession is not None
    assert len(window.session.profession.tasks) == 9


def menu_of(tools: TableTools) -> QMenu:
    """The menu of the tools that have no room."""
    return tools.more.menu()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_an_empty_page_says_all_of_its_words(small: MakeWindow, zoom: float) -> None:
    window = small(builders.study(), zoom)
    for key in ("professions", "tasks", "rating", "results", "scenarios"):
        window.go(key)
        shown = [state for state in window.stack.findChildren(EmptyState) if state.isVisible()]
        assert len(shown) == 1
        QApplication.processEvents()
        for label in shown[0].findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
        for button in shown[0].findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width()
            assert on_screen(button, button.rect())


@pytest.mark.parametrize("zoom", ZOOMS)
def test_nothing_of_a_page_lies_beyond_its_right_edge(small: MakeWindow, zoom: float) -> None:
    window = small(builders.secretary(), zoom)
    charts_of(window)
    for key in ("study", "professions", "tasks", "rating", "results", "scenarios", "about"):
        window.go(key)
        QApplication.processEvents()
        pages = window.stack
        inside = [one for one in pages.findChildren(QWidget) if isinstance(one, QLabel | QAbstractButton)]
        shown = [one for one in inside if one.isVisible() and one.width() > 1]
        assert [one for one in shown if one.mapTo(pages, QPoint(one.width(), 0)).x() > pages.width() + 1] == []

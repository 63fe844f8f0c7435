"""Long titles and long work: shortened with an ellipsis, wrapped, or announced."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem

from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.widgets.charts.view import ChartView
from impactapp.ui.widgets.tables.delegate import TableDelegate
from tests import builders
from tests.ui.results.stage import plain, wait_until
from tests.ui.small.conftest import MakeWindow
from tests.ui.work import wait_for_work

WORDS = ("Assistant médico-administratif de pôle " * 6)[:200]
UNBROKEN = ("Anticonstitutionnellement" * 8)[:200]


def titled(profession: str, task: str) -> Study:
    """A profession and its activity, under titles of one's own."""
    shown = builders.profession(1, (replace(builders.task(1), title=task), builders.task(2)))
    return builders.study(replace(shown, title=profession))


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_long_profession_ends_with_an_ellipsis_in_the_top_bar(small: MakeWindow, zoom: float) -> None:
    bar = small(titled(WORDS, "Accueil"), zoom).frame.top_bar
    assert bar.professions.shown().endswith("…")
    assert bar.professions.toolTip() == WORDS
    assert bar.saved.width() >= bar.saved.sizeHint().width()
    assert bar.palette_button.width() >= bar.palette_button.sizeHint().width()


def test_a_study_without_profession_shows_no_empty_list(small: MakeWindow) -> None:
    bar = small(builders.study(), 1.0).frame.top_bar
    assert not bar.professions.isVisible()


def test_the_counts_of_the_rail_are_told_where_they_have_no_room(small: MakeWindow) -> None:
    rail = small(builders.secretary(), 2.0).frame.rail
    button = rail.button("rating")
    wait_until(lambda: "10 / 10" in plain(button.toolTip()))
    assert button.accessibleName() == button.toolTip()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_title_without_spaces_wraps_in_its_cell(small: MakeWindow, zoom: float) -> None:
    window = small(titled("Métier", UNBROKEN), zoom)
    window.go("tasks")
    page = window.page
    assert isinstance(page, TasksPage)
    wait_until(lambda: page.table.rowHeight(0) > page.table.rowHeight(1))
    option = QStyleOptionViewItem()
    index = page.table.model().index(0, 0)
    delegate = page.table.itemDelegate()
    assert isinstance(delegate, TableDelegate)
    delegate.initStyleOption(option, index)
    assert option.text.replace("\u200b", "") == UNBROKEN
    assert max(len(part) for part in option.text.split("\u200b")) <= 20
    assert index.data() == UNBROKEN


def test_a_first_picture_that_is_long_to_come_is_announced(small: MakeWindow) -> None:
    window = small(builders.secretary(), 1.0)
    wait_for_work()
    view = ChartView(window)
    view.resize(600, 400)
    view.show()
    blank = view.grab().toImage()
    wait_until(lambda: view.accessibleDescription() == "Dessin en cours…")
    assert view.grab().toImage() != blank
    results = analyse(builders.secretary())
    view.show_chart("interval", results, Subject(results.professions[0].profession.id), "De basse à haute")
    wait_until(lambda: bool(view.words))
    assert view.accessibleDescription() == view.words

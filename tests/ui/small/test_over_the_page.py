"""Help and findings lie over the page where it would be squeezed, and follow it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from impactapp.ui.pages.rating_page import RatingPage
from tests import builders
from tests.ui.results.stage import wait_until
from tests.ui.small.conftest import MakeWindow

Key = Qt.Key


def test_the_help_lies_over_a_small_page_and_gives_all_back(small: MakeWindow) -> None:
    window = small(builders.secretary(), 2.0)
    window.commands.go("rating")
    page = window.page
    assert isinstance(page, RatingPage)
    room = page.table.width()
    QTest.keyClick(page.table, Key.Key_F1)
    panel = window.side_panel
    assert panel.isVisible()
    assert page.table.width() == room
    assert panel.geometry().right() == window.stack.geometry().right()
    QTest.keyClick(page.table, Key.Key_Escape)
    assert panel.isHidden()
    assert page.table.hasFocus()


def test_the_help_stands_beside_a_wide_page(small: MakeWindow) -> None:
    window = small(builders.secretary(), 1.0)
    window.commands.go("results")
    room = window.stack.width()
    QTest.keyClick(window, Key.Key_F1)
    panel = window.side_panel
    wait_until(lambda: window.stack.width() == room - panel.width())
    assert panel.geometry().left() == window.stack.geometry().right() + 1
    QTest.keyClick(window, Key.Key_Escape)
    wait_until(lambda: window.stack.width() == room)


def test_the_panel_follows_a_window_that_gets_small(small: MakeWindow) -> None:
    window = small(builders.secretary(), 1.0)
    window.commands.go("results")
    QTest.keyClick(window, Key.Key_F1)
    panel = window.side_panel
    window.resize(900, 700)
    wait_until(lambda: panel.covers and panel.geometry().right() == window.stack.geometry().right())
    window.resize(1280, 720)
    wait_until(lambda: panel.geometry().left() == window.stack.geometry().right() + 1)


def test_a_finding_that_is_followed_uncovers_its_place(small: MakeWindow) -> None:
    window = small(builders.secretary(), 2.0)
    window.commands.go("study")
    QTest.keyClick(window, Key.Key_F7)
    panel = window.side_panel
    assert panel.list.hasFocus()
    panel.list.itemActivated.emit(panel.list.item(0))
    assert panel.isHidden()
    page = window.page
    assert isinstance(page, RatingPage)
    assert page.table.hasFocus()


def test_the_help_follows_the_page(small: MakeWindow) -> None:
    window = small(builders.secretary(), 1.0)
    window.commands.go("study")
    QTest.keyClick(window, Key.Key_F1)
    assert window.side_panel.accessibleName() == "Étude"
    window.commands.go("rating")
    wait_until(lambda: window.side_panel.accessibleName() == "Cotation")
    assert QApplication.focusWidget() is not None
    window.side_panel.close_panel()
    window.commands.go("study")
    assert window.side_panel.isHidden()


def test_a_list_of_findings_stays_on_another_page(small: MakeWindow) -> None:
    window = small(builders.secretary(), 1.0)
    QTest.keyClick(window, Key.Key_F7)
    title = window.side_panel.accessibleName()
    window.commands.go("study")
    QApplication.processEvents()
    assert window.side_panel.accessibleName() == title

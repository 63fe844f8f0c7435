"""The panel on the right comes when asked for, goes on Escape, and takes the focus from nobody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from impactapp.domain.edits import professions
from impactapp.ui.main_window import MainWindow
from impactapp.ui.models.profession_model import ProfessionColumn
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.study_page import StudyPage
from tests import builders

Key = Qt.Key


def press(key: Key) -> None:
    """A key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def places(window: MainWindow) -> dict[str, tuple[str, QWidget]]:
    """Widgets of every kind that take the keyboard, each with its page."""
    window.go("study")
    study = window.page
    assert isinstance(study, StudyPage)
    window.go("rating")
    rating = window.page
    assert isinstance(rating, RatingPage)
    return {
        "matrix": ("rating", rating.table),
        "rail": ("rating", window.frame.rail.button("tasks")),
        "professions of the top bar": ("rating", window.frame.top_bar.professions),
        "line": ("study", study.lines["establishment"]),
        "radio button": ("study", next(iter(study.rule.radios.values()))),
    }


@pytest.mark.parametrize("place", ["matrix", "rail", "professions of the top bar", "line", "radio button"])
def test_escape_closes_the_help_from_anywhere_and_the_focus_stays(opened: MainWindow, place: str) -> None:
    page, widget = places(opened)[place]
    opened.go(page)
    widget.setFocus()
    press(Key.Key_F1)
    assert opened.side_panel.isVisible()
    assert widget.hasFocus()
    press(Key.Key_Escape)
    assert opened.side_panel.isHidden()
    assert widget.hasFocus()


def test_the_help_gives_the_focus_back_when_it_had_it(opened: MainWindow) -> None:
    focused = QApplication.focusWidget()
    press(Key.Key_F1)
    close = opened.side_panel.findChild(QPushButton)
    assert close is not None
    close.setFocus()
    press(Key.Key_F1)
    press(Key.Key_Escape)
    assert opened.side_panel.isHidden()
    assert QApplication.focusWidget() is focused


def test_a_finding_that_was_followed_keeps_the_focus_where_it_led(opened: MainWindow) -> None:
    opened.go("study")
    press(Key.Key_F7)
    opened.side_panel.list.itemActivated.emit(opened.side_panel.list.item(0))
    page = opened.page
    assert isinstance(page, RatingPage)
    assert page.table.hasFocus()
    press(Key.Key_Escape)
    assert opened.side_panel.isHidden()
    assert page.table.hasFocus()


def test_escape_in_a_justification_goes_back_to_its_cell_first(opened: MainWindow) -> None:
    page = opened.page
    assert isinstance(page, RatingPage)
    press(Key.Key_F1)
    press(Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    press(Key.Key_Escape)
    assert opened.side_panel.isVisible()
    assert page.table.hasFocus()
    press(Key.Key_Escape)
    assert opened.side_panel.isHidden()


def test_escape_in_a_cell_that_is_edited_gives_up_the_edit_first(opened: MainWindow) -> None:
    opened.commands.go("headcount")
    page = opened.page
    assert isinstance(page, ProfessionsPage)
    press(Key.Key_F1)
    page.table.edit(page.table.currentIndex())
    press(Key.Key_Escape)
    assert opened.side_panel.isVisible()
    page.table.setFocus()
    press(Key.Key_Escape)
    assert opened.side_panel.isHidden()


def test_the_findings_lead_to_their_place(opened: MainWindow) -> None:
    opened.go("study")
    QTest.keyClick(opened, Qt.Key.Key_F7)
    panel = opened.side_panel
    assert panel.isVisible()
    texts = [panel.list.item(row).text() for row in range(panel.list.count())]
    assert texts == ["Remarque · 10 activités\u00a0: critères sans niveau."]
    assert panel.accessibleName() == "Points à regarder (1)"
    panel.list.itemActivated.emit(panel.list.item(0))
    assert opened.step == "rating"
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_headcount_that_is_missing_leads_to_its_cell(opened: MainWindow) -> None:
    opened.session.apply(professions.set_headcount(builders.secretary().professions[0], None))
    QTest.keyClick(opened, Qt.Key.Key_F7)
    panel = opened.side_panel
    panel.list.itemActivated.emit(panel.list.item(0))
    assert opened.step == "headcount"
    page = opened.page
    assert isinstance(page, ProfessionsPage)
    assert page.table.currentIndex().column() == ProfessionColumn.HEADCOUNT
    assert page.table.hasFocus()


def test_help_is_on_what_is_shown(opened: MainWindow) -> None:
    opened.go("study")
    QTest.keyClick(opened, Qt.Key.Key_F1)
    assert opened.side_panel.isVisible()
    assert opened.side_panel.accessibleName() == "Étude"

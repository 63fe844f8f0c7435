"""The study page: saved as it is typed, refused without a dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.domain.edits import studies
from impactapp.domain.level import Level
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Study
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.study_page import StudyPage


@pytest.fixture
def page(opened: MainWindow) -> StudyPage:
    opened.go("study")
    assert isinstance(opened.page, StudyPage)
    return opened.page


def current(window: MainWindow) -> Study:
    assert window.session.study is not None
    return window.session.study


def test_a_pause_in_typing_saves_and_undoes_as_one(opened: MainWindow, page: StudyPage, qtbot: QtBot) -> None:
    field = page.lines["establishment"]
    field.setFocus()
    QTest.keyClicks(field, "CH ")
    qtbot.waitUntil(lambda: current(opened).establishment == "CH")
    QTest.keyClicks(field, "de Lyon")
    qtbot.waitUntil(lambda: current(opened).establishment == "CH de Lyon")
    assert field.text() == "CH de Lyon"
    opened.session.undo()
    assert current(opened).establishment == ""
    assert field.text() == ""


def test_leaving_a_field_with_a_refused_text_comes_back_to_it(
    opened: MainWindow, page: StudyPage, qtbot: QtBot
) -> None:
    field = page.lines["title"]
    field.setFocus()
    field.setText(" ")
    page.lines["establishment"].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    assert opened.message_bar.message is not None
    assert current(opened).title == "Secrétaire médicale"


def test_half_a_word_is_not_refused_while_it_is_typed(opened: MainWindow, page: StudyPage, qtbot: QtBot) -> None:
    field = page.lines["title"]
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.qWait(900)
    assert "message_bar" not in opened.__dict__ or opened.message_bar.message is None


def test_a_change_from_elsewhere_leaves_what_is_being_typed(opened: MainWindow, page: StudyPage) -> None:
    field = page.lines["authors"]
    field.setFocus()
    QTest.keyClicks(field, "Groupe")
    opened.session.apply(studies.set_weighting(Weighting.TIME))
    assert field.text() == "Groupe"


def test_the_group_s_rule_starts_from_the_one_it_leaves(opened: MainWindow, page: StudyPage) -> None:
    page.rule.radios[Rule.WEIGHTED].click()
    page.rule.radios[Rule.CUSTOM].click()
    assert current(opened).rule is Rule.CUSTOM
    assert current(opened).custom_rates == LevelRates(0.0, 0.5, 1.0)
    assert page.rule.rates.isVisible()


def test_rates_are_committed_together(opened: MainWindow, page: StudyPage, qtbot: QtBot) -> None:
    page.rule.radios[Rule.CUSTOM].click()
    for level, typed in ((Level.FAIBLE, "0,6"), (Level.MOYEN, "70 %"), (Level.FORT, "80")):
        field = page.rule.rates.fields[level]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
    QTest.keyClick(page.rule.rates.fields[Level.FORT], Qt.Key.Key_Return)
    page.lines["title"].setFocus()
    qtbot.waitUntil(lambda: current(opened).custom_rates == LevelRates(0.6, 0.7, 0.8))


def test_unordered_rates_are_refused_and_stay_to_be_corrected(opened: MainWindow, page: StudyPage) -> None:
    page.rule.radios[Rule.CUSTOM].click()
    page.rule.rates.fields[Level.FAIBLE].setText("90 %")
    page.rule.rates.commit()
    assert opened.message_bar.message is not None
    assert page.rule.rates.fields[Level.FAIBLE].text() == "90 %"
    assert current(opened).custom_rates == LevelRates(0.0, 0.0, 1.0)


def test_a_definition_can_be_worded_and_restored(opened: MainWindow, page: StudyPage, qtbot: QtBot) -> None:
    definition = page.definitions[2]
    assert definition.restore.isHidden()
    definition.field.setFocus()
    QTest.keyClicks(definition.field, "Tout ou presque")
    qtbot.waitUntil(lambda: current(opened).definitions.fort == "Tout ou presque")
    definition.restore.click()
    assert current(opened).definitions.fort == ""
    assert definition.field.text() == ""
    assert "l’essentiel" in definition.field.placeholderText()


def test_the_date_is_optional(opened: MainWindow, page: StudyPage) -> None:
    assert not page.day.isEnabled()
    page.day_known.click()
    assert current(opened).day is not None
    page.day_known.click()
    assert current(opened).day is None

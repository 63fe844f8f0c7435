"""Free text that may point at a person: a warning with the rule, which can be put away and blocks nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.session import Session
from impactapp.ui.widgets.privacy_notice import PrivacyNotice, watched
from tests import builders

FOUND = "Mme Durand, 06 12 34 56 78"


Field = QLineEdit | QPlainTextEdit


@pytest.fixture(params=(QLineEdit, QPlainTextEdit))
def field(request: pytest.FixtureRequest, look: None, qtbot: QtBot) -> Iterator[Field]:
    made: Field = request.param()
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(watched(made))
    qtbot.addWidget(page)
    page.show()
    yield made
    page.close()


def notice(field: QWidget) -> PrivacyNotice:
    found = field.window().findChild(PrivacyNotice)
    assert found is not None
    return found


def test_a_trace_of_a_person_is_told_with_the_rule(field: Field, qtbot: QtBot) -> None:
    assert not notice(field).isVisible()
    QTest.keyClicks(field, FOUND)
    qtbot.waitUntil(notice(field).isVisible)
    words = notice(field).words.text()
    assert "numéro de téléphone" in words
    assert "nom d’une personne" in words
    assert "on s’abstient" in words


def test_plain_words_are_left_alone(field: Field, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "La frappe prend 40 minutes par jour.")
    notice(field).look()
    assert not notice(field).isVisible()


def test_put_away_it_stays_away_until_something_else_is_found(field: Field, qtbot: QtBot) -> None:
    QTest.keyClicks(field, FOUND)
    notice(field).look()
    notice(field).dismiss.click()
    QTest.keyClicks(field, " hier")
    notice(field).look()
    assert not notice(field).isVisible()
    QTest.keyClicks(field, " a.b@chu.fr")
    notice(field).look()
    assert notice(field).isVisible()


def test_the_text_is_kept_as_it_is(field: Field, qtbot: QtBot) -> None:
    QTest.keyClicks(field, FOUND)
    notice(field).look()
    notice(field).dismiss.click()
    assert field.property("text" if isinstance(field, QLineEdit) else "plainText") == FOUND


def test_the_warning_goes_with_its_cause(field: Field, qtbot: QtBot) -> None:
    QTest.keyClicks(field, FOUND)
    notice(field).look()
    field.clear()
    notice(field).look()
    assert not notice(field).isVisible()


@pytest.mark.usefixtures("look")
def test_cells_of_tables_are_looked_at_when_they_are_left(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Session())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.session.create(tmp_path / "s.impact", builders.secretary())
    window.go("tasks")
    page = window.page
    assert isinstance(page, TasksPage)
    page.table.go_to(0, 0, editing=True)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.clear()
    QTest.keyClicks(editor, "Courrier de Mme Durand")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.message_bar.message is not None)
    assert window.session.study is not None
    assert window.session.study.professions[0].tasks[0].title == "Courrier de Mme Durand"
    assert window.message_bar.message is not None
    assert "nom d’une personne" in window.message_bar.message.text
    window.session.close()

"""The window: where it leads, what it says, what it lets undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.domain.edits import professions, ratings, studies
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.ui import page_list, theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.models.profession_model import ProfessionColumn
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.study_page import StudyPage
from tests import builders

CELL = ratings.Cell("sec-8", Hypothesis.LOW, Aspect.SUBSTITUTION)


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and let them fall; whether the window took them."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), copy, files, left, none)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, files, left, none))
    return entering.isAccepted()


def test_the_window_begins_on_the_start_page_without_a_rail(window: MainWindow) -> None:
    assert window.step == "home"
    assert window.windowTitle() == "impactapp"
    assert "frame" not in window.__dict__


def test_a_study_opens_where_there_is_something_to_do(opened: MainWindow) -> None:
    assert opened.step == "rating"
    assert opened.windowTitle() == "Secrétaire médicale — impactapp"
    assert opened.frame.rail.isVisible()


def test_an_empty_study_opens_on_its_professions(window: MainWindow, tmp_path: Path) -> None:
    named = builders.study()
    assert window.session.create(tmp_path / "vide.impact", named)
    assert window.step == "study"


@pytest.mark.parametrize(("number", "step"), list(enumerate(page_list.STEPS, 1)), ids=[s.key for s in page_list.STEPS])
def test_control_and_a_digit_lead_to_each_step(opened: MainWindow, number: int, step: page_list.Step) -> None:
    QTest.keyClick(opened, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
    assert opened.step == step.key
    assert opened.frame.rail.button(step.key).is_current


# the row of digits of a French keyboard, without Shift
AZERTY = ("Ampersand", "Eacute", "QuoteDbl", "Apostrophe", "ParenLeft", "Minus", "Egrave")
PLACES = (*(step.key for step in page_list.STEPS), "study")


@pytest.mark.parametrize(("number", "key"), list(enumerate(PLACES, 1)), ids=PLACES)
def test_alt_and_a_digit_lead_to_each_place_on_either_keyboard(opened: MainWindow, number: int, key: str) -> None:
    for typed in (f"Key_{number}", f"Key_{AZERTY[number - 1]}"):
        opened.go("scenarios" if key != "scenarios" else "results")
        QTest.keyClick(opened, getattr(Qt.Key, typed), Qt.KeyboardModifier.AltModifier)
        assert opened.step == key


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 7])
def test_control_works_on_a_french_row_where_it_does_not_zoom(opened: MainWindow, number: int) -> None:
    opened.go("scenarios")
    QTest.keyClick(opened, getattr(Qt.Key, f"Key_{AZERTY[number - 1]}"), Qt.KeyboardModifier.ControlModifier)
    assert opened.step == PLACES[number - 1]


def test_control_and_minus_zooms_out_and_leads_nowhere(opened: MainWindow) -> None:
    opened.commands.zoom(1)
    QTest.keyClick(opened, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme.current().scale == 1.0
    assert opened.step == "rating"


def test_the_menus_show_the_keys_that_work_on_every_keyboard(opened: MainWindow) -> None:
    shown = [opened.actions_by_menu.by_key[key].shortcut().toString() for key in (*(f"step_{s}" for s in PLACES[:-1]),)]
    assert shown == [f"Alt+{number}" for number in range(1, 7)]


def test_no_two_commands_share_a_key(opened: MainWindow) -> None:
    keys = [key.toString() for action in opened.actions_by_menu for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("step", "column"), [("headcount", ProfessionColumn.HEADCOUNT), ("professions", ProfessionColumn.TITLE)]
)
def test_the_two_steps_of_one_page_stand_on_columns_of_their_own(
    opened: MainWindow, step: str, column: ProfessionColumn
) -> None:
    opened.session.apply(professions.add_profession(builders.profession(2)))
    opened.session.choose_profession("p2")
    opened.frame.rail.button(step).click()
    page = opened.page
    assert isinstance(page, ProfessionsPage)
    current = page.current()
    assert current is not None
    assert (current.id, page.table.currentIndex().column()) == ("p2", column)
    assert page.table.hasFocus()


def test_the_way_to_everything_has_a_word_beside_its_keys(opened: MainWindow) -> None:
    button = opened.frame.top_bar.palette_button
    assert button.text().split() == ["Chercher", "Ctrl", "K"]
    assert button.accessibleName().startswith("Chercher")


def test_undo_is_named_in_the_menu_and_in_the_top_bar(opened: MainWindow) -> None:
    opened.session.apply(ratings.rate([CELL], Level.FAIBLE, "Tenue à jour du dossier patient"))
    expected = "Annuler «\u00a0Décider\u00a0: Tenue à jour du dossier patient\u00a0»"
    assert opened.actions_by_menu.by_key["undo"].text() == expected
    assert opened.frame.top_bar.undo.accessibleName() == expected
    opened.actions_by_menu.by_key["undo"].trigger()
    assert not opened.actions_by_menu.by_key["undo"].isEnabled()
    assert opened.actions_by_menu.by_key["redo"].text() == expected.replace("Annuler", "Rétablir")


def test_an_ampersand_in_a_title_is_not_a_shortcut(opened: MainWindow) -> None:
    opened.session.apply(ratings.rate([CELL], Level.FAIBLE, "R&D"))
    assert "R&&D" in opened.actions_by_menu.by_key["undo"].text()
    # however short, a name is not left out of the top bar
    assert "R&&D" in opened.frame.top_bar.undo.text()


def test_the_top_bar_says_when_the_last_edit_was_saved(opened: MainWindow) -> None:
    assert opened.frame.top_bar.saved.text() == "Enregistré"
    opened.session.apply(studies.set_establishment("CH de démonstration"))
    document = opened.session.document
    assert document is not None
    assert document.saved_at is not None
    assert opened.frame.top_bar.saved.text() == f"Enregistré à {document.saved_at.astimezone():%H:%M}"
    assert opened.frame.top_bar.place.text() == "CH de démonstration"


def test_the_rail_follows_the_rating(opened: MainWindow, qtbot: QtBot) -> None:
    assert "10\u00a0/\u00a010" in opened.frame.rail.button("rating").accessibleName()
    opened.session.apply(ratings.clear([CELL]))
    qtbot.waitUntil(lambda: "9\u00a0/\u00a010" in opened.frame.rail.button("rating").accessibleName())
    assert "fait" not in opened.frame.rail.button("rating").accessibleName()


def test_a_refusal_is_said_in_the_message_bar_and_the_focus_stays(opened: MainWindow) -> None:
    opened.go("study")
    page = opened.page
    assert isinstance(page, StudyPage)
    page.lines["establishment"].setFocus()
    focused = QApplication.focusWidget()
    assert not opened.session.apply(studies.set_title(" "))
    assert opened.message_bar.isVisible()
    assert opened.message_bar.message is not None
    assert QApplication.focusWidget() is focused


def test_the_next_edit_clears_a_refusal(opened: MainWindow) -> None:
    opened.session.apply(studies.set_title(" "))
    opened.session.apply(studies.set_title("Autre"))
    assert not opened.message_bar.isVisible()


def test_a_dropped_study_opens(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "posée.impact"
    Document.create(path, builders.secretary()).close()
    assert drop(window, path)
    document = window.session.document
    assert document is not None
    assert document.path == path


def test_another_file_is_not_taken(window: MainWindow, tmp_path: Path) -> None:
    assert not drop(window, tmp_path / "lettre.docx")


def test_a_second_window_reads_only_and_says_so_for_as_long_as_it_is_true(opened: MainWindow, study_path: Path) -> None:
    from impactapp.ui.session import Session

    second = MainWindow(Session())
    second.show()
    assert second.session.open(study_path)
    assert second.frame.banner.isVisible()
    assert second.frame.top_bar.saved.text() == "Lecture seule"
    assert not second.actions_by_menu.by_key["undo"].isEnabled()
    assert not second.session.apply(studies.set_title("Autre"))
    second.session.close()
    assert not second.frame.banner.isVisible()
    second.close()
    second.deleteLater()


def test_closing_commits_what_was_typed(opened: MainWindow, study_path: Path) -> None:
    opened.go("study")
    page = opened.page
    assert isinstance(page, StudyPage)
    field = page.lines["establishment"]
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "CHU de Lyon")
    opened.close()
    reopened = Document.open(study_path)
    assert reopened.study.establishment == "CHU de Lyon"
    reopened.close()


def test_a_window_that_was_wide_with_a_long_profession_is_narrow_again(opened: MainWindow) -> None:
    assert opened.session.study is not None
    found = opened.session.study.professions[0]
    opened.session.apply(professions.rename_profession(found.id, "Profession au long intitulé " * 10))
    for width in (1906, 1280):
        opened.resize(width, 720)
        QApplication.processEvents()
        assert opened.width() == width
    bar = opened.frame.top_bar
    assert bar.rect().contains(bar.palette_button.geometry())
    assert bar.professions.width() > 300


def test_a_long_establishment_keeps_a_small_laptop_s_window(opened: MainWindow) -> None:
    opened.session.apply(studies.set_establishment("Groupement hospitalier de territoire " * 8))
    opened.resize(1280, 720)
    QApplication.processEvents()
    assert opened.width() == 1280
    place = opened.frame.top_bar.place
    place.grab()
    assert place.toolTip() == place.text()


def test_a_study_opened_again_gives_its_keys_to_the_matrix(opened: MainWindow, study_path: Path, qtbot: QtBot) -> None:
    opened.go("rating")
    page = opened.page
    assert isinstance(page, RatingPage)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    opened.session.close()
    assert opened.doors.open(study_path)
    opened.go("rating")
    before = opened.session.study
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_3)
    assert opened.session.study is not before
    assert not isinstance(focused, QPlainTextEdit)

"""The ways into a study: new, demonstration, recent, damaged; and out of it: copies, exports, backups."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from impactapp import paths
from impactapp.document import Document
from impactapp.domain.edits import ratings, studies
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.study import Origin
from impactapp.ui import recent
from impactapp.ui.app import Shell
from impactapp.ui.exporting import Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.opening import file_name, unused
from impactapp.ui.pages.home_page import HomePage
from impactapp.ui.widgets.export_dialog import ExportDialog
from impactapp.ui.widgets.new_study import NewStudy
from impactapp.ui.widgets.restore_dialog import RestoreDialog
from tests import builders


def choose_file(window: MainWindow, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.done(0)
    dialog.deleteLater()


def home(window: MainWindow) -> HomePage:
    window.go("home")
    assert isinstance(window.page, HomePage)
    if window.page.recents is None:
        window.page.show_recents()
    return window.page


def acts(window: MainWindow) -> dict[str, QPushButton]:
    return {button.text(): button for button in window.message_bar.buttons}


def test_a_new_study_takes_professions_from_the_catalogue(window: MainWindow, tmp_path: Path) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    sheet = window.findChild(NewStudy)
    assert sheet is not None
    sheet.title.setText("Mon étude")
    sheet.establishment.setText("CH de Vienne")
    sheet.browser.search.setText("secretaire medicale")
    QTest.keyClick(sheet.browser.search, Qt.Key.Key_Return)
    sheet.create_button.click()
    choose_file(window, tmp_path / "mon étude.impact")
    study = window.session.study
    assert study is not None
    assert (study.title, study.establishment) == ("Mon étude", "CH de Vienne")
    assert [one.title for one in study.professions] == ["Secrétaire médicale"]
    assert study.professions[0].tasks[0].low.substitution is None
    assert window.step == "rating"


def test_a_search_without_answer_says_so(window: MainWindow) -> None:
    window.commands.ask_new()
    sheet = window.findChild(NewStudy)
    assert sheet is not None
    sheet.browser.search.setText("astronaute")
    assert sheet.browser.model.rowCount() == 0
    assert sheet.browser.count.text().startswith("Rien ne répond")


def test_a_new_study_needs_a_title(window: MainWindow) -> None:
    window.commands.ask_new()
    sheet = window.findChild(NewStudy)
    assert sheet is not None
    sheet.title.clear()
    sheet.create_button.click()
    assert window.message_bar.message is not None
    assert window.findChild(QFileDialog) is None


def test_an_existing_file_is_not_replaced_by_a_new_study(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "là.impact"
    path.write_bytes(b"something")
    window.doors.ask_create(builders.study())
    choose_file(window, path)
    assert window.session.document is None
    assert window.message_bar.message is not None
    assert path.read_bytes() == b"something"


def test_the_demonstration_is_a_copy_that_keeps_changes_until_it_starts_again(window: MainWindow) -> None:
    page = home(window)
    page.doors[1].button.click()
    study = window.session.study
    assert study is not None
    assert study.origin is Origin.DEMONSTRATION
    document = window.session.document
    assert document is not None
    assert document.path.parent == paths.user_data() / "demonstration"
    task = study.professions[0].tasks[0]
    window.session.apply(ratings.rate([ratings.Cell(task.id, Hypothesis.LOW, Aspect.SUBSTITUTION)], Level.FAIBLE))
    window.commands.close_study()
    window.commands.open_demonstration()
    acts(window)["Repartir de la matrice publiée"].click()
    study = window.session.study
    assert study is not None
    assert study.professions[0].tasks[0].level(Hypothesis.LOW, Aspect.SUBSTITUTION) is Level.MOYEN
    assert window.session.undo()


def test_an_untouched_demonstration_opens_without_a_word(window: MainWindow) -> None:
    window.commands.open_demonstration()
    window.commands.close_study()
    window.commands.open_demonstration()
    assert "message_bar" not in window.__dict__ or window.message_bar.message is None


def test_recent_studies_show_their_last_rate_and_open(shell: Shell, opened: MainWindow, study_path: Path) -> None:
    opened.commands.close_study()
    (one,) = recent.load()
    assert recent.rates_in_words(one) == "Secrétaire médicale\u00a0: 40\u00a0% à 60\u00a0%"
    page = home(opened)
    assert page.recents is not None
    opening = next(b for b in page.recents.findChildren(QPushButton) if b.text() == "Secrétaire médicale")
    opening.click()
    document = opened.session.document
    assert document is not None
    assert document.path == study_path


def test_a_missing_recent_study_is_said_to_be_missing_and_can_be_removed(window: MainWindow, tmp_path: Path) -> None:
    recent.record(tmp_path / "partie.impact", builders.secretary(), date(2026, 11, 22))
    page = home(window)
    assert page.recents is not None
    assert any(label.text().startswith("fichier introuvable") for label in page.recents.findChildren(QLabel))
    buttons = page.recents.findChildren(QPushButton)
    assert [button.accessibleName() for button in buttons] == ["Retirer Secrétaire médicale de la liste"]
    buttons[0].click()
    assert recent.load() == ()
    assert page.recents.isHidden()


def test_nonsense_in_the_list_of_recent_studies_costs_only_the_list() -> None:
    paths.user_data().mkdir(parents=True)
    for text in ("{", "3", '[{"path": 1}]', json.dumps([{"path": "a", "title": "b", "day": "x", "rates": []}])):
        (paths.user_data() / "recent.json").write_text(text, encoding="utf-8")
        assert recent.load() == ()


def test_the_list_of_recent_studies_keeps_the_newest(tmp_path: Path) -> None:
    for number in range(20):
        recent.record(tmp_path / f"{number}.impact", builders.study(), date(2026, 11, 22))
    recent.record(tmp_path / "12.impact", builders.study(), date(2026, 11, 23))
    listed = recent.load()
    assert len(listed) == recent.MOST_KEPT
    assert [Path(one.path).stem for one in listed[:2]] == ["12", "19"]


def test_a_copy_is_a_study_of_its_own(opened: MainWindow, tmp_path: Path) -> None:
    opened.commands.ask_copy()
    choose_file(opened, tmp_path / "copie.impact")
    copy = Document.open(tmp_path / "copie.impact")
    assert copy.read_only is None
    assert copy.study == opened.session.study
    copy.close()
    assert set(acts(opened)) == {"Ouvrir le fichier", "Ouvrir le dossier"}


@pytest.mark.parametrize("kind", [Kind.EXCEL, Kind.CSV, Kind.JSON])
def test_an_export_ends_with_the_way_to_its_file(opened: MainWindow, tmp_path: Path, qtbot: QtBot, kind: Kind) -> None:
    QTest.keyClick(opened, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = opened.findChild(ExportDialog)
    assert dialog is not None
    dialog.choose(kind)
    dialog.accept()
    target = tmp_path / f"sortie{kind.value}"
    choose_file(opened, target)
    qtbot.waitUntil(lambda: "Ouvrir le dossier" in acts(opened), timeout=20_000)
    assert target.stat().st_size > 0


def test_the_export_of_a_chart_names_it(opened: MainWindow) -> None:
    opened.commands.ask_export()
    dialog = opened.findChild(ExportDialog)
    assert dialog is not None
    dialog.choose(Kind.CHART)
    export = dialog.chosen()
    assert (export.chart, export.subject.profession_id, export.suffix) == ("matrix", "sec", ".png")
    dialog.reject()


def test_a_backup_is_restored_as_an_edit_that_can_be_undone(opened: MainWindow) -> None:
    document = opened.session.document
    assert document is not None
    document.keep_backup()
    opened.session.apply(studies.set_title("Autre titre"))
    opened.commands.ask_restore()
    dialog = opened.findChild(RestoreDialog)
    assert dialog is not None
    assert dialog.list.count() == 1
    dialog.accept()
    assert opened.session.settle()
    assert document.study.title == "Secrétaire médicale"
    acts(opened)["Annuler"].click()
    assert document.study.title == "Autre titre"


def test_a_backup_made_of_another_file_of_the_study_says_of_which(opened: MainWindow, tmp_path: Path) -> None:
    document = opened.session.document
    assert document is not None
    document.keep_backup()
    (tmp_path / "ailleurs").mkdir()
    document.save_copy(tmp_path / "ailleurs" / "copie.impact")
    copy = Document.open(tmp_path / "ailleurs" / "copie.impact")
    copy.keep_backup()
    copy.close()
    opened.commands.ask_restore()
    dialog = opened.findChild(RestoreDialog)
    assert dialog is not None
    own, other = (dialog.list.item(row).text().replace("\u00a0", " ") for row in range(2))
    assert "dans" not in own
    assert other.endswith(f" · « copie.impact » dans {tmp_path / 'ailleurs'}")
    dialog.reject()


def test_without_a_backup_there_is_nothing_to_restore(opened: MainWindow) -> None:
    opened.commands.ask_restore()
    dialog = opened.findChild(RestoreDialog)
    assert dialog is not None
    assert not dialog.restore_button.isEnabled()
    dialog.reject()


def test_names_of_files_are_good_for_every_system(tmp_path: Path) -> None:
    assert file_name('CH / "Nord" : étude\n2026') == "CH - -Nord- - étude-2026"
    assert file_name("///") == "étude"
    (tmp_path / "a.impact").touch()
    (tmp_path / "a 2.impact").touch()
    assert unused(tmp_path / "a.impact") == tmp_path / "a 3.impact"

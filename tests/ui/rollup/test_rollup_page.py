"""« Consolidation » in the real window: studies read, alike titles confirmed by hand, and a file written."""

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from impactapp.domain.rule import Rule
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.rollup_page import LINES, QUESTIONS, REFUSED, SITES, UNITS, RollUpPage
from tests.rollup_builders import hospital, staffed, titled, written
from tests.ui.incoming.stage import press
from tests.ui.rollup.stage import column, drop, settle
from tests.ui.work import wait_for_work

Key = Qt.Key


def said(window: MainWindow) -> str:
    message = window.message_bar.message
    return message.text if message else ""


def test_dropped_studies_are_summed_without_a_study_being_open(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    written(tmp_path / "studies", hospital(1), staffed(2))
    drop(window, page, str(tmp_path / "studies"))
    assert page.figures.text().startswith("2 études · 3 métiers")
    assert column(page.models[LINES], 1) == ["2", "2", "2"]
    assert "(CH 1)" in column(page.models[LINES], 5)[0]
    assert column(page.models[SITES], 0) == ["CH 1", "CH 2"]
    every, one = "Tous les métiers", "Métier 0"
    assert column(page.models[UNITS], 3) == [every, every, one, every, one]
    assert not page.warning.isVisible()


def test_studies_come_one_batch_after_the_other_and_none_twice(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    paths = written(tmp_path / "studies", *map(hospital, range(4)))
    page.take_files([Path(path) for path in paths[:2]])
    page.take_files([Path(path) for path in paths[1:]])
    settle(page)
    assert column(page.models[SITES], 0) == ["CH 0", "CH 1", "CH 2", "CH 3"]
    assert column(page.models[REFUSED], 0) == []


def test_files_that_are_left_out_are_listed_each_with_its_sentence(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    (path,) = written(tmp_path / "studies", hospital(1))
    whole = Path(path).read_bytes()
    copy, damaged, newer = (tmp_path / name for name in ("copie.impact", "abimee.impact", "future.impact"))
    copy.write_bytes(whole)
    damaged.write_bytes(whole[:9000])
    # a version of tables that nobody knows yet, and whose study is not where it was
    newer.write_bytes(whole[:60] + (99).to_bytes(4, "big") + whole[64:].replace(b"study", b"stxdy"))
    (tmp_path / "empty").mkdir()
    drop(window, page, path, str(copy), str(damaged), str(newer), str(tmp_path / "empty"))
    assert column(page.models[SITES], 0) == ["CH 1"]
    reasons = dict(zip(column(page.models[REFUSED], 0), column(page.models[REFUSED], 1), strict=True))
    assert set(reasons) == {"copie.impact", "abimee.impact", "future.impact", "empty"}
    assert "compterait deux fois" in reasons["copie.impact"]
    assert "endommagé" in reasons["abimee.impact"]
    assert page.tabs.bar.tabText(5).endswith("(4)")


def test_studies_of_several_rules_are_shown_with_a_warning(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    written(tmp_path / "studies", hospital(1), replace(hospital(2), rule=Rule.WEIGHTED))
    drop(window, page, str(tmp_path / "studies"))
    assert page.warning.isVisible()


def test_alike_titles_are_confirmed_or_refused_by_the_keyboard(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    studies = (titled(1, "Secrétaire médicale"), titled(2, "Secrétaire médical (H/F)"))
    drop(window, page, *written(tmp_path / "studies", *studies))
    assert page.models[LINES].rowCount() == 4
    assert page.tabs.bar.tabText(4).endswith("(1)")
    page.tabs.choose(QUESTIONS)
    table = page.questions.table
    table.go_to(0, 0)
    press(table, Key.Key_Return)
    settle(page)
    assert page.models[LINES].rowCount() == 3
    assert column(page.questions.model, 3) == ["Le même métier"]
    assert "aussi : Secrétaire médical (H/F)" in column(page.models[LINES], 0)[0]
    press(table, Key.Key_Return)
    settle(page)
    assert (page.models[LINES].rowCount(), column(page.questions.model, 3)) == (4, ["À dire"])
    press(table, Key.Key_Delete)
    settle(page)
    assert (page.models[LINES].rowCount(), column(page.questions.model, 3)) == (4, ["Deux métiers"])
    assert page.tabs.bar.tabText(4).endswith("(0)")


def test_what_is_confirmed_is_written_and_the_folder_can_be_opened(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    drop(window, page, *written(tmp_path / "studies", titled(1, "Secrétaire"), titled(2, "Secrétaires")))
    page.questions.table.go_to(0, 0)
    QTest.mouseClick(page.questions.same, Qt.MouseButton.LeftButton)
    settle(page)
    QTest.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "tout.json"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    settle(page)
    assert len(json.loads(target.read_text(encoding="utf-8"))["professions"]) == 3
    assert [button.text() for button in window.message_bar.buttons] == ["Ouvrir le fichier", "Ouvrir le dossier"]


def test_a_study_that_was_read_is_not_written_over(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    (path,) = written(tmp_path / "studies", hospital(1))
    named = tmp_path / "tout.xlsx"
    named.symlink_to(path)
    before = Path(path).read_bytes()
    drop(window, page, path)
    page.rolling.export(named)
    settle(page)
    assert "jamais à la place d’une étude" in said(window).replace("\u00a0", " ")
    assert Path(path).read_bytes() == before


def test_cancelling_keeps_what_was_read_before(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    first, *others = written(tmp_path / "studies", *map(hospital, range(6)))
    drop(window, page, first)
    page.take_files([Path(path) for path in others])
    QTest.mouseClick(page.work.stop, Qt.MouseButton.LeftButton)
    wait_for_work()
    settle(page)
    assert column(page.models[SITES], 0) == ["CH 0"]
    page.take_files([Path(others[0])])
    settle(page)
    assert column(page.models[SITES], 0) == ["CH 0", "CH 1"]


def test_all_can_be_set_aside(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    drop(window, page, *written(tmp_path / "studies", hospital(1)))
    page.rolling.clear()
    assert [model.rowCount() for model in page.models.values()] == [0, 0, 0, 0]
    assert not page.export_button.isEnabled()


def test_the_table_is_copied_with_its_headings(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    drop(window, page, *written(tmp_path / "studies", hospital(1)))
    window.commands.copy_table()
    first, second, *_others = QApplication.clipboard().text().splitlines()
    assert first.startswith("Métier\tÉtudes\tEffectif\tETP")
    assert second.startswith("Métier 0\t1\t")


def test_cells_say_to_a_screen_reader_what_they_are_of(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    drop(window, page, *written(tmp_path / "studies", hospital(1)))
    index = page.models[LINES].index(0, 1)
    assert "Métier 0" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert all(table.accessibleName() for table in (*page.tables.values(), page.questions.table))


def test_an_interval_of_time_exposed_stands_on_one_line(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    drop(window, page, *written(tmp_path / "studies", hospital(1)))
    for name, at in ((LINES, 4), (SITES, 5), (UNITS, 6)):
        table = page.tables[name]
        assert table.columnWidth(at) >= table.fontMetrics().horizontalAdvance("85,7 à 149,9") + 22

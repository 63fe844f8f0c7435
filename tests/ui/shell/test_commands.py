"""What the commands of the menus do, and how the application starts."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from impactapp import i18n
from impactapp.charts.subject import Subject
from impactapp.document import Document
from impactapp.domain.edits import professions, studies
from impactapp.store.losses import Loss, LossCode
from impactapp.store.salvage import Salvage
from impactapp.ui import app, preferences, theme, window_commands
from impactapp.ui.exporting import Export, Exporter, Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.message import Message
from impactapp.ui.session import Session
from tests import builders
from tests.ui.incoming.stage import wait_until


def test_undo_and_redo_by_their_keys(opened: MainWindow) -> None:
    opened.session.apply(studies.set_title("Autre"))
    QTest.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.windowTitle().startswith("Secrétaire")
    QTest.keyClick(opened, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert opened.windowTitle().startswith("Autre")


def test_page_keys_go_around_the_professions(opened: MainWindow) -> None:
    opened.session.apply(professions.add_profession(builders.profession(2)))
    for expected in ("Métier 2", "Secrétaire médicale"):
        QTest.keyClick(opened, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert opened.frame.top_bar.professions.currentText() == expected


def test_a_profession_is_chosen_in_the_top_bar(opened: MainWindow) -> None:
    opened.session.apply(professions.add_profession(builders.profession(2)))
    combo = opened.frame.top_bar.professions
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert opened.session.profession is not None
    assert opened.session.profession.title == "Métier 2"


def test_open_asks_for_a_study(window: MainWindow, tmp_path: Path) -> None:
    Document.create(tmp_path / "a.impact", builders.secretary()).close()
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "a.impact"))
    dialog.done(0)
    assert window.step == "rating"


def test_full_screen_and_back(window: MainWindow) -> None:
    window.commands.toggle_full_screen()
    assert window.isFullScreen()
    window.commands.toggle_full_screen()
    assert not window.isFullScreen()


def test_a_complete_study_has_nothing_to_report(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("impactapp.ui.findings_list.rows", lambda *_asked: [])
    opened.commands.check_study()
    wait_until(lambda: opened.message_bar.message is not None)
    assert opened.message_bar.message is not None
    assert opened.message_bar.message.text.startswith("Rien à signaler")


def test_what_a_salvage_lost_is_listed(opened: MainWindow, tmp_path: Path) -> None:
    found = Salvage(builders.secretary(), tmp_path / "x.impact", (Loss(LossCode.ROWS, "task", 3),))
    opened.doors.listed.emit(found)
    assert opened.side_panel.isVisible()
    assert opened.side_panel.list.count() == 1


def test_files_are_opened_by_the_system(monkeypatch: pytest.MonkeyPatch, opened: MainWindow, tmp_path: Path) -> None:
    asked: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: asked.append(url.toLocalFile()))
    for position in (0, 1):
        opened.commands.tell_exported(tmp_path / "a.xlsx")
        opened.message_bar.buttons[position].click()
    assert asked == [str(tmp_path / "a.xlsx"), str(tmp_path)]
    assert window_commands.open_outside is not None


def test_an_export_can_be_cancelled_and_leaves_nothing(opened: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "a.xlsx").write_text("ancien", encoding="utf-8")
    exporter = Exporter(opened.session, opened.message_bar, lambda _export, _target: None)
    exporter.start(Export(Kind.EXCEL), folder / "a.xlsx")
    assert len(list(folder.iterdir())) == 2, "the export is under way"
    opened.message_bar.buttons[0].click()
    assert opened.message_bar.message is not None
    assert opened.message_bar.message.text == "Export annulé. Rien n’a été écrit."
    assert not exporter.is_busy
    assert [(path.name, path.read_text(encoding="utf-8")) for path in folder.iterdir()] == [("a.xlsx", "ancien")]


def test_an_unexpected_error_of_an_export_is_reported(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened.session.broken.disconnect()
    told: list[BaseException] = []
    opened.session.broken.connect(told.append)
    exporter = Exporter(opened.session, opened.message_bar, lambda _export, _target: None)
    exporter.start(Export(Kind.CHART, "matrix", Subject("--unknown"), ".png"), tmp_path / "a.png")
    qtbot.waitUntil(lambda: len(told) == 1, timeout=20_000)
    assert "--unknown" in str(told[0]) or "--profession" in str(told[0])
    assert not opened.message_bar.isVisible()
    assert list(tmp_path.glob("*a.png*")) == []


def test_a_refusal_of_the_twin_is_its_sentence(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    exporter = Exporter(opened.session, opened.message_bar, lambda _export, _target: None)
    exporter.start(Export(Kind.CHART, "matrix", Subject("nobody"), ".png"), tmp_path / "a.png")
    qtbot.waitUntil(lambda: not exporter.is_busy, timeout=20_000)
    assert opened.message_bar.message is not None
    assert opened.message_bar.message.text.startswith("Il n’y a pas de métier")


def test_a_chart_is_exported(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "a.svg"
    opened.session.export_asked.emit(Export(Kind.CHART, "matrix", Subject("sec"), ".svg"), target)
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert "<svg" in target.read_text(encoding="utf-8")


def test_tables_of_skills_are_put_beside_the_table_asked_for(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert window.session.create(tmp_path / "s.impact", builders.skilled())
    window.session.export_asked.emit(Export(Kind.CSV), tmp_path / "a.csv")
    qtbot.waitUntil((tmp_path / "a.csv").exists, timeout=20_000)
    beside = {path.name for path in tmp_path.glob("a.*.csv")}
    assert beside == {"a.compétences.csv", "a.exposition.csv", "a.liens.csv", "a.mesures.csv"}
    qtbot.waitUntil(lambda: "a.liens.csv" in (window.message_bar.message or Message("")).text)
    assert ".impactapp-" not in (window.message_bar.message or Message("")).text


@pytest.mark.parametrize("start", ["nothing", "demonstration", "study"])
def test_the_application_starts_where_it_is_told(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, start: str
) -> None:
    path = tmp_path / "a.impact"
    Document.create(path, builders.secretary()).close()
    shells: list[app.Shell] = []
    shell_class = app.Shell

    def made(application: QApplication) -> app.Shell:
        shells.append(shell_class(application))
        monkeypatch.setattr(shells[0].reports, "install", lambda: None)
        return shells[0]

    def look(*_arguments: Any) -> int:
        assert shells[0].window.isVisible()
        return 0

    preferences.change(language="en", zoom=1.25)
    monkeypatch.setattr(theme, "application", lambda _arguments: qapp)
    monkeypatch.setattr(app, "Shell", made)
    monkeypatch.setattr(QApplication, "exec", look)
    assert app.run(path if start == "study" else None, start == "demonstration", None) == 0
    assert shells[0].window.step == ("home" if start == "nothing" else "rating")
    assert i18n.language() == "en"
    assert theme.current().scale == 1.25
    shells[0].window.close()
    shells[0].window.deleteLater()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)


def test_backups_are_kept_a_moment_after_opening(shell: app.Shell, opened: MainWindow, qtbot: QtBot) -> None:
    document = opened.session.document
    assert document is not None
    qtbot.waitUntil(lambda: len(document.backups()) == 1, timeout=10_000)


def test_a_session_without_a_study_refuses_nothing_and_does_nothing(qapp: QApplication) -> None:
    session = Session()
    assert session.submit(studies.set_title("x"))
    assert not session.undo()
    session.request_results()
    session.close()
    assert session.profession is None

"""Refusals that say what to do come with the button that does it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from impactapp.charts.subject import Subject
from impactapp.document import Document
from impactapp.domain.edits import studies
from impactapp.domain.problems import EditError, Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.store.errors import StoreError
from impactapp.ui import exporting, theme
from impactapp.ui.app import Shell
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets.export_dialog import ExportDialog
from tests import builders

COPY, ANOTHER = "Enregistrer une copie…", "Choisir un autre fichier…"


def dialog_of(window: MainWindow) -> QFileDialog:
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    return dialog


def choose_file(window: MainWindow, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = dialog_of(window)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)
    dialog.setParent(None)
    dialog.deleteLater()


def acts(window: MainWindow) -> dict[str, QPushButton]:
    return {button.text(): button for button in window.message_bar.buttons}


def said(window: MainWindow) -> str:
    assert window.message_bar.message is not None
    return window.message_bar.message.text.replace("\u00a0", " ")


def ask_export(window: MainWindow, kind: Kind) -> None:
    window.commands.ask_export()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    dialog.choose(kind)
    dialog.accept()


def test_a_study_whose_file_vanished_offers_a_copy_that_holds_everything(
    opened: MainWindow, study_path: Path, tmp_path: Path
) -> None:
    study_path.unlink()
    assert not opened.session.apply(studies.set_title("Autre titre"))
    assert said(opened).startswith("« etude.impact » n’est plus dans")
    acts(opened)[COPY].click()
    choose_file(opened, tmp_path / "copie.impact")
    copy = Document.open(tmp_path / "copie.impact")
    assert copy.study == opened.session.study
    copy.close()


def test_the_file_that_came_back_is_no_longer_said_to_be_gone_once_a_change_is_saved(
    opened: MainWindow, study_path: Path, tmp_path: Path
) -> None:
    study_path.rename(tmp_path / "ailleurs.impact")
    assert not opened.session.apply(studies.set_title("Autre titre"))
    (tmp_path / "ailleurs.impact").rename(study_path)
    opened.go("results")
    assert COPY in acts(opened)
    assert opened.session.apply(studies.set_title("Autre titre"))
    assert opened.message_bar.message is None


@pytest.mark.parametrize(
    "problem",
    [
        *(Problem.DISK_FULL, Problem.DISK_ERROR, Problem.FOLDER_READ_ONLY),
        *(Problem.FILE_VANISHED, Problem.FILE_MISSING, Problem.FILE_DAMAGED),
    ],
)
def test_a_study_that_cannot_be_written_where_it_is_offers_a_copy(
    opened: MainWindow, study_path: Path, tmp_path: Path, problem: Problem
) -> None:
    opened.session.tell_refusal(StoreError(problem, path=study_path))
    assert list(acts(opened)) == [COPY]
    opened.session.tell_refusal(StoreError(problem, path=tmp_path / "un autre.impact"))
    assert list(acts(opened)) == [], "a copy of this study does not help another file"


def test_a_read_only_study_offers_a_copy(opened: MainWindow) -> None:
    opened.session.tell_refusal(EditError(Problem.STUDY_READ_ONLY))
    assert list(acts(opened)) == [COPY]


def test_a_copy_that_cannot_be_written_there_can_go_elsewhere(opened: MainWindow, study_path: Path) -> None:
    opened.commands.ask_copy()
    choose_file(opened, study_path)
    assert said(opened) == "« etude.impact » existe déjà : choisissez un autre nom."
    acts(opened)[ANOTHER].click()
    choose_file(opened, study_path.with_name("copie.impact"))
    assert study_path.with_name("copie.impact").exists()


def test_a_new_study_refused_where_a_file_is_can_go_elsewhere(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "là.impact").write_bytes(b"something")
    window.doors.ask_create(builders.study())
    choose_file(window, tmp_path / "là.impact")
    acts(window)[ANOTHER].click()
    choose_file(window, tmp_path / "ici.impact")
    assert window.session.document is not None
    assert window.session.document.path == tmp_path / "ici.impact"


def test_a_copy_is_suggested_in_a_folder_that_can_be_written(
    opened: MainWindow, study_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr("impactapp.ui.opening._documents", lambda: documents)
    monkeypatch.setattr("impactapp.ui.opening.os.access", lambda folder, _right: folder != study_path.parent)
    opened.commands.ask_copy()
    assert Path(dialog_of(opened).directory().absolutePath()) == documents


@pytest.mark.parametrize("problem", [Problem.TARGET_OPEN_ELSEWHERE, Problem.TARGET_UNWRITABLE, Problem.DISK_FULL])
def test_an_export_whose_target_is_refused_offers_another_one(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, problem: Problem
) -> None:
    def refused(_made: Path, target: Path) -> Path:
        raise ExchangeError(problem, path=target)

    with monkeypatch.context() as patched:
        # Excel, which holds a file open, is not here
        patched.setattr(exporting, "_replace", refused)
        ask_export(opened, Kind.CSV)
        choose_file(opened, tmp_path / "tenu.csv")
        qtbot.waitUntil(lambda: ANOTHER in acts(opened), timeout=20_000)
    assert "« tenu.csv »" in said(opened)
    assert "impactapp-" not in said(opened)
    acts(opened)[ANOTHER].click()
    assert dialog_of(opened).selectedFiles() == [str(tmp_path / "tenu.csv")]
    choose_file(opened, tmp_path / "libre.csv")
    qtbot.waitUntil(lambda: "Ouvrir le dossier" in acts(opened), timeout=20_000)
    assert (tmp_path / "libre.csv").stat().st_size > 0


def test_a_picture_less_fine_than_usual_is_said_to_be(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened.session.create(tmp_path / "longue.impact", builders.large(1, 200))
    opened.session.export_asked.emit(Export(Kind.CHART, "matrix", Subject("p0"), ".png"), tmp_path / "a.png")
    qtbot.waitUntil(lambda: "Ouvrir le dossier" in acts(opened), timeout=20_000)
    assert "a.png. La figure est très longue : elle a été dessinée à" in said(opened)
    assert list(acts(opened)) == ["Ouvrir le fichier", "Ouvrir le dossier"]


def test_a_damaged_file_offers_salvage(opened: MainWindow, study_path: Path, qtbot: QtBot) -> None:
    opened.session.close()
    damaged = bytearray(study_path.read_bytes())
    middle = len(damaged) // 2
    damaged[middle : middle + 6000] = b"\xff" * 6000
    study_path.write_bytes(bytes(damaged))
    assert not opened.doors.open(study_path)
    assert said(opened) == (
        "« etude.impact » est endommagé, et aucune sauvegarde n’en est connue : récupérez ce qui peut encore être lu."
    )
    acts(opened)["Récupérer ce qui peut l’être…"].click()
    qtbot.waitUntil(lambda: opened.session.document is not None, timeout=20_000)
    document = opened.session.document
    assert document is not None
    assert document.path.name == "etude (récupéré).impact"
    assert study_path.read_bytes() == bytes(damaged)


def test_a_file_refused_at_the_start_leaves_the_keyboard_on_the_start_page(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    theme.install(theme.Scheme.LIGHT, 1.0)
    (tmp_path / "a.impact").write_text("rien")
    shell = Shell(qapp)
    qtbot.addWidget(shell.window)
    assert not shell.window.doors.open(tmp_path / "a.impact")
    shell.window.show()
    shell.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Nouvelle étude…"
    assert said(shell.window).startswith("« a.impact » n’est pas une étude")


def test_a_damaged_file_offers_its_last_backup(opened: MainWindow, study_path: Path, qtbot: QtBot) -> None:
    document = opened.session.document
    assert document is not None
    kept = document.study
    document.keep_backup()
    opened.session.close()
    study_path.write_bytes(study_path.read_bytes()[:5000])
    assert not opened.doors.open(study_path)
    assert said(opened) == (
        "« etude.impact » est endommagé : revenez à une sauvegarde, ou récupérez ce qui peut encore être lu."
    )
    assert "Récupérer ce qui peut l’être…" in acts(opened)
    next(act for words, act in acts(opened).items() if words.startswith("Revenir à la sauvegarde du")).click()
    qtbot.waitUntil(lambda: opened.session.study == kept)
    assert opened.session.is_writable


def test_a_file_that_is_no_study_is_refused(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "lettre.impact"
    path.write_text("Bonjour", encoding="utf-8")
    window.commands.open_path(str(path))
    assert window.step == "home"
    assert list(acts(window)) == ["Choisir un autre fichier…"], "nothing can be salvaged from what never was a study"
    acts(window)["Choisir un autre fichier…"].click()
    assert window.findChild(QFileDialog) is not None


def test_a_study_that_was_overwritten_offers_its_last_backup_only(opened: MainWindow, study_path: Path) -> None:
    document = opened.session.document
    assert document is not None
    document.keep_backup()
    opened.session.close()
    study_path.write_text("Bonjour", encoding="utf-8")
    assert not opened.doors.open(study_path)
    (words,) = acts(opened)
    assert words.startswith("Revenir à la sauvegarde du")


def test_an_export_that_cannot_be_written_is_refused_in_a_sentence(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.commands.ask_export()
    dialog = opened.findChild(ExportDialog)
    assert dialog is not None
    dialog.choose(Kind.CSV)
    dialog.accept()
    choose_file(opened, tmp_path / "nulle part" / "sortie.csv")
    assert f"Le dossier {tmp_path / 'nulle part'} n’existe pas" in said(opened)
    assert not (tmp_path / "nulle part").exists()
    acts(opened)["Choisir un autre fichier…"].click()
    choose_file(opened, tmp_path / "sortie.csv")
    qtbot.waitUntil(lambda: "Ouvrir le dossier" in acts(opened), timeout=20_000)
    assert (tmp_path / "sortie.csv").stat().st_size > 0

"""The dossier and the record from the window: every form, its template, progress, cancel, and where the file is."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from impactapp.ui import preferences
from impactapp.ui.exporting import LAID_OUT, Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets import template_choice
from impactapp.ui.widgets.export_dialog import ExportDialog
from impactapp.ui.widgets.template_choice import TemplateChoice, chosen_template
from tests import builders
from tests.ui.shell.test_ways_out import acts, choose_file, said

CHOOSE, COPY = "Choisir un dossier de modèle…", "Copier le modèle pour le modifier…"
OPEN, BACK = "Ouvrir le dossier", "Revenir au modèle de l’application"
LONG = 60_000


@pytest.fixture
def dialog(opened: MainWindow) -> ExportDialog:
    """The choice of an export, over the secretary study."""
    return asked(opened)


def asked(window: MainWindow) -> ExportDialog:
    window.commands.ask_export()
    found = window.findChildren(ExportDialog)[-1]
    assert found.isVisible()
    return found


def links(choice: TemplateChoice) -> dict[str, QPushButton]:
    return {button.text(): button for button in choice.findChildren(QPushButton) if button.parent() is not None}


def pick(choice: TemplateChoice, link: str, folder: Path) -> None:
    """Press a link and choose a folder in the dialog it opens."""
    links(choice)[link].click()
    (asking,) = [found for found in choice.findChildren(QFileDialog) if found.isVisible()]
    assert asking.fileMode() is QFileDialog.FileMode.Directory
    asking.fileSelected.emit(str(folder))
    asking.done(0)


def start(window: MainWindow, dialog: ExportDialog, kind: Kind, target: Path) -> None:
    dialog.choose(kind)
    dialog.accept()
    choose_file(window, target)


def beside(folder: Path) -> list[str]:
    """What is there, but for what says that the study is open."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(".~lock"))


@pytest.mark.parametrize(
    ("kind", "suffix", "start_of"),
    [
        (Kind.REPORT, ".pdf", b"%PDF"),
        (Kind.SUMMARY, ".pdf", b"%PDF"),
        (Kind.WORD, ".docx", b"PK"),
        (Kind.SLIDES, ".pptx", b"PK"),
        (Kind.RECORD, ".zip", b"PK"),
    ],
)
def test_each_form_ends_with_the_way_to_its_file(
    opened: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, kind: Kind, suffix: str, start_of: bytes
) -> None:
    target = tmp_path / f"sortie{suffix}"
    start(opened, dialog, kind, target)
    qtbot.waitUntil(lambda: OPEN in acts(opened), timeout=LONG)
    assert said(opened) == f"Fichier écrit : {target}"
    assert target.read_bytes().startswith(start_of)
    assert beside(tmp_path) == ["etude.impact", target.name]


def test_the_record_of_the_open_study_holds_its_last_edit(
    opened: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    assert opened.session.create(tmp_path / "autre.impact", builders.skilled())
    start(opened, dialog, Kind.RECORD, tmp_path / "a.zip")
    bar = opened.message_bar.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.maximum() > 20 and bar.value() > 2, timeout=LONG)
    qtbot.waitUntil(lambda: OPEN in acts(opened), timeout=LONG)
    with ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert "SOMME-SHA256.txt" in archive.namelist()


def test_a_record_that_is_cancelled_leaves_the_old_one_whole_and_no_copy_of_the_study(
    opened: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    target = tmp_path / "a.zip"
    target.write_bytes(b"old")
    start(opened, dialog, Kind.RECORD, target)
    bar = opened.message_bar.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.value() > 0, timeout=LONG)
    acts(opened)["Annuler"].click()
    assert said(opened) == "Export annulé. Rien n’a été écrit."
    assert target.read_bytes() == b"old"
    assert beside(tmp_path) == ["a.zip", "etude.impact", "tmp"]
    assert [path.suffix for path in (tmp_path / "tmp").rglob("*.impact")] == []


def test_report_and_one_page_are_not_suggested_under_the_same_name(opened: MainWindow, dialog: ExportDialog) -> None:
    names = set()
    for kind in (Kind.REPORT, Kind.SUMMARY):
        dialog.choose(kind)
        names.add(dialog.chosen().name)
    dialog.reject()
    assert names == {"Secrétaire médicale - rapport", "Secrétaire médicale - une page"}


def test_a_template_folder_is_chosen_once(opened: MainWindow, dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "charte").mkdir()
    assert dialog.template.said.text() == "Celui de l’application."
    assert set(links(dialog.template)) == {CHOOSE, COPY}
    pick(dialog.template, CHOOSE, tmp_path / "charte")
    dialog.reject()
    again = asked(opened)
    assert again.template.said.text().replace("\u200b", "") == str(tmp_path / "charte")
    assert set(links(again.template)) == {OPEN, CHOOSE, BACK, COPY}
    for kind in Kind:
        if kind in LAID_OUT:
            again.choose(kind)
            assert again.chosen().options[:2] == ["--template", str(tmp_path / "charte")]
    again.choose(Kind.EXCEL)
    assert again.chosen().options == []
    again.reject()


def test_the_application_has_its_template_back(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.template.use(tmp_path)
    links(dialog.template)[BACK].click()
    assert chosen_template() is None
    dialog.choose(Kind.SUMMARY)
    assert dialog.chosen().options == ["--summary"]
    dialog.reject()


def test_a_template_folder_that_is_gone_is_said_to_be_and_refused(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    preferences.change(template=str(tmp_path / "partie"))
    dialog = asked(opened)
    assert dialog.template.said.text().replace("\u200b", "").endswith("partie, qui n’est plus là.")
    assert OPEN not in links(dialog.template)
    start(opened, dialog, Kind.REPORT, tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: "partie" in said(opened), timeout=LONG)
    assert said(opened).startswith("Le modèle « partie » n’est pas dans")
    assert not (tmp_path / "a.pdf").exists()


def test_a_copy_of_the_template_is_chosen_and_writes_a_report(
    opened: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    pick(dialog.template, COPY, tmp_path)
    qtbot.waitUntil(lambda: chosen_template() is not None, timeout=LONG)
    assert chosen_template() == tmp_path / "Modèle impactapp"
    assert (tmp_path / "Modèle impactapp" / "charte.toml").is_file()
    start(opened, dialog, Kind.REPORT, tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: OPEN in acts(opened), timeout=LONG)
    assert (tmp_path / "a.pdf").is_file()


def test_a_second_copy_leaves_the_first(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "Modèle impactapp").mkdir()
    dialog.template.copy_ours(tmp_path)
    qtbot.waitUntil(lambda: chosen_template() is not None, timeout=LONG)
    assert chosen_template() == tmp_path / "Modèle impactapp 2"
    assert list((tmp_path / "Modèle impactapp").iterdir()) == []
    dialog.reject()


def test_a_copy_that_cannot_be_written_is_said_in_the_dialog(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    dialog.template.copy_ours(tmp_path / "fichier")
    qtbot.waitUntil(lambda: "Impossible d’écrire" in dialog.template.said.text(), timeout=LONG)
    assert chosen_template() is None
    dialog.reject()


def test_the_folder_of_the_template_can_be_opened(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(template_choice, "open_outside", shown.append)
    dialog.template.use(tmp_path)
    links(dialog.template)[OPEN].click()
    assert shown == [tmp_path]
    dialog.reject()

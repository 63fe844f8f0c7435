"""Ballots in the window: dropped anywhere, written into a folder of their own, and counted by the rail."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from impactapp.domain.edits import votes
from impactapp.exchange.ballots.writing import write_ballots
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.workshop_page import BALLOTS, MINUTES, WorkshopPage
from impactapp.ui.step_progress import progress
from tests import builders
from tests.cli.ballots import SITTING, STUDY
from tests.ui.incoming.stage import wait_until
from tests.ui.shell.test_ways_out import acts, choose_file, dialog_of, said
from tests.ui.shell.test_window import drop

EXPORTED = "Ouvrir le dossier"


@pytest.fixture
def room(window: MainWindow, study_path: Path) -> MainWindow:
    """The window on the secretary study with a sitting."""
    assert window.session.create(study_path, STUDY)
    return window


def workshop(window: MainWindow) -> WorkshopPage:
    page = window.page
    assert isinstance(page, WorkshopPage)
    return page


def test_ballots_dropped_on_any_page_are_read_on_that_of_the_workshop(room: MainWindow, tmp_path: Path) -> None:
    room.go("rating")
    (path,) = write_ballots(STUDY, SITTING.id, SITTING.groups[0].id, ["n1"], tmp_path)
    assert drop(room, path)
    wait_until(lambda: room.step == "workshop")
    page = workshop(room)
    wait_until(lambda: page.ballots.intake.report is not None)
    assert page.tabs.current == BALLOTS
    assert page.ballots.intake.files.count() == 1


def test_ballots_are_for_a_study_with_a_sitting(opened: MainWindow, tmp_path: Path) -> None:
    (path,) = write_ballots(STUDY, SITTING.id, SITTING.groups[0].id, ["n1"], tmp_path)
    before = opened.step
    assert drop(opened, path)
    wait_until(lambda: "message_bar" in opened.__dict__ and opened.message_bar.message is not None)
    assert path.name in said(opened)
    assert opened.step == before


def test_ballots_come_in_a_new_folder_that_is_led_to(room: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    room.go("workshop")
    page = workshop(room)
    (tmp_path / "Bulletins - Séance 1").mkdir()
    page.ballots.excel.click()
    assert Path(dialog_of(room).selectedFiles()[0]).name == "Bulletins - Séance 1 2"
    target = tmp_path / "Mes bulletins"
    choose_file(room, target)
    qtbot.waitUntil(lambda: EXPORTED in acts(room), timeout=20_000)
    assert list(acts(room)) == [EXPORTED]
    assert said(room) == f"Dossier écrit : {target}"
    assert len(list(target.glob("*.xlsx"))) == sum(group.size for group in SITTING.groups)
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith(".impactapp-")} == set()


def test_a_folder_that_is_there_is_refused_and_stays(room: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "b"
    target.mkdir()
    (target / "lettre.txt").touch()
    room.session.export_asked.emit(Export(Kind.BALLOTS, sitting_id=SITTING.id, chosen=("--count", "1")), target)
    qtbot.waitUntil(lambda: "Choisir un autre fichier…" in acts(room), timeout=20_000)
    assert "« b » existe déjà" in said(room)
    assert [path.name for path in target.iterdir()] == ["lettre.txt"]


@pytest.mark.parametrize("kind", [Kind.SLIPS, Kind.GUIDE])
def test_slips_and_guide_are_pdf_files(room: MainWindow, tmp_path: Path, qtbot: QtBot, kind: Kind) -> None:
    target = tmp_path / "papier.pdf"
    room.session.export_asked.emit(Export(kind, sitting_id=SITTING.id), target)
    qtbot.waitUntil(lambda: EXPORTED in acts(room), timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")


def test_the_minutes_lead_to_the_workbook(room: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    room.go("workshop")
    page = workshop(room)
    page.tabs.choose(MINUTES)
    page.minutes.tools.buttons[1].click()
    choose_file(room, tmp_path / "a.xlsx")
    qtbot.waitUntil((tmp_path / "a.xlsx").exists, timeout=20_000)


def test_the_rail_counts_the_activities_the_last_sitting_settled() -> None:
    assert progress(builders.secretary(), None)["workshop"].count == ""
    assert progress(STUDY, None)["workshop"].count == "0\u00a0/\u00a010"
    study = STUDY
    for task in STUDY.professions[0].tasks:
        study = votes.settle(SITTING, task.id, settled=True).change(study)
    assert progress(study, None)["workshop"].done
    emptied = replace(study, professions=(replace(study.professions[0], tasks=()),))
    assert progress(emptied, None)["workshop"] == progress(builders.secretary(), None)["workshop"]

"""Beside the activities: statements of ROME ticked and added as one edit, tasks of the ILO to read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.ui.official_files import ILO, ROME, official_files
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.widgets.official_tasks import OfficialTasks
from tests import builders
from tests.exchange.sources.ilo_files import ilo_book
from tests.exchange.sources.rome_files import listed
from tests.ui.tables.stage import MakeStage, Stage

Open = Callable[[Study], Stage]


def coded() -> Study:
    sailor = builders.profession(1, (Task("t1", "TENIR LA BARRE"),))
    return builders.study(replace(sailor, rome=("A1101",), isco08=("3344",)), builders.profession(2))


@pytest.fixture
def stage(made: MakeStage) -> Stage:
    """The activities of a profession with codes, and the panel beside them."""
    stage = made(TasksPage, coded())
    panel(stage).toggle()
    return stage


def panel(stage: Stage) -> OfficialTasks:
    assert isinstance(stage.page, TasksPage)
    return stage.page.official


def bring(stage: Stage, bot: QtBot, *paths: Path) -> None:
    files = official_files(stage.session)
    with bot.waitSignal(files.busy_changed, check_params_cb=lambda busy: not busy):
        panel(stage).bring(list(paths))


def test_ticked_statements_are_added_as_one_edit_and_those_that_are_there_are_left_out(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert "Apportez" in panel(stage).words.text()
    bring(stage, qtbot, listed(tmp_path))
    statements = panel(stage).statements
    assert [statements.item(row).text() for row in range(statements.count())] == ["Monter au mât, de jour"]
    statements.setFocus()
    statements.setCurrentRow(0)
    QTest.keyClick(statements, Qt.Key.Key_Space)
    assert panel(stage).add_button.text() == "Ajouter 1 activité"
    panel(stage).add_button.click()
    assert stage.titles == ["TENIR LA BARRE", "Monter au mât, de jour"]
    assert "pas d’autre énoncé" in panel(stage).words.text()
    stage.session.undo()
    assert stage.titles == ["TENIR LA BARRE"]
    assert statements.count() == 1


def test_tasks_of_the_ilo_stand_beside_with_their_scores_credit_and_notice(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    before = stage.study
    panel(stage).tabs.choose(ILO)
    bring(stage, qtbot, ilo_book(tmp_path))
    words = panel(stage).panel.words
    for said in ("0,40 — Checking the doctor’s letters", "CITP-08 3344", "Exposé\u00a0: gradient\u00a04", "CC BY 4.0"):
        assert said in words
    assert "adaptation" in words
    assert "rien ici n’entre dans la cotation" in panel(stage).words.text()
    assert "3344/3" in stage.informed[-1]
    assert stage.study is before
    assert panel(stage).statements.isHidden()


def test_a_profession_without_codes_is_told_so(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    bring(stage, qtbot, listed(tmp_path))
    stage.session.choose_profession("p2")
    assert "pas de code ROME" in panel(stage).words.text()
    panel(stage).tabs.choose(ILO)
    bring(stage, qtbot, ilo_book(tmp_path))
    assert "CITP-08" in panel(stage).words.text()
    panel(stage).tabs.choose(ROME)
    stage.session.choose_profession("p1")
    assert panel(stage).statements.count() == 1


def test_a_workbook_that_lacks_columns_is_one_sentence(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    panel(stage).tabs.choose(ILO)
    bring(stage, qtbot, ilo_book(tmp_path, without="SD_2025"))
    assert "sd_2025" in stage.refused[-1]
    assert official_files(stage.session).ilo is None


def test_the_page_says_where_else_the_current_activity_is(made: MakeStage) -> None:
    study = builders.study(
        builders.profession(1, (Task("a", "Accueil"), Task("b", "Codage"))),
        builders.profession(2, (Task("c", "accueil"),)),
    )
    stage = made(TasksPage, study)
    assert isinstance(stage.page, TasksPage)
    model = stage.page.table.model()
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(3)] == ["1 ≡", "2", "+"]
    stage.at(0, 0)
    assert stage.page.shared.text() == "Aussi dans\u00a0: Métier 2 (à coter)"
    stage.at(1, 0)
    assert stage.page.shared.isHidden()


def test_the_panel_gives_its_room_back(stage: Stage) -> None:
    button = next(one for one in panel(stage).findChildren(QPushButton) if one.text() == "Fermer")
    button.click()
    assert panel(stage).isHidden()


def test_without_a_profession_the_panel_says_so_and_offers_nothing_to_add(made: MakeStage) -> None:
    stage = made(TasksPage, builders.study())
    panel(stage).toggle()
    assert "Choisissez d’abord un métier" in panel(stage).words.text()
    assert panel(stage).add_button.isHidden()
    assert panel(stage).statements.isHidden()
    assert panel(stage).bring_button.text() == "Fichiers ROME…"


def test_a_statement_is_read_to_its_end_whatever_its_length(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    long = "Renseigner les familles sur les horaires, les démarches et le déroulement de la traversée " * 2
    bring(stage, qtbot, listed(tmp_path, f'code_rome,libelle\nA1101,"{long}"\nA1101,Court\n'))
    stage.page.resize(900, 700)
    stage.page.show()
    statements = panel(stage).statements
    heights = [statements.visualItemRect(statements.item(row)).height() for row in range(2)]
    width, line = statements.viewport().width(), statements.fontMetrics().lineSpacing()
    lines = statements.fontMetrics().horizontalAdvance(long) // width + 1
    assert lines > 3
    assert heights[0] - heights[1] >= (lines - 1) * line

"""Ballots on the page: what is asked to be written, and ballots that come back, read first and counted in one edit."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from impactapp.domain.edits import votes
from impactapp.domain.edits.workshop import add_sitting
from impactapp.domain.workshop import Counts
from impactapp.exchange.ballots.asked import BallotKind
from impactapp.exchange.ballots.writing import write_ballots
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.pages.workshop_page import BALLOTS
from impactapp.ui.widgets.workshop.intake import Intake
from tests.exchange.ballots.desk import change, fill
from tests.ui.workshop.sittings import HIGH, LOW, count, sitting, with_groups
from tests.ui.workshop.stage import MakeStage, Stage, turns


@pytest.fixture
def stage(made: MakeStage) -> Stage:
    """The page on its ballots."""
    stage = made(sitting())
    stage.page.tabs.choose(BALLOTS)
    turns()
    return stage


def made_ballots(stage: Stage, folder: Path, many: int = 2, group: str = "g1") -> list[Path]:
    """Empty ballots of a group, on the disk."""
    numbers = [f"{group}-{number}" for number in range(many)]
    return list(write_ballots(stage.study, "w1", group, numbers, folder, kind=BallotKind.PERSON))


def read(stage: Stage, bot: QtBot, *paths: Path) -> Intake:
    """Have them read."""
    intake = stage.page.ballots.intake
    stage.page.take_ballots(list(paths))
    bot.waitUntil(lambda: intake.report is not None)
    turns()
    return intake


def lines(intake: Intake) -> list[str]:
    """The report as a screen reader tells it."""
    from PySide6.QtCore import Qt

    items = [intake.files.item(row) for row in range(intake.files.count())]
    return [str(item.data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ") for item in items]


def test_what_is_written_is_asked_for_the_group_the_form_and_the_number_chosen(stage: Stage) -> None:
    asked: list[Export] = []
    stage.session.target_asked.connect(asked.append)
    tab = stage.page.ballots
    for button in (tab.excel, tab.paper, tab.guide):
        button.click()
    tab.group.setCurrentIndex(tab.group.findText("Encadrement"))
    tab.kind.setCurrentIndex(1)
    tab.many.setText("4")
    for button in (tab.excel, tab.paper):
        button.click()
    assert [(export.kind, export.options[2:]) for export in asked] == [
        (Kind.BALLOTS, ["--kind", "person"]),
        (Kind.SLIPS, ["--format", "pdf"]),
        (Kind.GUIDE, ["--guide"]),
        (Kind.BALLOTS, ["--kind", "group", "--group", "g2", "--count", "4"]),
        (Kind.SLIPS, ["--format", "pdf", "--group", "g2", "--count", "4"]),
    ]
    assert {(export.command, *export.options[:2]) for export in asked} == {("ballots", "--sitting", "w1")}


def test_without_participants_there_is_nothing_to_write_or_read(made: MakeStage) -> None:
    stage = made(with_groups())
    stage.page.tabs.choose(BALLOTS)
    turns()
    tab = stage.page.ballots
    assert [button.isEnabled() for button in (tab.excel, tab.paper, tab.intake.choose)] == [False] * 3
    assert "groupe" in tab.said.text()


def test_reading_changes_nothing_and_counting_is_one_edit_that_can_be_undone(
    stage: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    for path, level in zip(made_ballots(stage, tmp_path), ("Fort", "Moyen"), strict=True):
        fill(path, {"B1": level, "C2": "Fort"})
    before = stage.study
    intake = read(stage, qtbot, *tmp_path.glob("*.xlsx"))
    assert stage.study is before
    assert intake.summary.text().replace("\u00a0", " ") == "2 bulletins à compter."
    intake.cast.click()
    turns()
    assert stage.counts(LOW, "g1") == Counts(0, 1, 1)
    assert stage.counts(HIGH, "g1", "sec-2") == Counts(0, 0, 2)
    assert stage.informed[-1].startswith("2 bulletins dans l’urne")
    assert (intake.files.isVisible(), intake.report) == (False, None)
    assert stage.session.undo()
    assert stage.study == before


def test_a_ballot_with_a_refusal_is_left_out_and_told_first(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = made_ballots(stage, tmp_path)
    fill(first, {"B1": "Fort"})
    fill(second, {"B1": "?", "C1": "Fort"})
    intake = read(stage, qtbot, tmp_path)
    assert intake.summary.text().replace("\u00a0", " ") == "1 bulletin à compter, 1 écarté."
    assert intake.rule.isVisible()
    told = lines(intake)
    assert told[0].startswith(f"{second.name} : écarté en entier\nB")
    assert "« ? » n’est pas un niveau" in told[0]
    assert told[1] == f"{first.name} : 1 réponse lue"
    intake.cast.click()
    turns()
    assert (stage.counts(LOW, "g1"), stage.counts(HIGH, "g1")) == (Counts(0, 0, 1), None)
    assert stage.sitting.received == ("g1-0",)
    fill(second, {"B1": "Faible"})
    read(stage, qtbot, second).cast.click()
    turns()
    assert stage.counts(LOW, "g1") == Counts(1, 0, 1)


def test_a_changed_heading_is_told_and_read_all_the_same(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    (path,) = made_ballots(stage, tmp_path, 1)
    fill(path, {"A1": "Autre titre", "B1": "Fort"})
    intake = read(stage, qtbot, path)
    assert "lu malgré tout" in lines(intake)[0]
    assert not intake.rule.isVisible()
    intake.forget.click()
    assert (intake.report, intake.files.count(), stage.sitting.talks) == (None, 0, ())


def test_a_cancelled_import_changes_nothing(stage: Stage, tmp_path: Path) -> None:
    for path in made_ballots(stage, tmp_path, 3):
        fill(path, {"B1": "Fort"})
    before = stage.study
    intake = stage.page.ballots.intake
    stage.page.take_ballots([tmp_path])
    assert intake.progress.isVisible()
    assert intake.stop.hasFocus()
    intake.stop.click()
    turns()
    assert stage.informed[-1] == "Import annulé. Rien n’a été changé."
    assert (intake.report, intake.progress.isVisible(), stage.study is before) == (None, False, True)
    assert intake.choose.hasFocus()


def test_nothing_to_count_leaves_nothing_to_press(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "note.xlsx").write_bytes(b"no workbook")
    intake = read(stage, qtbot, tmp_path / "note.xlsx")
    assert not intake.cast.isEnabled()
    assert intake.files.hasFocus()
    empty = tmp_path / "vide"
    empty.mkdir()
    assert read(stage, qtbot, empty).summary.text() == "Aucun bulletin à cet endroit."


def test_ballots_are_read_again_where_the_votes_changed_since(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    (path,) = made_ballots(stage, tmp_path, 1)
    fill(path, {"B1": "Fort"})
    count(stage.session, LOW, "g1", Counts(1, 0, 0))
    intake = read(stage, qtbot, path)
    assert stage.session.apply(votes.new_round(stage.sitting, "sec-1"))
    intake.cast.click()
    qtbot.waitUntil(lambda: intake.report is not None)
    assert stage.informed[-1].endswith("les bulletins sont relus.")
    assert stage.counts(LOW, "g1", round_number=2) is None
    assert "tour 1" in lines(intake)[0]


def test_time_that_goes_by_does_not_ask_for_another_reading(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    (path,) = made_ballots(stage, tmp_path, 1)
    fill(path, {"B1": "Fort"})
    count(stage.session, LOW, "g1", Counts(1, 0, 0))
    intake = read(stage, qtbot, path)
    assert stage.session.record(votes.spend(stage.sitting, "sec-1", 5))
    intake.cast.click()
    assert stage.counts(LOW, "g1") == Counts(1, 0, 1)


def test_what_was_read_for_another_sitting_is_let_go(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    (path,) = made_ballots(stage, tmp_path, 1)
    intake = read(stage, qtbot, fill(path, {"B1": "Fort"}))
    assert stage.session.apply(add_sitting(replace(sitting(), id="w2", title="Séance 2")))
    stage.page.room.enter("w2")
    turns()
    assert (intake.report, intake.files.isVisible()) == (None, False)
    assert "autre séance" in lines(read(stage, qtbot, path))[0]


def test_the_report_names_what_excel_says_of_a_ballot(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    (path,) = made_ballots(stage, tmp_path, 1)
    change(path, lambda sheet: sheet.merge_cells("B15:C15"))
    fill(path, {"B1": "Fort"})
    (told,) = lines(read(stage, qtbot, path))
    assert "fusionnées" in told

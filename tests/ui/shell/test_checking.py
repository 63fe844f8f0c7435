"""« Vérifier l'étude » lists what the log tells as well: maturities that have aged, as soon as it is read."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from impactapp.domain.analysis.checks import Finding
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.study import Study
from impactapp.store.edit_log import LogEntry
from impactapp.store.study_file import StudyFile
from impactapp.ui.findings_list import Go
from impactapp.ui.findings_list import rows as all_rows
from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets.side_panel import Row
from tests import builders
from tests.ui.incoming.stage import wait_until
from tests.ui.work import wait_for_work

LONG_AGO = datetime(2024, 1, 5, 9, tzinfo=UTC)
MATURITY = Cell("sec-1", Hypothesis.LOW, Aspect.MATURITY)


@pytest.fixture
def aged(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window on a study whose one maturity was rated long ago."""
    path, made = tmp_path / "ancienne.impact", builders.secretary()
    study = replace(made, professions=(*made.professions, builders.profession(2)))
    with closing(StudyFile.create(path, study, LONG_AGO)) as file:
        later = LogEntry(LONG_AGO + timedelta(days=1), "rate", "")
        file.write(study, rate([MATURITY], Level.MOYEN).change(study), later)
    assert window.session.open(path)
    return window


def listed(window: MainWindow) -> list[str]:
    listing = window.side_panel.list
    return [listing.item(row).text().replace("\u00a0", " ") for row in range(listing.count())]


def test_a_maturity_that_has_aged_is_listed_and_leads_to_its_activity(aged: MainWindow) -> None:
    aged.commands.check_study()
    at_once = len(listed(aged))
    assert at_once > 0
    wait_until(lambda: len(listed(aged)) == at_once + 1)
    (row,) = [at for at, line in enumerate(listed(aged)) if "Maturité cotée il y a" in line]
    aged.side_panel.list.itemActivated.emit(aged.side_panel.list.item(row))
    assert aged.step == "rating"


def test_what_comes_later_neither_moves_the_current_line_nor_takes_the_focus(aged: MainWindow) -> None:
    aged.commands.check_study()
    at_once = len(listed(aged))
    aged.side_panel.list.setCurrentRow(1)
    aged.frame.top_bar.palette_button.setFocus()
    wait_until(lambda: len(listed(aged)) == at_once + 1)
    assert aged.side_panel.list.currentRow() == 1
    assert QApplication.focusWidget() is aged.frame.top_bar.palette_button


def test_a_panel_that_was_closed_meanwhile_stays_closed(aged: MainWindow) -> None:
    aged.commands.check_study()
    aged.side_panel.close_panel()
    wait_for_work()
    QApplication.processEvents()
    assert not aged.side_panel.isVisible()


def test_aged_ratings_alone_are_no_study_without_a_finding(aged: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def only_aged(study: Study, go: Go, aged: Sequence[Finding] = ()) -> list[Row]:
        return all_rows(study, go, aged)[-1:] if aged else []

    monkeypatch.setattr("impactapp.ui.findings_list.rows", only_aged)
    aged.commands.check_study()
    wait_until(aged.side_panel.isVisible)
    assert len(listed(aged)) == 1

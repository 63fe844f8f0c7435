"""Dialogs over a small window, at any zoom: no larger than the window, no words cut, no lines over one another."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from impactapp.store.backups import Backup
from impactapp.ui.exporting import OF_SITTING, Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets.export_dialog import ExportDialog
from impactapp.ui.widgets.restore_dialog import RestoreDialog
from tests import builders
from tests.ui.small.conftest import MakeWindow

ZOOMS = (1.0, 1.5, 2.0)


def asked_export(window: MainWindow) -> ExportDialog:
    window.commands.ask_export()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    return dialog


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_export_is_asked_within_the_window_and_in_whole_sentences(small: MakeWindow, zoom: float) -> None:
    window = small(builders.secretary(), zoom)
    dialog = asked_export(window)
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    said = [label for label in dialog.findChildren(QLabel) if label.wordWrap()]
    # without a sitting there are no ballots to write; one sentence more is about the template
    assert len(said) == len(Kind) - len(OF_SITTING) + 1
    assert [label.text() for label in said if label.height() < label.heightForWidth(label.width())] == []
    dialog.reject()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_each_backup_has_a_line_of_its_own(small: MakeWindow, zoom: float) -> None:
    window = small(builders.secretary(), zoom)
    now = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
    backups = [Backup(Path("a.impact"), now - timedelta(days=day), 120_000, day) for day in range(4)]
    dialog = RestoreDialog(backups, lambda _backup: None, window)
    dialog.open()
    places = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(len(backups))]
    assert [upper.bottom() < lower.top() for upper, lower in pairwise(places)] == [True] * 3
    dialog.reject()

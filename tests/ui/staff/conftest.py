"""The page of professions on its parts of staff, over a real study file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from impactapp.domain.study import Study
from impactapp.ui.pages.professions_page import UNITS, ProfessionsPage
from tests.ui.opener import Opener
from tests.ui.staff.stage import StaffStage
from tests.ui.work import wait_for_work

Open = Callable[..., StaffStage]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens the page on a study and one of its parts; its models are checked at each signal."""
    opener = Opener(qtbot, tmp_path, 1200, 800)

    def open_on(study: Study, part: str = UNITS) -> StaffStage:
        stage = opener.open(ProfessionsPage, study, StaffStage)
        page = stage.page
        for model in (page.units.units.model, page.units.staff.model, page.census.model):
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        page.tabs.choose(part)
        return stage

    yield open_on
    wait_for_work()
    opener.close()

"""Result pages over a real study file, as the window would hold them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.opener import Opener
from tests.ui.results.stage import MakeStage, Stage
from tests.ui.work import wait_for_work


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeStage]:
    """Opens a page on a study that is written to a file first."""
    opener = Opener(qtbot, tmp_path, 1068, 700)
    yield lambda maker, study: opener.open(maker, study, lambda session, page: Stage(session, page, qtbot))
    wait_for_work()
    opener.close()

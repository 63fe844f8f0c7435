"""Pages of tables over a real study file, with everything they say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.opener import Opener
from tests.ui.tables.stage import MakeStage, Stage


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeStage]:
    """Opens a page on a study that is written to a file first."""
    opener = Opener(qtbot, tmp_path, 1200, 800)
    yield lambda maker, study: opener.open(maker, study, Stage)
    opener.close()

"""The window on the page of measures, over a study written to a file first."""

from collections.abc import Callable

import pytest

from impactapp.domain.study import Study
from tests import builders
from tests.ui.barriers.stage import Stage
from tests.ui.small.conftest import MakeWindow, small

__all__ = ["MakeStage", "small", "staged"]

MakeStage = Callable[..., Stage]


@pytest.fixture
def staged(small: MakeWindow) -> MakeStage:
    """Opens the page on a study, the secretary with her skills unless told otherwise, at a zoom."""

    def make(study: Study | None = None, zoom: float = 1.0) -> Stage:
        window = small(builders.skilled() if study is None else study, zoom)
        window.go("barriers")
        return Stage(window)

    return make

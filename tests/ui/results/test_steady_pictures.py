"""A picture that is shorter where it is narrower does not fetch and lose its scroll bar for ever."""

import pytest
from pytestqt.qtbot import QtBot

from impactapp.charts import catalogue
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.ui import theme
from impactapp.ui.widgets.charts.panel import PictureArea
from impactapp.ui.widgets.charts.view import ChartView
from tests import builders
from tests.ui.results.stage import settled, wait_until


def test_a_picture_that_is_taller_where_it_is_wider_comes_to_rest(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def height(_name: str, _results: Results, _subject: Subject, width: float = 1100.0) -> float:
        return 700.0 if width >= 795 else 300.0

    monkeypatch.setattr(catalogue, "preferred_height", height)
    theme.install(theme.Scheme.LIGHT, 1.0)
    view = ChartView()
    area = PictureArea(view)
    qtbot.addWidget(area)
    area.resize(800, 500)
    fits: list[int] = []
    view.fitted.connect(lambda: fits.append(view.minimumHeight()))
    area.show()
    view.show_chart("interval", analyse(builders.secretary()), Subject("sec"), "Intervalle")
    wait_until(lambda: bool(view.words) and settled(view))
    assert fits[-1] == 300
    assert len(fits) <= 3

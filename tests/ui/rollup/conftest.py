"""The real window on « Consolidation »."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.rollup_page import RollUpPage
from impactapp.ui.session import Session
from tests.ui.work import wait_for_work


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window without a study, on the page."""
    theme.install(theme.Scheme.LIGHT, 1.0)
    session = Session(QApplication.instance())
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    made.actions_by_menu.by_key["rollup"].trigger()
    yield made
    wait_for_work()
    QApplication.processEvents()
    QApplication.clipboard().clear()
    session.close()


@pytest.fixture
def page(window: MainWindow) -> RollUpPage:
    """The page, its models watched by Qt's own tester."""
    made = window.page
    assert isinstance(made, RollUpPage)
    for model in (*made.models.values(), made.questions.model, made.places.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made

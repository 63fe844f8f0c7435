"""The catalogue over the page of the professions, and what a user does in it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.widgets.catalog.dialog import CatalogDialog
from tests import builders
from tests.ui.tables.stage import MakeStage, Stage


def opened(made: MakeStage) -> Iterator[Stage]:
    """A study with one profession, and the catalogue open over it; its model is checked at each signal."""
    stage = made(ProfessionsPage, builders.study(builders.profession(1, (builders.task(1),))))
    dialog = catalog(stage)
    model = dialog.browser.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    dialog.ask()
    yield stage
    dialog.close()


def catalog(stage: Stage) -> CatalogDialog:
    assert isinstance(stage.page, ProfessionsPage)
    return stage.page.catalog


def search(stage: Stage, words: str) -> list[str]:
    """Type words; the titles that answer."""
    browser = catalog(stage).browser
    browser.search.clear()
    # QTest knows no key for an accent
    for letter in words:
        browser.search.insert(letter)
    rows = range(browser.model.rowCount())
    return [str(browser.model.index(row).data()).split("\n")[0] for row in rows]


def type_key(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(catalog(stage).browser.search, key, modifier)

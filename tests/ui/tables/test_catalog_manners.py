"""What the catalogue refuses is said where one looks, what was ticked stays, and no word is too long for a button."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.store import user_catalog
from impactapp.ui import theme
from tests.ui.tables.catalogs import catalog, opened, search, type_key
from tests.ui.tables.stage import Key, MakeStage, Stage


@pytest.fixture
def stage(made: MakeStage) -> Iterator[Stage]:
    yield from opened(made)


def test_what_is_refused_is_said_in_the_dialog_and_what_was_ticked_stays(stage: Stage) -> None:
    search(stage, "IDE")
    type_key(stage, Key.Key_Return)
    dialog = catalog(stage)
    dialog.ask()
    for words in ("IDE", "ASH"):
        search(stage, words)
        dialog.browser.model.tick(0)
    dialog.add_chosen()
    assert dialog.isVisible()
    assert len(dialog.browser.model.chosen) == 2
    assert dialog.message_bar.isVisible()
    assert dialog.message_bar.message is not None
    assert dialog.message_bar.message.text == stage.refused[0]
    search(stage, "IDE")
    dialog.browser.model.tick(0)
    dialog.add_chosen()
    assert not dialog.isVisible()
    assert stage.study.professions[-1].title == "Agent de service hospitalier"


def test_many_that_are_refused_once_they_are_written_stay_ticked_too(stage: Stage, qtbot: QtBot) -> None:
    search(stage, "")
    dialog = catalog(stage)
    dialog.browser.model.tick(0)
    dialog.add_chosen()
    dialog.ask()
    for row in range(20):
        dialog.browser.model.tick(row)
    dialog.add_chosen()
    qtbot.waitUntil(dialog.message_bar.isVisible)
    assert (dialog.isVisible(), len(dialog.browser.model.chosen)) == (True, 20)
    dialog.browser.model.tick(0)
    dialog.add_chosen()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(stage.study.professions) == 21


def test_a_file_that_is_wrong_is_told_in_the_dialog_with_its_line(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "faux.toml"
    file.write_text("format = 2\ncode = 'faux'\ntitle = 'Faux'\ncategory = 'magic'\n", encoding="utf-8")
    dialog = catalog(stage)
    dialog.browser.own.take(file)
    message = dialog.message_bar.message
    assert message is not None
    assert "ligne 4" in message.text.replace("\u00a0", " ")
    file.write_text("format = 99\n", encoding="utf-8")
    dialog.browser.own.take(file)
    assert dialog.message_bar.message not in (None, message)
    dialog.ask()
    assert not dialog.message_bar.isVisible()


def test_a_long_text_to_create_never_widens_the_dialog_nor_hides_a_button(stage: Stage) -> None:
    theme.signals().choose(theme.Scheme.LIGHT, 2.0)
    dialog = catalog(stage)
    dialog.ask()
    width = dialog.width()
    dialog.browser.model.tick(0)
    dialog.browser.search.setText("Ours & " * 30)
    QApplication.processEvents()
    assert dialog.width() == width
    assert dialog.minimumSizeHint().width() <= width
    buttons = (dialog.add_button, dialog.create_button, dialog.close_button)
    assert all(dialog.rect().contains(one.geometry()) for one in buttons)
    assert [one.width() - one.sizeHint().width() for one in buttons] == [0, 0, 0]
    assert "1 coché" in dialog.browser.count.text().replace("\u00a0", " ")


def test_an_empty_catalogue_of_ones_own_says_how_to_fill_it(stage: Stage) -> None:
    browser = catalog(stage).browser
    browser.family.setCurrentIndex(browser.family.findData("own"))
    assert search(stage, "") == []
    assert browser.count.text().startswith("Votre catalogue est vide")


def test_a_template_is_put_back_in_the_dialog_and_nowhere_said_to_be_gone(stage: Stage) -> None:
    dialog = catalog(stage)
    kept = user_catalog.keep(stage.study.professions[0])
    dialog.browser.reread(kept.entry.code)
    dialog.browser.own.remove()
    assert not user_catalog.own_catalog().entries
    (button,) = dialog.message_bar.buttons
    button.click()
    assert [entry.code for entry in user_catalog.own_catalog().entries] == [kept.entry.code]
    assert stage.informed[-1] == "« Métier 1 » est dans votre catalogue.".replace("« ", "«\u00a0").replace(
        " »", "\u00a0»"
    )
    assert dialog.message_bar.message is not None
    assert dialog.message_bar.message.text == stage.informed[-1]

"""The published case replayed from the start page and the palette, and exports held back while it is hidden."""

from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from impactapp.domain.study import Origin
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.main_window import MainWindow
from impactapp.ui.message import Message
from impactapp.ui.pages.home_page import HomePage
from impactapp.ui.palette_entries import entries
from impactapp.ui.workshop_room import room_of


def replaying(window: MainWindow) -> bool:
    sitting = room_of(window.session).sitting
    return window.step == "workshop" and sitting is not None and sitting.is_training


def from_the_start_page(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, HomePage)
    (more,) = [door.more for door in page.doors if door.more is not None]
    assert more.text() == "Rejouer le cas publié"
    more.click()


def test_the_start_page_leads_straight_to_a_replay(window: MainWindow) -> None:
    from_the_start_page(window)
    assert window.session.study is not None
    assert window.session.study.origin is Origin.DEMONSTRATION
    assert replaying(window)


def test_the_palette_replays_in_the_demonstration_whatever_study_is_open(opened: MainWindow) -> None:
    for number in (1, 2):
        (found,) = [entry for entry in entries(opened) if entry.title == "Rejouer le cas publié"]
        found.run()
        assert replaying(opened)
        assert opened.session.study is not None
        assert opened.session.study.origin is Origin.DEMONSTRATION
        assert len(opened.session.study.sittings) == number


def test_nothing_is_exported_while_the_decisions_are_hidden_but_ballots(window: MainWindow, qtbot: QtBot) -> None:
    from_the_start_page(window)
    told: list[Message] = []
    window.session.told.connect(told.append)
    window.commands.ask_export()
    window.session.target_asked.emit(Export(Kind.EXCEL))
    assert [message.text.split("\u00a0")[0] for message in told] == ["Un rejeu est en cours"] * 2
    assert not window.findChildren(QDialog)
    sitting = room_of(window.session).sitting
    assert sitting is not None
    window.session.target_asked.emit(Export(Kind.SLIPS, sitting_id=sitting.id))
    assert len(told) == 2
    (dialog,) = window.findChildren(QFileDialog)
    dialog.close()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    told[-1].acts[0].run()
    assert not room_of(window.session).is_hiding
    assert len(window.findChildren(QFileDialog)) == 1


def test_a_study_without_a_replay_is_exported_as_before(opened: MainWindow) -> None:
    told: list[Message] = []
    opened.session.told.connect(told.append)
    opened.session.target_asked.emit(Export(Kind.EXCEL))
    assert told == []
    assert len(opened.findChildren(QFileDialog)) == 1

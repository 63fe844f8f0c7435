"""The published case replayed from anywhere in the window, and what is kept back while its decisions are hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from impactapp.i18n import _
from impactapp.ui.message import Act, Message, Tone

if TYPE_CHECKING:
    from impactapp.ui.exporting import Export
    from impactapp.ui.main_window import MainWindow
    from impactapp.ui.session import Session


def replay(window: QObject | None) -> None:
    """Start a replay in the demonstration, which is opened first where another study is open."""
    from impactapp.domain.study import Origin
    from impactapp.ui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    session = window.session
    if session.study is None or session.study.origin is not Origin.DEMONSTRATION:
        window.commands.open_demonstration()
    if session.study is None or session.study.origin is not Origin.DEMONSTRATION:
        return
    from impactapp.ui.widgets.workshop.training_replay import start_replay
    from impactapp.ui.workshop_room import room_of

    window.go("workshop")
    start_replay(session, room_of(session))


def ask_export(session: Session, ask_target: Callable[[Export], object], window: MainWindow) -> None:
    """Choose what to export, unless a replay hides the decisions that would be written."""
    from impactapp.ui.widgets.export_dialog import ExportDialog

    if not _is_held(session, lambda: ask_export(session, ask_target, window)):
        ExportDialog(session, ask_target, window).open()


def ask_target(window: MainWindow, export: Export) -> None:
    """Choose the file of an export; ballots and the guide hold no decision, the rest waits until a replay is over."""
    from impactapp.ui.exporting import OF_SITTING

    if export.kind in OF_SITTING or not _is_held(window.session, lambda: ask_target(window, export)):
        window.commands.ask_target(export)


def _is_held(session: Session, again: Callable[[], object]) -> bool:
    study = session.study
    if study is None or not any(sitting.is_training for sitting in study.sittings):
        return False
    from impactapp.ui.workshop_room import room_of

    room = room_of(session)
    if not room.is_hiding:
        return False

    def uncover() -> None:
        room.unhide()
        again()

    words = _("A replay is in progress: nothing is exported while the published decisions are hidden.")
    session.told.emit(Message(words, Tone.REFUSE, (Act(_("Show them and export"), uncover),)))
    return True

"""A new round is one of the two things the application asks before doing: the room starts afresh."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from impactapp.i18n import _


def ask_new_round(window: QWidget, activity: str, round_number: int, run: Callable[[], object]) -> QMessageBox:
    """Ask, and do it once the answer is yes; the former round is kept, and undo comes back to it."""
    box = QMessageBox(window)
    box.setWindowTitle(_("New round"))
    box.setText(_("Vote “{activity}” again?").format(activity=activity))
    box.setInformativeText(_("The votes of round {round} are kept; Ctrl+Z comes back.").format(round=round_number))
    yes = box.addButton(_("New round"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(yes)
    box.buttonClicked.connect(lambda pressed: run() if pressed is yes else None)
    box.finished.connect(box.deleteLater)
    box.open()
    return box

"""Writes what is large off the window's thread: one change at a time, completed on the window's own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication

from impactapp.document import Document, Writing
from impactapp.domain.edits.edit import Edit
from impactapp.domain.extent import extent
from impactapp.domain.history import Step
from impactapp.domain.problems import Refusal
from impactapp.ui import background
from impactapp.ui.session import MANY_THINGS, Session
from impactapp.ui.steadiness import spare_values

if TYPE_CHECKING:
    from impactapp.store.backups import Backup

Then = Callable[[], object]
AGAIN = 100


class Scribe(QObject):
    """Changes a document and answers whether it did, ``True`` too for what is only begun.

    ``then`` follows what changed. Raises what is refused at once; what is refused later the session tells.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._document: Document | None = None
        self._then: Then | None = None

    def write(self, document: Document, edit: Edit, then: Then | None) -> bool:
        """Make a large edit."""
        return self._run(document, document.begin(edit), then)

    def undo(self, document: Document) -> bool:
        """Take the last step back."""
        return self._run(document, document.begin_undo()) if _is_large(document.next_undo) else document.undo()

    def redo(self, document: Document) -> bool:
        """Make the last undone step again."""
        return self._run(document, document.begin_redo()) if _is_large(document.next_redo) else document.redo()

    def restore(self, document: Document, backup: "Backup", then: Then) -> bool:
        """Bring the study of a backup back."""
        return self._run(document, document.begin_restore(backup), then)

    def settle(self) -> bool:
        """Complete the change that is begun, waiting for it where need be; ``False`` when it was refused."""
        document, then = self._document, self._then
        self._document = self._then = None
        if document is None:
            return True
        try:
            done = document.complete()
        except Refusal as refusal:
            return self._session.tell_refusal(refusal)
        finally:
            spare_values()
            self._session.writing.emit(False)
        if done and then is not None:
            then()
        return True

    def _run(self, document: Document, writing: Writing, then: Then | None = None) -> bool:
        self._document, self._then = document, then

        def end(_outcome: object) -> None:
            # where somebody had to wait for it, it is completed by now
            if document.writing is not writing:
                return
            if _is_typed_in_a_cell():
                # the rows may go, and what is being typed with them: it is on the disk, and comes when the cell is left
                QTimer.singleShot(AGAIN, self, lambda: end(None))
            else:
                self.settle()

        # an error comes again with completing it
        background.run(lambda _ticket: writing.run(), end, end, self)
        self._session.writing.emit(True)
        return True


def _is_typed_in_a_cell() -> bool:
    focused = QApplication.focusWidget()
    place = focused.parentWidget() if focused is not None else None
    view = place.parentWidget() if place is not None else None
    return isinstance(view, QAbstractItemView) and view.viewport() is place


def _is_large(step: Step | None) -> bool:
    return step is not None and extent(step.before, step.after) > MANY_THINGS

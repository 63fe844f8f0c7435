"""Four counts in a row, typed from the keyboard and written together once it leaves them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from impactapp.domain.edits.edit import Edit
from impactapp.domain.problems import EditError
from impactapp.ui import theme
from impactapp.ui.models.vote_model import read_counts
from impactapp.ui.session import Session
from impactapp.ui.widgets.workshop.booth_paper import STEPS, Four
from impactapp.ui.widgets.workshop.counts import KEPT, CountField

FIELD = 44
NOBODY: Four = (0, 0, 0, 0)


class FourCounts(QObject):
    """``edit`` makes the edit of the four counts; what was said in the isoloir is not to be read from the fields."""

    def __init__(
        self, session: Session, name: str, steps: tuple[str, ...], edit: Callable[[Four], Edit], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._edit, self._name = session, edit, name
        self._stored, self._typed = NOBODY, NOBODY
        self._set = ("", "", "", "")
        self.fields = tuple(CountField() for _step in STEPS)
        for field, step in zip(self.fields, steps, strict=True):
            field.setAccessibleName(f"{name}, {step}")
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(theme.px(FIELD))
            field.setToolTip(step)
            field.left.connect(lambda: QTimer.singleShot(0, self, self._leave))
            field.entered.connect(self.commit)

    def show_counts(self, stored: Four, *, shown: bool, writable: bool) -> None:
        """Follow what the study holds; ``shown`` where the counts may be read."""
        self._stored = stored
        is_known = shown or stored == self._typed
        if self._texts() == self._set:
            self._fill(_texts_of(stored) if is_known and any(stored) else ("", "", "", ""))
        for field in self.fields:
            field.setPlaceholderText(KEPT if any(stored) and not is_known else "")
            field.setReadOnly(not writable)

    def commit(self) -> bool:
        """Write what was typed; ``False`` when it was refused."""
        texts = self._texts()
        if texts == self._set:
            return True
        try:
            first, last = read_counts((texts[0], texts[1], texts[2])), read_counts((texts[3], "", ""))
        except EditError as refusal:
            return self._session.tell_refusal(refusal)
        counts = (first.faible, first.moyen, first.fort, last.faible)
        before = self._typed, self._set
        # known before it is told, so that what follows from it shows what was typed here
        self._typed, self._set = counts, texts
        if self._session.submit(replace(self._edit(counts), merge_key=None)):
            return True
        self._typed, self._set = before
        return False

    def _leave(self) -> None:
        if QApplication.focusWidget() not in self.fields and not self.commit():
            first: QLineEdit = self.fields[0]
            first.setFocus()

    def _texts(self) -> tuple[str, str, str, str]:
        one, two, three, four = (field.text().strip() for field in self.fields)
        return one, two, three, four

    def _fill(self, texts: tuple[str, str, str, str]) -> None:
        self._set = texts
        for field, words in zip(self.fields, texts, strict=True):
            if field.text() != words:
                field.setText(words)


def _texts_of(counts: Four) -> tuple[str, str, str, str]:
    one, two, three, four = (str(count) for count in counts)
    return one, two, three, four

"""The bar at the top: which study and profession, when it was saved, what can be undone, and the way to everything."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from impactapp import labels
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import accessible, icons, theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.elided_choice import ElidedChoice

if TYPE_CHECKING:
    from impactapp.document import Document

# of the room that is shared: what each is sure of; fewer letters of a subject say nothing
PART = 0.38
PLACE = 0.2
FEWEST_LETTERS = 6
# on the drawing board: a narrower window says the least words
NARROW = 800


class TopBar(QFrame):
    """``profession_picked`` carries an id, ``undo_asked`` and ``palette_asked`` nothing; ``narrowed`` says whether the
    window is narrow now."""

    profession_picked = Signal(str)
    undo_asked = Signal()
    palette_asked = Signal()
    narrowed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._step: tuple[str, str] | None = None
        self._listed: tuple[tuple[str, str], ...] | None = None
        self.place = text.ElidedLabel("", "muted")
        self.place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.professions = ElidedChoice()
        self.professions.setSizeAdjustPolicy(ElidedChoice.SizeAdjustPolicy.AdjustToContents)
        accessible.name_choice(self.professions, _("Profession shown"))
        self.professions.activated.connect(self._picked)
        self._arrow = text.label("▸", "muted")
        self._arrow.setAccessibleName(_("Profession shown"))
        self._arrow.setBuddy(self.professions)
        # always to be read in full: the rest of the bar makes room for it
        self.saved = text.label("", "muted")
        self.undo = text.button("", self.undo_asked.emit, "link")
        self.palette_button = text.button("", self.palette_asked.emit)
        self.palette_button.setAccessibleName(_("Search for a command, a page, a profession or an activity"))
        self.palette_button.setToolTip(self.palette_button.accessibleName())
        self._lay_out()

    def show_study(self, study: Study, chosen_id: str) -> None:
        """Show where we are."""
        self.place.setText(study.establishment or study.title)
        listed = tuple((profession.id, profession.title) for profession in study.professions)
        if listed != self._listed:
            self._listed = listed
            self.professions.clear()
            for profession_id, title in listed:
                self.professions.addItem(title, profession_id)
            for widget in (self.professions, self._arrow):
                widget.setVisible(bool(listed))
        self.professions.setCurrentIndex(study.index_of(chosen_id))
        self.professions.setToolTip(text.plain_tip(self.professions.currentText()))

    def show_state(self, document: "Document") -> None:
        """Show that all is saved and what can be undone."""
        self.saved.setText(saved_words(document))
        step = document.next_undo if document.read_only is None else None
        words = labels.edit_words(f"undo:{step.kind.value}", step.subject) if step else _("Nothing to undo")
        self._step = (step.kind.value, step.subject) if step else None
        self.undo.setAccessibleName(words)
        self.undo.setToolTip(text.plain_tip(_("{words} (Ctrl+Z)").format(words=words) if step else words))
        self._share_room()
        self.undo.setEnabled(step is not None)

    def wear(self) -> None:
        """Draw the icon in the colours and at the size in force."""
        self.professions.setFont(theme.font("strong"))
        self.undo.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.undo.setIcon(icons.icon("undo", 16, theme.current().palette.accent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Undo and profession take their part of the room there is."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """What was saved is read in full; the rest shortens, and the undo text so that its quotation mark closes."""
        narrow = self.width() < theme.px(NARROW)
        # an en space: the keys stand apart from the word
        self.palette_button.setText(_("Search") if narrow else _("Search\u2002{keys}").format(keys="Ctrl\u00a0K"))
        self.narrowed.emit(narrow)
        whole = (self.saved, self._arrow, self.palette_button)
        room = self.width() - sum(widget.sizeHint().width() for widget in whole) - theme.px(90)
        self.undo.setText(self._undo_words(round(room * PART)).replace("&", "&&"))
        place = min(self.place.sizeHint().width(), round(room * PLACE))
        left = room - self.undo.sizeHint().width() - place
        wanted = self.professions.sizeHint().width()
        # no fixed width: a window that was wide once could not be narrow again
        self.professions.setMinimumWidth(theme.px(120))
        self.professions.setMaximumWidth(max(theme.px(120), min(wanted, max(left, round(room * PART)))))

    def _undo_words(self, room: int) -> str:
        if self._step is None:
            return _("Undo")
        kind, subject = self._step
        for kept in range(len(subject), min(len(subject), FEWEST_LETTERS) - 1, -1):
            shown = subject if kept == len(subject) else subject[:kept].rstrip() + "…"
            words = labels.edit_words(f"undo:{kind}", shown)
            if self.undo.fontMetrics().horizontalAdvance(words) <= room:
                return words
        words = labels.edit_words(f"undo:{kind}")
        return words if self.undo.fontMetrics().horizontalAdvance(words) <= room else _("Undo")

    def _picked(self, index: int) -> None:
        self.profession_picked.emit(self.professions.itemData(index))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.place)
        row.addWidget(self._arrow)
        row.addWidget(self.professions)
        row.addStretch()
        row.addWidget(self.saved)
        row.addWidget(self.undo)
        row.addWidget(self.palette_button)
        self.wear()
        theme.signals().changed.connect(self.wear)
        theme.signals().changed.connect(self._share_room)


def saved_words(document: "Document") -> str:
    """« Enregistré à 14:03 », or that nothing has to be or can be saved."""
    if document.read_only is not None:
        return _("Read-only")
    if document.writing is not None:
        return _("Saving…")
    if document.saved_at is None:
        return _("Saved")
    return _("Saved at {time}").format(time=labels.clock(document.saved_at))

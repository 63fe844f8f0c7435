"""The boxes and fields of one measure: how far it is, what it works against, which skills it keeps, a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.edits import barriers as edits
from impactapp.domain.edits.edit import Edit
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier, BarrierState, Mechanism, Skill
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.ui import accessible, theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.privacy_notice import watched
from impactapp.ui.widgets.rating.editor import JustificationEditor
from impactapp.ui.widgets.tick_list import TickList

MOST_ROWS = 6
NOTE = 76


class BarrierFields(QWidget):
    """Follows one measure and changes it; ``left`` tells that Esc sends the keyboard back to the table."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profession: Profession | None = None
        self._barrier: Barrier | None = None
        self._listed: list[Skill] = []
        self.state = QComboBox()
        for state in BarrierState:
            self.state.addItem(skill_labels.state_word(state), state.value)
        self.mechanisms = {one: QCheckBox(skill_labels.mechanism_word(one)) for one in edits.RESTORABLE}
        self.skills = TickList(_("Skills the measure keeps"), _("Space ticks a skill."), MOST_ROWS)
        self.note = JustificationEditor()
        self._lay_out()
        self._connect()
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.note.setFixedHeight(theme.px(NOTE))
        self.skills.fit()

    def show_barrier(self, profession: Profession | None, barrier: Barrier | None, *, writable: bool) -> None:
        """Show what the study holds of a measure."""
        is_other = barrier is None or self._barrier is None or barrier.id != self._barrier.id
        if is_other:
            self.note.hand_over()
        self._profession, self._barrier = profession, barrier
        self.setVisible(barrier is not None)
        if profession is None or barrier is None:
            return
        self._show_choices(barrier, writable=writable)
        self.skills.show_things(profession.skills, barrier.skill_ids, writable=writable)
        self.note.setReadOnly(not writable)
        if is_other:
            self.note.load(barrier.note)
        else:
            self.note.follow(barrier.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_choices(self, barrier: Barrier, *, writable: bool) -> None:
        fields = (self.state, *self.mechanisms.values())
        for field in fields:
            field.blockSignals(True)
            field.setEnabled(writable)
        self.state.setCurrentIndex(self.state.findData(barrier.state.value))
        for mechanism, box in self.mechanisms.items():
            box.setChecked(mechanism in barrier.against)
        for field in fields:
            field.blockSignals(False)

    def _set_state(self) -> None:
        if self._profession is not None and self._barrier is not None:
            state = BarrierState(self.state.currentData())
            self._submit(edits.set_barrier_state(self._profession.id, self._barrier, state))

    def _set_against(self) -> None:
        if self._profession is not None and self._barrier is not None:
            against: list[Mechanism] = [one for one, box in self.mechanisms.items() if box.isChecked()]
            self._submit(edits.set_barrier_against(self._profession.id, self._barrier, against))

    def _set_skills(self) -> None:
        if self._profession is not None and self._barrier is not None:
            self._submit(edits.set_barrier_skills(self._profession.id, self._barrier, self.skills.chosen()))

    def _write(self, words: str) -> None:
        if self._profession is not None and self._barrier is not None:
            self._session.submit(edits.set_barrier_note(self._profession.id, self._barrier, words))

    def _submit(self, edit: Edit) -> None:
        """Refused, the fields show again what the study holds."""
        if not self._session.submit(edit) and self._barrier is not None:
            self._show_choices(self._barrier, writable=self._session.is_writable)

    def _refuse(self) -> None:
        self._session.refused.emit(labels.sentence(EditError(Problem.STUDY_READ_ONLY)))

    def _connect(self) -> None:
        self.state.currentIndexChanged.connect(lambda _index: self._set_state())
        for box in self.mechanisms.values():
            box.toggled.connect(lambda _on: self._set_against())
        self.skills.ticked.connect(self._set_skills)
        self.note.written.connect(self._write)
        self.note.left.connect(self.left)
        self.note.refused.connect(self._refuse)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        accessible.name_choice(self.state, _("State"))
        for words, fields in (
            (_("S&tate"), [self.state]),
            (_("Works a&gainst"), list(self.mechanisms.values())),
            (_("S&kills kept"), [self.skills]),
            (_("&Note"), [self.note]),
        ):
            column.addWidget(_named(words, fields))
            for field in fields:
                column.addWidget(field)
            column.addSpacing(theme.px(4))
        column.addWidget(watched(self.note))
        self.note.setAccessibleName(_("Note on the measure"))


def _named(words: str, fields: Sequence[QWidget]) -> QLabel:
    name = text.label(words, "muted")
    name.setBuddy(fields[0])
    return name

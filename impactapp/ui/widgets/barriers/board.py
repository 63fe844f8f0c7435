"""The table of measures with what its keys and buttons do."""

from functools import partial

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from impactapp.domain.edits import barriers as edits
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.skill import Barrier
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models import barrier_columns
from impactapp.ui.models.barrier_columns import CHOSEN, CLEARED, BarrierColumn
from impactapp.ui.models.barrier_model import BarrierModel
from impactapp.ui.models.skill_edits import together
from impactapp.ui.session import Session
from impactapp.ui.widgets.skills.frozen import FrozenNames
from impactapp.ui.widgets.tables.delegate import ChoiceDelegate
from impactapp.ui.widgets.tables.tools import Tool
from impactapp.ui.widgets.tables.view import TableView

WIDTHS: dict[int, float] = {
    BarrierColumn.SKILLS: 170,
    BarrierColumn.AGAINST: 140,
    BarrierColumn.HOURS: 80,
    BarrierColumn.COST: 92,
    BarrierColumn.OWNER: 120,
    BarrierColumn.START: 108,
    BarrierColumn.REVIEW: 108,
    BarrierColumn.STATE: 112,
}
NARROW: dict[int, float] = {
    BarrierColumn.SKILLS: 112,
    BarrierColumn.AGAINST: 132,
    BarrierColumn.HOURS: 68,
    BarrierColumn.COST: 91,
    BarrierColumn.OWNER: 108,
    BarrierColumn.START: 104,
    BarrierColumn.REVIEW: 104,
    BarrierColumn.STATE: 111,
}
# on the drawing board: the width of a table with room for the wider columns
ROOM = 1160
_TO_SKILLS = (Qt.Key.Key_F2, Qt.Key.Key_Space)


class BarrierBoard(QObject):
    """The view and its model: typing in the last row adds a measure. ``chosen_changed`` follows another current
    measure, ``typed`` an edit made here; ``skills_asked`` and ``catalog_asked`` lead to the boxes and to the cards."""

    chosen_changed = Signal()
    typed = Signal()
    skills_asked = Signal()
    catalog_asked = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.barriers = BarrierModel(session, self)
        self.view = TableView(self.barriers, BarrierColumn.TITLE)
        self._session = session
        self._has_room = False
        self._filled = False
        self._is_editing = False
        for column in CHOSEN:
            offered = partial(barrier_columns.choices, column)
            self.view.setItemDelegateForColumn(column, ChoiceDelegate(offered, self.view))
        self.view.setAccessibleName(_("Measures of the profession"))
        self.view.setAccessibleDescription(
            _("F2 or typing changes a cell, Enter on the last row or Insert adds, Delete clears or removes.")
        )
        self.view.show_numbers()
        self.view.set_dense(True)
        self._names = FrozenNames(self.view)
        self._connect()
        self.retheme()

    def tools(self) -> tuple[Tool, ...]:
        """What buttons offer."""
        return (
            Tool(_("Add"), self.add, "Ins"),
            Tool(_("From the catalogue…"), self.catalog_asked.emit),
            Tool(_("Choose the skills"), self.skills_asked.emit),
            Tool(_("Remove"), self.remove),
        )

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.view.set_widths(WIDTHS if self._has_room else NARROW)

    def refresh(self, *, anew: bool) -> None:
        """Follow the study; undo and redo are seen: what they changed becomes the current row unless ``anew``."""
        changed = self.barriers.refresh()
        current = self.view.currentIndex()
        if changed and not anew and not self._is_editing and self.view.isVisible() and current.row() not in changed:
            self.view.go_to(changed[0], max(0, current.column()))

    def chosen(self) -> list[Barrier]:
        """The selected measures, in order."""
        return [barrier for row in self.view.chosen_rows() if (barrier := self.barriers.barrier(row)) is not None]

    def current(self) -> Barrier | None:
        """The measure the keys act on."""
        return self.barriers.barrier(self.view.currentIndex().row())

    def show_barrier(self, barrier_id: str, column: BarrierColumn = BarrierColumn.TITLE) -> None:
        """Put the focus on one measure."""
        self.view.go_to(self.barriers.row_of(barrier_id), column)

    def add(self) -> None:
        """Open the empty row."""
        self.view.clearSelection()
        self.view.go_to(self.barriers.draft_row, BarrierColumn.TITLE, editing=True)

    def add_ready(self, barrier: Barrier) -> bool:
        """Add a measure that is worded already, and stand on its hours, which are still to be stated."""
        profession = self._session.profession
        if profession is None or not self._edit(edits.add_barrier(profession.id, barrier)):
            return False
        self.show_barrier(barrier.id, BarrierColumn.HOURS)
        return True

    def remove(self) -> None:
        """Remove the selected measures; undo brings them back."""
        profession, row, chosen = self._session.profession, self.view.currentIndex().row(), self.chosen()
        if not chosen:
            self._session.informed.emit(_("This row is empty: there is nothing to remove."))
        elif profession is not None:
            subject = chosen[0].title if len(chosen) == 1 else ""
            if self._edit(edits.remove_barriers(profession.id, [one.id for one in chosen], subject)):
                self.view.go_to(min(row, self.barriers.rowCount() - 1), BarrierColumn.TITLE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An editor says what it asks for; F2 and Space on the skills of a measure lead to their boxes."""
        if isinstance(event, QChildEvent) and event.type() is QEvent.Type.ChildPolished:
            editor = event.child()
            if isinstance(editor, QLineEdit):
                editor.setPlaceholderText(barrier_columns.hint(self._column()))
        elif event.type() is QEvent.Type.Resize and watched is self.view:
            self._share_width()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self.view:
            return self._leads_to_skills(event)
        return super().eventFilter(watched, event)

    def _leads_to_skills(self, event: QKeyEvent) -> bool:
        is_busy = self.view.state() is QAbstractItemView.State.EditingState
        if is_busy or event.key() not in _TO_SKILLS or self._column() is not BarrierColumn.SKILLS:
            return False
        self.skills_asked.emit()
        return True

    def _share_width(self) -> None:
        """Wider columns where all of them have room."""
        has_room = self.view.width() >= theme.px(ROOM)
        if has_room is not self._has_room:
            self._has_room = has_room
            self.retheme()

    def _column(self) -> BarrierColumn:
        return BarrierColumn(max(0, self.view.currentIndex().column()))

    def _edit(self, edit: Edit) -> bool:
        self._is_editing = True
        try:
            self.typed.emit()
            return self._session.apply(edit)
        finally:
            self._is_editing = False

    def _delete(self) -> None:
        """Clear what is typed in a cell, or remove the measure."""
        profession, column = self._session.profession, self._column()
        if column not in CLEARED or profession is None:
            self.remove()
            return
        chosen = self.chosen()
        subject = chosen[0].title if len(chosen) == 1 else ""
        cleared = [barrier_columns.edit_of(profession.id, barrier, column, "") for barrier in chosen]
        self._edit(together(EditKind.SET_BARRIER, [edit for edit in cleared if edit], subject))

    def _connect(self) -> None:
        self.barriers.rowsInserted.connect(self._note_filled)
        self.view.adding_asked.connect(self.add)
        self.view.removing_asked.connect(self._delete)
        for asked in (self.view.paste_asked, self.view.copying_asked):
            asked.connect(self._tell_ways)
        self.view.moving_asked.connect(lambda _step: self._tell_ways())
        self.view.entered.connect(self._go_on)
        self.view.row_chosen.connect(lambda _row: self._leave_row())
        self.view.doubleClicked.connect(self._double_clicked)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)

    def _double_clicked(self) -> None:
        if self._column() is BarrierColumn.SKILLS:
            # once the mouse has let go, or the table would take the focus back
            QTimer.singleShot(0, self, self.skills_asked.emit)

    def _tell_ways(self) -> None:
        self._session.informed.emit(
            _("Measures stand in the order they were added: type one in the last row, or take it from the catalogue.")
        )

    def _note_filled(self) -> None:
        self._filled = True

    def _go_on(self, row: int) -> None:
        """After Enter in a cell: the next row; in the empty row, the hours of the measure that was just named."""
        filled, self._filled = self._filled, False
        if filled:
            self.view.go_to(self.barriers.draft_row - 1, BarrierColumn.HOURS)
        elif row != self.barriers.draft_row:
            self.view.go_to(min(row + 1, self.barriers.rowCount() - 1), self._column())

    def _leave_row(self) -> None:
        self._filled = False
        self.chosen_changed.emit()

"""The sittings of the study as a table, with the participants and the protocol of one of them below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from impactapp.domain.edits.workshop import add_sitting, remove_sitting
from impactapp.domain.text import same_title
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.sitting_model import SittingColumn, SittingModel
from impactapp.ui.session import Session
from impactapp.ui.widgets.tables.tools import TableTools, Tool
from impactapp.ui.widgets.tables.view import TableView
from impactapp.ui.widgets.workshop.people import People
from impactapp.ui.widgets.workshop.protocol import ProtocolFields
from impactapp.ui.workshop_room import Room

FEWEST_ROWS, MOST_ROWS = 2, 5
# on the drawing board: participants and protocol stand side by side from this width on
TWO = 720
WIDTHS: dict[int, float] = {
    SittingColumn.DAY: 108,
    SittingColumn.PLACE: 150,
    SittingColumn.PRESENT: 104,
    SittingColumn.STATE: 140,
}
NARROW: dict[int, float] = {SittingColumn.DAY: 108, SittingColumn.PLACE: 130, SittingColumn.PRESENT: 104}


class SittingTab(QWidget):
    """The current row is the sitting the room is in; ``starting`` asks to begin the votes."""

    starting = Signal()

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._room = session, room
        self._shown = ""
        self._columns = 0
        self.sittings = SittingModel(session, self)
        self.view = TableView(self.sittings, SittingColumn.TITLE)
        self.view.setAccessibleName(_("Sittings of the study"))
        self.view.setAccessibleDescription(
            _("F2 or typing changes a cell, Enter on the last row or Insert adds, Delete removes.")
        )
        self.view.set_dense(True)
        self.tools = TableTools(
            (
                Tool(_("Begin the votes"), self.starting.emit, role="primary"),
                Tool(_("Add a sitting"), self.add, "Ins"),
                Tool(_("Remove"), self.remove, "Del"),
            )
        )
        self.people = People(session)
        self.protocol = ProtocolFields(session)
        self._details = QWidget()
        self._grid = QGridLayout(self._details)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self._connect()
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.view.set_widths(WIDTHS, NARROW)
        self.view.set_optional({SittingColumn.PLACE: 640, SittingColumn.STATE: 440})
        self.people.retheme()
        self._grid.setHorizontalSpacing(theme.px(32))
        self._grid.setVerticalSpacing(theme.px(16))
        self._fit()

    def refresh(self) -> None:
        """Follow the study and the room."""
        self.sittings.refresh()
        study, sitting = self._session.study, self._room.sitting
        self.tools.buttons[1].setEnabled(self._session.is_writable)
        self.tools.buttons[2].setEnabled(self._session.is_writable)
        self.tools.buttons[0].setEnabled(sitting is not None)
        self._details.setVisible(sitting is not None)
        self._fit()
        if study is None or sitting is None:
            self._shown = ""
            return
        row = self.sittings.row_of(sitting.id)
        if self.sittings.sitting(self.view.currentIndex().row()) is None and not self._is_drafting():
            self.view.setCurrentIndex(self.sittings.index(row, SittingColumn.TITLE))
        self.people.show_sitting(study, sitting)
        self.protocol.show_sitting(sitting, anew=sitting.id != self._shown)
        self._shown = sitting.id

    def add(self) -> None:
        """Open the empty row."""
        self.view.clearSelection()
        self.view.go_to(self.sittings.draft_row, SittingColumn.TITLE, editing=True)

    def add_first(self) -> None:
        """Add a sitting with a name of ours, ready for its participants."""
        study = self._session.study
        if study is None:
            return
        number = len(study.sittings) + 1
        while any(same_title(_title(number), other.title) for other in study.sittings):
            number += 1
        made = self.sittings.blank(_title(number))
        if self._session.apply(add_sitting(made)):
            self._room.enter(made.id)
            self.people.table.go_to(0, 2)

    def remove(self) -> None:
        """Remove the sitting; undo brings it back with its votes."""
        sitting = self.sittings.sitting(self.view.currentIndex().row())
        if sitting is None:
            self._session.informed.emit(_("This row is empty: there is nothing to remove."))
        elif self._session.apply(remove_sitting(sitting)):
            self._session.informed.emit(_("“{title}” is removed; Ctrl+Z brings it back.").format(title=sitting.title))

    def commit(self) -> None:
        """Write what was typed in the protocol."""
        for field in (self.protocol.rounds, self.protocol.minutes, self.protocol.agreement, self.protocol.majority):
            field.committing.leave()
        self.protocol.least.committing.leave()

    def help_text(self) -> str:
        """What is set here."""
        return "\n".join(
            filter(
                None,
                (
                    _("A sitting is one meeting: name it, date it, say how many of each group take part, never who."),
                    self.view.accessibleDescription(),
                    self.people.table.accessibleDescription(),
                    self.people.remark.text(),
                    self.protocol.scope_words.text(),
                    self.protocol.thresholds.text(),
                ),
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _is_drafting(self) -> bool:
        row = self.view.currentIndex().row()
        return row >= 0 and row == self.sittings.draft_row

    def _fit(self) -> None:
        shown = max(FEWEST_ROWS, min(MOST_ROWS, self.sittings.rowCount()))
        self.view.setFixedHeight(self.view.height_of_rows(shown))

    def _chosen(self, row: int) -> None:
        sitting = self.sittings.sitting(row)
        if sitting is not None:
            self._room.enter(sitting.id)

    def _go_on(self, row: int) -> None:
        """After Enter: the next cell to fill of the same sitting."""
        column = self.view.currentIndex().column()
        if column < SittingColumn.PLACE and row != self.sittings.draft_row:
            self.view.go_to(row, column + 1)

    def _tell_ways(self) -> None:
        self._session.informed.emit(
            _("Sittings stand in the order they were added: name the next one in the last row.")
        )

    def _connect(self) -> None:
        self._room.moved.connect(self.refresh)
        self.view.row_chosen.connect(self._chosen)
        self.view.entered.connect(self._go_on)
        self.view.adding_asked.connect(self.add)
        self.view.removing_asked.connect(self.remove)
        for asked in (self.view.paste_asked, self.view.copying_asked):
            asked.connect(self._tell_ways)
        self.view.moving_asked.connect(lambda _step: self._tell_ways())

    def _arrange(self) -> None:
        columns = 2 if self.width() >= theme.px(TWO) else 1
        if columns == self._columns:
            return
        self._columns = columns
        top = Qt.AlignmentFlag.AlignTop
        for widget in (self.people, self.protocol):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.people, 0, 0, top)
        self._grid.addWidget(self.protocol, 0 if columns == 2 else 1, columns - 1, top)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, int(columns == 2))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.tools, self.view, self._details):
            column.addWidget(widget)
        column.addStretch()


def _title(number: int) -> str:
    return _("Sitting {number}").format(number=number)

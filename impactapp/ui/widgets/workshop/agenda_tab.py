"""What to talk about first, with what carries the gap between the hypotheses and the time that is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from impactapp.domain.edits.urn import can_open as can_open_urn
from impactapp.domain.profession import Profession
from impactapp.domain.workshop import Sitting
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.models.agenda_model import AgendaColumn, AgendaModel, agenda_rows, gap_of
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.tables.tools import TableTools, Tool
from impactapp.ui.widgets.tables.view import TableView
from impactapp.ui.widgets.workshop.clock import left_words
from impactapp.ui.workshop_room import Room

FEWEST_ROWS = 5
WIDTHS: dict[int, float] = {
    AgendaColumn.RANK: 44,
    AgendaColumn.CONSENSUS: 92,
    AgendaColumn.LEVERAGE: 96,
    AgendaColumn.TIME: 76,
    AgendaColumn.STATE: 120,
}
NARROW: dict[int, float] = {AgendaColumn.RANK: 44, AgendaColumn.STATE: 116}


class AgendaTab(QWidget):
    """``opening`` asks for the votes on the activity of a row."""

    opening = Signal(str)

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._room = session, room
        self.gap = text.label("", "strong", wrap=True)
        self.time = text.label("", "muted", wrap=True)
        self.rule = text.label("", "small", wrap=True)
        self.rows = AgendaModel(self)
        self.view = TableView(self.rows, AgendaColumn.TITLE)
        self.view.setAccessibleName(_("Agenda"))
        self.view.setAccessibleDescription(_("Enter opens the votes on the activity."))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.set_dense(True)
        self.urn = text.label("", "muted", wrap=True)
        self.urn_button = text.button(_("Open the urn"), self.open_urn)
        self.tools = TableTools((Tool(_("Open the votes"), self.open_current, "Return", "primary"),))
        self._lay_out()
        self._connect()
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.view.set_widths(WIDTHS, NARROW)
        self.view.set_optional({AgendaColumn.TIME: 520, AgendaColumn.LEVERAGE: 440})
        self.view.setMinimumHeight(self.view.height_of_rows(FEWEST_ROWS))

    def refresh(self) -> None:
        """Follow the study and the room; the same activity stays the current one wherever it stands now."""
        study, sitting, profession = self._session.study, self._room.sitting, self.profession
        if study is None or sitting is None or profession is None:
            self.rows.show_rows(())
            return
        current = self.rows.row(self.view.currentIndex().row())
        self.rows.show_rows(agenda_rows(study, profession, sitting))
        row = self.rows.row_of(current.item.task_id) if current else 0
        if row >= 0 and self.view.currentIndex().row() != row:
            self.view.setCurrentIndex(self.rows.index(row, AgendaColumn.TITLE))
        found = gap_of(study, profession, sitting)
        words = workshop_labels.gap_sentence(found, len(profession.tasks)) if found else ""
        self.gap.setText(words)
        self.gap.setVisible(bool(words))
        self.rule.setText(workshop_labels.agenda_rule_sentence())
        self._show_urn(sitting)
        self.show_time()

    def open_urn(self) -> None:
        """Count the secret votes on every activity on which enough have come."""
        self._room.open_urn()
        self.view.setFocus()

    def _show_urn(self, sitting: Sitting) -> None:
        can_open = can_open_urn(sitting) and self._session.is_writable
        self.urn.setText(
            _("Secret votes wait in it; those cast once it is open wait until they are {least} again.").format(
                least=sitting.protocol.least_shown
            )
        )
        for widget in (self.urn, self.urn_button):
            widget.setVisible(can_open)

    @property
    def profession(self) -> Profession | None:
        """The profession that is shown in the window where the sitting is about it, else the first it is about."""
        professions, chosen = self._room.professions, self._session.profession
        if chosen is not None and any(one.id == chosen.id for one in professions):
            return chosen
        return professions[0] if professions else None

    def show_time(self, _seconds: int = 0) -> None:
        """Say what was spent, what is left, and what that is for each activity still to settle."""
        sitting = self._room.sitting
        if sitting is None:
            return
        settled = {talk.task_id for talk in sitting.talks if talk.is_settled}
        left = sum(task.id not in settled for task in self._room.tasks)
        seconds = self._room.seconds_left
        spent = workshop_labels.time_words(self._room.seconds_of_sitting)
        said = [_("{time} spent").format(time=spent), left_words(seconds)]
        if left and seconds > 0:
            words = ngettext(
                "{count} activity to settle, {time} for it", "{count} activities to settle, {time} for each", left
            )
            said.append(words.format(count=left, time=workshop_labels.time_words(seconds // left)))
        self.time.setText(" · ".join(said))

    def open_current(self) -> None:
        """Open the votes on the current activity."""
        row = self.rows.row(self.view.currentIndex().row())
        if row is not None:
            self.opening.emit(row.item.task_id)

    def help_text(self) -> str:
        """How the order is made, and what is said of the current activity."""
        row = self.rows.row(self.view.currentIndex().row())
        said = [
            workshop_labels.agenda_rule_sentence(),
            self.gap.text(),
            self.time.text(),
            self.view.accessibleDescription(),
        ]
        if row is not None:
            said.append(f"{row.item.title}. {self.rows.words(self.view.currentIndex().row())}")
        return "\n".join(filter(None, said))

    def _connect(self) -> None:
        self._room.moved.connect(self._refresh_seen)
        self._room.ticked.connect(self.show_time)
        self.view.entered.connect(lambda _row: self.open_current())
        self.view.doubleClicked.connect(lambda _index: self.open_current())
        for asked in (self.view.adding_asked, self.view.removing_asked, self.view.paste_asked):
            asked.connect(self._tell_ways)
        self.view.copying_asked.connect(self._tell_ways)
        self.view.moving_asked.connect(lambda _step: self._tell_ways())

    def _refresh_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _tell_ways(self) -> None:
        self._session.informed.emit(_("The order follows from the votes; Enter opens an activity."))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        opening = QWidget()
        row = FlowLayout(opening, gap=12)
        for part in (self.urn_button, self.urn):
            row.addWidget(part)
        for widget in (self.gap, self.time, opening, self.tools, self.view, self.rule):
            column.addWidget(widget, int(widget is self.view))

"""What is typed for one scenario beside its row: adoption year by year, what the time is for, a note."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.edits.scenarios import set_scenario
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.scenario import Adoption, Scenario
from impactapp.i18n import _
from impactapp.labels import scenarios as words
from impactapp.ui import theme
from impactapp.ui.models.scenario_lists import NAME, PART, PartsModel, StatedRows, UseRows
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.privacy_notice import watched
from impactapp.ui.widgets.rating.editor import JustificationEditor
from impactapp.ui.widgets.scenarios.tables import keep_fitted
from impactapp.ui.widgets.tables.view import TableView

# on the drawing board: from this width on, the lists stand side by side
BESIDE, NOTE, PART_WIDTH = 760, 96, 96


class ScenarioDetails(QWidget):
    """Follows one scenario and changes it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scenario: Scenario | None = None
        self.title = text.label("", "section", wrap=True)
        self.curve = text.label("", "muted", wrap=True)
        self.stated = PartsModel(session, StatedRows(), self)
        self.years = _list(self.stated, _("Adoption year by year"))
        self.uses = PartsModel(session, UseRows(), self)
        self.time_for = _list(self.uses, _("What the time is for"))
        self.note = JustificationEditor()
        self.note.setAccessibleName(_("Note on the scenario"))
        self._lay_out()
        self._connect()
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.note.setFixedHeight(theme.px(NOTE))
        self.years.set_widths({PART: PART_WIDTH})
        self.time_for.set_widths({PART: PART_WIDTH})
        self._arrange()

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Show what the study holds of a scenario."""
        is_other = scenario is None or self._scenario is None or scenario.id != self._scenario.id
        if is_other:
            self.note.hand_over()
        self._scenario = scenario
        self.setVisible(scenario is not None)
        if scenario is None:
            return
        self.title.setText(text.breakable(_("Scenario “{title}”").format(title=scenario.title)))
        self.curve.setText(words.adoption_sentence(scenario.adoption))
        self._of_years.setVisible(scenario.adoption is Adoption.STATED)
        self.stated.show_scenario(scenario)
        self.uses.show_scenario(scenario)
        self.note.setReadOnly(not self._session.is_writable)
        if is_other:
            self.note.load(scenario.note)
        else:
            self.note.follow(scenario.note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        directions = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._parts.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _write(self, said: str) -> None:
        if self._scenario is not None:
            self._session.submit(set_scenario(replace(self._scenario, note=said)))

    def _refuse(self) -> None:
        self._session.refused.emit(labels.sentence(EditError(Problem.STUDY_READ_ONLY)))

    def _go_on(self, table: TableView, row: int) -> None:
        table.go_to(min(row + 1, table.model().rowCount() - 1), max(0, table.currentIndex().column()))

    def _add_use(self) -> None:
        if self.uses.draft_row >= 0:
            self.time_for.go_to(self.uses.draft_row, NAME, editing=True)

    def _remove(self, table: TableView, model: PartsModel) -> None:
        row = table.currentIndex().row()
        if model.remove(row):
            table.go_to(min(row, model.rowCount() - 1), table.currentIndex().column())

    def _clear_or_remove(self) -> None:
        """Delete on a share empties it, on a title removes the use."""
        index = self.time_for.currentIndex()
        if index.column() == PART:
            self.uses.setData(index, "")
        else:
            self._remove(self.time_for, self.uses)

    def _tell_ways(self) -> None:
        self._session.informed.emit(_("Rows stand in the order they were added: type in the cells, one by one."))

    def _connect(self) -> None:
        self.note.written.connect(self._write)
        self.note.refused.connect(self._refuse)
        self.note.left.connect(self.time_for.setFocus)
        self.years.removing_asked.connect(lambda: self._remove(self.years, self.stated))
        self.years.entered.connect(lambda row: self._go_on(self.years, row))
        self.years.adding_asked.connect(self._tell_ways)
        self.time_for.removing_asked.connect(self._clear_or_remove)
        self.time_for.entered.connect(lambda row: self._go_on(self.time_for, row))
        self.time_for.adding_asked.connect(self._add_use)
        for table in (self.years, self.time_for):
            for asked in (table.paste_asked, table.copying_asked):
                asked.connect(self._tell_ways)
            table.moving_asked.connect(lambda _step: self._tell_ways())

    def _lay_out(self) -> None:
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(theme.px(16))
        self._of_years = _under(_("Adoption &year by year"), self.years, self.years)
        share = text.label(
            _("Shares are parts of the net time at the horizon; without one, nothing is assumed."), "small"
        )
        share.setWordWrap(True)
        of_uses = _under(_("What the time is &for"), self.time_for, self.time_for, share)
        of_note = _under(_("&Note"), self.note, self.note, watched(self.note))
        for part in (self._of_years, of_uses, of_note):
            self._parts.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.title)
        column.addWidget(self.curve)
        column.addLayout(self._parts)


def _list(model: PartsModel, name: str) -> TableView:
    table = TableView(model, NAME)
    table.setSelectionMode(TableView.SelectionMode.SingleSelection)
    table.setAccessibleName(name)
    table.setAccessibleDescription(_("F2 or typing changes a cell, Delete clears or removes."))
    keep_fitted(table)
    return table


def _under(name: str, buddy: QWidget, *widgets: QWidget) -> QWidget:
    """Widgets under their name."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    label = text.label(name, "muted")
    label.setBuddy(buddy)
    column.addWidget(label)
    for widget in widgets:
        column.addWidget(widget)
    return part

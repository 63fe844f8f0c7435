"""The table of scenarios with what its keys and buttons do."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from impactapp.domain.edits import scenarios as edits
from impactapp.domain.edits.edit import Edit
from impactapp.domain.scenario import Scenario
from impactapp.domain.text import same_title
from impactapp.i18n import _
from impactapp.ui.models import scenario_columns
from impactapp.ui.models.scenario_columns import CHOSEN, PARTS, ScenarioColumn
from impactapp.ui.models.scenario_model import ScenarioModel
from impactapp.ui.session import Session
from impactapp.ui.widgets.scenarios.tables import keep_fitted
from impactapp.ui.widgets.tables.delegate import ChoiceDelegate
from impactapp.ui.widgets.tables.tools import Tool
from impactapp.ui.widgets.tables.view import TableView

WIDTHS: dict[int, float] = {
    ScenarioColumn.HORIZON: 92,
    ScenarioColumn.ADOPTION: 116,
    ScenarioColumn.RULE: 176,
    ScenarioColumn.CONTROL: 92,
    ScenarioColumn.TRAINING: 96,
    ScenarioColumn.DRILLS: 128,
    ScenarioColumn.DEPARTURES: 96,
}
NARROW: dict[int, float] = {
    ScenarioColumn.HORIZON: 84,
    ScenarioColumn.ADOPTION: 110,
    ScenarioColumn.RULE: 132,
    ScenarioColumn.CONTROL: 84,
    ScenarioColumn.TRAINING: 92,
    ScenarioColumn.DRILLS: 116,
    ScenarioColumn.DEPARTURES: 92,
}


class ScenarioBoard(QObject):
    """The view and its model; typing in the last row adds a scenario. ``chosen_changed`` follows the current row."""

    chosen_changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.scenarios = ScenarioModel(session, self)
        self.view = TableView(self.scenarios, ScenarioColumn.TITLE)
        self._session = session
        self._filled = False
        self._is_editing = False
        for column in CHOSEN:
            offered = partial(self._choices, column)
            self.view.setItemDelegateForColumn(column, ChoiceDelegate(offered, self.view))
        self.view.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.view.setAccessibleName(_("Scenarios and their settings"))
        self.view.setAccessibleDescription(
            _("F2 or typing changes a cell, Enter on the last row or Insert adds, Ctrl+D duplicates, Delete removes.")
        )
        self.view.show_numbers()
        keep_fitted(self.view)
        self._connect()
        self.retheme()

    def tools(self) -> tuple[Tool, ...]:
        """What buttons offer."""
        return (
            Tool(_("Add"), self.add, "Ins"),
            Tool(_("Duplicate"), self.duplicate, "Ctrl+D"),
            Tool(_("Rename"), self.rename, "F2"),
            Tool(_("Remove"), self.remove),
        )

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.view.set_widths(WIDTHS, NARROW)

    def refresh(self, *, anew: bool) -> None:
        """Follow the study; undo and redo are seen: what they changed becomes the current row unless ``anew``."""
        changed = self.scenarios.refresh()
        current = self.view.currentIndex()
        if changed and not anew and not self._is_editing and self.view.isVisible() and current.row() not in changed:
            self.view.go_to(changed[0], max(0, current.column()))

    def current(self) -> Scenario | None:
        """The scenario the keys act on."""
        return self.scenarios.scenario(self.view.currentIndex().row())

    def show_scenario(self, scenario_id: str, column: ScenarioColumn = ScenarioColumn.TITLE) -> None:
        """Put the focus on one scenario."""
        self.view.go_to(self.scenarios.row_of(scenario_id), column)

    def choose(self, scenario_id: str) -> None:
        """Make a scenario the current one; the focus stays where it is."""
        row = self.scenarios.row_of(scenario_id)
        if row >= 0 and row != self.view.currentIndex().row():
            self.view.setCurrentIndex(self.scenarios.index(row, ScenarioColumn.TITLE))

    def add(self) -> None:
        """Open the empty row."""
        self.view.clearSelection()
        self.view.go_to(self.scenarios.draft_row, ScenarioColumn.TITLE, editing=True)

    def add_first(self) -> None:
        """Add a scenario with a name to change, and stand on its horizon."""
        study = self._session.study
        if study is None:
            return
        made = scenario_columns.new_scenario(free_title(study.scenarios, _("Scenario 1")))
        if self._edit(edits.add_scenario(made)):
            self.show_scenario(made.id, ScenarioColumn.HORIZON)

    def duplicate(self) -> None:
        """Add a copy of the current scenario, to change one setting of it."""
        study, found = self._session.study, self.current()
        if study is None or found is None:
            self._session.informed.emit(_("This row is empty: there is nothing to duplicate."))
            return
        title = free_title(study.scenarios, _("{title} (copy)").format(title=found.title))
        made = replace(found, id=str(uuid4()), title=title)
        if self._edit(edits.add_scenario(made)):
            self.show_scenario(made.id)

    def rename(self) -> None:
        """Edit the name of the current scenario."""
        self.view.go_to(max(0, self.view.currentIndex().row()), ScenarioColumn.TITLE, editing=True)

    def remove(self) -> None:
        """Remove the current scenario; undo brings it back."""
        row, found = self.view.currentIndex().row(), self.current()
        if found is None:
            self._session.informed.emit(_("This row is empty: there is nothing to remove."))
        elif self._edit(edits.remove_scenario(found)) and self.view.isVisible():
            self.view.go_to(min(row, self.scenarios.rowCount() - 1), ScenarioColumn.TITLE)

    def _choices(self, column: ScenarioColumn) -> list[tuple[str, str]]:
        return scenario_columns.choices(column, self._session.study)

    def _edit(self, edit: Edit) -> bool:
        self._is_editing = True
        try:
            return self._session.apply(edit)
        finally:
            self._is_editing = False

    def _delete(self) -> None:
        """Clear a percentage, or remove the scenario."""
        index = self.view.currentIndex()
        if index.column() in PARTS and self.current() is not None:
            self.scenarios.setData(index, "")
        else:
            self.remove()

    def _connect(self) -> None:
        self.scenarios.rowsInserted.connect(self._note_filled)
        self.view.adding_asked.connect(self.add)
        self.view.removing_asked.connect(self._delete)
        self.view.copying_asked.connect(self.duplicate)
        self.view.paste_asked.connect(self._tell_ways)
        self.view.moving_asked.connect(lambda _step: self._tell_ways())
        self.view.entered.connect(self._go_on)
        self.view.row_chosen.connect(lambda _row: self._leave_row())

    def _tell_ways(self) -> None:
        self._session.informed.emit(
            _("Scenarios stand in the order they were added: type one in the last row, or duplicate one.")
        )

    def _note_filled(self) -> None:
        self._filled = True

    def _go_on(self, row: int) -> None:
        """After Enter in a cell: the next row; in the empty row, the horizon of the scenario that was just named."""
        filled, self._filled = self._filled, False
        if filled:
            self.view.go_to(self.scenarios.draft_row - 1, ScenarioColumn.HORIZON)
        elif row != self.scenarios.draft_row:
            self.view.go_to(min(row + 1, self.scenarios.rowCount() - 1), self.view.currentIndex().column())

    def _leave_row(self) -> None:
        self._filled = False
        self.chosen_changed.emit()


def free_title(scenarios: tuple[Scenario, ...], title: str) -> str:
    """A title no scenario of the study has: itself, or with a number."""
    offered, number = title, 1
    while any(same_title(offered, other.title) for other in scenarios):
        number += 1
        offered = f"{title} ({number})"
    return offered

"""The sites and services of the establishment: added, named, put in a site, moved and removed by keyboard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from impactapp.domain.analysis.results import Results
from impactapp.domain.edits.staff import add_unit, add_units, move_unit, remove_units
from impactapp.domain.lists import read_list
from impactapp.domain.problems import EditError
from impactapp.domain.staff import Unit, UnitKind
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.models.unit_model import UnitColumn, UnitModel, kind_choices
from impactapp.ui.pages.professions_commands import new_id
from impactapp.ui.pages.tasks_commands import free_title
from impactapp.ui.session import Session
from impactapp.ui.widgets.paste_words import with_left_out
from impactapp.ui.widgets.tables.delegate import ChoiceDelegate
from impactapp.ui.widgets.tables.tools import TableTools, Tool
from impactapp.ui.widgets.tables.view import TableView

Column = UnitColumn


class UnitsBoard(QWidget):
    """A table and its tools; ``chosen(unit id)`` follows the current row."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = UnitModel(session, self)
        self.table = TableView(self.model, Column.TITLE)
        self.table.setAccessibleName(_("Sites and services"))
        self.table.setAccessibleDescription(
            _("F2 or typing edits, Insert adds a service, Alt+up or down moves, Delete removes, Ctrl+V pastes a list.")
        )
        self._kinds = ChoiceDelegate(kind_choices, self.table)
        self._sites = ChoiceDelegate(self.model.site_choices, self.table)
        self.table.setItemDelegateForColumn(Column.KIND, self._kinds)
        self.table.setItemDelegateForColumn(Column.SITE, self._sites)
        self.tools = TableTools(self._tools())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.tools)
        column.addWidget(self.table, 1)
        self.table.adding_asked.connect(self.add_service)
        self.table.removing_asked.connect(self.remove)
        self.table.moving_asked.connect(self.move_unit)
        self.table.paste_asked.connect(self.paste)
        self.table.row_chosen.connect(self._tell_chosen)

    @property
    def current(self) -> Unit | None:
        """The unit of the current row."""
        return self.model.unit(self.table.currentIndex().row())

    def refresh(self) -> None:
        """Follow the study, staying on the unit that was the current one."""
        self.model.refresh()
        self.tools.setEnabled(self._session.is_writable)
        if self.current is None and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, Column.TITLE))

    def show_results(self, results: Results) -> None:
        """Fill the sums in."""
        self.model.show_results(results)

    def go_to(self, unit_id: str, *, editing: bool = False) -> None:
        """Make a unit the current one."""
        self.table.go_to(self.model.row_of(unit_id), Column.TITLE, editing=editing)

    def add_service(self) -> None:
        """Add a service beside the current one, and name it."""
        current = self.current
        inside = "" if current is None else current.id if current.kind is UnitKind.SITE else current.site_id
        self._add(_("New service"), UnitKind.SERVICE, inside)

    def add_site(self) -> None:
        """Add a site, and name it."""
        self._add(_("New site"), UnitKind.SITE, "")

    def remove(self) -> None:
        """Remove the chosen units with the staff stated there; undo brings both back."""
        units = [unit for row in self.table.chosen_rows() if (unit := self.model.unit(row)) is not None]
        titles = ", ".join(unit.title for unit in units)
        removed = bool(units) and self._session.apply(remove_units([unit.id for unit in units], titles))
        if removed and self.table.isVisible():
            self.table.setFocus()

    def move_unit(self, step: int) -> None:
        """Move the current unit up or down."""
        current, row = self.current, self.table.currentIndex().row()
        if current is not None and 0 <= row + step < self.model.rowCount():
            column = self.table.currentIndex().column()
            if self._session.apply(move_unit(current, row + step)):
                self.table.go_to(self.model.row_of(current.id), column)

    def paste(self) -> None:
        """Add the services of a list that was copied elsewhere, in the site where one stands."""
        study = self._session.study
        if study is None or not self._session.is_writable:
            return
        current = self.current
        inside = "" if current is None else current.id if current.kind is UnitKind.SITE else current.site_id
        taken = [unit.title for unit in study.staffing.units if unit.site_id == inside]
        try:
            pasted = read_list(QApplication.clipboard().text(), taken)
        except EditError as refusal:
            self._session.tell_refusal(refusal)
            return
        units = [Unit(new_id(), item.title, UnitKind.SERVICE, inside) for item in pasted.items]
        if units and not self._session.submit(add_units(units, units[0].title if len(units) == 1 else "")):
            return
        count = len(units)
        words = ngettext("{count} service added.", "{count} services added.", count).format(count=count)
        self._session.informed.emit(with_left_out(words if count else _("No service added."), pasted))
        if units:
            self.go_to(units[0].id)

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.table.set_optional({Column.SITE: 640, Column.KIND: 520, Column.FTE: 380, Column.HEADCOUNT: 300})
        self.table.set_widths(
            {Column.KIND: 100, Column.SITE: 170, Column.HEADCOUNT: 90, Column.FTE: 90, Column.EXPOSED: 160},
            {Column.KIND: 84, Column.SITE: 120, Column.HEADCOUNT: 76, Column.FTE: 76, Column.EXPOSED: 120},
        )

    def _tools(self) -> tuple[Tool, ...]:
        return (
            Tool(_("Add a service"), self.add_service, "Ins"),
            Tool(_("Add a site"), self.add_site),
            Tool(_("Paste a list"), self.paste, "Ctrl+V"),
            Tool(_("Move up"), lambda: self.move_unit(-1), "Alt+Up"),
            Tool(_("Move down"), lambda: self.move_unit(1), "Alt+Down"),
            Tool(_("Remove"), self.remove, "Del"),
        )

    def _add(self, name: str, kind: UnitKind, site_id: str) -> None:
        study = self._session.study
        if study is None:
            return
        taken = [unit.title for unit in study.staffing.units]
        made = Unit(new_id(), free_title(name, taken) if name in taken else name, kind, site_id)
        if self._session.apply(add_unit(made)):
            self.go_to(made.id, editing=True)

    def _tell_chosen(self, row: int) -> None:
        unit = self.model.unit(row)
        if unit is not None:
            self.chosen.emit(unit.id)

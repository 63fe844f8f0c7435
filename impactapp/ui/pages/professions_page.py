"""The professions by staff category with headcount and FTE, their staff by site and service, and an official count."""

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.analysis.results import Results
from impactapp.domain.profession import Category, Profession
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.ui import findings_list, theme
from impactapp.ui.models.profession_model import ProfessionColumn, ProfessionModel
from impactapp.ui.pages.professions_commands import ProfessionCommands
from impactapp.ui.pages.professions_help import column_help
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.catalog.dialog import CatalogDialog
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.page_head import PageHead
from impactapp.ui.widgets.staff.census_tab import CensusTab
from impactapp.ui.widgets.staff.tab import StaffTab
from impactapp.ui.widgets.tables.delegate import ChoiceDelegate
from impactapp.ui.widgets.tables.tools import TableTools, Tool
from impactapp.ui.widgets.tables.view import TableView
from impactapp.ui.widgets.workshop.training_cover import is_covered

Column = ProfessionColumn
# what must be seen of the table in a small window at a high zoom
FEWEST_ROWS = 4
PROFESSIONS, UNITS, CENSUS = "professions", findings_list.UNITS, findings_list.CENSUS
TABS = (PROFESSIONS, UNITS, CENSUS)


class ProfessionsPage(QWidget):
    """Steps 1 and 2 of the method; the current row is the profession all pages show."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._commands = ProfessionCommands(session)
        self._results: Results | None = None
        self.model = ProfessionModel(session, self)
        self.table = TableView(self.model, Column.TITLE)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(_("Professions of the study"))
        self.table.setAccessibleDescription(
            _("F2 or typing edits, Insert adds a row, Ctrl+D duplicates, Alt+up or down moves, Delete removes.")
        )
        self._categories = ChoiceDelegate(category_choices, self.table)
        self.table.setItemDelegateForColumn(Column.CATEGORY, self._categories)
        self.catalog = CatalogDialog(session, self)
        self.tools = TableTools(self._tools())
        self.head = PageHead("", self.tools)
        self.heading = self.head.words
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty())
        titles = (_("Professions"), _("Sites and services"), _("Official count"))
        self.tabs = ChartTabs(list(zip(TABS, titles, strict=True)), called=_("Part of the page"))
        self.units = StaffTab(session)
        self.census = CensusTab(session)
        self._lay_out()
        self._connect()
        self._turn_to(PROFESSIONS)
        self._retheme()

    def refresh(self, before: Study | None) -> None:
        """Show the current study."""
        study = self._session.study
        self.model.refresh()
        is_empty = study is None or not study.professions
        self._show_part(1 if is_empty else 0)
        self.tools.setEnabled(self._session.is_writable)
        count = len(study.professions) if study else 0
        counted = ngettext("{count} profession", "{count} professions", count).format(count=count)
        self.heading.setText("" if is_empty else counted)
        self._follow_choice()
        self._refresh_part()
        self._session.request_results()

    def show_task(self, task_id: str) -> None:
        """Turn to a part of the page, or to a site or service in it."""
        study = self._session.study
        if task_id in TABS:
            self.tabs.choose(task_id)
        elif study is not None and study.staffing.unit(task_id) is not None:
            self.tabs.choose(UNITS)
            self.units.show_unit(task_id)

    def take_sources(self, paths: list[Path]) -> None:
        """Read official files; without any, let the user choose some."""
        self.tabs.choose(CENSUS)
        self.census.read(paths)

    def stand_on(self, column: ProfessionColumn) -> None:
        """Put the focus on a column of the current profession."""
        self.tabs.choose(PROFESSIONS)
        chosen = self._session.profession
        if chosen is not None:
            self.table.go_to(self.model.row_of(chosen.id), column)

    def help_text(self) -> str:
        """What the column of the current cell holds, and where its number comes from."""
        if self.tabs.current != PROFESSIONS:
            return (self.units if self.tabs.current == UNITS else self.census).help_text()
        column = self.table.currentIndex().column()
        return column_help(Column(column) if column >= 0 else Column.TITLE)

    # ------------------------------------------------------------------ parts
    def _tools(self) -> tuple[Tool, ...]:
        return (
            Tool(_("From the catalogue…"), self.catalog.ask),
            Tool(_("Empty row"), self.add_empty, "Ins"),
            Tool(_("Duplicate"), self.duplicate, "Ctrl+D"),
            Tool(_("Save as a template"), self.keep_as_template),
            Tool(_("Move up"), lambda: self.move_profession(-1), "Alt+Up"),
            Tool(_("Move down"), lambda: self.move_profession(1), "Alt+Down"),
            Tool(_("Remove"), self.remove, "Del"),
        )

    def _empty(self) -> QWidget:
        return EmptyState(
            _("No profession yet"),
            _("The professions of the establishment will be here, by staff category, with headcount and FTE."),
            text.button(_("Add from the catalogue"), self.catalog.ask, "primary"),
            text.button(_("Empty row"), self.add_empty),
        )

    def _lay_out(self) -> None:
        inside, professions = QWidget(), QWidget()
        self._inner = QVBoxLayout(professions)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addWidget(self.head)
        self._inner.addWidget(self._stack, 1)
        self._parts = QStackedWidget()
        self._shown = (professions, self.units, self.census)
        for part in self._shown:
            self._parts.addWidget(part)
        self._column = QVBoxLayout(inside)
        self._top = QWidget()
        flow = FlowLayout(self._top, gap=16)
        self._title = text.label(_("Professions and headcounts"), "page")
        for widget in (self._title, self.tabs):
            flow.addWidget(widget)
        self._column.addWidget(self._top)
        self._column.addWidget(self._parts, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scrolling.fitting(inside), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_part(self, position: int) -> None:
        self._stack.setCurrentIndex(position)
        self.tools.setVisible(position == 0)
        self._arrange()

    def _arrange(self) -> None:
        """Less around the table where height is scarce; lower than its fewest rows it never gets: the page scrolls."""
        short = page_head.is_short(self)
        self.head.arrange(short=short)
        self._column.setContentsMargins(*page_head.margins(short=short))
        for layout in (self._column, self._inner):
            layout.setSpacing(theme.px(4 if short else 10))
        # where height is scarce, the rail and the first tab say it too, and an empty study begins with professions
        self._title.setVisible(not short)
        is_empty = self._stack.currentIndex() == 1 and self.tabs.current == PROFESSIONS
        self._top.setVisible(not (short and is_empty))
        self.tabs.fit(self.width() - theme.px(56))
        self.units.arrange(short=short)
        self.census.arrange(short=short)
        self.table.set_dense(short)
        shown = self._stack.currentIndex() == 0
        self.table.setMinimumHeight(self.table.height_of_rows(FEWEST_ROWS) if shown else 0)

    def _turn_to(self, name: str) -> None:
        """What is not shown asks for no room."""
        at = TABS.index(name)
        self._parts.setCurrentIndex(at)
        for position, part in enumerate(self._shown):
            policy = QSizePolicy.Policy.Preferred if position == at else QSizePolicy.Policy.Ignored
            part.setSizePolicy(policy, policy)
        self._refresh_part()
        self._arrange()

    def _refresh_part(self) -> None:
        """Only what is in view follows the study."""
        if self.tabs.current == CENSUS:
            self.census.refresh()
        elif self.tabs.current == UNITS:
            self.units.refresh()
            if self._results is not None and self._results.study is self._session.study:
                self.units.show_results(self._results)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn_to)
        self.table.adding_asked.connect(self.add_empty)
        self.table.removing_asked.connect(self.remove)
        self.table.copying_asked.connect(self.duplicate)
        self.table.moving_asked.connect(self.move_profession)
        self.table.entered.connect(self._go_on)
        self.table.row_chosen.connect(self._choose)
        self.catalog.picked.connect(lambda chosen: self._commands.add_all(chosen, self._go_to))
        self.catalog.named.connect(lambda title: self._go_to(self._commands.add_empty(title)))
        self._session.results_ready.connect(self._show_results)
        theme.signals().changed.connect(self._retheme)

    def _retheme(self) -> None:
        # the heading of each group names the category too
        self.table.set_optional(
            {Column.CATEGORY: 900, Column.TASKS: 620, Column.RATE: 520, Column.FTE: 300, Column.HEADCOUNT: 250}
        )
        self.table.set_widths(
            {Column.CATEGORY: 230, Column.HEADCOUNT: 100, Column.FTE: 130, Column.TASKS: 90, Column.RATE: 130},
            {Column.HEADCOUNT: 84, Column.FTE: 98},
        )
        self._arrange()

    # ------------------------------------------------------------------ commands
    def add_empty(self) -> None:
        """Add a row of the current category and name it."""
        current = self.current()
        category = current.category if current else Category.OTHER
        self._go_to(self._commands.add_empty(category=category), naming=True)

    def duplicate(self) -> None:
        """Copy the current profession and name the copy."""
        current = self.current()
        if current is not None:
            self._go_to(self._commands.duplicate(current), naming=True)

    def remove(self) -> None:
        """Remove the current profession."""
        current = self.current()
        if current is not None and self._commands.remove(current) and self.table.isVisible():
            self.table.setFocus()

    def keep_as_template(self) -> None:
        """Keep the current profession in the user's own catalogue."""
        current = self.current()
        if current is not None:
            self._commands.keep_as_template(current)

    def move_profession(self, step: int) -> None:
        """Move the current profession inside its category."""
        current = self.current()
        if current is None:
            return
        column = self.table.currentIndex().column()
        if self._commands.move(current, step):
            self.table.go_to(self.model.row_of(current.id), column)

    def current(self) -> Profession | None:
        """The profession of the current row."""
        return self.model.profession(self.table.currentIndex().row())

    def _go_to(self, profession_id: str, *, naming: bool = False) -> None:
        if profession_id:
            self._show_part(0)
            self._session.choose_profession(profession_id)
            self.table.go_to(self.model.row_of(profession_id), Column.TITLE, editing=naming)

    def _choose(self, row: int) -> None:
        chosen = self.model.profession(row)
        if chosen is not None:
            self._session.choose_profession(chosen.id)

    def _follow_choice(self) -> None:
        """Stand on the profession that the other pages show."""
        chosen, current = self._session.profession, self.current()
        if chosen is not None and (current is None or current.id != chosen.id):
            column = max(0, self.table.currentIndex().column())
            self.table.setCurrentIndex(self.model.index(self.model.row_of(chosen.id), column))

    def _go_on(self, row: int) -> None:
        """After Enter in a cell: the one below, never a heading or a total, where nothing can be typed."""
        if self.model.profession(row + 1) is not None:
            self.table.setCurrentIndex(self.table.currentIndex().siblingAtRow(row + 1))

    def _show_results(self, results: object) -> None:
        assert isinstance(results, Results)
        # nor does the rate of a replay tell its decisions
        self.model.show_results(None if is_covered(self._session) else results)
        if not is_covered(self._session):
            self.units.show_results(results)


def category_choices() -> list[tuple[str, str]]:
    """The staff categories, in their order."""
    return [(category.value, labels.category_word(category)) for category in Category]

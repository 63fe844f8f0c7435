"""« Sites et services »: the units above, the staff of the current one below, both in view where there is room."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from impactapp.domain.analysis.results import Results
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.barriers.parts import Parts
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.staff.board import StaffBoard
from impactapp.ui.widgets.staff.units_board import UnitsBoard

FEWEST_UNITS, FEWEST_LINES = 3, 4


class StaffTab(QWidget):
    """The unit of the current row above is the one whose staff is below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.units = UnitsBoard(session)
        self.staff = StaffBoard(session)
        self._split = Halves()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.units)
        self._split.addWidget(self.staff)
        # who draws the line between them elsewhere keeps it there
        self._is_drawn = False
        self._sharing = QTimer(self, singleShot=True, interval=0)
        self._sharing.timeout.connect(self._share_height)
        self._stack = Parts((self._split, self._empty()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.units.chosen.connect(self.staff.show_unit)
        self.units.table.fitted.connect(self._sharing.start)
        self._split.resized.connect(self._sharing.start)
        self._split.splitterMoved.connect(self._note_drawn)

    def refresh(self) -> None:
        """Show the current study."""
        study = self._session.study
        self._stack.turn_to(0 if study is not None and study.staffing.units else 1)
        for button in self._ways_in:
            button.setEnabled(self._session.is_writable)
        self.units.refresh()
        current = self.units.current
        self.staff.show_unit(current.id if current else "")

    def show_results(self, results: Results) -> None:
        """Fill the sums in."""
        self.units.show_results(results)

    def show_unit(self, unit_id: str) -> None:
        """Make a unit the current one, and put the focus on its staff."""
        self.units.go_to(unit_id)

    def arrange(self, *, short: bool) -> None:
        """Take the sizes of the theme; where height is scarce both tables are dense, and the page scrolls."""
        self.units.retheme()
        self.staff.retheme()
        for table, rows in ((self.units.table, FEWEST_UNITS), (self.staff.table, FEWEST_LINES)):
            table.set_dense(short)
            table.setMinimumHeight(table.height_of_rows(rows))
        self._split.setHandleWidth(theme.px(12))
        self._sharing.start()

    def help_text(self) -> str:
        """What is typed in the two tables, and where the sums come from."""
        if self.staff.table.hasFocus():
            return _(
                "The staff of each profession in this site or service, typed by the group. The last column compares "
                "what all sites and services sum to with the headcount and FTE of the profession; “Take the sum over” "
                "makes them equal."
            )
        return _(
            "The sites and services of the establishment. A site sums the lines of its services; the working time "
            "exposed is FTE × rate, summed over the professions whose rate and FTE are known there."
        )

    def _share_height(self) -> None:
        """The units take what their rows need, up to half."""
        if self._is_drawn:
            return
        table, room = self.units.table, self._split.height() - self._split.handleWidth()
        rows = table.horizontalHeader().height() + table.verticalHeader().length() + 2 * table.frameWidth()
        wanted = self.units.sizeHint().height() - table.sizeHint().height() + rows
        upper = max(self.units.minimumSizeHint().height(), min(wanted, room // 2))
        self._split.setSizes([upper, room - upper])

    def _note_drawn(self) -> None:
        self._is_drawn = True

    def _empty(self) -> QWidget:
        self._ways_in = (
            text.button(_("Add a service"), self.units.add_service, "primary"),
            text.button(_("Add a site"), self.units.add_site),
            text.button(_("Paste a list"), self.units.paste),
        )
        return EmptyState(
            _("No site or service yet"),
            _(
                "The staff of each profession by site and service will be here, with what it sums to and the working "
                "time exposed."
            ),
            *self._ways_in,
        )


class Halves(QSplitter):
    """One part above the other; ``resized`` follows another height."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

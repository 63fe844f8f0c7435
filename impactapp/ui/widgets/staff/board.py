"""The staff of the professions in one site or service: numbers typed or pasted, sums taken over."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from impactapp.domain.analysis.headcount import Agreement
from impactapp.domain.analysis.staff_checks import NOISE
from impactapp.domain.edits.staff import STAFF_NUMBERS, set_staff, take_sums
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models import staff_paste
from impactapp.ui.models.rating_clipboard import PasteError
from impactapp.ui.models.staff_model import AGREEMENT, FIRST, TITLE, StaffModel
from impactapp.ui.models.staff_paste import Corner
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.tables.tools import TableTools, Tool
from impactapp.ui.widgets.tables.view import TableView

# headcount, FTE, experienced, in training, departures, vacancies
WIDTHS = (76.0, 70.0, 118.0, 104.0, 84.0, 106.0)


class StaffBoard(QWidget):
    """The lines of the unit that is shown, a row a profession."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = StaffModel(session, self)
        self.heading = text.ElidedLabel("", "section")
        self.table = TableView(self.model, TITLE)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(_("Staff of the professions here"))
        self.table.setAccessibleDescription(
            _("F2 or typing edits, Delete empties a number, Ctrl+V pastes numbers copied from a spreadsheet.")
        )
        self.tools = TableTools((Tool(_("Take the sum over"), self.take_sums), Tool(_("Paste"), self.paste, "Ctrl+V")))
        self.tools.buttons[0].setToolTip(
            _("The headcount and the FTE of the profession become what its sites and services sum to.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for widget in (self.heading, self.tools):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.table.paste_asked.connect(self.paste)
        self.table.removing_asked.connect(self.empty_number)
        self.table.row_chosen.connect(lambda _row: self._enable())

    def show_unit(self, unit_id: str) -> None:
        """Follow the study, and the unit that is chosen."""
        study = self._session.study
        unit = study.staffing.unit(unit_id) if study else None
        holds = study is not None and any(other.site_id == unit_id for other in study.staffing.units if unit_id)
        # the sum of a site counts its services too
        words = _("Staff: {title}, outside its services") if holds else _("Staff: {title}")
        self.heading.setText("" if unit is None else words.format(title=unit.title))
        self.model.refresh(unit_id)
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, FIRST))
        self._enable()

    def take_sums(self) -> None:
        """Give the current profession what its units sum to."""
        profession = self.model.profession(self.table.currentIndex().row())
        if profession is not None and self._session.submit(take_sums(profession)):
            self.table.setFocus()

    def empty_number(self) -> None:
        """Say that the current number is not known."""
        self.model.setData(self.table.currentIndex(), "")

    def paste(self) -> None:
        """Lay numbers from the current cell on, or by the names a table gives."""
        study = self._session.study
        if study is None or not self._session.is_writable or not self.model.unit_id:
            return
        current = self.table.currentIndex()
        number = max(0, min(current.column() - FIRST, len(STAFF_NUMBERS) - 1))
        corner = Corner(self.model.unit_id, max(0, current.row()), number)
        try:
            pasted = staff_paste.read_staff(QApplication.clipboard().text(), study, corner)
        except PasteError as refusal:
            self._session.refused.emit(str(refusal))
            return
        unit = study.staffing.unit(self.model.unit_id)
        if self._session.submit(set_staff(pasted.lines, unit.title if unit else "")) and pasted.unknown:
            self._session.informed.emit(staff_paste.unknown_sentence(pasted.unknown))

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        widths = dict(zip(range(FIRST, AGREEMENT), WIDTHS, strict=True))
        self.table.set_optional({AGREEMENT: 640})
        self.table.set_widths({**widths, AGREEMENT: 250}, {AGREEMENT: 200})

    def _enable(self) -> None:
        is_writable = self._session.is_writable
        self.tools.setEnabled(is_writable)
        found = self.model.staff(self.table.currentIndex().row())
        differs = found is not None and any(_differs(one) for one in (found.headcount, found.fte))
        self.tools.buttons[0].setEnabled(is_writable and differs)


def _differs(found: Agreement) -> bool:
    """Whether there is a sum to take over."""
    return found.parts is not None and (found.whole is None or abs(found.parts - found.whole) > NOISE)

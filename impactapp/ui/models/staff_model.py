"""The staff of each profession in one unit as a Qt table, with the sum over all units beside what was stated."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from impactapp import labels
from impactapp.domain.analysis.checks import FindingCode
from impactapp.domain.analysis.headcount import ProfessionStaff, profession_staff
from impactapp.domain.analysis.staff_checks import line_findings
from impactapp.domain.edits.staff import STAFF_NUMBERS, set_staff
from impactapp.domain.problems import EditError
from impactapp.domain.profession import Profession
from impactapp.domain.quantities import parse_fte, parse_headcount
from impactapp.domain.staff import StaffLine
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import staff as words
from impactapp.labels.staff_findings import staff_finding_message
from impactapp.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TITLE = 0
FIRST, AGREEMENT = 1, 1 + len(STAFF_NUMBERS)
_ABOUT = {
    FindingCode.STAFF_FTE_ABOVE_HEADCOUNT: ("headcount", "fte"),
    FindingCode.STAFF_PARTS_ABOVE_HEADCOUNT: ("headcount", "experienced", "trainees"),
}


class StaffModel(QAbstractTableModel):
    """A row a profession of the study, for the unit that is shown; emptied, a number is not known any more."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._professions: tuple[Profession, ...] = ()
        self._lines: Mapping[str, StaffLine] = {}
        self._sums: Mapping[str, ProfessionStaff] = {}
        self._unit_id = ""

    @property
    def unit_id(self) -> str:
        """The unit whose staff is shown."""
        return self._unit_id

    def profession(self, row: int) -> Profession | None:
        """The profession of a row."""
        return self._professions[row] if 0 <= row < len(self._professions) else None

    def row_of(self, profession_id: str) -> int:
        """The row of a profession, -1 when it is not here."""
        return next((row for row, one in enumerate(self._professions) if one.id == profession_id), -1)

    def staff(self, row: int) -> ProfessionStaff | None:
        """What the units of the row's profession sum to; ``None`` where no unit states any."""
        profession = self.profession(row)
        return None if profession is None else self._sums.get(profession.id)

    def refresh(self, unit_id: str) -> None:
        """Follow the study, and the unit that is chosen."""
        study = self._session.study
        professions = study.professions if study else ()
        sums, lines = _sums(study), _lines(study, unit_id)
        if [one.id for one in professions] != [one.id for one in self._professions]:
            self.beginResetModel()
            self._professions, self._sums, self._lines, self._unit_id = professions, sums, lines, unit_id
            self.endResetModel()
            return
        self._professions, self._sums, self._lines, self._unit_id = professions, sums, lines, unit_id
        if professions:
            self.dataChanged.emit(self.index(0, 0), self.index(len(professions) - 1, AGREEMENT))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._professions)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else AGREEMENT + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        profession = self.profession(index.row()) if index.isValid() else None
        if profession is None:
            return None
        column = index.column()
        if role == Role.TextAlignmentRole:
            return _RIGHT if FIRST <= column < AGREEMENT else _LEFT
        if role == Role.EditRole:
            return self._typed(profession, column)
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._words(profession, column)
        if role != Role.AccessibleTextRole:
            return None
        said, heading = self._words(profession, column), _heading(column)
        return (
            said
            if column == TITLE
            else _("{heading} of {profession}: {value}").format(
                heading=heading, profession=profession.title, value=said or labels.UNKNOWN
            )
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return _RIGHT if FIRST <= section < AGREEMENT else _LEFT
        if role == Role.ToolTipRole and FIRST <= section < AGREEMENT:
            return words.staff_tip(STAFF_NUMBERS[section - FIRST])
        return _heading(section) if role in (Role.DisplayRole, Role.ToolTipRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_typed = index.isValid() and FIRST <= index.column() < AGREEMENT
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed and self._can_type() else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """``False`` when the text is refused; the reason is told."""
        profession = self.profession(index.row()) if index.isValid() else None
        if role != Role.EditRole or profession is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        # the other numbers of the line are to be those that a large change on its way leaves
        self._session.settle()
        typed = str(value).strip()
        if typed == self._typed(profession, index.column()):
            return True
        name = STAFF_NUMBERS[index.column() - FIRST]
        try:
            line = with_typed(self._line(profession), name, typed)
        except EditError as refusal:
            return self._session.tell_refusal(refusal)
        if not self._session.submit(set_staff([line], self._subject(profession))):
            return False
        self._tell_contradictions(line, name)
        return True

    def _tell_contradictions(self, line: StaffLine, name: str) -> None:
        """Say at once what the check of the study would say later of the number that was typed."""
        study = self._session.study
        found = [one for one in line_findings(line) if name in _ABOUT[one.code]]
        if study is not None and found:
            self._session.informed.emit(" ".join(staff_finding_message(one, study) for one in found))

    def _can_type(self) -> bool:
        return bool(self._unit_id) and self._session.is_writable

    def _subject(self, profession: Profession) -> str:
        study = self._session.study
        unit = study.staffing.unit(self._unit_id) if study else None
        return profession.title if unit is None else f"{profession.title}, {unit.title}"

    def _line(self, profession: Profession) -> StaffLine:
        return self._lines.get(profession.id, StaffLine(profession.id, self._unit_id))

    def _typed(self, profession: Profession, column: int) -> str:
        if not FIRST <= column < AGREEMENT:
            return self._words(profession, column)
        name = STAFF_NUMBERS[column - FIRST]
        number = getattr(self._line(profession), name)
        return "" if number is None else str(number) if name in words.PERSONS else labels.fte_input(number)

    def _words(self, profession: Profession, column: int) -> str:
        if column == TITLE:
            return profession.title
        if column == AGREEMENT:
            found = self._sums.get(profession.id)
            return "" if found is None else words.reconciliation(found)
        name = STAFF_NUMBERS[column - FIRST]
        number = getattr(self._line(profession), name)
        return "" if number is None else words.staff_number(name, number)


def with_typed(line: StaffLine, name: str, typed: str) -> StaffLine:
    """A line with one number as it is typed; refuses what is none."""
    number: Any = parse_headcount(typed) if name in words.PERSONS else parse_fte(typed)
    return replace(line, **{name: number})


def _heading(column: int) -> str:
    if column == TITLE:
        return _("Profession")
    return (
        _("Sum of the sites and services") if column == AGREEMENT else words.staff_title(STAFF_NUMBERS[column - FIRST])
    )


def _sums(study: Study | None) -> dict[str, ProfessionStaff]:
    return {} if study is None else {found.profession.id: found for found in profession_staff(study)}


def _lines(study: Study | None, unit_id: str) -> dict[str, StaffLine]:
    if study is None:
        return {}
    return {line.profession_id: line for line in study.staffing.lines if line.unit_id == unit_id}

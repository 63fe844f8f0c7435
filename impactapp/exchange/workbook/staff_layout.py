"""Where the tables of the sheet *Effectifs* stand, one under the other: units, lines, sums, official count."""

from dataclasses import dataclass

from impactapp.domain.analysis.headcount import category_staff, profession_staff
from impactapp.domain.edits.staff import STAFF_NUMBERS
from impactapp.domain.study import Study

FIRST = 4
# units
UNIT, KIND, SITE, PERSONS, FTE, EXPOSED_LOW, EXPOSED_HIGH = range(7)
# lines: profession, unit, numbers, time exposed
LINE_PROFESSION, LINE_UNIT, LINE_NUMBERS = 0, 1, 2
LINE_LOW, LINE_HIGH = LINE_NUMBERS + len(STAFF_NUMBERS), LINE_NUMBERS + len(STAFF_NUMBERS) + 1
LINE_PERSONS, LINE_FTE = LINE_NUMBERS, LINE_NUMBERS + 1
# hidden: the numbers of a line's unit, of its site and of its profession, by which the sums find it
LINE_UNIT_NUMBER, LINE_SITE_NUMBER, LINE_PROFESSION_NUMBER = range(LINE_HIGH + 1, LINE_HIGH + 4)
NUMBER = LINE_UNIT_NUMBER
LAST = LINE_HIGH
# hidden: by what a row is found again, and what the table is
OWN_ID, PROFESSION_ID, UNIT_ID, MARK = range(LINE_PROFESSION_NUMBER + 1, LINE_PROFESSION_NUMBER + 5)
# sums by profession and by category: whole, parts, difference, twice
NAME, WHOLE, PARTS, DIFFERENCE, FTE_WHOLE, FTE_PARTS, FTE_DIFFERENCE = range(7)
# groups of the official count
GROUP, GROUP_CATEGORY, GROUP_PERSONS, GROUP_FTE = range(4)


@dataclass(frozen=True, slots=True)
class StaffLayout:
    """The rows of one export, counted from 0; above its headings each table has its title and a hidden row of codes."""

    units: int
    lines: int
    professions: int
    categories: int
    groups: int

    @classmethod
    def of(cls, study: Study) -> "StaffLayout | None":
        """The shape this study needs, ``None`` where no staff is stated by unit or counted officially."""
        staffing = study.staffing
        if not staffing.units and staffing.census is None:
            return None
        groups = len(staffing.census.lines) if staffing.census else 0
        sums = len(profession_staff(study))
        return cls(len(staffing.units), len(staffing.lines), sums, len(category_staff(study)), groups)

    @property
    def units_header(self) -> int:
        """The headings of the units."""
        return FIRST

    @property
    def lines_header(self) -> int:
        """The headings of the lines."""
        return self.units_header + _room(self.units)

    @property
    def sums_header(self) -> int:
        """The headings of the sums by profession."""
        return self.lines_header + _room(self.lines)

    @property
    def categories_header(self) -> int:
        """The headings of the official count by category; its source is above."""
        return self.sums_header + _room(self.professions)

    @property
    def groups_header(self) -> int:
        """The headings of its groups."""
        return self.categories_header + _room(self.categories)

    @property
    def notes(self) -> int:
        """The row after them all."""
        return self.groups_header + _room(self.groups) - 3


def _room(rows: int) -> int:
    """Headings, rows, an empty row, the codes and the title of the next table."""
    return rows + 4 if rows else 0

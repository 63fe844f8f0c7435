"""What does not agree in the staff stated by unit, as findings with a place; without units or official count, none."""

from collections.abc import Iterator

from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.headcount import (
    category_staff,
    is_above_headcount,
    persons_in_parts,
    profession_staff,
)
from impactapp.domain.staff import StaffLine
from impactapp.domain.study import Study

# sums of hundredths of FTE differ by the noise of binary numbers
NOISE = 1e-6


def staff_findings(study: Study) -> Iterator[Finding]:
    """Lines that contradict themselves, then sums that are above what they are parts of."""
    for line in study.staffing.lines:
        yield from line_findings(line)
    for staff in profession_staff(study):
        if _is_above(staff.headcount.difference):
            yield Finding(FindingCode.UNITS_ABOVE_HEADCOUNT, staff.profession.id, number=staff.headcount.difference)
        if _is_above(staff.fte.difference):
            yield Finding(FindingCode.UNITS_ABOVE_FTE, staff.profession.id, number=staff.fte.difference)
    for found in category_staff(study):
        if _is_above(found.headcount.difference):
            yield Finding(FindingCode.STUDY_ABOVE_CENSUS, number=found.headcount.difference, category=found.category)


def line_findings(line: StaffLine) -> Iterator[Finding]:
    """Too many FTE for its persons; more experienced persons and trainees than persons."""
    if is_above_headcount(line.headcount, line.fte):
        yield Finding(FindingCode.STAFF_FTE_ABOVE_HEADCOUNT, line.profession_id, number=line.fte, unit_id=line.unit_id)
    parts = persons_in_parts(line)
    if line.headcount is not None and parts is not None and parts > line.headcount:
        yield Finding(FindingCode.STAFF_PARTS_ABOVE_HEADCOUNT, line.profession_id, number=parts, unit_id=line.unit_id)


def _is_above(difference: float | None) -> bool:
    return difference is not None and difference > NOISE

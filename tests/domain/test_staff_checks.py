"""Findings on the staff: more FTE than persons can work, and sums above what they are parts of."""

from dataclasses import replace

import pytest

from impactapp.domain.analysis.checks import Finding, FindingCode, Severity
from impactapp.domain.analysis.results import analyse
from impactapp.domain.edits.staff import add_units, take_sums
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category, Profession
from impactapp.domain.staff import NO_STAFFING, Census, CensusLine, Staffing, StaffLine, Unit
from impactapp.domain.study import Study
from tests import builders

UNITS = (Unit("w", "Médecine"), Unit("x", "Chirurgie"))
STAFF = {
    FindingCode.STAFF_FTE_ABOVE_HEADCOUNT,
    FindingCode.STAFF_PARTS_ABOVE_HEADCOUNT,
    FindingCode.UNITS_ABOVE_HEADCOUNT,
    FindingCode.UNITS_ABOVE_FTE,
    FindingCode.STUDY_ABOVE_CENSUS,
}


def study(*lines: StaffLine, headcount: int | None = 10, fte: float | None = 8.1, official: int | None = None) -> Study:
    made = Profession("p", "Métier", Category.CARE, headcount, fte)
    census = None
    if official is not None:
        census = Census("SAE", 2024, "CH", lines=(CensusLine("AID", "Aides", Category.CARE, official),))
    return replace(builders.study(made), staffing=Staffing(UNITS, lines, census))


def found(made: Study) -> list[Finding]:
    return [finding for finding in analyse(made).findings if finding.code in STAFF]


def test_a_line_with_more_fte_than_its_persons_can_work_is_a_remark_with_its_place() -> None:
    made = study(StaffLine("p", "w", 5, 6.0), StaffLine("p", "x", 1, 1.25), fte=None)
    assert found(made) == [Finding(FindingCode.STAFF_FTE_ABOVE_HEADCOUNT, "p", number=1.25, unit_id="x")]
    assert found(made)[0].severity is Severity.REMARK


def test_more_experienced_persons_and_trainees_than_persons_is_a_remark_with_its_place() -> None:
    lines = (StaffLine("p", "w", 4, experienced=3, trainees=2), StaffLine("p", "x", 4, experienced=4))
    assert found(study(*lines)) == [Finding(FindingCode.STAFF_PARTS_ABOVE_HEADCOUNT, "p", number=5, unit_id="w")]
    assert found(study(StaffLine("p", "w", 4, trainees=5)))[0].severity is Severity.REMARK
    assert found(study(StaffLine("p", "w", None, experienced=3, trainees=2))) == []


def test_units_that_sum_to_more_than_the_profession_are_found_whatever_the_noise_of_sums() -> None:
    above = study(StaffLine("p", "w", 6, 4.1), StaffLine("p", "x", 6, 4.2))
    persons, fte = found(above)
    assert persons == Finding(FindingCode.UNITS_ABOVE_HEADCOUNT, "p", number=2)
    assert (fte.code, fte.profession_id) == (FindingCode.UNITS_ABOVE_FTE, "p")
    assert fte.number == pytest.approx(0.2)
    assert found(study(StaffLine("p", "w", 4, 2.7), StaffLine("p", "x", 6, 5.4))) == []
    assert found(study(StaffLine("p", "w", 4, 2.0), headcount=None, fte=None)) == []


def test_professions_above_the_official_count_of_their_category_are_found() -> None:
    (finding,) = found(study(official=7))
    assert (finding.code, finding.category, finding.number) == (FindingCode.STUDY_ABOVE_CENSUS, Category.CARE, 3)
    assert found(study(official=10)) == []
    assert found(replace(study(), staffing=NO_STAFFING)) == []


def test_a_profession_takes_the_sum_of_its_units_over() -> None:
    made = study(StaffLine("p", "w", 6, 4.1), StaffLine("p", "x", 6, 4.2))
    (profession,) = take_sums(made.professions[0]).change(made).professions
    assert (profession.headcount, profession.fte) == (12, 8.3)
    half = study(StaffLine("p", "w", 6))
    (profession,) = take_sums(half.professions[0]).change(half).professions
    assert (profession.headcount, profession.fte) == (6, 8.1)
    fte_only = study(StaffLine("p", "w", None, 3.0))
    (profession,) = take_sums(fte_only.professions[0]).change(fte_only).professions
    assert (profession.headcount, profession.fte) == (10, 3.0)


def test_several_units_are_added_at_once_or_not_at_all() -> None:
    made = study()
    added = add_units([Unit("y", "Urgences"), Unit("z", "Gériatrie")], "").change(made)
    assert [unit.title for unit in added.staffing.units[2:]] == ["Urgences", "Gériatrie"]
    with pytest.raises(EditError) as caught:
        add_units([Unit("y", "Urgences"), Unit("z", "urgences")], "").change(made)
    assert caught.value.problem is Problem.TITLE_TAKEN

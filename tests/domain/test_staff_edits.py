"""Sites, services and their staff: what is stated holds, what makes no sense is refused and changes nothing."""

from dataclasses import replace

import pytest

from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.professions import remove_profession, set_difference
from impactapp.domain.edits.staff import add_unit, move_unit, remove_units, set_census, set_staff, set_unit
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category
from impactapp.domain.staff import Census, CensusLine, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from tests import builders

NORTH = Unit("n", "Site Nord", UnitKind.SITE)
SOUTH = Unit("s", "Site Sud", UnitKind.SITE)
WARD = Unit("w", "Médecine", site_id="n")
CENSUS = Census(
    "DREES, SAE", 2024, "CH du Nord", "010000024", (CensusLine("TEC", "Techniques", Category.TECHNICAL, 3),)
)


def made(*edits: Edit) -> Study:
    study = builders.study(builders.profession(1), builders.profession(2))
    for edit in (add_unit(NORTH), add_unit(SOUTH), add_unit(WARD), *edits):
        study = edit.change(study)
    return study


def refused(edit: Edit, study: Study | None = None) -> Problem:
    with pytest.raises(EditError) as caught:
        edit.change(study or made())
    return caught.value.problem


def test_units_stand_in_the_order_they_were_added_and_can_be_moved() -> None:
    assert made().staffing.units == (NORTH, SOUTH, WARD)
    assert made(move_unit(WARD, 0)).staffing.units == (WARD, NORTH, SOUTH)
    assert refused(move_unit(Unit("?", "?"), 0)) is Problem.UNKNOWN_UNIT


def test_a_unit_needs_a_name_of_its_own_where_it_stands() -> None:
    assert refused(add_unit(replace(NORTH, title="Autre"))) is Problem.ID_TAKEN
    assert refused(add_unit(Unit("x", "site nord", UnitKind.SITE))) is Problem.TITLE_TAKEN
    assert refused(set_unit(replace(SOUTH, title=" "))) is Problem.TITLE_EMPTY
    assert refused(set_unit(Unit("?", "?"))) is Problem.UNKNOWN_UNIT
    assert made(add_unit(Unit("w2", "Médecine", site_id="s"))).staffing.unit("w2") is not None


def test_a_service_stands_in_a_site_and_a_site_in_none() -> None:
    assert refused(set_unit(replace(WARD, site_id="w"))) is Problem.UNKNOWN_UNIT
    assert refused(set_unit(replace(WARD, site_id="?"))) is Problem.UNKNOWN_UNIT
    assert refused(set_unit(replace(SOUTH, site_id="n"))) is Problem.SITE_IN_A_SITE
    assert made(set_unit(replace(WARD, site_id="s"))).staffing.unit("w") == replace(WARD, site_id="s")


def test_the_services_of_a_site_outlive_it() -> None:
    without = made(set_staff([StaffLine("p1", "n", 1)], ""), remove_units(["n"], "Site Nord")).staffing
    assert without.units == (SOUTH, replace(WARD, site_id=""))
    assert without.lines == ()
    assert made(set_unit(replace(NORTH, kind=UnitKind.SERVICE))).staffing.unit("w") == replace(WARD, site_id="")
    assert refused(remove_units(["?"], "")) is Problem.UNKNOWN_UNIT


def test_a_site_stays_while_two_services_would_be_alike_without_it() -> None:
    other = Unit("w2", "médecine", site_id="s")
    study = made(add_unit(other), remove_units(["n"], ""))
    assert refused(remove_units(["s"], ""), study) is Problem.UNITS_ALIKE
    assert refused(set_unit(replace(SOUTH, kind=UnitKind.SERVICE)), study) is Problem.UNITS_ALIKE
    assert refused(remove_units(["n", "s"], ""), made(add_unit(other))) is Problem.UNITS_ALIKE
    assert remove_units(["s", "w2"], "").change(study).staffing.units == (replace(WARD, site_id=""),)


def test_removing_an_official_count_is_called_so() -> None:
    assert set_census(None).kind is EditKind.REMOVE_CENSUS
    assert set_census(CENSUS).kind is EditKind.SET_CENSUS


def test_staff_is_kept_in_the_order_of_professions_and_units() -> None:
    lines = [StaffLine("p2", "n", 1), StaffLine("p1", "w", 2, 1.5), StaffLine("p1", "n", 3)]
    study = made(*(set_staff([line], "") for line in lines))
    assert study.staffing.lines == (lines[2], lines[1], lines[0])
    assert study.staffing.line("p1", "w").fte == 1.5
    assert study.staffing.line("p2", "w").is_empty
    assert study.staffing.lines_of("p1") == (lines[2], lines[1])


def test_a_line_that_says_nothing_is_removed_and_the_same_again_changes_nothing() -> None:
    line = StaffLine("p1", "n", departures=0.5)
    study = made(set_staff([line], ""))
    assert set_staff([line], "").change(study) is study
    assert set_staff([StaffLine("p1", "n")], "").change(study).staffing.lines == ()


def test_staff_out_of_range_or_of_nowhere_is_refused() -> None:
    assert refused(set_staff([StaffLine("p1", "n", trainees=-1)], "")) is Problem.STAFF_OUT_OF_RANGE
    assert refused(set_staff([StaffLine("p1", "n", vacancies=float("nan"))], "")) is Problem.STAFF_OUT_OF_RANGE
    assert refused(set_staff([StaffLine("?", "n", 1)], "")) is Problem.UNKNOWN_PROFESSION
    assert refused(set_staff([StaffLine("p1", "?", 1)], "")) is Problem.UNKNOWN_UNIT


def test_removing_a_profession_removes_its_staff() -> None:
    study = made(set_staff([StaffLine("p1", "n", 1)], ""), set_staff([StaffLine("p2", "n", 1)], ""))
    assert remove_profession("p1", "").change(study).staffing.lines == (StaffLine("p2", "n", 1),)
    assert remove_profession("p1", "").change(made()).staffing == made().staffing


def test_an_official_count_is_taken_over_whole_or_not_at_all() -> None:
    assert made(set_census(CENSUS)).staffing.census == CENSUS
    assert made(set_census(CENSUS), set_census(None)).staffing.census is None
    assert refused(set_census(replace(CENSUS, year=24))) is Problem.YEAR_OUT_OF_RANGE
    twice = replace(CENSUS, lines=(*CENSUS.lines, *CENSUS.lines))
    assert refused(set_census(twice)) is Problem.ID_TAKEN
    wrong = CensusLine("TEC", "Techniques", Category.TECHNICAL, 1, -1.0)
    assert refused(set_census(replace(CENSUS, lines=(wrong,)))) is Problem.STAFF_OUT_OF_RANGE


def test_why_the_group_differs_is_kept_with_the_profession() -> None:
    study = made()
    said = set_difference(study.professions[0], " L’accueil compte \x00plus ici. ").change(study)
    assert said.professions[0].difference == "L’accueil compte plus ici."

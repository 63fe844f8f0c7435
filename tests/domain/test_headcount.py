"""The same staff stated twice: the differences are shown, never smoothed over."""

from dataclasses import replace

from impactapp.domain.analysis.headcount import (
    Agreement,
    category_staff,
    is_above_headcount,
    profession_staff,
    sites,
    unit_staff,
)
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import analyse
from impactapp.domain.profession import Category, Profession
from impactapp.domain.staff import Census, CensusLine, Staffing, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from tests import builders

UNITS = (Unit("n", "Nord", UnitKind.SITE), Unit("w", "Médecine", site_id="n"), Unit("x", "Chirurgie"))


def secretaries(headcount: int | None = 10, fte: float | None = 8.0) -> Profession:
    return replace(builders.secretary().professions[0], headcount=headcount, fte=fte)


def staffed(*lines: StaffLine, census: Census | None = None) -> Study:
    return replace(builders.study(secretaries()), staffing=Staffing(UNITS, lines, census))


def line(unit: str, headcount: int | None = None, fte: float | None = None) -> StaffLine:
    return StaffLine(secretaries().id, unit, headcount, fte)


def test_the_units_of_a_profession_are_summed_beside_what_was_stated() -> None:
    (found,) = profession_staff(staffed(line("w", 4, 3.5), line("x", 7, None)))
    assert found.headcount == Agreement(10, 11)
    assert found.headcount.difference == 1
    assert found.fte == Agreement(8.0, 3.5)
    assert profession_staff(staffed()) == ()
    assert Agreement(None, 3).difference is None
    assert Agreement(3, None).difference is None


def test_the_categories_of_the_official_count_are_compared_with_the_professions() -> None:
    lines = (
        CensusLine("AUTADM", "Administratifs", Category.ADMINISTRATIVE, 120, 110.0),
        CensusLine("TEC", "Techniques", Category.TECHNICAL, 40),
    )
    found = category_staff(staffed(census=Census("SAE", 2024, "CH", lines=lines)))
    assert [(one.category, one.headcount, one.fte) for one in found] == [
        (Category.ADMINISTRATIVE, Agreement(120, 10), Agreement(110.0, 8.0)),
        (Category.TECHNICAL, Agreement(40, None), Agreement(None, None)),
    ]
    assert category_staff(staffed()) == ()


def test_a_site_counts_its_services_and_only_what_has_both_rate_and_fte() -> None:
    study = staffed(line("n", 1, 1.0), line("w", 4, 3.0), line("x", 2, None))
    north, ward, surgery = unit_staff(analyse(study))
    assert (north.headcount, north.fte, north.fte_exposed) == (5, 4.0, Interval(4.0 * 0.4, 4.0 * 0.6))
    assert (ward.fte, ward.fte_exposed) == (3.0, Interval(3.0 * 0.4, 3.0 * 0.6))
    assert (surgery.headcount, surgery.fte, surgery.fte_exposed) == (2, None, Interval())
    assert sites(study) == UNITS[:1]


def test_more_fte_than_the_persons_can_work_is_found() -> None:
    assert not is_above_headcount(10, 12.0)
    assert is_above_headcount(10, 12.1)
    assert not is_above_headcount(None, 3.0)
    assert not is_above_headcount(3, None)

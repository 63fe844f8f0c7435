"""Studies with staff by site and service that exports are tried on."""

from dataclasses import replace

from impactapp.domain.profession import Category, Profession
from impactapp.domain.staff import Census, CensusLine, Staffing, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FO, MO

NORTH = Unit("n", "Site Nord", UnitKind.SITE)
SOUTH = Unit("s", "Site Sud", UnitKind.SITE)
WARD = Unit("w", "Médecine", site_id="n")
OTHER_WARD = Unit("o", "Médecine", site_id="s")
ALONE = Unit("a", "=Chirurgie")
CENSUS = Census(
    "DREES, SAE",
    2024,
    "CH du Nord",
    "010000024",
    (
        CensusLine("AUTADM", "Administratifs", Category.ADMINISTRATIVE, 40, 37.5),
        CensusLine("DIR", "Direction", Category.MANAGEMENT, 7, None),
        CensusLine("AID", "Aides-soignants", Category.CARE, 5, 4.25),
    ),
)


def staffed() -> Study:
    """Two sites with a service of one name each, a service alone, three professions of which one is not rated."""
    secretary = builders.secretary().professions[0]
    aide = Profession("aide", "Aide-soignant", Category.CARE, 9, None, (builders.task(1, MO, FO),))
    unrated = Profession("new", "Ambulancier", Category.TECHNICAL, None, 3.0, (builders.task(2),))
    lines = (
        StaffLine(secretary.id, "n", 2, 2.0, 1, 1, 0.5, 0.25),
        StaffLine(secretary.id, "w", 20, 17.1, 15),
        StaffLine(secretary.id, "a", 14, 11.2),
        StaffLine("aide", "o", 8, 7.5),
        StaffLine("aide", "a", None, 2.0, departures=1.5),
        StaffLine("new", "s", 4, 5.5),
    )
    staffing = Staffing((NORTH, WARD, SOUTH, OTHER_WARD, ALONE), lines, CENSUS)
    return replace(builders.secretary(), professions=(secretary, aide, unrated), staffing=staffing)


def counted_only() -> Study:
    """An official count and nothing by unit."""
    return replace(builders.secretary(), staffing=Staffing(census=CENSUS))


def without_lines() -> Study:
    """Units of which nothing is stated."""
    return replace(builders.secretary(), staffing=Staffing((NORTH, WARD)))

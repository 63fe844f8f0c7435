"""A study with skills, staff by unit, an official count and scenarios: something in every sheet of its workbook."""

from dataclasses import replace

from impactapp.domain.profession import Category
from impactapp.domain.scenario import Adoption, Scenario, Use
from impactapp.domain.staff import Census, CensusLine, Staffing, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from tests import builders

NORTH = Unit("n", "Site Nord", UnitKind.SITE)
WARD = Unit("w", "Médecine", site_id="n")
SURGERY = Unit("c", "Chirurgie")
CAREFUL = Scenario("s0", "Prudent", 3)
QUICK = Scenario(
    "s1",
    "Rapide",
    5,
    Adoption.STATED,
    (0.1, 0.3),
    None,
    0.2,
    None,
    None,
    0.05,
    (Use("Accueil", 0.4), Use("Formation")),
    "Une note",
)


def study() -> Study:
    """A secretary of whom three activities are kept, in two services."""
    base = builders.skilled()
    (whole,) = base.professions
    kept = {task.id for task in whole.tasks[:3]}
    skills = tuple(
        replace(one, links=tuple(link for link in one.links if link.task_id in kept)) for one in whole.skills[:2]
    )
    known = {one.id for one in skills}
    barriers = tuple(one for one in whole.barriers if known.issuperset(one.skill_ids))
    secretary = replace(whole, tasks=whole.tasks[:3], skills=skills, barriers=barriers)
    lines = (StaffLine(secretary.id, "w", 20, 17.1, 15), StaffLine(secretary.id, "c", None, 2.0, departures=1.5))
    census = Census(
        "DREES, SAE",
        2024,
        "CH du Nord",
        "010000024",
        (CensusLine("ADM", "Administratifs", Category.ADMINISTRATIVE, 40, 37.5),),
    )
    return replace(
        base,
        professions=(secretary,),
        staffing=Staffing((NORTH, WARD, SURGERY), lines, census),
        scenarios=(CAREFUL, QUICK),
    )

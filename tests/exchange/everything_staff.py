"""Staff, an official count and scenarios in which each stored column holds a value found nowhere else."""

from impactapp.domain.profession import Category
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Scenario, Use
from impactapp.domain.staff import Census, CensusLine, Staffing, StaffLine, Unit, UnitKind

_SITE = Unit("id-site", "Titre-site", UnitKind.SITE)
_SERVICE = Unit("id-service", "Titre-service", UnitKind.SERVICE, _SITE.id)


def staffing(profession_id: str) -> Staffing:
    """A service in a site, the staff of a profession there, and one group of an official count."""
    line = StaffLine(profession_id, _SERVICE.id, 5903, 587.3, 2903, 1709, 83.9, 67.9)
    counted = CensusLine("code-groupe", "Titre-groupe", Category.MEDICO_TECHNICAL, 6911, 641.9)
    census = Census("Source-comptage", 2029, "Etablissement-compte", "code-etablissement", (counted,))
    return Staffing((_SITE, _SERVICE), (line,), census)


def scenarios() -> tuple[Scenario, ...]:
    """One whose curve is stated year by year, with all its settings."""
    uses = (Use("Usage-un", 0.3913), Use("Usage-deux", 0.2711))
    costs = {"control": 0.1379, "training": 0.0467, "drills": 0.0259, "departures": 0.0733}
    stated = (0.1193, 0.4639, 0.8971)
    return (
        Scenario(
            "id-scenario",
            "Titre-scenario",
            3,
            Adoption.STATED,
            stated,
            Rule.WEIGHTED,
            **costs,
            uses=uses,
            note="Note-s",
        ),
    )

"""Units, staff and scenarios for tests: those of a small hospital, and hypothesis strategies for any."""

from collections.abc import Sequence

from hypothesis import strategies as st

from impactapp.domain.profession import Category, Profession
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Scenario, Use
from impactapp.domain.staff import NO_STAFFING, Census, CensusLine, Staffing, StaffLine, Unit, UnitKind

NORTH = Unit("u-north", "Site Nord", UnitKind.SITE)
WARD = Unit("u-ward", "Médecine", UnitKind.SERVICE, "u-north")
SURGERY = Unit("u-surgery", "Chirurgie")
CENSUS = Census(
    "DREES, SAE",
    2024,
    "CH du Nord",
    "010000024",
    (
        CensusLine("AUTADM", "Administratifs", Category.ADMINISTRATIVE, 151, 137.5),
        CensusLine("TEC", "Techniques", Category.TECHNICAL, None, 40.0),
    ),
)
PRUDENT = Scenario(
    "s-prudent",
    "Prudent",
    5,
    Adoption.LOGISTIC,
    rule=Rule.WEIGHTED,
    control=0.25,
    training=0.02,
    drills=0.01,
    departures=0.03,
    uses=(Use("Accueil", 0.5), Use("Coordination")),
    note="Ce que le groupe a retenu.",
)
STATED = Scenario("s-stated", "Année par année", 3, Adoption.STATED, (0.1, 0.25, 0.6))

_parts = st.none() | st.integers(0, 100).map(lambda hundredth: hundredth / 100)
_persons = st.none() | st.integers(0, 500)
_fte = st.none() | st.integers(0, 5000).map(lambda tenth: tenth / 10)


def staffing(profession_id: str) -> Staffing:
    """Three units, two of which state the staff of a profession, and an official count."""
    lines = (
        StaffLine(profession_id, WARD.id, 4, 3.5, 3, 1, 0.5, 1.0),
        StaffLine(profession_id, SURGERY.id, 7, 6.25),
    )
    return Staffing((NORTH, WARD, SURGERY), lines, CENSUS)


@st.composite
def staffings(draw: st.DrawFn, professions: Sequence[Profession]) -> Staffing:
    """Any staffing the edits can make."""
    if draw(st.booleans()):
        return NO_STAFFING
    units = draw(st.sampled_from([(), (SURGERY,), (NORTH, WARD, SURGERY), (SURGERY, WARD, NORTH)]))
    places = [(profession.id, unit.id) for profession in professions for unit in units]
    said = draw(st.lists(st.sampled_from(places), max_size=3, unique=True)) if places else []
    made = (StaffLine(*place, *(draw(_persons), draw(_fte))) for place in sorted(said, key=places.index))
    lines = tuple(line for line in made if not line.is_empty)
    return Staffing(units, lines, draw(st.sampled_from([None, CENSUS])))


@st.composite
def scenarios(draw: st.DrawFn, rules: Sequence[Rule]) -> tuple[Scenario, ...]:
    """Any scenarios the edits can make."""
    made = []
    for number in range(draw(st.sampled_from([0, 0, 1, 2]))):
        horizon = draw(st.integers(1, 10))
        years = sorted(draw(st.lists(st.integers(0, 100), max_size=min(3, horizon))))
        uses = tuple(Use(title, draw(_parts.map(lambda part: part and part / 3))) for title in ("Accueil", "Absences"))
        made.append(
            Scenario(
                f"s{number}",
                f"Scénario {number}",
                horizon,
                draw(st.sampled_from(Adoption)),
                tuple(year / 100 for year in years),
                draw(st.sampled_from([None, *rules])),
                draw(_parts),
                draw(_parts),
                draw(_parts),
                draw(_parts),
                draw(st.sampled_from([(), uses])),
                draw(st.sampled_from(["", "Une note\nsur deux lignes"])),
            )
        )
    return tuple(made)

"""The barriers the tool knows, with what is known of them; their words and limits are the labels'."""

from dataclasses import dataclass
from enum import StrEnum

from impactapp.domain.skill import Mechanism


class Evidence(StrEnum):
    """A published work, or the lack of one; the labels floor tells its figure and its limit together."""

    BUDZYN_2025 = "budzyn_2025"
    SAVARDI_2025 = "savardi_2025"
    DRATSCH_2023 = "dratsch_2023"
    CASNER_2014 = "casner_2014"
    TATEL_2025 = "tatel_2025"
    NATURE_MEDICINE_2026 = "nature_medicine_2026"
    VOLZ_2020 = "volz_2020"
    ANDERSON_2019 = "anderson_2019"
    STEFANIDIS_2006 = "stefanidis_2006"
    DEFT_AI_2025 = "deft_ai_2025"
    NHS_HEE = "nhs_hee"
    GUARANTEE_COLLEGE = "guarantee_college"
    EXPLANATIONS_2023 = "explanations_2023"


@dataclass(frozen=True, slots=True)
class BarrierCard:
    """A barrier of the catalogue: its code, what it is offered against (ours), and the works it rests on."""

    code: str
    against: tuple[Mechanism, ...]
    evidence: tuple[Evidence, ...]


_STAFF = (Mechanism.ATROPHY,)
_TRAINEES = (Mechanism.NON_ACQUISITION,)
_BOTH = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)

BARRIER_CARDS = (
    BarrierCard("unaided_practice", _BOTH, (Evidence.VOLZ_2020,)),
    BarrierCard("refreshers", _STAFF, (Evidence.ANDERSON_2019, Evidence.STEFANIDIS_2006)),
    BarrierCard("manual_share", _BOTH, (Evidence.NHS_HEE,)),
    BarrierCard("baseline_test", _TRAINEES, (Evidence.NATURE_MEDICINE_2026,)),
    BarrierCard("supervised_integration", _TRAINEES, (Evidence.NATURE_MEDICINE_2026,)),
    BarrierCard("structured_debrief", _BOTH, (Evidence.DEFT_AI_2025,)),
    BarrierCard("file_review", _STAFF, (Evidence.GUARANTEE_COLLEGE,)),
)


def card(code: str) -> BarrierCard | None:
    """The card of a code, ``None`` for a barrier of the user's own."""
    return next((known for known in BARRIER_CARDS if known.code == code), None)

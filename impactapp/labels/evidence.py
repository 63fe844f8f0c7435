"""The published works and the measures of the catalogue in words: a figure, its limit and its source never part."""

from dataclasses import dataclass

from impactapp.domain.barrier_cards import Evidence
from impactapp.i18n import _
from impactapp.labels.evidence_limits import evidence_limit

_SOURCES = {
    Evidence.BUDZYN_2025: "Budzyń 2025, Lancet Gastroenterology & Hepatology, doi 10.1016/S2468-1253(25)00133-5",
    Evidence.SAVARDI_2025: "Savardi 2025, Insights into Imaging, doi 10.1186/s13244-024-01893-4",
    Evidence.DRATSCH_2023: "Dratsch 2023, Radiology",
    Evidence.CASNER_2014: "Casner 2014, Human Factors",
    Evidence.TATEL_2025: "Tatel & Ackerman 2025, Psychological Bulletin, doi 10.1037/bul0000481",
    Evidence.NATURE_MEDICINE_2026: "Nature Medicine 2026 (perspective)",
    Evidence.VOLZ_2020: "Volz & Dorneich 2020",
    Evidence.ANDERSON_2019: "Anderson 2019, Resuscitation 135:153",
    Evidence.STEFANIDIS_2006: "Stefanidis 2006",
    Evidence.DEFT_AI_2025: "Abdulnour et al. 2025, NEJM (DEFT-AI)",
    Evidence.NHS_HEE: "NHS HEE",
    Evidence.GUARANTEE_COLLEGE: "Ethik-IA",
    Evidence.EXPLANATIONS_2023: "Scientific Reports 2023",
}


@dataclass(frozen=True, slots=True)
class EvidenceWords:
    """A published work in words; ``limit`` is shown wherever ``finding`` is."""

    title: str
    finding: str
    limit: str
    source: str


def evidence_source(evidence: Evidence) -> str:
    """Where to read a work: the same in every language."""
    return _SOURCES[evidence]


def evidence_card(evidence: Evidence) -> EvidenceWords:
    """What a work found, what it does not show, and where to read it."""
    title, finding = {**_losses(), **_measures()}[evidence]
    return EvidenceWords(title, finding, evidence_limit(evidence), evidence_source(evidence))


def evidence_in_order() -> tuple[EvidenceWords, ...]:
    """Every card: what is known of the losses, then of the measures."""
    return tuple(evidence_card(evidence) for evidence in (*_losses(), *_measures()))


def _losses() -> dict[Evidence, tuple[str, str]]:
    return {
        Evidence.BUDZYN_2025: (
            _("Detection without assistance, after AI"),
            _(
                "Adenoma detection without assistance was 28.4% before exposure to AI and 22.4% after (difference "
                "−6.0 points, 95% confidence interval −10.5 to −1.6)."
            ),
        ),
        Evidence.SAVARDI_2025: (
            _("Residents reading with AI"),
            _("8 residents: agreement went up with the AI on."),
        ),
        Evidence.DRATSCH_2023: (
            _("Wrong advice from AI"),
            _("Wrong advice from AI sways inexperienced readers most (automation bias)."),
        ),
        Evidence.CASNER_2014: (
            _("Pilots and automation"),
            _("16 pilots: hand skills mostly intact, cognitive skills weakened."),
        ),
        Evidence.TATEL_2025: (
            _("What fades without practice"),
            _("Half of the acquired gain is lost after about 6.5 months (accuracy), 11 (mixed) or 13 (speed)."),
        ),
        Evidence.NATURE_MEDICINE_2026: (
            _("Non-acquisition in training"),
            _("Proposes, for trainees, a baseline test before access to AI and supervised integration."),
        ),
    }


def _measures() -> dict[Evidence, tuple[str, str]]:
    return {
        Evidence.VOLZ_2020: (
            _("Scheduled unaided practice"),
            _("Supports practice without assistance at scheduled times."),
        ),
        Evidence.ANDERSON_2019: (
            _("Short and frequent refreshers"),
            _(
                "167 participants: excellent cardiopulmonary resuscitation at 12 months for 58% with monthly sessions, "
                "26% every 3 months, 21% every 6 months, 15% yearly."
            ),
        ),
        Evidence.STEFANIDIS_2006: (
            _("Refreshers of a technical gesture"),
            _("18 participants: 95% with refreshers against 90% without, at 6 months."),
        ),
        Evidence.DEFT_AI_2025: (
            _("Structured debrief"),
            _("Proposes a structured debrief of work done with AI (DEFT-AI)."),
        ),
        Evidence.NHS_HEE: (
            _("Share of cases kept manual"),
            _("Guidance: a share of cases is kept manual."),
        ),
        Evidence.GUARANTEE_COLLEGE: (
            _("College of human guarantee"),
            _("A college reviews files after the fact (principle of human guarantee)."),
        ),
        Evidence.EXPLANATIONS_2023: (
            _("Explanations given by AI"),
            _("Explanations given by the AI had a limited effect."),
        ),
    }

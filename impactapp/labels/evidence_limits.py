"""What each published work does not show: the half of its card that keeps the other one honest."""

from impactapp.domain.barrier_cards import Evidence
from impactapp.i18n import _


def evidence_limit(evidence: Evidence) -> str:
    """The limit to print wherever the finding is."""
    return {**_losses(), **_measures()}[evidence]


def _losses() -> dict[Evidence, str]:
    return {
        Evidence.BUDZYN_2025: _("Observational study in 4 Polish centres; a correction exists."),
        Evidence.SAVARDI_2025: _(
            "Nothing was tested with the AI off: the study shows neither a loss nor a gain of skill."
        ),
        Evidence.DRATSCH_2023: _("Radiology only: for another profession, this is an extrapolation."),
        Evidence.CASNER_2014: _("Small sample, outside health care: for a hospital, this is an extrapolation."),
        Evidence.TATEL_2025: _(
            "Total non-use, procedural skills with a motor part; administrative work is an extrapolation; "
            "relearning is quick. Order of magnitude from the literature, not a forecast."
        ),
        Evidence.NATURE_MEDICINE_2026: _(
            "A perspective, not a trial: direct evidence of non-acquisition in medical training “is absent”."
        ),
    }


def _measures() -> dict[Evidence, str]:
    return {
        Evidence.VOLZ_2020: _("This tool quotes no figure for it; its effect on your skills is to be observed."),
        Evidence.ANDERSON_2019: _(
            "One gesture, with feedback: for another skill, this is an extrapolation. "
            "Some booster trials found no effect."
        ),
        Evidence.STEFANIDIS_2006: _("Very small sample and small difference."),
        Evidence.DEFT_AI_2025: _("A proposed method; this tool quotes no measured effect for it."),
        Evidence.NHS_HEE: _("Guidance, not a trial; this tool quotes no measured effect for it."),
        Evidence.GUARANTEE_COLLEGE: _("Its effect on skill has not been measured."),
        Evidence.EXPLANATIONS_2023: _("One study; this tool does not count explanations as a measure."),
    }

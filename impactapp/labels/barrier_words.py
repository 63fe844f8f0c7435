"""The measures of the catalogue in words: what each is, and the limit of what is known of it."""

from dataclasses import dataclass

from impactapp.domain.barrier_cards import Evidence, card
from impactapp.i18n import _
from impactapp.labels.evidence import evidence_source
from impactapp.labels.evidence_limits import evidence_limit


@dataclass(frozen=True, slots=True)
class BarrierWords:
    """A measure in words; ``limit`` is shown wherever the measure is offered."""

    title: str
    description: str
    limit: str


def barrier_words(code: str) -> BarrierWords:
    """The measure of a code; that of the group's own where the catalogue has none."""
    known = card(code)
    if known is None:
        return BarrierWords(
            _("Measure of the group"),
            _("A measure the group words itself."),
            _("No published work of this catalogue speaks of its effect."),
        )
    title, description = _catalogue()[code]
    return BarrierWords(title, description, " ".join(map(_limit, known.evidence)))


def _limit(evidence: Evidence) -> str:
    """A measure may rest on several works: each limit is said of its own."""
    return _("{source}: {limit}").format(source=evidence_source(evidence), limit=evidence_limit(evidence))


def _catalogue() -> dict[str, tuple[str, str]]:
    return {
        "unaided_practice": (
            _("Scheduled unaided practice"),
            _("Times set in the schedule when the work is done without AI."),
        ),
        "refreshers": (
            _("Short and frequent refreshers"),
            _("Short sessions, often, with feedback on what was done."),
        ),
        "manual_share": (
            _("Share of cases kept manual"),
            _("A share of cases, ordinary ones included, is done without AI."),
        ),
        "baseline_test": (
            _("Baseline test before access to AI"),
            _("Trainees show what they can do without AI before they are given access to it."),
        ),
        "supervised_integration": (
            _("Supervised integration of AI"),
            _("Trainees take up AI step by step, with an experienced colleague."),
        ),
        "structured_debrief": (
            _("Structured debrief (DEFT-AI)"),
            _("Work done with AI is discussed afterwards, following a set structure."),
        ),
        "file_review": (
            _("Review of files after the fact"),
            _("Files handled with AI are reread by people after the fact, as a college of human guarantee does."),
        ),
    }

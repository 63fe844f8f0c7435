"""A published work on one card: its figure, its limit and its source are one text and never part."""

from impactapp.domain.barrier_cards import card
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.labels.skills import EvidenceWords
from impactapp.ui.widgets.skills.panel import Said


def evidence_text(words: EvidenceWords) -> str:
    """What is shown and copied of a work."""
    return "\n".join(
        (
            words.finding,
            _("Limit: {limit}").format(limit=words.limit),
            _("Source: {source}").format(source=words.source),
        )
    )


def card_lines(code: str) -> list[Said]:
    """A measure of the catalogue: what it is, what it is offered against, and what is known of it."""
    known, words = card(code), skill_labels.barrier_words(code)
    if known is None:
        return [Said(words.limit, "small")]
    offered = _("Offered against {mechanisms} (a choice of this tool).").format(
        mechanisms=skill_labels.against_words(known.against)
    )
    return [
        Said(words.description),
        Said(offered, "muted"),
        Said(_("What is known of it"), "strong"),
        *(Said(evidence_text(skill_labels.evidence_card(evidence)), note=True) for evidence in known.evidence),
    ]

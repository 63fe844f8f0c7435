"""Words about skills, measures and evidence, in the chosen language at each call."""

from impactapp.labels.barrier_words import BarrierWords, barrier_words
from impactapp.labels.evidence import EvidenceWords, evidence_card, evidence_in_order
from impactapp.labels.limits import model_limits, never_skilling_limit, retention_limits, unrestored_limit
from impactapp.labels.skill_sentences import (
    basis_sentence,
    exposure_rule_sentence,
    hours_sentence,
    link_sentence,
    oversight_sentence,
    skill_sentence,
    skills_headline,
)
from impactapp.labels.skill_sources import SOURCE_MARK, skill_title, sources_sentence
from impactapp.labels.skill_words import (
    against_words,
    criticality_sentence,
    criticality_word,
    exposure_range_word,
    exposure_word,
    intensity_word,
    kind_word,
    listed,
    mechanism_sentence,
    mechanism_word,
    retention_word,
    stage_sentence,
    stage_word,
    state_word,
)

__all__ = [
    "SOURCE_MARK",
    "BarrierWords",
    "EvidenceWords",
    "against_words",
    "barrier_words",
    "basis_sentence",
    "criticality_sentence",
    "criticality_word",
    "evidence_card",
    "evidence_in_order",
    "exposure_range_word",
    "exposure_rule_sentence",
    "exposure_word",
    "hours_sentence",
    "intensity_word",
    "kind_word",
    "link_sentence",
    "listed",
    "mechanism_sentence",
    "mechanism_word",
    "model_limits",
    "never_skilling_limit",
    "oversight_sentence",
    "retention_limits",
    "retention_word",
    "skill_sentence",
    "skill_title",
    "skills_headline",
    "sources_sentence",
    "stage_sentence",
    "stage_word",
    "state_word",
    "unrestored_limit",
]

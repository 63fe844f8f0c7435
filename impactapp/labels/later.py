"""Which module says what is imported only when it is first said; the names are those of the package."""

LATER = {
    "barrier_words": "BarrierWords barrier_words",
    "evidence": "EvidenceWords evidence_card evidence_in_order",
    "finding_groups": "FindingGroup counted_findings finding_group_title finding_groups group_message group_where",
    "findings": "finding_message finding_where",
    "limits": "model_limits never_skilling_limit retention_limits unrestored_limit",
    "minutes": "minutes_lines",
    "skill_sentences": (
        "basis_sentence exposure_rule_sentence hours_sentence link_sentence oversight_sentence "
        "skill_sentence skills_headline"
    ),
    "skill_sources": "SOURCE_MARK skill_title sources_sentence",
    "skill_words": (
        "against_words criticality_sentence criticality_word exposure_range_word exposure_word "
        "intensity_word kind_word listed mechanism_sentence mechanism_word retention_word stage_sentence "
        "stage_word state_word"
    ),
    "workshop_sentences": (
        "agenda_rule_sentence agenda_sentence alpha_sentence consensus_sentence distance_sentence "
        "gap_sentence hidden_sentence panel_sentence privacy_sentence proposal_sentence secrecy_sentence "
        "simulated_sentence small_groups_sentence thresholds_sentence time_words"
    ),
    "workshop_words": (
        "agreement_word answer_word group_kind_word group_title moment_word position_word question_short "
        "question_words reliability_word scope_sentence scope_word survey_text trace_word"
    ),
}

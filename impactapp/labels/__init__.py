"""Words for the codes of the domain, in the chosen language at each call; imports domain and i18n only.

What the matrix does not say is imported when it is first said: a tenth of a bare start.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from impactapp.labels.definitions import (
    DEFINITION_KEYS,
    default_definition,
    definition,
    definition_title,
)
from impactapp.labels.edits import (
    edit_words,
)
from impactapp.labels.later import LATER
from impactapp.labels.numbers import (
    UNKNOWN,
    clock,
    day,
    fte,
    fte_figures,
    fte_input,
    fte_range,
    headcount,
    hours,
    moment,
    percent,
    percent_down,
    percent_range,
    points,
    ratio,
    share,
    share_input,
)
from impactapp.labels.refusals import (
    problem_sentences,
    sentence,
)
from impactapp.labels.rules import (
    rule_sentence,
    rule_word,
    weighting_sentence,
    weighting_word,
)
from impactapp.labels.sentences import (
    exposed_sentence,
    headline,
    interval_sentence,
    missing_sentence,
    proposal_reason,
)
from impactapp.labels.words import (
    aspect_short,
    aspect_word,
    category_word,
    hypothesis_mark,
    hypothesis_short,
    hypothesis_word,
    level_letters,
    level_word,
    read_level,
    severity_word,
    shares_word,
)

if TYPE_CHECKING:
    from impactapp.labels.barrier_words import (
        BarrierWords,
        barrier_words,
    )
    from impactapp.labels.evidence import (
        EvidenceWords,
        evidence_card,
        evidence_in_order,
    )
    from impactapp.labels.finding_groups import (
        FindingGroup,
        counted_findings,
        finding_group_title,
        finding_groups,
        group_message,
        group_where,
    )
    from impactapp.labels.findings import (
        finding_message,
        finding_where,
    )
    from impactapp.labels.limits import (
        model_limits,
        never_skilling_limit,
        retention_limits,
        unrestored_limit,
    )
    from impactapp.labels.minutes import (
        minutes_lines,
    )
    from impactapp.labels.skill_sentences import (
        basis_sentence,
        exposure_rule_sentence,
        hours_sentence,
        link_sentence,
        oversight_sentence,
        skill_sentence,
        skills_headline,
    )
    from impactapp.labels.skill_sources import (
        SOURCE_MARK,
        skill_title,
        sources_sentence,
    )
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
    from impactapp.labels.workshop_sentences import (
        agenda_rule_sentence,
        agenda_sentence,
        alpha_sentence,
        consensus_sentence,
        distance_sentence,
        gap_sentence,
        hidden_sentence,
        panel_sentence,
        privacy_sentence,
        proposal_sentence,
        secrecy_sentence,
        simulated_sentence,
        small_groups_sentence,
        thresholds_sentence,
        time_words,
    )
    from impactapp.labels.workshop_words import (
        agreement_word,
        answer_word,
        group_kind_word,
        group_title,
        moment_word,
        position_word,
        question_short,
        question_words,
        reliability_word,
        scope_sentence,
        scope_word,
        survey_text,
        trace_word,
    )

__all__ = [
    "DEFINITION_KEYS",
    "SOURCE_MARK",
    "UNKNOWN",
    "BarrierWords",
    "EvidenceWords",
    "FindingGroup",
    "against_words",
    "agenda_rule_sentence",
    "agenda_sentence",
    "agreement_word",
    "alpha_sentence",
    "answer_word",
    "aspect_short",
    "aspect_word",
    "barrier_words",
    "basis_sentence",
    "category_word",
    "clock",
    "consensus_sentence",
    "counted_findings",
    "criticality_sentence",
    "criticality_word",
    "day",
    "default_definition",
    "definition",
    "definition_title",
    "distance_sentence",
    "edit_words",
    "evidence_card",
    "evidence_in_order",
    "exposed_sentence",
    "exposure_range_word",
    "exposure_rule_sentence",
    "exposure_word",
    "finding_group_title",
    "finding_groups",
    "finding_message",
    "finding_where",
    "fte",
    "fte_figures",
    "fte_input",
    "fte_range",
    "gap_sentence",
    "group_kind_word",
    "group_message",
    "group_title",
    "group_where",
    "headcount",
    "headline",
    "hidden_sentence",
    "hours",
    "hours_sentence",
    "hypothesis_mark",
    "hypothesis_short",
    "hypothesis_word",
    "intensity_word",
    "interval_sentence",
    "kind_word",
    "level_letters",
    "level_word",
    "link_sentence",
    "listed",
    "mechanism_sentence",
    "mechanism_word",
    "minutes_lines",
    "missing_sentence",
    "model_limits",
    "moment",
    "moment_word",
    "never_skilling_limit",
    "oversight_sentence",
    "panel_sentence",
    "percent",
    "percent_down",
    "percent_range",
    "points",
    "position_word",
    "privacy_sentence",
    "problem_sentences",
    "proposal_reason",
    "proposal_sentence",
    "question_short",
    "question_words",
    "ratio",
    "read_level",
    "reliability_word",
    "retention_limits",
    "retention_word",
    "rule_sentence",
    "rule_word",
    "scope_sentence",
    "scope_word",
    "secrecy_sentence",
    "sentence",
    "severity_word",
    "share",
    "share_input",
    "shares_word",
    "simulated_sentence",
    "skill_sentence",
    "skill_title",
    "skills_headline",
    "small_groups_sentence",
    "sources_sentence",
    "stage_sentence",
    "stage_word",
    "state_word",
    "survey_text",
    "thresholds_sentence",
    "time_words",
    "trace_word",
    "unrestored_limit",
    "weighting_sentence",
    "weighting_word",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        for module, names in LATER.items():
            if name in names.split():
                return getattr(import_module(f"{__name__}.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""The words of the codes of skills: their kind, their worded scales, the mechanisms that cost them, the measures."""

from collections.abc import Sequence

from impactapp.domain.level import Level
from impactapp.domain.skill import BarrierState, Criticality, Mechanism, Retention, SkillKind, Stage
from impactapp.i18n import _


def kind_word(kind: SkillKind) -> str:
    """What a skill is made of."""
    return {
        SkillKind.COGNITIVE: _("Cognitive"),
        SkillKind.GESTURE: _("Technical gesture"),
        SkillKind.RELATIONAL: _("Relational"),
        SkillKind.ORGANISATIONAL: _("Organisational"),
    }[kind]


def criticality_word(criticality: Criticality) -> str:
    """« 3 · vitale »: the number always beside the word."""
    return {
        Criticality.USEFUL: _("1 · useful"),
        Criticality.IMPORTANT: _("2 · important"),
        Criticality.VITAL: _("3 · vital"),
    }[criticality]


def criticality_sentence(criticality: Criticality) -> str:
    """One step of the worded scale; ours."""
    return {
        Criticality.USEFUL: _("Useful: the work can go on for a time without it."),
        Criticality.IMPORTANT: _("Important: the quality of the work depends on it."),
        Criticality.VITAL: _("Vital: must remain when the AI is down, or is needed to oversee it."),
    }[criticality]


def retention_word(retention: Retention) -> str:
    """Which part of a skill fades when it is not used."""
    return {
        Retention.ACCURACY: _("Accuracy"),
        Retention.MIXED: _("Mixed (accuracy and speed)"),
        Retention.SPEED: _("Speed"),
    }[retention]


def stage_word(stage: Stage) -> str:
    """The learning stage an activity feeds."""
    return {
        Stage.THEORY: _("Theory"),
        Stage.PRACTICE: _("Practice"),
        Stage.METACOGNITION: _("Metacognition"),
    }[stage]


def stage_sentence(stage: Stage) -> str:
    """What one learns at a stage."""
    return {
        Stage.THEORY: _("Theory: recall what was learnt."),
        Stage.PRACTICE: _(
            "Practice: do what was learnt. An AI that takes it away from trainees causes non-acquisition."
        ),
        Stage.METACOGNITION: _("Metacognition: adapt and correct."),
    }[stage]


def mechanism_word(mechanism: Mechanism) -> str:
    """The name of a way AI can cost a skill."""
    return {
        Mechanism.ATROPHY: _("Atrophy"),
        Mechanism.NON_ACQUISITION: _("Non-acquisition"),
        Mechanism.MIS_SKILLING: _("Adopted errors"),
    }[mechanism]


def mechanism_sentence(mechanism: Mechanism) -> str:
    """What a mechanism is, whom it concerns, and who names it so."""
    return {
        Mechanism.ATROPHY: _(
            "Atrophy (deskilling): a skill once held fades for lack of practice on common cases. It concerns "
            "experienced staff. Vocabulary: Natali et al. 2025; Abdulnour et al., NEJM 2025."
        ),
        Mechanism.NON_ACQUISITION: _(
            "Non-acquisition (never-skilling): a skill is never built, because the AI does the cases that teach it. It "
            "concerns trainees. Vocabulary: Natali et al. 2025; Abdulnour et al., NEJM 2025."
        ),
        Mechanism.MIS_SKILLING: _(
            "Adopted errors (mis-skilling): errors of the AI are taken up as one’s own reasoning. It concerns whoever "
            "validates what the AI produces. Vocabulary: Natali et al. 2025; Abdulnour et al., NEJM 2025."
        ),
    }[mechanism]


def state_word(state: BarrierState) -> str:
    """How far a measure is."""
    return {
        BarrierState.CONSIDERED: _("Considered"),
        BarrierState.DECIDED: _("Decided"),
        BarrierState.IN_PLACE: _("In place"),
        BarrierState.ABANDONED: _("Abandoned"),
    }[state]


def exposure_word(level: Level | None) -> str:
    """« exposition forte », or « non renseigné » where nothing is computed."""
    if level is None:
        return _("no information")
    return (_("low exposure"), _("medium exposure"), _("high exposure"))[level - 1]


def exposure_range_word(classes: tuple[Level | None, Level | None]) -> str:
    """« exposition faible à moyenne » under the low and the high hypothesis, one word where both are the same."""
    low, high = classes
    if low is None or high is None or low == high:
        return exposure_word(high if low is None else low)
    return {
        (Level.FAIBLE, Level.MOYEN): _("low to medium exposure"),
        (Level.FAIBLE, Level.FORT): _("low to high exposure"),
        (Level.MOYEN, Level.FORT): _("medium to high exposure"),
    }[min(low, high), max(low, high)]


def intensity_word(intensity: int) -> str:
    """One step of the worded scale of links, 0 to 3; ours."""
    return (_("0 · not at all"), _("1 · a little"), _("2 · clearly"), _("3 · at the heart of the activity"))[intensity]


def against_words(against: Sequence[Mechanism]) -> str:
    """« atrophie et non-acquisition »; empty where there is none."""
    return listed([mechanism_word(mechanism).lower() for mechanism in against])


def listed(names: Sequence[str]) -> str:
    """« a, b et c »."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])

"""The sentences of the skills: what is exposed and on what basis, what it would take, and what the model cannot say."""

from impactapp.domain.analysis.exposure import LEAST_BASIS
from impactapp.domain.analysis.oversight import Oversight
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import LinkResult, MechanismResult, SkillResult, hours_to_reach
from impactapp.domain.level import Level
from impactapp.domain.rule import Rule
from impactapp.domain.skill import Mechanism, Skill
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import hours, percent, percent_down, percent_range, share
from impactapp.labels.skill_words import exposure_range_word, exposure_word, listed, mechanism_word


def skills_headline(result: ProfessionResult) -> str:
    """How many skills are in high exposure before and after the measures, and how many have no value and why."""
    found = result.skills
    if not found:
        return _("No skill yet.")
    exposed = sum(_is_high(skill) for skill in found)
    parts = [_("{count} in high exposure (atrophy or non-acquisition) under the high hypothesis").format(count=exposed)]
    if any(skill.mechanism(mechanism).restored for skill in found for mechanism in Mechanism):
        left = sum(_is_high(skill, after=True) for skill in found)
        parts.append(_("{count} after the measures").format(count=left))
    unlinked = sum(not skill.skill.links for skill in found)
    unweighted = sum(bool(skill.skill.links) and skill.basis is None for skill in found)
    unrated = sum(skill.basis is not None and skill.practice.high is None for skill in found)
    if unlinked:
        parts.append(
            ngettext("{count} without information", "{count} without information", unlinked).format(count=unlinked)
        )
    if unweighted:
        words = ngettext("{count} without a time share", "{count} without a time share", unweighted)
        parts.append(words.format(count=unweighted))
    if unrated:
        parts.append(ngettext("{count} rated too little", "{count} rated too little", unrated).format(count=unrated))
    counted = ngettext("{count} skill", "{count} skills", len(found)).format(count=len(found))
    return _("{skills}: {parts}.").format(skills=counted, parts=", ".join(parts))


def skill_sentence(result: SkillResult) -> str:
    """Each mechanism with its low–high exposure and class, then the basis; or why nothing is computed."""
    known = [mechanism for mechanism in Mechanism if result.mechanism(mechanism).exposure.high is not None]
    if not known:
        return basis_sentence(result)
    figures = ", ".join(_figures(mechanism, result.mechanism(mechanism)) for mechanism in known)
    return _("Exposure: {figures}. {basis}").format(figures=figures, basis=basis_sentence(result))


def basis_sentence(result: SkillResult) -> str:
    """On what share of the practice the exposure rests, or why there is none."""
    if not result.skill.links:
        return _("No information: no activity is linked to this skill.")
    if result.basis is None:
        return _("Nothing is computed: the time shares are to be completed, or those of the linked activities are 0.")
    rated = percent_down(result.basis)
    if result.basis < LEAST_BASIS:
        return _("Rated on {rated} of the practice: nothing is computed under {least}.").format(
            rated=rated, least=percent(LEAST_BASIS)
        )
    return _("Rated on {rated} of the practice.").format(rated=rated)


def exposure_rule_sentence(study: Study) -> str:
    """Which substitution rates drive the exposure, and whose they are."""
    rates = study.level_rates(study.exposure_rule)
    if rates is None:
        return _("Exposure: the three rates of the group are still to be set.")
    words = _(
        "Exposure counts the practice of an activity rated High for {fort}, Medium for {moyen}, Low for {faible}."
    )
    said = words.format(fort=share(rates.fort), moyen=share(rates.moyen), faible=share(rates.faible))
    if study.exposure_rule is Rule.CUSTOM:
        return said + " " + _("These rates are the group’s.")
    return said + " " + _("These rates are this tool’s (no source we read gives any); the group can change them.")


def link_sentence(result: LinkResult) -> str:
    """What one activity is in the practice of a skill, and how much of the whole practice is exposed there."""
    figures = {"task": result.task.title, "part": percent(result.part)}
    if result.taken.low is None or result.taken.high is None:
        return _("{task}: {part} of the practice of this skill; substitution still to decide.").format(**figures)
    return _("{task}: {part} of the practice of this skill; exposed here: {taken} of the whole practice.").format(
        taken=percent_range(result.taken), **figures
    )


def hours_sentence(result: MechanismResult, skill: Skill, target: Level) -> str:
    """What it would take to come down to a class; for atrophy and non-acquisition, which hours of practice restore."""
    if result.residual.high is None:
        return _("Nothing is computed: the exposure is not known.")
    needed = hours_to_reach(result, skill.baseline_hours, target)
    if needed is None:
        return _("State the hours of practice a month before AI to know how many would be needed.")
    if needed == 0:
        return _("No hour to add: the computed exposure does not exceed “{exposure}”.").format(
            exposure=exposure_word(target)
        )
    return _(
        "It would take {hours} more a month and per person to come to {exposure} (computation of this tool)."
    ).format(hours=hours(needed), exposure=exposure_word(target))


def oversight_sentence(oversight: Oversight) -> str:
    """Which skills a human validation rests on, and which of them no measure keeps."""
    task = oversight.task.title
    kept = listed([skill.title for skill in oversight.kept])
    unkept = listed([skill.title for skill in oversight.unkept])
    if not kept and not unkept:
        return _("{task}: a human validates what the AI produces, and no skill is linked to the activity.").format(
            task=task
        )
    if not unkept:
        return _("{task}: the human oversight rests on {kept}, kept by a measure.").format(task=task, kept=kept)
    without = _("{task}: human oversight without a maintained skill: {unkept}.").format(task=task, unkept=unkept)
    return without + " " + _("Kept by a measure: {kept}.").format(kept=kept) if kept else without


def _is_high(result: SkillResult, after: bool = False) -> bool:
    """Whether atrophy or non-acquisition is in the class Fort under the high hypothesis.

    No measure restores anything of adopted errors: counted here, they would hide what measures do.
    """
    found = (result.atrophy, result.non_acquisition)
    return any((one.residual_class if after else one.exposed_class)[1] is Level.FORT for one in found)


def _figures(mechanism: Mechanism, result: MechanismResult) -> str:
    return _("{mechanism} {figures} ({exposure})").format(
        mechanism=mechanism_word(mechanism).lower(),
        figures=percent_range(result.exposure),
        exposure=exposure_range_word(result.exposed_class),
    )

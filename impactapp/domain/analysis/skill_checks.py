"""What the skills and barriers of a profession still lack, as findings with a place."""

from collections.abc import Iterator, Sequence

from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.exposure import LEAST_BASIS
from impactapp.domain.analysis.oversight import Oversight
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.profession import Profession
from impactapp.domain.skill import EFFECTIVE_STATES


def skill_findings(
    skills: Sequence[SkillResult], oversight: Sequence[Oversight], profession: Profession
) -> tuple[Finding, ...]:
    """Findings of one profession's skills, barriers and human oversight, in reading order."""
    return (*_skills(skills, profession), *_barriers(profession), *_oversight(oversight, profession.id))


def _skills(skills: Sequence[SkillResult], profession: Profession) -> Iterator[Finding]:
    for result in skills:
        skill = result.skill
        if not skill.links:
            yield Finding(FindingCode.SKILL_WITHOUT_LINKS, profession.id, skill_id=skill.id)
        elif result.basis is not None and result.basis < LEAST_BASIS:
            yield Finding(FindingCode.SKILL_MOSTLY_UNRATED, profession.id, skill_id=skill.id, number=result.basis)
        relied_on = any(
            skill.id in barrier.skill_ids and barrier.state in EFFECTIVE_STATES for barrier in profession.barriers
        )
        if relied_on and skill.baseline_hours is None:
            yield Finding(FindingCode.BASELINE_MISSING, profession.id, skill_id=skill.id)


def _barriers(profession: Profession) -> Iterator[Finding]:
    for barrier in profession.barriers:
        if barrier.state not in EFFECTIVE_STATES:
            continue
        if not barrier.skill_ids:
            yield Finding(FindingCode.BARRIER_WITHOUT_SKILLS, profession.id, barrier_id=barrier.id)
        if not barrier.hours_per_month:
            yield Finding(FindingCode.BARRIER_WITHOUT_HOURS, profession.id, barrier_id=barrier.id)


def _oversight(oversight: Sequence[Oversight], profession_id: str) -> Iterator[Finding]:
    for overseen in oversight:
        if not overseen.kept and not overseen.unkept:
            yield Finding(FindingCode.OVERSIGHT_WITHOUT_SKILL, profession_id, overseen.task.id)
        for skill in overseen.unkept:
            yield Finding(FindingCode.OVERSIGHT_WITHOUT_BARRIER, profession_id, overseen.task.id, skill_id=skill.id)

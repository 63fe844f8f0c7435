"""The findings on skills, measures and human oversight in words."""

from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.exposure import LEAST_BASIS
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import percent, percent_down

SKILL_FINDINGS = frozenset(
    {
        FindingCode.SKILL_WITHOUT_LINKS,
        FindingCode.SKILL_MOSTLY_UNRATED,
        FindingCode.BASELINE_MISSING,
        FindingCode.BARRIER_WITHOUT_HOURS,
        FindingCode.BARRIER_WITHOUT_SKILLS,
        FindingCode.OVERSIGHT_WITHOUT_SKILL,
        FindingCode.OVERSIGHT_WITHOUT_BARRIER,
    }
)


def skill_finding_message(finding: Finding) -> str:
    """One plain sentence: what was found, and what to do."""
    return {
        FindingCode.SKILL_WITHOUT_LINKS: _(
            "No activity is linked to this skill: say which ones practise it to know its exposure."
        ),
        FindingCode.SKILL_MOSTLY_UNRATED: _(
            "Rated on {rated} of the practice, and nothing is computed under {least}: decide its activities."
        ).format(rated=percent_down(finding.number), least=percent(LEAST_BASIS)),
        FindingCode.BASELINE_MISSING: _(
            "The hours of practice before AI are not filled in: what the measures restore cannot be known."
        ),
        FindingCode.BARRIER_WITHOUT_HOURS: _("The hours of this measure are not filled in: it restores nothing."),
        FindingCode.BARRIER_WITHOUT_SKILLS: _("This measure keeps no skill: say which ones it is for."),
        FindingCode.OVERSIGHT_WITHOUT_SKILL: _(
            "A human validates what the AI produces, and no skill is linked to the activity: say which ones this "
            "oversight needs."
        ),
        FindingCode.OVERSIGHT_WITHOUT_BARRIER: _(
            "Human oversight without a maintained skill: plan a measure that keeps it, or say that it is in place."
        ),
    }[finding.code]


def several_skill_findings(count: int) -> dict[FindingCode, str]:
    """The same for a group of findings; ``count`` of the skills, measures or activities they are about."""
    words = {
        FindingCode.SKILL_WITHOUT_LINKS: ngettext(
            "{count} skill without a linked activity.", "{count} skills without a linked activity.", count
        ),
        FindingCode.SKILL_MOSTLY_UNRATED: ngettext(
            "{count} skill rated on less than half of its practice.",
            "{count} skills rated on less than half of their practice.",
            count,
        ),
        FindingCode.BASELINE_MISSING: ngettext(
            "{count} skill without its hours of practice before AI.",
            "{count} skills without their hours of practice before AI.",
            count,
        ),
        FindingCode.BARRIER_WITHOUT_HOURS: ngettext(
            "{count} measure without hours.", "{count} measures without hours.", count
        ),
        FindingCode.BARRIER_WITHOUT_SKILLS: ngettext(
            "{count} measure without a skill.", "{count} measures without a skill.", count
        ),
        FindingCode.OVERSIGHT_WITHOUT_SKILL: ngettext(
            "{count} activity: human oversight without a stated skill.",
            "{count} activities: human oversight without a stated skill.",
            count,
        ),
        FindingCode.OVERSIGHT_WITHOUT_BARRIER: ngettext(
            "{count} activity: human oversight without a maintained skill.",
            "{count} activities: human oversight without a maintained skill.",
            count,
        ),
    }
    return {code: sentence.format(count=count) for code, sentence in words.items()}

"""The findings in words: what was found, where, and what to do about it."""

from impactapp.domain.analysis.checks import FEWEST_TASKS, MOST_TASKS, Finding, FindingCode
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import fte, share
from impactapp.labels.skill_findings import SKILL_FINDINGS, skill_finding_message
from impactapp.labels.staff_findings import UNITS_FINDINGS, staff_finding_message, staff_place
from impactapp.labels.stale import stale_sentence
from impactapp.labels.words import hypothesis_word


def finding_message(finding: Finding, study: Study) -> str:
    """One plain sentence; it does not repeat where the finding is."""
    count = int(finding.number or 0)
    if finding.code is FindingCode.SHARES_INCOMPLETE:
        return ngettext(
            "{count} activity has no time share: fill in all of them or none.",
            "{count} activities have no time share: fill in all of them or none.",
            count,
        ).format(count=count)
    if finding.code is FindingCode.CRITERIA_MISSING:
        return ngettext("{count} criterion is still to rate.", "{count} criteria are still to rate.", count).format(
            count=count
        )
    if finding.code is FindingCode.SHARES_OFF_TOTAL:
        return _("The time shares add up to {total} instead of {whole}.").format(
            total=share(finding.number), whole=share(1)
        )
    if finding.code is FindingCode.FTE_ABOVE_HEADCOUNT:
        return _fte_above_headcount(finding, study)
    if finding.code is FindingCode.PANEL_UNBALANCED:
        return _panel(finding, study)
    if finding.code is FindingCode.MATURITY_STALE:
        return stale_sentence(count)
    if finding.code in UNITS_FINDINGS:
        return staff_finding_message(finding, study)
    if finding.code in SKILL_FINDINGS:
        return skill_finding_message(finding)
    return _size_of(count).get(finding.code) or _plain()[finding.code]


def _panel(finding: Finding, study: Study) -> str:
    from impactapp.domain.analysis.sittings import lacks_representatives, lacks_staff
    from impactapp.labels.workshop_sentences import lacking_sentence

    sitting = study.sitting(finding.sitting_id)
    return lacking_sentence(
        staff=sitting is None or lacks_staff(sitting),
        representatives=sitting is None or lacks_representatives(sitting),
    )


def finding_where(finding: Finding, study: Study) -> str:
    """The profession, then the activity, skill, unit, measure and hypothesis it is about; else a category, sitting or
    the study."""
    profession = study.profession(finding.profession_id)
    if profession is None:
        sitting = study.sitting(finding.sitting_id)
        return staff_place(finding, study) or (study.title if sitting is None else sitting.title)
    places = [profession.title]
    index = profession.index_of(finding.task_id)
    if index >= 0:
        places.append(profession.tasks[index].title)
    if skill := profession.skill(finding.skill_id):
        places.append(skill.title)
    if place := staff_place(finding, study):
        places.append(place)
    if barrier := profession.barrier(finding.barrier_id):
        places.append(barrier.title)
    if finding.hypothesis is not None:
        places.append(hypothesis_word(finding.hypothesis))
    return " › ".join(places)


def _fte_above_headcount(finding: Finding, study: Study) -> str:
    profession = study.profession(finding.profession_id)
    persons = profession.headcount if profession is not None and profession.headcount is not None else 0
    return ngettext(
        "More FTE ({fte}) than persons ({count}).", "More FTE ({fte}) than persons ({count}).", persons
    ).format(fte=fte(finding.number), count=persons)


def _size_of(count: int) -> dict[FindingCode, str]:
    few = ngettext(
        "Only {count} activity; a profession usually has {fewest} to {most}.",
        "Only {count} activities; a profession usually has {fewest} to {most}.",
        count,
    )
    many = _("{count} activities; a profession usually has {fewest} to {most}.")
    figures = {"count": count, "fewest": FEWEST_TASKS, "most": MOST_TASKS}
    return {FindingCode.FEW_TASKS: few.format(**figures), FindingCode.MANY_TASKS: many.format(**figures)}


def _plain() -> dict[FindingCode, str]:
    return {
        FindingCode.NO_PROFESSIONS: _("The study has no profession yet: add one."),
        FindingCode.NO_TASKS: _("No activity yet: add those of the profession."),
        FindingCode.UNRATED: _("The substitution is still to decide."),
        FindingCode.HIGH_BELOW_LOW: _(
            "A level is lower under the high hypothesis than under the low one: correct one of them."
        ),
        FindingCode.DECISION_WITHOUT_REASON: _("The decision differs from the proposal: say why."),
        FindingCode.SHARES_UNUSED: _("The time shares are complete but the study uses equal weights."),
        FindingCode.SHARES_MISSING: _(
            "No time share is stated: all the activities of the profession count the same; fill in their time shares."
        ),
        FindingCode.HEADCOUNT_MISSING: _("The headcount is not filled in."),
        FindingCode.FTE_MISSING: _("The FTE are not filled in: the working time exposed cannot be known."),
    }

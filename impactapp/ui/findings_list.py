"""« Vérifier l'étude »: each kind of finding as a line that leads to its first place."""

from collections.abc import Callable, Iterable

from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.labels import found as finding_labels
from impactapp.labels.staff_findings import UNITS_FINDINGS
from impactapp.ui.widgets.side_panel import Row

Go = Callable[[str, str, str], object]

STAFF_FINDINGS = {
    FindingCode.HEADCOUNT_MISSING,
    FindingCode.FTE_MISSING,
    FindingCode.FTE_ABOVE_HEADCOUNT,
}
# the parts of the page of professions, for findings that are about no row of a table
UNITS, CENSUS = "units", "census"
RATING_FINDINGS = {
    FindingCode.UNRATED,
    FindingCode.HIGH_BELOW_LOW,
    FindingCode.CRITERIA_MISSING,
    FindingCode.DECISION_WITHOUT_REASON,
    FindingCode.MATURITY_STALE,
}


SKILL_FINDINGS = {
    FindingCode.SKILL_WITHOUT_LINKS,
    FindingCode.SKILL_MOSTLY_UNRATED,
    FindingCode.BASELINE_MISSING,
    FindingCode.OVERSIGHT_WITHOUT_SKILL,
}
BARRIER_FINDINGS = {
    FindingCode.BARRIER_WITHOUT_HOURS,
    FindingCode.BARRIER_WITHOUT_SKILLS,
    FindingCode.OVERSIGHT_WITHOUT_BARRIER,
}


def item_of(finding: Finding) -> str:
    """The measure, skill, unit or activity it is about; else the part of the page where its sums stand."""
    if finding.code in UNITS_FINDINGS:
        return finding.unit_id or (CENSUS if finding.category else UNITS)
    return finding.barrier_id or finding.skill_id or finding.task_id


def page_of(finding: Finding) -> str:
    """The step or the page where something can be done about it."""
    if finding.code in BARRIER_FINDINGS:
        return "barriers"
    if finding.code in SKILL_FINDINGS:
        return "skills"
    if finding.code in STAFF_FINDINGS:
        return "headcount"
    if finding.code is FindingCode.NO_PROFESSIONS or finding.code in UNITS_FINDINGS:
        return "professions"
    if finding.code is FindingCode.PANEL_UNBALANCED:
        return "workshop"
    return "rating" if finding.code in RATING_FINDINGS else "tasks"


def rows(study: Study, go: Go, aged: Iterable[Finding] = ()) -> list[Row]:
    """The findings and those on ``aged`` ratings, which only the log tells, what matters most first.

    ``go(page, profession_id, item_id)`` leads there.
    """
    return [_row(group, study, go) for group in finding_labels.finding_groups((*analyse(study).findings, *aged))]


def _row(group: finding_labels.FindingGroup, study: Study, go: Go) -> Row:
    first = group.first
    return Row(
        finding_labels.finding_group_title(group, study),
        finding_labels.group_where(group, study),
        lambda: go(page_of(first), first.profession_id, item_of(first)),
    )

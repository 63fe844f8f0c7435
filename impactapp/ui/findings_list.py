"""« Vérifier l'étude »: each finding as a line that leads to its place."""

from collections.abc import Callable

from impactapp import labels
from impactapp.domain.analysis.checks import Finding, FindingCode, Severity
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.ui.widgets.side_panel import Row

Go = Callable[[str, str, str], object]

PROFESSION_FINDINGS = {
    FindingCode.NO_PROFESSIONS,
    FindingCode.HEADCOUNT_MISSING,
    FindingCode.FTE_MISSING,
    FindingCode.FTE_ABOVE_HEADCOUNT,
}
RATING_FINDINGS = {
    FindingCode.UNRATED,
    FindingCode.HIGH_BELOW_LOW,
    FindingCode.CRITERIA_MISSING,
    FindingCode.DECISION_WITHOUT_REASON,
}


def page_of(finding: Finding) -> str:
    """The page where something can be done about it."""
    if finding.code in PROFESSION_FINDINGS:
        return "professions"
    return "rating" if finding.code in RATING_FINDINGS else "tasks"


def rows(study: Study, go: Go) -> list[Row]:
    """The findings, what matters most first; ``go(page, profession_id, task_id)`` leads there."""
    order = list(Severity)
    found = sorted(analyse(study).findings, key=lambda finding: order.index(finding.severity))
    return [_row(finding, study, go) for finding in found]


def _row(finding: Finding, study: Study, go: Go) -> Row:
    title = f"{labels.severity_word(finding.severity)} · {labels.finding_message(finding, study)}"
    return Row(
        title,
        labels.finding_where(finding, study),
        lambda: go(page_of(finding), finding.profession_id, finding.task_id),
    )

"""Findings of one kind in one profession, said once with the count of their places: how every list counts them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from impactapp.domain.analysis.checks import Finding, FindingCode, Severity
from impactapp.domain.study import Study
from impactapp.i18n import ngettext
from impactapp.labels.findings import finding_message, finding_where
from impactapp.labels.skill_findings import several_skill_findings
from impactapp.labels.staff_findings import several_staff_findings
from impactapp.labels.stale import several_stale
from impactapp.labels.words import severity_word


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """At least one finding; a list leads to the first of them."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """Where one would begin."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.first.severity

    @property
    def places(self) -> int:
        """In how many activities it was found; in how many skills, measures or sittings where it is about these."""
        return len({_place_of(one) for one in self.findings})


def _place_of(one: Finding) -> str:
    return one.task_id or one.skill_id or one.barrier_id or one.sitting_id or one.unit_id or str(one.category or "")


def finding_groups(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """The findings by profession and kind, what matters most first."""
    groups: dict[tuple[str, FindingCode], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.profession_id, finding.code), []).append(finding)
    made = (FindingGroup(tuple(found)) for found in groups.values())
    order = list(Severity)
    return tuple(sorted(made, key=lambda group: order.index(group.severity)))


def group_message(group: FindingGroup, study: Study) -> str:
    """« 10 activités : critères sans niveau. », or the sentence of the only finding."""
    several = _several(group.places).get(group.first.code) if len(group.findings) > 1 else None
    return several or finding_message(group.first, study)


def finding_group_title(group: FindingGroup, study: Study) -> str:
    """« Remarque · 10 activités : critères sans niveau. »."""
    return f"{severity_word(group.severity)} · {group_message(group, study)}"


def group_where(group: FindingGroup, study: Study) -> str:
    """The profession, and of a single activity that too; of a single finding its hypothesis as well."""
    place = group.first
    if len(group.findings) > 1:
        place = replace(place, hypothesis=None, skill_id="", barrier_id="", sitting_id="", unit_id="", category=None)
        place = place if group.places == 1 else replace(place, task_id="")
    return finding_where(place, study)


def counted_findings(groups: Iterable[FindingGroup]) -> str:
    """« 2 à compléter, 1 remarque »; empty where nothing was found."""
    severities = [group.severity for group in groups]
    counts = ((severity, severities.count(severity)) for severity in Severity)
    return ", ".join(_counted(severity, count) for severity, count in counts if count)


def _counted(severity: Severity, count: int) -> str:
    words = {
        Severity.ERROR: ngettext("{count} error", "{count} errors", count),
        Severity.GAP: ngettext("{count} to complete", "{count} to complete", count),
        Severity.REMARK: ngettext("{count} remark", "{count} remarks", count),
    }
    return words[severity].format(count=count)


def _several(count: int) -> dict[FindingCode, str]:
    words = {
        FindingCode.UNRATED: ngettext(
            "{count} activity: substitution to decide.", "{count} activities: substitution to decide.", count
        ),
        FindingCode.CRITERIA_MISSING: ngettext(
            "{count} activity: criteria without a level.", "{count} activities: criteria without a level.", count
        ),
        FindingCode.HIGH_BELOW_LOW: ngettext(
            "{count} activity: a level lower under the high hypothesis than under the low one.",
            "{count} activities: a level lower under the high hypothesis than under the low one.",
            count,
        ),
        FindingCode.DECISION_WITHOUT_REASON: ngettext(
            "{count} activity: a decision that differs from the proposal, without a reason.",
            "{count} activities: a decision that differs from the proposal, without a reason.",
            count,
        ),
        FindingCode.PANEL_UNBALANCED: ngettext(
            "{count} sitting without two people who do the job or without a staff representative.",
            "{count} sittings without two people who do the job or without a staff representative.",
            count,
        ),
    }
    words[FindingCode.MATURITY_STALE] = several_stale(count)
    named = {code: sentence.format(count=count) for code, sentence in words.items()}
    return {**named, **several_skill_findings(count), **several_staff_findings(count)}

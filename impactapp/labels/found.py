"""What was found in a study, in words; apart from the words of every page, as the window starts without it."""

from impactapp.labels.finding_groups import (
    FindingGroup,
    counted_findings,
    finding_group_title,
    finding_groups,
    group_message,
    group_where,
)
from impactapp.labels.findings import finding_message, finding_where

__all__ = [
    "FindingGroup",
    "counted_findings",
    "finding_group_title",
    "finding_groups",
    "finding_message",
    "finding_where",
    "group_message",
    "group_where",
]

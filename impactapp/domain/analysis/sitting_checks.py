"""What the sittings of a study lack before they start, as findings with a place."""

from collections.abc import Iterator

from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.sittings import lacks_representatives, lacks_staff
from impactapp.domain.study import Study


def sitting_findings(study: Study) -> Iterator[Finding]:
    """Panels without two people who do the job or without a staff representative; made-up ones left out."""
    for sitting in study.sittings:
        is_real = not sitting.is_training and not sitting.is_simulated
        if is_real and (lacks_staff(sitting) or lacks_representatives(sitting)):
            yield Finding(FindingCode.PANEL_UNBALANCED, sitting_id=sitting.id)

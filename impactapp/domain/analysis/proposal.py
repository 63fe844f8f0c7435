"""From the three criteria to a proposed substitution level; our rule, which the group is free to overrule."""

from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Task


def propose(maturity: Level, acceptability: Level, roi: Level) -> Level:
    """``min(maturity, median of the three)``: no mature technology, no substitution; no criterion alone decides."""
    return min(maturity, sorted((maturity, acceptability, roi))[1])


def proposal_of(task: Task, hypothesis: Hypothesis) -> Level | None:
    """The proposal for a task, ``None`` while a criterion is not rated."""
    maturity = task.level(hypothesis, Aspect.MATURITY)
    acceptability = task.level(hypothesis, Aspect.ACCEPTABILITY)
    roi = task.level(hypothesis, Aspect.ROI)
    if maturity is None or acceptability is None or roi is None:
        return None
    return propose(maturity, acceptability, roi)


def differs_from_proposal(task: Task, hypothesis: Hypothesis) -> bool:
    """Whether the group decided another level than the proposed one."""
    decided = task.level(hypothesis, Aspect.SUBSTITUTION)
    proposed = proposal_of(task, hypothesis)
    return decided is not None and proposed is not None and decided is not proposed

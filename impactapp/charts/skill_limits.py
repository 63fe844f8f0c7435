"""The limits printed under the figures of skills, but for those that stand beside the figure already."""

from impactapp.charts.subject import Subject
from impactapp.labels import model_limits, never_skilling_limit


def all_limits(subject: Subject) -> list[str]:
    """Under a figure that speaks of trainees: every limit of the model, and what is known of non-acquisition."""
    return _unsaid((*model_limits(), never_skilling_limit()), subject)


def first_limits(subject: Subject) -> list[str]:
    """Under a figure of the practice alone: whose rule it is, what it does not say, what the classes are."""
    return _unsaid(model_limits()[:3], subject)


def _unsaid(limits: tuple[str, ...], subject: Subject) -> list[str]:
    return [limit for limit in limits if limit not in subject.said]

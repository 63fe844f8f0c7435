"""What is printed under the figures of skills: who proposed them, and the limits; not what stands beside already."""

from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.labels.skills import model_limits, never_skilling_limit, sources_sentence


def all_limits(result: ProfessionResult, subject: Subject) -> list[str]:
    """Under a figure that speaks of trainees: every limit of the model, and what is known of non-acquisition."""
    return _unsaid((*model_limits(), never_skilling_limit()), result, subject)


def first_limits(result: ProfessionResult, subject: Subject) -> list[str]:
    """Under a figure of the practice alone: whose rule it is, what it does not say, what the classes are."""
    return _unsaid(model_limits()[:3], result, subject)


def _unsaid(limits: tuple[str, ...], result: ProfessionResult, subject: Subject) -> list[str]:
    words = (sources_sentence([result.profession]), *limits)
    return [said for said in words if said and said not in subject.said]

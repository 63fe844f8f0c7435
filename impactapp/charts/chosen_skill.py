"""The skill a figure of one skill is about."""

from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import SkillResult


def chosen_skill(result: ProfessionResult, subject: Subject) -> SkillResult | None:
    """The subject's skill; where it names none, the most exposed to atrophy; ``None`` where there is no skill."""
    named = next((shown for shown in result.skills if shown.skill.id == subject.skill_id), None)
    return named or next(iter(by_exposure(result)), None)


def by_exposure(result: ProfessionResult) -> list[SkillResult]:
    """The skills, the most exposed first, those of unknown exposure last."""
    return sorted(result.skills, key=_most_exposed_first)


def _most_exposed_first(shown: SkillResult) -> tuple[float, float]:
    exposed = shown.atrophy.exposure
    return (1.0 if exposed.high is None else -exposed.high, 1.0 if exposed.low is None else -exposed.low)

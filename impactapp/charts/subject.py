"""What a figure is about: a profession, one of its skills, and the hypothesis where a figure shows only one."""

from dataclasses import dataclass

from impactapp.domain.level import Hypothesis


@dataclass(frozen=True, slots=True)
class Subject:
    """Empty ids stand for the whole study, and for the skill most exposed."""

    profession_id: str = ""
    skill_id: str = ""
    hypothesis: Hypothesis = Hypothesis.HIGH

"""What a figure is about: a profession, one of its skills, a scenario, a hypothesis where a figure shows only one."""

from dataclasses import dataclass

from impactapp.domain.analysis.timeline import RateOn
from impactapp.domain.level import Hypothesis


@dataclass(frozen=True, slots=True)
class Subject:
    """Empty ids stand for the whole study, for the skill most exposed, and for the first scenario.

    ``said`` are the limits that the page prints beside the figure: it does not print them again.
    ``history`` are the rates of the profession on past days, which no study holds, for the figure that shows them.
    """

    profession_id: str = ""
    skill_id: str = ""
    hypothesis: Hypothesis = Hypothesis.HIGH
    said: tuple[str, ...] = ()
    scenario_id: str = ""
    history: tuple[RateOn, ...] = ()

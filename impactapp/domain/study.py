"""The study: one immutable value that holds everything an establishment works on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from impactapp.domain.profession import Profession, Task
from impactapp.domain.rule import SHIPPED_RATES, LevelRates, Rule, Weighting
from impactapp.domain.staff import NO_STAFFING, Staffing

if TYPE_CHECKING:
    from impactapp.domain.scenario import Scenario
    from impactapp.domain.workshop import Sitting


class Origin(StrEnum):
    """A study of an establishment, or the published demonstration."""

    ESTABLISHMENT = "establishment"
    DEMONSTRATION = "demonstration"


@dataclass(frozen=True, slots=True)
class Definitions:
    """The group's own words for levels, hypotheses and criteria; an empty text stands for our default."""

    faible: str = ""
    moyen: str = ""
    fort: str = ""
    low: str = ""
    high: str = ""
    maturity: str = ""
    acceptability: str = ""
    roi: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """Everything one file holds. ``authors`` names a group, never persons; ``day`` is the date of the study.

    ``exposure_rule`` gives the substitution rate that each level counts for when the exposure of skills is computed.
    """

    id: str
    title: str
    establishment: str = ""
    authors: str = ""
    purpose: str = ""
    day: date | None = None
    origin: Origin = Origin.ESTABLISHMENT
    rule: Rule = Rule.SHARE_OF_FORT
    custom_rates: LevelRates | None = None
    weighting: Weighting = Weighting.EQUAL
    definitions: Definitions = Definitions()
    professions: tuple[Profession, ...] = ()
    exposure_rule: Rule = Rule.WEIGHTED
    sittings: "tuple[Sitting, ...]" = ()
    staffing: Staffing = NO_STAFFING
    scenarios: "tuple[Scenario, ...]" = ()

    def index_of(self, profession_id: str) -> int:
        """Position of a profession, -1 when it is not here."""
        return next((index for index, profession in enumerate(self.professions) if profession.id == profession_id), -1)

    def profession(self, profession_id: str) -> Profession | None:
        """A profession by its id, ``None`` when it is not here."""
        index = self.index_of(profession_id)
        return self.professions[index] if index >= 0 else None

    def sitting(self, sitting_id: str) -> "Sitting | None":
        """A sitting by its id, ``None`` when it is not here."""
        return next((sitting for sitting in self.sittings if sitting.id == sitting_id), None)

    def scenario(self, scenario_id: str) -> "Scenario | None":
        """A scenario by its id, ``None`` when it is not here."""
        return next((scenario for scenario in self.scenarios if scenario.id == scenario_id), None)

    def tasks(self) -> Iterator[tuple[Profession, Task]]:
        """Every task with its profession, in order."""
        for profession in self.professions:
            for task in profession.tasks:
                yield profession, task

    def level_rates(self, rule: Rule) -> LevelRates | None:
        """What each level counts for under a rule; ``None`` for a custom rule without rates."""
        return self.custom_rates if rule is Rule.CUSTOM else SHIPPED_RATES[rule]

"""Edits of the scenarios of a study: each setting is a decision of the group."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import fsum

from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import HORIZONS, Cost, Scenario, Use
from impactapp.domain.study import Study
from impactapp.domain.text import clean_text, clean_title, same_title

_ROUNDING = 1e-9


def add_scenario(scenario: Scenario) -> Edit:
    """Add a scenario at the end; its title and id must be new to the study."""

    def change(study: Study) -> Study:
        if study.scenario(scenario.id) is not None:
            raise EditError(Problem.ID_TAKEN, id=scenario.id)
        return replace(study, scenarios=(*study.scenarios, sound_scenario(study, scenario)))

    return Edit(EditKind.ADD_SCENARIO, change, scenario.title)


def remove_scenario(scenario: Scenario) -> Edit:
    """Remove a scenario."""

    def change(study: Study) -> Study:
        if study.scenario(scenario.id) is None:
            raise EditError(Problem.UNKNOWN_SCENARIO)
        return replace(study, scenarios=tuple(other for other in study.scenarios if other.id != scenario.id))

    return Edit(EditKind.REMOVE_SCENARIO, change, scenario.title)


def set_scenario(scenario: Scenario) -> Edit:
    """Replace the settings of a scenario by these."""

    def change(study: Study) -> Study:
        if study.scenario(scenario.id) is None:
            raise EditError(Problem.UNKNOWN_SCENARIO)
        sound = sound_scenario(study, scenario)
        scenarios = tuple(sound if other.id == scenario.id else other for other in study.scenarios)
        return study if scenarios == study.scenarios else replace(study, scenarios=scenarios)

    return Edit(EditKind.SET_SCENARIO, change, scenario.title)


def sound_scenario(study: Study, scenario: Scenario) -> Scenario:
    """The scenario with its texts cleaned; refuses settings out of range and names that others of the study bear."""
    title = clean_title(scenario.title)
    if any(other.id != scenario.id and same_title(other.title, title) for other in study.scenarios):
        raise EditError(Problem.TITLE_TAKEN, title=title)
    if not HORIZONS[0] <= scenario.horizon <= HORIZONS[1]:
        raise EditError(Problem.HORIZON_OUT_OF_RANGE, text=scenario.horizon)
    if scenario.rule is Rule.CUSTOM and study.custom_rates is None:
        raise EditError(Problem.RULE_NEEDS_RATES)
    for part in (*map(scenario.cost, Cost), scenario.departures, *scenario.stated):
        _require_part(part)
    stated = scenario.stated[: scenario.horizon]
    _refuse_falling(stated)
    uses = tuple(Use(clean_title(use.title), use.share) for use in scenario.uses)
    _refuse_uses(uses)
    return replace(scenario, title=title, stated=stated, uses=uses, note=clean_text(scenario.note))


def _require_part(part: float | None) -> None:
    if part is not None and not 0 <= part <= 1:
        raise EditError(Problem.PART_OUT_OF_RANGE, text=f"{part * 100:.12g} %")


def _refuse_falling(stated: Sequence[float]) -> None:
    """What teams have adopted is not given back."""
    for year, (before, after) in enumerate(pairwise(stated), 2):
        if after < before:
            raise EditError(Problem.ADOPTION_FALLS, year=year)


def _refuse_uses(uses: Sequence[Use]) -> None:
    for at, use in enumerate(uses):
        _require_part(use.share)
        if any(same_title(use.title, other.title) for other in uses[:at]):
            raise EditError(Problem.TITLE_TAKEN, title=use.title)
    total = fsum(use.share or 0.0 for use in uses)
    if total > 1 + _ROUNDING:
        raise EditError(Problem.USES_ABOVE_WHOLE, total=f"{total * 100:g} %")

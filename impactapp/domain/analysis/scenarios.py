"""What a scenario gives: the time exposed year by year, what takes it back, and which assumption moves it most [ours].

gross = FTE × rate × adoption; net = gross − human control − training − practice for downtime; departures stand beside.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from impactapp.domain.analysis.headcount import summed
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.level import HYPOTHESES
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Cost, Scenario, Use

LEAST_REDEPLOYED = 0.5  # FTE a team, under which nothing can be redeployed


class Missing(StrEnum):
    """Why a profession is left out of a scenario."""

    RATE = "rate"
    FTE = "fte"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A profession that is not counted."""

    profession_id: str
    why: Missing


@dataclass(frozen=True, slots=True)
class Year:
    """One year, all in FTE but ``adopted``, 0..1; ``net`` is unknown while a cost is not stated, and all but what
    takes the time of the staff while ``adopted`` is not.

    ``departures`` counts the FTE that have left since the start.
    """

    year: int
    adopted: float | None
    gross: Interval
    control: Interval
    training: float | None
    drills: float | None
    net: Interval
    departures: float | None


@dataclass(frozen=True, slots=True)
class Part:
    """One profession at the horizon, in FTE."""

    profession_id: str
    fte: float
    rate: Interval
    last: Year


@dataclass(frozen=True, slots=True)
class Team:
    """A team so small that nothing can be redeployed there; ``unit_id`` is empty for a whole profession."""

    profession_id: str
    unit_id: str
    net_high: float


@dataclass(frozen=True, slots=True)
class UsedTime:
    """What a part of the net time is for, in FTE at the horizon."""

    use: Use
    fte: Interval


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """What follows from one scenario; ``unset`` are the costs still to state, without which there is no net."""

    scenario: Scenario
    rule: Rule
    fte: float
    years: tuple[Year, ...]
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    unset: tuple[Cost, ...]
    small_teams: tuple[Team, ...]
    uses: tuple[UsedTime, ...]

    @property
    def last(self) -> Year:
        """The year of the horizon."""
        return self.years[-1]


def scenario_result(results: Results, scenario: Scenario) -> ScenarioResult:
    """Derive one scenario; professions without a rate under both hypotheses or without FTE are named, not counted."""
    rule = scenario.rule or results.study.rule
    counted: list[tuple[ProfessionResult, float, Interval]] = []
    left_out: list[LeftOut] = []
    for result in results.professions:
        rate = result.rates.get(rule, Interval())
        fte = result.profession.fte
        if rate.low is None or rate.high is None:
            left_out.append(LeftOut(result.profession.id, Missing.RATE))
        elif fte is None:
            left_out.append(LeftOut(result.profession.id, Missing.FTE))
        else:
            counted.append((result, fte, rate))
    whole = fsum(fte for _, fte, _ in counted)
    exposed = summed(rate.times(fte) for _, fte, rate in counted)
    years = tuple(_year(scenario, at, whole, exposed) for at in range(1, scenario.horizon + 1))
    parts = tuple(
        Part(result.profession.id, fte, rate, _year(scenario, scenario.horizon, fte, rate.times(fte)))
        for result, fte, rate in counted
    )
    return ScenarioResult(
        scenario=scenario,
        rule=rule,
        fte=whole,
        years=years,
        parts=parts,
        left_out=tuple(left_out),
        unset=tuple(cost for cost in Cost if scenario.cost(cost) is None),
        small_teams=tuple(_small_teams(results, scenario, parts)),
        uses=tuple(UsedTime(use, years[-1].net.times(use.share)) for use in scenario.uses),
    )


def _year(scenario: Scenario, year: int, fte: float, exposed: Interval) -> Year:
    adopted = scenario.adopted(year)
    gross = exposed.times(adopted)
    control = gross.times(scenario.control)
    training, drills = _part_of(fte, scenario.training), _part_of(fte, scenario.drills)
    leaving = None if scenario.departures is None else fte * min(1.0, scenario.departures * year)
    return Year(year, adopted, gross, control, training, drills, _net(gross, control, training, drills), leaving)


def _net(gross: Interval, control: Interval, training: float | None, drills: float | None) -> Interval:
    def end(whole: float | None, checked: float | None) -> float | None:
        if whole is None or checked is None or training is None or drills is None:
            return None
        return whole - checked - training - drills

    low, high = (end(gross.under(h), control.under(h)) for h in HYPOTHESES)
    return Interval(low, high)


def _part_of(fte: float, part: float | None) -> float | None:
    return None if part is None else fte * part


def _small_teams(results: Results, scenario: Scenario, parts: tuple[Part, ...]) -> list[Team]:
    """The teams where even the high end is under half an FTE: by unit where staff is stated so, else the profession.

    Gross, while a cost is not stated: the net time is never more.
    """
    found = []
    for part in parts:
        lines = [line for line in results.study.staffing.lines_of(part.profession_id) if line.fte is not None]
        teams = [(line.unit_id, line.fte or 0.0) for line in lines] or [("", part.fte)]
        for unit_id, fte in teams:
            year = _year(scenario, scenario.horizon, fte, part.rate.times(fte))
            most = year.gross.high if year.net.high is None else year.net.high
            if most is not None and most < LEAST_REDEPLOYED:
                found.append(Team(part.profession_id, unit_id, most))
    return found

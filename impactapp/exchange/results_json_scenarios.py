"""The scenarios of a study in the JSON of results: settings, years, what is left out, what weighs most."""

from typing import Any

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import Part, ScenarioResult, Year, scenario_result
from impactapp.domain.analysis.sensitivity import sensitivity
from impactapp.domain.scenario import Cost, Scenario
from impactapp.domain.study import Study


def scenario_fields(results: Results) -> list[dict[str, Any]]:
    """A member a scenario, in the order of the study; all times in FTE, parts 0..1, null for what is not known."""
    return [_scenario(results, scenario) for scenario in results.study.scenarios]


def _scenario(results: Results, scenario: Scenario) -> dict[str, Any]:
    found, study = scenario_result(results, scenario), results.study
    titles = {profession.id: profession.title for profession in study.professions}
    return {
        "id": scenario.id,
        "title": scenario.title,
        "horizon": scenario.horizon,
        "adoption": scenario.adoption.value,
        "stated": [_plain(part) for part in scenario.stated],
        "rule": found.rule.value,
        **{cost.value: _plain(scenario.cost(cost)) for cost in Cost},
        "departures": _plain(scenario.departures),
        "unset": [*(["adoption"] if scenario.lacks_adoption else []), *(cost.value for cost in found.unset)],
        "fte": _plain(found.fte),
        "years": [_year(year) for year in found.years],
        "professions": [_part(part, titles) for part in found.parts],
        "left_out": [{"profession": titles[left.profession_id], "why": left.why.value} for left in found.left_out],
        "small_teams": _teams(found, study, titles),
        "uses": [{"title": one.use.title, "share": _plain(one.use.share), "fte": _both(one.fte)} for one in found.uses],
        "sensitivity": [
            {
                "assumption": sway.assumption.value,
                "least": _plain(sway.least),
                "most": _plain(sway.most),
                "span": _plain(sway.span),
            }
            for sway in sensitivity(results, scenario)
        ],
        "note": scenario.note,
    }


def _year(year: Year) -> dict[str, Any]:
    return {
        "year": year.year,
        "adoption": _plain(year.adopted),
        "gross": _both(year.gross),
        "control": _both(year.control),
        "training": _plain(year.training),
        "drills": _plain(year.drills),
        "net": _both(year.net),
        "departures": _plain(year.departures),
    }


def _part(part: Part, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "profession": titles[part.profession_id],
        "fte": _plain(part.fte),
        "rate": _both(part.rate),
        "gross": _both(part.last.gross),
        "net": _both(part.last.net),
    }


def _teams(found: ScenarioResult, study: Study, titles: dict[str, str]) -> list[dict[str, Any]]:
    units = {unit.id: unit.title for unit in study.staffing.units}
    return [
        {
            "profession": titles[team.profession_id],
            "unit": units.get(team.unit_id),
            "most": _plain(team.net_high),
        }
        for team in found.small_teams
    ]


def _both(interval: Interval) -> dict[str, float | None]:
    return {"low": _plain(interval.low), "high": _plain(interval.high)}


def _plain(number: float | None) -> float | None:
    """Without the noise of binary sums."""
    return None if number is None else round(number, 12)

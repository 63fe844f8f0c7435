"""Scenarios as rows of a flat table, a row a year, with the settings they follow from."""

from collections.abc import Iterator

from impactapp import labels
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import scenario_result
from impactapp.domain.level import HYPOTHESES
from impactapp.domain.scenario import Cost
from impactapp.exchange.cell_text import csv_text
from impactapp.exchange.csv_cells import decimal, percent
from impactapp.i18n import _
from impactapp.labels import scenarios as words

Rows = Iterator[list[str]]


def scenario_tables(results: Results) -> dict[str, Rows]:
    """The table by the word its file is named with; none where the study has no scenario."""
    return {_("scenarios"): _years(results)} if results.study.scenarios else {}


def _years(results: Results) -> Rows:
    yield _header()
    for scenario in results.study.scenarios:
        found = scenario_result(results, scenario)
        settings = [
            csv_text(scenario.title),
            str(scenario.horizon),
            words.adoption_word(scenario.adoption),
            labels.rule_word(found.rule),
            *(percent(scenario.cost(cost)) for cost in Cost),
            percent(scenario.departures),
            decimal(found.fte),
        ]
        for year in found.years:
            ends = [one.under(side) for one in (year.gross, year.control) for side in HYPOTHESES]
            net = [year.net.under(side) for side in HYPOTHESES]
            numbers = [*ends, year.training, year.drills, *net, year.departures]
            yield [*settings, str(year.year), percent(year.adopted), *map(decimal, numbers)]


def _header() -> list[str]:
    settings = [
        _("Scenario"),
        _("Horizon (years)"),
        _("Adoption"),
        _("Rule"),
        _("Human control (%)"),
        _("Training (%)"),
    ]
    settings += [_("Practice for downtime (%)"), _("Departures a year (%)"), _("FTE counted")]
    costs = [_("Training"), _("Practice for downtime")]
    years = [_("Year"), _("Adoption (%)"), *_both(_("Gross")), *_both(_("Human control")), *costs]
    return [*settings, *years, *_both(_("Net")), _("Departures since the start")]


def _both(title: str) -> list[str]:
    said = _("{column}, {hypothesis}")
    return [said.format(column=title, hypothesis=labels.hypothesis_word(side)) for side in HYPOTHESES]

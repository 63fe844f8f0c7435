"""The scenarios of a study as text, in `impactapp show`."""

from impactapp import labels
from impactapp.cli import terminal
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult, scenario_result
from impactapp.domain.analysis.sensitivity import sensitivity
from impactapp.domain.scenario import Scenario
from impactapp.i18n import _
from impactapp.labels import scenario_sways as swayed
from impactapp.labels import scenarios as words


def scenarios_text(results: Results) -> str:
    """A block a scenario under what they all are; empty where the study has none."""
    scenarios = results.study.scenarios
    if not scenarios:
        return ""
    head = "\n".join((_("Scenarios"), terminal.paragraph(words.scenario_caution(), "  ")))
    return "\n\n".join((head, *(_block(results, scenario) for scenario in scenarios)))


def _block(results: Results, scenario: Scenario) -> str:
    result, study = scenario_result(results, scenario), results.study
    said = (
        words.headline(result),
        words.counted_sentence(result, study),
        words.unset_sentence(scenario),
        words.net_caution(result),
        words.adoption_sentence(scenario.adoption),
        words.departures_sentence(result) if result.parts else "",
    )
    parts = [scenario.title, *(terminal.paragraph(one, "  ") for one in said if one)]
    if result.parts:
        parts += ["", _years(result)]
    parts += _listed(_lines_of_uses(result))
    teams = [words.small_team_line(team, study) for team in result.small_teams]
    parts += _listed([words.small_teams_sentence(), *teams] if teams else [])
    left = [words.left_out_line(one, study) for one in result.left_out]
    parts += _listed([_("Professions that are not counted"), *left] if left else [])
    return "\n".join([*parts, *_listed(_weights(results, result))])


def _years(result: ScenarioResult) -> str:
    total = result.fte
    heading = (_("Year"), _("Adoption"), _("Gross"), _("Human control"), _("Training"), _("Practice for downtime"))
    rows = [
        (
            str(year.year),
            labels.percent(year.adopted),
            words.time_figures(year.gross, total),
            words.time_figures(year.control, total),
            words.amount(year.training, total),
            words.amount(year.drills, total),
            words.time_figures(year.net, total),
            words.amount(year.departures, total),
        )
        for year in result.years
    ]
    return terminal.table([(*heading, _("Net"), _("Departures")), *rows])


def _lines_of_uses(result: ScenarioResult) -> list[str]:
    lines = [words.use_line(one.use.title, one.use.share, one.fte, result.fte) for one in result.uses]
    return [_("What the time is for"), *lines] if lines else []


def _weights(results: Results, result: ScenarioResult) -> list[str]:
    sways = sensitivity(results, result.scenario)
    if not sways:
        return []
    lines = [swayed.sway_line(rank, sway, result.scenario) for rank, sway in enumerate(sways, 1)]
    return [swayed.sensitivity_sentence(sways, result), swayed.sensitivity_method(), *lines]


def _listed(lines: list[str]) -> list[str]:
    """A part of its own: its first line, the others under it."""
    if not lines:
        return []
    return ["", terminal.paragraph(lines[0], "  "), *(terminal.paragraph(line, "    ") for line in lines[1:])]

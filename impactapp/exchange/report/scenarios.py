"""Scenarios in the dossier: the settings of each beside what follows, who is not counted, what weighs most."""

from collections.abc import Iterator, Sequence

from impactapp import labels
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult, scenario_result
from impactapp.domain.analysis.sensitivity import Sway, sensitivity
from impactapp.domain.scenario import Scenario
from impactapp.domain.study import Study
from impactapp.exchange.report import cells
from impactapp.exchange.report.blocks import Block, Bullets, Fact, Facts, Grid, Section, Style, Words
from impactapp.i18n import _
from impactapp.labels import scenario_sways as swayed
from impactapp.labels import scenarios as words


def scenario_sections(results: Results) -> Iterator[Section]:
    """How they are calculated, then each; nothing where the study has none."""
    if not results.study.scenarios:
        return
    yield Section("scenarios", _("Scenarios"), (Words(words.scenario_caution(), Style.REMARK),))
    for scenario in results.study.scenarios:
        found = scenario_result(results, scenario)
        yield Section("scenario", scenario.title, tuple(_blocks(results, found)), 2)


def scenario_lines(results: Results) -> Iterator[str]:
    """Each scenario with what it gives at its horizon, in a sentence."""
    for scenario in results.study.scenarios:
        said = words.headline(scenario_result(results, scenario))
        yield _("Scenario “{title}”. {said}").format(title=scenario.title, said=said)


def _blocks(results: Results, found: ScenarioResult) -> Iterator[Block]:
    study, scenario = results.study, found.scenario
    yield Words(words.headline(found), Style.LEAD)
    for said in (words.unset_sentence(scenario), words.net_caution(found)):
        if said:
            yield Words(said, Style.REMARK)
    yield Facts(tuple(_settings(found, study)))
    yield Words(words.counted_sentence(found, study))
    if found.left_out:
        yield Words(_("Professions that are not counted"))
        yield Bullets(tuple(words.left_out_line(one, study) for one in found.left_out))
    if found.parts:
        yield _years(found)
        yield Words(words.departures_sentence(found))
        yield _professions(found, study)
    if found.uses:
        yield Words(_("What the time is for"))
        lines = (words.use_line(one.use.title, one.use.share, one.fte, found.fte) for one in found.uses)
        yield Bullets(tuple(lines))
    if found.small_teams:
        yield Words(words.small_teams_sentence())
        yield Bullets(tuple(words.small_team_line(team, study) for team in found.small_teams))
    yield from _sensitivity(results, found)


def _settings(found: ScenarioResult, study: Study) -> Iterator[Fact]:
    scenario = found.scenario
    yield Fact(_("Horizon"), words.years_count(scenario.horizon))
    yield Fact(_("Adoption"), words.adoption_sentence(scenario.adoption))
    yield Fact(_("Rule"), words.rule_used(scenario, study))
    yield Fact(_("Human control"), words.part_set(scenario.control))
    yield Fact(_("Training"), words.part_set(scenario.training))
    yield Fact(_("Practice for downtime"), words.part_set(scenario.drills))
    yield Fact(_("Departures a year"), _stated(scenario.departures))
    if scenario.note:
        yield Fact(_("Note"), scenario.note)


def _stated(part: float | None) -> str:
    """Departures take nothing back: they need not be set."""
    return _("not stated") if part is None else labels.share(part)


def _years(found: ScenarioResult) -> Grid:
    titles = [_("Year"), _("Adoption"), _("Gross"), _("Human control"), _("Training")]
    titles += [_("Practice for downtime"), _("Net"), _("Departures since the start")]
    rows = []
    for year in found.years:
        row = [str(year.year), labels.share(year.adopted), words.time_figures(year.gross, found.fte)]
        row += [words.time_figures(year.control, found.fte)]
        row += [words.amount(cost, found.fte) for cost in (year.training, year.drills)]
        row += [words.time_figures(year.net, found.fte), words.amount(year.departures, found.fte)]
        rows.append(tuple(map(cells.number, row)))
    head = tuple(map(cells.number, titles))
    return cells.grid(_("Year by year, in FTE"), head, rows, (8, 11, 14, 14, 12, 14, 14, 13))


def _professions(found: ScenarioResult, study: Study) -> Grid:
    head = [cells.words(_("Profession")), cells.number(_("FTE")), cells.number(_("Rate of the profession"))]
    head += [cells.number(_("Gross at the horizon")), cells.number(_("Net at the horizon"))]
    titles = {profession.id: profession.title for profession in study.professions}
    rows = []
    for part in found.parts:
        row = [cells.short(titles[part.profession_id]), cells.number(labels.fte(part.fte))]
        row += [cells.number(labels.percent_range(part.rate))]
        row += [cells.number(words.time_figures(one, part.fte)) for one in (part.last.gross, part.last.net)]
        rows.append(tuple(row))
    return cells.grid(_("By profession, in FTE"), tuple(head), rows, (36, 12, 18, 17, 17))


def _sensitivity(results: Results, found: ScenarioResult) -> Iterator[Block]:
    """Only once every cost is stated: until then nothing can be compared, which is said above."""
    sways = sensitivity(results, found.scenario)
    if sways:
        yield Words(swayed.sensitivity_sentence(sways, found))
        yield Words(swayed.sensitivity_method(), Style.SMALL)
        yield _swayed(sways, found.scenario)


def _swayed(sways: Sequence[Sway], scenario: Scenario) -> Grid:
    head = [cells.number(_("Rank")), cells.words(_("Assumption")), cells.words(_("What was varied"))]
    head += [cells.number(_("From")), cells.number(_("To")), cells.number(_("Span (FTE × years)"))]
    rows = []
    for rank, sway in enumerate(sways, 1):
        row = [cells.number(str(rank)), cells.words(swayed.assumption_word(sway.assumption))]
        row.append(cells.words(swayed.assumption_varied(sway.assumption, scenario)))
        row += [cells.number(words.amount(number)) for number in (sway.least, sway.most, sway.span)]
        rows.append(tuple(row))
    return cells.grid(_("Assumptions, the one that weighs most first"), tuple(head), rows, (8, 25, 37, 9, 9, 12))

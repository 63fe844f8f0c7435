"""The values that the figures of scenarios show, in FTE."""

from collections.abc import Iterable

from impactapp import labels
from impactapp.charts.chosen_scenario import by_category, category_title, result_of
from impactapp.charts.subject import Subject
from impactapp.charts.value_cells import Cell, Number, Values, low_high, table, time, times
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult, Year
from impactapp.i18n import _


def values(name: str, results: Results, subject: Subject) -> Values:
    """The table of a figure of a scenario that is countable."""
    found = result_of(results, subject)
    if name == "bridge":
        return _bridge(found)
    if name == "fan":
        return table((_("Year"), *_titles()), (_year(_number(year), year, found.fte) for year in found.years))
    if name == "time_by_profession":
        titles = {profession.id: profession.title for profession in results.study.professions}
        rows: Iterable[tuple[Cell, ...]] = (
            _year(titles[part.profession_id], part.last, part.fte) for part in found.parts
        )
        return table((_("Profession"), *_titles()), rows)
    shown = by_category(results, found.scenario)
    years = (
        (category_title(category), *_year(_number(year), year, one.fte))
        for category, one in shown
        for year in one.years
    )
    return table((_("Category"), _("Year"), *_titles()), years)


def _titles() -> tuple[str, ...]:
    return (*low_high(_("Gross, FTE")), *low_high(_("Net, FTE")))


def _year(first: Cell, year: Year, whole: float) -> tuple[Cell, ...]:
    return (first, *times(year.gross, whole), *times(year.net, whole))


def _number(year: Year) -> Number:
    return Number(labels.headcount(year.year))


def _bridge(found: ScenarioResult) -> Values:
    """From gross to net at the horizon, a step a row."""
    last, whole = found.last, found.fte
    rows: list[tuple[Cell, ...]] = [
        (_("Gross"), *times(last.gross, whole)),
        (_("Human control"), *times(last.control, whole)),
        (_("Training"), *(time(last.training, whole),) * 2),
        (_("Practice for downtime"), *(time(last.drills, whole),) * 2),
        (_("Net"), *times(last.net, whole)),
    ]
    return table((_("Step of the calculation, FTE"), *low_high(_("At the horizon"))), rows)

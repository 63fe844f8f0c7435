"""The values that a figure shows, as a table for spreadsheets: one number a cell, low and high apart."""

from collections.abc import Iterable

from impactapp import labels
from impactapp.charts import scenario_values, skill_values
from impactapp.charts.catalogue import PORTFOLIO, SCENARIO_CHARTS, SKILL_CHARTS, TIMELINE, is_available
from impactapp.charts.subject import Subject
from impactapp.charts.value_cells import Cell, Number, Values, low_high, rates, table, times
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.level import CRITERIA, HYPOTHESES
from impactapp.i18n import _


def values(name: str, results: Results, subject: Subject) -> Values | None:
    """The table of a figure, by its name among the charts; ``None`` where there is nothing to draw."""
    if not is_available(name, results, subject):
        return None
    if name == PORTFOLIO:
        return _portfolio(results)
    if name in SCENARIO_CHARTS:
        return scenario_values.values(name, results, subject)
    if name == TIMELINE:
        head = (_("Date"), *low_high(_("Substitution rate")))
        return table(head, ((labels.day(one.day), *rates(one.rate)) for one in subject.history))
    result = results.profession(subject.profession_id)
    if result is None:
        return None
    if name in SKILL_CHARTS:
        return skill_values.values(name, result, subject)
    return {"criteria": _criteria, "leverage": _leverage}.get(name, _decisions)(result)


def _portfolio(results: Results) -> Values:
    head = (_("Profession"), _("FTE"), *low_high(_("Substitution rate")), *low_high(_("Working time exposed, FTE")))
    return table(head, map(_profession, results.professions))


def _profession(found: ProfessionResult) -> tuple[Cell, ...]:
    whole = found.profession.fte
    fte = Number("" if whole is None else labels.fte(whole))
    return (found.profession.title, fte, *rates(found.rate), *times(found.fte_exposed, whole))


def _decisions(found: ProfessionResult) -> Values:
    """Of the matrix, and of the figure from low to high."""
    head = (_("Activity"), *(labels.hypothesis_word(one).capitalize() for one in HYPOTHESES))
    rows = ((task.task.title, *(task.under(one).substitution for one in HYPOTHESES)) for task in found.tasks)
    return table(head, rows)


def _criteria(found: ProfessionResult) -> Values:
    asked = [(hypothesis, criterion) for hypothesis in HYPOTHESES for criterion in CRITERIA]
    titles = (f"{labels.hypothesis_mark(hypothesis)} {labels.aspect_word(one)}" for hypothesis, one in asked)
    rows: list[tuple[Cell, ...]] = [
        (task.task.title, *(task.task.level(hypothesis, one) for hypothesis, one in asked)) for task in found.tasks
    ]
    return table((_("Activity"), *titles), rows)


def _leverage(found: ProfessionResult) -> Values:
    """In points of the rate, as the axis of the figure."""
    head = (_("Activity"), *low_high(_("Points of the rate for one level")))
    rows: Iterable[tuple[Cell, ...]] = (
        (task.task.title, *(_points(task.under(one).leverage) for one in HYPOTHESES)) for task in found.tasks
    )
    return table(head, rows)


def _points(leverage: float | None) -> Number:
    """Without its unit, which stands in the heading."""
    return Number("" if leverage is None else labels.points(leverage).replace("\u00a0", " ").split(" ")[0])

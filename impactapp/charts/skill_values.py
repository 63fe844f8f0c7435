"""The values that the figures of skills show."""

from collections.abc import Iterable

from impactapp import labels
from impactapp.charts.chosen_skill import by_exposure, chosen_skill
from impactapp.charts.subject import Subject
from impactapp.charts.value_cells import Cell, Number, Values, low_high, rate, rates, table
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.retention import LAST_MONTH, retention_exponential, retention_linear
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.skill import Mechanism, Retention
from impactapp.i18n import _
from impactapp.labels import skills as words


def values(name: str, result: ProfessionResult, subject: Subject) -> Values | None:
    """The table of a figure of skills; ``None`` where it is about one and there is none."""
    if name not in ("skill_flow", "skill_practice", "retention"):
        return _exposures(result)
    if name == "skill_flow":
        return _links(by_exposure(result))
    shown = chosen_skill(result, subject)
    if shown is None:
        return None
    return _links([shown]) if name == "skill_practice" else _retention(shown.skill.retention)


def _exposures(result: ProfessionResult) -> Values:
    restored = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)
    head = [_("Skill"), _("Criticality")]
    for mechanism in Mechanism:
        name = words.mechanism_word(mechanism)
        if mechanism in restored:
            head += [*low_high(_("{name} before").format(name=name)), *low_high(_("{name} after").format(name=name))]
        else:
            head += low_high(name)
    rows = []
    for shown in result.skills:
        row: list[Cell] = [shown.skill.title, words.criticality_word(shown.skill.criticality)]
        for mechanism in Mechanism:
            found = shown.mechanism(mechanism)
            row += [*rates(found.exposure), *(rates(found.residual) if mechanism in restored else ())]
        rows.append(tuple(row))
    return table(head, rows)


def _links(listed: Iterable[SkillResult]) -> Values:
    head = (_("Skill"), _("Activity"), _("Part of the practice"), *low_high(_("Taken by AI")))
    rows: list[tuple[Cell, ...]] = [
        (shown.skill.title, link.task.title, rate(link.part), *rates(link.taken))
        for shown in listed
        for link in shown.links
    ]
    return table(head, rows)


def _retention(kind: Retention) -> Values:
    head = (_("Months without practice"), _("Exponential shape"), _("Linear shape"))
    shapes = retention_exponential, retention_linear
    months = range(LAST_MONTH + 1)
    rows = ((Number(labels.headcount(month)), *(rate(shape(kind, month)) for shape in shapes)) for month in months)
    return table(head, rows)

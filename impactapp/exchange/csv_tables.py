"""The matrix as one flat table, a row an activity, in the CSV that spreadsheets of French hospitals open by a click.

UTF-8 with a byte order mark, ``;``, CRLF, and the decimal sign of the language. A text that looks like a formula gets
an apostrophe before it: such a file has no typed cells, and a spreadsheet would run it.
"""

import csv
from pathlib import Path

from impactapp import i18n, labels
from impactapp.domain.analysis.results import Results, TaskResult
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Profession
from impactapp.exchange.atomic import replacing
from impactapp.exchange.cell_text import csv_text
from impactapp.i18n import _


def write_csv(results: Results, target: Path) -> None:
    """Write the table in the chosen language; raises ``ExchangeError`` where the target cannot be written."""
    with replacing(target) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(_header())
        for found in results.professions:
            for task in found.tasks:
                writer.writerow([*_profession(found.profession), *_task(task)])


def _header() -> list[str]:
    titles = [_("Profession"), _("Category"), _("Headcount"), _("FTE"), _("Activity"), _("Share of time (%)")]
    for hypothesis in HYPOTHESES:
        side = labels.hypothesis_word(hypothesis)
        names = [name for c in CRITERIA for name in (labels.aspect_word(c), _justification(c))]
        names += [_("Proposal"), labels.aspect_word(Aspect.SUBSTITUTION), _("Reason"), _("Leverage (points)")]
        titles += [_("{column}, {hypothesis}").format(column=name, hypothesis=side) for name in names]
    return titles


def _justification(criterion: Aspect) -> str:
    return _("Justification of {criterion}").format(criterion=labels.aspect_word(criterion))


def _profession(profession: Profession) -> list[str]:
    return [
        csv_text(profession.title),
        labels.category_word(profession.category),
        "" if profession.headcount is None else str(profession.headcount),
        _decimal(profession.fte),
    ]


def _task(found: TaskResult) -> list[str]:
    share = found.task.share
    cells = [csv_text(found.task.title), _decimal(None if share is None else share * 100)]
    for hypothesis in HYPOTHESES:
        cells += _side(found, hypothesis)
    return cells


def _side(found: TaskResult, hypothesis: Hypothesis) -> list[str]:
    side = found.under(hypothesis)
    cells = []
    for criterion in CRITERIA:
        judgement = found.task.judgement(hypothesis, criterion)
        cells += [_word(judgement.level), csv_text(judgement.text)]
    reason = found.task.judgement(hypothesis, Aspect.SUBSTITUTION).text
    leverage = None if side.leverage is None else side.leverage * 100
    return [*cells, _word(side.proposal), _word(side.substitution), csv_text(reason), _decimal(leverage)]


def _word(level: Level | None) -> str:
    return "" if level is None else labels.level_word(level)


def _decimal(number: float | None) -> str:
    """Every digit that means something, none of the noise of binary sums; no exponent."""
    if number is None:
        return ""
    text = f"{round(number, 9):.9f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if i18n.language() == "fr" else text

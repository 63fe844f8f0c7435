"""The matrix as one flat table, a row an activity, in the CSV that spreadsheets of French hospitals open by a click.

UTF-8 with a byte order mark, ``;``, CRLF, and the decimal sign of the language. A text that looks like a formula gets
an apostrophe before it: such a file has no typed cells, and a spreadsheet would run it.

Skills, links, exposures, measures, staff and scenarios go into files beside it (``étude.compétences.csv`` beside
``étude.csv``), and only where the study has some: several tables in one file could be neither sorted, nor filtered,
nor read by another program.
"""

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from impactapp import labels
from impactapp.domain.analysis.results import Results, TaskResult
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.profession import Profession
from impactapp.exchange.atomic import replacing
from impactapp.exchange.cell_text import csv_text
from impactapp.exchange.csv_cells import decimal, level_word, percent, whole
from impactapp.exchange.csv_scenarios import scenario_tables
from impactapp.exchange.csv_skills import skill_tables
from impactapp.exchange.csv_staff import staff_tables
from impactapp.i18n import _


def write_csv(results: Results, target: Path) -> tuple[Path, ...]:
    """Write the tables in the chosen language; all are written before any takes its place, the target last.

    Returns the files, the target first. Raises ``ExchangeError`` where one cannot be written.
    """
    tables = {target: _matrix(results)}
    for name, rows in (skill_tables(results) | staff_tables(results) | scenario_tables(results)).items():
        tables[target.with_name(f"{target.stem}.{name}{target.suffix}")] = rows
    with ExitStack() as together:
        for path, rows in tables.items():
            _write(rows, together.enter_context(replacing(path)))
    return tuple(tables)


def _write(rows: Iterator[list[str]], path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)


def _matrix(results: Results) -> Iterator[list[str]]:
    yield _header()
    for found in results.professions:
        for task in found.tasks:
            yield [*_profession(found.profession), *_task(task)]


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
        whole(profession.headcount),
        decimal(profession.fte),
    ]


def _task(found: TaskResult) -> list[str]:
    share = found.task.share
    cells = [csv_text(found.task.title), percent(share)]
    for hypothesis in HYPOTHESES:
        cells += _side(found, hypothesis)
    return cells


def _side(found: TaskResult, hypothesis: Hypothesis) -> list[str]:
    side = found.under(hypothesis)
    cells = []
    for criterion in CRITERIA:
        judgement = found.task.judgement(hypothesis, criterion)
        cells += [level_word(judgement.level), csv_text(judgement.text)]
    reason = found.task.judgement(hypothesis, Aspect.SUBSTITUTION).text
    return [*cells, level_word(side.proposal), level_word(side.substitution), csv_text(reason), percent(side.leverage)]

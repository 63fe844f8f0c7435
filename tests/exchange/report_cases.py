"""Studies whose dossier is looked at in tests, and what a PDF says of itself: tags, words, pages."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pikepdf

from impactapp.charts import catalogue
from impactapp.charts.paper import paper
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Study
from impactapp.exchange.pdf.report import Draw, write_report_pdf
from impactapp.exchange.report.blocks import Grid, Picture, Report
from impactapp.exchange.report.content import report_content
from tests import builders

MADE_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def whole() -> Study:
    """The secretary with criteria, reasons, skills, a measure with dates, and a sitting with dissent."""
    study = replace(
        builders.skilled(),
        sittings=builders.workshop().sittings,
        establishment="CHU d’essai",
        authors="Groupe de travail",
        day=date(2026, 11, 20),
    )
    (found,) = study.professions
    first = found.tasks[0]
    said = replace(
        first.low,
        maturity=Judgement(builders.FO, "Marché mature"),
        acceptability=Judgement(builders.MO, "Activité pénible"),
        roi=Judgement(builders.MO, ""),
    )
    decided = replace(
        first.high, substitution=Judgement(first.level(Hypothesis.HIGH, Aspect.SUBSTITUTION), "Vu en groupe")
    )
    tasks = (replace(first, low=said, high=decided), *found.tasks[1:])
    (measure,) = found.barriers
    dated = replace(measure, code="refreshers", start=date(2026, 1, 5), review=date(2027, 3, 1))
    return replace(study, professions=(replace(found, tasks=tasks, barriers=(dated,), source="Webinaire"),))


def report(study: Study, *, is_summary: bool = False) -> Report:
    return report_content(analyse(study), MADE_AT, is_summary=is_summary)


def grids(made: Report, key: str) -> list[Grid]:
    """The tables of the sections of one kind."""
    return [
        block for section in made.sections if section.key == key for block in section.blocks if isinstance(block, Grid)
    ]


def drawer(results: Results) -> Draw:
    def draw(picture: Picture) -> bytes | None:
        subject = Subject(picture.profession_id, picture.skill_id, picture.hypothesis, picture.said)
        if not catalogue.is_available(picture.chart, results, subject):
            return None
        return paper(picture.chart, results, subject, picture.width)

    return draw


def write(study: Study, target: Path, *, is_summary: bool = False, **how: Any) -> Path:
    results = analyse(study)
    write_report_pdf(report_content(results, MADE_AT, is_summary=is_summary), target, drawer(results), **how)
    return target


def words_of(path: Path) -> str:
    """The words of a PDF in the order of reading, with ordinary blanks."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", done.stdout.replace("\u200b", ""))


def pages_of(path: Path) -> int:
    with pikepdf.open(path) as made:
        return len(made.pages)


def tagged(path: Path) -> list[tuple[str, str]]:
    """The tags of a PDF in the order of reading, each with its alternative text or its heading."""
    with pikepdf.open(path) as made:
        return list(_tags(made.Root.StructTreeRoot.K))


def _tags(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S), str(node.get("/Alt", node.get("/T", "")))
        if "/K" in node:
            yield from _tags(node.K)

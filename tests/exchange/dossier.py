"""The dossier of a study as Word document and slides, read back as what a person finds in them."""

import base64
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from pptx import Presentation

from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.office.outcome import Outcome
from impactapp.exchange.report.blocks import Picture, Report
from impactapp.exchange.report.content import report_content
from impactapp.exchange.slides.writing import write_slides
from impactapp.exchange.word.writing import write_report_docx
from tests import builders

MADE_AT = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_VALUES = re.compile(r"<c:val>.*?</c:val>", re.DOTALL)
_POINT = re.compile(r"<c:v>([^<]*)</c:v>")


def told() -> Study:
    """A study that says something in every part of a dossier: skills, a measure, a sitting with dissent."""
    return replace(builders.skilled(), sittings=builders.workshop().sittings, establishment="CH de Démonstration")


def report_of(study: Study, *, is_summary: bool = False) -> Report:
    """What the dossier says."""
    return report_content(analyse(study), MADE_AT, is_summary=is_summary)


def drawn(_picture: Picture) -> bytes:
    """A figure of one pixel."""
    return PNG


def word(study: Study, folder: Path, template: Path | None = None) -> tuple[Path, Outcome]:
    """The Word document of a study, and what its template could not be given."""
    target = folder / "dossier.docx"
    return target, write_report_docx(report_of(study), target, drawn, template)


def slides(study: Study, folder: Path, template: Path | None = None) -> Path:
    """The slides of a study."""
    target = folder / "diapositives.pptx"
    write_slides(analyse(study), target, template, made_at=MADE_AT)
    return target


def word_text(path: Path) -> str:
    """Every text of the body of a document, in order, a line a paragraph or a line of it."""
    body = Document(str(path)).element.body
    return "\n".join(
        "".join("\n" if part.tag.endswith("}br") else part.text or "" for part in paragraph.xpath(".//w:t | .//w:br"))
        for paragraph in body.xpath(".//w:p")
    )


def slide_text(path: Path, *, with_notes: bool = True) -> str:
    """Every text of the slides and their notes."""
    lines = []
    for slide in Presentation(str(path)).slides:
        lines += [text for _shape, text in slide_texts(slide)]
        if with_notes:
            lines.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(lines)


def slide_texts(slide: Any) -> Iterator[tuple[Any, str]]:
    """Each shape of a slide with each text that stands in it."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape, shape.text_frame.text
        if getattr(shape, "has_table", False):
            for row in shape.table.rows:
                for cell in row.cells:
                    yield shape, cell.text_frame.text


def chart_values(path: Path) -> list[list[float]]:
    """The numbers of each series of each chart of an Office file, as they are stored."""
    with zipfile.ZipFile(path) as parts:
        charts = sorted(name for name in parts.namelist() if "/charts/chart" in name and name.endswith(".xml"))
        texts = [parts.read(name).decode() for name in charts]
    return [[float(point) for point in _POINT.findall(series)] for text in texts for series in _VALUES.findall(text)]

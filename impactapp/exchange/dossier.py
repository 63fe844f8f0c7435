"""The dossier of a study in each of its forms: report, one page, Word, slides."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.benchmark import NO_BENCHMARKS, Benchmark
from impactapp.exchange.report.blocks import Picture
from impactapp.exchange.templates import OURS, Templates

Step = Callable[[int, int], None]
# the SVG of a figure, its words as text; None leaves it out
Draw = Callable[[Picture], bytes | None]


class Form(StrEnum):
    """A form of the dossier."""

    REPORT = "report"
    SUMMARY = "summary"
    WORD = "word"
    SLIDES = "slides"


def write_dossier(
    form: Form,
    results: Results,
    target: Path,
    *,
    draw: Draw,
    made_at: datetime,
    templates: Templates = OURS,
    step: Step | None = None,
    benchmarks: Mapping[str, Benchmark] = NO_BENCHMARKS,
) -> tuple[str, ...]:
    """Write one form of the dossier, and give what is to be said of its template; ``made_at`` is in UTC.

    ``step(position, total)`` hears of progress and may raise to cancel: the target is then as before. Raises
    ``ExchangeError`` where the target cannot be written or a template cannot be used.
    """
    if form is Form.SLIDES:
        from impactapp.exchange.slides.writing import write_slides

        write_slides(results, target, templates.slides, step, made_at, benchmarks)
        return ()
    from impactapp.exchange.report.content import report_content

    if form is Form.WORD:
        from impactapp.exchange.word.figures import imaged
        from impactapp.exchange.word.writing import write_report_docx

        report = report_content(results, made_at, benchmarks=benchmarks)
        with imaged(report, draw) as image:
            return write_report_docx(report, target, image, templates.word, step).sentences()
    from impactapp.exchange.pdf.isolation import isolated
    from impactapp.exchange.pdf.report import write_report_pdf

    fenced = isolated(results.study)
    told = results if fenced is results.study else analyse(fenced)
    report = report_content(told, made_at, is_summary=form is Form.SUMMARY, benchmarks=benchmarks)
    write_report_pdf(report, target, draw, templates.folder, step)
    return ()

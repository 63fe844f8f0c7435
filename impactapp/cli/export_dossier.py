"""The forms of the dossier and the record, as `impactapp export` writes them."""

from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime

from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study

Step = Callable[[int, int], None]
SUMMARISED = ".pdf"
RECORD = ".zip"
SUFFIXES = (SUMMARISED, ".docx", ".pptx", RECORD)


def write(study: Study, options: Namespace, suffix: str, step: Step | None) -> tuple[str, ...]:
    """Write the report, its one page, the Word document or the slides; gives what is to be said of the template."""
    from impactapp.cli.drawing import drawer
    from impactapp.exchange.dossier import Form, write_dossier
    from impactapp.exchange.templates import templates_at
    from impactapp.store.benchmarks import benchmarks

    forms = {".docx": Form.WORD, ".pptx": Form.SLIDES, SUMMARISED: Form.SUMMARY if options.summary else Form.REPORT}
    templates = templates_at(options.template, suffix)
    results = analyse(study)
    return write_dossier(
        forms[suffix],
        results,
        options.out,
        draw=drawer(results),
        made_at=datetime.now(UTC),
        templates=templates,
        step=step,
        benchmarks=benchmarks(),
    )


def write_archive(options: Namespace, step: Step | None) -> tuple[str, ...]:
    """Write the record, of a copy: what another window saves meanwhile is in all of it or in nothing."""
    from impactapp.cli.drawing import drawer, record_figures
    from impactapp.exchange.atomic import folder_beside
    from impactapp.exchange.record.writing import RecordSources, write_record
    from impactapp.exchange.templates import templates_at
    from impactapp.store.benchmarks import benchmarks
    from impactapp.store.copying import copy_study

    templates = templates_at(options.template, RECORD)
    # beside the archive: a window that ends this process takes that folder away, and no study stays anywhere
    with folder_beside(options.out) as folder:
        copy = folder / "study.impact"
        results = analyse(copy_study(options.study, copy))
        figures = tuple(record_figures(results))
        sources = RecordSources(results, copy, figures, drawer(results), datetime.now(UTC), templates, benchmarks())
        return write_record(sources, options.out, step)

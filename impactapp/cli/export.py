"""`impactapp export`: the study as a workbook, tables, JSON, or one of its charts as a picture."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from impactapp import palette
from impactapp.charts.subject import Subject
from impactapp.cli import subject, terminal
from impactapp.cli.command import add_study, misused
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.analysis.timeline import RateOn, rates_over
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.study import Study
from impactapp.i18n import _

_OF_RESULTS = ("matrix", "interval", "criteria", "leverage", "portfolio")
_OF_SKILLS = ("skill_map", "exposure", "holders", "skill_flow", "skill_practice", "retention")
_OF_SCENARIOS = ("bridge", "fan", "time_by_profession", "time_by_category")
_TIMELINE = "timeline"
CHARTS = (*_OF_RESULTS, *_OF_SKILLS, *_OF_SCENARIOS, _TIMELINE)
_PICTURES = (".png", ".svg", ".pdf")
_PRINT_DPI = 300
_STUDY_WIDE = "portfolio"


def summary() -> str:
    """Its line in the help."""
    return _("a workbook, tables, JSON or a chart of a study")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    add_study(parser)
    parser.add_argument(
        "--out",
        metavar=_("FILE"),
        type=Path,
        required=True,
        help=_("file to write: .xlsx, .csv, .json (the whole study), or with --chart .png, .svg, .pdf"),
    )
    parser.add_argument("--chart", metavar=_("NAME"), help=_("chart to draw: {names}").format(names=", ".join(CHARTS)))
    subject.arguments(parser)
    parser.add_argument("--progress", action="store_true", help=_("say how far a workbook is, a line a step"))


def run(options: Namespace) -> int:
    """Write the file."""
    from impactapp.store.reading import read_study

    study = read_study(options.study)
    _refuse_study_itself(options.study, options.out)
    suffix = options.out.suffix.lower()
    dpi = _PRINT_DPI
    written: tuple[Path, ...] = (options.out,)
    if suffix in _PICTURES:
        dpi = _picture(study, options)
    elif options.chart is not None or subject.is_given(options):
        words = _("--chart, --profession, --skill, --hypothesis and --scenario are for .png, .svg and .pdf")
        misused("impactapp export", words)
    else:
        written = _tables(study, options.out, suffix, _say_progress if options.progress else None)
    for path in written:
        terminal.say(_("File written: {path}").format(path=path))
    if dpi < _PRINT_DPI:
        terminal.say(
            _("The figure is very long: it was drawn at {dpi} dpi. PDF and SVG keep all its detail.").format(dpi=dpi)
        )
    return 0


def _refuse_study_itself(study: Path, target: Path) -> None:
    if target.exists() and target.samefile(study):
        raise Refusal(Problem.FILE_EXISTS, path=target)


def _tables(study: Study, target: Path, suffix: str, step: Callable[[int, int], None] | None) -> tuple[Path, ...]:
    """Write the tables; gives the files written, the one asked for first."""
    if suffix == ".xlsx":
        from impactapp.exchange.excel_export import write_excel
        from impactapp.store.benchmarks import benchmarks

        write_excel(analyse(study), target, made_at=datetime.now(UTC), step=step, benchmarks=benchmarks())
    elif suffix == ".csv":
        from impactapp.exchange.csv_tables import write_csv

        return write_csv(analyse(study), target)
    elif suffix == ".json":
        from impactapp.exchange.study_json import write_study_json

        write_study_json(study, target)
    else:
        raise Refusal(Problem.TARGET_FORMAT_UNKNOWN, path=target)
    return (target,)


def _say_progress(position: int, total: int) -> None:
    terminal.say(f"{position}/{total}")


def _picture(study: Study, options: Namespace) -> int:
    """Draw a chart; gives the dots per inch it was drawn at."""
    names = ", ".join(CHARTS)
    if options.chart is None:
        raise Refusal(Problem.CHART_NAME_MISSING, names=names)
    if options.chart not in CHARTS:
        raise Refusal(Problem.CHART_UNKNOWN, name=options.chart, names=names)
    results = analyse(study)
    return _draw(options.chart, results, _subject(study, options), options.out)


def _subject(study: Study, options: Namespace) -> Subject:
    if options.chart == _STUDY_WIDE:
        return Subject()
    if options.chart in _OF_SCENARIOS:
        return subject.scenario_subject(study, options)
    about = subject.subject_of(study, options)
    return replace(about, history=_history(options.study, about)) if options.chart == _TIMELINE else about


def _history(path: Path, about: Subject) -> tuple[RateOn, ...]:
    """The rates of the profession on the days its study changed."""
    from impactapp.store.history import past_studies

    days = ((past.day, past.study) for past in past_studies(path))
    return rates_over(days).get(about.profession_id, ())


def _draw(name: str, results: Results, about: Subject, target: Path) -> int:
    from impactapp.charts import catalogue
    from impactapp.exchange.atomic import replacing

    if not catalogue.is_available(name, results, about):
        raise Refusal(Problem.CHART_EMPTY, name=name)
    with replacing(target) as temporary:
        return catalogue.save(name, results, about, catalogue.Look(palette.LIGHT, 1.0), temporary)

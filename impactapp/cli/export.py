"""`impactapp export`: the study as a dossier, a record, a workbook, tables, JSON, or one of its charts as a picture."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from impactapp import palette
from impactapp.charts.subject import Subject
from impactapp.cli import export_dossier, subject, terminal
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
    return _("a report, slides, a workbook, tables or a chart of a study, or all of it")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    add_study(parser)
    parser.add_argument(
        "--out",
        metavar=_("FILE"),
        type=Path,
        required=True,
        help=_(
            "file to write: .pdf (the report), .docx, .pptx, .xlsx, .csv, .json (the whole study), .zip (all of these "
            "and every figure), or with --chart .png, .svg, .pdf"
        ),
    )
    parser.add_argument("--summary", action="store_true", help=_("of the .pdf report, only its one page"))
    parser.add_argument(
        "--template",
        metavar=_("PATH"),
        type=Path,
        help=_("template of the establishment for .pdf, .docx, .pptx and .zip: a folder, or a .docx or .pptx file"),
    )
    parser.add_argument("--chart", metavar=_("NAME"), help=_("chart to draw: {names}").format(names=", ".join(CHARTS)))
    subject.arguments(parser)
    parser.add_argument("--progress", action="store_true", help=_("say how far the work is, a line a step"))


def run(options: Namespace) -> int:
    """Write the file."""
    suffix = options.out.suffix.lower()
    _require_fitting(options, suffix)
    step = _say_progress if options.progress else None
    written: tuple[Path, ...] = (options.out,)
    remarks: tuple[str, ...] = ()
    if suffix == export_dossier.RECORD:
        _refuse_study_itself(options.study, options.out)
        remarks = export_dossier.write_archive(options, step)
    elif _is_dossier(options, suffix):
        remarks = export_dossier.write(_read(options), options, suffix, step)
    elif suffix in _PICTURES:
        remarks = _picture(_read(options), options)
    else:
        written = _tables(_read(options), options.out, suffix, step)
    for path in written:
        terminal.say(_("File written: {path}").format(path=path))
    for remark in remarks:
        terminal.say(remark)
    return 0


def _read(options: Namespace) -> Study:
    from impactapp.store.reading import read_study

    study = read_study(options.study)
    _refuse_study_itself(options.study, options.out)
    return study


def _is_dossier(options: Namespace, suffix: str) -> bool:
    return suffix in export_dossier.SUFFIXES and options.chart is None


def _require_fitting(options: Namespace, suffix: str) -> None:
    """Leave with 2 where an option is of no use to the file asked for."""
    if options.chart is not None or subject.is_given(options):
        if suffix not in _PICTURES:
            words = _("--chart, --profession, --skill, --hypothesis and --scenario are for .png, .svg and .pdf")
            misused("impactapp export", words)
        if _is_dossier(options, suffix):
            misused("impactapp export", _("--profession, --skill, --hypothesis and --scenario go with --chart"))
    if options.summary and not (suffix == export_dossier.SUMMARISED and options.chart is None):
        misused("impactapp export", _("--summary is for a .pdf without --chart"))
    if options.template is not None and not _is_dossier(options, suffix):
        misused("impactapp export", _("--template is for .docx, .pptx, .zip, and .pdf without --chart"))


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


def _picture(study: Study, options: Namespace) -> tuple[str, ...]:
    """Draw a chart; gives what is to be said of it."""
    names = ", ".join(CHARTS)
    if options.chart is None:
        raise Refusal(Problem.CHART_NAME_MISSING, names=names)
    if options.chart not in CHARTS:
        raise Refusal(Problem.CHART_UNKNOWN, name=options.chart, names=names)
    results = analyse(study)
    dpi = _draw(options.chart, results, _subject(study, options), options.out)
    if dpi >= _PRINT_DPI:
        return ()
    return (_("The figure is very long: it was drawn at {dpi} dpi. PDF and SVG keep all its detail.").format(dpi=dpi),)


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

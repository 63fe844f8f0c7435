"""Write the record: one archive of a study in every form, written in one pass and put in its place when it is whole."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from zipfile import ZipFile

from impactapp.domain.analysis.results import Results
from impactapp.domain.benchmark import NO_BENCHMARKS, Benchmark
from impactapp.exchange.atomic import folder_beside, replacing
from impactapp.exchange.dossier import Draw, Form, Step, write_dossier
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.record.archive import Archive
from impactapp.exchange.record.contents import Names, names
from impactapp.exchange.record.names import plain_name
from impactapp.exchange.record.readme import readme
from impactapp.exchange.templates import OURS, Templates

FIGURE_SUFFIXES = (".png", ".svg")
_Make = Callable[[Path], object]
_Part = Callable[[Archive], None]


@dataclass(frozen=True, slots=True)
class RecordFigure:
    """A figure: its place in the folder of figures, without suffix, and what draws it in the form the suffix says."""

    name: str
    draw: _Make


@dataclass(frozen=True, slots=True)
class RecordSources:
    """What a record is made of. ``study_file`` is a copy that nobody writes to; ``made_at`` is in UTC."""

    results: Results
    study_file: Path
    figures: Sequence[RecordFigure]
    draw: Draw
    made_at: datetime
    templates: Templates = OURS
    benchmarks: Mapping[str, Benchmark] = field(default_factory=lambda: NO_BENCHMARKS)


def write_record(sources: RecordSources, target: Path, step: Step | None = None) -> tuple[str, ...]:
    """Write the archive, in the chosen language, and give what is to be said of the templates.

    ``step(position, total)`` hears of each file, and between them of the same position again; it may raise to cancel:
    the target is then as before. Raises ``ExchangeError`` where the target cannot be written or a template cannot be
    used.
    """
    said = names()
    position, parts = 0, 0
    remarks: list[str] = []

    def breathe(*_inside: int) -> None:
        if step is not None:
            step(position, parts)

    planned = [*_documents(sources, said, breathe, remarks), *_tables(sources, said), *_figures(sources, said)]
    parts = len(planned) + 1
    # the working folder beside the target: where there is room for the archive, there is room for one of its files
    with replacing(target) as temporary, folder_beside(target) as work:
        with ZipFile(temporary, "w") as zipped, _refusals_about(target, work):
            archive = Archive(zipped, work, sources.made_at.astimezone())
            archive.add_text(said.readme, readme(sources.results.study, said, sources.made_at), "utf-8-sig")
            for add in planned:
                add(archive)
                position += 1
                breathe()
            archive.add_text(said.sums, archive.sums_list())
        position += 1
        breathe()
    return tuple(remarks)


def _documents(
    sources: RecordSources, said: Names, breathe: Callable[..., None], remarks: list[str]
) -> Iterator[_Part]:
    from impactapp.exchange.excel_export import write_excel

    yield _one(said.study, lambda path: copyfile(sources.study_file, path))
    made_at, benchmarks = sources.made_at, sources.benchmarks
    yield _one(
        said.workbook,
        lambda path: write_excel(sources.results, path, made_at=made_at, step=breathe, benchmarks=benchmarks),
    )
    forms = {
        Form.REPORT: said.report,
        Form.SUMMARY: said.summary,
        Form.WORD: said.word,
        Form.SLIDES: said.slides,
    }
    for form, name in forms.items():
        yield _one(name, _dossier(form, sources, breathe, remarks))


def _dossier(form: Form, sources: RecordSources, breathe: Callable[..., None], remarks: list[str]) -> _Make:
    def make(path: Path) -> None:
        remarks.extend(
            write_dossier(
                form,
                sources.results,
                path,
                draw=sources.draw,
                made_at=sources.made_at,
                templates=sources.templates,
                step=breathe,
                benchmarks=sources.benchmarks,
            )
        )

    return make


def _tables(sources: RecordSources, said: Names) -> Iterator[_Part]:
    from impactapp.exchange.csv_tables import write_csv
    from impactapp.exchange.results_json import results_to_json
    from impactapp.exchange.study_json import write_study_json

    def tables(folder: Path) -> None:
        for path in write_csv(sources.results, folder / said.table):
            path.rename(path.with_name(f"{plain_name(path.stem)}{path.suffix}"))

    yield lambda archive: archive.add_folder(said.tables, tables)
    yield _one(said.whole_study, lambda path: write_study_json(sources.results.study, path))

    def results(path: Path) -> object:
        return path.write_text(_readable(results_to_json(sources.results, sources.benchmarks)), "utf-8")

    yield _one(said.results, results)


def _figures(sources: RecordSources, said: Names) -> Iterator[_Part]:
    for figure in sources.figures:
        for suffix in FIGURE_SUFFIXES:
            yield _one(f"{said.figures}/{figure.name}{suffix}", figure.draw)


def _readable(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _one(name: str, make: _Make) -> _Part:
    return lambda archive: archive.add(name, make)


@contextmanager
def _refusals_about(target: Path, work: Path) -> Iterator[None]:
    """A file of the working folder that cannot be written means that the archive cannot."""
    try:
        yield
    except ExchangeError as error:
        if Path(error.values.get("path", "")).is_relative_to(work):
            raise ExchangeError(error.problem, path=target) from error
        raise

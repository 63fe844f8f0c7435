"""The Excel matrix a manager gets by e-mail: typed cells, live formulas with their values, charts, hidden ids."""

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp.domain.analysis.benchmarks import benchmark_cards
from impactapp.domain.analysis.results import Results
from impactapp.domain.benchmark import NO_BENCHMARKS, Benchmark
from impactapp.exchange.atomic import replacing
from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.workbook.benchmark_sheet import write_benchmark
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.criteria import write_criteria
from impactapp.exchange.workbook.files import close_workbook, new_workbook
from impactapp.exchange.workbook.ids import write_ids
from impactapp.exchange.workbook.layout import Layout
from impactapp.exchange.workbook.matrix import write_matrix
from impactapp.exchange.workbook.pages import write_definitions, write_readme
from impactapp.exchange.workbook.results_sheet import write_results
from impactapp.exchange.workbook.scenarios_sheet import write_scenarios
from impactapp.exchange.workbook.sitting_sheets import write_sitting_sheets
from impactapp.exchange.workbook.skill_layout import SkillLayout
from impactapp.exchange.workbook.skill_sheets import skill_steps, write_skill_sheets
from impactapp.exchange.workbook.staff_sheet import write_staff

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

Step = Callable[[int, int], None]
_SHEETS_BY_PROFESSION = 3


def write_excel(
    results: Results,
    target: Path,
    *,
    made_at: datetime,
    step: Step | None = None,
    benchmarks: Mapping[str, Benchmark] = NO_BENCHMARKS,
) -> None:
    """Write the workbook in the chosen language; ``made_at`` is in UTC, ``benchmarks`` are those the store holds.

    ``step(position, total)`` hears of progress and may raise to cancel: the target is then as before. Raises
    ``ExchangeError`` where the target cannot be written.
    """
    with replacing(target) as temporary:
        # the archive in memory first: on a disk that fills, it would complain again when it is let go
        made = BytesIO()
        workbook = new_workbook(made)
        _properties(workbook, results, made_at)
        write_sheets(Book(workbook, results.study.title), results, made_at, step, benchmarks)
        close_workbook(workbook)
        temporary.write_bytes(made.getbuffer())


def write_sheets(
    book: Book,
    results: Results,
    made_at: datetime,
    step: Step | None = None,
    benchmarks: Mapping[str, Benchmark] = NO_BENCHMARKS,
) -> None:
    """Write every sheet into a workbook that is open."""
    layout = Layout.of(results)
    skills = SkillLayout.of(results, layout)
    done = _counter(_SHEETS_BY_PROFESSION * len(results.professions) + skill_steps(skills) + 1, step)
    write_readme(book, results, made_at, skilled=skills is not None)
    sheets = {
        "matrix": write_matrix(book, results, layout, done).name,
        "criteria": write_criteria(book, results, layout, done).name,
        "results": write_results(book, results, layout, done).name,
    }
    if skills is not None:
        sheets |= write_skill_sheets(book, results.study, skills, done)
    write_benchmark(book, results, benchmark_cards(results, benchmarks))
    sheets |= write_staff(book, results, sheets["results"])
    sheets |= write_scenarios(book, results, layout, sheets["results"])
    sheets |= write_sitting_sheets(book, results.study)
    write_definitions(book, results.study, skilled=skills is not None)
    write_ids(book, results, skills, sheets, made_at)
    done()


def _properties(workbook: "Workbook", results: Results, made_at: datetime) -> None:
    study = results.study
    workbook.set_properties(
        {
            "title": " ".join(cell_text(study.title).split()),
            "author": " ".join(cell_text(study.authors).split()),
            "comments": "impactapp",
            "created": made_at.replace(tzinfo=None, microsecond=0),
        }
    )
    workbook.set_calc_mode("auto")


def _counter(total: int, step: Step | None) -> Callable[[], None]:
    position = 0

    def done() -> None:
        nonlocal position
        position += 1
        if step is not None:
            step(position, total)

    return done

"""Report, Word document and slides say the same: their numbers are those that other programs read from the results."""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.pdf.report import write_report_pdf
from impactapp.exchange.results_json import results_to_json
from tests import builders
from tests.exchange import cases
from tests.exchange.dossier import chart_values, report_of, slide_text, slides, told, word, word_text

PERCENT = re.compile(r"(\d+(?:,\d+)?)\s?%")
# the rates of the rules and the classes, in the words that explain them
LETTERS = {None: "–", "faible": "Fa", "moyen": "Mo", "fort": "Fo"}
EXPLAINED = {"0", "25", "50", "75", "100"}


def two_professions() -> Study:
    """Two of them, one by time shares that make uneven figures."""
    timed = cases.by_time(builders.secretary())
    (secretary,) = timed.professions
    other = replace(builders.large(1, 7).professions[0], title="Aide-soignante", skills=(), barriers=())
    return replace(timed, professions=(secretary, other))


STUDIES: dict[str, Callable[[], Study]] = {
    "told": told,
    "secretary": builders.secretary,
    "by_time": lambda: cases.by_time(builders.secretary()),
    "custom": lambda: cases.custom(builders.secretary()),
    "two": two_professions,
    "half": cases.half_decided,
}


def texts(study: Study, folder: Path) -> dict[str, str]:
    """What each form says, its blanks made plain."""
    target = folder / "dossier.pdf"
    write_report_pdf(report_of(study), target, lambda _picture: None)
    command = ["pdftotext", "-layout", str(target), "-"]
    said = {"pdf": subprocess.run(command, capture_output=True, text=True, check=True).stdout}
    said["docx"] = word_text(word(study, folder)[0])
    said["pptx"] = slide_text(slides(study, folder))
    return {form: " ".join(text.split()) for form, text in said.items()}


def plain(text: str) -> str:
    """A figure as it is searched for."""
    return " ".join(text.split())


def interval(found: dict[str, Any]) -> Interval:
    """Both ends of an interval of the JSON."""
    return Interval(found["low"], found["high"])


def headlines(result: dict[str, Any]) -> Iterator[str]:
    """The figures of a profession that every form says."""
    if result["rate"]["low"] is None or result["rate"]["high"] is None:
        return
    yield plain(labels.percent_range(interval(result["rate"])))
    if result["fte"] is not None and result["fte_exposed"]["high"] is not None:
        yield plain(labels.fte_figures(interval(result["fte_exposed"]), result["fte"]))


def rates(value: object) -> Iterator[float]:
    """Every number of the JSON that is a rate, a share or an exposure."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from rates(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from rates(inner)
    elif isinstance(value, float) and 0 <= value <= 1:
        yield value


@pytest.mark.parametrize("name", STUDIES)
def test_the_figures_of_the_results_stand_in_every_form(name: str, tmp_path: Path) -> None:
    study = STUDIES[name]()
    said = texts(study, tmp_path)
    for result in results_to_json(analyse(study))["professions"]:
        for figure in headlines(result):
            assert {form: figure in text for form, text in said.items()} == dict.fromkeys(said, True), figure


@pytest.mark.parametrize("name", STUDIES)
def test_no_form_prints_a_percentage_that_is_not_in_the_results(name: str, tmp_path: Path) -> None:
    study = STUDIES[name]()
    found = results_to_json(analyse(study))
    numbers = [*rates(found), *(rates_of_the_group(study))]
    known = {plain(say(value)).split(" ")[0] for value in numbers for say in (labels.percent, labels.share)}
    for form, text in texts(study, tmp_path).items():
        assert set(PERCENT.findall(text)) <= known | EXPLAINED, form


@pytest.mark.parametrize("name", ["told", "secretary", "half"])
def test_the_levels_of_the_matrix_are_those_of_the_results(name: str, tmp_path: Path) -> None:
    study = STUDIES[name]()
    found = results_to_json(analyse(study))["professions"]
    wanted = {
        plain(task["title"])[:20]: tuple(LETTERS[task["substitution"][end]] for end in ("low", "high"))
        for one in found
        for task in one["tasks"]
    }
    slide = Presentation(str(slides(study, tmp_path))).slides[2]
    (on_slide,) = [shape.table for shape in slide.shapes if shape.has_table]
    rows = [[cell.text_frame.text for cell in row.cells] for row in on_slide.rows][1:]
    assert {row[-3][:20]: (row[-2][:2], row[-1][:2]) for row in rows} == wanted
    tables = Document(str(word(study, tmp_path)[0])).tables
    matrices = [[cell.text for cell in row.cells] for table in tables for row in table.rows if len(table.columns) == 4]
    in_word = {row[1][:20]: (row[2][:2], row[3][:2]) for row in matrices if row[0].isdigit()}
    assert {title: levels for title, levels in in_word.items() if title in wanted} == {
        title: tuple("no" if one == "–" else one for one in levels) for title, levels in wanted.items()
    }


def rates_of_the_group(study: Study) -> tuple[float, ...]:
    """The rates of a rule of the group's own."""
    custom = study.custom_rates
    return () if custom is None else (custom.faible, custom.moyen, custom.fort)


@pytest.mark.parametrize("name", STUDIES)
def test_the_charts_hold_the_numbers_of_the_results_to_the_last_digit(name: str, tmp_path: Path) -> None:
    study = STUDIES[name]()
    found = results_to_json(analyse(study))["professions"]
    known = [one["rate"] for one in found if one["rate"]["low"] is not None and one["rate"]["high"] is not None]
    wanted = [[one[end] for one in known] for end in ("low", "high")] if known else []
    in_word = chart_values(word(study, tmp_path)[0])
    on_slides = chart_values(slides(study, tmp_path))
    assert on_slides[:2] == wanted
    assert in_word[:2] == wanted
    sides = ("atrophy", "non_acquisition")
    skills = [skill for one in found for skill in one["skills"]]
    exposed = {(skill["exposure"][side]["high"], skill["residual"][side]["high"]) for skill in skills for side in sides}
    for before, after in zip(*on_slides[2:4], strict=True) if len(on_slides) > 2 else ():
        assert (before, after) in exposed

"""LibreOffice opens the workbook, computes every formula to the value stored, and follows a changed level."""

import math
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.profession import Task
from impactapp.domain.rule import Rule, Weighting
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FO
from tests.exchange import cases
from tests.exchange.office import convert, formulas, recalculated, value

pytestmark = pytest.mark.libreoffice

STUDIES: dict[str, Callable[[], Study]] = {
    "secretary": builders.secretary,
    "by_time": lambda: cases.by_time(builders.secretary()),
    "custom": lambda: cases.custom(builders.secretary()),
    "custom_by_time": lambda: cases.custom(cases.by_time(builders.secretary())),
    "custom_without_rates": lambda: replace(builders.secretary(), rule=Rule.CUSTOM),
    "partly_rated": cases.partly_rated,
    "three_professions": cases.three_professions,
    "half_decided": cases.half_decided,
    "time_never_stated": lambda: replace(builders.secretary(), weighting=Weighting.TIME),
    "complete": cases.complete,
    "empty": builders.study,
    "no_task": lambda: builders.study(builders.profession(1)),
}


def same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return one == other


@pytest.mark.parametrize(
    ("name", "language"), [*((name, "fr") for name in STUDIES), ("secretary", "en"), ("three_professions", "en")]
)
def test_every_formula_gives_the_value_stored(name: str, language: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    path = cases.exported(STUDIES[name](), tmp_path)
    stored, computed = load_workbook(path, data_only=True), recalculated(path, tmp_path / "office")
    differing = {
        (sheet, cell): (value(stored, sheet, cell), value(computed, sheet, cell))
        for sheet, cell in formulas(path)
        if not same(value(stored, sheet, cell), value(computed, sheet, cell))
    }
    assert differing == {}


def figures(book_path: Path, folder: Path, row: int) -> list[object]:
    book = recalculated(book_path, folder)
    return [value(book, "Résultats", f"{letter}{row}") for letter in "FGHIJK"]


@pytest.mark.parametrize("name", ["secretary", "by_time", "custom"])
def test_a_level_changed_in_the_matrix_changes_the_rate_as_the_analysis_says(name: str, tmp_path: Path) -> None:
    study = STUDIES[name]()
    path = cases.exported(study, tmp_path)
    book = load_workbook(path)
    assert book["Matrice"]["A8"].value == builders.SECRETARY_MATRIX[3][0]
    book["Matrice"]["D8"] = "Fort"
    book.save(path)
    edit = rate([Cell("sec-4", Hypothesis.HIGH, Aspect.SUBSTITUTION)], FO)
    (expected,) = analyse(edit.change(study)).professions
    figured = figures(path, tmp_path / "office", 9)
    wanted = [expected.rate.low, expected.rate.high, expected.interval.low, expected.interval.high]
    wanted += [expected.fte_exposed.low, expected.fte_exposed.high]
    assert [round(float(str(figure)), 9) for figure in figured] == [round(figure or 0, 9) for figure in wanted]


def test_rows_sorted_by_hand_change_no_figure(tmp_path: Path) -> None:
    path = cases.exported(cases.three_professions(), tmp_path)
    before = load_workbook(path, data_only=True)
    book = load_workbook(path)
    sheet = book["Matrice"]
    rows = [[cell.value for cell in sheet[row]][:8] for row in range(5, 12)]
    for row, cells in enumerate(reversed(rows), 5):
        for column, content in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            cell.value = content
            if isinstance(content, str):
                cell.data_type = "s"
    book.save(path)
    computed = recalculated(path, tmp_path / "office")
    for row in range(9, 13):
        for letter in "ADEFGHIJK":
            place = f"{letter}{row}"
            assert same(value(before, "Résultats", place), value(computed, "Résultats", place)), place
    assert [value(computed, "Critères", f"J{row}") for row in range(6, 13)] == [
        value(before, "Critères", f"J{row}") for row in range(6, 13)
    ]


def test_another_rule_chosen_on_the_sheet_changes_the_rates(tmp_path: Path) -> None:
    path = cases.exported(builders.secretary(), tmp_path)
    book = load_workbook(path)
    sheet = book["Résultats"]
    rules = [cell.value for cell in sheet["A"] if isinstance(cell.value, str) and "50\u00a0%" in cell.value]
    sheet["B4"] = rules[1]
    book.save(path)
    assert [round(float(str(figure)), 9) for figure in figures(path, tmp_path / "office", 9)[:2]] == [0.55, 0.6]


def test_shares_spoiled_by_hand_give_a_dash_and_not_a_wrong_rate(tmp_path: Path) -> None:
    path = cases.exported(cases.by_time(builders.secretary()), tmp_path)
    book = load_workbook(path)
    book["Matrice"]["B5"] = 0.5
    book.save(path)
    assert figures(path, tmp_path / "office", 9) == ["–"] * 6


def test_libreoffice_opens_hostile_text_as_it_was_written(tmp_path: Path) -> None:
    titles = ["=1+1", "+1", "-1", "@A1", "<r><t>x</t></r>", "&amp; <b>", "_x0041_", "🩺 مرحبا", "'=1"]
    tasks = tuple(Task(f"t{number}", title) for number, title in enumerate(titles))
    path = cases.exported(builders.study(builders.profession(1, tasks)), tmp_path)
    sheet = load_workbook(convert(path, tmp_path / "office"), data_only=True)["Matrice"]
    assert [str(sheet[f"A{row}"].value).strip() for row in range(5, 5 + len(titles))] == titles


def test_libreoffice_prints_each_sheet_but_the_hidden_one(tmp_path: Path) -> None:
    path = cases.exported(builders.secretary(), tmp_path)
    printed = convert(path, tmp_path / "office", "pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 6  # the criteria take a page for each hypothesis


def test_what_is_still_to_complete_does_not_spill_onto_a_second_page(tmp_path: Path) -> None:
    (profession,) = builders.secretary().professions
    published = replace(builders.secretary(), professions=(replace(profession, headcount=None, fte=None),))
    printed = convert(cases.exported(published, tmp_path), tmp_path / "office", "pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 6


def test_a_profession_known_under_one_hypothesis_only_is_in_neither_total(tmp_path: Path) -> None:
    path = cases.exported(cases.half_decided(), tmp_path)
    book = recalculated(path, tmp_path / "office")
    totals = [value(book, "Résultats", f"{letter}12") for letter in "JK"]
    summed = analyse(cases.half_decided()).fte_exposed
    assert totals == [summed.low, summed.high] == [6.25, 20.5]


def test_a_share_typed_in_changes_the_weighting_that_is_named(tmp_path: Path) -> None:
    path = cases.exported(replace(builders.secretary(), weighting=Weighting.TIME), tmp_path)
    place = next(cell for (_sheet, cell), formula in formulas(path).items() if "poids égaux" in formula)
    assert load_workbook(path, data_only=True)["Résultats"][place].value == "poids égaux"
    book = load_workbook(path)
    book["Matrice"]["B5"] = 1
    book.save(path)
    assert value(recalculated(path, tmp_path / "office"), "Résultats", place) == "selon la part du temps"


@pytest.mark.parametrize(("language", "day"), [("fr", "22 novembre 2026"), ("en", "22 November 2026")])
def test_a_date_has_its_month_in_the_language_of_the_workbook(language: str, day: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    path = cases.exported(builders.secretary(), tmp_path)
    printed = convert(path, tmp_path / "office", "pdf")
    words = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, text=True, check=True).stdout
    assert day in words

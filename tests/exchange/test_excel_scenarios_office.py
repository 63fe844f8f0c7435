"""LibreOffice computes the scenarios as the analysis does, and goes on doing so when somebody changes a setting."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.scenarios import scenario_result
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Scenario
from impactapp.domain.study import Study
from tests import builders
from tests.exchange import cases
from tests.exchange.office import formulas, recalculated, value
from tests.exchange.test_excel_libreoffice import same
from tests.scenario_builders import SIMPLE, projected, secretary
from tests.staff_builders import PRUDENT, STATED

pytestmark = pytest.mark.libreoffice
SHEET = "Scénarios"


def without_fte() -> Study:
    study = secretary(SIMPLE)
    return replace(study, professions=(replace(study.professions[0], fte=None),))


def of_the_group() -> Study:
    return cases.custom(secretary(replace(SIMPLE, rule=Rule.CUSTOM), PRUDENT))


def nobody() -> Study:
    return replace(builders.study(), scenarios=(SIMPLE,))


STUDIES: dict[str, Callable[[], Study]] = {
    "projected": projected,
    "by_time": lambda: replace(cases.by_time(secretary()), scenarios=(PRUDENT, STATED)),
    "without_fte": without_fte,
    "of_the_group": of_the_group,
    "nobody": nobody,
}


@pytest.mark.parametrize(("name", "language"), [*((name, "fr") for name in STUDIES), ("projected", "en")])
def test_every_formula_of_scenarios_gives_the_value_stored(name: str, language: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    path = cases.exported(STUDIES[name](), tmp_path)
    stored, computed = load_workbook(path, data_only=True), recalculated(path, tmp_path / "office")
    found = [place for place in formulas(path) if place[0] in (SHEET, "Scenarios")]
    assert len(found) > 100
    differing = {
        place: (value(stored, *place), value(computed, *place))
        for place in found
        if not same(value(stored, *place), value(computed, *place))
    }
    assert differing == {}


# horizon in B6, then adoption, rule, rule applied, control, training, practice, departures; year 1 in row 18
CHANGES: dict[str, tuple[dict[str, str | float], Scenario]] = {
    "horizon": ({"B6": 8}, replace(SIMPLE, horizon=8)),
    "curve": ({"B7": "logistique"}, replace(SIMPLE, adoption=Adoption.LOGISTIC)),
    "rule": ({"B8": "Fort 75 %, Moyen 50 %, Faible 25 %"}, replace(SIMPLE, rule=Rule.THREE_QUARTERS)),
    "control": ({"B10": 0.3}, replace(SIMPLE, control=0.3)),
    "costs": ({"B11": 0.04, "B12": 0.02}, replace(SIMPLE, training=0.04, drills=0.02)),
    "departures": ({"B13": 0.3}, replace(SIMPLE, departures=0.3)),
    "stated": (
        {"B7": "année par année", "B18": 0.2, "B19": 0.7},
        replace(SIMPLE, adoption=Adoption.STATED, stated=(0.2, 0.7)),
    ),
    "untyped": ({"B7": "année par année"}, replace(SIMPLE, adoption=Adoption.STATED)),
}


@pytest.mark.parametrize("name", list(CHANGES))
def test_a_setting_changed_by_hand_changes_the_years_as_the_analysis_says(name: str, tmp_path: Path) -> None:
    typed, wanted = CHANGES[name]
    path = cases.exported(secretary(SIMPLE), tmp_path)
    book = load_workbook(path)
    for place, content in typed.items():
        book[SHEET][place] = content.replace(" %", "\u00a0%") if isinstance(content, str) else content
    book.save(path)
    assert near(years(recalculated(path, tmp_path / "office"))) == near(expected(secretary(wanted)))


def test_a_level_changed_in_the_matrix_reaches_the_scenarios(tmp_path: Path) -> None:
    path = cases.exported(secretary(SIMPLE), tmp_path)
    book = load_workbook(path)
    book["Matrice"]["D13"] = "Fort"
    book.save(path)
    changed = years(recalculated(path, tmp_path / "office"))
    assert changed[3][2] == pytest.approx(30 * 0.7)


def years(book: Workbook) -> list[list[Any]]:
    """The figures of the years up to the horizon."""
    listed: list[list[Any]] = [
        [cell.value for cell in row[2:12]] for row in book[SHEET].iter_rows(min_row=18, max_row=27)
    ]
    return [row for row in listed if row[0] not in (None, "")]


def expected(study: Study) -> list[list[Any]]:
    found = scenario_result(analyse(study), study.scenarios[0])
    return [
        [
            *(year.adopted, year.gross.low, year.gross.high, year.control.low, year.control.high),
            *(year.training, year.drills, year.net.low, year.net.high, year.departures),
        ]
        for year in found.years
    ]


def near(figures: list[list[Any]]) -> list[list[float | None]]:
    return [[None if one in (None, "–") else round(float(str(one)), 9) for one in row] for row in figures]

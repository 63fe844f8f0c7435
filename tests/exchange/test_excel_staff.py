"""The sheet *Effectifs*: units, lines and the official count, with sums that LibreOffice computes as stored."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from impactapp import i18n
from impactapp.domain.study import Study
from tests import builders
from tests.exchange import cases, staff_cases
from tests.exchange.office import formulas, recalculated, value
from tests.exchange.test_excel_libreoffice import same

STUDIES: dict[str, Callable[[], Study]] = {
    "staffed": staff_cases.staffed,
    "counted_only": staff_cases.counted_only,
    "without_lines": staff_cases.without_lines,
}


def shown(path: Path) -> list[list[object]]:
    sheet = load_workbook(path, data_only=True)["Effectifs"]
    return [[cell.value for cell in row] for row in sheet.iter_rows(max_col=10)]


def row_of(rows: list[list[object]], *first: object) -> list[object]:
    return next(row for row in rows if tuple(row[: len(first)]) == first)


def test_a_study_without_units_and_count_has_no_such_sheet(tmp_path: Path) -> None:
    assert "Effectifs" not in load_workbook(cases.exported(builders.secretary(), tmp_path)).sheetnames


def test_units_lines_sums_and_the_count_stand_on_the_sheet(tmp_path: Path) -> None:
    rows = shown(cases.exported(staff_cases.staffed(), tmp_path))
    north = row_of(rows, "Site Nord", "Site")
    assert north[3:5] == [22, pytest.approx(19.1)]
    assert north[5:7] == [pytest.approx(19.1 * 0.4), pytest.approx(19.1 * 0.6)]
    assert row_of(rows, "Médecine", "Service", "Site Sud")[3:7] == [8, 7.5, 0, 7.5]
    line = row_of(rows, "Secrétaire médicale", "Site Nord")
    assert line[2:8] == [2, 2, 1, 1, 0.5, 0.25]
    assert row_of(rows, "Secrétaire médicale", 34)[2:4] == [36, 2]
    assert row_of(rows, "Personnel administratif", 40)[2:7] == [34, -6, 37.5, 30, -7.5]
    assert row_of(rows, "Personnel de direction", 7)[2:4] == ["–", "–"]
    headings = [str(row[0]).replace("\u00a0", " ") for row in rows]
    assert "Source officielle par catégorie — Source : DREES, SAE, 2024, CH du Nord (010000024)" in headings
    assert row_of(rows, "Aides-soignants")[2:6] == [5, 4.25, 2024, "DREES, SAE"]


@pytest.mark.libreoffice
@pytest.mark.parametrize(("name", "language"), [*((name, "fr") for name in STUDIES), ("staffed", "en")])
def test_every_formula_gives_the_value_stored(name: str, language: str, tmp_path: Path) -> None:
    i18n.use_language(language)
    path = cases.exported(STUDIES[name](), tmp_path)
    stored, computed = load_workbook(path, data_only=True), recalculated(path, tmp_path / "office")
    sheet = "Effectifs" if language == "fr" else "Staff"
    found = [place for place in formulas(path) if place[0] == sheet]
    differing = {
        place: (value(stored, *place), value(computed, *place))
        for place in found
        if not same(value(stored, *place), value(computed, *place))
    }
    assert differing == {}
    assert found


@pytest.mark.libreoffice
def test_a_number_changed_by_hand_changes_the_sums(tmp_path: Path) -> None:
    path = cases.exported(staff_cases.staffed(), tmp_path)
    rows = shown(path)
    at = rows.index(row_of(rows, "Secrétaire médicale", "Médecine (Site Nord)")) + 1
    book = load_workbook(path)
    book["Effectifs"][f"C{at}"] = 30
    book["Effectifs"][f"D{at}"] = 27.1
    book.save(path)
    sheet = recalculated(path, tmp_path / "office")["Effectifs"]
    changed: list[list[object]] = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=10)]
    north = row_of(changed, "Site Nord", "Site")
    assert north[3] == 32
    assert north[5:7] == [pytest.approx(29.1 * 0.4), pytest.approx(29.1 * 0.6)]
    assert row_of(changed, "Secrétaire médicale", 34)[2:4] == [46, 12]

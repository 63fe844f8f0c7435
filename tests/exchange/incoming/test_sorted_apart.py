"""Only the columns that are shown were sorted: hidden ids stay behind, and each row is still what its title says."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.edits.incoming import take
from impactapp.domain.incoming import Field
from tests import builders
from tests.builders import FO
from tests.exchange import cases
from tests.exchange.incoming.returning import differences, returned, said

SECRETARY = builders.skilled()
TITLES = [title for title, _low, _high in builders.SECRETARY_MATRIX]
MATRIX, SKILLS = ("Matrice", 5, 14, 4), ("Compétences", 5, 7, 9)


def sort_what_is_shown(sheets: dict[str, Worksheet], name: str, first: int, last: int, wide: int) -> None:
    rows = [[sheets[name].cell(row, at).value for at in range(1, wide + 1)] for row in range(first, last + 1)]
    for row, cells in enumerate(sorted(rows, key=lambda cells: str(cells[0]), reverse=True), first):
        for at, value in enumerate(cells, 1):
            sheets[name].cell(row, at).value = value


def test_a_matrix_sorted_without_its_hidden_columns_says_the_same(tmp_path: Path) -> None:
    found = returned(SECRETARY, tmp_path, lambda sheets: sort_what_is_shown(sheets, *MATRIX))
    assert differences(found) == {}


def test_skills_sorted_without_their_hidden_columns_say_the_same(tmp_path: Path) -> None:
    found = returned(SECRETARY, tmp_path, lambda sheets: sort_what_is_shown(sheets, *SKILLS))
    assert differences(found) == {}


def test_activities_of_several_professions_keep_apart_when_sorted_by_title(tmp_path: Path) -> None:
    study = cases.three_professions()

    def reverse(sheets: dict[str, Worksheet]) -> None:
        rows = [[sheets["Matrice"].cell(row, at).value for at in range(1, 6)] for row in range(5, 12)]
        for row, cells in enumerate(reversed(rows), 5):
            for at, value in enumerate(cells, 1):
                cell = sheets["Matrice"].cell(row, at)
                cell.value = value
                # one of them begins with « = »
                cell.data_type = "s" if isinstance(value, str) else cell.data_type

    assert differences(returned(study, tmp_path, reverse)) == {}


def test_what_was_typed_in_a_sorted_row_is_about_its_title(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sort_what_is_shown(sheets, *MATRIX)
        sheets["Matrice"]["D5"].value = "Fort"
        sheets["Matrice"]["A6"].value = "Traiter les courriers"

    found = returned(SECRETARY, tmp_path, edit)
    assert said(found.changes) == [(Field.SUBSTITUTION_HIGH, FO), (Field.TITLE, "Traiter les courriers")]
    after = take(found.changes).change(SECRETARY)
    assert [task.title for task in after.professions[0].tasks] == [
        *TITLES[:8],
        "Traiter les courriers",
        TITLES[9],
    ]


@pytest.mark.parametrize("name", ["Matrice", "Critères", "Liens", "Compétences", "Mesures", "Exposition"])
def test_the_buttons_that_sort_take_the_hidden_columns_along(name: str, tmp_path: Path) -> None:
    sheet = load_workbook(cases.exported(SECRETARY, tmp_path))[name]
    sorted_columns = CellRange(sheet.auto_filter.ref or "A1").max_col
    hidden = [one.max or 0 for one in sheet.column_dimensions.values() if one.hidden and one.min != 2]
    assert hidden, "ids or numbers stand there"
    # in Liens, one more column tells whether the time shares are complete: of all rows together
    assert sorted_columns >= max(hidden) - (name == "Liens")

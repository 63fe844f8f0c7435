"""Whatever somebody types in the workbook is one difference, or one line that says that it is not taken."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.incoming import Field
from impactapp.domain.problems import Problem
from impactapp.exchange.incoming.sheets import Workbook, read_workbook
from tests import builders
from tests.builders import MO
from tests.exchange import cases
from tests.exchange.incoming import planned
from tests.exchange.incoming.returning import compared, differences, problems, returned, said
from tests.exchange.incoming.typing import Spot, address, told, visible_cells, with_typed

STUDY = planned.study()
SECRETARY = builders.skilled()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.exported(STUDY, tmp_path_factory.mktemp("export"))


def heard(book: Workbook, spot: Spot) -> list[tuple[str, str]]:
    """Where everything that differs stands."""
    found = told(book, STUDY)
    assert (found.new, found.missing, found.guesses) in (((), (), ()), (found.new, (), ())), spot
    assert found.disagreements == ()
    # what trainees learn by a link is two fields in one cell
    cells = [*dict.fromkeys(one.cell for one in found.changes), *(one.cell for one in found.refused)]
    return [(cell.sheet, cell.ref) for cell in (*cells, *(one.cell for one in found.new))]


@pytest.mark.parametrize("typed", ["tapé ici", 7777.5])
def test_any_cell_typed_over_is_told_once_with_its_address(typed: str | float, exported: Path) -> None:
    book = read_workbook(exported)
    spots = list(visible_cells(exported))
    assert len(spots) > 1000
    wrong = {spot: found for spot in spots if (found := heard(with_typed(book, spot, typed), spot)) != _once(spot)}
    assert wrong == {}


def test_any_typed_cell_that_is_emptied_is_told_once_unless_it_says_what_holds_anyhow(exported: Path) -> None:
    book = read_workbook(exported)
    wrong = set()
    for spot in visible_cells(exported):
        title, row, column = spot
        sheet = book.sheet(title)
        assert sheet is not None
        # no link is as much as an intensity of 0
        if not sheet.value(row, column) or (row, column) in sheet.formulas:
            continue
        if heard(with_typed(book, spot, None), spot) != _once(spot):
            wrong.add((title, address(spot)))
    # our own words of a definition, and the rule that is the study's
    ours = {("Définitions", f"B{row}") for row in range(5, 13)}
    assert wrong <= ours | {("Scénarios", "B8"), ("Scénarios", "B43")}, wrong


def _once(spot: Spot) -> list[tuple[str, str]]:
    return [(spot[0], address(spot))]


def test_remarks_beside_the_matrix_are_one_line_with_their_cells(tmp_path: Path) -> None:
    def remark(sheets: dict[str, Worksheet]) -> None:
        for row in range(5, 9):
            sheets["Matrice"].cell(row, 10).value = f"Remarque {row}"
        sheets["Matrice"]["A30"].value = "Voir avec le cadre"

    found = returned(SECRETARY, tmp_path, remark)
    assert problems(found) == [
        ("Matrice!J5:J8", Problem.CELLS_NOT_READ),
        ("Matrice!A30", Problem.CELL_NOT_READ),
    ]
    assert dict(found.refused[0].facts) == {"text": "Remarque 5", "count": "4"}
    assert found.changes == ()


def test_a_sheet_of_their_own_is_told_once_and_an_empty_one_is_not(tmp_path: Path) -> None:
    path = cases.exported(SECRETARY, tmp_path)
    book = load_workbook(path)
    book.create_sheet("Mes notes")["C4"] = "Appeler la DSI"
    book.create_sheet("Vide")
    book.save(path)
    found = compared(path, SECRETARY)
    assert problems(found) == [("Mes notes", Problem.SHEET_NOT_READ)]
    assert dict(found.refused[0].facts) == {"text": "Appeler la DSI"}


def test_a_comment_is_told_with_its_cell(tmp_path: Path) -> None:
    def comment(sheets: dict[str, Worksheet]) -> None:
        sheets["Matrice"]["C5"].comment = Comment("Pas d’accord", "Cadre")

    found = returned(SECRETARY, tmp_path, comment)
    assert problems(found) == [("Matrice!C5", Problem.CELL_COMMENT)]
    assert dict(found.refused[0].facts) == {"text": "Pas d’accord"}


def test_rows_inserted_above_move_what_stands_there_and_nothing_is_told(tmp_path: Path) -> None:
    found = returned(SECRETARY, tmp_path, lambda sheets: sheets["Lisez-moi"].insert_rows(3, 2))
    assert differences(found) == {}


def test_a_renamed_sheet_is_known_by_what_stands_in_it(tmp_path: Path) -> None:
    def rename(sheets: dict[str, Worksheet]) -> None:
        sheets["Lisez-moi"]["B30"].value = "Vu le 3 mars"
        sheets["Lisez-moi"].title = "À lire"

    found = returned(SECRETARY, tmp_path, rename)
    assert problems(found) == [("À lire!B30", Problem.CELL_NOT_READ)]


def test_a_sheet_whose_formulas_became_values_is_told_once_as_a_remark(tmp_path: Path) -> None:
    path = cases.exported(SECRETARY, tmp_path)
    values, book = load_workbook(path, data_only=True), load_workbook(path)
    for row in book["Résultats"].iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.value = values["Résultats"][cell.coordinate].value
    book.save(path)
    found = compared(path, SECRETARY)
    assert problems(found) == [("Résultats", Problem.SHEET_FLATTENED)]
    assert found.refused[0].is_remark


def test_a_file_that_lost_its_hidden_sheet_says_that_only_tables_were_read(tmp_path: Path) -> None:
    path = cases.exported(STUDY, tmp_path)
    book = load_workbook(path)
    del book["_impactapp"]
    book["Matrice"]["D5"] = "Moyen"
    book.save(path)
    found = compared(path, STUDY)
    assert problems(found) == [("", Problem.WORKBOOK_TWO_SIDES), ("", Problem.WORKBOOK_TABLES_ONLY)]
    assert said(found.changes) == [(Field.SUBSTITUTION_HIGH, MO)]
    assert all(one.is_remark for one in found.refused)


def test_a_copy_of_a_sheet_is_read_beside_it(tmp_path: Path) -> None:
    path = cases.exported(SECRETARY, tmp_path)
    book = load_workbook(path)
    copy = book.copy_worksheet(book["Matrice"])
    copy.title = "Matrice du cadre B"
    copy["D5"] = "Moyen"
    copy["D6"] = "Moyen"
    book["Matrice"]["D6"] = "Faible"
    book["Matrice"]["C6"] = "Faible"
    book.save(path)
    found = compared(path, SECRETARY)
    assert (Field.SUBSTITUTION_HIGH, MO) in said(found.changes)
    (split,) = found.disagreements
    assert {one.cell.sheet for one in split.versions} == {"Matrice", "Matrice du cadre B"}
    assert problems(found) == []

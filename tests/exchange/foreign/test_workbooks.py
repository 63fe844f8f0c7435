"""Workbooks of other people: every sheet, merged cells, colours without words, values that cannot be read."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from impactapp.domain.incoming import Field
from impactapp.domain.problems import Problem
from impactapp.exchange.foreign.tables import read_tables
from tests.builders import SECRETARY_MATRIX
from tests.exchange.foreign.lists import (
    HEADINGS,
    PUBLISHED,
    decided,
    fill,
    notes,
    read,
    refusals,
    sheet_of,
    speaks_by_colours,
    titles,
    values,
    workbook,
)
from tests.exchange.office import convert

GREEN, ORANGE, RED = "FF92D050", "FFFFC000", "FFFF0000"


def test_every_sheet_is_a_table_and_hidden_ones_come_last_and_are_said_to_be(tmp_path: Path) -> None:
    book = Workbook()
    sheet_of(book, [HEADINGS, ("Ancienne activité", "Fort", "Fort")]).title = "Brouillon"
    book.create_sheet("Vide")
    sheet = book.create_sheet("Matrice")
    for row in (HEADINGS, *PUBLISHED):
        sheet.append(row)
    book.active = 2
    book.worksheets[0].sheet_state = "veryHidden"
    path = tmp_path / "matrice.xlsx"
    book.save(path)
    tables = read_tables(path)

    assert [(table.title, table.is_hidden) for table in tables] == [("Matrice", False), ("Brouillon", True)]
    assert [len(notes(table)) for table in tables] == [0, 1]
    assert decided(read(path)) == list(SECRETARY_MATRIX)


def test_merged_cells_hold_what_their_first_one_holds(tmp_path: Path) -> None:
    book = Workbook()
    rows = [
        ["Matrice du service", None, None, None],
        ["Métier", "Activité", "Cotation", None],
        [None, None, "Basse", "Haute"],
        ["Secrétaire", "Accueil", "Fort", None],
        [None, "Codage", "Moyen", "Fort"],
        ["Brancardier", "Transport", "Faible", "Faible"],
    ]
    sheet = sheet_of(book, rows)
    for cells in ("A1:D1", "A2:A3", "B2:B3", "C2:D2", "C4:D4", "A4:A5"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "matrice.xlsx")
    reading = read(tmp_path / "matrice.xlsx")

    assert decided(reading) == [("Accueil", 3, 3), ("Codage", 2, 3), ("Transport", 1, 1)]
    assert [row.profession for row in reading.rows] == ["Secrétaire", "Secrétaire", "Brancardier"]


def test_a_title_merged_across_the_row_heads_others_and_is_said(tmp_path: Path) -> None:
    book = Workbook()
    rows = [HEADINGS, ("Accueil et secrétariat", None, None), ("Accueil", "Fort", "Fort"), ("Total", None, None)]
    sheet_of(book, rows).merge_cells("A2:C2")
    book.save(tmp_path / "matrice.xlsx")
    reading = read(tmp_path / "matrice.xlsx")

    assert titles(reading) == ["Accueil"]
    assert [cell for cell, _sentence in refusals(reading)] == ["A2", "A4"]


def test_colours_without_words_are_said_and_no_level_is_made_of_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = sheet_of(book, [HEADINGS, ("Accueil",), ("Codage",), ("Frappe",)])
    for row, (low, high) in enumerate(((ORANGE, GREEN), (GREEN, GREEN), (RED, ORANGE)), 2):
        fill(sheet, f"B{row}", low)
        fill(sheet, f"C{row}", high)
    book.save(tmp_path / "couleurs.xlsx")
    (table,) = read_tables(tmp_path / "couleurs.xlsx")

    assert speaks_by_colours(table)
    assert [note.cell.ref for note in table.notes] == ["B2"]
    assert "6 cellules" in notes(table)[0]
    assert decided(read(tmp_path / "couleurs.xlsx")) == [
        (title, None, None) for title in ("Accueil", "Codage", "Frappe")
    ]


def test_activities_that_are_coloured_themselves_are_said_too(tmp_path: Path) -> None:
    book = Workbook()
    sheet = sheet_of(book, [("Activité",), ("Accueil",), ("Codage",), ("Frappe",)])
    for cell, colour in (("A2", GREEN), ("A3", GREEN), ("A4", RED)):
        fill(sheet, cell, colour)
    book.save(tmp_path / "couleurs.xlsx")

    assert speaks_by_colours(read_tables(tmp_path / "couleurs.xlsx")[0])


def test_bands_and_coloured_words_are_no_levels(tmp_path: Path) -> None:
    book = Workbook()
    sheet = sheet_of(book, [HEADINGS, *PUBLISHED])
    for row in range(2, 12):
        fill(sheet, f"A{row}", GREEN if row % 2 else ORANGE)
        fill(sheet, f"B{row}", (GREEN, ORANGE, RED)[row % 3])
    book.save(tmp_path / "couleurs.xlsx")

    assert not speaks_by_colours(read_tables(tmp_path / "couleurs.xlsx")[0])


def test_values_that_cannot_be_read_are_refused_with_their_cell(tmp_path: Path) -> None:
    book = Workbook()
    rows = [
        (*HEADINGS, "Part"),
        ("Accueil", "élevé", date(2026, 3, 12), "50 %"),
        ("Codage", "=B2", "Fort", "une heure"),
        (12, "Fort", "Fort", "50 %"),
        (None, "Moyen", None, None),
        ("Frappe", "3 - Fort", "FORT ", None),
        ("Accueil", "Fort", None, None),
    ]
    sheet = sheet_of(book, rows)
    sheet["C3"].value, sheet["C3"].data_type = "#REF!", "e"
    book.save(tmp_path / "matrice.xlsx")
    reading = read(tmp_path / "matrice.xlsx")

    assert decided(reading) == [("Accueil", None, None), ("Codage", None, None), ("Frappe", 3, 3)]
    assert [(one.cell.ref, one.problem) for one in reading.refused] == [
        ("B2", Problem.UNKNOWN_LEVEL),
        ("C2", Problem.UNKNOWN_LEVEL),
        ("B3", Problem.CELL_UNCOMPUTED),
        ("C3", Problem.CELL_ERROR),
        ("D3", Problem.NOT_A_NUMBER),
        ("A4", Problem.FOREIGN_NOT_A_TEXT),
        ("B5", Problem.ROW_WITHOUT_TITLE),
        ("A7", Problem.ROW_TWICE),
    ]


def test_blank_cells_say_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path / "matrice.xlsx", {"Feuil1": [HEADINGS, ("Accueil", " ", "Fort"), ("Codage", "-", None)]})
    reading = read(path)

    assert [[said.field for said in row.said] for row in reading.rows] == [
        [Field.TITLE, Field.SUBSTITUTION_HIGH],
        [Field.TITLE],
    ]


def test_words_and_yes_or_no_come_in(tmp_path: Path) -> None:
    heads = ["Activité", "Maturité basse", "Justification", "Validation humaine"]
    rows = [
        heads,
        ["Accueil", "Moyen", "Automate\nd’appel", "✓"],
        ["Codage", "2", "'=déjà outillé", "non"],
        ["Frappe", 3, "", 7],
    ]
    reading = read(workbook(tmp_path / "grille.xlsx", {"Feuil1": rows}))

    assert values(reading, Field.MATURITY_LOW) == [2, 2, 3]
    assert values(reading, Field.MATURITY_LOW_TEXT) == ["Automate\nd’appel", "=déjà outillé", None]
    assert values(reading, Field.VALIDATED) == [True, False, None]
    assert [cell for cell, _sentence in refusals(reading)] == ["D4"]


@pytest.mark.libreoffice
def test_what_libreoffice_saves_is_read_alike(tmp_path: Path) -> None:
    book = Workbook()
    rows = [[None], ["Métier", "Activité", "Cotation", None, "Part"], [None, None, "Basse", "Haute", None]]
    sheet = sheet_of(book, [*rows, *(["Secrétaire", *row, 0.1] for row in PUBLISHED)])
    for cells in ("C2:D2", "A4:A13"):
        sheet.merge_cells(cells)
    for row in range(4, 14):
        sheet[f"E{row}"].number_format = "0 %"
    book.save(tmp_path / "matrice.xlsx")
    ods = convert(tmp_path / "matrice.xlsx", tmp_path / "ods", "ods")
    back = convert(ods, tmp_path / "back")

    assert decided(read(back)) == list(SECRETARY_MATRIX)
    assert values(read(back), Field.SHARE) == [0.1] * 10
    assert read(back).rows == read(tmp_path / "matrice.xlsx").rows

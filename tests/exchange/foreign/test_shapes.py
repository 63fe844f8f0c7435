"""Matrices of another shape: a column for each level with a tick in it, activities in columns, numbers of votes."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from impactapp.domain.incoming import Field, Reading
from impactapp.domain.level import Level
from impactapp.domain.problems import Problem
from impactapp.exchange.foreign.mapping import guess_mapping
from impactapp.exchange.foreign.reading import read_with
from impactapp.exchange.foreign.table import Table
from impactapp.exchange.foreign.tables import read_tables

LOW, HIGH = Field.SUBSTITUTION_LOW, Field.SUBSTITUTION_HIGH
FA, MO, FO = Level


def table_of(folder: Path, rows: list[list[object]], merged: tuple[str, ...] = ()) -> Table:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for one in merged:
        sheet.merge_cells(one)
    target = folder / "grille.xlsx"
    book.save(target)
    (table,) = read_tables(target)
    return table


def said(table: Table) -> dict[str, list[tuple[Field, object, str]]]:
    reading = reading_of(table)
    return {row.title: [(one.field, one.value, one.cell.ref) for one in row.said[1:]] for row in reading.rows}


def reading_of(table: Table) -> Reading:
    return read_with(table, guess_mapping(table), "Secrétaire")


def notes(table: Table) -> list[Problem]:
    return [note.problem for note in table.notes]


@pytest.mark.parametrize("tick", ["X", "x", 1, "✓", "☑", "oui", "●", True])
def test_a_tick_in_the_column_of_a_level_is_that_level_with_its_cell(tick: object, tmp_path: Path) -> None:
    heads: list[list[object]] = [["Secrétariat"], ["Activité", "Faible", "Moyen", "Fort"]]
    table = table_of(tmp_path, [*heads, ["Accueil", tick], ["Saisie", None, None, tick]])
    assert said(table) == {"Accueil": [(LOW, FA, "B3")], "Saisie": [(LOW, FO, "D4")]}
    assert notes(table) == [Problem.FOREIGN_TICKED]


def test_two_hypotheses_over_three_columns_each_are_read_by_what_stands_above_them(tmp_path: Path) -> None:
    heads: list[list[object]] = [
        ["Activité", "Hypothèse haute", None, None, "Hypothèse basse", None, None, "Part du temps"],
        [None, "Faible", "Moyen", "Fort", "Faible", "Moyen", "Fort"],
    ]
    first: list[object] = ["Accueil", None, None, "X", "X", None, None, 0.4]
    second: list[object] = ["Saisie", None, "X", None, None, None, None, 0.6]
    rows = [first, second]
    expected = {
        "Accueil": [(HIGH, FO, "D3"), (LOW, FA, "E3"), (Field.SHARE, 0.4, "H3")],
        "Saisie": [(HIGH, MO, "C4"), (Field.SHARE, 0.6, "H4")],
    }
    assert said(table_of(tmp_path, [*heads, *rows], ("A1:A2", "B1:D1", "E1:G1"))) == expected
    assert said(table_of(tmp_path, [*heads, *rows])) == expected


def test_two_groups_without_words_above_are_taken_in_their_order_and_it_is_said(tmp_path: Path) -> None:
    heads: list[object] = ["Activité", "Faible", "Moyen", "Fort", "Faible", "Moyen", "Fort"]
    table = table_of(tmp_path, [heads, ["Accueil", "X", None, None, None, "X"]])
    assert said(table) == {"Accueil": [(LOW, FA, "B2"), (HIGH, MO, "F2")]}
    assert notes(table) == [Problem.FOREIGN_TICKED, Problem.FOREIGN_BY_ORDER]


def test_criteria_over_three_columns_each_are_criteria(tmp_path: Path) -> None:
    heads: list[list[object]] = [
        ["Activité", "Maturité", None, None, "Acceptabilité", None, None],
        [None, "Faible", "Moyen", "Fort", "Faible", "Moyen", "Fort"],
    ]
    table = table_of(tmp_path, [*heads, ["Accueil", "X", None, None, None, None, "X"]])
    assert said(table) == {"Accueil": [(Field.MATURITY_LOW, FA, "B3"), (Field.ACCEPTABILITY_LOW, FO, "G3")]}


def test_two_ticks_for_one_judgement_are_refused_with_the_cell(tmp_path: Path) -> None:
    table = table_of(tmp_path, [["Activité", "Faible", "Moyen", "Fort"], ["Accueil", "X", None, "X"], ["Saisie", "X"]])
    reading = reading_of(table)
    assert [(one.cell.ref, one.problem) for one in reading.refused] == [("D2", Problem.FOREIGN_TWO_TICKS)]
    assert said(table) == {"Accueil": [], "Saisie": [(LOW, FA, "B3")]}


def test_what_is_neither_a_tick_nor_blank_is_listed_with_its_cell(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Accueil", "X"],
        ["Saisie", None, "à voir"],
        ["Tri", "non", "-", "Fort"],
        ["Frappe", "X"],
    ]
    table = table_of(tmp_path, [["Activité", "Faible", "Moyen", "Fort"], *rows])
    refused = [(one.cell.ref, one.problem, dict(one.facts)) for one in reading_of(table).refused]
    assert refused == [("C3", Problem.FOREIGN_NOT_A_TICK, {"text": "à voir"})]
    assert said(table)["Tri"] == [(LOW, FO, "D4")]


def test_numbers_of_votes_are_no_ticks_and_are_refused_once(tmp_path: Path) -> None:
    table = table_of(tmp_path, [["Activité", "Faible", "Moyen", "Fort"], ["Accueil", 3, 4, 1], ["Saisie", 1, 2, 3]])
    reading = reading_of(table)
    assert [(one.cell.ref, one.problem) for one in reading.refused] == [("B1", Problem.FOREIGN_COUNTED)]
    assert said(table) == {"Accueil": [], "Saisie": []}


def test_a_matrix_with_its_activities_in_columns_is_turned_and_keeps_its_cells(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Secrétariat médical"],
        ["Activité", "Accueil", "Gestion du temps", "Courrier"],
        ["Hypothèse basse", "Moyen", "Fort", None],
        ["Hypothèse haute", "Fort", "élevé", "Faible"],
        ["Part du temps", 0.2, 0.5, 0.3],
    ]
    table = table_of(tmp_path, rows)
    assert said(table) == {
        "Accueil": [(LOW, MO, "B3"), (HIGH, FO, "B4"), (Field.SHARE, 0.2, "B5")],
        "Gestion du temps": [(LOW, FO, "C3"), (Field.SHARE, 0.5, "C5")],
        "Courrier": [(HIGH, FA, "D4"), (Field.SHARE, 0.3, "D5")],
    }
    assert [(one.cell.ref, one.problem) for one in reading_of(table).refused] == [("C4", Problem.UNKNOWN_LEVEL)]
    assert notes(table) == [Problem.FOREIGN_TURNED]


def test_ticks_with_activities_in_columns_are_turned_and_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [[None, "Accueil", "Saisie"], ["Faible", "X"], ["Moyen"], ["Fort", None, "X"]]
    assert said(table_of(tmp_path, rows)) == {"Accueil": [(LOW, FA, "B2")], "Saisie": [(LOW, FO, "C4")]}


def test_a_pasted_grid_is_read_as_one_of_a_workbook() -> None:
    (table,) = read_tables("Activité;Faible;Moyen;Fort\nAccueil;X;;\nSaisie;;X;\n")
    assert said(table) == {"Accueil": [(LOW, FA, "B2")], "Saisie": [(LOW, MO, "C3")]}


def test_a_plain_matrix_keeps_its_shape_whatever_its_activities_are_called(tmp_path: Path) -> None:
    heads: list[object] = ["Activité", "Hypothèse basse", "Hypothèse haute"]
    rows: list[list[object]] = [["Accueil", "Faible", "Fort"], ["Niveau de stock", "Moyen", "Fort"], ["Tri", 1, 3]]
    table = table_of(tmp_path, [heads, *rows])
    assert table.origin is None
    assert said(table)["Tri"] == [(LOW, FA, "B4"), (HIGH, FO, "C4")]


def test_three_criteria_that_happen_to_say_each_level_are_a_row_of_the_body(tmp_path: Path) -> None:
    heads: list[object] = ["Activité", "Maturité", "Acceptabilité", "ROI"]
    table = table_of(tmp_path, [heads, ["Accueil", "Faible", "Moyen", "Fort"], ["Tri", 1, 2, 3], ["Frappe", 3, 2, 1]])
    assert table.origin is None
    assert [value for _field, value, _ref in said(table)["Frappe"]] == [FO, MO, FA]

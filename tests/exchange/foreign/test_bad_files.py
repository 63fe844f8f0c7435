"""Files that are no lists, or not what their name says: one sentence each, never a trace, never for long."""

import zipfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.cell_range import CellRange

from impactapp import labels
from impactapp.domain.problems import Problem, Refusal
from impactapp.exchange.foreign.mapping import guess_mapping
from impactapp.exchange.foreign.reading import read_with
from impactapp.exchange.foreign.table import MOST_ROWS
from impactapp.exchange.foreign.tables import LARGEST_TEXT, read_tables
from tests.builders import SECRETARY_MATRIX
from tests.exchange.foreign.lists import HEADINGS, PUBLISHED, decided, notes, read, refusals, sheet_of, titles, workbook

MATRIX = "\n".join(";".join(row) for row in (HEADINGS, *PUBLISHED))
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))


def zipped(path: Path, *names: str) -> None:
    with zipfile.ZipFile(path, "w") as parts:
        for name in names:
            parts.writestr(name, "<a/>")


def refused(path: Path) -> Problem:
    """Why a file is refused; its sentence is whole."""
    with pytest.raises(Refusal) as caught:
        read_tables(path)
    sentence = labels.sentence(caught.value)
    assert path.name in sentence
    assert "…" not in sentence
    return caught.value.problem


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("vide.csv", b"", Problem.FOREIGN_EMPTY),
        ("vide.xlsx", b"", Problem.FOREIGN_EMPTY),
        ("blancs.csv", b" \r\n\t\r\n;;;\n"[:5], Problem.FOREIGN_EMPTY),
        ("photo.csv", PICTURE, Problem.FOREIGN_NOT_TEXT),
        ("photo.xlsx", PICTURE, Problem.FOREIGN_NOT_TEXT),
        ("nul.csv", b"Activit\xc3\xa9;Basse\nAcc\x00ueil;Fort", Problem.FOREIGN_NOT_TEXT),
        ("impair.csv", "Activité".encode("utf-16")[:-1], Problem.FOREIGN_NOT_TEXT),
        ("page.xls", b"<html><table><tr><td>Accueil</td></tr></table></html>", Problem.FOREIGN_MARKUP),
        ("dossier.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Problem.WORKBOOK_OLD_FORMAT),
        ("tronque.xlsx", b"PK\x03\x04 and nothing", Problem.WORKBOOK_DAMAGED),
    ],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, name: str, content: bytes, problem: Problem) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert refused(path) is problem


def test_a_file_that_is_missing_or_too_large_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"Accueil;Fort\n" * (LARGEST_TEXT // 12))

    assert refused(tmp_path / "absent.csv") is Problem.FILE_MISSING
    assert refused(large) is Problem.FOREIGN_TOO_LARGE


def test_other_documents_are_refused(tmp_path: Path) -> None:
    zipped(tmp_path / "note.docx", "word/document.xml")
    zipped(tmp_path / "liste.ods", "mimetype", "content.xml")

    assert refused(tmp_path / "note.docx") is Problem.WORKBOOK_NONE
    assert refused(tmp_path / "liste.ods") is Problem.WORKBOOK_OTHER_FORMAT


def test_what_a_file_is_is_told_by_what_it_holds_and_said(tmp_path: Path) -> None:
    text, book = tmp_path / "texte.xlsx", tmp_path / "classeur.csv"
    text.write_text(MATRIX, encoding="utf-8")
    workbook(tmp_path / "vrai.xlsx", {"Feuil1": [HEADINGS, *PUBLISHED]}).rename(book)

    for path in (text, book):
        assert decided(read(path)) == list(SECRETARY_MATRIX)
        assert [path.name in note for note in notes(read_tables(path)[0])] == [True]


@pytest.mark.parametrize("rows", [[HEADINGS], [["Matrice"], HEADINGS]])
def test_headings_and_nothing_below_are_said(tmp_path: Path, rows: list[list[object]]) -> None:
    book = workbook(tmp_path / "vide.xlsx", {"Feuil1": rows})
    text = tmp_path / "vide.csv"
    text.write_text("\n".join(";".join(str(cell) for cell in row) for row in rows), encoding="utf-8")

    for path in (book, text):
        assert read(path).rows == ()
        assert [one.problem for one in read(path).refused] == [Problem.FOREIGN_HEADINGS_ONLY]


def test_a_workbook_without_anything_holds_no_table(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "vide.xlsx")

    assert refused(tmp_path / "vide.xlsx") is Problem.FOREIGN_EMPTY


def test_a_million_rows_are_not_read_in_part(tmp_path: Path) -> None:
    path = tmp_path / "million.csv"
    path.write_text("Activité;Basse\n" + "Tenir;Fort\n" * 1_000_000, encoding="utf-8")
    (table,) = read_tables(path)
    reading = read_with(table, guess_mapping(table))

    assert reading.rows == ()
    assert [one.problem for one in (*table.notes, *reading.refused)] == [Problem.FOREIGN_TOO_MANY_ROWS] * 2


def test_blank_rows_to_the_last_one_cost_nothing(tmp_path: Path) -> None:
    book = Workbook()
    sheet = sheet_of(book, [HEADINGS, *PUBLISHED])
    sheet["A1048576"], sheet["B1048576"] = "Dernière activité", "Fort"
    book.save(tmp_path / "haut.xlsx")
    reading = read(tmp_path / "haut.xlsx")

    assert decided(reading)[:10] == list(SECRETARY_MATRIX)
    assert reading.rows[-1].cell.ref == "A1048576"


def test_a_very_long_line_is_refused_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(f"Activité;Basse\n{'a' * 2_000_000};Fort\nCodage;Moyen\n", encoding="utf-8")

    assert titles(read(path)) == ["Codage"]
    assert [cell for cell, _sentence in refusals(read(path))] == ["A2"]


def test_a_row_of_a_million_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("Activité;Basse\n" + ";" * 1_000_000 + "x\n", encoding="utf-8")
    (table,) = read_tables(path)

    assert [note.problem for note in table.notes] == [Problem.FOREIGN_TOO_MANY_ROWS]


def test_a_sheet_of_too_many_rows_leaves_the_others_readable(tmp_path: Path) -> None:
    rows = [["Tenir"]] * (MOST_ROWS + 1)
    path = workbook(tmp_path / "grand.xlsx", {"Extraction": rows, "Matrice": [HEADINGS, *PUBLISHED]})

    assert read(path, 0).rows == ()
    assert decided(read(path, 1)) == list(SECRETARY_MATRIX)


def test_ranges_merged_over_each_other_are_not_filled_for_ever(tmp_path: Path) -> None:
    book = Workbook()
    sheet = sheet_of(book, [[f"Tenir {row}", *["Fort"] * 200] for row in range(50)])
    for _range in range(600):
        sheet.merged_cells.ranges.add(CellRange(f"A1:GR{50 + _range}"))
    book.save(tmp_path / "fusions.xlsx")
    (table,) = read_tables(tmp_path / "fusions.xlsx")

    assert [note.problem for note in table.notes] == [Problem.FOREIGN_TOO_MANY_ROWS]


def test_a_text_without_end_is_refused_with_its_cell(tmp_path: Path) -> None:
    lines = "\n".join(["Activité;Basse;Motif", f"Codage;Fort;{'m' * 200_000}", f"{'t' * 200_000};Fort;"])
    path = tmp_path / "long.csv"
    path.write_text(lines, encoding="utf-8")

    assert titles(read(path)) == ["Codage"]
    assert [cell for cell, _sentence in refusals(read(path))] == ["C2", "A3"]


def taken(source: Path | str) -> bool:
    """Whether a list is read."""
    try:
        tables = read_tables(source)
    except Refusal:
        return False
    return all(len(read_with(table, guess_mapping(table)).rows) <= 2 * len(table.rows) for table in tables)


def is_refused(source: Path | str) -> bool:
    """Whether a list is refused, in a sentence."""
    try:
        read_tables(source)
    except Refusal as refusal:
        return bool(labels.sentence(refusal))
    return False


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "liste.csv"
    path.write_bytes(content)

    assert taken(path) or is_refused(path)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert taken(text) or is_refused(text)


def test_a_workbook_with_damaged_letters_is_read_or_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "matrice.xlsx", {"Feuil1": [HEADINGS, *PUBLISHED]})
    whole, chance = path.read_bytes(), Random(5)
    for _attempt in range(60):
        broken = bytearray(whole)
        for _letter in range(3):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(broken)

        assert taken(path) or is_refused(path)

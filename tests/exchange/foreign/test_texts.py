"""Lists in text files: every encoding and separator that hospitals meet, with quotes and line breaks in cells."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.exchange.foreign.mapping import guess_mapping
from impactapp.exchange.foreign.tables import read_tables
from tests.builders import SECRETARY_MATRIX
from tests.exchange.foreign.lists import HEADINGS, PUBLISHED, decided, notes, read, refusals, titles

SEPARATORS = ("\t", ";", ",", "|")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
LETTERS = 'abcdefgh ijklmnop qrstuvwxyz ABCDEF éèêàçùœ’–€ 0123 ;,|\t"\n()'
LEVELS = ("Faible", "Moyen", "Fort")


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def as_text(rows: list[tuple[str, ...]], separator: str, line_break: str = "\r\n") -> str:
    return line_break.join(separator.join(quoted(cell) for cell in row) for row in rows) + line_break


@st.composite
def matrices(draw: st.DrawFn) -> list[tuple[str, str, str]]:
    titles = draw(st.lists(st.text(LETTERS, min_size=3, max_size=40), min_size=1, max_size=6))
    # what a title is made of is not the matter here: each begins with words, and no two are alike
    kept = [f"Tenir {number} {title}".strip() for number, title in enumerate(titles, 1)]
    level = st.sampled_from(LEVELS)
    return [(title, draw(level), draw(level)) for title in kept]


@given(matrices(), st.sampled_from(SEPARATORS), st.sampled_from(ENCODINGS), st.sampled_from(["\n", "\r\n"]))
def test_a_matrix_survives_every_encoding_and_separator(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    separator: str,
    encoding: str,
    line_break: str,
) -> None:
    path = tmp_path_factory.mktemp("csv") / "matrice.csv"
    path.write_bytes(as_text([HEADINGS, *rows], separator, line_break).encode(encoding))
    reading = read(path)

    assert titles(reading) == [" ".join(title.split()) for title, _low, _high in rows]
    assert [(low, high) for _title, low, high in decided(reading)] == [
        (1 + LEVELS.index(low), 1 + LEVELS.index(high)) for _title, low, high in rows
    ]


@pytest.mark.parametrize("encoding", [*ENCODINGS, "utf-16-be", "cp850", "mac_roman"])
@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_published_matrix_is_read_from_any_file(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "secrétaire.csv"
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    path.write_bytes((mark + as_text([HEADINGS, *PUBLISHED], separator)).encode(encoding))

    assert decided(read(path)) == list(SECRETARY_MATRIX)


@pytest.mark.parametrize(("encoding", "name"), [("cp850", "MS-DOS 850"), ("mac_roman", "Macintosh")])
def test_an_unusual_encoding_is_said(tmp_path: Path, encoding: str, name: str) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(as_text([HEADINGS, *PUBLISHED], ";").encode(encoding))

    assert [name in note for note in notes(read_tables(path)[0])] == [True]


def test_typographic_marks_of_windows_are_letters(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes("Activité;Basse\n".encode("cp1252") + b"L\x92\x9cuvre de soin \x96 la tenir;Fort\n")

    assert titles(read(path)) == ["L’œuvre de soin – la tenir"]


def test_without_quotes_the_separator_is_told_by_the_headings(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Activité,Basse\nAccueillir et orienter,Fort\nCoder les actes,Moyen\n", encoding="utf-8")

    assert titles(read(path)) == ["Accueillir et orienter", "Coder les actes"]


def test_commas_of_titles_part_no_list() -> None:
    text = "Accueil des patients, des familles\nGestion, traitement et suivi\nCodage des actes"

    assert titles(read(text)) == text.split("\n")


def test_a_quote_that_is_never_closed_swallows_no_line(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text('Activité;Basse\n"Accueil;Fort\nCodage;Moyen\n', encoding="utf-8")

    assert titles(read(path)) == ['"Accueil', "Codage"]


def test_the_separator_that_a_file_states_is_used(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("sep=|\nActivité|Basse\nAccueil, écoute|Fort\n", encoding="utf-8")

    assert titles(read(path)) == ["Accueil, écoute"]


def test_a_cell_is_named_by_the_row_a_spreadsheet_shows(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text('Activité;Basse\n"Accueil\ndes patients";Fort\n\nCodage;élevé\n', encoding="utf-8")
    reading = read(path)

    assert titles(reading) == ["Accueil des patients", "Codage"]
    assert [cell for cell, _sentence in refusals(reading)] == ["B4"]


def test_a_pasted_cell_is_named_by_its_line() -> None:
    reading = read("Activité\tBasse\n\nAccueil\tFort\nCodage\t12/03/2026")

    assert [cell for cell, _sentence in refusals(reading)] == ["B4"]


def test_the_csv_that_impactapp_writes_is_understood(tmp_path: Path) -> None:
    from impactapp.domain.analysis.results import analyse
    from impactapp.exchange.csv_tables import write_csv
    from tests.builders import secretary

    path = tmp_path / "étude.csv"
    write_csv(analyse(secretary()), path)
    (table,) = read_tables(path)
    columns = guess_mapping(table).columns

    assert decided(read(path)) == list(SECRETARY_MATRIX)
    assert len(columns) == 4 + 2 + 16, "profession, activity and share, then level and words of four aspects, twice"


@pytest.mark.parametrize("mark", ["•", "1.", "a)", "o"])
def test_a_list_of_word_whose_marks_end_with_a_tab_is_a_list(mark: str) -> None:
    text = f"{mark}\tAccueil physique et téléphonique des patients et\nde leur famille ;\n{mark}\tCodage des actes."

    assert titles(read(text)) == [
        "Accueil physique et téléphonique des patients et de leur famille",
        "Codage des actes",
    ]


def test_the_numbers_of_a_whole_column_are_no_part_of_its_titles() -> None:
    assert titles(read("Activité\tBasse\n1. Accueil\tFort\n2. Codage\tFort")) == ["Accueil", "Codage"]
    assert titles(read("Activité\tBasse\n1.1 Accueil\tFort\n1.2 - Codage\tFort")) == ["Accueil", "Codage"]
    assert titles(read("Activité\tBasse\n3 - Tri\tFort\nCodage\tFort")) == ["3 - Tri", "Codage"]


def test_a_sheet_of_ours_saved_as_text_is_understood_by_its_codes(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from tests.builders import secretary
    from tests.exchange.cases import exported

    sheet = load_workbook(exported(secretary(), tmp_path))["Matrice"]
    rows = [";".join("" if cell is None else str(cell) for cell in row) for row in sheet.iter_rows(values_only=True)]
    path = tmp_path / "Matrice.csv"
    path.write_bytes("\r\n".join(rows).encode("cp1252"))
    assert decided(read(path)) == list(SECRETARY_MATRIX)
    assert refusals(read(path)) == []

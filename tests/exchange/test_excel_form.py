"""The workbook is fit to be rated in, printed and read back, whatever text it holds."""

import re
import zipfile
from html import unescape
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.study import Study
from tests import builders
from tests.builders import FO, MO
from tests.exchange.cases import exported, three_professions
from tests.exchange.office import formulas

HOSTILE = [
    "=1+1",
    "+SUM(A1)",
    "-2",
    "@A1",
    "saut\x0bde\x00 ligne",
    "<r><t>x</t></r>",
    "a & b < c > d \"e\" 'f'",
    "_x0041_ et 🩺",
    "مرحبا",
    "https://exemple.fr",
    "x" * 20_000,
]


def footer(path: Path, number: int) -> str:
    """As it stands in the file, where ``&P`` is the page and ``&&`` an ampersand."""
    with zipfile.ZipFile(path) as parts:
        text = parts.read(f"xl/worksheets/sheet{number}.xml").decode()
    return unescape(text.partition("<oddFooter>")[2].partition("</oddFooter>")[0])


def values(study: Study, folder: Path) -> Workbook:
    return load_workbook(exported(study, folder), data_only=True)


def test_ratings_have_a_drop_down_list_in_the_language(tmp_path: Path) -> None:
    book = load_workbook(exported(builders.secretary(), tmp_path))
    lists = [rule for rule in book["Matrice"].data_validations.dataValidation if rule.type == "list"]
    assert {str(rule.sqref) for rule in lists} == {"C5:C14", "D5:D14"}
    assert {rule.formula1 for rule in lists} == {'"Faible,Moyen,Fort"'}
    assert all(rule.prompt and rule.error for rule in lists)
    assert len([r for r in book["Critères"].data_validations.dataValidation if r.type == "list"]) == 6


def test_levels_are_coloured_by_their_word(tmp_path: Path) -> None:
    sheet = load_workbook(exported(builders.secretary(), tmp_path))["Matrice"]
    rules = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb
        for ranges in sheet.conditional_formatting
        for rule in ranges.rules
        if rule.type == "cellIs"
    }
    assert rules == {'"Faible"': "FFDCEBF7", '"Moyen"': "FF79B0DC", '"Fort"': "FF12507F"}


def test_every_sheet_prints_on_a4_landscape_with_its_page_number(tmp_path: Path) -> None:
    path = exported(three_professions(), tmp_path)
    book = load_workbook(path)
    for number, sheet in enumerate(book.worksheets[:-1], 1):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        properties = sheet.sheet_properties.pageSetUpPr
        assert properties is not None
        assert properties.fitToPage
        assert "Page &P sur &N" in footer(path, number)
    assert book["Matrice"].print_title_rows == "$4:$4"
    assert book["Critères"].print_title_rows == "$4:$5"
    assert book["Matrice"].freeze_panes == "C5"
    assert book["Matrice"].auto_filter.ref == "A4:H11"


def test_both_charts_are_native_and_cached(tmp_path: Path) -> None:
    with zipfile.ZipFile(exported(builders.secretary(), tmp_path)) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    counts, rates = charts
    assert re.findall(r"<c:v>(\d)</c:v>", counts) == ["4", "6", "4", "2", "2", "2"]
    assert re.findall(r"<c:v>(0\.\d+)</c:v>", rates) == ["0.4", "0.6", "0.55", "0.6", "0.7", "0.6"]


def test_charts_of_many_professions_show_the_first_ones_and_say_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(exported(builders.large(14, 2), tmp_path)) as parts:
        rates = parts.read("xl/charts/chart2.xml").decode()
    assert "les 12 premiers métiers" in rates
    assert "$A$9:$A$20" in rates


def test_hidden_ids_tell_which_row_is_which_activity(tmp_path: Path) -> None:
    book = values(three_professions(), tmp_path)
    hidden, matrix, criteria = book["_impactapp"], book["Matrice"], book["Critères"]
    facts = {hidden.cell(row, 1).value: hidden.cell(row, 2).value for row in range(1, 20)}
    assert (facts["format"], facts["version"], facts["study_id"]) == ("impactapp/workbook", 2, "s1")
    assert (facts["made_at"], facts["language"]) == ("2026-11-22T14:03:00+00:00", "fr")
    assert (facts["sheet_matrix"], facts["level_fort"]) == ("Matrice", "Fort")
    for row in range(2, 9):
        number, task_id, profession_id, in_matrix, in_criteria = (str(hidden.cell(row, at).value) for at in range(4, 9))
        assert [str(matrix.cell(int(in_matrix), at).value) for at in (6, 7, 8)] == [number, task_id, profession_id]
        assert [str(criteria.cell(int(in_criteria), at).value) for at in (21, 22)] == [number, task_id]
    assert [matrix.column_dimensions[letter].hidden for letter in "EF"] == [False, True]


def test_hostile_text_stays_text_and_the_file_opens(tmp_path: Path) -> None:
    tasks = tuple(
        Task(f"t{n}", text[:400] or "?", None, Rating(Judgement(MO, text), substitution=Judgement(FO, text)))
        for n, text in enumerate(HOSTILE)
    )
    profession = Profession("p", "=HYPERLINK(1)", tasks=tasks, source="=2+2")
    study = Study("s", "=CMD & 'x' [1]/*?", "@établissement", "+groupe", "-objet\x0b", professions=(profession,))
    path = exported(study, tmp_path)
    live = formulas(path)
    assert {sheet for sheet, _cell in live} == {"Critères", "Résultats"}
    assert not {cell for sheet, cell in live if sheet == "Critères" and cell[0] in "ACE"}
    sheet = load_workbook(path)["Matrice"]
    assert [sheet[f"A{row}"].value for row in range(5, 9)] == HOSTILE[:4]
    assert all(sheet[f"A{row}"].quotePrefix for row in range(5, 9))
    assert not sheet["A11"].quotePrefix
    assert sheet["A10"].value == " <r><t>x</t></r>"
    assert load_workbook(path)["Critères"]["C16"].value == HOSTILE[-1]
    assert "=CMD && 'x' [1]/*?" in footer(path, 1)


def test_a_high_level_below_the_low_one_would_be_seen(tmp_path: Path) -> None:
    sheet = load_workbook(exported(builders.secretary(), tmp_path))["Matrice"]
    (rule,) = (
        rule
        for ranges in sheet.conditional_formatting
        for rule in ranges.rules
        if rule.type == "expression" and str(ranges.sqref) == "D5:D14"
    )
    assert rule.formula == ["IFERROR(MATCH($D5,level_words,0)<MATCH($C5,level_words,0),FALSE)"]
    assert rule.stopIfTrue


def test_the_first_sheet_is_one_page_unless_it_would_be_too_small_to_read(tmp_path: Path) -> None:
    many = [builders.profession(number) for number in range(20)]
    for study, pages in ((builders.secretary(), 1), (builders.study(*many), 0)):
        sheet = load_workbook(exported(study, tmp_path))["Lisez-moi"]
        fitted = sheet.sheet_properties.pageSetUpPr
        assert fitted is not None
        assert fitted.fitToPage
        # the file leaves out what is 1; 0 is as many as it takes
        height = sheet.page_setup.fitToHeight
        assert (1 if height is None else height) == pages


def test_levels_and_decisions_stand_in_the_middle_of_their_row(tmp_path: Path) -> None:
    sheet = load_workbook(exported(builders.secretary(), tmp_path))["Critères"]
    for row in range(6, 16):
        for column in (1, 2, 4, 6, 8, 9):
            assert sheet.cell(row, column).alignment.vertical == "center"


def test_no_head_is_cut_on_paper(tmp_path: Path) -> None:
    book = load_workbook(exported(three_professions(), tmp_path))
    results, criteria = book["Résultats"], book["Critères"]
    # “Temps exposé (ETP), hypothèse basse” stands on five lines of fifteen points
    assert (results.row_dimensions[8].height or 0) > 75
    assert (criteria.row_dimensions[4].height or 0) > 20

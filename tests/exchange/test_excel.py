"""The workbook holds what the results say, for a person in Excel and for the program that reads it back."""

import errno
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.exchange.problems import ExchangeError
from tests import builders
from tests.builders import FO, MO
from tests.exchange.cases import MADE_AT, complete, exported, partly_rated, three_professions, with_criteria
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


def values(study: Study, folder: Path) -> Workbook:
    return load_workbook(exported(study, folder), data_only=True)


def column(sheet: Worksheet, letter: str, first: int, last: int) -> list[object]:
    return [sheet[f"{letter}{row}"].value for row in range(first, last + 1)]


def footer(path: Path, number: int) -> str:
    """As it stands in the file, where ``&P`` is the page and ``&&`` an ampersand."""
    with zipfile.ZipFile(path) as parts:
        text = parts.read(f"xl/worksheets/sheet{number}.xml").decode()
    return unescape(text.partition("<oddFooter>")[2].partition("</oddFooter>")[0])


def row_of(sheet: Worksheet, title: str) -> int:
    return next(row for row in range(1, 100) if sheet.cell(row, 1).value == title)


def test_the_sheets_are_named_in_the_language(tmp_path: Path) -> None:
    book = values(builders.secretary(), tmp_path)
    assert book.sheetnames == ["Lisez-moi", "Matrice", "Critères", "Résultats", "Définitions", "_impactapp"]
    assert book["_impactapp"].sheet_state == "veryHidden"


def test_the_matrix_is_the_published_one_in_words(tmp_path: Path) -> None:
    sheet = values(builders.secretary(), tmp_path)["Matrice"]
    assert [cell.value for cell in sheet[4]][:4] == ["Activité", "Part du temps", "Hypothèse basse", "Hypothèse haute"]
    words = {1: "Faible", 2: "Moyen", 3: "Fort"}
    published = [(title, words[low], words[high]) for title, low, high in builders.SECRETARY_MATRIX]
    assert [(sheet[f"A{r}"].value, sheet[f"C{r}"].value, sheet[f"D{r}"].value) for r in range(5, 15)] == published


def test_the_matrix_in_english_holds_english_words(tmp_path: Path) -> None:
    i18n.use_language("en")
    book = values(builders.secretary(), tmp_path)
    assert column(book["Matrix"], "C", 5, 6) == ["Medium", "High"]
    found = row_of(book["Results"], "Secrétaire médicale")
    assert [book["Results"].cell(found, at).value for at in (6, 7)] == [0.4, 0.6]


def test_several_professions_stand_in_a_column_of_their_own(tmp_path: Path) -> None:
    sheet = values(three_professions(), tmp_path)["Matrice"]
    assert sheet["A4"].value == "Métier"
    assert column(sheet, "A", 5, 11) == ['=SUM(A1) "cité" *?~'] * 3 + ["*"] * 2 + ["Métier ordinaire"] * 2
    assert column(sheet, "C", 5, 9) == [0.5, 0.3, 0.2, 0.5, None]


def test_results_are_stored_with_their_value_for_protected_view(tmp_path: Path) -> None:
    sheet = values(builders.secretary(), tmp_path)["Résultats"]
    row = row_of(sheet, "Secrétaire médicale")
    stored = [sheet.cell(row, at).value for at in range(1, 12)]
    assert stored == ["Secrétaire médicale", 34, 30, 10, 0, 0.4, 0.6, 0.4, 0.7, 12, 18]


def test_what_is_not_known_is_a_dash(tmp_path: Path) -> None:
    sheet = values(partly_rated(), tmp_path)["Résultats"]
    row = row_of(sheet, "Secrétaire médicale")
    assert [sheet.cell(row, at).value for at in range(3, 12)] == [None, 10, 1, 0.4, "–", 0.4, "–", "–", "–"]


def test_every_figure_of_the_results_is_a_live_formula(tmp_path: Path) -> None:
    live = {cell for sheet, cell in formulas(exported(builders.secretary(), tmp_path)) if sheet == "Résultats"}
    sheet = values(builders.secretary(), tmp_path)["Résultats"]
    row = row_of(sheet, "Secrétaire médicale")
    assert {f"{letter}{row}" for letter in "DEFGHIJK"} <= live


def test_formulas_are_stored_in_the_english_of_the_format_without_dynamic_arrays(tmp_path: Path) -> None:
    for study in (builders.secretary(), three_professions()):
        found = formulas(exported(study, tmp_path))
        functions = {name for formula in found.values() for name in re.findall(r"([A-Z][A-Z.]+)\(", formula)}
        titles = {"SUM"}  # in the title of a profession, which is text
        known = {
            *("ABS", "AND", "COUNT", "COUNTA", "COUNTIF", "IF", "IFERROR", "INDEX", "ISNUMBER", "MATCH", "MAX"),
            *("MEDIAN", "MIN", "N", "OR", "SUM", "SUMIF", "SUMPRODUCT"),
        }
        assert functions - titles <= known


def test_the_time_share_is_a_number_and_a_date_a_date(tmp_path: Path) -> None:
    book = values(complete(), tmp_path)
    assert book["Matrice"]["C5"].value == 0.125
    assert book["Matrice"]["C5"].number_format.endswith("%")
    days = [cell.value.isoformat() for cell in book["Lisez-moi"]["B"] if isinstance(cell.value, datetime)]
    assert days == ["2026-11-22T00:00:00", MADE_AT.astimezone().replace(tzinfo=None).isoformat()]


def test_a_day_before_the_days_of_excel_is_written_in_words(tmp_path: Path) -> None:
    study = complete()
    book = values(replace(study, day=study.day.replace(year=1850) if study.day else None), tmp_path)
    assert "22\u00a0novembre\u00a01850" in [cell.value for cell in book["Lisez-moi"]["B"]]


def test_the_first_sheet_names_the_rule_as_ours_and_the_project_as_independent(tmp_path: Path) -> None:
    text = "\n".join(str(cell.value) for row in values(complete(), tmp_path)["Lisez-moi"] for cell in row)
    assert "Projet indépendant, sans lien avec l’Institut Montaigne." in text
    assert "la note de 2019 ne donne pas de formule" in text
    assert "selon la part du temps" in text
    assert "Publié en 2026" in text
    assert "Cas publié" in text


def test_the_first_sheet_says_what_is_still_missing(tmp_path: Path) -> None:
    text = "\n".join(str(cell.value) for row in values(partly_rated(), tmp_path)["Lisez-moi"] for cell in row)
    assert "Restait à compléter" in text
    assert "La substitution reste à" in text


def test_a_long_list_of_what_is_missing_is_cut(tmp_path: Path) -> None:
    tasks = tuple(builders.task(number) for number in range(40))
    text = [
        str(cell.value) for cell in values(builders.study(builders.profession(1, tasks)), tmp_path)["Lisez-moi"]["B"]
    ]
    assert "… et 52 autres." in text


def test_definitions_say_whose_words_they_are(tmp_path: Path) -> None:
    sheet = values(replace(complete(), definitions=replace(complete().definitions, roi="")), tmp_path)["Définitions"]
    said = {sheet[f"A{row}"].value: (sheet[f"B{row}"].value, sheet[f"C{row}"].value) for row in range(5, 17)}
    assert said["Faible"] == ("a", "du groupe")
    assert said["Proposition"][1] == "de l’application"
    assert [whose for _text, whose in said.values()].count("de l’application") == 5


def test_criteria_hold_levels_justifications_proposal_and_reason(tmp_path: Path) -> None:
    path = exported(builders.study(builders.profession(1, (with_criteria(),))), tmp_path)
    sheet = load_workbook(path, data_only=True)["Critères"]
    low = [sheet.cell(6, at).value for at in range(2, 11)]
    assert low == ["Moyen", "Marché naissant", "Fort", "Attendu", "Fort", None, "Moyen", "Faible", "Prudence"]
    high = [sheet.cell(6, at).value for at in range(11, 20)]
    assert high == ["Fort", "Marché mûr", "Fort", None, "Fort", None, "Fort", "Fort", None]
    live = formulas(path)
    assert ("Critères", "K6") not in live, "a high criterion that is set stands for itself"
    assert live["Critères", "M6"] == '=IF(D6="","",D6)', "one that follows the low one goes on following it"


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
    assert book["Matrice"].auto_filter.ref == "A4:E11"


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
    assert (facts["format"], facts["version"], facts["study_id"]) == ("impactapp/workbook", 1, "s1")
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


def test_an_empty_study_makes_a_workbook_too(tmp_path: Path) -> None:
    book = values(builders.study(), tmp_path)
    assert book["Matrice"]["A5"].value is None
    no_task = values(builders.study(builders.profession(1)), tmp_path)["Résultats"]
    row = row_of(no_task, "Métier 1")
    assert [no_task.cell(row, at).value for at in range(4, 9)] == [0, 0, "–", "–", "–"]


def test_the_same_study_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    for path in (one, two):
        write_excel(analyse(complete()), path, made_at=MADE_AT)
    assert one.read_bytes() == two.read_bytes()


def test_progress_is_told_to_its_end(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    write_excel(
        analyse(builders.large(5, 2)),
        tmp_path / "x.xlsx",
        made_at=MADE_AT,
        step=lambda position, total: heard.append((position, total)),
    )
    assert heard == [(position, 16) for position in range(1, 17)]


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    target.write_text("old", encoding="utf-8")

    def cancel(position: int, _total: int) -> None:
        if position == 3:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_excel(analyse(builders.large(5, 2)), target, made_at=MADE_AT, step=cancel)
    assert [path.name for path in tmp_path.iterdir()] == ["x.xlsx"]
    assert target.read_text(encoding="utf-8") == "old"


def test_a_disk_that_fills_while_the_workbook_is_put_together_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(ExchangeError) as refused:
        write_excel(analyse(builders.secretary()), tmp_path / "x.xlsx", made_at=MADE_AT)
    assert refused.value.problem is Problem.DISK_FULL
    assert list(tmp_path.iterdir()) == []


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

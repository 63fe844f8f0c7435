"""The workbook holds what the results say, typed, live, and right before anything is recalculated."""

import errno
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.problems import Problem
from impactapp.domain.rule import Weighting
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.exchange.problems import ExchangeError
from tests import builders
from tests.exchange.cases import MADE_AT, complete, exported, partly_rated, three_professions, with_criteria
from tests.exchange.office import formulas

OUT_OF_SPACE = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from impactapp.domain.analysis.results import analyse
from impactapp.domain.problems import Refusal
from impactapp.exchange.excel_export import write_excel
from tests import builders
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    write_excel(analyse(builders.secretary()), Path(sys.argv[1]), made_at=datetime(2026, 11, 22, tzinfo=UTC))
except Refusal as refusal:
    print(refusal.problem.value)
"""


def values(study: Study, folder: Path) -> Workbook:
    return load_workbook(exported(study, folder), data_only=True)


def column(sheet: Worksheet, letter: str, first: int, last: int) -> list[object]:
    return [sheet[f"{letter}{row}"].value for row in range(first, last + 1)]


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
    assert "Chaque activité compte selon sa part du temps de travail." in text
    assert "Publié en 2026" in text


def test_a_copy_of_the_demonstration_never_passes_for_the_published_case(tmp_path: Path) -> None:
    told = [str(cell.value) for cell in values(complete(), tmp_path)["Lisez-moi"]["B"]]
    (said,) = [words for words in told if "cas publié" in words]
    assert said.startswith("Copie du cas publié\u00a0: ce qui y a été changé depuis n’est pas publié")


def test_the_first_sheet_says_the_weighting_in_effect(tmp_path: Path) -> None:
    unshared = replace(builders.study(builders.profession(1, (builders.task(1),))), weighting=Weighting.TIME)
    sheet = values(unshared, tmp_path)["Lisez-moi"]
    said = {sheet[f"A{row}"].value: sheet[f"B{row}"].value for row in range(1, sheet.max_row + 1)}
    assert said["Pondération"] == "Toutes les activités ont le même poids, car aucune part du temps n’est renseignée."


def test_the_first_sheet_says_what_is_still_missing(tmp_path: Path) -> None:
    text = "\n".join(str(cell.value) for row in values(partly_rated(), tmp_path)["Lisez-moi"] for cell in row)
    assert "Restait à compléter" in text
    assert "La substitution reste à" in text


def test_a_long_list_of_what_is_missing_is_cut(tmp_path: Path) -> None:
    professions = [replace(builders.profession(number), headcount=None) for number in range(20)]
    text = [str(cell.value) for cell in values(builders.study(*professions), tmp_path)["Lisez-moi"]["B"]]
    assert "… et 30 autres." in text


def test_what_is_missing_is_said_once_a_kind(tmp_path: Path) -> None:
    tasks = tuple(builders.task(number) for number in range(40))
    sheet = values(builders.study(builders.profession(1, tasks)), tmp_path)["Lisez-moi"]
    text = [str(cell.value) for cell in sheet["B"]]
    assert "Métier 1 — 40 activités\u00a0: substitution à décider." in text


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
    def full(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:100])
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExchangeError) as refused:
        write_excel(analyse(builders.secretary()), tmp_path / "x.xlsx", made_at=MADE_AT)
    assert refused.value.problem is Problem.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_that_finds_no_space_is_refused_and_nothing_else_is_printed(tmp_path: Path) -> None:
    command = [sys.executable, "-B", "-c", OUT_OF_SPACE, str(tmp_path / "x.xlsx")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout.strip(), done.stderr) == (Problem.TARGET_UNWRITABLE.value, "")
    assert list(tmp_path.iterdir()) == []


def test_the_weighting_in_effect_is_named_for_each_profession(tmp_path: Path) -> None:
    sheet = values(three_professions(), tmp_path)["Résultats"]
    header = next(row for row in range(1, 100) if sheet.cell(row, 2).value == "Hypothèse")
    assert [sheet.cell(header, at).value for at in (8, 9, 12)] == ["Pondération", "Poids, Faible", "Poids total"]
    named = [sheet.cell(row, 8).value for row in range(header + 1, header + 9)]
    assert named == ["selon la part du temps"] * 4 + ["poids égaux"] * 4


def test_dates_say_their_language(tmp_path: Path) -> None:
    for language, code in (("fr", "[$-40C]"), ("en", "[$-809]")):
        i18n.use_language(language)
        sheet = load_workbook(exported(complete(), tmp_path)).worksheets[0]
        dated = [cell.number_format for row in sheet.iter_rows() for cell in row if "yyyy" in cell.number_format]
        assert dated
        assert all(form.startswith(code) for form in dated)

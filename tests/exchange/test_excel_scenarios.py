"""The sheet of scenarios: settings as inputs, every figure with its value, and where each comes from in *Lisez-moi*."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.scenarios import scenario_result
from tests import builders
from tests.exchange import cases
from tests.exchange.office import formulas
from tests.scenario_builders import SIMPLE, many, projected, secretary
from tests.staff_builders import STATED

SHEET = "Scénarios"


def rows(sheet: Worksheet) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def below(sheet: Worksheet, title: str, count: int, skip: int = 0) -> list[list[object]]:
    """The rows under a column title of the first column."""
    listed = rows(sheet)
    found = [at for at, row in enumerate(listed) if row[0] == title][skip]
    return listed[found + 1 : found + 1 + count]


def test_a_study_without_scenario_has_no_sheet_and_no_word_of_it(tmp_path: Path) -> None:
    book = load_workbook(cases.exported(builders.secretary(), tmp_path))
    assert SHEET not in book.sheetnames
    assert not any("scénario" in str(cell).lower() for row in rows(book["Lisez-moi"]) for cell in row)


def test_the_settings_are_the_inputs_and_what_is_not_set_is_empty(tmp_path: Path) -> None:
    sheet = load_workbook(cases.exported(secretary(SIMPLE, STATED), tmp_path), data_only=True)[SHEET]
    settings = {str(row[0]): row[1] for row in rows(sheet)[5:14]}
    assert settings == {
        "Horizon (ans)": 4,
        "Adoption": "linéaire",
        "Règle": "celle de l’étude",
        "Règle appliquée": "part des activités cotées Fort",
        "Contrôle humain": 0.1,
        "Formation": 0.01,
        "Entraînement au mode dégradé": 0,
        "Départs par an": 0.05,
        "Note": None,
    }
    typed = [row[1] for row in below(sheet, "Année", 10, skip=1)]
    assert typed == [0.1, 0.25, 0.6, *[None] * 7]
    assert below(sheet, "Contrôle humain", 1, skip=1)[0][1] is None


def test_the_stored_values_are_those_of_the_analysis(tmp_path: Path) -> None:
    study = projected()
    results = analyse(study)
    sheet = load_workbook(cases.exported(study, tmp_path), data_only=True)[SHEET]
    for at, scenario in enumerate(study.scenarios):
        found = scenario_result(results, scenario)
        for year, row in zip(found.years, below(sheet, "Année", 10, skip=at), strict=False):
            wanted = [year.adopted, year.gross.low, year.gross.high, year.control.low, year.control.high]
            wanted += [year.training, year.drills, year.net.low, year.net.high, year.departures]
            assert row[2:12] == ["–" if one is None else one for one in wanted]
        beyond = below(sheet, "Année", 10, skip=at)[scenario.horizon :]
        assert all(cell is None for row in beyond for cell in row[2:12])
        total = [row for row in rows(sheet) if row[0] == "Total des métiers comptés"][at]
        assert total[1] == found.fte


def test_every_figure_is_a_formula_that_reaches_the_settings_or_the_results(tmp_path: Path) -> None:
    path = cases.exported(secretary(SIMPLE), tmp_path)
    sheet, found = load_workbook(path)[SHEET], formulas(path)
    plain = [
        cell.coordinate
        for row in sheet.iter_rows(min_row=18)
        for cell in row[2:12]
        if isinstance(cell.value, (int, float)) and (SHEET, cell.coordinate) not in found
    ]
    assert plain == []
    assert "Résultats" in found[(SHEET, "B9")]


def test_the_read_me_says_where_each_number_comes_from(tmp_path: Path) -> None:
    listed = rows(load_workbook(cases.exported(projected(), tmp_path))["Lisez-moi"])
    told = {str(row[0]): str(row[1]).replace("\u00a0", " ") for row in listed if row[0]}
    assert told["Calcul"].startswith("Calcul de cette application. Brut : ETP × taux × adoption.")
    assert "la feuille Résultats" in told["ETP et taux"]
    for label in ("Réglages", "Adoption", "Brut", "Net", "Départs", "À quoi sert ce temps"):
        assert label in told


def test_what_does_not_follow_is_said_to_be_of_the_day_of_the_export(tmp_path: Path) -> None:
    sheet = load_workbook(cases.exported(projected(), tmp_path))[SHEET]
    told = [str(row[0]).replace("\u00a0", " ") for row in rows(sheet) if row[0]]
    first = told.index("Au jour de l’export (ces lignes ne suivent pas ce qui est saisi) :")
    assert "Agent : son taux n’est pas connu : des activités restent à décider" in told[first:]
    assert "Psychologue : 0,43 ETP au plus" in told[first:]
    assert any(line.startswith("1. ") and "ETP × années" in line for line in told[first:])


def test_titles_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    path = cases.exported(secretary(replace(SIMPLE, title="=1+1", note="=2+2")), tmp_path)
    assert not any(formula in ("=1+1", "=2+2") for formula in formulas(path).values())
    assert any(row[0] == "=1+1" for row in rows(load_workbook(path)[SHEET]))


def test_sixty_professions_each_have_their_row(tmp_path: Path) -> None:
    sheet = load_workbook(cases.exported(many(), tmp_path), data_only=True)[SHEET]
    assert sum(str(row[0]).startswith("Métier numéro") for row in rows(sheet)) == 60

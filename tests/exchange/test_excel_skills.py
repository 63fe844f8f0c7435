"""The sheets of skills: what they hold, where what is not known says so, and how they are read back."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.skill import Mechanism, Skill
from impactapp.domain.study import Study
from impactapp.exchange.excel_export import write_excel
from impactapp.labels import skills as skill_labels
from tests import builders
from tests.exchange import skill_cases
from tests.exchange.cases import MADE_AT, exported
from tests.exchange.office import formulas
from tests.exchange.test_excel_form import HOSTILE


def values(study: Study, folder: Path) -> Workbook:
    return load_workbook(exported(study, folder), data_only=True)


def cells(sheet: Worksheet, row: int, count: int) -> list[Any]:
    return [*(cell.value for cell in sheet[row])][:count]


def row_of(sheet: Worksheet, *titles: str) -> int:
    return next(row for row in range(1, 200) if cells(sheet, row, len(titles)) == list(titles))


def words(sheet: Worksheet) -> str:
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_sheets_stand_between_results_and_definitions(tmp_path: Path) -> None:
    book = values(builders.skilled(), tmp_path)
    assert book.sheetnames[4:8] == ["Compétences", "Liens", "Exposition", "Mesures"]
    i18n.use_language("en")
    assert values(builders.skilled(), tmp_path).sheetnames[4:8] == ["Skills", "Links", "Exposure", "Measures"]


def test_a_study_without_skills_has_none_of_them_and_says_nothing_of_them(tmp_path: Path) -> None:
    book = values(builders.secretary(), tmp_path)
    assert book.sheetnames == ["Lisez-moi", "Matrice", "Critères", "Résultats", "Définitions", "_impactapp"]
    assert "ompétence" not in words(book["Lisez-moi"]) + words(book["Définitions"])


def test_measures_without_a_skill_have_their_sheet_alone(tmp_path: Path) -> None:
    (found,) = skill_cases.measured().professions
    barriers = tuple(replace(barrier, skill_ids=()) for barrier in found.barriers)
    study = builders.study(replace(found, skills=(), barriers=barriers))
    assert values(study, tmp_path).sheetnames[4:6] == ["Mesures", "Définitions"]


def test_a_skill_says_what_it_is_and_how_much_it_matters(tmp_path: Path) -> None:
    sheet = values(builders.skilled(), tmp_path)["Compétences"]
    assert cells(sheet, 5, 9) == ["Rédaction", None, "Cognitive", "3 · vitale", "Précision", 30, 4, 40, None]
    said = words(sheet)
    assert all(limit in said for limit in skill_labels.retention_limits())


def test_links_are_typed_numbers_beside_what_is_learnt_and_who_validates(tmp_path: Path) -> None:
    path = exported(builders.skilled(), tmp_path)
    sheet = load_workbook(path, data_only=True)["Liens"]
    assert cells(sheet, 6, 11)[5:] == ["Rédaction", "Relation avec le patient", "Archivage"] * 2
    assert cells(sheet, 8, 9)[2:] == [1, 1, "Oui", 3, 0, 0, "F · Pratique"]
    assert cells(sheet, 11, 10)[4:] == [None, 0, 3, 0, None, "F · Métacognition"]
    lists = {str(rule.sqref): rule.formula1 for rule in load_workbook(path)["Liens"].data_validations.dataValidation}
    assert lists["F7:H16"] == '"0,1,2,3"'
    assert "F · Théorie" in str(lists["I7:I16"])


def test_exposures_classes_priorities_and_what_is_left_are_those_of_the_analysis(tmp_path: Path) -> None:
    sheet = values(builders.skilled(), tmp_path)["Exposition"]
    row = cells(sheet, row_of(sheet, "Rédaction", "Atrophie"), 16)
    assert row[2:3] + row[5:9] == [3, "Fo · Fort", "Fo · Fort", 9, 9]
    assert [round(float(str(figure)), 4) for figure in (row[3], row[9], row[10])] == [0.9286, 0.3, 0.6286]
    patient = cells(sheet, row_of(sheet, "Relation avec le patient", "Atrophie"), 9)
    assert [round(float(str(figure)), 4) for figure in patient[3:5]] == [0.2143, 0.4286]
    assert patient[5:] == ["Fa · Faible", "Mo · Moyen", 2, 4]


def test_a_skill_without_links_is_not_a_zero(tmp_path: Path) -> None:
    sheet = values(builders.skilled(), tmp_path)["Exposition"]
    for mechanism in ("Atrophie", "Non-acquisition", "Erreurs adoptées"):
        row = cells(sheet, row_of(sheet, "Archivage", mechanism), 16)
        assert row[3:5] == ["non renseigné"] * 2
        assert row[5:9] == ["–"] * 4
    said = cells(sheet, row_of(sheet, "Archivage", "2 · importante"), 6)
    assert said[2:5] == ["–", "non renseigné", "non renseigné"]
    assert str(said[5]).startswith("Non renseigné")


def test_nothing_is_said_under_half_of_the_practice_but_why(tmp_path: Path) -> None:
    study = skill_cases.partly_rated()
    sheet = values(study, tmp_path)["Exposition"]
    row = cells(sheet, row_of(sheet, "Relation avec le patient", "2 · importante"), 6)
    assert [row[2], row[3], row[4]] == [1 / 7, "–", "–"]
    assert row[5] == skill_labels.basis_sentence(analyse(study).professions[0].skills[1])
    assert cells(sheet, row_of(sheet, "Relation avec le patient", "Atrophie"), 16)[3:9] == ["–"] * 6


def test_what_it_rests_on_is_the_sentence_of_the_application(tmp_path: Path) -> None:
    for make in (builders.skilled, skill_cases.partly_rated, skill_cases.shares_off, skill_cases.rules_without_rates):
        study = make()
        sheet = values(study, tmp_path)["Exposition"]
        for found in analyse(study).professions[0].skills:
            told = cells(
                sheet, row_of(sheet, found.skill.title, skill_labels.criticality_word(found.skill.criticality)), 6
            )
            assert told[5] == skill_labels.basis_sentence(found)


def test_every_figure_of_the_exposure_is_a_live_formula(tmp_path: Path) -> None:
    path = exported(builders.skilled(), tmp_path)
    live = {cell for sheet, cell in formulas(path) if sheet == "Exposition"}
    sheet = load_workbook(path)["Exposition"]
    row = row_of(sheet, "Rédaction", "Atrophie")
    assert {f"{letter}{row}" for letter in "CDEFGHIJKLMNOP"} <= live


def test_formulas_use_functions_that_every_spreadsheet_has(tmp_path: Path) -> None:
    found = formulas(exported(skill_cases.by_time(), tmp_path))
    plain = [re.sub(r'"[^"]*"', "", formula) for (sheet, _cell), formula in found.items() if sheet != "Résultats"]
    functions = {name for formula in plain for name in re.findall(r"([A-Z][A-Z.]+)\(", formula)}
    assert functions <= {
        *("ABS", "CHAR", "COUNT", "COUNTA", "COUNTIF", "FIND", "IF", "IFERROR", "INDEX", "ISNUMBER", "LEFT", "MATCH"),
        *("AND", "MAX", "MEDIAN", "MIN", "NA", "OR", "ROUNDDOWN", "SUM", "SUMPRODUCT", "VALUE"),
    }


def test_measures_stand_beside_what_is_known_of_them_and_its_limit(tmp_path: Path) -> None:
    path = exported(skill_cases.measured(), tmp_path)
    sheet = load_workbook(path, data_only=True)["Mesures"]
    row = cells(sheet, 5, 10)
    assert row[:6] == [
        "Temps sans IA",
        "atrophie et non-acquisition",
        "Rédaction\nRelation avec le patient",
        12.5,
        24,
        "Cadre",
    ]
    assert [str(day)[:10] for day in row[6:8]] == ["2026-12-01", "2027-06-01"]
    assert row[8:] == ["En place", "=note"]
    for at, limited in ((5, True), (6, True), (8, False)):
        assert bool(sheet.cell(at, 11).value) is limited, "no finding is told of the group's own measure"
        assert sheet.cell(at, 12).value, "a limit is told of each"
    rules = {str(rule.sqref): rule.formula1 for rule in load_workbook(path)["Mesures"].data_validations.dataValidation}
    assert rules["I5:I9"] == '"Envisagée,Décidée,En place,Abandonnée"'


def test_the_charts_show_before_and_after_in_words(tmp_path: Path) -> None:
    with zipfile.ZipFile(exported(builders.skilled(), tmp_path)) as parts:
        atrophy, trainees = (parts.read(f"xl/charts/chart{number}.xml").decode() for number in (3, 4))
    assert "Atrophie, hypothèse haute" in atrophy
    assert "Non-acquisition, hypothèse haute" in trainees
    for chart in (atrophy, trainees):
        assert "Exposition, avant les mesures" in chart
        assert "Reste, après les mesures" in chart
        assert "Archivage (non renseigné)" in chart


def test_charts_of_many_skills_show_the_first_ones_and_say_so(tmp_path: Path) -> None:
    (found,) = builders.skilled().professions
    skills = tuple(Skill(f"n{number}", f"Compétence {number}") for number in range(14))
    path = exported(builders.study(replace(found, skills=skills, barriers=())), tmp_path)
    with zipfile.ZipFile(path) as parts:
        assert "les 12 premières compétences" in parts.read("xl/charts/chart3.xml").decode()


def test_the_model_is_said_to_be_ours_with_its_limits(tmp_path: Path) -> None:
    book = values(builders.skilled(), tmp_path)
    for name in ("Lisez-moi", "Exposition"):
        said = words(book[name])
        assert all(limit in said for limit in (*skill_labels.model_limits(), skill_labels.never_skilling_limit())), name
        assert skill_labels.exposure_rule_sentence(builders.skilled()) in said
    terms = words(book["Définitions"])
    assert all(skill_labels.mechanism_sentence(mechanism) in terms for mechanism in Mechanism)


def test_several_professions_have_a_matrix_each_and_a_column_elsewhere(tmp_path: Path) -> None:
    book = values(skill_cases.several(), tmp_path)
    links, skills, measures = book["Liens"], book["Compétences"], book["Mesures"]
    tops = [row_of(links, title) for title in ("Secrétaire médicale", "*", "Métier 4")]
    assert tops == sorted(tops)
    assert cells(links, tops[1] + 3, 8)[5:] == ["Rédaction", "Rédaction et =1+1", '=SUM(A1) "cité" *?~']
    assert [skills.cell(row, 1).value for row in (4, 5, 8, 11)] == ["Métier", "Secrétaire médicale", "*", "Métier 4"]
    assert [measures.cell(row, 1).value for row in (5, 10, 11)] == ["Secrétaire médicale", "*", "Métier 5"]


def test_skills_and_measures_of_hostile_text_stay_text(tmp_path: Path) -> None:
    (found,) = builders.skilled().professions
    skills = tuple(
        replace(
            found.skills[0],
            id=f"h{number}",
            title=text[:300].replace("\x0b", " ").replace("\x00", ""),
            description=text,
        )
        for number, text in enumerate(HOSTILE)
    )
    (barrier,) = found.barriers
    measure = replace(barrier, title="=1+1", owner="@x", note="-2", skill_ids=tuple(skill.id for skill in skills))
    path = exported(builders.study(replace(found, skills=skills, barriers=(measure,))), tmp_path)
    live = formulas(path)
    assert not {cell for sheet, cell in live if sheet in ("Compétences", "Mesures")}
    book = load_workbook(path)
    assert [book["Compétences"][f"A{row}"].value for row in range(5, 9)] == HOSTILE[:4]
    assert book["Compétences"]["A5"].quotePrefix
    assert [book["Mesures"][place].value for place in ("A5", "F5", "J5")] == ["=1+1", "@x", "-2"]
    restored = load_workbook(path, data_only=True)["Exposition"]
    assert [restored[f"J{row_of(restored, title, 'Atrophie')}"].value for title in HOSTILE[:4]] == [0.3] * 4


def test_hidden_ids_tell_which_row_is_which_skill_and_which_measure(tmp_path: Path) -> None:
    book = values(skill_cases.several(), tmp_path)
    hidden, skills, links, measures = (book[name] for name in ("_impactapp", "Compétences", "Liens", "Mesures"))
    facts = {hidden.cell(row, 1).value: hidden.cell(row, 2).value for row in range(1, 60)}
    assert (facts["sheet_exposure"], facts["exposure_rule"]) == ("Exposition", "weighted")
    assert (facts["criticality_3"], facts["state_in_place"], facts["stage_theory"]) == (
        "3 · vitale",
        "En place",
        "Théorie",
    )
    assert facts["against_atrophy_non_acquisition"] == "atrophie et non-acquisition"
    for row in range(2, 9):
        number, skill_id, profession_id, at, column = (str(hidden.cell(row, place).value) for place in range(10, 15))
        assert [str(skills.cell(int(at), place).value) for place in (11, 12, 13)] == [number, skill_id, profession_id]
        ids = [links.cell(line, int(column)).value for line in range(1, 40)]
        assert skill_id in ids
    for row in range(2, 9):
        number, measure_id, profession_id, at = (str(hidden.cell(row, place).value) for place in range(16, 20))
        assert [str(measures.cell(int(at), place).value) for place in (14, 15, 16)] == [
            number,
            measure_id,
            profession_id,
        ]


def test_the_same_study_gives_the_same_bytes_and_progress_is_told_to_its_end(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    results = analyse(skill_cases.several())
    write_excel(results, one, made_at=MADE_AT, step=lambda position, total: heard.append((position, total)))
    write_excel(results, two, made_at=MADE_AT)
    assert one.read_bytes() == two.read_bytes()
    assert [position for position, _total in heard] == list(range(1, heard[-1][1] + 1))


def test_proposed_skills_are_said_to_be_proposals_on_each_of_their_sheets(tmp_path: Path) -> None:
    study = builders.skilled()
    (found,) = study.professions
    proposed = tuple(replace(skill, source="Proposition, à valider") for skill in found.skills)
    book = values(replace(study, professions=(replace(found, skills=proposed),)), tmp_path)
    for name in ("Compétences", "Liens", "Exposition"):
        assert "Proposition, à valider\u00a0: 3 compétences et leurs liens." in words(book[name])

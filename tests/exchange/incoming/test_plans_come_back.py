"""Staff by unit, the official count and scenarios, typed in their sheets: differences, rows added and rows gone."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.edits.incoming import ids_needed, take
from impactapp.domain.edits.staff import remove_units, set_staff
from impactapp.domain.incoming import Comparison, Field, Kind, Place
from impactapp.domain.problems import Problem
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Use
from impactapp.domain.staff import StaffLine, UnitKind
from impactapp.domain.study import Study
from tests.exchange import cases
from tests.exchange.incoming import planned
from tests.exchange.incoming.returning import compared, differences, problems, returned, said

STUDY = planned.study()
SECRETARY = STUDY.professions[0].id


def row_of(sheet: Worksheet, title: str, start: int = 1) -> int:
    return next(row for row in range(start, sheet.max_row + 1) if sheet.cell(row, 1).value == title)


def taken(found: Comparison, study: Study = STUDY, *, removed: bool = False) -> Study:
    ids = {one: f"own-{one}" for one in ids_needed(found.new)}
    return take(found.changes, found.new, found.missing if removed else (), ids).change(study)


def test_a_number_of_staff_is_a_difference_of_its_line(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Effectifs"]
        row = row_of(sheet, STUDY.professions[0].title)
        sheet.cell(row, 3).value, sheet.cell(row, 4).value = 21, "18,5"

    found = returned(STUDY, tmp_path, edit)
    assert said(found.changes) == [(Field.STAFF_HEADCOUNT, 21), (Field.STAFF_FTE, 18.5)]
    assert {one.place for one in found.changes} == {Place(SECRETARY, unit_id="w")}
    assert taken(found).staffing.line(SECRETARY, "w") == StaffLine(SECRETARY, "w", 21, 18.5, 15)


def test_a_new_site_and_a_new_line_are_added_one_after_the_other(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Effectifs"]
        lines = row_of(sheet, STUDY.professions[0].title)
        sheet.cell(lines + 2, 1).value = STUDY.professions[0].title
        sheet.cell(lines + 2, 2).value, sheet.cell(lines + 2, 3).value = "Site Nord", 3
        units = row_of(sheet, "Site Nord")
        sheet.cell(units + 3, 1).value, sheet.cell(units + 3, 2).value = "Urgences", "Service"
        sheet.cell(units + 3, 3).value = "Site Nord"

    found = returned(STUDY, tmp_path, edit)
    assert [(one.kind, one.title) for one in found.new] == [(Kind.UNIT, "Urgences")]
    assert [(one.place, one.after) for one in found.changes] == [(Place(SECRETARY, unit_id="n"), 3)]
    staffing = taken(found).staffing
    assert (staffing.units[-1].title, staffing.units[-1].site_id) == ("Urgences", "n")
    assert staffing.line(SECRETARY, "n").headcount == 3


def test_a_line_that_is_gone_is_asked_about_and_removed_only_then(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheets["Effectifs"].delete_rows(row_of(sheets["Effectifs"], STUDY.professions[0].title))

    found = returned(STUDY, tmp_path, edit)
    assert [(one.kind, one.place) for one in found.missing] == [(Kind.STAFF, Place(SECRETARY, unit_id="w"))]
    assert taken(found) == STUDY
    assert [line.unit_id for line in taken(found, removed=True).staffing.lines] == ["c"]


def test_a_line_put_in_another_unit_is_of_that_unit_and_the_first_is_asked_about(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Effectifs"]
        sheet.cell(row_of(sheet, STUDY.professions[0].title), 2).value = "Site Nord"

    found = returned(STUDY, tmp_path, edit)
    assert {one.place.unit_id for one in found.changes} == {"n"}
    assert [one.place.unit_id for one in found.missing] == ["w"]


def test_a_unit_nobody_knows_is_refused_with_its_cell(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Effectifs"]
        row = row_of(sheet, STUDY.professions[0].title)
        sheet.cell(row, 2).value = "Balnéo"
        sheet.cell(row + 2, 1).value, sheet.cell(row + 2, 2).value = STUDY.professions[0].title, "Balnéo"

    found = returned(STUDY, tmp_path, edit)
    assert {problem for _at, problem in problems(found)} == {Problem.ROW_STAFF_MOVED, Problem.ROW_UNIT_UNKNOWN}
    assert (found.changes, found.missing) == ((), ())


def test_a_unit_renamed_in_both_of_its_tables_is_one_difference(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Effectifs"]
        sheet.cell(row_of(sheet, "Chirurgie"), 1).value = "Chirurgie viscérale"
        sheet.cell(row_of(sheet, STUDY.professions[0].title) + 1, 2).value = "Chirurgie viscérale"

    found = returned(STUDY, tmp_path, edit)
    assert said(found.changes) == [(Field.UNIT_TITLE, "Chirurgie viscérale")]
    assert problems(found) == []


def test_a_service_becomes_a_site_and_leaves_its_site(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Effectifs"]
        row = row_of(sheet, "Médecine")
        sheet.cell(row, 2).value, sheet.cell(row, 3).value = "site", None

    found = returned(STUDY, tmp_path, edit)
    assert said(found.changes) == [(Field.UNIT_KIND, UnitKind.SITE), (Field.UNIT_SITE, "")]
    ward = taken(found).staffing.unit("w")
    assert ward is not None
    assert (ward.kind, ward.site_id) == (UnitKind.SITE, "")


def test_the_official_count_is_read_and_no_group_is_added_to_it(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Effectifs"]
        row = row_of(sheet, "Administratifs")
        sheet.cell(row, 3).value = 41
        sheet.cell(row, 5).value = 2025
        sheet.cell(row + 1, 1).value = "Un groupe"

    found = returned(STUDY, tmp_path, edit)
    assert said(found.changes) == [(Field.CENSUS_HEADCOUNT, 41)]
    assert {problem for _at, problem in problems(found)} == {Problem.CENSUS_GROUP_NEW, Problem.CELL_NOT_READ}
    census = taken(found).staffing.census
    assert census is not None
    assert (census.year, census.lines[0].headcount) == (2024, 41)


def test_staff_stated_in_the_study_since_is_a_conflict_and_a_unit_gone_is_told(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Effectifs"]
        sheet.cell(row_of(sheet, STUDY.professions[0].title), 3).value = 21
        sheet.cell(row_of(sheet, STUDY.professions[0].title) + 1, 4).value = 9

    now = set_staff([StaffLine(SECRETARY, "w", 30, 17.1, 15)], "").change(STUDY)
    now = remove_units(["c"], "").change(now)
    found = returned(STUDY, tmp_path, edit, now)
    assert [(one.base, one.before, one.after) for one in found.conflicts] == [(20, 30, 21)]
    assert {problem for _at, problem in problems(found)} == {Problem.ROW_GONE}


SETTINGS: list[tuple[str, str | float, Field, object]] = [
    ("Horizon (ans)", 7, Field.HORIZON, 7),
    ("Adoption", "logistique", Field.ADOPTION, Adoption.LOGISTIC),
    ("Règle", "selon les trois niveaux", Field.SCENARIO_RULE, None),
    ("Contrôle humain", "12,5 %", Field.CONTROL, 0.125),
    ("Formation", 0.02, Field.TRAINING, 0.02),
    ("Départs par an", 3, Field.DEPARTURES, 0.03),
]


@pytest.mark.parametrize(("label", "typed", "field", "after"), SETTINGS)
def test_a_setting_of_a_scenario_is_a_difference(
    label: str, typed: str | float, field: Field, after: object, tmp_path: Path
) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Scénarios"]
        start = row_of(sheet, "Rapide")
        sheet.cell(row_of(sheet, label, start), 2).value = typed

    found = returned(STUDY, tmp_path, edit)
    if field is Field.SCENARIO_RULE:
        assert [problem for _at, problem in problems(found)] == [Problem.CELL_UNKNOWN_WORD]
        return
    assert said(found.changes) == [(field, after)]
    assert found.changes[0].place == Place(scenario_id="s1")
    assert taken(found).scenarios[0] == planned.CAREFUL


def test_title_note_rule_and_years_of_a_scenario_come_back(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Scénarios"]
        start = row_of(sheet, "Rapide")
        sheet.cell(row_of(sheet, "Note", start), 3).value = "Autre note"
        sheet.cell(row_of(sheet, "Règle", start), 2).value = "part des activités cotées Fort"
        years = row_of(sheet, "Année", start)
        sheet.cell(years + 3, 2).value, sheet.cell(years + 4, 2).value = 0.6, "90 %"
        sheet.cell(start, 1).value = "Très rapide"

    found = returned(STUDY, tmp_path, edit)
    assert problems(found) == []
    after = taken(found).scenarios[1]
    quick = planned.QUICK
    wanted = replace(quick, title="Très rapide", note="Autre note", rule=Rule.SHARE_OF_FORT)
    assert after == replace(wanted, stated=(0.1, 0.3, 0.6, 0.9))


def test_years_that_leave_a_gap_or_go_beyond_the_horizon_are_refused_with_their_cell(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Scénarios"]
        years = row_of(sheet, "Année", row_of(sheet, "Rapide"))
        sheet.cell(years + 4, 2).value, sheet.cell(years + 8, 2).value = 0.6, 0.9

    found = returned(STUDY, tmp_path, edit)
    assert {problem for _at, problem in problems(found)} == {Problem.ADOPTION_YEAR_EMPTY, Problem.ADOPTION_YEAR_BEYOND}
    assert found.changes == ()


def test_uses_are_one_list_with_rows_added_changed_and_emptied(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Scénarios"]
        row = row_of(sheet, "Accueil")
        sheet.cell(row, 2).value = 0.5
        sheet.cell(row + 2, 1).value, sheet.cell(row + 2, 2).value = "Tutorat", 0.1

    found = returned(STUDY, tmp_path, edit)
    uses = (Use("Accueil", 0.5), Use("Formation"), Use("Tutorat", 0.1))
    assert said(found.changes) == [(Field.USES, uses)]
    assert problems(found) == []
    assert taken(found).scenarios[1].uses == uses
    emptied = returned(STUDY, tmp_path, lambda sheets: _empty_use(sheets["Scénarios"]))
    assert said(emptied.changes) == [(Field.USES, (Use("Formation"),))]


def _empty_use(sheet: Worksheet) -> None:
    row = row_of(sheet, "Accueil")
    sheet.cell(row, 1).value = sheet.cell(row, 2).value = None


def test_a_wrong_use_is_refused_with_its_cell(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Scénarios"]
        sheet.cell(row_of(sheet, "Accueil"), 2).value = "beaucoup"

    found = returned(STUDY, tmp_path, edit)
    assert [problem for _at, problem in problems(found)] == [Problem.NOT_A_NUMBER]
    assert found.changes == ()


def test_a_scenario_whose_rows_are_gone_is_asked_about_and_one_row_gone_is_told(tmp_path: Path) -> None:
    path = cases.exported(STUDY, tmp_path)
    book = load_workbook(path)
    sheet = book["Scénarios"]
    start, other = row_of(sheet, "Prudent"), row_of(sheet, "Rapide")
    sheet.delete_rows(row_of(sheet, "Note", other))
    sheet.delete_rows(start, other - start)
    book.save(path)
    found = compared(path, STUDY)
    assert [(one.kind, one.title) for one in found.missing] == [(Kind.SCENARIO, "Prudent")]
    assert Problem.ROW_SETTING_GONE in {problem for _at, problem in problems(found)}
    assert [one.id for one in taken(found, removed=True).scenarios] == ["s1"]


def test_a_scenario_copied_below_is_told_once_and_changes_nothing(tmp_path: Path) -> None:
    path = cases.exported(STUDY, tmp_path)
    book = load_workbook(path)
    sheet = book["Scénarios"]
    start, other = row_of(sheet, "Prudent"), row_of(sheet, "Rapide")
    below = sheet.max_row + 2
    for row in range(start, other):
        for column in range(1, 18):
            cell = sheet.cell(row, column)
            if cell.data_type != "f" and cell.value is not None:
                sheet.cell(below + row - start, column).value = cell.value
    book.save(path)
    found = compared(path, STUDY)
    assert Problem.ROW_TWICE in {problem for _at, problem in problems(found)}
    assert (found.changes, found.missing) == ((), ())


def test_a_sheet_of_scenarios_that_was_removed_is_told_and_removes_nothing(tmp_path: Path) -> None:
    path = cases.exported(STUDY, tmp_path)
    book = load_workbook(path)
    del book["Scénarios"]
    del book["Effectifs"]
    book.save(path)
    found = compared(path, STUDY)
    missing = [("Scénarios", Problem.WORKBOOK_SHEET_MISSING), ("Effectifs", Problem.WORKBOOK_SHEET_MISSING)]
    assert sorted(problems(found)) == sorted(missing)
    assert found.missing == ()


def test_without_ids_staff_and_scenarios_are_matched_by_their_words(tmp_path: Path) -> None:
    path = cases.exported(replace(STUDY, id="another"), tmp_path)
    from impactapp.domain.analysis.comparison import compare
    from impactapp.exchange.incoming.matching import EXACT, propose
    from impactapp.exchange.incoming.ours import read_ours

    reading = read_ours(path, STUDY, by_text=True)
    guesses = propose(reading, STUDY)
    sure = {guess.row.cell: guess.place for guess in guesses if guess.score >= EXACT}
    found = compare(STUDY, reading, guesses, sure)
    assert {kind for kind in differences(found) if kind != "refused"} == set()
    assert {problem for _at, problem in problems(found)} <= {Problem.CENSUS_GROUP_NEW}

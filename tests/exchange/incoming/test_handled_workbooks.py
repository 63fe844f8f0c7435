"""What people do to a matrix before they send it back: sort, insert, delete, move, rename, type in their own way."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.edits.incoming import take
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.edits.tasks import add_tasks, remove_tasks, rename_task
from impactapp.domain.incoming import Field, Kind
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Task
from impactapp.domain.rating import Judgement
from impactapp.domain.rule import Rule
from impactapp.domain.skill import Link
from tests import builders
from tests.builders import FA, FO, MO
from tests.exchange import cases
from tests.exchange.incoming.returning import changed, compared, differences, problems, returned, said

SECRETARY = builders.skilled()
TITLES = [title for title, _low, _high in builders.SECRETARY_MATRIX]


def put(sheet: Worksheet, ref: str, value: object) -> None:
    sheet[ref].value = value


def test_rows_sorted_in_every_sheet_are_the_same_rows(tmp_path: Path) -> None:
    def reverse(sheets: dict[str, Worksheet]) -> None:
        for name, first, last, wide in (("Matrice", 5, 11, 8), ("Critères", 6, 12, 24)):
            read = [[sheets[name].cell(row, at) for at in range(1, wide)] for row in range(first, last + 1)]
            rows = [[(cell.value, cell.data_type) for cell in cells] for cells in read]
            for row, cells in enumerate(reversed(rows), first):
                for at, (content, kind) in enumerate(cells, 1):
                    cell = sheets[name].cell(row, at)
                    # a formula goes with its row
                    moved = str(content).replace(str(last + first - row), str(row))
                    cell.value = moved if kind == "f" else content
                    cell.data_type = kind

    assert differences(returned(cases.three_professions(), tmp_path, reverse)) == {}


def test_columns_moved_and_sheets_renamed_are_found_again(tmp_path: Path) -> None:
    def handle(sheets: dict[str, Worksheet]) -> None:
        sheets["Matrice"].insert_cols(1, 2)
        sheets["Critères"].insert_cols(4)
        sheets["Compétences"].insert_rows(1, 3)
        for number, sheet in enumerate(sheets.values()):
            if not sheet.title.startswith("_"):
                sheet.title = f"Feuille {number}"

    found = returned(SECRETARY, tmp_path, handle)
    assert {kind: found for kind, found in differences(found).items() if kind != "refused"} == {}


def test_a_sheet_that_was_removed_is_said_and_removes_nothing(tmp_path: Path) -> None:
    path = cases.exported(SECRETARY, tmp_path)
    book = load_workbook(path)
    del book["Matrice"]
    book.save(path)
    found = compared(path, SECRETARY)
    assert problems(found) == [("Matrice", Problem.WORKBOOK_SHEET_MISSING)]
    assert found.missing == ()


@pytest.mark.parametrize("typed", ["Moyen", " MOYEN ", "moyen", "2", 2, 2.0, "Mo", "medium", "2 - Moyen", "Moyen (2)"])
def test_a_level_is_read_in_any_usual_spelling(typed: object, tmp_path: Path) -> None:
    found = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Matrice"], "D5", typed))
    assert said(found.changes) == [(Field.SUBSTITUTION_HIGH, MO)]


@pytest.mark.parametrize("typed", ["élevé", "Élevée", "très fort", "4", 0, 2.5, True, "2 - Fort", "moyen ou fort"])
def test_what_is_no_level_is_listed_with_its_cell(typed: object, tmp_path: Path) -> None:
    found = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Matrice"], "D5", typed))
    assert problems(found) == [("Matrice!D5", Problem.UNKNOWN_LEVEL)]
    assert found.changes == ()


def test_a_justification_keeps_its_line_breaks(tmp_path: Path) -> None:
    found = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Critères"], "C6", "Un marché\n\n  qui mûrit \n"))
    assert said(found.changes) == [(Field.MATURITY_LOW_TEXT, "Un marché\n\n  qui mûrit")]


def test_a_row_that_was_inserted_is_a_new_activity_with_all_that_its_sheets_say(tmp_path: Path) -> None:
    def insert(sheets: dict[str, Worksheet]) -> None:
        for name in ("Matrice", "Critères", "Liens"):
            sheets[name].insert_rows(8)
            put(sheets[name], "A8", "Relire ce que l’IA écrit")
        put(sheets["Matrice"], "C8", "faible")
        put(sheets["Critères"], "B8", "Fort")
        put(sheets["Critères"], "C8", "Déjà là")
        put(sheets["Liens"], "F8", 3)

    found = returned(SECRETARY, tmp_path, insert)
    (new,) = found.new
    assert (new.kind, new.title, found.changes, found.missing) == (Kind.TASK, "Relire ce que l’IA écrit", (), ())
    after = take((), found.new, ids={new.place.task_id: "t-new"}).change(SECRETARY)
    task = after.professions[0].tasks[-1]
    assert (task.id, task.level(Hypothesis.LOW, Aspect.SUBSTITUTION)) == ("t-new", FA)
    assert task.low.maturity == Judgement(FO, "Déjà là")
    assert after.professions[0].skills[0].link("t-new") == Link("t-new", 3)


def test_a_row_that_was_copied_keeps_the_id_of_its_model_and_is_new_all_the_same(tmp_path: Path) -> None:
    def copy(sheets: dict[str, Worksheet]) -> None:
        sheets["Matrice"].insert_rows(6)
        for at in range(1, 8):
            sheets["Matrice"].cell(6, at).value = sheets["Matrice"].cell(5, at).value
        put(sheets["Matrice"], "A6", "Une autre activité")

    found = returned(SECRETARY, tmp_path, copy)
    assert [row.title for row in found.new] == ["Une autre activité"]
    assert (found.changes, found.missing, found.refused) == ((), (), ())


def test_a_row_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    def copy(sheets: dict[str, Worksheet]) -> None:
        sheets["Matrice"].insert_rows(6)
        for at in range(1, 8):
            sheets["Matrice"].cell(6, at).value = sheets["Matrice"].cell(5, at).value

    assert problems(returned(SECRETARY, tmp_path, copy)) == [("Matrice!A6", Problem.ROW_TWICE)]


def test_a_row_that_is_gone_is_asked_about_and_never_removed_by_itself(tmp_path: Path) -> None:
    found = returned(SECRETARY, tmp_path, lambda sheets: sheets["Matrice"].delete_rows(14))
    assert [(row.kind, row.title) for row in found.missing] == [(Kind.TASK, TITLES[9])]
    assert take(found.changes, found.new).change(SECRETARY) is SECRETARY
    after = take((), (), found.missing).change(SECRETARY)
    assert [task.title for task in after.professions[0].tasks] == TITLES[:9]
    assert all(link.task_id != "sec-10" for skill in after.professions[0].skills for link in skill.links)


def test_an_activity_added_since_the_export_is_not_missing(tmp_path: Path) -> None:
    now = add_tasks("sec", [Task("t-late", "Arrivée depuis")]).change(SECRETARY)
    assert differences(returned(SECRETARY, tmp_path, lambda _sheets: None, now)) == {}


def test_what_is_said_of_an_activity_removed_since_is_refused_and_what_is_not_said_is_not(tmp_path: Path) -> None:
    now = remove_tasks("sec", ["sec-1", "sec-2"]).change(SECRETARY)
    found = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Matrice"], "C5", "Fort"), now)
    assert problems(found) == [("Matrice!A5", Problem.ROW_GONE)]


def test_the_study_that_moved_alone_wins_and_what_both_changed_is_a_conflict(tmp_path: Path) -> None:
    high = [Cell(task_id, Hypothesis.HIGH, Aspect.SUBSTITUTION) for task_id in ("sec-4", "sec-5", "sec-9")]
    now = rate(high, FO).change(SECRETARY)

    def edit(sheets: dict[str, Worksheet]) -> None:
        put(sheets["Matrice"], "D9", "Moyen")  # sec-5: Faible then, Fort now
        put(sheets["Matrice"], "D13", "Fort")  # sec-9: both say so

    found = returned(SECRETARY, tmp_path, edit, now)
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.before, conflict.after) == (FA, FO, MO)
    assert (found.plain, found.refused) == ((), ())


def test_titles_that_change_places_take_what_their_rows_say(tmp_path: Path) -> None:
    def swap(sheets: dict[str, Worksheet]) -> None:
        put(sheets["Matrice"], "A5", TITLES[1])
        put(sheets["Matrice"], "A6", TITLES[0])

    found = returned(SECRETARY, tmp_path, swap)
    assert [(one.place.task_id, one.after) for one in found.changes] == [("sec-2", MO), ("sec-1", FO)]
    taken = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Matrice"], "A5", TITLES[3].upper()))
    assert problems(taken) == [("Matrice!A5", Problem.TITLE_TAKEN)]


def test_two_sheets_that_name_an_activity_differently_disagree(tmp_path: Path) -> None:
    def rename(sheets: dict[str, Worksheet]) -> None:
        put(sheets["Matrice"], "A5", "Accueil")
        put(sheets["Critères"], "A6", "Réception")

    (split,) = returned(SECRETARY, tmp_path, rename).disagreements
    assert (split.field, [one.after for one in split.versions]) == (Field.TITLE, ["Accueil", "Réception"])


def test_a_high_level_below_the_low_one_is_refused_and_the_rest_is_not(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        put(sheets["Matrice"], "C8", "Fort")
        put(sheets["Matrice"], "B8", 0.2)

    found = returned(SECRETARY, tmp_path, edit)
    assert problems(found) == [("Matrice!C8", Problem.HIGH_BELOW_LOW)]
    assert said(found.changes) == [(Field.SHARE, 0.2)]


def test_what_is_typed_over_a_formula_is_refused(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        put(sheets["Critères"], "I6", "Fort")
        put(sheets["Résultats"], "F9", 0.5)
        put(sheets["Liens"], "C7", 1)

    found = returned(SECRETARY, tmp_path, edit)
    assert sorted(problems(found)) == [
        ("Critères!I6", Problem.CELL_COMPUTED),
        ("Liens!C7", Problem.CELL_COMPUTED),
        ("Résultats!F9", Problem.CELL_COMPUTED),
    ]


def test_a_criterion_that_follows_is_a_formula_and_what_is_typed_over_it_is_its_own(tmp_path: Path) -> None:
    study = builders.study(builders.profession(1, (cases.with_criteria(),)))
    found = returned(study, tmp_path, lambda sheets: put(sheets["Critères"], "M6", "Fort"))
    assert found.is_empty  # as the low hypothesis says: it follows still
    lower = returned(study, tmp_path, lambda sheets: put(sheets["Critères"], "D6", "Moyen"))
    assert said(lower.changes) == [(Field.ACCEPTABILITY_LOW, MO)]


def test_another_rule_is_a_change_and_its_rates_are_not(tmp_path: Path) -> None:
    def choose(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Résultats"]
        rows = [row for row in range(20, sheet.max_row + 1) if str(sheet.cell(row, 1).value).startswith("Fort 1")]
        put(sheet, "B4", sheet.cell(rows[0], 1).value)
        sheet.cell(rows[0], 5).value = 0.7

    found = returned(SECRETARY, tmp_path, choose)
    assert said(found.changes) == [(Field.RULE, Rule.WEIGHTED)]
    assert [problem for _cell, problem in problems(found)] == [Problem.RATES_NOT_TAKEN]


def test_our_own_wording_of_a_definition_is_no_definition_of_the_group(tmp_path: Path) -> None:
    defined = replace(SECRETARY, definitions=replace(SECRETARY.definitions, fort="Au moins la moitié"))
    emptied = returned(defined, tmp_path, lambda sheets: put(sheets["Définitions"], "B7", None))
    assert said(emptied.changes) == [(Field.DEFINITION_FORT, "")]


def test_rows_that_lost_their_ids_are_matched_by_words_and_only_proposed(tmp_path: Path) -> None:
    def lose(sheets: dict[str, Worksheet]) -> None:
        for row in range(5, 15):
            for name, column in (("Matrice", 6), ("Critères", 21), ("Liens", 13)):
                sheets[name].cell(row if name == "Matrice" else row + 1 + (name == "Liens"), column).value = None
        put(sheets["Matrice"], "A5", "Accueil physique et téléphonique des patients et de leurs familles")
        put(sheets["Matrice"], "D5", "Moyen")

    found = returned(SECRETARY, tmp_path, lose)
    scores = {guess.row.cell.ref: guess.score for guess in found.guesses if guess.row.cell.sheet == "Matrice"}
    assert [guess.place.task_id for guess in found.guesses if guess.row.cell.ref == "A5"] == ["sec-1"]
    assert 80 < scores.pop("A5") < 100
    assert scores == {f"A{row}": 100 for row in range(6, 15)}
    assert (found.changes, found.missing, found.new) == ((), (), ())


def test_several_levels_and_renaming_the_same_task_now_is_still_the_same_task(tmp_path: Path) -> None:
    now = rename_task("sec-1", "Accueil").change(SECRETARY)
    found = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Matrice"], "C5", "Fort"), now)
    assert [(one.place.task_id, one.after) for one in found.changes] == [("sec-1", Level.FORT)]


def test_a_file_saved_again_without_its_hidden_sheet_has_two_sides_only(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        put(sheets["Matrice"], "D5", "Moyen")

    path = changed(cases.exported(SECRETARY, tmp_path), edit)
    book = load_workbook(path)
    del book["_impactapp"]
    book.save(path)
    found = compared(path, SECRETARY)
    assert said(found.plain) == [(Field.SUBSTITUTION_HIGH, MO)]


def test_a_workbook_of_the_first_version_is_read_for_its_matrix(tmp_path: Path) -> None:
    def age(sheets: dict[str, Worksheet]) -> None:
        for name, row in (("Matrice", 3), ("Critères", 3), ("Compétences", 3), ("Mesures", 3), ("Définitions", 3)):
            sheets[name].delete_rows(row)
            sheets[name].insert_rows(row)
        sheets["Liens"].delete_rows(5)
        sheets["Résultats"].delete_rows(6)
        sheets["_impactapp"]["B2"] = 1
        sheets["_impactapp"].delete_cols(21, 2)
        put(sheets["Matrice"], "D5", "Moyen")

    found = returned(SECRETARY, tmp_path, age)
    assert said(found.plain) == [(Field.SUBSTITUTION_HIGH, MO)]
    remarks = [("", Problem.WORKBOOK_TWO_SIDES), ("", Problem.WORKBOOK_TABLES_ONLY)]
    assert (found.new, found.missing, problems(found)) == ((), (), remarks)


def test_a_column_that_was_deleted_is_said_and_takes_nothing_away(tmp_path: Path) -> None:
    shared = cases.by_time(builders.secretary())
    found = returned(shared, tmp_path, lambda sheets: sheets["Matrice"].delete_cols(2))
    assert problems(found) == [("Matrice", Problem.WORKBOOK_COLUMN_MISSING)]
    assert (found.changes, found.missing) == ((), ())

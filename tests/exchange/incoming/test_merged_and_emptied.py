"""Cells that were merged, rows that were emptied, a profession that stands alone: nothing is taken that nobody said."""

from dataclasses import replace
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.incoming import Field
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Task
from impactapp.domain.rating import Judgement
from tests import builders
from tests.builders import MO
from tests.exchange import cases
from tests.exchange.incoming.returning import differences, problems, returned, said

SECRETARY = builders.skilled()


def put(sheet: Worksheet, ref: str, value: object) -> None:
    sheet[ref].value = value


def test_merged_cells_of_levels_say_one_level_for_all_and_of_texts_nothing_is_emptied(tmp_path: Path) -> None:
    study = replace(SECRETARY, professions=(replace(SECRETARY.professions[0], tasks=_judged()),))

    def merge(sheets: dict[str, Worksheet]) -> None:
        put(sheets["Matrice"], "C5", "Moyen")
        sheets["Matrice"].merge_cells("C5:D5")
        sheets["Critères"].merge_cells("C6:C7")

    found = returned(study, tmp_path, merge)
    assert said(found.changes) == [(Field.SUBSTITUTION_HIGH, MO)]
    assert problems(found) == [("Critères!C7", Problem.CELL_MERGED)]


def _judged() -> tuple[Task, ...]:
    first, second, *rest = SECRETARY.professions[0].tasks
    words = [replace(one, low=replace(one.low, maturity=Judgement(MO, f"Mots {one.id}"))) for one in (first, second)]
    return (*words, *rest)


def test_a_row_that_was_emptied_is_asked_about_as_one_that_is_gone(tmp_path: Path) -> None:
    def empty(sheets: dict[str, Worksheet]) -> None:
        for column in range(1, 5):
            sheets["Matrice"].cell(6, column).value = None

    found = returned(SECRETARY, tmp_path, empty)
    assert [one.place.task_id for one in found.missing] == ["sec-2"]
    assert (found.changes, problems(found)) == ((), [])


def test_a_profession_named_alone_on_a_row_is_told(tmp_path: Path) -> None:
    def alone(sheets: dict[str, Worksheet]) -> None:
        sheet = sheets["Matrice"]
        put(sheet, f"A{sheet.max_row + 1}", "Secrétaire médicale")

    found = returned(cases.three_professions(), tmp_path, alone)
    assert [problem for _cell, problem in problems(found)] == [Problem.ROW_WITHOUT_TITLE]


def test_profession_cells_that_were_merged_are_as_they_were(tmp_path: Path) -> None:
    def merge(sheets: dict[str, Worksheet]) -> None:
        sheets["Matrice"].merge_cells("A5:A7")

    several = builders.large(1, 3)
    several = replace(several, professions=(*several.professions, builders.profession(9, (builders.task(90),))))
    assert differences(returned(several, tmp_path, merge)) == {}

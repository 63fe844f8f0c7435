"""What is told of a returned file: its own levels, words in French, likenesses that a person would see too."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.incoming import Field, Kind
from impactapp.domain.problems import Problem
from impactapp.labels.incoming import refused_sentence
from tests import builders
from tests.builders import MO
from tests.exchange import cases
from tests.exchange.incoming.returning import problems, returned, said

SECRETARY = builders.skilled()


def put(sheet: Worksheet, ref: str, value: object) -> None:
    sheet[ref].value = value


def test_two_levels_that_contradict_each_other_are_both_left_and_named_as_typed(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        put(sheets["Matrice"], "B5", 0.2)
        put(sheets["Matrice"], "C5", "Fort")
        put(sheets["Matrice"], "D5", "Faible")

    found = returned(SECRETARY, tmp_path, edit)
    assert problems(found) == [("Matrice!C5", Problem.HIGH_BELOW_LOW), ("Matrice!D5", Problem.HIGH_BELOW_LOW)]
    assert all("haute (Faible)" in text and "basse (Fort)" in text for text in map(refused_sentence, found.refused))
    assert said(found.changes) == [(Field.SHARE, 0.2)]


def test_the_levels_of_our_own_reports_are_read(tmp_path: Path) -> None:
    found = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Matrice"], "D5", "Mo · Moyen"))
    assert said(found.changes) == [(Field.SUBSTITUTION_HIGH, MO)]
    split = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Matrice"], "D5", "Fo · Moyen"))
    assert problems(split) == [("Matrice!D5", Problem.UNKNOWN_LEVEL)]


@pytest.mark.parametrize(
    ("typed", "quoted"), [(True, "VRAI"), (False, "FAUX"), (date(2026, 3, 1), "1er\u00a0mars\u00a02026")]
)
def test_what_is_no_level_is_quoted_as_a_spreadsheet_shows_it(typed: object, quoted: str, tmp_path: Path) -> None:
    (refused,) = returned(SECRETARY, tmp_path, lambda sheets: put(sheets["Matrice"], "D5", typed)).refused
    assert f"«\u00a0{quoted}\u00a0»" in refused_sentence(refused).replace(" mars ", "\u00a0mars\u00a0")


@pytest.mark.parametrize("title", ["Nouvelle activité IA", "Encadrer les stagiaires", "Gestion des stocks"])
def test_a_new_activity_that_shares_a_word_or_two_is_like_no_other(title: str, tmp_path: Path) -> None:
    def replaced(sheets: dict[str, Worksheet]) -> None:
        sheets["Matrice"].delete_rows(6)
        sheets["Matrice"].insert_rows(9)
        put(sheets["Matrice"], "A9", title)

    found = returned(SECRETARY, tmp_path, replaced)
    assert (found.guesses, [one.title for one in found.new if one.kind is Kind.TASK]) == ((), [title])
    assert [one.place.task_id for one in found.missing] == ["sec-2"]


def test_a_profession_that_is_a_formula_is_named_by_its_text(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheets["Matrice"].insert_rows(8)
        put(sheets["Matrice"], "A8", "=A7")
        put(sheets["Matrice"], "B8", "Former")

    found = returned(cases.three_professions(), tmp_path, edit)
    assert [one.facts for one in found.refused if one.problem is Problem.ROW_PROFESSION_UNKNOWN] == [(("name", "A7"),)]

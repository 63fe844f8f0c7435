"""Columns that a person names, and what is remembered of them for the next file of the same form."""

from pathlib import Path

import pytest

from impactapp import paths
from impactapp.domain.incoming import Field
from impactapp.domain.problems import Problem
from impactapp.exchange.foreign.columns import with_columns
from impactapp.exchange.foreign.mapping import guess_mapping, mapping_of
from impactapp.exchange.foreign.reading import read_with
from impactapp.exchange.foreign.remembered import mapping_for, remember, remembered
from impactapp.exchange.foreign.table import Table
from impactapp.exchange.foreign.tables import read_tables
from impactapp.exchange.problems import ExchangeError
from tests.exchange.foreign.lists import decided, titles

ODD = "Grille\n\nQuoi\tPrudent ?\tAudacieux ?\nAccueil\tMoyen\tFort\nCodage\tFort\tFort"


def table_of(text: str) -> Table:
    return read_tables(text)[0]


def asked(text: str, columns: str) -> list[tuple[str, object, object]]:
    table = table_of(text)
    found = read_with(table, with_columns(table, guess_mapping(table), columns))
    return [(title, low, high) for title, low, high in decided(found)]


def test_columns_are_named_by_their_headings_even_unknown_ones() -> None:
    assert asked(ODD, "Quoi=title, prudent ?=low, AUDACIEUX=high") == [("Accueil", 2, 3), ("Codage", 3, 3)]


def test_columns_are_named_by_their_letters_too() -> None:
    text = "Accueil\tMoyen\tFort\nCodage\tFort\tFort"

    assert asked(text, "C=low, b=high") == [("Accueil", 3, 2), ("Codage", 3, 3)]


def test_a_column_can_be_left_out() -> None:
    assert asked("Activité\tBasse\tHaute\nAccueil\tMoyen\tFort", "Haute=-") == [("Accueil", 2, None)]


def test_headings_with_commas_can_be_named() -> None:
    text = "Activité\tNiveau, hypothèse basse\nAccueil\tMoyen"

    assert asked(text, "Activité=title,Niveau, hypothèse basse=high") == [("Accueil", None, 2)]


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ("Rien=title", Problem.FOREIGN_COLUMN_UNKNOWN),
        ("Quoi=niveau", Problem.FOREIGN_FIELD_UNKNOWN),
        ("Quoi", Problem.FOREIGN_COLUMN_UNKNOWN),
    ],
)
def test_what_is_not_there_is_refused(columns: str, problem: Problem) -> None:
    with pytest.raises(ExchangeError) as caught:
        asked(ODD, columns)
    assert caught.value.problem is problem


def test_a_mapping_is_remembered_by_its_headings_wherever_they_stand() -> None:
    table = table_of(ODD)
    remember(with_columns(table, guess_mapping(table), "Quoi=title,Prudent ?=high"))
    other = table_of("Autre service\n\nGrille\n\n quoi\tPRUDENT ?\tAudacieux ?\nFrappe\tFort\tFaible")
    found = remembered(other)

    assert found is not None
    assert found.columns == {0: Field.TITLE, 1: Field.SUBSTITUTION_HIGH}
    assert titles(read_with(other, found)) == ["Frappe"]


def test_other_headings_are_guessed() -> None:
    remember(mapping_of(table_of(ODD), 1, 2, {0: Field.TITLE}))
    other = table_of("Activité\tBasse\nFrappe\tFort")

    assert mapping_for(other) == guess_mapping(other)


def test_headings_over_two_lines_are_remembered() -> None:
    table = table_of("Quoi\tCas un\t\nlequel\tbas un\thaut un\nFrappe\tFort\tFort")
    columns = {0: Field.TITLE, 2: Field.SUBSTITUTION_LOW}
    remember(mapping_of(table, 2, 2, columns))

    assert mapping_for(table).columns == columns
    assert mapping_for(table).first_row == 2


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"a": 1}', '{"a": {"x": "title"}}', '{"a": {"0": "nothing"}}', "\x00"]
)
def test_a_damaged_memory_costs_nothing(content: str) -> None:
    file = paths.user_data() / "columns.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    table = table_of("Activité\tBasse\nFrappe\tFort")
    remember(guess_mapping(table))

    assert remembered(table) is not None


def test_a_folder_that_cannot_be_written_costs_the_memory_only(user_folders: Path) -> None:
    paths.user_data().parent.mkdir(parents=True, exist_ok=True)
    paths.user_data().write_text("a file where the folder should be", encoding="utf-8")
    table = table_of("Activité\tBasse\nFrappe\tFort")
    remember(guess_mapping(table))

    assert remembered(table) is None
    assert paths.user_data().is_relative_to(user_folders)

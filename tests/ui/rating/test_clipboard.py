"""Exchange with a spreadsheet: words out, any spelling in, all or nothing."""

import pytest
from hypothesis import given
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Task
from impactapp.ui.clipboard import text_of
from impactapp.ui.copying import copy_from
from impactapp.ui.models.rating_clipboard import PasteError, block_of, read_block
from impactapp.ui.models.rating_columns import COLUMN_COUNT, TITLE, column_at, position_of
from tests import builders
from tests.ui.rating.stage import DECISION, FA, FO, HIGH, LOW, MATURITY, MO, MakeStage, unrated

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LOW_DECISION, HIGH_DECISION = position_of(LOW, DECISION), position_of(HIGH, DECISION)


def tasks(count: int = 3) -> tuple[Task, ...]:
    return unrated(count).professions[0].tasks


def read(text: str, *chosen: tuple[int, int], count: int = 3) -> dict[tuple[int, int], Level | None]:
    levels = read_block(text, tasks(count), chosen)
    return {(int(cell.task_id[1:]), position_of(cell.hypothesis, cell.aspect)): level for cell, level in levels.items()}


def test_selected_cells_are_copied_in_words(made: MakeStage) -> None:
    stage = made(builders.secretary())
    stage.at(7)
    stage.press(Key.Key_Down, Modifier.ShiftModifier)
    stage.press(Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Moyen\nMoyen\n"


def test_cells_between_the_selected_ones_are_left_empty() -> None:
    rows = builders.secretary().professions[0].tasks
    chosen = [(0, LOW_DECISION), (1, HIGH_DECISION)]
    assert text_of(block_of(rows, chosen)) == "Moyen\t\n\tFort\n"


def test_a_block_from_a_spreadsheet_is_pasted_in_one_step(made: MakeStage) -> None:
    stage = made(unrated())
    QGuiApplication.clipboard().setText("Moyen\tFort\r\nfa\t3\r\n")
    stage.at(0)
    stage.press(Key.Key_V, Modifier.ControlModifier)
    assert [(stage.level(row), stage.level(row, HIGH)) for row in range(3)] == [(MO, FO), (FA, FO), (None, None)]
    stage.session.undo()
    assert [(stage.level(row), stage.level(row, HIGH)) for row in range(3)] == [(None, None)] * 3


def test_what_is_not_a_level_is_named_with_row_and_column_and_nothing_changes(made: MakeStage) -> None:
    stage = made(builders.secretary())
    before = stage.session.study
    QGuiApplication.clipboard().setText("Fort\nbeaucoup\n")
    stage.at(6)
    stage.press(Key.Key_V, Modifier.ControlModifier)
    assert stage.session.study is before
    assert stage.refused == [
        "Ligne «\u00a0Tenue à jour du dossier patient\u00a0», colonne décision, hypothèse basse\u00a0: "
        "«\u00a0beaucoup\u00a0» n’est pas un niveau\u00a0; rien n’a été collé."
    ]


def test_one_value_fills_all_selected_cells() -> None:
    assert read("Fort", (0, LOW_DECISION), (2, HIGH_DECISION)) == {(0, LOW_DECISION): FO, (2, HIGH_DECISION): FO}


def test_two_columns_on_the_low_decision_are_low_and_high() -> None:
    assert read("Fa\tMo", (0, LOW_DECISION)) == {(0, LOW_DECISION): FA, (0, HIGH_DECISION): MO}


def test_the_published_matrix_pasted_on_titles_goes_to_the_decisions() -> None:
    assert read("Accueil\tFa\tMo", (1, TITLE)) == {(1, LOW_DECISION): FA, (1, HIGH_DECISION): MO}


def test_an_empty_cell_takes_the_level_away() -> None:
    at = (0, LOW_DECISION)
    assert read("Fort\n\nFort\n", at) == {(0, LOW_DECISION): FO, (1, LOW_DECISION): None, (2, LOW_DECISION): FO}


def test_proposals_in_a_block_are_passed_over() -> None:
    first = position_of(LOW, MATURITY)
    pasted = read("Fa\tFa\tFa\tn’importe\tMo", (0, first))
    assert pasted[0, LOW_DECISION] is MO
    assert len(pasted) == 4


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fort\nFort\n", (2, LOW_DECISION)),
        ("Fort\tFort", (0, HIGH_DECISION)),
        ("", (0, LOW_DECISION)),
        ("\n\n", (0, LOW_DECISION)),
        ("Fort", (0, TITLE)),
        ("Fort", (0, position_of(LOW, None))),
        ('"' + "x" * 200_000, (0, LOW_DECISION)),
        ("=1+1", (0, LOW_DECISION)),
    ],
)
def test_a_block_that_does_not_fit_is_refused_in_one_short_sentence(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(PasteError) as refusal:
        read(text, place)
    assert 10 < len(str(refusal.value)) < 200


def test_the_whole_table_pasted_on_its_first_cell_changes_nothing(made: MakeStage) -> None:
    stage = made(builders.secretary())
    before = stage.session.study
    assert copy_from(stage.page) == "Tableau copié\u00a0: 10 lignes."
    first = QGuiApplication.clipboard().text().split("\n")[0].split("\t")
    assert first[:2] == ["Activité", "Maturité, hypothèse basse"]
    stage.page.table.go_to(0, TITLE)
    stage.press(Key.Key_V, Modifier.ControlModifier)
    assert stage.refused == []
    assert stage.session.study == before


def test_several_selected_rows_are_copied_with_their_headings(made: MakeStage) -> None:
    stage = made(builders.secretary())
    stage.at(7)
    stage.press(Key.Key_Down, Modifier.ShiftModifier)
    assert copy_from(stage.page) == "2 lignes copiées avec leurs titres."
    lines = QGuiApplication.clipboard().text().splitlines()
    tasks_copied = builders.secretary().professions[0].tasks[7:9]
    assert [line.split("\t")[0] for line in lines[1:]] == [task.title for task in tasks_copied]


@given(builders.tasks(0), builders.tasks(1))
def test_what_is_copied_pastes_back_as_it_was(first: Task, second: Task) -> None:
    rows = (first, second)
    everywhere = [(row, position) for row in (0, 1) for position in range(COLUMN_COUNT)]
    levels = read_block(text_of(block_of(rows, everywhere)), rows, everywhere)
    shown = {
        (row, position): rows[row].level(column.hypothesis, column.aspect)
        for row, position in everywhere
        if (column := column_at(position)) and column.aspect
    }
    found = {
        (0 if cell.task_id == first.id else 1, position_of(cell.hypothesis, cell.aspect)): level
        for cell, level in levels.items()
    }
    assert found == shown
    assert len(shown) == 2 * len(Hypothesis) * len(Aspect)

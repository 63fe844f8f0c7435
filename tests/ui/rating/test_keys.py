"""What the keys of the matrix do, and what they refuse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from impactapp.domain.level import Aspect, Level
from impactapp.ui.models.rating_columns import TITLE, position_of
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.session import Session
from tests import builders
from tests.ui.rating.stage import DECISION, FA, FO, HIGH, LOW, MATURITY, MO, MakeStage, unrated, with_criteria

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("key", "level"),
    [
        (Key.Key_1, FA),
        (Key.Key_2, MO),
        (Key.Key_3, FO),
        (Key.Key_Ampersand, FA),
        (Key.Key_Eacute, MO),
        (Key.Key_QuoteDbl, FO),
    ],
)
def test_a_digit_rates_the_cell_and_stays_on_it(made: MakeStage, key: Qt.Key, level: Level) -> None:
    stage = made(unrated())
    stage.at(1, HIGH, MATURITY)
    stage.press(key)
    assert stage.level(1, HIGH, MATURITY) is level
    assert stage.place == (1, position_of(HIGH, MATURITY))


def test_a_digit_of_the_number_pad_rates_too(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_2, Modifier.KeypadModifier)
    assert stage.level(0) is MO


def test_shift_and_seven_of_an_english_keyboard_rates_nothing(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_Ampersand, Modifier.ShiftModifier)
    assert stage.level(0) is None


def test_a_digit_rates_all_selected_cells_in_one_step(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_Down, Modifier.ShiftModifier)
    stage.press(Key.Key_Down, Modifier.ShiftModifier)
    stage.press(Key.Key_3)
    assert [stage.level(row) for row in range(3)] == [FO, FO, FO]
    stage.session.undo()
    assert [stage.level(row) for row in range(3)] == [None, None, None]


def test_select_all_and_a_digit_rate_every_cell(made: MakeStage) -> None:
    stage = made(unrated(2))
    stage.at(0)
    stage.press(Key.Key_A, Modifier.ControlModifier)
    stage.press(Key.Key_1)
    assert {stage.level(row, side, aspect) for row in (0, 1) for side in (LOW, HIGH) for aspect in Aspect} == {FA}


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_clearing_takes_the_level_away(made: MakeStage, key: Qt.Key) -> None:
    stage = made(builders.secretary())
    stage.at(0)
    stage.press(key)
    assert stage.level(0) is None


def test_clearing_a_cell_that_follows_tells_where_its_level_comes_from(made: MakeStage) -> None:
    stage = made(with_criteria())
    stage.at(0, HIGH, MATURITY)
    stage.press(Key.Key_Delete)
    assert stage.level(0, HIGH, MATURITY) is FO
    assert stage.informed == [
        "Cette cellule suit l’hypothèse basse\u00a0: effacez plutôt le niveau de l’hypothèse basse."
    ]


@pytest.mark.parametrize("position", [TITLE, position_of(LOW, None)])
def test_a_title_or_a_proposal_is_not_rated_and_says_why(made: MakeStage, position: int) -> None:
    stage = made(with_criteria())
    before = stage.session.study
    stage.page.table.go_to(0, position)
    stage.press(Key.Key_3)
    assert stage.session.study is before
    assert len(stage.informed) == 1


def test_a_high_level_below_the_low_one_is_refused(made: MakeStage) -> None:
    stage = made(builders.secretary())
    stage.at(1, HIGH)
    stage.press(Key.Key_1)
    assert stage.level(1, HIGH) is FO
    assert len(stage.refused) == 1
    assert "hypothèse haute" in stage.refused[0]


def test_a_read_only_study_refuses_each_key_with_its_sentence(made: MakeStage) -> None:
    stage = made(builders.secretary())
    holder = stage.session.document
    assert holder is not None
    other = Session(stage.page)
    assert other.open(holder.path)
    told: list[str] = []
    other.refused.connect(told.append)
    reader = RatingPage(other, stage.page)
    reader.refresh(None)
    reader.table.go_to(0, position_of(LOW, DECISION))
    for key in (Key.Key_1, Key.Key_Delete, Key.Key_P):
        QTest.keyClick(reader.table, key)
    QTest.keyClick(reader.table, Key.Key_V, Modifier.ControlModifier)
    editor = reader.findChild(QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    QTest.keyClicks(editor, "x")
    assert len(told) == 5
    assert all("lecture seule" in sentence for sentence in told)
    assert editor.toPlainText() == ""
    assert other.study == stage.session.study
    other.close()


def test_tab_leads_through_criteria_and_decisions_to_the_end(made: MakeStage) -> None:
    stage = made(unrated(1))
    stage.page.table.go_to(0, TITLE)
    visited = []
    for _turn in range(5):
        stage.press(Key.Key_Tab)
        visited.append(stage.place[1])
        stage.press(Key.Key_2)
    low = [position_of(LOW, aspect) for aspect in Aspect]
    assert visited == [*low, position_of(HIGH, DECISION)]
    stage.press(Key.Key_Tab)
    assert stage.informed == ["Tout est coté\u00a0: chaque activité a ses deux décisions."]
    assert stage.page.focusWidget() is stage.page.table


def test_shift_tab_goes_to_the_cell_to_rate_before(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(1, LOW, MATURITY)
    stage.press(Key.Key_Backtab, Modifier.ShiftModifier)
    assert stage.place == (0, position_of(HIGH, DECISION))


def test_control_tab_leaves_the_matrix(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_Tab, Modifier.ControlModifier)
    assert stage.page.focusWidget() is not stage.page.table
    assert stage.page.focusWidget() is not None


@pytest.mark.parametrize("key", [Key.Key_P, Key.Key_Equal])
def test_the_proposal_is_accepted_under_the_hypothesis_of_the_cell(made: MakeStage, key: Qt.Key) -> None:
    stage = made(with_criteria())
    stage.at(0, LOW, None)
    stage.press(key)
    assert (stage.level(0, LOW), stage.level(0, HIGH)) == (FO, None)


def test_on_a_title_both_proposals_are_accepted(made: MakeStage) -> None:
    stage = made(with_criteria())
    stage.page.table.go_to(0, TITLE)
    stage.press(Key.Key_P)
    assert (stage.level(0, LOW), stage.level(0, HIGH)) == (FO, FO)
    stage.press(Key.Key_P)
    assert stage.informed == ["C’est déjà la décision proposée."]


def test_without_criteria_there_is_no_proposal_to_accept(made: MakeStage) -> None:
    stage = made(with_criteria())
    stage.at(1)
    stage.press(Key.Key_P)
    assert stage.level(1) is None
    assert stage.informed == ["Pas encore de proposition\u00a0: cotez d’abord maturité, acceptabilité et ROI."]


def test_rows_without_a_proposal_are_counted(made: MakeStage) -> None:
    stage = made(with_criteria())
    stage.at(0)
    stage.press(Key.Key_Down, Modifier.ShiftModifier)
    stage.press(Key.Key_P)
    assert stage.level(0) is FO
    assert stage.informed == [
        "Propositions acceptées\u00a0; 1 décision n’en a pas encore\u00a0: ses critères ne sont pas tous cotés."
    ]


def test_letters_search_nothing(made: MakeStage) -> None:
    stage = made(builders.secretary())
    stage.at(0)
    stage.press(Key.Key_V)
    assert stage.place == (0, position_of(LOW, DECISION))


def test_a_letter_that_means_nothing_is_answered_by_the_keys(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0, LOW, MATURITY)
    stage.press(Key.Key_X)
    assert stage.informed == ["1 Fa · 2 Mo · 3 Fo · Suppr efface · Entrée justifie · P accepte la proposition"]
    assert stage.level(0, LOW, MATURITY) is None
    stage.press(Key.Key_Down)
    stage.press(Key.Key_X, Modifier.ControlModifier)
    assert len(stage.informed) == 1

"""The panel beside the matrix: what it explains, and the justification that is never lost."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from impactapp.domain.edits import ratings
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Definitions
from impactapp.ui.models.rating_columns import TITLE, position_of
from impactapp.ui.widgets.rating.levels import LevelRow
from tests import builders
from tests.ui.rating.stage import (
    DECISION,
    FO,
    HIGH,
    LOW,
    MATURITY,
    MO,
    MakeStage,
    Stage,
    justified,
    unrated,
    with_criteria,
)
from tests.ui.rating.test_page import demonstration

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def editor(stage: Stage) -> QPlainTextEdit:
    found = stage.page.panel.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def said(stage: Stage) -> list[str]:
    """What the panel shows in words."""
    labels = stage.page.panel.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(stage.page.panel) and label.text()]


def reason(stage: Stage, row: int = 0) -> str:
    return stage.task(row).judgement(LOW, DECISION).text


def test_a_criterion_has_a_justification_and_a_decision_a_reason(made: MakeStage) -> None:
    stage = made(unrated())
    for aspect, word in ((DECISION, "Motif"), (MATURITY, "Justification"), (DECISION, "Motif")):
        stage.at(0, LOW, aspect)
        assert f"&{word}" in said(stage)
        assert editor(stage).accessibleName().startswith(f"{word}\u00a0: ")


def test_a_decision_with_words_and_no_level_has_a_reason_in_words_too(made: MakeStage) -> None:
    task = builders.task(1)
    kept = replace(task, low=task.low.set(DECISION, Judgement(None, "à revoir")))
    stage = made(builders.study(builders.profession(1, (kept,))))
    spoken = stage.page.model.index(0, position_of(LOW, DECISION)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", motif sans décision")


def test_enter_leads_to_the_justification_and_escape_back_with_the_words_kept(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_Return)
    assert stage.page.focusWidget() is editor(stage)
    QTest.keyClicks(editor(stage), "parce que")
    QTest.keyClick(editor(stage), Key.Key_Escape)
    assert reason(stage) == "parce que"
    assert stage.page.focusWidget() is stage.page.table


def test_control_enter_comes_back_too_and_enter_alone_starts_a_line(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_Enter)
    QTest.keyClicks(editor(stage), "un")
    QTest.keyClick(editor(stage), Key.Key_Return)
    QTest.keyClicks(editor(stage), "deux")
    QTest.keyClick(editor(stage), Key.Key_Return, Modifier.ControlModifier)
    assert reason(stage) == "un\ndeux"
    assert stage.page.focusWidget() is stage.page.table


def test_words_are_kept_after_a_pause_and_the_cursor_stays(made: MakeStage, qtbot: QtBot) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_Return)
    QTest.keyClicks(editor(stage), "une pause ")
    qtbot.waitUntil(lambda: reason(stage) == "une pause")
    QTest.keyClicks(editor(stage), "puis la suite")
    QTest.keyClick(editor(stage), Key.Key_Escape)
    assert reason(stage) == "une pause puis la suite"
    stage.session.undo()
    assert reason(stage) == ""
    assert editor(stage).toPlainText() == ""


def test_words_are_kept_for_their_own_cell_when_another_becomes_current(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_Return)
    QTest.keyClicks(editor(stage), "pour elle seule")
    stage.at(1)
    assert (reason(stage, 0), reason(stage, 1)) == ("pour elle seule", "")
    assert editor(stage).toPlainText() == ""


def test_words_are_kept_when_the_window_closes(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    stage.press(Key.Key_Return)
    QTest.keyClicks(editor(stage), "au dernier moment")
    stage.page.close()
    assert reason(stage) == "au dernier moment"


def test_the_level_stays_when_words_are_written(made: MakeStage) -> None:
    stage = made(builders.secretary())
    stage.at(0)
    stage.press(Key.Key_Return)
    QTest.keyClicks(editor(stage), "raison")
    QTest.keyClick(editor(stage), Key.Key_Escape)
    assert (stage.level(0), reason(stage)) == (MO, "raison")


def test_a_text_that_is_too_long_is_refused_and_stays_on_screen(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0)
    editor(stage).setPlainText("x" * 20_001)
    stage.page.panel.commit()
    assert len(stage.refused) == 1
    assert reason(stage) == ""
    assert len(editor(stage).toPlainText()) == 20_001


def test_a_proposal_or_a_title_cannot_be_justified_and_says_so(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0, LOW, None)
    stage.press(Key.Key_Return)
    stage.page.table.go_to(0, TITLE)
    stage.press(Key.Key_Return)
    assert len(stage.informed) == 2
    assert not editor(stage).isVisibleTo(stage.page.panel)


def test_the_three_levels_stand_there_with_the_words_of_the_group(made: MakeStage) -> None:
    stage = made(replace(builders.secretary(), definitions=Definitions(fort="Nos mots pour Fort")))
    stage.at(7, HIGH)
    rows = stage.page.panel.findChildren(LevelRow)
    assert [(row.text(), row.is_given) for row in rows] == [("Faible", False), ("Moyen", False), ("Fort", True)]
    assert rows[2].accessibleDescription() == "Nos mots pour Fort"
    assert "Tenue à jour du dossier patient" in said(stage)
    assert "Décision, hypothèse haute" in said(stage)


def test_a_level_is_given_by_mouse_and_the_keyboard_stays_in_the_matrix(made: MakeStage) -> None:
    stage = made(unrated())
    stage.at(0, LOW, MATURITY)
    rows = stage.page.panel.findChildren(LevelRow)
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert stage.level(0, LOW, MATURITY) is MO
    assert [row.is_given for row in rows] == [False, True, False]
    assert stage.page.focusWidget() is stage.page.table


def test_a_refused_click_leaves_the_mark_on_the_level_in_force(made: MakeStage) -> None:
    stage = made(builders.secretary())
    stage.at(1, HIGH)
    rows = stage.page.panel.findChildren(LevelRow)
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert len(stage.refused) == 1
    assert [row.is_given for row in rows] == [False, False, True]


def test_a_decision_that_differs_asks_why_until_a_reason_is_given(made: MakeStage) -> None:
    stage = made(with_criteria())
    stage.session.apply(ratings.rate([Cell("t1", LOW, DECISION)], MO))
    stage.at(0)
    assert "Proposé Fo, retenu Mo\u00a0: dites pourquoi." in said(stage)
    stage.session.apply(ratings.justify(Cell("t1", LOW, DECISION), "nos raisons"))
    assert "Proposé Fo, retenu Mo, avec un motif." in said(stage)
    assert editor(stage).toPlainText() == "nos raisons"


def test_the_proposal_can_be_accepted_by_a_button_where_it_changes_something(made: MakeStage) -> None:
    stage = made(with_criteria())
    stage.at(0)
    buttons = {button.text(): button for button in stage.page.panel.findChildren(QPushButton)}
    accept = buttons["Accepter la proposition"]
    assert accept.isVisibleTo(stage.page.panel)
    accept.click()
    assert stage.level(0) is FO
    assert not accept.isVisibleTo(stage.page.panel)


def test_the_demonstration_says_that_it_makes_nothing_up(made: MakeStage) -> None:
    stage = made(demonstration())
    stage.at(7)
    assert any(words.startswith("Aucun critère ici") for words in said(stage))
    stage.at(5)
    assert any(words.startswith("Critères en texte") for words in said(stage))
    for number in (1, 2, 3):
        stage.page.table.go_to(7, number)
        stage.press(Key.Key_3)
    assert not any(words.startswith("Aucun critère ici") for words in said(stage))


def test_a_following_criterion_says_so(made: MakeStage) -> None:
    stage = made(justified(FO, "mots"))
    stage.at(0, HIGH, MATURITY)
    assert "Suit l’hypothèse basse tant que ce critère n’est pas coté ici." in said(stage)
    assert editor(stage).toPlainText() == "mots"

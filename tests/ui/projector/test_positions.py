"""Before and after: counts typed by hand, two distributions side by side, a form in the group's own words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from impactapp.domain.edits.workshop import set_positions, set_survey_counts
from impactapp.domain.workshop import Group, GroupKind, Moment
from impactapp.ui.session import Session
from impactapp.ui.widgets.workshop.positions_bars import shown_positions
from impactapp.ui.widgets.workshop.positions_dialog import PositionsDialog
from impactapp.ui.workshop_room import Room
from tests.ui.projector.conftest import Enter
from tests.ui.workshop.sittings import now, with_groups

BEFORE, AFTER = Moment.BEFORE, Moment.AFTER


@pytest.fixture
def dialog(session: Session, room: Room, qtbot: QtBot) -> Iterator[PositionsDialog]:
    made = PositionsDialog(session, now(session))
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    # once closed it is gone
    if isValid(made):
        made.close()


def type_counts(bot: QtBot, *counts: str) -> None:
    """Type counts one after the other; Tab leads on."""
    for one in counts:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, one)
        QTest.keyClick(focused, Qt.Key.Key_Tab)


def test_hands_are_counted_by_group_and_by_keys_alone(dialog: PositionsDialog, session: Session, qtbot: QtBot) -> None:
    dialog.positions[BEFORE, "g1"].fields[0].setFocus()
    type_counts(qtbot, "4", "3", "1", "1", "1", "1", "1", "0")
    qtbot.waitUntil(lambda: len(now(session).positions) == 2)
    assert [(one.group_id, one.counts) for one in now(session).positions] == [
        ("g1", (4, 3, 1, 1)),
        ("g2", (1, 1, 1, 0)),
    ]


def test_more_hands_than_participants_are_refused_and_stay_to_be_corrected(
    dialog: PositionsDialog, session: Session, qtbot: QtBot
) -> None:
    row = dialog.positions[BEFORE, "g2"]
    row.fields[0].setFocus()
    type_counts(qtbot, "4", "0", "0", "0")
    qtbot.waitUntil(row.fields[0].hasFocus)
    assert row.fields[0].text() == "4"
    assert "4" in dialog.refusal.text()
    assert now(session).positions == ()
    row.fields[0].setText("3")
    dialog.close()
    assert now(session).positions[0].counts == (3, 0, 0, 0)


def test_both_moments_are_told_side_by_side(dialog: PositionsDialog, session: Session) -> None:
    session.apply(set_positions(now(session), BEFORE, "g1", (4, 3, 1, 1)))
    session.apply(set_positions(now(session), AFTER, "g1", (0, 2, 4, 3)))
    session.apply(set_positions(now(session), AFTER, "g2", (0, 0, 0, 3)))
    assert shown_positions(now(session), BEFORE) == (4, 3, 1, 1)
    assert shown_positions(now(session), AFTER) == (0, 2, 4, 6)
    before, after = dialog.bars.accessibleDescription().splitlines()
    assert before.startswith("Avant la séance")
    assert after.endswith(": 6")


def test_under_the_least_size_no_distribution_is_shown(enter: Enter, qtbot: QtBot) -> None:
    room = enter(with_groups(Group("g1", GroupKind.STAFF, 4)))
    session = room.parent()
    assert isinstance(session, Session)
    session.apply(set_positions(now(session), BEFORE, "g1", (1, 1, 1, 1)))
    assert shown_positions(now(session), BEFORE) is None
    dialog = PositionsDialog(session, now(session))
    qtbot.addWidget(dialog)
    assert dialog.bars.accessibleDescription().splitlines()[0].endswith("Affiché à partir de 5 réponses")


def test_what_was_said_in_secret_is_not_read_from_the_fields(dialog: PositionsDialog, session: Session) -> None:
    session.apply(set_positions(now(session), BEFORE, "g2", (1, 1, 1, 0)))
    assert [field.text() for field in dialog.positions[BEFORE, "g2"].fields] == ["", "", "", ""]
    assert [field.placeholderText() for field in dialog.positions[BEFORE, "g2"].fields] == ["•"] * 4


def test_the_form_takes_the_words_of_the_group(dialog: PositionsDialog, session: Session, qtbot: QtBot) -> None:
    field = dialog.texts[2]
    assert field.placeholderText() == "J’ai pu exprimer mon point de vue."
    field.setFocus()
    QTest.keyClicks(field, "La salle va bien.")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    type_counts(qtbot, "1", "2", "9", "5")
    qtbot.waitUntil(lambda: any(now(session).survey[1].counts))
    assert (now(session).survey[1].text, now(session).survey[1].counts) == ("La salle va bien.", (1, 2, 9, 5))


def test_a_form_answered_by_few_is_kept_to_itself(dialog: PositionsDialog, session: Session) -> None:
    session.apply(set_survey_counts(now(session), 1, (1, 0, 0, 1)))
    assert dialog.answers[1].fields[0].text() == ""
    session.apply(set_survey_counts(now(session), 1, (1, 0, 3, 1)))
    assert [field.text() for field in dialog.answers[1].fields] == ["1", "0", "3", "1"]

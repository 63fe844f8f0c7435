"""The tables of the workshop keep Qt's rules, and tell views of what differs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from impactapp.domain.edits import votes
from impactapp.domain.edits.workshop import add_sitting, remove_sitting, rename_sitting
from impactapp.domain.workshop import Counts, Group, GroupKind, Sitting
from impactapp.ui.models.agenda_model import AgendaColumn, AgendaModel, agenda_rows, gap_of
from impactapp.ui.models.group_model import GroupColumn, GroupModel
from impactapp.ui.models.sitting_model import SittingColumn, SittingModel
from impactapp.ui.session import Session
from tests.ui.workshop.sittings import HIGH, LOW, count, now, opened, sitting, with_groups

Role = Qt.ItemDataRole


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    return opened(tmp_path, sitting())


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def cells(model: QAbstractItemModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_sittings_come_go_and_change_as_qt_wants_it(session: Session) -> None:
    model = SittingModel(session)
    tester = watched(model)
    model.refresh()
    for edit in (
        add_sitting(Sitting("w2", "Séance 2")),
        rename_sitting(now(session), "Lancement"),
        add_sitting(Sitting("w3", "Séance 3")),
    ):
        session.apply(edit)
        model.refresh()
    session.apply(remove_sitting(Sitting("w2", "Séance 2")))
    model.refresh()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Lancement",
        "Séance 3",
        "Nouvelle séance…",
    ]
    assert tester.model() is model


def test_typing_in_the_last_row_adds_a_sitting_of_the_chosen_profession(session: Session) -> None:
    model = SittingModel(session)
    model.refresh()
    assert model.setData(model.index(model.draft_row, SittingColumn.TITLE), "Deuxième")
    assert session.study is not None
    added = session.study.sittings[-1]
    assert (added.title, added.profession_ids, len(added.survey)) == ("Deuxième", ("sec",), 5)


def test_a_sitting_is_dated_placed_and_renamed_in_its_cells(session: Session) -> None:
    model = SittingModel(session)
    model.refresh()
    told: list[str] = []
    session.refused.connect(told.append)
    for column, typed in ((SittingColumn.TITLE, "A"), (SittingColumn.DAY, "24/11/2026"), (SittingColumn.PLACE, "B")):
        assert model.setData(model.index(0, column), typed)
        model.refresh()
    assert cells(model, 0)[:4] == ["A", "24/11/2026", "B", "17"]
    assert not model.setData(model.index(0, SittingColumn.DAY), "31/02/2026")
    assert len(told) == 1
    assert now(session).day is not None


def test_participants_follow_the_numbers_typed(session: Session) -> None:
    session.apply(remove_sitting(now(session)))
    session.apply(add_sitting(with_groups()))
    model = GroupModel(session)
    tester = watched(model)
    model.show_sitting(now(session))
    assert model.rowCount() == len(GroupKind)
    assert model.setData(model.index(0, GroupColumn.SIZE), "9")
    model.show_sitting(now(session))
    assert [(group.kind, group.size) for group in now(session).groups] == [(GroupKind.STAFF, 9)]
    second = model.add_like(0)
    assert model.setData(model.index(second, GroupColumn.TITLE), "Nuit")
    assert model.setData(model.index(second, GroupColumn.SIZE), "4")
    model.show_sitting(now(session))
    assert [(group.title, group.size) for group in now(session).groups] == [("", 9), ("Nuit", 4)]
    assert model.setData(model.index(0, GroupColumn.SIZE), "0")
    model.show_sitting(now(session))
    assert [group.title for group in now(session).groups] == ["Nuit"]
    assert tester.model() is model


def test_other_participants_need_a_name_and_numbers_are_checked(session: Session) -> None:
    model = GroupModel(session)
    model.show_sitting(now(session))
    told: list[str] = []
    session.refused.connect(told.append)
    other = model.rowCount() - 1
    for typed in ("3", "beaucoup", "-2", "99999"):
        assert not model.setData(model.index(other, GroupColumn.SIZE), typed)
    assert len(told) == 4
    assert len(now(session).groups) == 3


def test_a_group_that_has_voted_stays(session: Session) -> None:
    count(session, LOW, "g1", Counts(3, 5, 1))
    model = GroupModel(session)
    model.show_sitting(now(session))
    assert not model.setData(model.index(0, GroupColumn.SIZE), "0")
    assert not model.setData(model.index(0, GroupColumn.SIZE), "8")
    assert model.setData(model.index(0, GroupColumn.SIZE), "12")


def test_the_agenda_puts_first_what_splits_and_last_what_is_settled(session: Session) -> None:
    assert session.study is not None
    count(session, LOW, "g1", Counts(9), "sec-1")
    count(session, LOW, "g1", Counts(5, 0, 4), "sec-2")
    session.apply(votes.settle(now(session), "sec-3", settled=True))
    model = AgendaModel()
    tester = watched(model)
    study = session.study
    model.show_rows(agenda_rows(study, study.professions[0], study.sittings[0]))
    assert [model.row_of(task) for task in ("sec-2", "sec-1", "sec-3")] == [0, 1, 9]
    assert cells(model, 0)[AgendaColumn.CONSENSUS] == "0,01"
    assert cells(model, 9)[AgendaColumn.STATE] == "close"
    assert tester.model() is model


def test_the_consensus_of_too_few_votes_is_not_shown(session: Session) -> None:
    assert session.study is not None
    count(session, LOW, "g2", Counts(1, 1, 1), "sec-1")
    study = session.study
    model = AgendaModel()
    model.show_rows(agenda_rows(study, study.professions[0], study.sittings[0]))
    assert cells(model, model.row_of("sec-1"))[AgendaColumn.CONSENSUS] == "–"
    assert "ne peuvent pas encore" in model.words(model.row_of("sec-1"))


def test_the_gap_follows_the_decisions_until_there_are_votes(session: Session) -> None:
    study = session.study
    assert study is not None
    found = gap_of(study, study.professions[0], study.sittings[0])
    assert found is not None
    assert set(found.task_ids) == {"sec-1", "sec-8"}
    for question in (LOW, HIGH):
        count(session, question, "g1", Counts(9), "sec-8")
    voted = session.study
    assert voted is not None
    found = gap_of(voted, voted.professions[0], voted.sittings[0])
    assert found is not None
    assert found.task_ids == ("sec-1",)


def test_a_screen_reader_hears_group_and_number(session: Session) -> None:
    model = GroupModel(session)
    model.show_sitting(now(session))
    index = model.index(0, GroupColumn.SIZE)
    assert index.data(Role.AccessibleTextRole) == "Agents du métier, personnes : 9"
    assert now(session).groups[0] == Group("g1", GroupKind.STAFF, 9)

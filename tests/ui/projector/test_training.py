"""The replay of the published case: hidden levels, made-up votes that are marked, distances, a reset in one key."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from impactapp.domain.edits import ratings, votes
from impactapp.domain.edits.simulated import simulate_votes
from impactapp.domain.edits.workshop import add_sitting
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError
from impactapp.domain.study import Origin
from impactapp.domain.workshop import Counts, Group, GroupKind
from impactapp.ui.projector_slide import slide_of
from impactapp.ui.session import Session
from impactapp.ui.widgets.workshop.projector_doors import RoomDoors
from impactapp.ui.widgets.workshop.training_bar import TrainingBar
from impactapp.ui.widgets.workshop.training_handout import write
from impactapp.ui.workshop_room import Room, room_of
from tests import builders
from tests.ui.workshop.sittings import HIGH, LOW, opened, sitting


class Stage:
    """The doors and the bar of a demonstration that is being replayed."""

    def __init__(self, session: Session) -> None:
        self.session, self.room = session, room_of(session)
        self.page = QWidget()
        column = QVBoxLayout(self.page)
        self.doors = RoomDoors(session, self.room)
        self.bar = TrainingBar(session, self.room, random.Random(7).random)
        column.addWidget(self.doors)
        column.addWidget(self.bar)

    def counts(self, group: int = 0) -> Counts:
        sitting = self.room.sitting
        assert sitting is not None
        tally = sitting.talks[0].tally(self.room.round, LOW, sitting.groups[group].id)
        return tally.counts if tally else Counts()


@pytest.fixture
def stage(look: None, qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    study = replace(builders.secretary(), origin=Origin.DEMONSTRATION)
    made = Stage(opened(tmp_path, study=study))
    qtbot.addWidget(made.page)
    made.page.show()
    made.page.activateWindow()
    qtbot.waitUntil(made.page.isActiveWindow)
    made.doors.start_replay()
    yield made
    made.session.close()


def test_a_study_of_an_establishment_cannot_be_replayed(room: Room, session: Session, qtbot: QtBot) -> None:
    doors = RoomDoors(session, room)
    qtbot.addWidget(doors)
    assert doors.replay.isHidden()
    doors.start_replay()
    assert session.study is not None
    assert len(session.study.sittings) == 1


def test_a_replay_is_a_training_sitting_of_its_own(stage: Stage) -> None:
    sitting = stage.room.sitting
    assert sitting is not None
    assert (sitting.title, sitting.is_training, sitting.is_simulated) == ("Rejeu 1", True, False)
    assert len(sitting.survey) == 5
    stage.doors.start_replay()
    assert stage.room.sitting is not None
    assert stage.room.sitting.title == "Rejeu 2"


def test_the_bar_is_there_in_training_only(stage: Stage) -> None:
    assert stage.bar.isVisible()
    stage.session.apply(add_sitting(sitting()))
    stage.room.enter("w1")
    assert not stage.bar.isVisible()


def test_the_published_levels_are_hidden_until_the_votes_are_shown(stage: Stage) -> None:
    stage.bar.simulate_votes()
    assert "Publié" not in stage.bar.words.text()
    stage.room.reveal(True)
    assert "Publié\u00a0: Moyen (hypothèse basse), Fort (hypothèse haute)." in stage.bar.words.text()
    stage.room.reveal(False)
    assert "Publié" not in stage.bar.words.text()
    assert "Publié" not in slide_of(stage.session.study, stage.room).words


def test_the_distance_is_told_for_the_activity_and_overall(stage: Stage) -> None:
    sitting = stage.room.sitting
    assert sitting is not None
    for task_id, low in (("sec-1", Counts(0, 8, 0)), ("sec-2", Counts(8, 0, 0))):
        for question, counts in ((LOW, low), (HIGH, Counts(0, 0, 8))):
            stage.session.apply(votes.count_hands(sitting, task_id, question, sitting.groups[0].id, counts))
    stage.room.reveal(True)
    own, overall = stage.bar.words.text().splitlines()[-2:]
    assert "2 à l’identique" in own
    assert overall.startswith("Toutes les activités votées jusqu’ici")
    assert "3 à l’identique" in overall
    assert "1 à deux niveaux d’écart" in overall


def test_a_decision_changed_in_the_study_is_still_compared_with_what_was_published(stage: Stage) -> None:
    cell = ratings.Cell("sec-1", Hypothesis.LOW, Aspect.SUBSTITUTION)
    stage.session.apply(ratings.rate([cell], Level.FAIBLE))
    stage.bar.simulate_votes()
    stage.room.reveal(True)
    assert "Publié\u00a0: Moyen (hypothèse basse)" in stage.bar.words.text()


def test_made_up_votes_are_everyones_and_marked_as_simulated(stage: Stage) -> None:
    stage.bar.simulate.click()
    sitting = stage.room.sitting
    assert sitting is not None
    assert sitting.is_simulated
    assert [stage.counts(group).total for group in range(3)] == [group.size for group in sitting.groups]
    assert slide_of(stage.session.study, stage.room).mark == "simulé"
    assert "Simulé" in stage.bar.words.text()
    assert not stage.bar.simulate.isEnabled()


def test_a_simulated_second_round_keeps_the_first_and_comes_nearer(stage: Stage) -> None:
    stage.bar.simulate.click()
    first = stage.counts()
    stage.room.reveal(True)
    stage.bar.again.click()
    assert stage.room.round == 2
    assert not stage.room.is_revealed
    assert stage.counts().total == first.total
    assert stage.counts().moyen >= first.moyen
    assert not stage.bar.again.isEnabled()
    stage.session.undo()
    assert stage.room.round == 1
    assert stage.counts() == first


def test_one_key_takes_everything_back_and_undo_brings_it_back(stage: Stage, qtbot: QtBot) -> None:
    stage.bar.simulate.click()
    stage.room.go("sec-5")
    QTest.keyClick(stage.page, Qt.Key.Key_F8)
    sitting = stage.room.sitting
    assert sitting is not None
    assert (sitting.talks, sitting.is_simulated, stage.room.position) == ((), False, 0)
    stage.session.undo()
    sitting = stage.room.sitting
    assert sitting is not None
    assert (len(sitting.talks), sitting.is_simulated) == (1, True)


def test_made_up_votes_never_enter_a_real_sitting(room: Room, session: Session) -> None:
    real = room.sitting
    assert real is not None
    assert session.study is not None
    with pytest.raises(EditError):
        simulate_votes(real, "sec-1", {(LOW, "g1"): Counts(1, 1, 1)}).change(session.study)


def test_the_handout_is_written_as_pdf(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "support.pdf"
    with qtbot.waitSignal(stage.session.exported) as told:
        write(stage.session, target, stage.page)
    assert told.args == [target]
    assert target.read_bytes().startswith(b"%PDF")


def test_a_room_of_one_group_may_be_replayed(stage: Stage) -> None:
    made = sitting(groups=(Group("g1", GroupKind.OTHER, 12, "La classe"),))
    stage.session.apply(add_sitting(replace(made, is_training=True)))
    stage.room.enter("w1")
    stage.bar.simulate.click()
    stage.room.reveal(True)
    assert "Publié" in stage.bar.words.text()

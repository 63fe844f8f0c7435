"""An activity that other professions have too: said beside the matrix, rated together only when that is asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from impactapp.domain.analysis.shared_tasks import elsewhere
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.ui.widgets.rating.shared import shared_words
from tests import builders
from tests.ui.rating.stage import DECISION, FA, FO, HIGH, LOW, MO, MakeStage, Stage

HALL = "Accueil du patient"


def shared() -> Study:
    return builders.study(
        Profession("a", "Secrétaire", tasks=(Task("a1", HALL), Task("a2", "Codage"))),
        Profession("b", "Hôte", tasks=(Task("b1", HALL, low=builders.decided(FA), high=builders.decided(MO)),)),
        Profession("c", "Cadre", tasks=(Task("c1", HALL),)),
    )


def levels(stage: Stage, profession: int) -> list[object]:
    study = stage.session.study
    assert study is not None
    task = study.professions[profession].tasks[0]
    return [task.level(side, DECISION) for side in (LOW, HIGH)]


def test_the_panel_says_where_else_an_activity_is_and_how_it_is_decided_there(made: MakeStage) -> None:
    stage = made(shared())
    note = stage.page.panel.shared
    stage.at(0)
    assert note.words.text() == "Aussi dans\u00a0: Hôte (Fa – Mo), Cadre (à coter)"
    # nothing to give yet
    assert note.button.isHidden()
    stage.at(1)
    assert note.isHidden()


def test_rating_leaves_the_others_apart_until_together_is_asked_and_one_undo_takes_it_back(made: MakeStage) -> None:
    stage = made(shared())
    told: list[object] = []
    stage.session.told.connect(told.append)
    stage.at(0)
    stage.press(Qt.Key.Key_2)
    stage.at(0, HIGH)
    stage.press(Qt.Key.Key_3)
    assert levels(stage, 1) == [FA, MO]
    button = stage.page.panel.shared.button
    assert not button.isHidden()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert levels(stage, 1) == levels(stage, 2) == [MO, FO]
    assert len(told) == 1
    assert button.isHidden()
    stage.session.undo()
    assert (levels(stage, 0), levels(stage, 1), levels(stage, 2)) == ([MO, FO], [FA, MO], [None, None])


def test_they_can_be_rated_apart_again(made: MakeStage) -> None:
    stage = made(shared())
    stage.session.choose_profession("b")
    stage.at(0)
    stage.page.panel.shared.button.click()
    assert levels(stage, 0) == [FA, MO]
    stage.at(0, HIGH)
    stage.press(Qt.Key.Key_3)
    assert (levels(stage, 0), levels(stage, 1)) == ([FA, MO], [FA, FO])
    assert not stage.page.panel.shared.button.isHidden()


@pytest.mark.parametrize(("others", "end"), [(5, "Métier 6 (à coter)"), (6, "Métier 5 (à coter) et 2 autres")])
def test_of_many_professions_the_first_are_named_and_never_one_alone_is_counted(others: int, end: str) -> None:
    professions = [Profession(f"p{at}", f"Métier {at}", tasks=(Task(f"t{at}", HALL),)) for at in range(1, others + 2)]
    study = builders.study(*professions)
    assert shared_words(elsewhere(study, professions[0].tasks[0])).endswith(end)

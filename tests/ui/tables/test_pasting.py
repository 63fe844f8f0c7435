"""Pasting into the activities: wrong figures change nothing, and only what came is selected."""

import pytest

from impactapp.domain.profession import Task
from impactapp.ui.models.task_model import TaskColumn
from impactapp.ui.pages.tasks_page import TasksPage
from tests import builders
from tests.ui.tables.stage import MakeStage

TITLE, SHARE = TaskColumn.TITLE, TaskColumn.SHARE
STUDY = builders.study(builders.profession(1, (Task("t1", "Accueil"), Task("t2", "Codage"))))


@pytest.mark.parametrize("pasted", ["10\n20\nabc", "10\n-3", "50\n120", "10\n20\n30"])
def test_a_column_of_figures_with_a_wrong_one_or_too_many_changes_nothing(made: MakeStage, pasted: str) -> None:
    stage = made(TasksPage, STUDY)
    before = stage.study
    stage.at(0, SHARE)
    stage.paste(pasted)
    assert stage.study is before
    assert len(stage.refused) == 1


def test_only_what_was_pasted_is_selected_afterwards(made: MakeStage) -> None:
    stage = made(TasksPage, STUDY)
    stage.at(0, TITLE)
    stage.paste("Archivage\nTri")
    rows = {index.row() for index in stage.page.table.selectionModel().selectedIndexes()}
    assert rows == {stage.titles.index("Archivage")}


def test_a_pasted_column_of_parts_of_one_is_refused_rather_than_read_as_under_one_percent(made: MakeStage) -> None:
    stage = made(TasksPage, STUDY)
    stage.at(0, SHARE)
    stage.paste("0,4\n0,6")
    assert [task.share for task in stage.profession.tasks] == [None, None]
    assert stage.refused[0].replace("\u00a0", " ") == (
        "Ligne 1 du collage : « 0,4 » peut vouloir dire 0,4 % ou 40 % : écrivez 0,4 % ou 40 %."
    )

"""Keys and buttons that can do nothing say so, and undo stands on what it brings back."""

from impactapp.ui.models.task_model import TaskColumn
from impactapp.ui.pages.tasks_page import TasksPage
from tests import builders
from tests.ui.tables.stage import Key, MakeStage


def test_delete_on_the_empty_row_says_that_there_is_nothing(made: MakeStage) -> None:
    stage = made(TasksPage, builders.secretary())
    for column in TaskColumn:
        stage.informed.clear()
        stage.at(10, column)
        stage.press(Key.Key_Delete)
        assert stage.informed == ["Cette ligne est vide\u00a0: il n’y a rien à supprimer."]
    assert len(stage.titles) == 10


def test_splitting_and_duplicating_the_empty_row_ask_for_an_activity(made: MakeStage) -> None:
    stage = made(TasksPage, builders.secretary())
    page = stage.page
    assert isinstance(page, TasksPage)
    stage.at(10, TaskColumn.TITLE)
    page.open_split()
    page.board.duplicate()
    assert not page.split.isVisible()
    assert stage.informed == [
        "Choisissez d’abord l’activité à scinder.",
        "Choisissez d’abord l’activité à dupliquer.",
    ]


def test_undo_selects_the_activities_it_brings_back(made: MakeStage) -> None:
    stage = made(TasksPage, builders.secretary())
    page = stage.page
    assert isinstance(page, TasksPage)
    wanted = [task.id for task in stage.profession.tasks[2:5]]
    stage.at(2, TaskColumn.TITLE)
    for row in (3, 4):
        chosen = page.table.selectionModel()
        chosen.select(page.board.tasks.index(row, 0), chosen.SelectionFlag.Select | chosen.SelectionFlag.Rows)
    page.board.remove()
    assert page.table.currentIndex().row() == 2
    stage.at(0, TaskColumn.TITLE)
    stage.session.undo()
    assert [task.id for task in page.board.chosen()] == wanted
    assert page.table.currentIndex().row() == 2

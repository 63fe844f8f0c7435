"""Thousands of activities are pasted, weighed and removed off the window's thread; tables hear of what they show."""

from dataclasses import replace

from impactapp.domain.edits import professions, ratings, tasks
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.session import MANY_THINGS
from tests import builders
from tests.ui.tables.stage import MakeStage, Stage

MANY = MANY_THINGS + 50


def rows_told(stage: Stage) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    assert isinstance(stage.page, TasksPage)
    stage.page.board.tasks.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    return told


def test_many_are_pasted_off_the_thread_and_stood_on_once_they_are_there(made: MakeStage) -> None:
    stage = made(TasksPage, builders.study(builders.profession(1, tuple(builders.task(n) for n in range(3)))))
    seen: list[tuple[bool, int]] = []
    stage.session.writing.connect(lambda writing: seen.append((writing, len(stage.titles))))
    stage.at(0, 0)
    stage.paste("\n".join(f"Collée {number}" for number in range(MANY)))
    assert stage.session.settle()
    assert seen == [(True, 3), (False, MANY + 3)]
    assert len(stage.titles) == MANY + 3
    assert stage.informed == [f"{MANY} activités ajoutées."]
    assert stage.page.table.currentIndex().row() == 1
    stage.session.undo()
    assert stage.session.is_writing
    assert stage.session.settle()
    assert len(stage.titles) == 3


def test_many_are_weighed_and_removed_off_the_thread(made: MakeStage) -> None:
    stage = made(TasksPage, builders.study(builders.profession(1, tuple(builders.task(n) for n in range(MANY)))))
    written: list[bool] = []
    stage.session.writing.connect(written.append)
    stage.at(0, 1)
    stage.paste("\n".join(["10 %"] * MANY))
    assert stage.session.settle()
    assert [task.share for task in stage.profession.tasks] == [0.1] * MANY
    assert isinstance(stage.page, TasksPage)
    stage.page.board.clear_shares()
    assert stage.session.settle()
    assert [task.share for task in stage.profession.tasks] == [None] * MANY
    stage.page.table.selectAll()
    stage.page.board.remove()
    assert stage.session.settle()
    assert stage.titles == []
    assert written == [True, False] * 3
    assert stage.page.table.currentIndex().row() == 0


def test_ratings_change_nothing_in_the_table_of_activities(made: MakeStage) -> None:
    stage = made(TasksPage, builders.secretary())
    told = rows_told(stage)
    cells = [ratings.Cell(task.id, Hypothesis.LOW, Aspect.ROI) for task in stage.profession.tasks]
    assert stage.session.apply(ratings.rate(cells, Level.FORT))
    assert told == []
    assert stage.session.apply(tasks.rename_task(stage.profession.tasks[3].id, "Autre"))
    assert told == [(3, 3)]


def test_many_rows_that_change_are_told_of_at_once(made: MakeStage) -> None:
    stage = made(TasksPage, builders.study(builders.profession(1, tuple(builders.task(n) for n in range(60)))))
    told = rows_told(stage)
    changed = {task.id: 0.01 for task in stage.profession.tasks[5:55]}
    assert stage.session.apply(tasks.set_shares(stage.profession.id, changed))
    assert told == [(5, 54)]


def test_many_professions_come_off_the_thread_and_the_first_is_shown(made: MakeStage) -> None:
    stage = made(ProfessionsPage, builders.secretary())
    assert isinstance(stage.page, ProfessionsPage)
    large = builders.large(3, 100).professions
    stage.page.catalog.picked.emit(large)
    assert stage.session.is_writing
    assert stage.profession.title == "Secrétaire médicale"
    assert stage.session.settle()
    assert stage.profession == large[0]
    assert len(stage.study.professions) == 4
    few = replace(large[0], id="few", title="Peu", tasks=())
    assert professions.ids_of(few) == ["few"]
    stage.page.catalog.picked.emit([few])
    assert stage.profession == few


def test_what_comes_back_here_and_there_is_selected_in_one_go(made: MakeStage) -> None:
    stage = made(TasksPage, builders.study(builders.profession(1, tuple(builders.task(n) for n in range(6)))))
    gone = [stage.profession.tasks[place].id for place in (0, 1, 3, 5)]
    assert stage.session.apply(tasks.remove_tasks(stage.profession.id, gone))
    stage.session.undo()
    table = stage.page.table
    assert {index.row() for index in table.selectionModel().selectedRows()} == {0, 1, 3, 5}
    assert table.currentIndex().row() == 0

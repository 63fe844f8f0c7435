"""Activities are typed, pasted, split, merged, moved and weighed by keyboard; refusals are told and lose nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from impactapp.domain.level import Level
from impactapp.domain.profession import Task
from impactapp.domain.rule import Weighting
from impactapp.domain.study import Study
from impactapp.ui.models.task_model import TaskColumn
from impactapp.ui.pages.tasks_page import TasksPage, total_words
from tests import builders
from tests.ui.tables.stage import ALT, CTRL, NONE, Key, MakeStage, Stage

TITLE, SHARE = TaskColumn.TITLE, TaskColumn.SHARE
NBSP = "\u00a0"
Open = Callable[..., Stage]


def listed(*titles: str, shares: tuple[float | None, ...] = ()) -> Study:
    stated = shares or (None,) * len(titles)
    tasks = tuple(Task(f"t{n}", title, share) for n, (title, share) in enumerate(zip(titles, stated, strict=True)))
    return builders.study(builders.profession(1, tasks))


@pytest.fixture
def opened(made: MakeStage) -> Open:
    """The page of activities on a study; its model is checked at each signal."""

    def open_on(study: Study) -> Stage:
        stage = made(TasksPage, study)
        table = stage.page.table
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, table)
        return stage

    return open_on


def test_typing_in_the_empty_row_adds_activities_one_after_the_other(opened: Open) -> None:
    stage = opened(listed("Accueil"))
    stage.at(0, TITLE)
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Return)
    stage.type("Codage")
    stage.type("Archivage")
    stage.press(Key.Key_Escape)
    assert stage.titles == ["Accueil", "Codage", "Archivage"]
    stage.session.undo()
    assert stage.titles == ["Accueil", "Codage"]


def test_insert_adds_after_the_current_row_and_the_empty_row_goes_back_to_the_end(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage"))
    stage.at(0, TITLE)
    stage.press(Key.Key_Insert)
    stage.type("Rédaction")
    assert stage.titles == ["Accueil", "Rédaction", "Codage"]
    stage.press(Key.Key_Escape)
    stage.at(0, TITLE)
    QApplication.processEvents()
    assert [row[TITLE] for row in stage.shown] == ["Accueil", "Rédaction", "Codage", "Nouvelle activité…"]


def test_a_name_that_is_taken_is_refused_and_offered_again(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage"))
    stage.at(1, TITLE)
    stage.press(Key.Key_F2)
    stage.type("accueil")
    assert stage.titles == ["Accueil", "Codage"]
    assert len(stage.refused) == 1
    assert "accueil" in stage.refused[0]
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "accueil"
    stage.type("Codage des actes")
    assert stage.titles == ["Accueil", "Codage des actes"]


def test_leaving_a_name_as_it_is_changes_and_refuses_nothing(opened: Open) -> None:
    stage = opened(listed("Accueil"))
    before = stage.study
    stage.at(0, TITLE)
    stage.press(Key.Key_F2)
    stage.type("Accueil")
    assert stage.study is before
    assert stage.refused == []


@pytest.mark.parametrize(("typed", "share"), [("12,5", 0.125), ("50 %", 0.5), ("33.3", 0.333), ("100", 1.0)])
def test_shares_are_typed_as_people_write_them(opened: Open, typed: str, share: float) -> None:
    stage = opened(listed("Accueil", "Codage"))
    stage.at(0, SHARE)
    stage.press(Key.Key_F2)
    stage.type(typed)
    assert stage.profession.tasks[0].share == pytest.approx(share)


@pytest.mark.parametrize("typed", ["-5", "120", "abc", "1,2,3", "%", "0,5"])
def test_a_share_that_is_none_is_refused_and_the_old_one_stays(opened: Open, typed: str) -> None:
    stage = opened(listed("Accueil", "Codage", shares=(0.4, 0.6)))
    stage.at(0, SHARE)
    stage.press(Key.Key_F2)
    stage.type(typed)
    assert stage.profession.tasks[0].share == 0.4
    assert len(stage.refused) == 1
    stage.press(Key.Key_Escape)
    assert stage.shown[0][SHARE] == f"40{NBSP}%"


def test_enter_in_a_share_goes_to_the_next_one(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage"))
    stage.at(0, SHARE)
    stage.press(Key.Key_F2)
    stage.type("40")
    current = stage.page.table.currentIndex()
    assert (current.row(), current.column()) == (1, SHARE)


def test_the_first_share_offers_to_weigh_by_time(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage"))
    for row, typed in enumerate(("40", "60")):
        stage.at(row, SHARE)
        stage.press(Key.Key_F2)
        stage.type(typed)
    assert len(stage.told) == 1
    stage.told[0].acts[0].run()
    assert stage.study.weighting is Weighting.TIME


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ((None, None), "Aucune part de temps indiquée"),
        ((0.4, None), "40 % — 1 activité sans part, 60 points à répartir"),
        ((0.45, 0.5), "95 % — il manque 5 points"),
        ((0.6, 0.5), "110 % — 10 points de trop"),
        ((0.4, 0.6), "100 %"),
    ],
)
def test_the_total_says_what_is_missing(shares: tuple[float | None, ...], words: str) -> None:
    said = total_words(listed("Accueil", "Codage", shares=shares).professions[0]).replace(NBSP, " ")
    assert words in said


def test_a_pasted_list_is_one_step_and_names_what_it_left_out(opened: Open) -> None:
    stage = opened(listed("Accueil"))
    stage.at(0, TITLE)
    stage.paste("• Codage\n• accueil\n• Rédaction")
    assert stage.titles == ["Accueil", "Codage", "Rédaction"]
    assert "ligne 2" in stage.informed[-1]
    assert "accueil" in stage.informed[-1]
    stage.session.undo()
    assert stage.titles == ["Accueil"]


def test_pasting_nothing_of_use_is_refused(opened: Open) -> None:
    stage = opened(listed("Accueil"))
    stage.at(0, TITLE)
    stage.paste("Accueil")
    stage.paste(" \n ")
    assert stage.titles == ["Accueil"]
    assert len(stage.refused) == 2


def test_a_column_of_figures_pasted_on_shares_states_them(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage"))
    stage.at(0, SHARE)
    stage.paste("40 %\n60 %")
    assert [task.share for task in stage.profession.tasks] == [0.4, 0.6]


def test_a_share_under_one_percent_is_offered_with_its_sign_and_taken_back(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage", shares=(0.005, 0.995)))
    stage.at(0, SHARE)
    stage.press(Key.Key_F2)
    stage.press(Key.Key_Return)
    assert stage.refused == []
    assert stage.profession.tasks[0].share == 0.005


def test_delete_on_shares_clears_them_and_elsewhere_removes_the_rows(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage", shares=(0.4, 0.6)))
    stage.at(0, SHARE)
    stage.press(Key.Key_Delete)
    assert [task.share for task in stage.profession.tasks] == [None, 0.6]
    stage.at(0, TITLE)
    stage.press(Key.Key_Delete)
    assert stage.titles == ["Codage"]
    stage.session.undo()
    assert stage.titles == ["Accueil", "Codage"]


def test_alt_arrows_move_the_row_and_keep_it_current(opened: Open) -> None:
    stage = opened(listed("A", "B", "C"))
    stage.at(2, TITLE)
    stage.press(Key.Key_Up, ALT)
    stage.press(Key.Key_Up, ALT)
    assert stage.titles == ["C", "A", "B"]
    assert stage.page.table.currentIndex().row() == 0
    stage.press(Key.Key_Up, ALT)
    stage.press(Key.Key_Down, ALT)
    assert stage.titles == ["A", "C", "B"]


def test_rows_dropped_elsewhere_move_there(opened: Open) -> None:
    stage = opened(listed("A", "B", "C", "D"))
    model = stage.page.table.model()
    carried = model.mimeData([model.index(0, TITLE), model.index(1, TITLE)])
    assert model.dropMimeData(carried, model.supportedDropActions(), 3, 0, model.index(-1, -1))
    assert stage.titles == ["C", "A", "B", "D"]


def test_a_duplicate_is_named_at_once(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage"))
    stage.at(0, TITLE)
    stage.press(Key.Key_D, CTRL)
    stage.type("Accueil physique")
    assert stage.titles == ["Accueil", "Accueil physique", "Codage"]


def test_merging_keeps_the_first_ratings_sums_the_shares_and_asks_for_a_name(opened: Open) -> None:
    first = builders.task(1, Level.FORT, Level.FORT, 0.25)
    study = builders.study(builders.profession(1, (first, builders.task(2, Level.FAIBLE, Level.FAIBLE, 0.5))))
    stage = opened(study)
    stage.at(0, TITLE)
    stage.page.table.selectAll()
    assert isinstance(stage.page, TasksPage)
    stage.page.board.merge()
    stage.type("Ensemble")
    assert stage.titles == ["Ensemble"]
    assert stage.profession.tasks[0].share == 0.75
    assert stage.profession.tasks[0].low == first.low


def test_splitting_takes_one_title_a_line(opened: Open) -> None:
    stage = opened(listed("Accueil", "Codage", shares=(0.4, 0.6)))
    page = stage.page
    assert isinstance(page, TasksPage)
    stage.at(0, TITLE)
    page.open_split()
    assert page.split.isVisible()
    QApplication.clipboard().setText("Accueil physique\n\nAccueil téléphonique")
    stage.press(Key.Key_V, CTRL)
    stage.press(Key.Key_Return, CTRL)
    assert stage.titles == ["Accueil physique", "Accueil téléphonique", "Codage"]
    assert [task.share for task in stage.profession.tasks] == [0.2, 0.2, 0.6]
    assert not page.split.isVisible()


def test_a_split_into_one_is_refused_and_the_panel_stays(opened: Open) -> None:
    stage = opened(listed("Accueil"))
    page = stage.page
    assert isinstance(page, TasksPage)
    stage.at(0, TITLE)
    page.open_split()
    stage.press(Key.Key_Return, CTRL)
    assert len(stage.refused) == 1
    assert page.split.isVisible()
    stage.press(Key.Key_Escape)
    assert not page.split.isVisible()
    assert stage.titles == ["Accueil"]


def test_too_few_activities_is_a_remark_until_there_are_eight(opened: Open) -> None:
    stage = opened(listed(*"ABCDEFG"))
    page = stage.page
    assert isinstance(page, TasksPage)
    assert "8 à 12" in page.remark.text()
    stage.at(6, TITLE)
    stage.paste("H")
    assert not page.remark.isVisible()


def test_the_keys_of_the_table_win_over_the_shortcuts_of_the_window(opened: Open) -> None:
    stage = opened(listed("Accueil"))
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Delete, NONE)
    override.ignore()
    QApplication.sendEvent(stage.page.table, override)
    assert override.isAccepted()


def test_the_model_follows_undo_of_everything(opened: Open) -> None:
    stage = opened(listed("A", "B", "C"))
    stage.at(0, TITLE)
    stage.paste("D\nE\nF")
    stage.press(Key.Key_Down, ALT)
    stage.press(Key.Key_Delete)
    while stage.session.document and stage.session.document.next_undo:
        stage.session.undo()
        assert [row[TITLE] for row in stage.shown][:-1] == stage.titles
    while stage.session.document and stage.session.document.next_redo:
        stage.session.redo()
        assert [row[TITLE] for row in stage.shown][:-1] == stage.titles

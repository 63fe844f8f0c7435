"""The table of scenarios: added, duplicated, renamed, removed and changed by keyboard; what is wrong is refused."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QRect
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStyleOptionViewItem, QTableView

from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Scenario
from impactapp.domain.study import Study
from impactapp.ui.models.scenario_columns import ScenarioColumn as Column
from impactapp.ui.pages.scenarios_page import LIST, ScenariosPage
from tests.scenario_builders import SIMPLE, projected, secretary
from tests.staff_builders import PRUDENT, STATED
from tests.ui.results.stage import Key, MakeStage, Stage, plain


def opened(made: MakeStage, study: Study) -> Stage:
    stage = made(ScenariosPage, study)
    page = stage.scenarios
    page.tabs.choose(LIST)
    for model in (page.list.board.scenarios, page.list.details.uses, page.list.details.stated, page.list.comparison):
        watch(model)
    return stage


def watch(model: QAbstractItemModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


def typed(stage: Stage, row: int, column: Column, words: str) -> bool:
    model = stage.scenarios.list.board.scenarios
    return model.setData(model.index(row, column), words)


def scenario(stage: Stage, row: int = 0) -> Scenario:
    return stage.study.scenarios[row]


def shown(stage: Stage, row: int) -> list[str]:
    model = stage.scenarios.list.board.scenarios
    return [plain(str(model.index(row, column).data())) for column in Column]


def test_settings_stand_side_by_side_and_what_is_missing_is_to_be_set(made: MakeStage) -> None:
    stage = opened(made, projected())
    rule = "Fort 100 %, Moyen 50 %, Faible 0 %"
    assert shown(stage, 0) == ["Prudent", "5", "logistique", rule, "25 %", "2 %", "1 %", "3 %"]
    assert shown(stage, 1) == ["Année par année", "3", "année par année", "celle de l’étude", *["à fixer"] * 4]


def test_typing_a_name_adds_a_scenario_in_which_nothing_is_assumed(made: MakeStage) -> None:
    stage = opened(made, secretary(SIMPLE))
    assert typed(stage, 1, Column.TITLE, "  Ambitieux ")
    added = scenario(stage, 1)
    assert (added.title, added.control, added.training, added.drills, added.departures) == ("Ambitieux", *[None] * 4)
    assert [(use.title, use.share) for use in added.uses] == [
        ("Accueil", None),
        ("Coordination", None),
        ("Absences couvertes", None),
    ]
    assert stage.session.undo()
    assert stage.study.scenarios == (SIMPLE,)


def test_a_study_without_scenario_offers_to_add_one(made: MakeStage) -> None:
    stage = opened(made, secretary())
    page = stage.scenarios
    assert not page.list.board.view.isVisible()
    page.list.board.add_first()
    assert page.list.board.view.isVisible()
    assert scenario(stage).title == "Scénario 1"


def test_a_duplicate_has_the_settings_another_id_and_another_name(made: MakeStage) -> None:
    stage = opened(made, secretary(SIMPLE))
    view = stage.scenarios.list.board.view
    view.go_to(0, Column.TITLE)
    for _turn in range(2):
        stage.scenarios.list.board.choose(SIMPLE.id)
        stage.scenarios.list.board.duplicate()
    titles = [one.title for one in stage.study.scenarios]
    assert titles == ["Simple", "Simple (copie)", "Simple (copie) (2)"]
    assert replace(scenario(stage, 1), id=SIMPLE.id, title=SIMPLE.title) == SIMPLE
    assert len({one.id for one in stage.study.scenarios}) == 3


def test_delete_clears_a_percentage_and_removes_a_scenario(made: MakeStage) -> None:
    stage = opened(made, projected())
    view = stage.scenarios.list.board.view
    view.go_to(0, Column.CONTROL)
    QTest.keyClick(view, Key.Key_Delete)
    assert scenario(stage).control is None
    view.go_to(0, Column.TITLE)
    QTest.keyClick(view, Key.Key_Delete)
    assert [one.title for one in stage.study.scenarios] == ["Année par année", "Simple"]
    assert stage.session.undo()
    assert len(stage.study.scenarios) == 3


def test_renaming_keeps_the_settings_and_refuses_the_name_of_another(made: MakeStage) -> None:
    stage = opened(made, projected())
    assert typed(stage, 0, Column.TITLE, "Mesuré")
    assert scenario(stage) == replace(PRUDENT, title="Mesuré")
    assert not typed(stage, 0, Column.TITLE, "simple")
    assert len(stage.refused) == 1


@pytest.mark.parametrize("words", ["0", "200", "11", "-3", "cinq", "", "2,5"])
def test_a_horizon_that_cannot_be_is_refused_in_one_sentence(made: MakeStage, words: str) -> None:
    stage = opened(made, secretary(SIMPLE))
    assert not typed(stage, 0, Column.HORIZON, words)
    assert scenario(stage) == SIMPLE
    (said,) = stage.refused
    assert "de 1 à 10 ans" in said


@pytest.mark.parametrize("words", ["101 %", "-1", "beaucoup"])
def test_a_percentage_that_cannot_be_is_refused_in_one_sentence(made: MakeStage, words: str) -> None:
    stage = opened(made, secretary(SIMPLE))
    for column in (Column.CONTROL, Column.TRAINING, Column.DRILLS, Column.DEPARTURES):
        assert not typed(stage, 0, column, words)
    assert scenario(stage) == SIMPLE
    assert len(stage.refused) == 4
    assert not any("part du temps" in said for said in stage.refused)


def test_each_setting_is_typed_and_goes_to_the_study(made: MakeStage) -> None:
    stage = opened(made, secretary(SIMPLE))
    assert typed(stage, 0, Column.HORIZON, "10")
    assert typed(stage, 0, Column.ADOPTION, "logistic")
    assert typed(stage, 0, Column.CONTROL, "12,5 %")
    assert typed(stage, 0, Column.TRAINING, "3")
    assert typed(stage, 0, Column.DRILLS, "")
    assert typed(stage, 0, Column.DEPARTURES, "4 %")
    found = scenario(stage)
    assert (found.horizon, found.adoption) == (10, Adoption.LOGISTIC)
    assert (found.control, found.training, found.drills, found.departures) == (0.125, 0.03, None, 0.04)


def test_years_are_typed_one_after_the_other_and_never_fall(made: MakeStage) -> None:
    stage = opened(made, projected(replace(STATED, stated=())))
    details = stage.scenarios.list.details
    assert details.years.isVisible()
    model = details.stated
    assert model.rowCount() == 3
    assert not model.setData(model.index(1, 1), "50 %")
    assert model.setData(model.index(0, 1), "30 %")
    assert model.setData(model.index(1, 1), "60 %")
    assert scenario(stage).stated == (0.3, 0.6)
    assert not model.setData(model.index(1, 1), "10 %")
    assert "L’adoption baisse" in stage.refused[-1]
    assert model.setData(model.index(0, 1), "")
    assert scenario(stage).stated == ()


def test_years_that_go_with_a_change_are_told(made: MakeStage) -> None:
    stage = opened(made, projected(STATED))
    board, details = stage.scenarios.list.board, stage.scenarios.list.details
    assert details.stated.setData(details.stated.index(1, 1), "")
    assert scenario(stage).stated == (0.1,)
    assert stage.informed == ["L’adoption de 1 année suivante a été effacée aussi\u00a0: Annuler la rétablit."]
    assert stage.session.undo()
    assert details.stated.setData(details.stated.index(2, 1), "")
    assert len(stage.informed) == 1
    assert stage.session.undo()
    assert typed(stage, 0, Column.HORIZON, "1")
    assert stage.informed[1].startswith("L’adoption de 2 années suivantes a été effacée")
    assert board.scenarios.scenario(0) == replace(STATED, horizon=1, stated=(0.1,))


def test_a_curve_without_a_year_gives_no_figure_and_says_what_to_type(made: MakeStage) -> None:
    stage = opened(made, secretary(replace(SIMPLE, adoption=Adoption.STATED)))
    page = stage.scenarios
    stage.until(lambda: bool(page.years.headline.text()))
    assert page.years.headline.text().startswith("L’adoption est à saisir, année par année")
    compared = [str(page.list.comparison.index(0, column).data() or "") for column in range(6)]
    assert compared[2:4] == ["–", "–"]
    assert compared[5] == "adoption année par année"
    assert page.list.unset.text().startswith("À fixer")
    assert not page.sway.table.isVisibleTo(page.sway)


def test_the_last_scenario_removed_leaves_the_focus_on_what_adds_one(made: MakeStage) -> None:
    stage = opened(made, secretary(SIMPLE))
    view = stage.scenarios.list.board.view
    view.go_to(0, Column.TITLE)
    QTest.keyClick(view, Key.Key_Delete)
    assert stage.study.scenarios == ()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Ajouter un scénario"


def test_the_words_of_a_choice_are_never_cut(made: MakeStage) -> None:
    stage = opened(made, secretary(replace(SIMPLE, rule=Rule.SHARE_OF_FORT)))
    view = stage.scenarios.list.board.view
    view.setColumnWidth(Column.RULE, 100)
    view.resizeRowToContents(0)
    needed = view.itemDelegate().sizeHint(option_of(view, Column.RULE), view.model().index(0, Column.RULE))
    assert view.rowHeight(0) >= needed.height() > view.rowHeight(1)


def option_of(view: QTableView, column: Column) -> QStyleOptionViewItem:
    """How a cell of the first row is drawn."""
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = QRect(0, 0, view.columnWidth(column), 10)
    return option


def test_uses_are_added_shared_and_removed_and_never_more_than_all(made: MakeStage) -> None:
    stage = opened(made, secretary(SIMPLE))
    model = stage.scenarios.list.details.uses
    assert model.setData(model.index(2, 0), "Formation des équipes")
    assert model.rowCount() == 4
    assert not model.setData(model.index(2, 1), "20 %")
    assert len(stage.refused) == 1
    assert model.setData(model.index(0, 1), "")
    assert model.setData(model.index(2, 1), "20 %")
    assert model.remove(1)
    assert [(use.title, use.share) for use in scenario(stage).uses] == [
        ("Accueil", None),
        ("Formation des équipes", 0.2),
    ]


def test_a_note_is_kept_with_its_scenario(made: MakeStage) -> None:
    stage = opened(made, projected())
    details = stage.scenarios.list.details
    stage.scenarios.list.board.choose(SIMPLE.id)
    details.note.setPlainText("Vu en séance.")
    details.note.hand_over()
    assert [one.note for one in stage.study.scenarios] == [PRUDENT.note, "", "Vu en séance."]

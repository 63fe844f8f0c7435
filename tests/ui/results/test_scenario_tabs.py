"""What follows from the scenarios: side by side, year by year, in figures, and what weighs most."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from impactapp.domain.edits.scenarios import set_scenario
from impactapp.domain.study import Study
from impactapp.ui.models.words_model import WordsModel
from impactapp.ui.pages.scenarios_page import CHARTS, LIST, SWAY, YEARS, ScenariosPage
from impactapp.ui.widgets.tables.view import TableView
from tests.scenario_builders import SIMPLE, many, projected, secretary
from tests.staff_builders import STATED
from tests.ui.results.stage import MakeStage, Stage, plain, settled


def opened(made: MakeStage, study: Study, tab: str) -> Stage:
    stage = made(ScenariosPage, study)
    page = stage.scenarios
    page.tabs.choose(tab)
    for table in (page.list.table, page.years.years, page.years.left_out, page.years.small, page.sway.table):
        model = table.model()
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    stage.until(lambda: bool(page.years.headline.text()))
    return stage


def cells(table: TableView) -> list[list[str]]:
    model = table.model()
    assert isinstance(model, WordsModel)
    return [
        [plain(str(model.index(row, column).data())) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_scenarios_stand_side_by_side_with_what_follows(made: MakeStage) -> None:
    stage = opened(made, projected(), LIST)
    rows = cells(stage.scenarios.list.table)
    assert rows[0][:5] == ["Prudent", "5 ans", "58,3 à 81,6 ETP", "39,2 à 56,7 ETP", "22,6"]
    assert rows[1][1:5] == ["3 ans", "31,2 à 35,2 ETP", "–", "–"]
    assert rows[1][5] == "contrôle humain, formation, entraînement au mode dégradé"


def test_without_a_cost_only_gross_is_shown_and_what_is_missing_is_said(made: MakeStage) -> None:
    stage = opened(made, secretary(STATED), YEARS)
    page = stage.scenarios.years
    assert "net" not in page.headline.text()
    assert plain(page.unset.text()).startswith("À fixer : contrôle humain, formation, entraînement au mode dég")
    assert [row[6] for row in cells(page.years)] == ["–", "–", "–"]


def test_the_years_hold_the_arithmetic_of_the_method(made: MakeStage) -> None:
    stage = opened(made, secretary(SIMPLE), YEARS)
    rows = cells(stage.scenarios.years.years)
    # 30 FTE at 40 % to 60 %: 12 to 18 FTE; a quarter of it a year; control 10 %, training 1 % of 30 FTE
    assert rows[0] == ["1", "25 %", "3 à 4,5", "0,3 à 0,5", "0,3", "0", "2,4 à 3,8", "1,5"]
    assert rows[3] == ["4", "100 %", "12 à 18", "1,2 à 1,8", "0,3", "0", "11 à 16", "6"]
    assert "Accueil : 25 % du temps net, 2,6 à 4 ETP" in plain(stage.scenarios.years.uses.text())


def test_who_is_left_out_and_who_is_too_small_is_named_with_the_reason(made: MakeStage) -> None:
    stage = opened(made, projected(), YEARS)
    page = stage.scenarios.years
    assert [row[0] for row in cells(page.left_out)] == ["Agent", "Technicien"]
    assert "ETP" in cells(page.left_out)[1][1]
    assert cells(page.small) == [["Psychologue", "0,43"]]


def test_the_assumption_that_weighs_most_comes_first_with_its_numbers(made: MakeStage) -> None:
    stage = opened(made, projected(), SWAY)
    page = stage.scenarios.sway
    rows = cells(page.table)
    spans = [float(row[5].replace(",", ".").replace("−", "-")) for row in rows]
    assert spans == sorted(spans, reverse=True)
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[0][1] in page.headline.text()
    assert "le double de ce qui est fixé" in " ".join(row[2] for row in rows)


def test_without_a_net_time_nothing_is_ranked_and_the_reason_is_said(made: MakeStage) -> None:
    stage = opened(made, secretary(STATED), SWAY)
    assert cells(stage.scenarios.sway.table) == []
    assert plain(stage.scenarios.sway.headline.text()).startswith("À fixer")


def test_without_fte_nothing_is_counted_and_the_page_says_so(made: MakeStage) -> None:
    study = projected()
    bare = replace(study, professions=tuple(replace(one, fte=None) for one in study.professions))
    stage = opened(made, bare, YEARS)
    assert "rien ne peut encore être compté" in stage.scenarios.years.headline.text()
    assert not stage.scenarios.years.years.isVisible()
    assert len(cells(stage.scenarios.years.left_out)) == 5
    stage.scenarios.tabs.choose(LIST)
    assert stage.scenarios.list.nothing.isVisible()


def test_the_choice_leads_to_another_scenario_and_the_numbers_follow_an_edit(made: MakeStage) -> None:
    stage = opened(made, projected(), YEARS)
    page = stage.scenarios
    page.choice.setCurrentIndex(2)
    page.choice.activated.emit(2)
    assert len(cells(page.years.years)) == 4
    assert page.list.board.current() is not None
    stage.session.apply(set_scenario(replace(SIMPLE, horizon=7)))
    stage.until(lambda: len(cells(page.years.years)) == 7)


@pytest.mark.parametrize("name", ["bridge", "fan", "time_by_profession", "time_by_category"])
def test_every_figure_is_drawn_and_told_in_words(made: MakeStage, name: str) -> None:
    stage = opened(made, projected(), CHARTS)
    charts = stage.scenarios.charts
    charts.choose(name)
    stage.until(lambda: bool(charts.view.words) and settled(charts.view))
    assert stage.broken == []
    assert "Prudent" in charts.view.words
    assert charts.view.accessibleDescription() == charts.view.words


def test_sixty_professions_are_left_to_the_worker_and_all_are_drawn(made: MakeStage) -> None:
    stage = opened(made, many(), CHARTS)
    charts = stage.scenarios.charts
    charts.choose("time_by_profession")
    stage.until(lambda: len(charts.view.marks) == 60 and settled(charts.view))


def test_every_table_is_named_and_reached_by_keyboard(made: MakeStage) -> None:
    stage = opened(made, projected(), LIST)
    page = stage.scenarios
    for table in (page.list.board.view, page.list.table, page.years.years, page.sway.table, page.list.details.years):
        assert table.accessibleName()
        assert table.focusPolicy() & Qt.FocusPolicy.TabFocus

"""The outside measure beside the results: its figures by code, its credits, ranks only, and the group's own words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from impactapp.domain.analysis.benchmarks import benchmark_cards
from impactapp.domain.analysis.results import analyse
from impactapp.store.benchmarks import benchmarks
from impactapp.ui.models.benchmark_model import BenchmarkModel
from impactapp.ui.pages.results_page import BENCHMARK, ResultsPage
from impactapp.ui.widgets.benchmark_card import BenchmarkCard
from tests.exchange.benchmark_cases import WHY, measured
from tests.ui.results.stage import MakeStage, Stage, plain


@pytest.fixture
def stage(made: MakeStage) -> Stage:
    """The tab of the outside measure, on the secretary."""
    opened = made(ResultsPage, measured())
    opened.results.charts.choose(BENCHMARK)
    opened.until(lambda: opened.results.benchmark.model.rowCount() > 0)
    return opened


def card(stage: Stage) -> BenchmarkCard:
    return stage.results.benchmark


def shown(stage: Stage) -> list[list[str]]:
    model = card(stage).model
    return [
        [plain(str(model.index(row, column).data())) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def turn_to(stage: Stage, profession_id: str, columns: int) -> None:
    stage.session.choose_profession(profession_id)
    stage.until(lambda: card(stage).model.columnCount() == columns)


def test_the_figures_of_the_secretary_stand_with_their_credits(stage: Stage) -> None:
    rows = shown(stage)
    assert [row[1] for row in rows[:4]] == ["0,53", "0,11", "Exposé : gradient 3", "2e sur 5"]
    told = card(stage)
    assert told.credits.isVisible()
    assert "ILO Working Paper 140" in told.credits.text()
    assert "adaptation d’une œuvre de l’OIT" in told.credits.text()
    assert "ne couvrent pas les robots" in plain(told.ranks.text())
    assert "2e sur 5 dans l’hypothèse basse, 2e sur 4 dans l’hypothèse haute" in plain(told.rank.text())
    assert not told.codes.isVisible()
    told.table.setFocus()
    assert "OIT" in stage.results.help_text()


def test_a_nurse_has_a_column_for_each_code_and_is_told_why(stage: Stage) -> None:
    turn_to(stage, "p2", 3)
    model = card(stage).model
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert [plain(str(head)) for head in heads] == ["Repère extérieur", "CITP-08 3221", "CITP-08 2221"]
    assert shown(stage)[0][1:] == ["0,22", "0,25"]
    assert "2221 dans ESCO" in card(stage).codes.text()


@pytest.mark.parametrize(("profession_id", "why"), [("p6", "n’a pas de code CITP-08"), ("p7", "CITP-08 9999")])
def test_without_a_measure_the_card_says_why_and_shows_no_figure(stage: Stage, profession_id: str, why: str) -> None:
    turn_to(stage, profession_id, 0)
    told = card(stage)
    assert why in plain(told.absent.text())
    assert told.absent.isVisible()
    assert shown(stage) == []
    for hidden in (told.table, told.credits, told.rank, told.why):
        assert not hidden.isVisible()


def test_why_the_group_differs_is_saved_as_it_is_typed_and_can_be_undone(stage: Stage) -> None:
    field = card(stage).why
    assert field.text() == WHY
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Autres outils")
    stage.until(lambda: stage.study.professions[0].difference == "Autres outils")
    stage.session.undo()
    stage.until(lambda: field.text() == WHY)


def test_where_there_is_little_room_the_words_come_under_the_figures(stage: Stage) -> None:
    told = card(stage)

    def under() -> bool:
        return told.why.mapTo(told, QPoint()).y() > told.credits.mapTo(told, QPoint()).y()

    assert not under()
    stage.page.resize(600, 700)
    stage.until(under)


def test_the_table_answers_as_qt_asks_for_any_profession() -> None:
    model = BenchmarkModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cards = benchmark_cards(analyse(measured()), benchmarks())
    for one in cards:
        model.show_measures(one.measures)
    model.show_measures(())
    model.show_measures(cards[0].measures)
    accessible = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert plain(str(accessible)) == "OIT 2025, moyenne des scores des tâches, CITP-08 3344 : 0,53"
    assert tester.model() is model

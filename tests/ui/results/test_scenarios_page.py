"""The scenarios add up what is known, say what is not, and never call it a forecast."""

from dataclasses import replace

from PySide6.QtTest import QAbstractItemModelTester, QTest

from impactapp.domain.edits.professions import set_fte
from impactapp.domain.level import Level
from impactapp.domain.profession import Category, Profession
from impactapp.domain.study import Study
from impactapp.ui.pages.scenarios_page import ScenariosPage
from impactapp.ui.widgets.scenarios.exposed_tab import caution
from impactapp.ui.widgets.tables.exposure import ExposureColumn as Column
from tests import builders
from tests.ui.results.stage import Key, MakeStage, Stage, plain


def two_and_a_half() -> Study:
    """The secretary, a profession without FTE, and one that is decided under the low hypothesis only."""
    nurse = Profession("ide", "Infirmier", Category.CARE, None, None, (builders.task(1, Level.FORT, Level.FORT),))
    half = Profession("half", "Agent", Category.OTHER, None, 50.0, (builders.task(2, Level.FORT, None),))
    study = builders.secretary()
    return replace(study, professions=(*study.professions, nurse, half))


def shown(stage: Stage) -> list[list[str]]:
    model = stage.scenarios.exposed.model
    columns = (Column.TITLE, Column.FTE, Column.RATE, Column.EXPOSED)
    return [[plain(str(model.index(row, column).data())) for column in columns] for row in range(model.rowCount())]


def opened(made: MakeStage, study: Study) -> Stage:
    stage = made(ScenariosPage, study)
    stage.until(lambda: stage.scenarios.exposed.model.rowCount() > 0)
    QAbstractItemModelTester(
        stage.scenarios.exposed.model,
        QAbstractItemModelTester.FailureReportingMode.Fatal,
        stage.scenarios.exposed.model,
    )
    return stage


def test_the_total_counts_only_professions_known_under_both_hypotheses(made: MakeStage) -> None:
    stage = opened(made, two_and_a_half())
    assert shown(stage) == [
        ["Secrétaire médicale", "30", "40 % à 60 %", "12 à 18 ETP"],
        ["Infirmier", "–", "100 %", "–"],
        ["Agent", "50", "–", "–"],
        ["Total des métiers renseignés : 1 sur 3", "30", "", "12 à 18 ETP"],
    ]
    assert "12 à 18 ETP" in plain(stage.scenarios.exposed.total.text())


def test_what_is_missing_is_said_profession_by_profession(made: MakeStage) -> None:
    stage = opened(made, two_and_a_half())
    missing = [str(stage.scenarios.exposed.model.index(row, Column.MISSING).data()) for row in range(3)]
    assert missing[0] == ""
    assert "ETP" in missing[1]
    assert "1 activité" in missing[2]


def test_the_page_says_that_the_time_exposed_is_ours_gross_and_no_forecast() -> None:
    words = caution()
    assert "calcul de cette application" in words
    assert "brut" in words
    assert "pas une prévision" in words
    assert "supprimé" not in words


def test_the_numbers_follow_the_staff(made: MakeStage) -> None:
    stage = opened(made, two_and_a_half())
    nurse = stage.study.professions[1]
    stage.session.apply(set_fte(nurse, 10))
    stage.until(lambda: shown(stage)[1][3] == "10 ETP")
    assert shown(stage)[-1] == ["Total des métiers renseignés : 2 sur 3", "40", "", "22 à 28 ETP"]


def test_the_portfolio_is_drawn(made: MakeStage) -> None:
    stage = opened(made, two_and_a_half())
    assert "Secrétaire médicale" in stage.drawn().words


def test_enter_on_a_profession_shows_its_results(made: MakeStage) -> None:
    stage = opened(made, two_and_a_half())
    stage.scenarios.table.go_to(1, Column.TITLE)
    QTest.keyClick(stage.scenarios.table, Key.Key_Return)
    assert stage.navigated == [("results", "")]
    assert stage.session.profession is stage.study.professions[1]


def test_an_empty_study_leads_to_the_professions(made: MakeStage) -> None:
    stage = made(ScenariosPage, builders.study())
    assert not stage.scenarios.table.isVisible()

"""A replay on the pages of the window: nothing tells the published decisions before the votes, nor changes them."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from impactapp import labels
from impactapp.domain.study import Origin
from impactapp.domain.workshop import Counts, Sitting
from impactapp.ui import recent
from impactapp.ui.models.profession_model import ProfessionColumn
from impactapp.ui.pages.barriers_page import BarriersPage
from impactapp.ui.pages.professions_page import ProfessionsPage
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.results_page import ResultsPage
from impactapp.ui.pages.scenarios_page import ScenariosPage
from impactapp.ui.pages.skills_page import SkillsPage
from impactapp.ui.pages.workshop_page import AGENDA
from tests import builders
from tests.ui.workshop.sittings import HIGH, LOW, count, sitting
from tests.ui.workshop.stage import MakeStage, Stage, turns

BACK, SHOW = "Revenir à l’atelier", "Montrer quand même"


def replayed(made: MakeStage, *others: Sitting) -> Stage:
    study = replace(builders.secretary(), origin=Origin.DEMONSTRATION)
    stage = made(*others, replace(sitting(), is_training=True), study=study)
    stage.open_votes()
    return stage


def chosen(stage: Stage) -> list[object]:
    return [box.currentData() for box in stage.page.votes.decide.choices.values()]


def buttons(page: QWidget) -> dict[str, QPushButton]:
    return {one.text(): one for one in page.findChildren(QPushButton) if one.isVisible()}


def test_what_is_chosen_to_begin_with_tells_nothing_of_what_was_published(made: MakeStage) -> None:
    stage = replayed(made)
    stage.page.room.reveal(True)
    turns()
    assert chosen(stage) == [None, None]
    count(stage.session, LOW, "g1", Counts(9, 0, 0))
    count(stage.session, HIGH, "g1", Counts(0, 9, 0))
    turns()
    assert chosen(stage) == [1, 2]


def test_the_gap_of_the_published_decisions_is_not_told(made: MakeStage) -> None:
    stage = replayed(made)
    stage.page.tabs.choose(AGENDA)
    turns()
    assert stage.page.agenda.gap.isHidden()
    count(stage.session, LOW, "g1", Counts(9, 0, 0), "sec-3")
    count(stage.session, HIGH, "g1", Counts(0, 0, 9), "sec-3")
    turns()
    assert "cette activité" in stage.page.agenda.gap.text()


def test_a_decision_in_a_replay_is_not_said_to_be_in_the_matrix(made: MakeStage) -> None:
    stage = replayed(made)
    before = stage.study.professions
    count(stage.session, LOW, "g1", Counts(9, 0, 0))
    count(stage.session, HIGH, "g1", Counts(9, 0, 0))
    stage.page.room.reveal(True)
    turns()
    assert stage.page.votes.decide.decide()
    assert stage.informed[-1].startswith("Point clos.")
    assert "rien n’est écrit dans la matrice" in stage.informed[-1]
    assert stage.study.professions is before


def test_the_matrix_and_the_results_are_covered_while_it_goes_on(made: MakeStage, qtbot: QtBot) -> None:
    stage = replayed(made)
    for page in (RatingPage(stage.session), ResultsPage(stage.session)):
        qtbot.addWidget(page)
        page.show()
        page.refresh(None)
        assert {BACK, SHOW} <= buttons(page).keys()
        if isinstance(page, RatingPage):
            assert not page.table.isVisible()
        buttons(page)[BACK].click()
    assert stage.navigated == [("workshop", ""), ("workshop", "")]


@pytest.mark.parametrize("make", [SkillsPage, BarriersPage, ScenariosPage])
def test_what_follows_from_the_decisions_is_covered_and_uncovered_too(
    made: MakeStage, qtbot: QtBot, make: type[SkillsPage | BarriersPage | ScenariosPage]
) -> None:
    stage = replayed(made)
    page = make(stage.session)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)
    assert set(buttons(page)) == {BACK, SHOW}
    buttons(page)[SHOW].click()
    assert SHOW not in buttons(page)
    stage.page.room.leave()
    page.refresh(None)
    assert SHOW not in buttons(page)


def test_the_rate_beside_the_profession_waits_too(made: MakeStage, qtbot: QtBot) -> None:
    stage = replayed(made)
    page = ProfessionsPage(stage.session)
    qtbot.addWidget(page)
    page.show()

    def rate() -> str:
        with qtbot.waitSignal(stage.session.results_ready):
            page.refresh(None)
        row = page.model.row_of("sec")
        return str(page.model.index(row, ProfessionColumn.RATE).data())

    assert rate() == labels.UNKNOWN
    stage.page.room.unhide()
    assert rate().replace("\u00a0", " ") == "40 % à 60 %"


def test_the_start_page_keeps_no_rate_of_a_study_that_is_replayed(made: MakeStage) -> None:
    stage = replayed(made)
    document = stage.session.document
    assert document is not None
    recent.record(document.path, stage.study, date(2026, 11, 22))
    assert recent.load()[0].rates == ()
    assert stage.session.undo()
    recent.record(document.path, stage.study, date(2026, 11, 22))
    assert recent.load()[0].rates != ()


def test_the_trainer_may_show_them_all_the_same(made: MakeStage, qtbot: QtBot) -> None:
    stage = replayed(made)
    page = RatingPage(stage.session)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)
    buttons(page)[SHOW].click()
    assert page.table.isVisible()
    results = ResultsPage(stage.session)
    qtbot.addWidget(results)
    results.show()
    results.refresh(None)
    assert SHOW not in buttons(results)


def test_in_a_sitting_like_any_other_nothing_is_covered(made: MakeStage, qtbot: QtBot) -> None:
    stage = made(sitting())
    page = RatingPage(stage.session)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)
    assert page.table.isVisible()

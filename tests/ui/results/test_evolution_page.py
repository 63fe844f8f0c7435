"""Over time: two days or another file, what moved between them, the rate by day, and what has aged, off the thread."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from impactapp.domain.analysis.movement import movements
from impactapp.domain.analysis.results import analyse
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.edits.studies import set_title
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.study import Study
from impactapp.store.edit_log import LogEntry
from impactapp.store.study_file import StudyFile
from impactapp.ui import theme
from impactapp.ui.background import Cancelled, Ticket
from impactapp.ui.models.movement_model import MovementModel
from impactapp.ui.pages.evolution_page import RATE, EvolutionPage
from impactapp.ui.pages.results_page import ResultsPage
from impactapp.ui.session import Session
from impactapp.ui.story import Pace, read_story
from tests import builders
from tests.ui.results.stage import plain, wait_until
from tests.ui.work import wait_for_work

LONG_AGO = datetime(2024, 1, 5, 9, tzinfo=UTC)
MATURITY = Cell("sec-1", Hypothesis.LOW, Aspect.MATURITY)
DECISION = Cell("sec-8", Hypothesis.LOW, Aspect.SUBSTITUTION)


def lives() -> list[Study]:
    first = builders.secretary()
    second = rate([MATURITY], Level.MOYEN).change(first)
    return [first, second, rate([DECISION], Level.FORT).change(second)]


def lived(path: Path, studies: list[Study]) -> Path:
    with closing(StudyFile.create(path, studies[0], LONG_AGO)) as file:
        for number, (before, after) in enumerate(pairwise(studies), 1):
            file.write(before, after, LogEntry(LONG_AGO + timedelta(days=number), "rate", ""))
    return path


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A study that was edited on three days."""
    made = Session(QApplication.instance())
    assert made.open(lived(tmp_path / "a.impact", lives()))
    yield made
    wait_for_work()
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> EvolutionPage:
    """The page, its days read and compared."""
    made = EvolutionPage(session)
    qtbot.addWidget(made)
    made.resize(1068, 700)
    session.changed.connect(lambda before, _after: made.refresh(before))
    made.show()
    made.refresh(None)
    wait_until(lambda: made.model.rowCount() > 0)
    return made


def days(page: EvolutionPage) -> list[str]:
    return [plain(page.first.itemText(at)) for at in range(page.first.count())]


def shown(page: EvolutionPage) -> list[tuple[str, ...]]:
    model = page.model
    return [
        tuple(plain(str(model.index(row, column).data())) for column in range(1, 4)) for row in range(model.rowCount())
    ]


def test_the_whole_life_is_compared_at_first(page: EvolutionPage) -> None:
    assert days(page) == ["5 janvier 2024", "6 janvier 2024", "7 janvier 2024"]
    assert plain(page.last.currentText()) == "7 janvier 2024"
    title = lives()[0].professions[0].tasks[7].title
    assert shown(page)[0] == ("Taux de substitution", "40 % à 60 %", "50 % à 60 %")
    assert shown(page)[-1] == (f"{title} — décision, hypothèse basse", "Moyen", "Fort")
    assert "1 métier a bougé." in plain(page.said.text())


def test_other_days_are_compared_when_they_are_chosen_in_any_order(page: EvolutionPage) -> None:
    page.first.setCurrentIndex(2)
    page.last.setCurrentIndex(1)
    page.last.activated.emit(1)
    wait_until(lambda: page.model.rowCount() == 2)
    assert shown(page)[0][1:] == ("40 % à 60 %", "50 % à 60 %")


def test_another_file_can_be_what_was_before(page: EvolutionPage, tmp_path: Path) -> None:
    other = replace(builders.study(), id="other")
    page.compare_with(lived(tmp_path / "b.impact", [other]))
    wait_until(lambda: page.model.rowCount() == 1)
    assert days(page)[0] == "« b.impact »"
    assert shown(page) == [("métier ajouté", "–", "50 % à 60 %")]


def test_a_file_that_cannot_be_read_is_refused_in_words(page: EvolutionPage, session: Session, tmp_path: Path) -> None:
    told: list[object] = []
    session.refused.connect(told.append)
    session.told.connect(told.append)
    (tmp_path / "c.impact").write_bytes(b"nothing")
    page.compare_with(tmp_path / "c.impact")
    wait_until(lambda: bool(told))


def test_after_a_file_that_cannot_be_read_nothing_of_the_former_one_is_shown(
    page: EvolutionPage, tmp_path: Path
) -> None:
    page.compare_with(tmp_path / "vanished.impact")
    wait_until(lambda: "Rien n’est comparé" in page.said.text())
    assert page.model.rowCount() == 0


def test_a_long_file_name_leaves_the_page_its_width(page: EvolutionPage, tmp_path: Path) -> None:
    theme.signals().choose(theme.Scheme.LIGHT, 2.0)
    other = replace(builders.study(), id="other")
    page.compare_with(lived(tmp_path / f"{'Étude du groupement ' * 8}.impact", [other]))
    wait_until(lambda: page.model.rowCount() == 1)
    QApplication.processEvents()
    widths = page.first.width(), page.table.width()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)
    assert max(widths) <= page.width()


def test_another_file_does_not_come_back_once_a_day_was_chosen(
    page: EvolutionPage, session: Session, tmp_path: Path
) -> None:
    page.compare_with(lived(tmp_path / "b.impact", [replace(builders.study(), id="other")]))
    wait_until(lambda: page.model.rowCount() == 1)
    page.first.setCurrentIndex(2)
    page.first.activated.emit(2)
    session.apply(set_title("Autre titre"))
    wait_until(lambda: page.last.count() == 4)
    assert plain(page.first.currentText()) == "6 janvier 2024"
    assert days(page)[0] == "« b.impact »"


def test_a_study_of_one_day_says_what_can_be_compared(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    assert session.open(lived(tmp_path / "new.impact", [replace(builders.secretary(), id="new")]))
    made = EvolutionPage(session)
    qtbot.addWidget(made)
    made.refresh(None)
    wait_until(lambda: "5 janvier 2024" in plain(made.said.text()))
    assert "comparez avec un autre fichier" in made.said.text()
    made.compare_with(lived(tmp_path / "same.impact", [replace(builders.secretary(), id="new")]))
    wait_until(lambda: made.said.text().startswith("Rien n’a bougé"))


def test_a_past_that_cannot_be_read_can_be_asked_for_again(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    made = EvolutionPage(session)
    qtbot.addWidget(made)
    path, whole = tmp_path / "a.impact", (tmp_path / "a.impact").read_bytes()
    path.unlink()
    made.refresh(None)
    wait_until(lambda: not made.again_button.isHidden())
    path.write_bytes(whole)
    made.again_button.click()
    wait_until(lambda: made.model.rowCount() > 0)


def test_the_rate_by_day_is_a_chart_with_its_words(page: EvolutionPage) -> None:
    page.tabs.choose(RATE)
    wait_until(lambda: bool(page.chart.view.words))
    assert "7 janvier 2024 : 50 % à 60 %" in plain(page.chart.view.words)
    assert len(page.chart.view.marks) == 3
    assert "relu avec la règle d’aujourd’hui" in plain(page.help_text())


def test_an_edit_is_read_as_a_new_day(page: EvolutionPage, session: Session) -> None:
    session.apply(set_title("Autre titre"))
    wait_until(lambda: page.last.count() == 4)
    assert page.last.itemData(0) == datetime.now(UTC).date().isoformat()


def test_a_row_leads_to_its_activity(page: EvolutionPage, session: Session) -> None:
    led: list[tuple[str, str]] = []
    session.navigated.connect(lambda place, task_id: led.append((place, task_id)))
    page.table.entered.emit(page.model.rowCount() - 1)
    assert led == [("rating", "sec-8")]


def test_reading_can_be_stopped_and_begun_again(page: EvolutionPage) -> None:
    page.stop()
    assert page.again_button.isVisible()
    page.again_button.click()
    assert not page.again_button.isVisible()
    wait_until(lambda: not page.reading.isVisible() and page.model.rowCount() > 0)


def test_a_reading_that_is_stopped_stops_at_the_next_day(tmp_path: Path) -> None:
    path, pace, ticket = lived(tmp_path / "d.impact", lives()), Pace(), Ticket()
    story = read_story(path, pace, ticket)
    assert story.days == (date(2024, 1, 7), date(2024, 1, 6), date(2024, 1, 5))
    assert (pace.done, pace.total) == (3, 3)
    ticket.stop()
    with pytest.raises(Cancelled):
        read_story(path, Pace(), ticket)


def test_another_study_has_another_past(page: EvolutionPage, session: Session, tmp_path: Path) -> None:
    assert session.open(lived(tmp_path / "e.impact", [replace(builders.study(), id="e")]))
    assert (page.model.rowCount(), page.said.text()) == (0, "")
    page.refresh(None)
    wait_until(lambda: page.last.count() == 1)
    assert days(page) == ["5 janvier 2024"]


def test_the_table_answers_as_qt_asks() -> None:
    model = MovementModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first, *_between, last = (analyse(study) for study in lives())
    model.show_movements(movements(first, last))
    assert model.rowCount() == 3
    model.show_movements(())
    assert tester.model() is model


def test_the_results_say_what_has_aged_and_lead_there(qtbot: QtBot, session: Session) -> None:
    page = ResultsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)

    def told() -> list[str]:
        return [plain(page.findings.item(row).text()) for row in range(page.findings.count())]

    wait_until(lambda: any("Maturité cotée il y a" in line for line in told()))
    led: list[tuple[str, str]] = []
    session.navigated.connect(lambda place, item: led.append((place, item)))
    row = next(at for at, line in enumerate(told()) if "Maturité" in line)
    page.findings.itemActivated.emit(page.findings.item(row))
    assert led == [("rating", "sec-1")]
    page.evolution_button.click()
    assert led[-1] == ("evolution", "")

"""Results come off the window's thread, for the newest study only, and make way for the keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from impactapp.document import Document
from impactapp.domain.analysis.results import Results
from impactapp.domain.edits import ratings
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.study import Study
from impactapp.ui.session import Session
from tests import builders


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    made = Session()
    made.adopt(Document.create(tmp_path / "a.impact", builders.secretary()))
    yield made
    made.close()


def run_for(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def heard(session: Session) -> list[Results]:
    results: list[Results] = []
    session.results_ready.connect(results.append)
    return results


def decide(session: Session, task_id: str, level: Level, hypothesis: Hypothesis = Hypothesis.HIGH) -> bool:
    return session.apply(ratings.rate([Cell(task_id, hypothesis, Aspect.SUBSTITUTION)], level))


def current(session: Session) -> Study:
    assert session.study is not None
    return session.study


def test_of_many_edits_the_results_of_the_last_one_come(session: Session) -> None:
    results = heard(session)
    for level in (Level.FORT, Level.MOYEN, Level.FORT):
        decide(session, "sec-4", level)
        session.request_results()
    run_for(500)
    assert results[-1].study is current(session)
    assert results[-1].professions[0].counts_high.fort == 7


def test_a_refused_edit_does_not_lose_the_results_that_were_asked_for(session: Session) -> None:
    results = heard(session)
    session.request_results()
    assert not decide(session, "sec-2", Level.FAIBLE)
    run_for(500)
    assert results[-1].study is current(session)


def test_a_large_study_waits_for_the_keys_to_pause(tmp_path: Path, qapp: object) -> None:
    session = Session()
    session.adopt(Document.create(tmp_path / "large.impact", builders.large(1, 300)))
    results = heard(session)
    for number in range(5):
        decide(session, f"t0-{number * 3}", Level.FORT)
        session.request_results()
        run_for(60)
    assert results == []
    run_for(1000)
    assert [found.study is session.study for found in results] == [True]
    session.close()


def test_results_asked_for_before_another_study_was_opened_are_not_shown(session: Session, tmp_path: Path) -> None:
    results = heard(session)
    session.request_results()
    session.adopt(Document.create(tmp_path / "b.impact", builders.large(1, 3)))
    session.request_results()
    run_for(500)
    assert [found.study.id for found in results] == ["s1"]

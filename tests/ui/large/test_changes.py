"""A large change is written off the window's thread: nothing is lost, nothing else is let in, and it is said."""

import gc
from pathlib import Path
from threading import Event

import pytest

from impactapp.document import Document
from impactapp.domain.analysis.results import Results
from impactapp.domain.edits import ratings, studies
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.workshop import add_sitting
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.store.reading import read_study
from impactapp.ui.app import Shell
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.session import MANY_THINGS, Session
from impactapp.ui.workshop_room import SLICE, Room
from tests import builders
from tests.ui.incoming.stage import wait_until

WAIT = "Une modification importante est en cours d’enregistrement\u00a0: patientez un instant, puis recommencez."
MANY = MANY_THINGS + 1
CELLS = [
    ratings.Cell(task.id, Hypothesis.LOW, Aspect.SUBSTITUTION) for _one, task in builders.large(1, 2 * MANY).tasks()
]
ALL_FAIBLE = ratings.rate(CELLS, Level.FAIBLE)


class Held:
    """An edit that is under way until it is let go."""

    def __init__(self, refuses: bool = False) -> None:
        self._goes_on = Event()
        self._refuses = refuses
        self.edit = Edit(EditKind.SET_TITLE, self._change)

    def let_go(self) -> None:
        self._goes_on.set()

    def _change(self, study: Study) -> Study:
        assert self._goes_on.wait(20)
        if self._refuses:
            raise EditError(Problem.TITLE_EMPTY)
        return studies.set_title("Après").change(study)


@pytest.fixture
def session(shell: Shell) -> Session:
    return shell.session


def study(session: Session) -> Study:
    assert session.study is not None
    return session.study


def on_disk(session: Session) -> Study:
    assert session.document is not None
    return read_study(session.document.path)


def test_it_is_begun_at_once_and_announced_later_and_so_is_undo(session: Session) -> None:
    before, followed = study(session), list[Study]()
    assert session.carry_out(ALL_FAIBLE, len(CELLS), lambda: followed.append(study(session)))
    assert (session.is_writing, session.study, followed) == (True, before, [])
    wait_until(lambda: not session.is_writing)
    after = study(session)
    assert after == ALL_FAIBLE.change(before) == on_disk(session)
    assert followed == [after]
    for step, kept in ((session.undo, before), (session.redo, after)):
        assert step()
        assert session.is_writing
        wait_until(lambda: not session.is_writing)
        assert study(session) is kept
        assert on_disk(session) == kept
    assert followed == [after]


def test_a_few_things_are_changed_at_once_and_taken_back_at_once(session: Session) -> None:
    followed: list[str] = []
    title = studies.set_title("Autre")
    assert session.carry_out(title, MANY_THINGS, lambda: followed.append("then"))
    assert (session.is_writing, study(session).title, followed) == (False, "Autre", ["then"])
    assert not session.carry_out(title, 1, lambda: followed.append("again"))
    assert followed == ["then"]
    assert session.undo()
    assert not session.is_writing


def test_what_is_asked_meanwhile_is_refused_in_one_sentence(session: Session) -> None:
    refused: list[str] = []
    session.refused.connect(refused.append)
    held = Held()
    session.carry_out(held.edit, MANY)
    assert not session.apply(studies.set_title("Autre"))
    assert not session.undo()
    assert not session.carry_out(ALL_FAIBLE, len(CELLS))
    assert refused == [WAIT] * 3
    held.let_go()
    assert session.settle()
    assert study(session).title == "Après"
    assert session.apply(studies.set_title("Autre"))


def test_a_refusal_is_told_and_what_was_to_follow_does_not(session: Session) -> None:
    refused: list[str] = []
    session.refused.connect(refused.append)
    held = Held(refuses=True)
    before = study(session)
    session.carry_out(held.edit, MANY, lambda: refused.append("then"))
    held.let_go()
    wait_until(lambda: not session.is_writing)
    assert (len(refused), study(session)) == (1, before)
    assert "then" not in refused
    assert session.settle()


def test_what_a_large_change_left_is_not_searched_for_garbage_again(session: Session) -> None:
    before = gc.get_freeze_count()
    session.carry_out(ALL_FAIBLE, len(CELLS))
    assert session.settle()
    assert gc.get_freeze_count() > before + len(CELLS)


def test_the_bar_says_so_meanwhile(window: MainWindow) -> None:
    held = Held()
    window.session.carry_out(held.edit, MANY)
    assert window.frame.top_bar.saved.text() == "Enregistrement…"
    held.let_go()
    wait_until(lambda: not window.session.is_writing)
    assert window.frame.top_bar.saved.text().startswith("Enregistré à")


def test_closing_the_window_waits_for_it(window: MainWindow, tmp_path: Path) -> None:
    window.session.carry_out(ALL_FAIBLE, len(CELLS))
    assert window.close()
    assert window.session.document is None
    kept = read_study(tmp_path / "a.impact")
    assert {task.level(Hypothesis.LOW, Aspect.SUBSTITUTION) for _one, task in kept.tasks()} == {Level.FAIBLE}


def test_a_window_whose_change_is_refused_while_it_closes_stays_and_says_why(window: MainWindow) -> None:
    held = Held(refuses=True)
    window.session.carry_out(held.edit, MANY)
    held.let_go()
    assert not window.close()
    assert window.isVisible()
    assert window.message_bar.message is not None


@pytest.mark.parametrize("refuses", [False, True])
def test_another_study_is_opened_once_it_is_written(session: Session, tmp_path: Path, refuses: bool) -> None:
    Document.create(tmp_path / "b.impact", builders.secretary()).close()
    held = Held(refuses)
    session.carry_out(held.edit, MANY)
    held.let_go()
    assert session.open(tmp_path / "b.impact") is not refuses
    assert (read_study(tmp_path / "a.impact").title == "Après") is not refuses


def test_another_language_takes_the_study_over_once_it_is_written(shell: Shell) -> None:
    held = Held()
    shell.session.carry_out(held.edit, MANY)
    held.let_go()
    shell.speak("en")
    assert study(shell.session).title == "Après"
    assert shell.session.apply(studies.set_title("Autre"))


def test_results_asked_for_meanwhile_are_of_the_study_that_follows(session: Session) -> None:
    came: list[Results] = []
    session.results_ready.connect(came.append)
    held = Held()
    session.carry_out(held.edit, MANY)
    session.request_results()
    session._catch_up()
    held.let_go()
    wait_until(lambda: bool(came))
    assert [found.study is session.study for found in came] == [True]


def test_a_backup_that_is_due_waits_for_it(shell: Shell) -> None:
    held = Held()
    shell.session.carry_out(held.edit, MANY)
    shell._backup_timer.stop()
    shell._keep_backup()
    assert shell._backup_timer.isActive()
    held.let_go()
    assert shell.session.settle()


def test_the_time_of_a_meeting_waits_for_it_and_is_not_lost(session: Session) -> None:
    now = [0.0]
    session.apply(add_sitting(Sitting("w", "Séance")))
    room = Room(session, lambda: now[0])
    room.enter("w")
    room.start()
    held = Held()
    session.carry_out(held.edit, MANY)
    now[0] += SLICE + 1
    room.tick()
    assert room.is_running
    assert session.is_writing
    held.let_go()
    room.pause()
    assert room.seconds_spent == SLICE + 1
    assert study(session).sittings[0].talks[0].seconds == SLICE + 1


def test_a_key_on_the_whole_matrix_leaves_the_place_and_undo_shows_the_first_cell(window: MainWindow) -> None:
    window.go("rating")
    page = window.page
    assert isinstance(page, RatingPage)
    last = page.model.rowCount() - 1
    page.table.selectAll()
    page.table.go_to(last, 1)
    page.table.selectAll()
    at = page.table.currentIndex().row()
    page._commands.rate(Level.FORT)
    assert window.session.is_writing
    wait_until(lambda: not window.session.is_writing)
    assert not page._commands.is_editing
    assert page.table.currentIndex().row() == at
    levels = {task.level(Hypothesis.HIGH, Aspect.SUBSTITUTION) for _one, task in study(window.session).tasks()}
    assert levels == {Level.FORT}

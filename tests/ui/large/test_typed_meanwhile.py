"""What is typed while a large change is written is not lost; what comes of it that nobody wanted is told, once."""

from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from impactapp.document import Document
from impactapp.domain.edits import studies, tasks
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.study import Study
from impactapp.store.reading import read_study
from impactapp.ui.app import Shell
from impactapp.ui.main_window import MainWindow
from impactapp.ui.models.profession_model import ProfessionModel
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.pages.study_page import StudyPage
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.widgets.fields import PAUSE, LineField
from impactapp.ui.widgets.rating.editor import PAUSE_MS, JustificationEditor
from impactapp.ui.widgets.report_dialog import ReportDialog
from tests import builders
from tests.ui.incoming.stage import wait_until
from tests.ui.large.test_changes import ALL_FAIBLE, MANY, Held, study

LATER = 0.1


def held_until(edit: Edit, delay: float = LATER) -> Edit:
    """An edit that is under way for a moment."""
    held = Held()
    Timer(delay, held.let_go).start()
    return Edit(edit.kind, lambda before: edit.change(held.edit.change(before)))


def pass_time(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def note_of(window: MainWindow) -> JustificationEditor:
    window.go("rating")
    page = window.page
    assert isinstance(page, RatingPage)
    page.table.setFocus()
    page.table.go_to(0, 1)
    found = page.findChild(JustificationEditor)
    assert isinstance(found, JustificationEditor)
    found.setFocus()
    return found


def editor_of_the_first_title(window: MainWindow) -> QWidget:
    window.go("tasks")
    page = window.page
    assert isinstance(page, TasksPage)
    page.table.setFocus()
    page.table.go_to(0, 0)
    page.table.edit(page.table.currentIndex())
    return focused()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def in_first_task(kept: Study, words: str) -> bool:
    return words in repr(kept.professions[0].tasks[0])


@pytest.mark.parametrize("way", ["left", "closed", "another", "english"])
def test_words_of_a_note_wait_for_what_is_written(shell: Shell, tmp_path: Path, way: str) -> None:
    Document.create(tmp_path / "b.impact", builders.secretary()).close()
    window = shell.window
    note = note_of(window)
    ways: dict[str, Callable[[], object]] = {
        "left": note.clearFocus,
        "closed": window.close,
        "another": lambda: window.commands.open_path(str(tmp_path / "b.impact")),
        "english": lambda: window.commands.choose_language("en"),
    }
    window.session.carry_out(held_until(ALL_FAIBLE), MANY)
    QTest.keyClicks(note, "Un motif")
    ways[way]()
    wait_until(lambda: not shell.session.is_writing)
    kept = read_study(tmp_path / "a.impact")
    assert in_first_task(kept, "Un motif")
    assert kept.title == "Après"
    shell.speak("fr")


def test_who_goes_on_typing_a_note_finds_the_place_and_the_words_again(window: MainWindow) -> None:
    note = note_of(window)
    page = window.page
    assert isinstance(page, RatingPage)
    page._commands._apply(held_until(ALL_FAIBLE, (PAUSE_MS + 100) / 1000), MANY)
    QTest.keyClicks(note, "Un motif")
    pass_time(PAUSE_MS + 300)
    assert not window.session.is_writing
    QTest.keyClicks(note, " long")
    note.clearFocus()
    assert note.toPlainText() == "Un motif long"
    assert in_first_task(study(window.session), "Un motif long")
    document = window.session.document
    assert document is not None
    assert document.next_undo is not None
    assert document.next_undo.kind is EditKind.JUSTIFY


@pytest.mark.parametrize("clicks", [False, True])
def test_a_cell_that_is_left_meanwhile_keeps_its_words(window: MainWindow, clicks: bool) -> None:
    editor = editor_of_the_first_title(window)
    window.session.carry_out(held_until(ALL_FAIBLE), MANY)
    QTest.keyClicks(editor, "Accueil")
    if clicks:
        window.frame.rail.setFocus()
        editor.clearFocus()
    else:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_until(lambda: not window.session.is_writing)
    assert study(window.session).professions[0].tasks[0].title == "Accueil"


@pytest.mark.parametrize("closes", [False, True])
def test_a_cell_in_which_somebody_types_is_not_taken_away(window: MainWindow, tmp_path: Path, closes: bool) -> None:
    profession = study(window.session).professions[0]
    shares = tasks.set_shares(profession.id, dict.fromkeys([task.id for task in profession.tasks], 0.1))
    gone = tasks.remove_tasks(profession.id, [profession.tasks[-1].id])
    both = Edit(EditKind.SET_SHARES, lambda before: gone.change(shares.change(before)))
    editor = editor_of_the_first_title(window)
    window.session.carry_out(held_until(both), MANY)
    QTest.keyClicks(editor, "Accueil")
    pass_time(400)
    assert window.session.is_writing
    assert len(read_study(tmp_path / "a.impact").professions[0].tasks) == len(profession.tasks) - 1
    if closes:
        assert window.close()
    else:
        QTest.keyClicks(focused(), " des patients")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        wait_until(lambda: not window.session.is_writing)
    kept = read_study(tmp_path / "a.impact").professions[0].tasks[0]
    assert (kept.title, kept.share) == ("Accueil" if closes else "Accueil des patients", 0.1)


@pytest.mark.parametrize("large", [False, True])
def test_words_of_a_cell_are_kept_in_another_language(shell: Shell, large: bool) -> None:
    editor = editor_of_the_first_title(shell.window)
    if large:
        shell.session.carry_out(held_until(ALL_FAIBLE), MANY)
    QTest.keyClicks(editor, "Accueil")
    shell.window.commands.choose_language("en")
    kept = study(shell.session).professions[0].tasks[0].title
    shell.speak("fr")
    assert kept == "Accueil"


def test_words_for_an_activity_that_is_gone_are_not_offered_for_another(window: MainWindow) -> None:
    profession = study(window.session).professions[0]
    first, second = profession.tasks[:2]
    editor = editor_of_the_first_title(window)
    window.session.carry_out(held_until(tasks.remove_tasks(profession.id, [first.id])), MANY)
    QTest.keyClicks(editor, "Accueil")
    page = window.page
    assert isinstance(page, TasksPage)
    delegate, model = page.table._texts, page.table.model()
    delegate.setModelData(editor, model, model.index(0, 0))
    assert not delegate.holds_refused
    assert window.message_bar.message is not None
    assert study(window.session).professions[0].tasks[0] == second


def test_a_cell_that_is_given_up_lets_it_come(window: MainWindow) -> None:
    editor = editor_of_the_first_title(window)
    window.session.carry_out(held_until(ALL_FAIBLE), MANY)
    pass_time(300)
    assert window.session.is_writing
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    wait_until(lambda: not window.session.is_writing)
    assert study(window.session).title == "Après"


def test_a_field_is_committed_after_it_and_does_not_hold_the_window(window: MainWindow) -> None:
    window.go("study")
    page = window.page
    assert isinstance(page, StudyPage)
    field = [one for one in page.findChildren(LineField) if one.isVisible()][1]
    held = Held()
    window.session.carry_out(held.edit, MANY)
    field.setFocus()
    QTest.keyClicks(field, "Centre hospitalier")
    pass_time(PAUSE + 200)
    assert window.session.is_writing
    held.let_go()
    wait_until(lambda: study(window.session).establishment == "Centre hospitalier")


def test_what_is_typed_of_a_profession_waits_for_it(window: MainWindow) -> None:
    model = ProfessionModel(window.session)
    model.refresh()
    window.session.carry_out(held_until(ALL_FAIBLE), MANY)
    row = model.row_of(study(window.session).professions[0].id)
    assert model.setData(model.index(row, 0), "Accueil")
    assert study(window.session).professions[0].title == "Accueil"


@pytest.mark.parametrize("way", ["closed", "english", "created"])
def test_refused_at_the_last_moment_the_study_stays(shell: Shell, tmp_path: Path, way: str) -> None:
    session, document = shell.session, shell.session.document
    ways: dict[str, Callable[[], object]] = {
        "closed": shell.window.commands.close_study,
        "english": lambda: shell.speak("en"),
        "created": lambda: session.create(tmp_path / "c.impact", builders.secretary()),
    }
    session.carry_out(held_until(studies.set_title("")), MANY)
    ways[way]()
    assert shell.session is session
    assert session.document is document
    assert shell.window.message_bar.message is not None
    assert not (tmp_path / "c.impact").exists()


def test_a_file_that_vanished_is_told_with_a_way_out_and_the_bar_says_what_is_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    window.session.apply(studies.set_title("Avant"))
    window.session.carry_out(held_until(ALL_FAIBLE), MANY)
    (tmp_path / "a.impact").rename(tmp_path / "moved.impact")
    wait_until(lambda: not window.session.is_writing)
    assert window.frame.top_bar.saved.text().startswith("Enregistré à")
    message = window.message_bar.message
    assert message is not None
    assert [act.label for act in message.acts] == ["Enregistrer une copie…"]
    (tmp_path / "moved.impact").rename(tmp_path / "a.impact")
    assert study(window.session).title == "Avant"
    assert window.session.apply(studies.set_title("Suite"))


def test_a_fault_of_ours_is_reported_once_and_the_study_goes_on(shell: Shell, qtbot: QtBot) -> None:
    def fails(before: Study) -> Study:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        shell.session.carry_out(held_until(Edit(EditKind.RATE, fails)), MANY)
        wait_until(lambda: not shell.session.is_writing)
        for kind, error, trace in caught:
            shell.reports.take(kind, error, trace)
        assert [kind for kind, *_rest in caught] == [ZeroDivisionError]
    assert len(shell.window.findChildren(ReportDialog)) == 1
    assert "Enregistrement" not in shell.window.frame.top_bar.saved.text()
    assert shell.session.apply(studies.set_title("Suite"))


def test_a_window_stays_where_a_fault_of_ours_comes_while_it_closes(window: MainWindow) -> None:
    def fails(before: Study) -> Study:
        raise ZeroDivisionError

    window.session.carry_out(held_until(Edit(EditKind.RATE, fails)), MANY)
    with pytest.raises(ZeroDivisionError):
        window.close()
    assert window.isVisible()
    assert window.session.document is not None
    assert not window.session.is_writing

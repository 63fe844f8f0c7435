"""A large change is begun, run on a thread of its own and completed: whole or not at all, and alone."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from impactapp.document import Document, Writing
from impactapp.domain.edits import ratings, studies
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from tests import builders

Act = Callable[[], object]
CELLS = [ratings.Cell(task.id, Hypothesis.LOW, Aspect.ROI) for _profession, task in builders.large(3, 100).tasks()]
ALL_FORT = ratings.rate(CELLS, Level.FORT)
TOO_LOW = ratings.rate([ratings.Cell("sec-6", Hypothesis.HIGH, Aspect.SUBSTITUTION)], Level.FAIBLE)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.create(tmp_path / "s.impact", builders.large(3, 100))
    yield opened
    opened.close()


def started(writing: Writing) -> Thread:
    def run() -> None:
        # whoever completes it hears of it
        with suppress(EditError, StoreError):
            writing.run()

    work = Thread(target=run)
    work.start()
    return work


def slow(study_is_asked: Event, goes_on: Event) -> Edit:
    """An edit that waits on its thread until it is let go."""

    def change(study: Study) -> Study:
        study_is_asked.set()
        assert goes_on.wait(20)
        return studies.set_title("Autre").change(study)

    return Edit(EditKind.SET_TITLE, change)


def test_it_is_announced_and_undone_once_it_is_completed(document: Document) -> None:
    heard: list[tuple[Study, Study]] = []
    document.subscribe(lambda before, after: heard.append((before, after)))
    before = document.study
    started(document.begin(ALL_FORT)).join()
    after = read_study(document.path)
    assert after == ALL_FORT.change(before)
    assert (document.study, heard, document.next_undo) == (before, [], None)
    assert document.complete()
    assert document.study == after
    assert [known is before for known, _after in heard] == [True]
    assert document.writing is None
    for begin, kept in ((document.begin_undo, before), (document.begin_redo, after), (document.begin_undo, before)):
        started(begin()).join()
        assert document.complete()
        assert document.study == kept == read_study(document.path)
    assert [edit.kind for edit in document.log()] == ["create", "rate", "undo:rate", "redo:rate", "undo:rate"]
    rated = [task.level(Hypothesis.LOW, Aspect.ROI) for _profession, task in before.tasks()]
    assert len(document.log()[1].changes) == sum(level is not Level.FORT for level in rated)


def test_a_backup_comes_back_the_same_way(document: Document) -> None:
    first, backup = document.study, document.keep_backup()
    assert backup is not None
    document.apply(ALL_FORT)
    started(document.begin_restore(backup)).join()
    assert document.complete()
    assert document.study == first


def test_nothing_else_is_let_in_until_it_is_completed(document: Document) -> None:
    document.apply(studies.set_title("Un"))
    backup = document.keep_backup()
    assert backup is not None
    asked, goes_on = Event(), Event()
    work = started(document.begin(slow(asked, goes_on)))
    assert asked.wait(20)
    title = studies.set_title("Deux")
    acts: list[Act] = [
        *(document.undo, document.redo, lambda: document.apply(title), lambda: document.record(title)),
        *(lambda: document.restore(backup), lambda: document.begin(title)),
    ]
    for act in acts:
        with pytest.raises(EditError) as refused:
            act()
        assert refused.value.problem is Problem.CHANGE_UNDER_WAY
    assert document.study.title == "Un"
    goes_on.set()
    assert document.complete()
    work.join()
    assert document.study.title == "Autre" == read_study(document.path).title
    assert document.apply(title)


def test_the_log_and_a_copy_wait_for_the_file_and_find_it_whole(document: Document, tmp_path: Path) -> None:
    before = document.study
    work = started(document.begin(ALL_FORT))
    document.save_copy(tmp_path / "copy.impact")
    assert read_study(tmp_path / "copy.impact") in (before, ALL_FORT.change(before))
    assert len(document.log()) in (1, 2)
    assert document.complete()
    work.join()


def test_a_refusal_comes_with_completing_it_and_changes_nothing(document: Document) -> None:
    refuses = Edit(EditKind.SET_TITLE, lambda study: TOO_LOW.change(builders.secretary()))
    before = document.study
    started(document.begin(refuses)).join()
    with pytest.raises(EditError) as refused:
        document.complete()
    assert refused.value.problem is Problem.HIGH_BELOW_LOW
    document.path.rename(document.path.with_name("moved.impact"))
    started(document.begin(ALL_FORT)).join()
    with pytest.raises(StoreError):
        document.complete()
    document.path.with_name("moved.impact").rename(document.path)
    assert (document.study, document.saved_at, document.next_undo) == (before, None, None)
    assert document.apply(ALL_FORT)


def test_a_fault_of_ours_is_not_lost_on_the_way(document: Document) -> None:
    def fails(study: Study) -> Study:
        raise ZeroDivisionError

    writing = document.begin(Edit(EditKind.SET_TITLE, fails))
    with pytest.raises(ZeroDivisionError):
        writing.run()
    with pytest.raises(ZeroDivisionError):
        document.complete()
    assert document.apply(studies.set_title("Autre"))


def test_what_changes_nothing_and_what_was_not_begun_complete_as_such(document: Document) -> None:
    assert not document.complete()
    started(document.begin(studies.set_title(document.study.title))).join()
    assert not document.complete()
    started(document.begin_undo()).join()
    assert not document.complete()
    assert len(document.log()) == 1


@pytest.mark.parametrize("is_run", [True, False])
def test_closing_waits_for_it_and_lets_nobody_else_in_before(document: Document, is_run: bool) -> None:
    heard: list[Study] = []
    document.subscribe(lambda before, after: heard.append(after))
    writing = document.begin(ALL_FORT)
    work = started(writing) if is_run else None
    document.close()
    kept = read_study(document.path)
    assert kept.professions[0].tasks[0].level(Hypothesis.LOW, Aspect.ROI) is Level.FORT
    assert heard == []
    (backup,) = document.backups()
    assert read_study(backup.path) == kept
    if work is not None:
        work.join()
    # run by now, and not once more
    writing.run()
    assert read_study(document.path) == kept


def test_closing_tells_what_the_file_refused_and_lets_it_go(document: Document) -> None:
    asked, goes_on = Event(), Event()
    work = started(document.begin(slow(asked, goes_on)))
    assert asked.wait(20)
    moved = document.path.rename(document.path.with_name("moved.impact"))
    goes_on.set()
    with pytest.raises(StoreError) as refused:
        document.close()
    work.join()
    assert refused.value.problem is Problem.FILE_VANISHED
    again = Document.open(moved)
    assert again.read_only is None
    again.close()

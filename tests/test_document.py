"""The document is the one door: an edit is durable before anyone hears of it, and can be taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from impactapp import paths
from impactapp.document import Document, utc_now
from impactapp.domain.edits import professions, ratings, studies, tasks
from impactapp.domain.edits.edit import EditKind
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.store.errors import StoreError
from impactapp.store.reading import read_study
from impactapp.store.study_file import ReadOnlyReason
from tests import builders

Act = Callable[[], object]
START = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
CELL = ratings.Cell("sec-1", Hypothesis.LOW, Aspect.SUBSTITUTION)
TO_FAIBLE = ratings.rate([CELL], Level.FAIBLE, "Accueil")
TOO_LOW = ratings.rate([ratings.Cell("sec-6", Hypothesis.HIGH, Aspect.SUBSTITUTION)], Level.FAIBLE)


class Clock:
    """A clock that advances one minute each time it is read."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.create(tmp_path / "s.impact", builders.secretary(), Clock())
    yield opened
    opened.close()


def heard(document: Document) -> list[tuple[Study, Study]]:
    changes: list[tuple[Study, Study]] = []
    document.subscribe(lambda before, after: changes.append((before, after)))
    return changes


def test_the_clock_tells_utc() -> None:
    assert utc_now().tzinfo is UTC


def test_an_edit_is_on_the_disk_before_it_is_announced_once(document: Document) -> None:
    on_disk: list[Study] = []
    document.subscribe(lambda before, after: on_disk.append(read_study(document.path)))
    changes = heard(document)
    before = document.study
    assert document.apply(TO_FAIBLE)
    assert on_disk == [document.study]
    assert changes == [(before, document.study)]
    assert document.study.professions[0].tasks[0].level(Hypothesis.LOW, Aspect.SUBSTITUTION) is Level.FAIBLE


def test_the_time_of_the_last_edit_is_known(document: Document) -> None:
    assert [document.saved_at] == [None]
    document.apply(TO_FAIBLE)
    first = document.saved_at
    assert first is not None
    assert document.log()[-1].at == first
    document.undo()
    assert document.saved_at is not None
    assert document.saved_at > first


def test_an_edit_that_changes_nothing_is_neither_written_nor_announced(document: Document) -> None:
    changes = heard(document)
    assert not document.apply(studies.set_title("Secrétaire médicale"))
    assert (changes, document.next_undo, len(document.log())) == ([], None, 1)


def test_a_refused_edit_changes_nothing(document: Document) -> None:
    changes, before = heard(document), document.study
    with pytest.raises(EditError) as refused:
        document.apply(TOO_LOW)
    assert refused.value.problem is Problem.HIGH_BELOW_LOW
    assert document.study is before
    assert (changes, document.next_undo, document.saved_at, len(document.log())) == ([], None, None, 1)


def test_an_edit_the_disk_refuses_changes_nothing(document: Document) -> None:
    document.apply(TO_FAIBLE)
    changes, before, saved_at = heard(document), document.study, document.saved_at
    document.path.rename(document.path.with_name("moved.impact"))
    acts: list[Act] = [lambda: document.apply(studies.set_title("Autre")), document.undo]
    for act in acts:
        with pytest.raises(StoreError) as refused:
            act()
        assert refused.value.problem is Problem.FILE_VANISHED
    assert document.study is before
    assert (changes, document.saved_at) == ([], saved_at)
    assert document.next_undo is not None
    assert document.next_undo.kind is EditKind.DECIDE


def test_undo_and_redo_walk_through_the_same_values(document: Document) -> None:
    first = document.study
    document.apply(TO_FAIBLE)
    second = document.study
    document.apply(studies.set_title("Autre"))
    third = document.study
    assert document.undo()
    assert document.study is second
    assert document.undo()
    assert document.study is first
    assert document.redo()
    assert document.redo()
    assert document.study is third
    kinds = [edit.kind for edit in document.log()]
    assert kinds == ["create", "decide", "set_title", "undo:set_title", "undo:decide", "redo:decide", "redo:set_title"]
    assert read_study(document.path) == third


def test_what_can_be_taken_back_is_named(document: Document) -> None:
    assert [document.next_undo, document.next_redo] == [None, None]
    document.apply(TO_FAIBLE)
    assert document.next_undo is not None
    assert (document.next_undo.kind, document.next_undo.subject) == (EditKind.DECIDE, "Accueil")
    document.undo()
    assert [document.next_undo] == [None]
    assert document.next_redo is not None
    assert document.next_redo.subject == "Accueil"


def test_there_is_nothing_to_undo_or_redo_at_first(document: Document) -> None:
    assert not document.undo()
    assert not document.redo()
    assert len(document.log()) == 1


def test_a_new_edit_forgets_what_was_undone(document: Document) -> None:
    document.apply(TO_FAIBLE)
    document.undo()
    document.apply(studies.set_title("Autre"))
    assert document.next_redo is None
    assert not document.redo()


def test_a_document_is_closed_for_good(document: Document) -> None:
    changes = heard(document)
    document.close()
    again = Document.open(document.path)
    assert again.read_only is None
    again.apply(TO_FAIBLE)
    again.close()
    assert changes == []


def test_closing_after_an_edit_keeps_a_backup_and_without_one_does_not(document: Document) -> None:
    document.close()
    assert document.backups() == ()
    again = Document.open(document.path, Clock())
    again.apply(TO_FAIBLE)
    after = again.study
    again.close()
    (backup,) = again.backups()
    assert read_study(backup.path) == after


def test_closing_goes_on_when_there_is_no_room_for_a_backup(document: Document) -> None:
    document.apply(TO_FAIBLE)
    paths.user_data().parent.mkdir(parents=True)
    paths.user_data().write_text("une feuille, pas un dossier", encoding="utf-8")
    document.close()
    assert Document.open(document.path).read_only is None


def test_a_restored_backup_can_be_undone(document: Document) -> None:
    first = document.study
    backup = document.keep_backup()
    assert backup is not None
    document.apply(tasks.remove_tasks("sec", ["sec-1", "sec-2"]))
    document.apply(professions.add_profession(builders.profession(2, (builders.task(1, Level.FORT),))))
    second = document.study
    assert document.restore(backup)
    assert document.study == first == read_study(document.path)
    assert document.next_undo is not None
    assert document.next_undo.kind is EditKind.RESTORE
    assert document.next_undo.subject.startswith("22\u00a0novembre\u00a02026")
    kept = document.backups()
    assert len(kept) == 2
    assert read_study(kept[0].path) == second
    document.undo()
    assert document.study is second
    assert read_study(document.path) == second


def test_restoring_what_is_already_there_changes_nothing(document: Document) -> None:
    backup = document.keep_backup()
    assert backup is not None
    assert not document.restore(backup)
    assert document.next_undo is None


def test_a_lost_backup_is_refused(document: Document) -> None:
    backup = document.keep_backup()
    assert backup is not None
    backup.path.unlink()
    with pytest.raises(StoreError) as refused:
        document.restore(backup)
    assert refused.value.problem is Problem.FILE_MISSING


def test_a_read_only_document_refuses_every_change_and_can_be_copied(document: Document, tmp_path: Path) -> None:
    document.apply(TO_FAIBLE)
    backup = document.keep_backup()
    assert backup is not None
    second = Document.open(document.path)
    assert second.read_only is not None
    assert second.read_only.reason is ReadOnlyReason.HELD
    acts: list[Act] = [lambda: second.apply(TO_FAIBLE), second.undo, second.redo, lambda: second.restore(backup)]
    for act in acts:
        with pytest.raises(EditError) as refused:
            act()
        assert refused.value.problem is Problem.STUDY_READ_ONLY
    assert second.keep_backup() is None
    second.save_copy(tmp_path / "copy.impact")
    second.close()
    assert read_study(tmp_path / "copy.impact") == document.study


def test_a_copy_is_saved_when_the_file_is_gone(document: Document, tmp_path: Path) -> None:
    document.apply(TO_FAIBLE)
    document.path.unlink()
    document.save_copy(tmp_path / "copy.impact")
    copy = Document.open(tmp_path / "copy.impact")
    assert copy.study == document.study
    assert [edit.kind for edit in copy.log()] == ["create", "decide"]
    copy.close()


def test_a_document_is_not_created_over_a_file(document: Document) -> None:
    with pytest.raises(StoreError) as refused:
        Document.create(document.path, replace(builders.secretary(), title="Autre"))
    assert refused.value.problem is Problem.FILE_EXISTS

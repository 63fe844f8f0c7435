"""Time that goes by is recorded beside the history: undo and redo pass over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from impactapp.document import Document
from impactapp.domain.edits import studies
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.votes import spend
from impactapp.domain.edits.workshop import add_sitting
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from tests import builders

SITTING = Sitting("w1", "Séance 1")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.create(tmp_path / "s.impact", builders.secretary())
    yield opened
    opened.close()


def seconds(study: Study) -> int:
    return sum(talk.seconds for sitting in study.sittings for talk in sitting.talks)


def spent(count: int) -> Edit:
    return spend(SITTING, "sec-1", count)


def test_undo_names_the_last_edit_and_not_the_time(document: Document) -> None:
    document.apply(add_sitting(SITTING))
    document.apply(studies.set_title("Autre"))
    named = document.next_undo
    document.record(spent(5))
    assert named is not None
    assert document.next_undo is not None
    assert document.next_undo.kind is named.kind


def test_every_value_undo_and_redo_bring_back_has_the_time(document: Document) -> None:
    document.apply(add_sitting(SITTING))
    document.apply(studies.set_establishment("Deux"))
    document.apply(studies.set_title("Trois"))
    document.undo()
    document.record(spent(5))
    document.undo()
    document.record(spent(2))
    assert (document.study.establishment, seconds(document.study)) == ("", 7)
    document.redo()
    document.redo()
    assert (document.study.title, seconds(document.study)) == ("Trois", 7)


def test_undo_goes_back_before_the_sitting_itself(document: Document) -> None:
    document.apply(add_sitting(SITTING))
    document.record(spent(5))
    document.undo()
    assert document.study.sittings == ()
    document.redo()
    assert seconds(document.study) == 5


def test_time_is_announced_once_and_logged(document: Document) -> None:
    document.apply(add_sitting(SITTING))
    heard: list[tuple[Study, Study]] = []
    document.subscribe(lambda before, after: heard.append((before, after)))
    assert document.record(spent(5))
    assert [(seconds(before), seconds(after)) for before, after in heard] == [(0, 5)]
    assert document.log()[-1].kind == "spend_time"


def test_no_time_changes_nothing(document: Document) -> None:
    document.apply(add_sitting(SITTING))
    document.record(spent(5))
    before = document.study
    assert not document.record(spent(0))
    assert document.study is before

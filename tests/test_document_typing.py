"""Typing on in one place is taken back as one step, unless an undo or a pause stands in between."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from impactapp.document import Document
from impactapp.domain.edits import ratings, studies
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.study import Study
from impactapp.store.reading import read_study
from tests import builders

CELL = ratings.Cell("sec-1", Hypothesis.LOW, Aspect.SUBSTITUTION)


class Clock:
    """A clock that advances each time it is read."""

    def __init__(self, step: timedelta) -> None:
        self._now = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
        self._step = step

    def __call__(self) -> datetime:
        self._now += self._step
        return self._now


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.create(tmp_path / "s.impact", builders.secretary(), Clock(timedelta(seconds=1)))
    yield opened
    opened.close()


def test_typing_on_undoes_as_one_and_is_logged_each_time(document: Document) -> None:
    before = document.study
    for words in ("Un", "Un texte", "Un texte long"):
        document.apply(ratings.justify(CELL, words, words))
    assert document.next_undo is not None
    assert document.next_undo.subject == "Un texte long"
    assert len(document.log()) == 4
    document.undo()
    assert document.study is before
    assert [document.next_undo] == [None]
    document.redo()
    assert document.study.professions[0].tasks[0].judgement(CELL.hypothesis, CELL.aspect).text == "Un texte long"


def test_typing_on_after_an_undo_is_taken_back_alone(document: Document) -> None:
    document.apply(studies.set_title("A"))
    document.apply(studies.set_establishment("CH de Test"))
    document.undo()
    document.apply(studies.set_title("B"))
    document.undo()
    assert (document.study.title, document.study.establishment) == ("A", "")
    document.undo()
    assert document.study.title == "Secrétaire médicale"


def test_typing_back_what_was_there_leaves_nothing_to_take_back(document: Document) -> None:
    before = document.study
    document.apply(studies.set_purpose("Pourquoi"))
    kept = document.study
    document.apply(studies.set_title("X"))
    heard: list[Study] = []
    document.subscribe(lambda before, after: heard.append(after))
    assert document.apply(studies.set_title("Secrétaire médicale"))
    assert document.study is kept
    assert heard == [kept]
    assert read_study(document.path) == kept
    document.undo()
    assert document.study is before
    assert [document.next_undo] == [None]


@pytest.mark.parametrize(("pause", "title"), [(59, "Secrétaire médicale"), (60, "A"), (-60, "A")])
def test_typing_on_after_a_minute_is_taken_back_alone(tmp_path: Path, pause: int, title: str) -> None:
    document = Document.create(tmp_path / "s.impact", builders.secretary(), Clock(timedelta(seconds=pause)))
    document.apply(studies.set_title("A"))
    document.apply(studies.set_title("B"))
    document.undo()
    assert document.study.title == title
    document.close()


def test_edits_of_two_places_do_not_merge(document: Document) -> None:
    document.apply(studies.set_title("Un"))
    document.apply(studies.set_purpose("Deux"))
    document.undo()
    assert document.study.title == "Un"

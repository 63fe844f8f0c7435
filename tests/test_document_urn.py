"""Secret votes that were shown stay shown together, whatever is undone, redone, cast again and shown again."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from impactapp.document import Document
from impactapp.domain.edits import votes
from impactapp.domain.edits.urn import open_urn
from impactapp.domain.edits.votes import Ballot
from impactapp.domain.level import Level
from impactapp.domain.workshop import Counts, Sitting
from impactapp.store.reading import read_study
from tests import builders
from tests.sitting_builders import LOW, MANAGERS, STAFF, UNIONS

AT = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
SITTING = Sitting("w1", "Séance", profession_ids=("sec",), groups=(STAFF, MANAGERS, UNIONS))
STUDY = replace(builders.secretary(), sittings=(SITTING,))


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with closing(Document.create(tmp_path / "s.impact", STUDY, lambda: AT)) as made:
        yield made


def cast(document: Document, level: Level, group_id: str = "staff") -> None:
    document.apply(votes.cast_ballots(SITTING, [Ballot("", group_id, {("sec-1", LOW): level})]))


def shown(document: Document) -> Counts:
    document.record(open_urn(document.study.sittings[0]))
    return document.study.sittings[0].talks[0].total(1, LOW)


def test_a_vote_that_was_shown_is_not_taken_back_to_let_another_be_told_from_it(document: Document) -> None:
    for level in (Level.FORT, Level.FORT, Level.MOYEN, Level.MOYEN, Level.FAIBLE):
        cast(document, level)
    assert shown(document) == Counts(1, 2, 2)
    while document.undo():
        pass
    assert not document.study.sittings[0].talks
    document.redo()
    assert document.study.sittings[0].talks[0].total(1, LOW) == Counts(1, 2, 2)
    cast(document, Level.FAIBLE)
    assert shown(document) == Counts(1, 2, 2)


def test_what_was_shown_is_shown_when_the_study_is_opened_again(document: Document) -> None:
    for _vote in range(5):
        cast(document, Level.MOYEN)
    assert shown(document) == Counts(0, 5, 0)
    cast(document, Level.FORT)
    document.close()
    assert read_study(document.path) == document.study
    with closing(Document.open(document.path, lambda: AT)) as again:
        assert shown(again) == Counts(0, 5, 0)
        assert again.study.sittings[0].talks[0].waiting(1, LOW) == 1


def test_other_edits_are_undone_as_before(document: Document) -> None:
    document.apply(votes.set_note(SITTING, "sec-1", "à revoir"))
    for _vote in range(5):
        cast(document, Level.MOYEN)
    shown(document)
    document.undo()
    assert document.study.sittings[0].talks[0].tallies == ()
    assert document.study.sittings[0].talks[0].note == "à revoir"
    document.undo()
    assert document.study == STUDY

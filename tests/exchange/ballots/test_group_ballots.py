"""Ballots of a group hold counts, and nobody is counted who is not there."""

from pathlib import Path

import pytest

from impactapp.domain.edits.votes import cast_ballots, count_hands
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.workshop import Counts, Question
from impactapp.exchange.ballots.asked import BallotKind
from tests.exchange.ballots.desk import (
    MANAGERS,
    SITTING,
    UNIONS,
    counts,
    fill,
    first_row,
    read,
    reasons,
    study_with,
    written,
)

LOW, HIGH = (Question(Aspect.SUBSTITUTION, hypothesis) for hypothesis in Hypothesis)


def test_a_ballot_of_a_group_gives_its_counts(tmp_path: Path) -> None:
    (path,) = written(tmp_path, group=MANAGERS, kind=BallotKind.GROUP)
    fill(path, {"B1": 1, "C1": "3", "D1": 1.0, "G1": 4, "B2": 0})
    report = read(path)
    assert report.files[0].read == 4
    study = cast_ballots(SITTING, report.ballots).change(study_with())
    assert counts(study, "sec-1", LOW, MANAGERS.id) == Counts(1, 3, 1)
    assert counts(study, "sec-1", HIGH, MANAGERS.id) == Counts(0, 0, 4)
    assert counts(study, "sec-2", LOW, MANAGERS.id) is None
    assert study.sittings[0].received == ("g-managers-n0",)


@pytest.mark.parametrize("typed", [-1, 6, 1.5, "beaucoup", "²"])
def test_a_count_that_is_none_is_refused_with_its_cell(tmp_path: Path, typed: str | float) -> None:
    (path,) = written(tmp_path, group=MANAGERS, kind=BallotKind.GROUP)
    report = read(fill(path, {"B1": typed, "C1": 2, "E1": 1}))
    ((cell, reason),) = reasons(report)
    assert cell == f"B{first_row(path)}"
    assert "de 0 à 5" in reason
    assert report.ballots == ()


def test_counts_above_the_size_of_the_group_are_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path, group=MANAGERS, kind=BallotKind.GROUP)
    report = read(fill(path, {"B1": 3, "C1": 3, "E1": 5}))
    first = first_row(path)
    assert [cell for cell, _reason in reasons(report)] == [f"B{first}:D{first}"]
    assert "(6)" in reasons(report)[0][1]
    assert report.ballots == ()


def test_more_ballots_than_people_are_refused_with_hands_counted_too(tmp_path: Path) -> None:
    study = count_hands(SITTING, "sec-1", LOW, UNIONS.id, Counts(1, 0, 0)).change(study_with())
    paths = written(tmp_path, group=UNIONS, count=3)
    for path in paths:
        fill(path, {"B1": "Fort", "B2": "Moyen"})
    report = read(*paths, study=study)
    assert [file.read for file in report.files] == [2, 0, 0]
    assert [len(file.refused) for file in report.files] == [0, 1, 1]
    after = cast_ballots(SITTING, report.ballots).change(study)
    assert counts(after, "sec-1", LOW, UNIONS.id) == Counts(1, 0, 1)
    assert counts(after, "sec-2", LOW, UNIONS.id) == Counts(0, 1, 0)

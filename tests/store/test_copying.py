"""A copy of a study that others hold: what it holds between two edits; refusals name the file that was asked for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from impactapp.domain.edits import studies
from impactapp.domain.problems import Problem
from impactapp.store.copying import copy_study
from impactapp.store.errors import StoreError
from impactapp.store.study_file import LogEntry, StudyFile
from tests import builders

AT = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_study_that_a_window_holds_is_copied_with_its_log(tmp_path: Path) -> None:
    held = StudyFile.create(tmp_path / "a.impact", builders.skilled(), AT)
    edit = studies.set_title("Autre titre")
    after = edit.change(held.study)
    held.write(held.study, after, LogEntry(AT, edit.kind.value, edit.subject))
    assert copy_study(tmp_path / "a.impact", tmp_path / "b.impact") == after
    held.write(after, builders.skilled(), LogEntry(AT, edit.kind.value, edit.subject))
    held.close()
    copy = StudyFile.open(tmp_path / "b.impact")
    assert copy.read_only is None
    assert (copy.study, len(copy.log())) == (after, 2)
    copy.close()


def test_the_file_that_is_copied_stays_as_it_is(tmp_path: Path) -> None:
    StudyFile.create(tmp_path / "a.impact", builders.secretary(), AT).close()
    before = (tmp_path / "a.impact").read_bytes()
    copy_study(tmp_path / "a.impact", tmp_path / "b.impact")
    assert (tmp_path / "a.impact").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.impact", "b.impact"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, Problem.FILE_MISSING), (b"Bonjour", Problem.FILE_NOT_A_STUDY), ("damaged", Problem.FILE_DAMAGED)],
)
def test_a_file_that_cannot_be_copied_is_named_not_its_copy(
    tmp_path: Path, content: bytes | str | None, problem: Problem
) -> None:
    path = tmp_path / "a.impact"
    if content == "damaged":
        StudyFile.create(path, builders.large(2, 40), AT).close()
        whole = bytearray(path.read_bytes())
        whole[len(whole) // 2 : len(whole) // 2 + 9000] = b"\xff" * 9000
        path.write_bytes(bytes(whole))
    elif isinstance(content, bytes):
        path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        copy_study(path, tmp_path / "b.impact")
    assert (refused.value.problem, refused.value.values["path"]) == (problem, str(path))

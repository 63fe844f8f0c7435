"""A file that cannot be changed opens read-only, says why, and stays the same to the byte."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from impactapp.domain.edits import studies
from impactapp.domain.problems import Problem
from impactapp.store.errors import StoreError
from impactapp.store.lock import sidecar_of
from impactapp.store.reading import read_study
from impactapp.store.study_file import ReadOnly, ReadOnlyReason, StudyFile
from tests import builders
from tests.store.files import AT, ENTRY, query, tampered, written

NOBODY = 65534
HOLD = """
import sys
from pathlib import Path
from impactapp.store.study_file import StudyFile
file = StudyFile.open(Path(sys.argv[1]))
print(file.read_only, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "s.impact")


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder where this process may not write; root becomes nobody for the time of the test."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(folder / "s.impact").chmod(0o444)
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(NOBODY)
        yield folder
        os.seteuid(user)
        folder.chmod(0o755)


def test_a_newer_file_is_read_and_stays_the_same_to_the_byte(path: Path) -> None:
    tampered(path, "PRAGMA user_version = 99", "ALTER TABLE task ADD COLUMN colour TEXT", "CREATE TABLE later (a TEXT)")
    before, at = path.read_bytes(), path.stat().st_mtime_ns
    with closing(StudyFile.open(path)) as file:
        assert file.read_only == ReadOnly(ReadOnlyReason.NEWER)
        assert file.study == builders.secretary()
        assert list(path.parent.iterdir()) == [path]
        assert [edit.kind for edit in file.log()] == ["create"]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, at)


def test_a_newer_file_that_reads_otherwise_is_refused(path: Path) -> None:
    tampered(path, "PRAGMA user_version = 99", "ALTER TABLE judgement RENAME TO opinion")
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        StudyFile.open(path)
    assert refused.value.problem is Problem.FILE_NEWER
    assert path.read_bytes() == before


def test_a_newer_file_with_words_of_its_own_is_refused(path: Path) -> None:
    tampered(path, "PRAGMA user_version = 99", "UPDATE study SET rule = 'next'")
    with pytest.raises(StoreError) as refused:
        StudyFile.open(path)
    assert refused.value.problem is Problem.FILE_NEWER


def test_a_newer_file_in_another_journal_mode_leaves_nothing_beside_it(path: Path) -> None:
    tampered(path, "PRAGMA journal_mode = WAL", "PRAGMA user_version = 99")
    before = path.read_bytes()
    with closing(StudyFile.open(path)) as file:
        assert file.read_only == ReadOnly(ReadOnlyReason.NEWER)
        assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == before


def test_write_ahead_mode_set_by_another_program_is_taken_off(path: Path) -> None:
    tampered(path, "PRAGMA journal_mode = WAL")
    StudyFile.open(path).close()
    assert query(path, "PRAGMA journal_mode") == [("delete",)]


def test_the_second_window_reads_and_says_who_holds_the_file(path: Path) -> None:
    with closing(StudyFile.open(path)) as first:
        with closing(StudyFile.open(path)) as second:
            assert second.read_only is not None
            assert second.read_only.reason is ReadOnlyReason.HELD
            person, at, machine = second.read_only.holder.partition("@")
            assert (bool(person), at, machine) == (True, "@", os.uname().nodename)
        first.write(first.study, studies.set_title("Autre").change(first.study), ENTRY)
        with closing(StudyFile.open(path)) as third:
            assert third.read_only is not None
            assert third.study.title == "Autre"
    with closing(StudyFile.open(path)) as alone:
        assert alone.read_only is None


def test_a_link_to_a_held_file_is_held_too(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien.impact"
    link.symlink_to(path)
    with closing(StudyFile.open(path)), closing(StudyFile.open(link)) as second:
        assert second.read_only is not None
        assert second.read_only.reason is ReadOnlyReason.HELD


def test_a_killed_process_holds_nothing_and_its_lock_goes_with_the_next_close(path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "None\n"
        with closing(StudyFile.open(path)) as second:
            assert second.read_only is not None
        holder.kill()
        holder.wait()
    assert sidecar_of(path).exists()
    with closing(StudyFile.open(path)) as file:
        assert file.read_only is None
    assert list(path.parent.iterdir()) == [path]


def test_a_lock_left_by_a_colleague_can_be_taken_over_by_anybody(path: Path) -> None:
    with closing(StudyFile.open(path)):
        assert sidecar_of(path).stat().st_mode & 0o666 == 0o666


def test_a_file_in_a_read_only_folder_is_read(read_only_folder: Path) -> None:
    path = read_only_folder / "s.impact"
    with closing(StudyFile.open(path)) as file:
        assert file.read_only == ReadOnly(ReadOnlyReason.FOLDER)
        assert file.study == builders.secretary()
    assert list(read_only_folder.iterdir()) == [path]


def test_a_study_is_not_created_in_a_read_only_folder(read_only_folder: Path) -> None:
    with pytest.raises(StoreError) as refused:
        StudyFile.create(read_only_folder / "new.impact", builders.secretary(), AT)
    assert refused.value.problem is Problem.FOLDER_READ_ONLY


def test_a_writable_file_whose_folder_is_read_only_is_read(read_only_folder: Path) -> None:
    path = read_only_folder / "s.impact"
    user = os.geteuid()
    if os.getuid() == 0:
        os.seteuid(0)
    path.chmod(0o666)
    os.seteuid(user)
    with closing(StudyFile.open(path)) as file:
        assert file.read_only == ReadOnly(ReadOnlyReason.FOLDER)


def test_a_read_only_file_can_be_copied(path: Path, tmp_path: Path) -> None:
    with closing(StudyFile.open(path)), closing(StudyFile.open(path)) as second:
        second.copy_to(tmp_path / "copy.impact", second.study, AT)
    with closing(StudyFile.open(tmp_path / "copy.impact")) as copy:
        assert copy.read_only is None
        assert copy.study == read_study(path)

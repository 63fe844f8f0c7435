"""What the system says no to becomes a refusal, and leaves neither half a file nor a lock behind."""

import errno
import getpass
import os
import platform
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import filelock
import pytest

from impactapp.domain.problems import Problem
from impactapp.store import connection as connections
from impactapp.store.drafts import draft_beside, free_name
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.lock import HeldBy, Hold, sidecar_of, take_hold
from impactapp.store.study_file import ReadOnly, ReadOnlyReason, StudyFile
from tests.store.files import written


def failing(number: int) -> NoReturn:
    raise OSError(number, os.strerror(number))


def test_a_draft_takes_the_place_of_the_target_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "s.impact"
    target.write_text("avant", encoding="utf-8")
    target.chmod(0o640)
    with draft_beside(target, replace=True) as draft:
        draft.write_text("après", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "après"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_draft_that_fails_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "s.impact"
    target.write_text("avant", encoding="utf-8")
    with pytest.raises(StoreError) as refused, draft_beside(target, replace=True):
        failing(errno.ENOSPC)
    assert refused.value.problem is Problem.DISK_FULL
    assert target.read_text(encoding="utf-8") == "avant"
    assert list(tmp_path.iterdir()) == [target]


def test_a_disk_that_fills_while_a_study_is_created_is_told_of_the_file_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = connections.connect_to_draft

    def connect_to_little_room(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("PRAGMA max_page_count = 4")
        return connection

    monkeypatch.setattr(connections, "connect_to_draft", connect_to_little_room)
    target = tmp_path / "s.impact"
    with pytest.raises(StoreError) as refused:
        written(target)
    assert (refused.value.problem, refused.value.values) == (Problem.DISK_FULL, {"path": str(target)})
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "s.impact"
    with pytest.raises(StoreError) as refused, draft_beside(target, replace=False):
        target.write_text("à un autre", encoding="utf-8")
    assert refused.value.problem is Problem.FILE_EXISTS
    assert target.read_text(encoding="utf-8") == "à un autre"


@pytest.mark.parametrize("existing", [False, True])
def test_a_rename_that_is_refused_leaves_no_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existing: bool
) -> None:
    target = tmp_path / "s.impact"
    if existing:
        target.write_text("avant", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", lambda draft, place: failing(errno.EACCES))
    with pytest.raises(StoreError) as refused, draft_beside(target, replace=True):
        pass
    assert refused.value.problem is Problem.FOLDER_READ_ONLY
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == (["avant"] if existing else [])


def test_a_free_name_is_the_first_that_nothing_bears(tmp_path: Path) -> None:
    wanted = tmp_path / "s.impact"
    assert free_name(wanted) == wanted
    wanted.touch()
    (tmp_path / "s-2.impact").touch()
    assert free_name(wanted) == tmp_path / "s-3.impact"


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, Problem.DISK_FULL),
        (errno.EDQUOT, Problem.DISK_FULL),
        (errno.EROFS, Problem.FOLDER_READ_ONLY),
        (errno.ENOENT, Problem.FILE_MISSING),
        (errno.EIO, Problem.DISK_ERROR),
    ],
)
def test_errors_of_the_system_become_refusals(tmp_path: Path, number: int, problem: Problem) -> None:
    with pytest.raises(StoreError) as refused, refusals_about(tmp_path):
        failing(number)
    assert (refused.value.problem, refused.value.values) == (problem, {"path": str(tmp_path)})


def test_a_mistake_of_ours_is_not_told_as_a_refusal(tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:")
    with closing(connection), pytest.raises(sqlite3.OperationalError), refusals_about(tmp_path):
        connection.execute("SELECT nonsense")


def test_a_file_that_cannot_be_opened_is_told_by_what_is_there(tmp_path: Path) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    for place, problem in ((tmp_path, Problem.FOLDER_READ_ONLY), (tmp_path / "gone", Problem.FILE_VANISHED)):
        with pytest.raises(StoreError) as refused, refusals_about(place):
            raise error
        assert refused.value.problem is problem


def test_a_disk_that_cannot_be_asked_is_not_called_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda place: failing(errno.EIO))
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    with pytest.raises(StoreError) as refused, refusals_about(tmp_path):
        raise error
    assert refused.value.problem is Problem.DISK_ERROR


def test_a_share_without_locks_still_lets_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filelock.FileLock, "acquire", lambda lock: failing(errno.ENOLCK))
    path = written(tmp_path / "s.impact")
    with closing(StudyFile.open(path)) as file:
        assert file.read_only is None


def test_a_place_where_no_lock_can_be_made_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "s.impact")
    monkeypatch.setattr(filelock.FileLock, "acquire", lambda lock: failing(errno.EROFS))
    with closing(StudyFile.open(path)) as file:
        assert file.read_only == ReadOnly(ReadOnlyReason.FOLDER)


def test_a_hold_is_released_once_and_for_all(tmp_path: Path) -> None:
    path = tmp_path / "s.impact"
    hold = take_hold(path)
    assert isinstance(hold, Hold)
    assert isinstance(take_hold(path), HeldBy)
    hold.release()
    again = take_hold(path)
    assert isinstance(again, Hold)
    hold.release()
    assert isinstance(take_hold(path), HeldBy)
    again.release()
    assert not sidecar_of(path).exists()


def test_an_account_without_a_name_holds_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: failing(errno.ENOENT))
    monkeypatch.setattr(platform, "node", lambda: "")
    hold = take_hold(tmp_path / "s.impact")
    assert isinstance(hold, Hold)
    assert take_hold(tmp_path / "s.impact") == HeldBy("?@?")
    hold.release()


def test_a_holder_that_cannot_be_read_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = take_hold(tmp_path / "s.impact")
    assert isinstance(hold, Hold)
    with monkeypatch.context() as blind:
        blind.setattr(Path, "open", lambda *_arguments, **_options: failing(errno.EACCES))
        assert take_hold(tmp_path / "s.impact") == HeldBy("")
    hold.release()
